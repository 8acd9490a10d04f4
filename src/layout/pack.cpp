#include "layout/pack.h"

#include <algorithm>

namespace samverka {
namespace {

// The lower edge of what is placed so far, as steps from left to right.
class Skyline {
 public:
  explicit Skyline(float width) : width_(width), steps_{{0, 0}} {}

  Vec2 place(Vec2 size) {
    std::size_t best = 0;
    float best_y = -1;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (i > 0 && steps_[i].x + size.x > width_ * 1.0001F) break;
      const float y = level_under(i, size.x);
      if (best_y < 0 || y < best_y) {
        best = i;
        best_y = y;
      }
    }
    const Vec2 corner{steps_[best].x, best_y};
    raise(corner.x, corner.x + size.x, corner.y + size.y);
    return corner;
  }

 private:
  float level_under(std::size_t first, float width) const {
    const float right = steps_[first].x + width * 0.9999F;
    float level = 0;
    for (std::size_t i = first; i < steps_.size() && steps_[i].x < right; ++i) level = std::max(level, steps_[i].y);
    return level;
  }

  void raise(float left, float right, float level) {
    std::vector<Vec2> after;
    float level_at_right = 0;
    for (const Vec2& step : steps_) {
      if (step.x <= right) level_at_right = step.y;
      if (step.x < left) after.push_back(step);
    }
    after.push_back({left, level});
    after.push_back({right, level_at_right});
    for (const Vec2& step : steps_) {
      if (step.x > right) after.push_back(step);
    }
    steps_ = std::move(after);
  }

  float width_;
  std::vector<Vec2> steps_;
};

struct Packing {
  std::vector<Vec2> corners;
  Vec2 extent;
};

Packing pack_in_width(std::span<const Vec2> sizes, float width) {
  Skyline skyline(width);
  Packing packing;
  for (const Vec2& size : sizes) {
    const Vec2 corner = skyline.place(size);
    packing.corners.push_back(corner);
    packing.extent = {std::max(packing.extent.x, corner.x + size.x), std::max(packing.extent.y, corner.y + size.y)};
  }
  return packing;
}

// The area of the window-shaped picture that would show it all: what the packing should keep small.
float area_shown(Vec2 extent) {
  const float shown_width = std::max(extent.x, extent.y * picture_aspect);
  return shown_width * shown_width / picture_aspect;
}

}  // namespace

std::vector<Vec2> pack_boxes(std::span<const Vec2> sizes) {
  float area = 0;
  float widest = 0;
  for (const Vec2& size : sizes) {
    area += size.x * size.y;
    widest = std::max(widest, size.x);
  }
  Packing best;
  float best_area = -1;
  for (const float looseness : {1.0F, 1.06F, 1.12F, 1.18F, 1.25F, 1.35F, 1.5F, 1.75F, 2.0F}) {
    const Packing packing = pack_in_width(sizes, std::max(widest, looseness * std::sqrt(area * picture_aspect)));
    const float shown = area_shown(packing.extent);
    if (best_area >= 0 && shown >= best_area) continue;
    best = packing;
    best_area = shown;
  }
  return best.corners;
}

}  // namespace samverka
