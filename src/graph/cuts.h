#pragma once
// Where a graph comes apart: vertices and edges whose loss splits what hung together, and what each of them splits off.
#include <vector>

#include "graph/graph.h"

namespace samverka {

// Places [begin, end) in Cuts::order.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const { return end - begin; }
  bool operator==(const Stretch&) const = default;
};

// Without it the component falls into the parts `below` and the rest of it, where there is a rest.
struct CutVertex {
  std::uint32_t vertex = 0;
  Stretch component;           // all of it, the vertex too
  std::uint32_t place = 0;     // of the vertex itself in Cuts::order
  std::vector<Stretch> below;  // ascending, at least one; each a part of its own
};

// Without the edge the component falls in two: `below`, and the rest of it.
struct CutEdge {
  std::uint32_t a = 0, b = 0;  // a < b
  Stretch component, below;
};

struct Cuts {
  std::vector<std::uint32_t> order;  // every vertex once: components, and within them all parts, stand together
  std::vector<CutVertex> vertices;   // ascending
  std::vector<CutEdge> edges;        // by a, b; one of two parallel edges is no cut
  std::size_t components = 0;
};

// One depth-first search with the lowest place that each subtree reaches back to (Hopcroft and Tarjan, Algorithm 447,
// Communications of the ACM 16(6), 1973), without recursion. Own, not Boost's: Boost's biconnected_components names the
// vertices and not what they split off, which falls out of the same search here. O(V + E), and so is the answer.
Cuts cuts_of(const Graph& graph);

// What is left of the component when the vertex, or the edge, and everything below it are gone.
std::vector<Stretch> rest_of(const CutVertex& cut);
std::vector<Stretch> rest_of(const CutEdge& cut);

}  // namespace samverka
