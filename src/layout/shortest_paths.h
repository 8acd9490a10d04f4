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
  // From each of begin..end-1: a row each. Where every edge is one quantum, 64 searches run at once, a bit each (Then
  // et al., "The more the merrier: efficient multi-source graph traversal", 2014).
  void from_each(std::uint32_t begin, std::uint32_t end, std::span<std::uint16_t> rows);

 private:
  void search_together(std::uint32_t begin, std::uint32_t end, std::span<std::uint16_t> rows);
  const ComponentGraph& graph_;
  std::vector<std::vector<std::uint32_t>> buckets_;
  std::vector<std::uint64_t> seen_, front_, next_;  // a bit for each search, by vertex
};

}  // namespace samverka
