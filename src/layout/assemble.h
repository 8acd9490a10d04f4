#pragma once
#include <span>
#include <vector>

#include "layout/component_graph.h"
#include "layout/layout.h"

namespace samverka {

// A component drawn by itself.
struct Piece {
  const ComponentGraph* graph;
  std::vector<Vec2> points;  // by local number
  bool is_held = false;      // has vertices with a start: stays where it is
};

// Pieces beside each other in one picture about as wide as a window: what is held where it is, then the largest, then
// the smaller ones in rows beside and below, then the vertices without edges as one small grid. Free pieces must be
// given by falling size. `start` as in LayoutOptions: a singleton with one stays there.
Positions assemble(const std::vector<Piece>& pieces, std::span<const std::uint32_t> singletons, const Positions& start,
                   std::size_t vertices);

// Turned so that the longest direction lies flat: as a window is, and the same however the layout happened to fall.
void lay_flat(std::span<Vec2> points);

// Turned, and mirrored if that fits better, to lie as much like `wanted` (one a point, NaN where there is none) as a
// turn can make it: the closed form of Procrustes' problem in the plane. Laid flat if fewer than three are wanted.
void turn_towards(std::span<Vec2> points, std::span<const Vec2> wanted);

}  // namespace samverka
