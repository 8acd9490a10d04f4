#include "graph/cuts.h"

#include <algorithm>
#include <tuple>

namespace samverka {
namespace {

constexpr std::uint32_t not_met = VertexId::none;

class CutSearch {
 public:
  explicit CutSearch(const Graph& graph)
      : graph_(graph), place_(graph.vertex_count(), not_met), lowest_(graph.vertex_count(), 0) {
    cuts_.order.reserve(graph.vertex_count());
  }

  Cuts search() {
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v) {
      if (place_[v] == not_met) search_component(v);
    }
    std::sort(cuts_.vertices.begin(), cuts_.vertices.end(),
              [](const CutVertex& a, const CutVertex& b) { return a.vertex < b.vertex; });
    std::sort(cuts_.edges.begin(), cuts_.edges.end(),
              [](const CutEdge& a, const CutEdge& b) { return std::tie(a.a, a.b) < std::tie(b.a, b.b); });
    return std::move(cuts_);
  }

 private:
  // A vertex on the way from the root to where the search is.
  struct Step {
    std::uint32_t vertex = 0, parent = not_met;
    std::size_t next = 0;             // of its neighbours
    bool has_skipped_parent = false;  // the edge it was met by; a second, parallel one leads back
    std::vector<Stretch> below;
  };

  std::uint32_t here() const { return static_cast<std::uint32_t>(cuts_.order.size()); }

  void meet(std::uint32_t vertex, std::uint32_t parent) {
    place_[vertex] = lowest_[vertex] = here();
    cuts_.order.push_back(vertex);
    way_.push_back({vertex, parent, 0, false, {}});
  }

  void search_component(std::uint32_t root) {
    const std::size_t first_vertex = cuts_.vertices.size(), first_edge = cuts_.edges.size();
    const std::uint32_t begin = here();
    meet(root, not_met);
    while (!way_.empty()) go_on();
    ++cuts_.components;
    const Stretch component{begin, here()};
    for (std::size_t i = first_vertex; i < cuts_.vertices.size(); ++i) cuts_.vertices[i].component = component;
    for (std::size_t i = first_edge; i < cuts_.edges.size(); ++i) cuts_.edges[i].component = component;
  }

  void go_on() {
    Step& step = way_.back();
    const auto neighbours = graph_.neighbours(step.vertex);
    if (step.next == neighbours.size()) return leave();
    const std::uint32_t other = neighbours[step.next++];
    if (place_[other] == not_met) {
      meet(other, step.vertex);
    } else if (other == step.parent && !step.has_skipped_parent) {
      step.has_skipped_parent = true;
    } else {
      lowest_[step.vertex] = std::min(lowest_[step.vertex], place_[other]);
    }
  }

  void leave() {
    Step done = std::move(way_.back());
    way_.pop_back();
    const bool is_root = done.parent == not_met;
    // From the root every subtree is a part of its own; it takes two for the root to hold them together.
    if (done.below.size() > (is_root ? 1U : 0U)) {
      cuts_.vertices.push_back({done.vertex, {}, place_[done.vertex], std::move(done.below)});
    }
    if (is_root) return;
    const Stretch subtree{place_[done.vertex], here()};
    const std::uint32_t reach = lowest_[done.vertex], parent_place = place_[done.parent];
    lowest_[done.parent] = std::min(lowest_[done.parent], reach);
    if (reach >= parent_place) way_.back().below.push_back(subtree);
    if (reach <= parent_place) return;
    cuts_.edges.push_back({std::min(done.vertex, done.parent), std::max(done.vertex, done.parent), {}, subtree});
  }

  const Graph& graph_;
  std::vector<std::uint32_t> place_, lowest_;  // by vertex: places in the order
  std::vector<Step> way_;
  Cuts cuts_;
};

void add(std::vector<Stretch>& stretches, std::uint32_t begin, std::uint32_t end) {
  if (begin < end) stretches.push_back({begin, end});
}

}  // namespace

Cuts cuts_of(const Graph& graph) { return CutSearch(graph).search(); }

std::vector<Stretch> rest_of(const CutVertex& cut) {
  std::vector<Stretch> rest;
  add(rest, cut.component.begin, cut.place);
  std::uint32_t at = cut.place + 1;  // everything below comes after the vertex
  for (const Stretch& part : cut.below) {
    add(rest, at, part.begin);
    at = part.end;
  }
  add(rest, at, cut.component.end);
  return rest;
}

std::vector<Stretch> rest_of(const CutEdge& cut) {
  std::vector<Stretch> rest;
  add(rest, cut.component.begin, cut.below.begin);
  add(rest, cut.below.end, cut.component.end);
  return rest;
}

}  // namespace samverka
