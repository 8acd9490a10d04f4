#include "graph/graph.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <limits>

#include "base/check.h"

namespace samverka {
namespace {

// Directed for Boost, with both arcs of every edge: the only form of its compressed graph that gives neighbours as a
// contiguous row.
using CompressedGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;

// Both arcs of every edge that is no loop, ordered by where they end: Boost's constructor below keeps that order within
// each row, so every row comes out sorted. A counting sort, O(V + E).
std::vector<Graph::Edge> arcs_by_end(std::size_t vertices, const std::vector<Graph::Edge>& edges) {
  std::vector<std::size_t> start(vertices + 1, 0);
  for (const auto& [a, b] : edges) {
    SAM_CHECK(a < vertices && b < vertices, "an edge to a vertex outside the graph");
    if (a == b) continue;
    ++start[a + 1];
    ++start[b + 1];
  }
  for (std::size_t v = 0; v < vertices; ++v) start[v + 1] += start[v];
  std::vector<Graph::Edge> arcs(start[vertices]);
  for (const auto& [a, b] : edges) {
    if (a == b) continue;
    arcs[start[b]++] = {a, b};
    arcs[start[a]++] = {b, a};
  }
  return arcs;
}

}  // namespace

struct Graph::Rows {
  CompressedGraph graph;
};

Graph::Graph(std::size_t vertices, const std::vector<Edge>& edges) : vertex_count_(vertices) {
  SAM_CHECK(vertices < VertexId::none && edges.size() < VertexId::none / 2, "a graph too large for 32-bit numbers");
  const std::vector<Edge> arcs = arcs_by_end(vertices, edges);
  edge_count_ = arcs.size() / 2;
  rows_ = std::make_shared<const Rows>(Rows{CompressedGraph(boost::edges_are_unsorted_multi_pass, arcs.begin(),
                                                            arcs.end(), static_cast<std::uint32_t>(vertices))});
}

std::span<const std::uint32_t> Graph::neighbours(std::uint32_t vertex) const {
  SAM_CHECK(vertex < vertex_count_, "vertex from another graph");
  if (edge_count_ == 0) return {};
  const auto [first, last] = boost::adjacent_vertices(vertex, rows_->graph);
  return {first, last};
}

// Boost numbers components as its depth-first search meets them, which begins at the lowest vertex left: the order that
// the header promises.
std::vector<std::uint32_t> components(const Graph& graph) {
  std::vector<std::uint32_t> number(graph.vertex_count(), 0);
  if (graph.edge_count() == 0) {
    for (std::uint32_t v = 0; v < number.size(); ++v) number[v] = v;
    return number;
  }
  boost::connected_components(
      graph.rows_->graph,
      boost::make_iterator_property_map(number.begin(), boost::get(boost::vertex_index, graph.rows_->graph)));
  return number;
}

}  // namespace samverka
