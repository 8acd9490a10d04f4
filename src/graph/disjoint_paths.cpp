#include "graph/disjoint_paths.h"

#include <utility>

#include "base/check.h"

namespace samverka {
namespace {

constexpr std::uint32_t none = VertexId::none;

}  // namespace

DisjointPaths::DisjointPaths(const Graph& graph) : graph_(graph) {
  const std::size_t n = graph.vertex_count();
  after_.assign(n, none);
  before_.assign(n, none);
  reached_in_.assign(2 * n, 0);
  reached_by_.assign(2 * n, none);
}

std::size_t DisjointPaths::count(std::uint32_t from, std::uint32_t to, std::size_t most) {
  SAM_CHECK(from < after_.size() && to < after_.size(), "vertex from another graph");
  if (from == to) return 0;
  std::size_t found = 0;
  while (found < most && find_way(from, to)) {
    take_way(from, to);
    ++found;
  }
  for (const std::uint32_t vertex : touched_) after_[vertex] = before_[vertex] = none;
  touched_.clear();
  goes_straight_ = false;
  return found;
}

void DisjointPaths::reach(Side side, Side by) {
  if (reached_in_[side] == search_) return;
  reached_in_[side] = search_;
  reached_by_[side] = by;
  queue_.push_back(side);
}

// Another way, broad first, so that it is a shortest one. It may turn back along the ways there are, which then change.
bool DisjointPaths::find_way(std::uint32_t from, std::uint32_t to) {
  ++search_;
  queue_.clear();
  reach(exit(from), none);
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    const Side side = queue_[i];
    if (side % 2 == 0) {
      enter(side / 2, from);
    } else if (leave(side / 2, from, to)) {
      return true;
    }
  }
  return false;
}

bool DisjointPaths::leave(std::uint32_t vertex, std::uint32_t from, std::uint32_t to) {
  for (const std::uint32_t next : graph_.neighbours(vertex)) {
    const bool is_used =
        vertex == from ? (next == to ? goes_straight_ : before_[next] == from) : after_[vertex] == next;
    if (next == from || is_used) continue;
    reach(entry(next), exit(vertex));
    if (next == to) return true;
  }
  // Back through the vertex, if a way leads through it.
  if (vertex != from && before_[vertex] != none) reach(entry(vertex), exit(vertex));
  return false;
}

// Through the vertex where it is free, else back along the way that enters it.
void DisjointPaths::enter(std::uint32_t vertex, std::uint32_t from) {
  if (before_[vertex] == none) {
    reach(exit(vertex), entry(vertex));
  } else if (before_[vertex] != from) {
    reach(exit(before_[vertex]), entry(vertex));
  }
}

// First what is turned back along goes, then what is new comes: a vertex may have both.
void DisjointPaths::take_way(std::uint32_t from, std::uint32_t to) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> fresh;
  for (Side side = entry(to); side != exit(from); side = reached_by_[side]) {
    const Side by = reached_by_[side];
    const std::uint32_t here = side / 2, there = by / 2;
    if (here == there) continue;
    if (side % 2 == 0) {
      fresh.emplace_back(there, here);
    } else {  // from the entry of `there` back to the exit of `here`
      after_[here] = none;
      before_[there] = none;
    }
  }
  for (const auto& [first, second] : fresh) {
    if (first == from && second == to) goes_straight_ = true;
    if (first != from) after_[first] = second;
    if (second != to) before_[second] = first;
    touched_.push_back(first);
    touched_.push_back(second);
  }
}

}  // namespace samverka
