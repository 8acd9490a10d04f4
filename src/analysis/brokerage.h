#pragma once
// Who stands between two kinds of actors: betweenness that counts only the ways from some sources to some targets.
#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace samverka {

struct Brokerage {
  // By vertex: over all pairs of a source and another vertex that is a target, the share of the pair's shortest ways
  // that pass the vertex. A pair's own ends count nothing of it.
  std::vector<double> score;
  std::size_t pairs = 0;   // of a source and a target
  std::size_t joined = 0;  // of them, with a way between
};

// Ulrik Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology 25 (2001), with
// dependencies taken from the targets alone. Parallel edges are as many ways. O(sources · (V + E)). Each source and
// target once; a vertex may be both.
Brokerage brokerage(const Graph& graph, std::span<const std::uint32_t> sources, std::span<const std::uint32_t> targets);

// One of the shortest ways from a source to a target that pass the vertex, ends and all, the vertex itself being
// neither; empty where there is none. O(sources · (V + E)) at worst, and the nearest source is most often one.
std::vector<std::uint32_t> way_through(const Graph& graph, std::span<const std::uint32_t> sources,
                                       std::span<const std::uint32_t> targets, std::uint32_t vertex);

}  // namespace samverka
