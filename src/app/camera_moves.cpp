#include "app/camera_moves.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/selection.h"

namespace samverka {
namespace {

constexpr float margin_share = 0.12F;    // of the picture's shorter side, around what is shown
constexpr float least_side_map = 30;     // km: one village is not blown up to fill the window
constexpr float least_side_network = 6;  // typical edge lengths

std::uint32_t number(const std::string& code) {
  std::uint32_t value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value);
  return value;
}

const MapShapes::Place* place_with(const std::vector<MapShapes::Place>& places, std::uint32_t code) {
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const MapShapes::Place& p) { return number(p.code) == code; });
  return found == places.end() ? nullptr : &*found;
}

// The land that stands for it on the map, if any does.
const MapShapes::Place* land_of(const Session& session, PickId pick) {
  const MapShapes& shapes = session.assets().shapes;
  if (pick.kind == PickId::Kind::municipality_area) return place_with(shapes.municipalities, pick.index);
  if (pick.kind == PickId::Kind::county_area) return place_with(shapes.counties, pick.index);
  if (pick.kind != PickId::Kind::actor) return nullptr;
  const Actor& actor = session.network().actor(ActorId(pick.index));
  if (actor.type == "municipality") return place_with(shapes.municipalities, number(actor.municipality));
  if (actor.type == "region") return place_with(shapes.counties, number(actor.county));
  return nullptr;
}

bool is_left_of(PickId a, PickId b) { return std::pair(a.kind, a.index) < std::pair(b.kind, b.index); }

// On the map everything has its place, drawn at this distance or not; in a network what is collapsed has none.
Rect bounds_of_places(const Session& session, const std::vector<PickId>& picks) {
  Rect bounds;
  const Positions& places = session.map_positions();
  for (const PickId pick : picks) {
    const auto vertex = vertex_of(session.shown().incidence, pick);
    if (vertex && *vertex < places.size() && is_finite(places[*vertex])) bounds.include(places[*vertex]);
  }
  return bounds;
}

Rect bounds_of_marks(const Session& session, std::vector<PickId> picks) {
  std::sort(picks.begin(), picks.end(), is_left_of);
  Rect bounds;
  for (const Mark& mark : session.scene().marks) {
    const bool is_wanted = std::binary_search(picks.begin(), picks.end(), mark.pick, is_left_of);
    if (is_wanted && is_finite(mark.centre)) bounds.include(mark.centre);
  }
  return bounds;
}

Rect at_least(Rect bounds, float side) {
  const Vec2 half{std::max(bounds.width(), side) / 2, std::max(bounds.height(), side) / 2};
  return {bounds.centre() - half, bounds.centre() + half};
}

Rect bounds_of_selection(const Session& session) {
  const std::vector<PickId> picks = session.view.selected();
  const bool is_map = session.view.tab == Tab::map;
  if (is_map && picks.size() == 1) {
    if (const MapShapes::Place* land = land_of(session, picks.front())) return land->bounds;
  }
  const Rect bounds = is_map ? bounds_of_places(session, picks) : bounds_of_marks(session, picks);
  return bounds.is_empty() ? bounds : at_least(bounds, is_map ? least_side_map : least_side_network);
}

}  // namespace

void show_selection(Session& session) {
  const Rect bounds = bounds_of_selection(session);
  if (bounds.is_empty()) return;
  Camera& camera = session.view.camera();
  const Vec2 viewport = camera.viewport_px;
  const float mark_scale = camera.mark_scale;
  camera = fit(bounds, viewport, margin_share * std::min(viewport.x, viewport.y));
  camera.mark_scale = mark_scale;
  session.view.is_fitted() = false;
}

void keep_selection_in_view(Session& session) {
  const Rect marks = bounds_of_marks(session, {session.view.selection});
  if (marks.is_empty()) return show_selection(session);  // not drawn from so far out
  Camera& camera = session.view.camera();
  const Vec2 viewport = camera.viewport_px;
  const float margin = margin_share * std::min(viewport.x, viewport.y);
  const Vec2 at = camera.screen_from_world(marks.centre());
  const auto inside = [&](float value, float size) {
    return std::clamp(value, margin, std::max(margin, size - margin));
  };
  const Vec2 wanted{inside(at.x, viewport.x), inside(at.y, viewport.y)};
  if (wanted == at) return;
  camera.centre = camera.centre + (at - wanted) * (1.0F / camera.scale);
  session.view.is_fitted() = false;
}

}  // namespace samverka
