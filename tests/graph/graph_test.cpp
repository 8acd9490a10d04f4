#include "graph/graph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace samverka;

namespace {

std::vector<std::uint32_t> row(const Graph& graph, std::uint32_t vertex) {
  const auto found = graph.neighbours(vertex);
  return {found.begin(), found.end()};
}

std::vector<Graph::Edge> random_edges(std::size_t vertices, std::size_t count, std::mt19937& random) {
  std::vector<Graph::Edge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    edges.emplace_back(static_cast<std::uint32_t>(random() % vertices),
                       static_cast<std::uint32_t>(random() % vertices));
  }
  return edges;
}

// The slow and obvious way: every edge pulls both ends down to the lower number until nothing changes.
std::vector<std::uint32_t> components_by_spreading(std::size_t vertices, const std::vector<Graph::Edge>& edges) {
  std::vector<std::uint32_t> lowest(vertices);
  std::iota(lowest.begin(), lowest.end(), 0U);
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (const auto& [a, b] : edges) {
      if (lowest[a] == lowest[b]) continue;
      lowest[a] = lowest[b] = std::min(lowest[a], lowest[b]);
      has_changed = true;
    }
  }
  std::vector<std::uint32_t> number(vertices);
  std::uint32_t next = 0;
  for (std::uint32_t v = 0; v < vertices; ++v) number[v] = lowest[v] == v ? next++ : number[lowest[v]];
  return number;
}

}  // namespace

TEST_CASE("an empty graph has no vertices, edges or components") {
  const Graph graph;
  CHECK(graph.vertex_count() == 0);
  CHECK(graph.edge_count() == 0);
  CHECK(components(graph).empty());
  CHECK(components(Graph(0, {})).empty());
}

TEST_CASE("a vertex without edges has no neighbours and is its own component") {
  const Graph graph(3, {});
  CHECK(graph.vertex_count() == 3);
  CHECK(row(graph, 1).empty());
  CHECK(components(graph) == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("neighbours are sorted; parallel edges are kept and a loop is dropped") {
  //  0 == 2 -- 1    3 (with a loop)
  const Graph graph(4, {{2, 1}, {2, 0}, {0, 2}, {3, 3}});
  CHECK(graph.edge_count() == 3);
  CHECK(row(graph, 0) == std::vector<std::uint32_t>{2, 2});
  CHECK(row(graph, 1) == std::vector<std::uint32_t>{2});
  CHECK(row(graph, 2) == std::vector<std::uint32_t>{0, 0, 1});
  CHECK(row(graph, 3).empty());
}

TEST_CASE("components are numbered by the lowest vertex in them") {
  //  0 -- 3    1    2 -- 5 -- 4
  const Graph graph(6, {{3, 0}, {5, 4}, {2, 5}});
  CHECK(components(graph) == std::vector<std::uint32_t>{0, 1, 2, 0, 2, 2});
}

TEST_CASE("a long path is one component, without overflowing the stack") {
  std::vector<Graph::Edge> edges;
  for (std::uint32_t v = 1; v < 200000; ++v) edges.emplace_back(v - 1, v);
  const auto number = components(Graph(200000, edges));
  CHECK(*std::max_element(number.begin(), number.end()) == 0);
}

TEST_CASE("a copy shares the rows and outlives the original") {
  Graph copy;
  {
    const Graph graph(2, {{0, 1}});
    copy = graph;
  }
  CHECK(row(copy, 0) == std::vector<std::uint32_t>{1});
}

TEST_CASE("rows and components agree with the slow way on random graphs") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    const std::size_t vertices = 1 + random() % 60;
    const auto edges = random_edges(vertices, random() % 80, random);
    const Graph graph(vertices, edges);

    std::vector<std::vector<std::uint32_t>> expected(vertices);
    for (const auto& [a, b] : edges) {
      if (a == b) continue;
      expected[a].push_back(b);
      expected[b].push_back(a);
    }
    for (std::uint32_t v = 0; v < vertices; ++v) {
      std::sort(expected[v].begin(), expected[v].end());
      CHECK(row(graph, v) == expected[v]);
    }
    CHECK(components(graph) == components_by_spreading(vertices, edges));
  }
}
