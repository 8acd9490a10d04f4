#pragma once
#include <algorithm>
#include <cmath>

#include "layout/component_layout.h"
#include "layout/full_stress.h"

namespace samverka {

// The annealing of stress by SGD (Zheng, Pawar & Goodman 2018, section 3): step sizes fall exponentially from one that
// lets the longest pair reach its distance in one move to one that only smooths the shortest.
class Annealing {
 public:
  // With a guess to begin from, the steps begin smaller, so that it is not all thrown away. Small drawings get more
  // rounds: they cost nothing, and a bend in a path of ten is seen.
  Annealing(std::size_t vertices, float longest, bool has_guess)
      : rounds_(static_cast<int>(std::clamp<std::size_t>(20'000 / std::max<std::size_t>(1, vertices), 30, 300))),
        first_(longest * longest * (has_guess ? 0.1F : 1.0F)),
        decay_(std::log(std::max(1.0F, first_ / last)) / static_cast<float>(rounds_ - 1)) {}
  int rounds() const { return rounds_; }
  float eta(int round) const { return first_ * std::exp(-decay_ * static_cast<float>(round)); }

 private:
  static constexpr float last = 0.03F;  // edge lengths, squared
  int rounds_;
  float first_, decay_;
};

// How far apart marks should be at the end, in edge lengths: half a length, so that those of a county do not sit on
// each other. Less where the drawing has no room for that: a graph of many within few steps would else swell to several
// times its size, and its distances would say nothing (measured: stress 0.24 for 0.16 with 1 000 vertices and 4 000
// edges).
float spacing_for(std::span<const Vec2> points);

// Where a drawing begins: held vertices at their start; the others by a random walk outwards from held neighbours, or,
// with nothing held, in a random disc.
Drawing first_drawing(const ComponentGraph& graph, const ComponentStart& start, float radius);

std::vector<Vec2> points_of(const Drawing& drawing);

// How each vertex gives way when marks are pushed apart: the less, the more edges it has, so that an agreement stays in
// the middle of its parties; not at all if it is held.
std::vector<float> giving_way(const ComponentGraph& graph, const Drawing& drawing);

}  // namespace samverka
