#pragma once
// Graphs whose good pictures are known, and the figure that says how good one is.
#include <algorithm>
#include <limits>
#include <vector>

#include "base/geometry.h"
#include "graph/graph.h"

namespace samverka::test {

using Edges = std::vector<Graph::Edge>;

inline Graph path_graph(std::uint32_t vertices) {
  Edges edges;
  for (std::uint32_t v = 1; v < vertices; ++v) edges.emplace_back(v - 1, v);
  return Graph(vertices, edges);
}

inline Graph cycle_graph(std::uint32_t vertices) {
  Edges edges;
  for (std::uint32_t v = 0; v < vertices; ++v) edges.emplace_back(v, (v + 1) % vertices);
  return Graph(vertices, edges);
}

inline Graph grid_graph(std::uint32_t width, std::uint32_t height) {
  Edges edges;
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      if (x + 1 < width) edges.emplace_back(y * width + x, y * width + x + 1);
      if (y + 1 < height) edges.emplace_back(y * width + x, y * width + x + width);
    }
  }
  return Graph(std::size_t{width} * height, edges);
}

inline Graph star_graph(std::uint32_t leaves) {  // vertex 0 is the middle
  Edges edges;
  for (std::uint32_t v = 1; v <= leaves; ++v) edges.emplace_back(0, v);
  return Graph(leaves + std::size_t{1}, edges);
}

// Distances in edges by Floyd and Warshall: slow and obvious. Unreachable is 1e9.
inline std::vector<std::vector<double>> all_distances(const Graph& graph) {
  const std::size_t n = graph.vertex_count();
  std::vector<std::vector<double>> d(n, std::vector<double>(n, 1e9));
  for (std::uint32_t v = 0; v < n; ++v) {
    d[v][v] = 0;
    for (const std::uint32_t w : graph.neighbours(v)) d[v][w] = 1;
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    }
  }
  return d;
}

// Mean over connected pairs of ((scale |p - q| - d) / d)² at the scale that makes it least.
inline double stress_at_best_scale(const Graph& graph, const std::vector<Vec2>& positions) {
  const auto d = all_distances(graph);
  double linear = 0, squared = 0, pairs = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (d[i][j] > 1e8) continue;
      const double ratio = static_cast<double>(distance(positions[i], positions[j])) / d[i][j];
      linear += ratio;
      squared += ratio * ratio;
      pairs += 1;
    }
  }
  return pairs == 0 ? 0 : 1 - linear * linear / squared / pairs;
}

inline double nearest_pair(const std::vector<Vec2>& positions) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < positions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      nearest = std::min(nearest, static_cast<double>(distance(positions[i], positions[j])));
    }
  }
  return nearest;
}

inline Rect bounds_of(const std::vector<Vec2>& positions) {
  Rect bounds;
  for (const Vec2& p : positions) bounds.include(p);
  return bounds;
}

}  // namespace samverka::test
