#pragma once
#include "render/picture.h"

namespace samverka {

// The raster of one scene as the camera moves. A step by whole pixels keeps what is still in view and draws only the
// strips that came into it, so dragging a large picture costs what enters it. Anything else draws all of it.
class MovingRaster {
 public:
  // The picture as rasterize() would draw it, within what a tenth of a pixel in the position of a shape makes.
  // `scene_revision` tells scenes apart. The answer is good until the next call.
  const Pixels& draw(const Scene& scene, std::uint64_t scene_revision, const Camera& camera, float pixel_ratio);
  void forget() { picture_ = {}; }

 private:
  void move(const Scene& scene, int right, int down);

  Pixels picture_;
  std::uint64_t scene_revision_ = 0;
  Camera camera_;  // that the pixels are of: within a tenth of a pixel of the one that was asked for
  float pixel_ratio_ = 1;
};

}  // namespace samverka
