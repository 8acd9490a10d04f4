#pragma once
// Every small graph, for tests that compare with the slow and obvious way.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"

namespace samverka::test {

// A graph of at most seven vertices: bit number_of(a, b) is set where a and b are joined.
struct SmallGraph {
  int vertices = 0;
  std::uint32_t bits = 0;

  static int number_of(int a, int b) { return a < b ? b * (b - 1) / 2 + a : a * (a - 1) / 2 + b; }
  bool has(int a, int b) const { return a != b && (bits >> number_of(a, b) & 1U); }
  std::uint32_t row(int v) const {
    std::uint32_t row = 0;
    for (int other = 0; other < vertices; ++other) {
      if (has(v, other)) row |= 1U << other;
    }
    return row;
  }
  std::vector<Graph::Edge> edges() const {  // ascending
    std::vector<Graph::Edge> found;
    for (int a = 0; a < vertices; ++a) {
      for (int b = a + 1; b < vertices; ++b) {
        if (has(a, b)) found.emplace_back(a, b);
      }
    }
    return found;
  }
  Graph made() const { return Graph(static_cast<std::size_t>(vertices), edges()); }
  SmallGraph renamed(const std::vector<int>& names) const {
    SmallGraph other{vertices, 0};
    for (const auto& [a, b] : edges()) other.bits |= 1U << number_of(names[a], names[b]);
    return other;
  }
  std::string told() const {
    std::string words = std::to_string(vertices);
    for (const auto& [a, b] : edges()) words += " " + std::to_string(a) + "-" + std::to_string(b);
    return words + "\n";
  }
};

// The same for all graphs that differ by the names of their vertices only: the least bits of all namings.
inline std::uint32_t least_naming(const SmallGraph& graph) {
  std::vector<int> names(static_cast<std::size_t>(graph.vertices));
  std::iota(names.begin(), names.end(), 0);
  std::uint32_t least = graph.bits;
  do {
    least = std::min(least, graph.renamed(names).bits);
  } while (std::next_permutation(names.begin(), names.end()));
  return least;
}

// Every graph of 0 to `most` vertices but for the names of the vertices, most of them several times: one vertex more,
// joined in every way, to each different graph of one vertex less. Each is named at random, since what is looked for
// must not hang on where a search begins. (All of the two million named ones of seven vertices would take minutes.)
inline std::vector<SmallGraph> graphs_up_to(int most) {
  std::mt19937 random(11);
  std::vector<SmallGraph> all{{0, 0}}, smaller{{0, 0}};
  for (int vertices = 1; vertices <= most; ++vertices) {
    std::set<std::uint32_t> different;
    for (const SmallGraph& graph : smaller) {
      for (std::uint32_t joined = 0; joined < 1U << (vertices - 1); ++joined) {
        SmallGraph larger{vertices, graph.bits | joined << SmallGraph::number_of(0, vertices - 1)};
        if (vertices < most) different.insert(least_naming(larger));
        std::vector<int> names(static_cast<std::size_t>(vertices));
        std::iota(names.begin(), names.end(), 0);
        std::shuffle(names.begin(), names.end(), random);
        all.push_back(larger.renamed(names));
      }
    }
    smaller.clear();
    for (const std::uint32_t bits : different) smaller.push_back({vertices, bits});
  }
  return all;
}

}  // namespace samverka::test
