#include "ui/minimap.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace samverka {
namespace {

constexpr float greatest_side = 180;
constexpr float least_side = 48;
constexpr float inset = 16;              // from the picture's corner
constexpr Vec2 least_picture{460, 340};  // smaller ones need their room themselves
constexpr float enough_in_view = 0.6F;   // of the whole: then nobody is lost
constexpr float thinness = 0.35F;        // of lines and marks, beside the large picture
constexpr float margin_px = 5;

Rect common(const Rect& a, const Rect& b) {
  return {{std::max(a.min.x, b.min.x), std::max(a.min.y, b.min.y)},
          {std::min(a.max.x, b.max.x), std::min(a.max.y, b.max.y)}};
}

// How much of the whole is in view, of whichever side shows less of it.
float share_in_view(const Rect& whole, const Rect& view) {
  const Rect seen = common(whole, view);
  if (seen.is_empty()) return 0;
  const auto share = [](float part, float of) { return of > 0 ? part / of : 1; };
  return std::min(share(seen.width(), whole.width()), share(seen.height(), whole.height()));
}

// Like the whole in shape, but neither a thread nor larger than there is room for.
Vec2 size_like(const Rect& whole, float ui_scale) {
  const float longest = std::max({whole.width(), whole.height(), 1e-6F});
  const auto side = [&](float extent) {
    return std::round(std::clamp(greatest_side * extent / longest, least_side, greatest_side) * ui_scale);
  };
  return {side(whole.width()), side(whole.height())};
}

}  // namespace

void Minimap::place(const Scene& scene, const Camera& camera, float ui_scale) {
  view_ = camera.world_view();
  const Rect& whole = scene.bounds;
  const bool has_room =
      camera.viewport_px.x >= least_picture.x * ui_scale && camera.viewport_px.y >= least_picture.y * ui_scale;
  is_shown_ = has_room && !whole.is_empty() && is_finite(whole.min) && is_finite(whole.max) &&
              share_in_view(whole, view_) < enough_in_view;
  if (!is_shown_) return;
  const Vec2 size = size_like(whole, ui_scale);
  const Vec2 corner = camera.viewport_px - Vec2{inset, inset} * ui_scale;
  box_.max = {std::floor(corner.x), std::floor(corner.y)};
  box_.min = box_.max - size;
  small_ = fit(whole, size, margin_px * ui_scale);
}

Rect Minimap::view_box() const {
  const Rect seen{small_.screen_from_world(view_.min) + box_.min, small_.screen_from_world(view_.max) + box_.min};
  return common(seen, box_);
}

Vec2 Minimap::world_at(Vec2 px) const { return small_.world_from_screen(px - box_.min); }

void Minimap::paint(Pixels& picture, const Scene& scene, std::uint64_t scene_revision, float ui_scale) {
  if (!is_shown_) return;
  const bool is_stale = scene_revision != drawn_scene_ || pixels_.width != static_cast<int>(small_.viewport_px.x) ||
                        pixels_.height != static_cast<int>(small_.viewport_px.y);
  if (is_stale) pixels_ = rasterize(scene, small_, ui_scale * thinness);
  drawn_scene_ = scene_revision;
  const int left = static_cast<int>(box_.min.x);
  const int top = static_cast<int>(box_.min.y);
  if (left < 0 || top < 0 || left + pixels_.width > picture.width || top + pixels_.height > picture.height) return;
  for (int row = 0; row < pixels_.height; ++row) {
    std::memcpy(picture.rgba.data() + (static_cast<std::ptrdiff_t>(top + row) * picture.width + left) * 4,
                pixels_.rgba.data() + static_cast<std::ptrdiff_t>(row) * pixels_.width * 4,
                static_cast<std::size_t>(pixels_.width) * 4);
  }
}

}  // namespace samverka
