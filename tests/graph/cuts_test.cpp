#include "graph/cuts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <random>
#include <set>

#include "graph/small_graphs.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Vertices = std::vector<std::uint32_t>;
using Parts = std::set<Vertices>;  // each ascending

Vertices vertices_in(const Cuts& cuts, const std::vector<Stretch>& stretches) {
  Vertices found;
  for (const Stretch& s : stretches)
    found.insert(found.end(), cuts.order.begin() + s.begin, cuts.order.begin() + s.end);
  std::sort(found.begin(), found.end());
  return found;
}

template <class Cut>
void add_rest(const Cuts& cuts, const Cut& cut, Parts& parts) {
  const Vertices rest = vertices_in(cuts, rest_of(cut));
  if (!rest.empty()) parts.insert(rest);
}

Parts parts_of(const Cuts& cuts, const CutVertex& cut) {
  Parts parts;
  for (const Stretch& part : cut.below) parts.insert(vertices_in(cuts, {part}));
  add_rest(cuts, cut, parts);
  return parts;
}

Parts parts_of(const Cuts& cuts, const CutEdge& cut) {
  Parts parts{vertices_in(cuts, {cut.below})};
  add_rest(cuts, cut, parts);
  return parts;
}

// The oracle: take it away and see what falls apart. A mask of vertices that are left, an edge that is not.
Parts pieces(const SmallGraph& graph, std::uint32_t left, std::pair<int, int> gone = {-1, -1}) {
  Parts found;
  while (left != 0) {
    std::uint32_t piece = left & (~left + 1), before = 0;
    while (piece != before) {
      before = piece;
      for (int v = 0; v < graph.vertices; ++v) {
        if ((piece >> v & 1U) == 0) continue;
        std::uint32_t next = graph.row(v);
        if (v == gone.first) next &= ~(1U << gone.second);
        if (v == gone.second) next &= ~(1U << gone.first);
        piece |= next & left;
      }
    }
    Vertices piece_vertices;
    for (std::uint32_t v = 0; v < 32; ++v) {
      if (piece >> v & 1U) piece_vertices.push_back(v);
    }
    found.insert(piece_vertices);
    left &= ~piece;
  }
  return found;
}

// The pieces that were not there before: those of the component that something was taken from.
Parts new_pieces(const Parts& before, Parts after) {
  for (const Vertices& piece : before) after.erase(piece);
  return after;
}

// One line for each difference, so that two million comparisons are not two million assertions.
std::string faults_of(const SmallGraph& graph) {
  const Cuts cuts = cuts_of(graph.made());
  const std::uint32_t all = (1U << graph.vertices) - 1;
  const Parts whole = pieces(graph, all);
  std::string faults;
  if (cuts.components != whole.size()) faults += " components";
  std::size_t vertices = 0, edges = 0;
  for (int v = 0; v < graph.vertices; ++v) {
    const Parts parts = new_pieces(whole, pieces(graph, all & ~(1U << v)));
    if (parts.size() < 2) continue;
    const bool is_told = vertices < cuts.vertices.size() &&
                         cuts.vertices[vertices].vertex == static_cast<std::uint32_t>(v) &&
                         parts_of(cuts, cuts.vertices[vertices]) == parts;
    if (!is_told) faults += " vertex " + std::to_string(v);
    ++vertices;
  }
  for (const auto& [a, b] : graph.edges()) {
    const Parts parts = new_pieces(whole, pieces(graph, all, {static_cast<int>(a), static_cast<int>(b)}));
    if (parts.size() < 2) continue;
    const bool is_told = edges < cuts.edges.size() && cuts.edges[edges].a == a && cuts.edges[edges].b == b &&
                         parts_of(cuts, cuts.edges[edges]) == parts;
    if (!is_told) faults += " edge " + std::to_string(a) + "-" + std::to_string(b);
    ++edges;
  }
  if (vertices != cuts.vertices.size()) faults += " too many vertices";
  if (edges != cuts.edges.size()) faults += " too many edges";
  return faults.empty() ? "" : graph.told() + ":" + faults;
}

Vertices cut_vertices(const Cuts& cuts) {
  Vertices found;
  for (const CutVertex& cut : cuts.vertices) found.push_back(cut.vertex);
  return found;
}

Vertices boost_articulation_points(std::size_t vertices, const std::vector<Graph::Edge>& edges) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(vertices);
  for (const auto& [a, b] : edges) {
    if (a != b) boost::add_edge(a, b, graph);
  }
  std::vector<std::size_t> found;
  boost::articulation_points(graph, std::back_inserter(found));
  std::set<std::uint32_t> sorted;
  for (const std::size_t v : found) sorted.insert(static_cast<std::uint32_t>(v));
  return {sorted.begin(), sorted.end()};
}

}  // namespace

TEST_CASE("a graph of nothing, of loners and of one edge has no cut vertices") {
  CHECK(cuts_of(Graph()).order.empty());
  const Cuts loners = cuts_of(Graph(3, {}));
  CHECK(loners.components == 3);
  CHECK(loners.vertices.empty());
  const Cuts pair = cuts_of(Graph(2, {{1, 0}}));
  CHECK(pair.vertices.empty());
  REQUIRE(pair.edges.size() == 1);
  CHECK(parts_of(pair, pair.edges[0]) == Parts{{0}, {1}});
}

TEST_CASE("a cut vertex tells which parts it holds together") {
  //  0 - 1 - 2   3 is joined to 1 as well, 4 and 5 make a triangle with 2
  const Cuts cuts = cuts_of(Graph(6, {{0, 1}, {1, 2}, {1, 3}, {2, 4}, {4, 5}, {5, 2}}));
  REQUIRE(cut_vertices(cuts) == Vertices{1, 2});
  CHECK(parts_of(cuts, cuts.vertices[0]) == Parts{{0}, {3}, {2, 4, 5}});
  CHECK(parts_of(cuts, cuts.vertices[1]) == Parts{{0, 1, 3}, {4, 5}});
  CHECK(cuts.edges.size() == 3);
}

TEST_CASE("an edge with one beside it is no cut") {
  const Cuts cuts = cuts_of(Graph(3, {{0, 1}, {0, 1}, {1, 2}}));
  CHECK(cut_vertices(cuts) == Vertices{1});
  REQUIRE(cuts.edges.size() == 1);
  CHECK(cuts.edges[0].a == 1);
  CHECK(cuts.edges[0].b == 2);
}

TEST_CASE("every graph of up to seven vertices falls apart just where taking something away shows it") {
  std::size_t count = 0;
  std::string faults;
  for (const SmallGraph& graph : graphs_up_to(7)) {
    ++count;
    if (faults.size() < 1000) faults += faults_of(graph);
  }
  CHECK(count > 10'000);
  CHECK(faults == "");
}

TEST_CASE("in larger graphs the cut vertices are Boost's, and a long way breaks nothing") {
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    const std::size_t vertices = 40 + random() % 60;
    std::vector<Graph::Edge> edges;
    for (std::size_t i = 0; i < vertices + round; ++i) {
      edges.emplace_back(static_cast<std::uint32_t>(random() % vertices),
                         static_cast<std::uint32_t>(random() % vertices));
    }
    const Cuts cuts = cuts_of(Graph(vertices, edges));
    CHECK(cut_vertices(cuts) == boost_articulation_points(vertices, edges));
    Vertices all = cuts.order;
    std::sort(all.begin(), all.end());
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    CHECK(all.size() == vertices);
  }
  constexpr std::uint32_t length = 200'000;
  std::vector<Graph::Edge> way;
  for (std::uint32_t v = 1; v < length; ++v) way.emplace_back(v - 1, v);
  const Cuts cuts = cuts_of(Graph(length, way));
  CHECK(cuts.vertices.size() == length - 2);
  CHECK(cuts.edges.size() == length - 1);
}
