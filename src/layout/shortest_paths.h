#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/component_graph.h"

namespace samverka {

// Shortest paths from one vertex to all, in quanta, by a ring of buckets (Dial, "Algorithm 360: Shortest-path forest
// with topological ordering", 1969): O(V + E + longest path), which for these short whole-number lengths is several
// times faster than a heap. Holds scratch space: one a thread.
class ShortestPaths {
 public:
  static constexpr std::uint16_t farthest = 65000;  // longer paths count as this

  explicit ShortestPaths(const ComponentGraph& graph);
  void from(std::uint32_t source, std::span<std::uint16_t> distance);  // one a vertex

 private:
  const ComponentGraph& graph_;
  std::vector<std::vector<std::uint32_t>> buckets_;
};

}  // namespace samverka
