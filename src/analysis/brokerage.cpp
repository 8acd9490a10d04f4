#include "analysis/brokerage.h"

#include <limits>

namespace samverka {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

class WaysFrom {
 public:
  explicit WaysFrom(const Graph& graph)
      : graph_(graph), distance_(graph.vertex_count()), ways_(graph.vertex_count()), debt_(graph.vertex_count()) {}

  void search(std::uint32_t source) {
    distance_.assign(distance_.size(), unseen);
    ways_.assign(ways_.size(), 0);
    order_.assign(1, source);
    distance_[source] = 0;
    ways_[source] = 1;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      for (const std::uint32_t next : graph_.neighbours(order_[at])) step(order_[at], next);
    }
  }

  // From the farthest back: what every vertex owes to those through which it is reached.
  void add_to(Brokerage& found, const std::vector<bool>& is_target) {
    debt_.assign(debt_.size(), 0);
    for (std::size_t at = order_.size(); at-- > 1;) {
      const std::uint32_t vertex = order_[at];
      found.score[vertex] += debt_[vertex];
      found.joined += is_target[vertex] ? 1 : 0;
      const double share = ((is_target[vertex] ? 1.0 : 0.0) + debt_[vertex]) / ways_[vertex];
      for (const std::uint32_t before : graph_.neighbours(vertex)) {
        if (distance_[before] + 1 == distance_[vertex]) debt_[before] += ways_[before] * share;
      }
    }
  }

 private:
  void step(std::uint32_t from, std::uint32_t to) {
    if (distance_[to] == unseen) {
      distance_[to] = distance_[from] + 1;
      order_.push_back(to);
    }
    if (distance_[to] == distance_[from] + 1) ways_[to] += ways_[from];
  }

  const Graph& graph_;
  std::vector<std::uint32_t> distance_, order_;
  std::vector<double> ways_, debt_;
};

}  // namespace

Brokerage brokerage(const Graph& graph, std::span<const std::uint32_t> sources,
                    std::span<const std::uint32_t> targets) {
  Brokerage found;
  found.score.assign(graph.vertex_count(), 0);
  std::vector<bool> is_target(graph.vertex_count(), false);
  for (const std::uint32_t target : targets) is_target[target] = true;
  WaysFrom ways(graph);
  for (const std::uint32_t source : sources) {
    found.pairs += targets.size() - (is_target[source] ? 1 : 0);
    ways.search(source);
    ways.add_to(found, is_target);
  }
  return found;
}

}  // namespace samverka
