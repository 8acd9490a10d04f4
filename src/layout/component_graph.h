#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace samverka {

// One connected component with its own numbering, made for the inner loops of a layout: a random one, since the order
// in which pairs are moved should not follow the file's (see full_stress.h).
struct ComponentGraph {
  std::vector<std::uint32_t> vertices;   // of the whole graph, by local number
  std::vector<std::uint32_t> row_start;  // vertices.size() + 1
  std::vector<std::uint32_t> neighbours;
  std::vector<std::uint16_t> lengths;  // of the edge to each neighbour, in quanta
  std::uint16_t longest = 1;           // of the lengths
  float quantum = 1;                   // world units of one quantum

  std::size_t size() const { return vertices.size(); }
  std::size_t arcs() const { return neighbours.size(); }
};

// How long an edge wants to be.
//   hops: every edge is 1, the plain graph distance.
//   by_degree: 1, or more at an agreement (or actor) of many: its parties need room around it, and the room in a disc
//   grows with the square of its radius, so the length grows with the square root of the number of edges. That also
//   lets an agreement that joins the whole country hold its parties loosely: with hops it would pull everybody within
//   two steps of everybody, and the picture would be one ball.
enum class EdgeLengths { hops, by_degree };

// Components of two or more vertices, the largest first (then the one with the lowest vertex), and the rest apart.
struct SplitGraph {
  std::vector<ComponentGraph> components;
  std::vector<std::uint32_t> singletons;
};
SplitGraph split_components(const Graph& graph, EdgeLengths lengths, std::uint64_t seed);

}  // namespace samverka
