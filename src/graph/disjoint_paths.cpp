#include "graph/disjoint_paths.h"

#include <algorithm>
// GCC 12 takes the empty optional inside Boost's own edge iterator for a value that is read.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

#include "base/check.h"

namespace samverka {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct Arc {
  std::int32_t room = 0, left = 0;
  Traits::edge_descriptor back;
};
using FlowGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;

}  // namespace

// Vertex v is entered at 2v and left at 2v + 1; the last vertex is where ways begin, so that `most` can hold them back.
struct DisjointPaths::Flow {
  FlowGraph graph;
  std::size_t vertices = 0;
  Traits::edge_descriptor first;

  Traits::edge_descriptor join(std::size_t from, std::size_t to, std::int32_t room) {
    const auto there = boost::add_edge(from, to, Arc{room, 0, {}}, graph).first;
    const auto back = boost::add_edge(to, from, Arc{0, 0, there}, graph).first;
    graph[there].back = back;
    return there;
  }
};

DisjointPaths::DisjointPaths(const Graph& graph) : flow_(std::make_unique<Flow>()) {
  const std::size_t n = graph.vertex_count();
  flow_->vertices = n;
  flow_->graph = FlowGraph(2 * n + 1);
  for (std::uint32_t v = 0; v < n; ++v) {
    flow_->join(2 * std::size_t{v}, 2 * std::size_t{v} + 1, 1);
    std::uint32_t last = VertexId::none;
    for (const std::uint32_t other : graph.neighbours(v)) {
      if (other != last) flow_->join(2 * std::size_t{v} + 1, 2 * std::size_t{other}, 1);
      last = other;
    }
  }
}

DisjointPaths::~DisjointPaths() = default;

std::size_t DisjointPaths::count(std::uint32_t from, std::uint32_t to, std::size_t most) {
  SAM_CHECK(from < flow_->vertices && to < flow_->vertices, "vertex from another graph");
  if (from == to || most == 0) return 0;
  FlowGraph& graph = flow_->graph;
  const std::size_t start = 2 * flow_->vertices;
  boost::clear_vertex(start, graph);  // the arcs of the count before this one
  const auto room = static_cast<std::int32_t>(std::min<std::size_t>(most, 1'000'000));
  flow_->join(start, 2 * std::size_t{from} + 1, room);
  const auto found = boost::edmonds_karp_max_flow(graph, start, 2 * std::size_t{to},
                                                  boost::capacity_map(boost::get(&Arc::room, graph))
                                                      .residual_capacity_map(boost::get(&Arc::left, graph))
                                                      .reverse_edge_map(boost::get(&Arc::back, graph)));
  return static_cast<std::size_t>(found);
}

}  // namespace samverka
