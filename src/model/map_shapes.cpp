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

}  // namespace

const MapShapes::Place* municipality_at(const MapShapes& shapes, Vec2 map_km) {
  const auto found = std::find_if(shapes.municipalities.begin(), shapes.municipalities.end(), [&](const auto& place) {
    return place.bounds.contains(map_km) && is_inside(place.rings, map_km);
  });
  return found == shapes.municipalities.end() ? nullptr : &*found;
}

}  // namespace samverka
