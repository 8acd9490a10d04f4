#include "ui/map_camera.h"

#include <algorithm>

namespace samverka {

std::optional<Camera> camera_on_land(const Session& session, float ui_scale) {
  const PickId hover = session.view.hover;
  const auto land = bounds_of_area(session.assets().shapes, hover);
  const Camera& now = session.view.camera();
  if (!land || session.view.tab != Tab::map) return {};
  const bool is_county = hover.kind == PickId::Kind::county_area;
  const float margin = 0.05F * std::min(now.viewport_px.x, now.viewport_px.y);
  Camera camera = fit(*land, now.viewport_px, margin);
  const float least = least_px_per_km(is_county ? MapDetail::county : MapDetail::municipality) * ui_scale;
  camera.scale = std::max(camera.scale, least * 1.02F);
  if (now.scale > 0.8F * camera.scale) return {};
  return camera;
}

}  // namespace samverka
