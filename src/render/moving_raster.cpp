#include "render/moving_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace samverka {
namespace {

constexpr float alike_px = 0.1F;

struct Step {
  int right = 0;  // how far what is drawn moves, in pixels
  int down = 0;
};

// How the picture moves between two cameras, if it moves by whole pixels and some of it stays in view.
std::optional<Step> step_between(const Camera& from, const Camera& to, const Pixels& picture) {
  const bool is_alike = from.scale == to.scale && from.viewport_px == to.viewport_px &&
                        from.mark_scale == to.mark_scale && picture.width > 0 && picture.height > 0;
  if (!is_alike) return std::nullopt;
  const Vec2 moved = (from.centre - to.centre) * to.scale;
  const Vec2 whole{std::round(moved.x), std::round(moved.y)};
  const bool is_whole = std::abs(moved.x - whole.x) < alike_px && std::abs(moved.y - whole.y) < alike_px;
  const bool stays =
      std::abs(whole.x) < static_cast<float>(picture.width) && std::abs(whole.y) < static_cast<float>(picture.height);
  if (!is_whole || !stays) return std::nullopt;  // false for NaN
  return Step{static_cast<int>(whole.x), static_cast<int>(whole.y)};
}

// Moves the pixels within the picture; what they leave behind keeps its old content.
void shift(Pixels& picture, Step step) {
  const int rows = picture.height - std::abs(step.down);
  const int columns = picture.width - std::abs(step.right);
  const auto at = [&](int x, int y) {
    return picture.rgba.data() +
           (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
  };
  for (int i = 0; i < rows; ++i) {
    const int row = step.down > 0 ? rows - 1 - i : i;  // rows that are read must not have been written yet
    const std::uint8_t* from = at(std::max(0, -step.right), row + std::max(0, -step.down));
    std::memmove(at(std::max(0, step.right), row + std::max(0, step.down)), from,
                 static_cast<std::size_t>(columns) * 4);
  }
}

struct Box {
  int left, top, width, height;
};

void draw_box(Pixels& picture, const Box& box, const Scene& scene, const Camera& camera, float pixel_ratio) {
  if (box.width <= 0 || box.height <= 0) return;
  Camera part = camera;
  part.viewport_px = {static_cast<float>(box.width), static_cast<float>(box.height)};
  const Vec2 corner{static_cast<float>(box.left), static_cast<float>(box.top)};
  const Vec2 off = corner + part.viewport_px * 0.5F - camera.viewport_px * 0.5F;
  part.centre = camera.centre + off * (1 / camera.scale);
  const Pixels drawn = rasterize(scene, part, pixel_ratio);
  const std::size_t bytes = static_cast<std::size_t>(box.width) * 4;
  for (int row = 0; row < box.height; ++row) {
    const auto to = static_cast<std::size_t>(box.top + row) * static_cast<std::size_t>(picture.width) +
                    static_cast<std::size_t>(box.left);
    std::memcpy(picture.rgba.data() + to * 4, drawn.rgba.data() + static_cast<std::size_t>(row) * bytes, bytes);
  }
}

}  // namespace

const Pixels& MovingRaster::draw(const Scene& scene, std::uint64_t scene_revision, const Camera& camera,
                                 float pixel_ratio) {
  const bool is_same_scene = scene_revision == scene_revision_ && pixel_ratio == pixel_ratio_;
  const auto step = is_same_scene ? step_between(camera_, camera, picture_) : std::nullopt;
  if (step) {
    move(scene, step->right, step->down);
    return picture_;
  }
  picture_ = rasterize(scene, camera, pixel_ratio);
  scene_revision_ = scene_revision;
  camera_ = camera;
  pixel_ratio_ = pixel_ratio;
  return picture_;
}

void MovingRaster::move(const Scene& scene, int right, int down) {
  if (right == 0 && down == 0) return;
  shift(picture_, {right, down});
  // From the camera of the pixels, not from the one that was asked for: errors do not add up over a long drag.
  camera_.centre = camera_.centre - Vec2{static_cast<float>(right), static_cast<float>(down)} * (1 / camera_.scale);
  const int rows = std::abs(down);
  const int columns = std::abs(right);
  draw_box(picture_, {0, down > 0 ? 0 : picture_.height - rows, picture_.width, rows}, scene, camera_, pixel_ratio_);
  draw_box(picture_, {right > 0 ? 0 : picture_.width - columns, std::max(0, down), columns, picture_.height - rows},
           scene, camera_, pixel_ratio_);
}

}  // namespace samverka
