#include "layout/shortest_paths.h"

#include <algorithm>
#include <bit>

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

void ShortestPaths::from_each(std::uint32_t begin, std::uint32_t end, std::span<std::uint16_t> rows) {
  const std::size_t vertices = graph_.size();
  for (std::uint32_t first = begin; first < end; first += graph_.longest == 1 ? 64 : 1) {
    const std::uint32_t last = graph_.longest == 1 ? std::min(end, first + 64) : first + 1;
    const auto part = rows.subspan(vertices * (first - begin), vertices * (last - first));
    if (graph_.longest == 1) {
      search_together(first, last, part);
    } else {
      from(first, part);
    }
  }
}

void ShortestPaths::search_together(std::uint32_t begin, std::uint32_t end, std::span<std::uint16_t> rows) {
  const std::size_t vertices = graph_.size();
  std::fill(rows.begin(), rows.end(), farthest);
  front_.assign(vertices, 0);
  for (std::uint32_t source = begin; source < end; ++source) {
    front_[source] = std::uint64_t{1} << (source - begin);
    rows[vertices * (source - begin) + source] = 0;
  }
  seen_ = front_;
  bool has_reached_any = true;
  for (std::uint16_t reached = 1; has_reached_any && reached < farthest; ++reached) {
    next_.assign(vertices, 0);
    for (std::size_t v = 0; v < vertices; ++v) {
      if (front_[v] == 0) continue;
      for (std::uint32_t arc = graph_.row_start[v]; arc < graph_.row_start[v + 1]; ++arc) {
        next_[graph_.neighbours[arc]] |= front_[v];
      }
    }
    has_reached_any = false;
    for (std::size_t v = 0; v < vertices; ++v) {
      next_[v] &= ~seen_[v];
      seen_[v] |= next_[v];
      has_reached_any = has_reached_any || next_[v] != 0;
      for (std::uint64_t left = next_[v]; left != 0; left &= left - 1) {
        rows[vertices * static_cast<std::size_t>(std::countr_zero(left)) + v] = reached;
      }
    }
    front_.swap(next_);
  }
}

}  // namespace samverka
