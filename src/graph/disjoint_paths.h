#pragma once
#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace samverka {

// How many ways there are between two vertices that share nothing on the way: by Menger's theorem, as many vertices
// must fall before the two are apart. Two vertices that are joined directly have that edge as one of the ways, and
// parallel edges as one. The maximum flow of Edmonds and Karp (Journal of the ACM 19(2), 1972) with every vertex split
// in two and room for one way between. The graph is prepared once, and a search goes no further than to the other end:
// a count costs what lies between the two, and all of the graph, O(most · (V + E)), only where there are fewer ways
// than were asked for.
class DisjointPaths {
 public:
  explicit DisjointPaths(const Graph& graph);

  // Never more than `most`: who asks whether there are two need not pay for ten. 0 for a vertex and itself.
  std::size_t count(std::uint32_t from, std::uint32_t to, std::size_t most);

 private:
  using Side = std::uint32_t;  // 2v where vertex v is entered, 2v + 1 where it is left
  static Side entry(std::uint32_t vertex) { return 2 * vertex; }
  static Side exit(std::uint32_t vertex) { return 2 * vertex + 1; }

  bool find_way(std::uint32_t from, std::uint32_t to);
  void reach(Side side, Side by);
  bool leave(std::uint32_t vertex, std::uint32_t from, std::uint32_t to);
  void enter(std::uint32_t vertex, std::uint32_t from);
  void take_way(std::uint32_t from, std::uint32_t to);

  Graph graph_;
  // The ways found so far: what follows each vertex on its way, and what comes before it; VertexId::none off the ways.
  std::vector<std::uint32_t> after_, before_;
  std::vector<std::uint32_t> touched_;  // vertices whose place on the ways has changed
  bool goes_straight_ = false;          // the edge between the two is one of them
  // One search: which sides it has reached, from where, and in what order.
  std::vector<std::uint32_t> reached_in_;  // number of the search
  std::vector<Side> reached_by_, queue_;
  std::uint32_t search_ = 0;
};

}  // namespace samverka
