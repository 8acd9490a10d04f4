#include "layout/shortest_paths.h"

#include <algorithm>

namespace samverka {

ShortestPaths::ShortestPaths(const ComponentGraph& graph) : graph_(graph), buckets_(graph.longest + std::size_t{1}) {}

void ShortestPaths::from(std::uint32_t source, std::span<std::uint16_t> distance) {
  std::fill(distance.begin(), distance.end(), farthest);
  distance[source] = 0;
  buckets_[0].push_back(source);
  std::size_t waiting = 1;
  std::size_t slot = 0;
  for (std::uint32_t reached = 0; waiting > 0; ++reached) {
    std::vector<std::uint32_t>& bucket = buckets_[slot];
    for (const std::uint32_t v : bucket) {
      --waiting;
      if (distance[v] != reached) continue;  // reached earlier by a shorter path
      for (std::uint32_t arc = graph_.row_start[v]; arc < graph_.row_start[v + 1]; ++arc) {
        const std::uint32_t w = graph_.neighbours[arc];
        const std::uint32_t through = reached + graph_.lengths[arc];
        if (through >= distance[w]) continue;
        distance[w] = static_cast<std::uint16_t>(through);
        const std::size_t ahead = slot + graph_.lengths[arc];
        buckets_[ahead < buckets_.size() ? ahead : ahead - buckets_.size()].push_back(w);
        ++waiting;
      }
    }
    bucket.clear();
    if (++slot == buckets_.size()) slot = 0;
  }
}

}  // namespace samverka
