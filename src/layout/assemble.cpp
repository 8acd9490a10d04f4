#include "layout/assemble.h"

#include <algorithm>
#include <cmath>

#include "layout/pack.h"

namespace samverka {
namespace {

constexpr float gap = 1.6F;             // between pieces, in edge lengths
constexpr float singleton_step = 1.0F;  // between vertices without edges

Rect bounds_of(std::span<const Vec2> points) {
  Rect bounds;
  for (const Vec2& p : points) bounds.include(p);
  return bounds;
}

bool has_start(const Positions& start, std::uint32_t vertex) { return !start.empty() && is_finite(start[vertex]); }

// What is placed already, and the rectangle that it fills.
class Picture {
 public:
  explicit Picture(std::size_t vertices) : positions_(vertices) {}

  void set(std::uint32_t vertex, Vec2 place) {
    positions_[vertex] = place;
    bounds_.include(place);
  }
  void add(const Piece& piece, Vec2 moved_by) {
    for (std::size_t i = 0; i < piece.points.size(); ++i) set(piece.graph->vertices[i], piece.points[i] + moved_by);
  }
  const Rect& bounds() const { return bounds_; }
  Positions take() { return std::move(positions_); }

 private:
  Positions positions_;
  Rect bounds_;
};

void add_packed(std::span<const Piece* const> free, float room_below, Picture& picture) {
  std::vector<Vec2> sizes;
  const Rect held = picture.bounds();
  if (!held.is_empty()) sizes.push_back({held.width() + gap, held.height() + gap});
  std::vector<Rect> bounds;
  for (const Piece* piece : free) {
    bounds.push_back(bounds_of(piece->points));
    sizes.push_back({bounds.back().width() + gap, bounds.back().height() + gap});
  }
  const std::vector<Vec2> corners = pack_boxes(sizes, room_below);
  const Vec2 origin = held.is_empty() ? Vec2{} : held.min;
  const std::size_t first = held.is_empty() ? 0 : 1;
  for (std::size_t i = 0; i < free.size(); ++i) picture.add(*free[i], origin + corners[first + i] - bounds[i].min);
}

void add_grid(const std::vector<std::uint32_t>& vertices, Picture& picture) {
  if (vertices.empty()) return;
  const Rect above = picture.bounds();
  const float own_width = std::sqrt(static_cast<float>(vertices.size()) * picture_aspect) * singleton_step;
  const float width = above.is_empty() ? own_width : std::max(above.width(), 0.5F * own_width);
  const std::size_t columns = static_cast<std::size_t>(width / singleton_step) + 1;
  const Vec2 corner = above.is_empty() ? Vec2{} : Vec2{above.min.x, above.max.y + gap};
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const Vec2 cell{static_cast<float>(i % columns), static_cast<float>(i / columns)};
    picture.set(vertices[i], corner + cell * singleton_step);
  }
}

}  // namespace

namespace {

// Turned about the centre of the points, after mirroring left and right if wanted.
void turn(std::span<Vec2> points, Vec2 centre, double angle, bool is_mirrored) {
  const auto cosine = static_cast<float>(std::cos(angle));
  const auto sine = static_cast<float>(std::sin(angle));
  for (Vec2& p : points) {
    Vec2 out = p - centre;
    if (is_mirrored) out.x = -out.x;
    p = centre + Vec2{cosine * out.x - sine * out.y, sine * out.x + cosine * out.y};
  }
}

}  // namespace

void lay_flat(std::span<Vec2> points) {
  Vec2 centre;
  for (const Vec2& p : points) centre = centre + p * (1 / static_cast<float>(points.size()));
  double xx = 0, xy = 0, yy = 0;
  for (const Vec2& p : points) {
    const Vec2 out = p - centre;
    xx += static_cast<double>(out.x * out.x);
    xy += static_cast<double>(out.x * out.y);
    yy += static_cast<double>(out.y * out.y);
  }
  turn(points, centre, -0.5 * std::atan2(2 * xy, xx - yy), false);
}

void turn_towards(std::span<Vec2> points, std::span<const Vec2> wanted) {
  Vec2 centre, wanted_centre;
  float count = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_finite(wanted[i])) continue;
    centre = centre + points[i];
    wanted_centre = wanted_centre + wanted[i];
    ++count;
  }
  if (count < 3) return lay_flat(points);
  centre = centre * (1 / count);
  wanted_centre = wanted_centre * (1 / count);
  // Sums of the products of both as complex numbers: the angle of conj(p) w is how far p must turn to meet w.
  double straight_re = 0, straight_im = 0, mirrored_re = 0, mirrored_im = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_finite(wanted[i])) continue;
    const Vec2 p = points[i] - centre;
    const Vec2 w = wanted[i] - wanted_centre;
    straight_re += static_cast<double>(p.x * w.x + p.y * w.y);
    straight_im += static_cast<double>(p.x * w.y - p.y * w.x);
    mirrored_re += static_cast<double>(-p.x * w.x + p.y * w.y);
    mirrored_im += static_cast<double>(-p.x * w.y - p.y * w.x);
  }
  const bool is_mirrored = std::hypot(mirrored_re, mirrored_im) > std::hypot(straight_re, straight_im);
  turn(points, centre, is_mirrored ? std::atan2(mirrored_im, mirrored_re) : std::atan2(straight_im, straight_re),
       is_mirrored);
}

Positions assemble(const std::vector<Piece>& pieces, std::span<const std::uint32_t> singletons, const Positions& start,
                   std::size_t vertices) {
  Picture picture(vertices);
  std::vector<const Piece*> free;
  for (const Piece& piece : pieces) {
    if (piece.is_held) {
      picture.add(piece, {});
    } else {
      free.push_back(&piece);
    }
  }
  std::vector<std::uint32_t> free_singletons;
  for (const std::uint32_t v : singletons) {
    if (has_start(start, v)) {
      picture.set(v, start[v]);
    } else {
      free_singletons.push_back(v);
    }
  }
  const float room_below = static_cast<float>(free_singletons.size()) * singleton_step * singleton_step;
  if (!free.empty()) add_packed(free, room_below, picture);
  add_grid(free_singletons, picture);
  return picture.take();
}

}  // namespace samverka
