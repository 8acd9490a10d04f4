#include <algorithm>
#include <cmath>
#include <limits>

#include "scene/scene.h"

namespace samverka {
namespace {

constexpr float mark_reach_px = 3;
constexpr float link_reach_px = 4;

float distance_to_segment(Vec2 p, Vec2 a, Vec2 b) {
  const Vec2 along = b - a;
  const float square = dot(along, along);
  const float t = square > 0 ? std::clamp(dot(p - a, along) / square, 0.0F, 1.0F) : 0.0F;
  return distance(p, a + along * t);
}

bool may_reach(Vec2 p, Vec2 a, Vec2 b, Vec2 control) {
  Rect box;
  for (const Vec2 corner : {a, b, control}) box.include(corner);
  return box.grown(link_reach_px).contains(p);
}

// Where marks lie over each other the one whose middle is nearest is meant; of equally near ones the last, on top.
PickId mark_at(const Scene& scene, const Camera& camera, Vec2 px) {
  PickId found;
  float nearest = std::numeric_limits<float>::max();
  for (const Mark& mark : scene.marks) {
    if (mark.pick.kind == PickId::Kind::none) continue;
    const float away = distance(camera.screen_from_world(mark.centre), px);
    const bool is_reached = away <= mark.radius_px * camera.mark_scale + mark_reach_px;  // false for NaN
    if (!is_reached || away > nearest) continue;
    nearest = away;
    found = mark.pick;
  }
  return found;
}

// The nearest one within reach; of equally near ones the last, which is on top.
PickId link_at(const Scene& scene, const Camera& camera, Vec2 px) {
  PickId found;
  float nearest = link_reach_px;
  std::vector<Vec2> curve;
  for (const Link& link : scene.links) {
    if (link.pick.kind == PickId::Kind::none) continue;
    const Vec2 a = camera.screen_from_world(link.from);
    const Vec2 b = camera.screen_from_world(link.to);
    if (!may_reach(px, a, b, bend_control(a, b, link.bend))) continue;
    flatten_bend(a, b, link.bend, curve);
    for (std::size_t i = 1; i < curve.size(); ++i) {
      const float away = distance_to_segment(px, curve[i - 1], curve[i]);
      if (away > nearest) continue;
      nearest = away;
      found = link.pick;
    }
  }
  return found;
}

bool ring_crossings_odd(const std::vector<Vec2>& ring, Vec2 p) {
  bool is_odd = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Vec2 a = ring[i];
    const Vec2 b = ring[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) is_odd = !is_odd;
  }
  return is_odd;
}

PickId area_at(const Scene& scene, Vec2 world) {
  for (auto area = scene.polygons.rbegin(); area != scene.polygons.rend(); ++area) {
    if (area->pick.kind == PickId::Kind::none) continue;
    bool is_inside = false;
    for (const std::vector<Vec2>& ring : area->rings) is_inside ^= !ring.empty() && ring_crossings_odd(ring, world);
    if (is_inside) return area->pick;
  }
  return {};
}

}  // namespace

PickId pick_at(const Scene& scene, const Camera& camera, Vec2 px) {
  if (!is_finite(px)) return {};
  if (const PickId mark = mark_at(scene, camera, px); mark.kind != PickId::Kind::none) return mark;
  if (const PickId link = link_at(scene, camera, px); link.kind != PickId::Kind::none) return link;
  return area_at(scene, camera.world_from_screen(px));
}

}  // namespace samverka
