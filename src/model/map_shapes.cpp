#include "model/map_shapes.h"

#include <algorithm>

namespace samverka {
namespace {

// Does the edge a-b cross the ray from p to the right? Half-open in y, so that a corner counts once.
bool crosses_ray(Vec2 a, Vec2 b, Vec2 p) {
  if ((a.y > p.y) == (b.y > p.y)) return false;
  const double x =
      a.x + (static_cast<double>(p.y) - a.y) / (static_cast<double>(b.y) - a.y) * (static_cast<double>(b.x) - a.x);
  return x > p.x;
}

bool is_inside(const std::vector<std::vector<Vec2>>& rings, Vec2 p) {
  bool inside = false;
  for (const std::vector<Vec2>& ring : rings) {
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
      if (crosses_ray(ring[before], ring[i], p)) inside = !inside;
    }
  }
  return inside;
}

// Where a line from west to east crosses the borders, sorted: inside is between the first and second, and so on.
std::vector<float> crossings_at(const std::vector<std::vector<Vec2>>& rings, float y) {
  std::vector<float> crossings;
  for (const std::vector<Vec2>& ring : rings) {
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
      const Vec2 a = ring[before];
      const Vec2 b = ring[i];
      if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::sort(crossings.begin(), crossings.end());
  return crossings;
}

}  // namespace

bool is_inside(const MapShapes::Place& place, Vec2 map_km) {
  return place.bounds.contains(map_km) && is_inside(place.rings, map_km);
}

// A stretch near the middle from north to south is preferred: a name at the southern tip looks lost.
Vec2 label_point(const MapShapes::Place& place) {
  constexpr int lines = 24;
  Vec2 best = place.bounds.centre();
  float greatest = 0;
  for (int i = 1; i < lines; ++i) {
    const float share = static_cast<float>(i) / lines;
    const float y = place.bounds.min.y + place.bounds.height() * share;
    const float middling = 0.4F + 2.4F * share * (1 - share);  // 1 in the middle, 0.4 at the ends
    const std::vector<float> x = crossings_at(place.rings, y);
    for (std::size_t k = 0; k + 1 < x.size(); k += 2) {
      const float worth = (x[k + 1] - x[k]) * middling;
      if (!(worth > greatest)) continue;
      greatest = worth;
      best = {(x[k] + x[k + 1]) / 2, y};
    }
  }
  return best;
}

const MapShapes::Place* find_place(const std::vector<MapShapes::Place>& places, std::string_view code) {
  const auto found = std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.code == code; });
  return found == places.end() ? nullptr : &*found;
}

std::string short_county_name(const std::string& name) {
  for (const std::string_view ending : {"s län", " län"}) {
    const std::size_t stem = name.size() - std::min(name.size(), ending.size());
    if (stem > 0 && std::string_view(name).substr(stem) == ending) return name.substr(0, stem);
  }
  return name;
}

const MapShapes::Place* municipality_at(const MapShapes& shapes, Vec2 map_km) {
  const auto found = std::find_if(shapes.municipalities.begin(), shapes.municipalities.end(),
                                  [&](const auto& place) { return is_inside(place, map_km); });
  return found == shapes.municipalities.end() ? nullptr : &*found;
}

}  // namespace samverka
