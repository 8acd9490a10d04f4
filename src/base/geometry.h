#pragma once
#include <algorithm>
#include <cmath>
#include <limits>

namespace samverka {

// A point or a step in a plane. World units are kilometres on the map and median-edge lengths in a network picture; y
// grows downwards everywhere, as on the screen.
struct Vec2 {
  float x = 0;
  float y = 0;
  bool operator==(const Vec2&) const = default;
};

inline Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
inline Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
inline Vec2 operator*(Vec2 a, float s) { return {a.x * s, a.y * s}; }
inline float dot(Vec2 a, Vec2 b) { return a.x * b.x + a.y * b.y; }
inline float length(Vec2 a) { return std::sqrt(dot(a, a)); }
inline float distance(Vec2 a, Vec2 b) { return length(a - b); }
inline bool is_finite(Vec2 a) { return std::isfinite(a.x) && std::isfinite(a.y); }

// An upright rectangle. The default one is empty and grows with include().
struct Rect {
  Vec2 min{std::numeric_limits<float>::max(), std::numeric_limits<float>::max()};
  Vec2 max{std::numeric_limits<float>::lowest(), std::numeric_limits<float>::lowest()};

  bool is_empty() const { return min.x > max.x || min.y > max.y; }
  float width() const { return is_empty() ? 0 : max.x - min.x; }
  float height() const { return is_empty() ? 0 : max.y - min.y; }
  Vec2 centre() const { return is_empty() ? Vec2{} : (min + max) * 0.5F; }
  bool contains(Vec2 p) const { return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y; }
  bool overlaps(const Rect& o) const {
    return min.x < o.max.x && o.min.x < max.x && min.y < o.max.y && o.min.y < max.y;
  }
  void include(Vec2 p) {
    min = {std::min(min.x, p.x), std::min(min.y, p.y)};
    max = {std::max(max.x, p.x), std::max(max.y, p.y)};
  }
  Rect grown(float by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
};

}  // namespace samverka
