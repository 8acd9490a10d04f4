#include "analysis/brokerage.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

namespace samverka {
namespace {

using Edges = std::vector<Graph::Edge>;

// Counted as it is defined: all shortest ways of every pair, by distances and numbers of ways between all vertices.
struct Slow {
  std::vector<std::vector<double>> distance, ways;

  explicit Slow(const Graph& graph) {
    const std::size_t n = graph.vertex_count();
    distance.assign(n, std::vector<double>(n, std::numeric_limits<double>::infinity()));
    ways.assign(n, std::vector<double>(n, 0));
    for (std::uint32_t v = 0; v < n; ++v) {
      distance[v][v] = 0;
      ways[v][v] = 1;
    }
    for (std::size_t length = 1; length < n; ++length) {
      for (std::uint32_t from = 0; from < n; ++from) extend(graph, from, static_cast<double>(length));
    }
  }
  void extend(const Graph& graph, std::uint32_t from, double length) {
    for (std::uint32_t to = 0; to < graph.vertex_count(); ++to) {
      double count = 0;
      for (const std::uint32_t before : graph.neighbours(to)) {
        if (distance[from][before] == length - 1) count += ways[from][before];
      }
      if (count == 0 || distance[from][to] < length) continue;
      distance[from][to] = length;
      ways[from][to] = count;
    }
  }
  double share(std::uint32_t s, std::uint32_t t, std::uint32_t v) const {
    const bool is_end = v == s || v == t || s == t || ways[s][t] == 0;
    if (is_end || distance[s][v] + distance[v][t] != distance[s][t]) return 0;
    return ways[s][v] * ways[v][t] / ways[s][t];
  }
};

}  // namespace

TEST_CASE("who stands alone between two kinds bridges all their pairs") {
  //  0 -- 2 -- 3      sources 0 and 1, target 3; 4 is alone
  //  1 -- 2
  const Graph graph(5, {{0, 2}, {1, 2}, {2, 3}});
  const std::vector<std::uint32_t> sources = {0, 1}, targets = {3, 4};
  const Brokerage found = brokerage(graph, sources, targets);
  CHECK(found.score == std::vector<double>{0, 0, 2, 0, 0});
  CHECK(found.pairs == 4);
  CHECK(found.joined == 2);
}

TEST_CASE("a way through somebody is one of the shortest of a pair, and there is none through who bridges nothing") {
  //  0 -- 2 -- 3 -- 5      sources 0 and 1, targets 4 and 5; 4 is 1's neighbour, so that 1 reaches it without 2
  //  1 -- 2    1 -- 4
  const Graph graph(6, {{0, 2}, {1, 2}, {2, 3}, {3, 5}, {1, 4}});
  const std::vector<std::uint32_t> sources = {1, 0}, targets = {4, 5};
  CHECK(way_through(graph, sources, targets, 3) == std::vector<std::uint32_t>{1, 2, 3, 5});
  CHECK(way_through(graph, {sources.begin() + 1, 1}, targets, 2) == std::vector<std::uint32_t>{0, 2, 1, 4});
  CHECK(way_through(graph, sources, targets, 5).empty());
  CHECK(way_through(graph, sources, {targets.begin(), 1}, 3).empty());
}

TEST_CASE("two ways that are as short share the pair") {
  //  0 -- 1 -- 3
  //  0 -- 2 -- 3
  const Graph graph(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  const std::vector<std::uint32_t> sources = {0}, targets = {3};
  CHECK(brokerage(graph, sources, targets).score == std::vector<double>{0, 0.5, 0.5, 0});
}

TEST_CASE("nobody bridges where there are no sources, no targets, or one who is both") {
  const Graph graph(3, {{0, 1}, {1, 2}});
  const std::vector<std::uint32_t> none, first = {0};
  CHECK(brokerage(graph, none, first).score == std::vector<double>{0, 0, 0});
  CHECK(brokerage(graph, first, none).score == std::vector<double>{0, 0, 0});
  const Brokerage itself = brokerage(graph, first, first);
  CHECK(itself.score == std::vector<double>{0, 0, 0});
  CHECK(itself.pairs == 0);
}

TEST_CASE("brokerage is what counting every shortest way gives, on random graphs") {
  std::minstd_rand random(7);
  for (int round = 0; round < 60; ++round) {
    const auto n = static_cast<std::uint32_t>(2 + random() % 9);
    Edges edges;
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = a + 1; b < n; ++b) {
        if (random() % 3 == 0) edges.emplace_back(a, b);
      }
    }
    const Graph graph(n, edges);
    std::vector<std::uint32_t> sources, targets;
    for (std::uint32_t v = 0; v < n; ++v) {
      if (random() % 2 == 0) sources.push_back(v);
      if (random() % 2 == 0) targets.push_back(v);
    }
    const Slow slow(graph);
    const Brokerage found = brokerage(graph, sources, targets);
    for (std::uint32_t v = 0; v < n; ++v) {
      double wanted = 0;
      for (const std::uint32_t s : sources) {
        for (const std::uint32_t t : targets) wanted += slow.share(s, t, v);
      }
      CHECK(found.score[v] == doctest::Approx(wanted));
    }
  }
}

}  // namespace samverka
