#pragma once
#include <cstdint>
#include <memory>

#include "graph/graph.h"

namespace samverka {

// How many ways there are between two vertices that share nothing on the way: by Menger's theorem, as many vertices
// must fall before the two are apart. Two vertices that are joined directly have that edge as one of the ways, and
// parallel edges as one. Counted by Boost's maximum flow (Edmonds and Karp), every vertex split in two with room for
// one way between. The graph is prepared once; a count is O(most · (V + E)).
class DisjointPaths {
 public:
  explicit DisjointPaths(const Graph& graph);
  ~DisjointPaths();
  DisjointPaths(const DisjointPaths&) = delete;
  DisjointPaths& operator=(const DisjointPaths&) = delete;

  // Never more than `most`: who asks whether there are two need not pay for ten. 0 for a vertex and itself.
  std::size_t count(std::uint32_t from, std::uint32_t to, std::size_t most);

 private:
  struct Flow;
  std::unique_ptr<Flow> flow_;
};

}  // namespace samverka
