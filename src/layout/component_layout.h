#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "layout/component_graph.h"
#include "layout/layout.h"

namespace samverka {

// One component on its way to its place, in slices of work so that it can be shown and stopped.
class ComponentLayout {
 public:
  virtual ~ComponentLayout() = default;
  // About `work` moves of a pair of vertices (a few ns each). Returns the work done; 0 when there is none left.
  virtual std::size_t advance(std::size_t work) = 0;
  virtual float fraction() const = 0;
  virtual std::vector<Vec2> points() const = 0;  // by local number
};

// What a component begins from, by local number; NaN where nothing is given, empty if nothing is for any.
struct ComponentStart {
  std::vector<Vec2> start;  // a vertex with one is held there
  std::vector<Vec2> guess;  // where one without may begin, in about the right size: it soon leaves, but does not forget
  bool is_guess_in_place = false;  // the guess is a picture that the start belongs to, and not just its shape
  std::uint64_t seed = 1;
  unsigned threads = 0;
  bool is_fast = false;

  bool is_held(std::size_t vertex) const { return !start.empty() && is_finite(start[vertex]); }
  bool is_guessed(std::size_t vertex) const { return !guess.empty() && is_finite(guess[vertex]); }
};

// Up to this many vertices the distances of all pairs are used (at the limit 25 MB and some seconds); beyond it, those
// to pivots.
constexpr std::size_t full_stress_limit = 5000;
constexpr std::size_t fast_full_stress_limit = 500;  // where a quick answer is asked for

std::unique_ptr<ComponentLayout> layout_of_component(const ComponentGraph& graph, const ComponentStart& start);

}  // namespace samverka
