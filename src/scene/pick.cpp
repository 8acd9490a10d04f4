#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "scene/pick_index.h"
#include "scene/scene.h"

namespace samverka {
namespace {

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
    float away = 0;
    if (!reaches(mark, camera, px, away) || away > nearest) continue;
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
    const auto away = reached(link, camera, px, nearest, curve);
    if (!away) continue;
    nearest = *away;
    found = link.pick;
  }
  return found;
}

bool ring_crossings_odd(std::span<const Vec2> ring, Vec2 p) {
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
    if (contains(*area, world)) return area->pick;
  }
  return {};
}

}  // namespace

bool reaches(const Mark& mark, const Camera& camera, Vec2 px, float& away) {
  if (mark.pick.kind == PickId::Kind::none) return false;
  away = distance(camera.screen_from_world(mark.centre), px);
  return away <= mark.radius_px * camera.mark_scale + mark_reach_px;  // false for NaN
}

std::optional<float> reached(const Link& link, const Camera& camera, Vec2 px, float nearest,
                             std::vector<Vec2>& scratch) {
  if (link.pick.kind == PickId::Kind::none || !std::isfinite(link.bend)) return std::nullopt;
  const Vec2 a = camera.screen_from_world(link.from);
  const Vec2 b = camera.screen_from_world(link.to);
  if (!may_reach(px, a, b, bend_control(a, b, link.bend))) return std::nullopt;
  // No point of a curve is further from its chord than the sagitta; flattening it costs ten times this.
  const float sagitta = std::abs(link.bend) * distance(a, b);
  if (distance_to_segment(px, a, b) > nearest + sagitta + 1) return std::nullopt;
  flatten_bend(a, b, link.bend, scratch);
  std::optional<float> found;
  for (std::size_t i = 1; i < scratch.size(); ++i) {
    const float away = distance_to_segment(px, scratch[i - 1], scratch[i]);
    if (away > nearest) continue;
    nearest = away;
    found = away;
  }
  return found;
}

bool contains(const Polygon& polygon, Vec2 world) {
  if (polygon.pick.kind == PickId::Kind::none) return false;
  bool is_inside = false;
  for (const std::vector<Vec2>& ring : polygon.rings) is_inside ^= !ring.empty() && ring_crossings_odd(ring, world);
  return is_inside;
}

PickId pick_at(const Scene& scene, const Camera& camera, Vec2 px) {
  if (!is_finite(px)) return {};
  if (const PickId mark = mark_at(scene, camera, px); mark.kind != PickId::Kind::none) return mark;
  if (const PickId link = link_at(scene, camera, px); link.kind != PickId::Kind::none) return link;
  return area_at(scene, camera.world_from_screen(px));
}

std::vector<PickId> marks_inside(const Scene& scene, const Camera& camera, std::span<const Vec2> line_px) {
  Rect box;
  for (const Vec2 corner : line_px) box.include(corner);
  std::vector<PickId> inside;
  std::unordered_set<std::uint64_t> seen;
  for (const Mark& mark : scene.marks) {
    const Vec2 at = camera.screen_from_world(mark.centre);
    if (mark.pick.kind == PickId::Kind::none || !box.contains(at) || !ring_crossings_odd(line_px, at)) continue;
    const std::uint64_t name = static_cast<std::uint64_t>(mark.pick.kind) << 32U | mark.pick.index;
    if (seen.insert(name).second) inside.push_back(mark.pick);
  }
  return inside;
}

}  // namespace samverka
