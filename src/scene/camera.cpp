#include <algorithm>
#include <cmath>

#include "scene/scene.h"

namespace samverka {
namespace {

// Far below and above any zoom that shows something; keeps pixel positions within what a float tells apart.
constexpr float least_scale = 1e-6F;
constexpr float greatest_scale = 1e7F;

float sound_scale(float scale) {
  if (!(scale > least_scale)) return least_scale;  // NaN too
  return std::min(scale, greatest_scale);
}

// Pixels a world unit so that `extent` fills `room`; a flat extent asks for nothing.
float scale_for(float room, float extent) { return extent > 0 ? std::max(room, 1.0F) / extent : greatest_scale; }

}  // namespace

Camera Camera::zoomed_at(Vec2 px, float factor) const {
  Camera zoomed = *this;
  zoomed.scale = sound_scale(scale * factor);
  const Vec2 held = world_from_screen(px);
  zoomed.centre = held - (px - viewport_px * 0.5F) * (1.0F / zoomed.scale);
  return is_finite(zoomed.centre) ? zoomed : *this;
}

Camera fit(const Rect& bounds, Vec2 viewport_px, float margin_px) {
  Camera camera;
  camera.viewport_px = {std::max(viewport_px.x, 1.0F), std::max(viewport_px.y, 1.0F)};
  const bool is_usable = !bounds.is_empty() && is_finite(bounds.min) && is_finite(bounds.max);
  if (!is_usable) return camera;
  camera.centre = bounds.min * 0.5F + bounds.max * 0.5F;
  const float margin = std::min({margin_px, camera.viewport_px.x * 0.25F, camera.viewport_px.y * 0.25F});
  const float scale = std::min(scale_for(camera.viewport_px.x - 2 * margin, bounds.max.x - bounds.min.x),
                               scale_for(camera.viewport_px.y - 2 * margin, bounds.max.y - bounds.min.y));
  // One point alone has no extent: show it at a quiet scale instead of the greatest.
  camera.scale = scale >= greatest_scale ? 1.0F : sound_scale(scale);
  return camera;
}

}  // namespace samverka
