#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.h"

namespace samverka {

// One pass that pushes apart every two points nearer than `distance`, by what is missing times `strength`, shared
// between the two as they give way: `gives` is 0 for a point that is held, and empty if all give alike. Returns how
// many pairs were too near. Points that coincide part along a direction of their own. Points are taken in order:
// deterministic. About linear, through a grid of cells.
std::size_t push_apart(std::span<Vec2> points, std::span<const float> gives, float distance, float strength);

// The promise of every layout: all finite, and no two in one place. Moves only what breaks it, and hardly visibly.
void ensure_distinct(std::span<Vec2> points, float unit);

}  // namespace samverka
