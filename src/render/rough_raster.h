#pragma once
#include "render/picture.h"

namespace samverka {

// As rasterize(), from a quarter of the pixels: every shape in its place and size, but blurred. For a picture that is
// gone in the next moment, where the whole one costs too much: about a third of the work.
Pixels rasterize_rough(const Scene& scene, const Camera& camera, float pixel_ratio = 1, unsigned threads = 0);

}  // namespace samverka
