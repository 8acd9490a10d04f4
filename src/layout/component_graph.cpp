#include "layout/component_graph.h"

#include <algorithm>
#include <cmath>

#include "layout/random.h"

namespace samverka {
namespace {

constexpr float quanta_by_degree = 8;  // an edge of length 1, where lengths differ
constexpr float roomy_degree = 6;      // up to so many edges fit around a vertex at length 1
// 0.5 would keep the room for each party just the same (EdgeLengths). Looking at Sweden, a little more parts the
// counties better; at 0.8 the large agreements stand out as brushes.
constexpr float growth = 0.6F;

std::uint16_t length_in_quanta(const Graph& graph, std::uint32_t a, std::uint32_t b, EdgeLengths lengths) {
  if (lengths == EdgeLengths::hops) return 1;
  const auto degree = static_cast<float>(std::max(graph.neighbours(a).size(), graph.neighbours(b).size()));
  constexpr float longest = 4000;  // keeps a path over several such edges within 16 bits
  const float length = std::max(1.0F, std::pow(degree / roomy_degree, growth));
  return static_cast<std::uint16_t>(std::lround(std::min(longest, quanta_by_degree * length)));
}

std::vector<std::vector<std::uint32_t>> members_of(const Graph& graph) {
  const std::vector<std::uint32_t> number = components(graph);
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t v = 0; v < number.size(); ++v) {
    if (number[v] == members.size()) members.emplace_back();
    members[number[v]].push_back(v);
  }
  return members;
}

// The seed is the same for every component, so that components of one shape get one picture.
ComponentGraph component_of(const Graph& graph, std::vector<std::uint32_t> members, EdgeLengths lengths,
                            std::uint64_t seed, std::vector<std::uint32_t>& local) {
  ComponentGraph component;
  component.vertices = std::move(members);
  Random(seed).shuffle(component.vertices);
  component.quantum = lengths == EdgeLengths::hops ? 1 : 1 / quanta_by_degree;
  for (std::uint32_t i = 0; i < component.size(); ++i) local[component.vertices[i]] = i;
  component.row_start.push_back(0);
  for (const std::uint32_t v : component.vertices) {
    for (const std::uint32_t w : graph.neighbours(v)) {
      component.neighbours.push_back(local[w]);
      component.lengths.push_back(length_in_quanta(graph, v, w, lengths));
      component.longest = std::max(component.longest, component.lengths.back());
    }
    component.row_start.push_back(static_cast<std::uint32_t>(component.neighbours.size()));
  }
  return component;
}

}  // namespace

SplitGraph split_components(const Graph& graph, EdgeLengths lengths, std::uint64_t seed) {
  SplitGraph split;
  std::vector<std::uint32_t> local(graph.vertex_count());
  for (std::vector<std::uint32_t>& members : members_of(graph)) {
    if (members.size() == 1) {
      split.singletons.push_back(members.front());
    } else {
      split.components.push_back(component_of(graph, std::move(members), lengths, seed, local));
    }
  }
  std::stable_sort(split.components.begin(), split.components.end(),
                   [](const ComponentGraph& a, const ComponentGraph& b) { return a.size() > b.size(); });
  return split;
}

}  // namespace samverka
