#pragma once
#include <cmath>
#include <cstddef>

#include "base/geometry.h"

namespace samverka {

// The golden angle, in radians: turning by it never lines up with an earlier turn.
constexpr float golden_angle = 2.39996323F;

// Place number `index` of a sunflower head around the origin (Vogel, "A better way to construct the sunflower head",
// 1979): even density outwards, neighbours about `spacing` apart, number 0 in the middle.
inline Vec2 sunflower(std::size_t index, float spacing) {
  const float radius = 0.6F * spacing * std::sqrt(static_cast<float>(index));
  const float turn = golden_angle * static_cast<float>(index);
  return {radius * std::cos(turn), radius * std::sin(turn)};
}

}  // namespace samverka
