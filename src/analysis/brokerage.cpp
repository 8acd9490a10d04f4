#include "analysis/brokerage.h"

#include <algorithm>
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

// Steps from a vertex to every other; unseen where there is no way.
std::vector<std::uint32_t> steps_from(const Graph& graph, std::uint32_t vertex) {
  std::vector<std::uint32_t> steps(graph.vertex_count(), unseen), order = {vertex};
  steps[vertex] = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (const std::uint32_t next : graph.neighbours(order[at])) {
      if (steps[next] != unseen) continue;
      steps[next] = steps[order[at]] + 1;
      order.push_back(next);
    }
  }
  return steps;
}

// From `end` down to the vertex that the steps are from; both are in it.
std::vector<std::uint32_t> way_back(const Graph& graph, const std::vector<std::uint32_t>& steps, std::uint32_t end) {
  std::vector<std::uint32_t> way = {end};
  while (steps[way.back()] > 0) {
    const std::uint32_t wanted = steps[way.back()] - 1;
    const auto near = graph.neighbours(way.back());
    way.push_back(*std::find_if(near.begin(), near.end(), [&](std::uint32_t next) { return steps[next] == wanted; }));
  }
  return way;
}

}  // namespace

std::vector<std::uint32_t> way_through(const Graph& graph, std::span<const std::uint32_t> sources,
                                       std::span<const std::uint32_t> targets, std::uint32_t vertex) {
  const std::vector<std::uint32_t> steps = steps_from(graph, vertex);
  std::vector<std::uint32_t> near(sources.begin(), sources.end());
  std::erase_if(near, [&](std::uint32_t source) { return source == vertex || steps[source] == unseen; });
  std::stable_sort(near.begin(), near.end(), [&](std::uint32_t a, std::uint32_t b) { return steps[a] < steps[b]; });
  for (const std::uint32_t source : near) {
    const std::vector<std::uint32_t> from_source = steps_from(graph, source);
    const auto target = std::find_if(targets.begin(), targets.end(), [&](std::uint32_t end) {
      return end != vertex && end != source && steps[end] != unseen && from_source[end] == steps[source] + steps[end];
    });
    if (target == targets.end()) continue;
    std::vector<std::uint32_t> way = way_back(graph, steps, source);
    const std::vector<std::uint32_t> rest = way_back(graph, steps, *target);
    way.insert(way.end(), rest.rbegin() + 1, rest.rend());
    return way;
  }
  return {};
}

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
