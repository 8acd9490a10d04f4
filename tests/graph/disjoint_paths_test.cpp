#include "graph/disjoint_paths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
// GCC 12 takes the empty optional inside Boost's own edge iterator for a value that is read.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "graph/small_graphs.h"

using namespace samverka;
using namespace samverka::test;

namespace {

// The oracle: every way of every length, and the most of them that share nothing between their ends.
class AllWays {
 public:
  AllWays(const SmallGraph& graph, int from, int to) : graph_(graph), to_(to) { walk(from, 1U << from, 0); }

  std::size_t most_apart() const { return most_from(0, 0) + (goes_straight_ ? 1U : 0U); }

 private:
  void walk(int at, std::uint32_t met, std::uint32_t between) {
    for (int next = 0; next < graph_.vertices; ++next) {
      if (!graph_.has(at, next) || (met >> next & 1U)) continue;
      if (next == to_) {
        if (between == 0) goes_straight_ = true;
        if (between != 0) ways_.push_back(between);
      } else {
        walk(next, met | 1U << next, between | 1U << next);
      }
    }
  }

  std::size_t most_from(std::size_t first, std::uint32_t taken) const {
    std::size_t most = 0;
    for (std::size_t i = first; i < ways_.size(); ++i) {
      if ((ways_[i] & taken) == 0) most = std::max(most, 1 + most_from(i + 1, taken | ways_[i]));
    }
    return most;
  }

  const SmallGraph& graph_;
  int to_;
  bool goes_straight_ = false;
  std::vector<std::uint32_t> ways_;  // the vertices between the ends
};

// Another oracle, for larger graphs: Boost's maximum flow by another method, every vertex split in two.
std::size_t ways_by_flow(const Graph& graph, std::uint32_t from, std::uint32_t to) {
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  struct Arc {
    long room = 0, left = 0;
    Traits::edge_descriptor back;
  };
  using Flow = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;
  Flow flow(2 * graph.vertex_count());
  const auto join = [&](std::size_t a, std::size_t b) {
    const auto there = boost::add_edge(a, b, Arc{1, 0, {}}, flow).first;
    const auto back = boost::add_edge(b, a, Arc{0, 0, there}, flow).first;
    flow[there].back = back;
  };
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
    join(2 * v, 2 * v + 1);
    std::uint32_t last = v;
    for (const std::uint32_t other : graph.neighbours(v)) {
      if (other != last) join(2 * v + 1, 2 * other);
      last = other;
    }
  }
  return static_cast<std::size_t>(boost::push_relabel_max_flow(flow, 2 * from + 1, 2 * to,
                                                               boost::capacity_map(boost::get(&Arc::room, flow))
                                                                   .residual_capacity_map(boost::get(&Arc::left, flow))
                                                                   .reverse_edge_map(boost::get(&Arc::back, flow))));
}

std::size_t count(const Graph& graph, std::uint32_t from, std::uint32_t to, std::size_t most = 9) {
  return DisjointPaths(graph).count(from, to, most);
}

}  // namespace

TEST_CASE("there is no way to nowhere, and none to oneself") {
  CHECK(count(Graph(2, {}), 0, 1) == 0);
  CHECK(count(Graph(2, {{0, 1}}), 1, 1) == 0);
}

TEST_CASE("ways that share a vertex are one way, and no more are counted than asked for") {
  //  0 - 1 - 2 - 3    0 - 4 - 2: two ways to 2, one to 3
  const Graph graph(5, {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 2}});
  DisjointPaths paths(graph);
  CHECK(paths.count(0, 2, 9) == 2);
  CHECK(paths.count(0, 3, 9) == 1);
  CHECK(paths.count(0, 2, 1) == 1);
  CHECK(paths.count(2, 0, 9) == 2);  // the counts before leave nothing behind
  CHECK(paths.count(0, 2, 0) == 0);
}

TEST_CASE("a straight edge is a way, and two of them are the same one") {
  CHECK(count(Graph(2, {{0, 1}, {0, 1}}), 0, 1) == 1);
  CHECK(count(Graph(3, {{0, 1}, {0, 2}, {2, 1}}), 0, 1) == 2);
}

TEST_CASE("in every graph of up to five vertices the ways are as many as can be found by trying all") {
  std::string faults;
  std::size_t pairs = 0;
  for (const SmallGraph& small : graphs_up_to(5)) {
    const Graph graph = small.made();
    DisjointPaths paths(graph);
    for (int from = 0; from < small.vertices; ++from) {
      for (int to = 0; to < small.vertices; ++to) {
        if (from == to) continue;
        ++pairs;
        const std::size_t found = paths.count(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), 9);
        if (found != AllWays(small, from, to).most_apart()) {
          faults += std::to_string(from) + " to " + std::to_string(to) + " in " + small.told();
        }
      }
    }
  }
  CHECK(pairs > 3'000);
  CHECK(faults == "");
}

TEST_CASE("in random graphs of up to forty vertices the ways are as many as Boost's flow") {
  std::mt19937 random(11);
  std::size_t many = 0;
  for (int round = 0; round < 400; ++round) {
    const auto n = static_cast<std::uint32_t>(2 + random() % 39);
    std::vector<Graph::Edge> edges;
    for (std::size_t i = 0; i < n * (1 + random() % 8); ++i) {
      edges.emplace_back(static_cast<std::uint32_t>(random() % n), static_cast<std::uint32_t>(random() % n));
    }
    const Graph graph(n, edges);
    DisjointPaths paths(graph);
    for (int pair = 0; pair < 12; ++pair) {
      const auto from = static_cast<std::uint32_t>(random() % n), to = static_cast<std::uint32_t>(random() % n);
      if (from == to) continue;
      const std::size_t ways = ways_by_flow(graph, from, to);
      CHECK(paths.count(from, to, 100) == ways);
      CHECK(paths.count(from, to, 2) == std::min<std::size_t>(ways, 2));
      many += ways > 3 ? 1U : 0U;
    }
  }
  CHECK(many > 100);
}
