#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "base/id.h"

namespace samverka {

using VertexId = Id<struct VertexTag>;

// An undirected graph in compressed rows (boost::compressed_sparse_row_graph, both arcs of every edge). A value: copies
// share the rows. Parallel edges are kept; a loop is dropped, since nothing here is joined to itself.
class Graph {
 public:
  using Edge = std::pair<std::uint32_t, std::uint32_t>;
  Graph() = default;
  Graph(std::size_t vertices, const std::vector<Edge>& edges);  // O(V + E)

  std::size_t vertex_count() const { return vertex_count_; }
  std::size_t edge_count() const { return edge_count_; }
  // Sorted; a neighbour stands once for every parallel edge.
  std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const;

 private:
  friend std::vector<std::uint32_t> components(const Graph& graph);
  struct Rows;
  std::size_t vertex_count_ = 0;
  std::size_t edge_count_ = 0;
  std::shared_ptr<const Rows> rows_;
};

// Component number of every vertex, numbered by the lowest vertex in them. Boost's connected_components.
std::vector<std::uint32_t> components(const Graph& graph);

}  // namespace samverka
