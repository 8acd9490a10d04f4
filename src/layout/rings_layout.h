#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/layout.h"

namespace samverka {

// One vertex in the middle, the others on rings around it by how many edges away they are.
struct RingsInput {
  static constexpr std::uint32_t between = 0xFFFFFFFFU;
  const Graph& graph;
  std::uint32_t centre = 0;
  // Each vertex: vertices of one sector stand beside each other on every ring, sectors in rising order clockwise from
  // the top. `between`: in no sector, but in the direction of those it joins (an agreement between two rings of
  // actors).
  std::span<const std::uint32_t> sectors;
  std::vector<bool> is_dead_end;  // each vertex: is reached, but no way goes on through it; empty: none
};

struct Rings {
  static constexpr std::uint32_t unreached = 0xFFFFFFFFU;
  Positions positions;               // one a vertex, the centre at the origin; finite, no two in one place
  std::vector<std::uint32_t> edges;  // each vertex: edges from the centre, or unreached
  std::vector<float> radii;          // of the circle through what is 1, 2 ... edges away
};

// Rings widen where they are crowded, and hold several rows where many stand. What is not reached stands on a last
// ring, outside all. Within a sector those that hang on neighbouring vertices of the ring inside stand beside each
// other. A centre that the graph does not have gives no rings. Deterministic; about linear.
Rings rings_layout(const RingsInput& input);

}  // namespace samverka
