#pragma once
#include <span>
#include <vector>

#include "base/geometry.h"

namespace samverka {

// About the shape of a window.
constexpr float picture_aspect = 1.6F;

// Where the upper left corner of each box goes so that none overlap, packed close, together about picture_aspect wide
// to high. The first box stands at the origin and the others beside and below it, each as high up as it fits and then
// as far left: boxes given by falling size end as tidy rows. (The skyline rule: Jylänki, "A thousand ways to
// pack the bin", 2010.)
std::vector<Vec2> pack_boxes(std::span<const Vec2> sizes);

}  // namespace samverka
