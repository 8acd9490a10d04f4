#include "ui/map_camera.h"

#include <algorithm>
#include <utility>

namespace samverka {

namespace {

std::optional<Camera> camera_on(const MapShapes& shapes, PickId pick, Vec2 viewport_px, float ui_scale) {
  const auto land = bounds_of_area(shapes, pick);
  if (!land) return {};
  const bool is_county = pick.kind == PickId::Kind::county_area;
  Camera camera = fit(*land, viewport_px, 0.05F * std::min(viewport_px.x, viewport_px.y));
  const float least = least_px_per_km(is_county ? MapDetail::county : MapDetail::municipality) * ui_scale;
  camera.scale = std::max(camera.scale, least * 1.02F);
  return camera;
}

}  // namespace

std::optional<Camera> camera_on_land(const Session& session, float ui_scale) {
  const PickId hover = session.view.hover;
  const Camera& now = session.view.camera();
  if (session.view.tab != Tab::map) return {};
  const auto camera = camera_on(session.assets().shapes, hover, now.viewport_px, ui_scale);
  if (!camera || now.scale > 0.8F * camera->scale) return {};
  return camera;
}

void show_land(Session& session, float ui_scale) {
  const std::string code = std::exchange(session.view.wants_land, {});
  if (code.empty()) return;
  Camera& camera = session.view.camera();
  const auto land = camera_on(session.assets().shapes, land_of_code(code), camera.viewport_px, ui_scale);
  if (!land) return;
  camera = *land;
  session.view.is_fitted() = false;
}

}  // namespace samverka
