// The network picture. Components are laid out one by one (component_layout.h) and put beside each other (assemble.h).
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "layout/assemble.h"
#include "layout/component_layout.h"
#include "layout/layout.h"
#include "layout/separate.h"

namespace samverka {
namespace {

constexpr std::size_t moves_a_step = 500'000;  // 2-4 ms

// Positions that can be used: beyond the limit a float can no longer tell neighbours apart, so they count as not given.
Positions usable_start(Positions start, std::size_t vertices) {
  SAM_CHECK(start.empty() || start.size() == vertices, "a start for another graph");
  constexpr float limit = 1e5F;
  constexpr float not_given = std::numeric_limits<float>::quiet_NaN();
  bool has_any = false;
  for (Vec2& p : start) {
    if (!is_finite(p) || std::abs(p.x) > limit || std::abs(p.y) > limit) p = {not_given, not_given};
    has_any = has_any || is_finite(p);
  }
  return has_any ? start : Positions{};
}

// The map as a first guess of the network picture, shrunk to the size that so many vertices take; NaN where a vertex
// has no place. Stress hardly minds which county lies where, the reader does. (Pulling towards the map all the way was
// tried: neighbouring counties then lie in each other.)
Positions guess_from_map(std::span<const Anchor> anchors, std::span<const std::uint32_t> vertices) {
  constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
  Positions guess(vertices.size(), {unknown, unknown});
  Rect bounds;
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const Anchor& anchor = anchors[vertices[i]];
    if (anchor.precision == Anchor::Precision::none) continue;
    guess[i] = anchor.map_km;
    bounds.include(anchor.map_km);
  }
  const float extent = std::max(1.0F, std::max(bounds.width(), bounds.height()));
  const float scale = std::sqrt(static_cast<float>(vertices.size())) / extent;
  for (Vec2& place : guess) place = (place - bounds.centre()) * scale;
  return bounds.is_empty() ? Positions{} : guess;
}

class StressStepper final : public LayoutStepper {
 public:
  StressStepper(const LayoutInput& input, const LayoutOptions& options)
      : vertices_(input.graph.vertex_count()), start_(usable_start(options.start, vertices_)), held_(start_) {
    keep_pinned(options.pinned);
    SAM_CHECK(input.anchors.empty() || input.anchors.size() == vertices_, "anchors of another graph");
    const EdgeLengths lengths = input.anchors.empty() ? EdgeLengths::hops : EdgeLengths::by_degree;
    split_ = split_components(input.graph, lengths, options.seed);
    for (const ComponentGraph& component : split_.components) begin(component, input.anchors, options);
  }

  bool step() override {
    for (std::size_t left = moves_a_step; left > 0 && current_ < layouts_.size();) {
      const std::size_t done = layouts_[current_]->advance(left);
      if (done == 0) finish_current();
      left -= std::min(left, done);
    }
    is_arranged_ = false;
    return current_ < layouts_.size();
  }

  float fraction() const override {
    if (current_ == layouts_.size()) return 1;
    const double done = cost_before_[current_] + cost(current_) * static_cast<double>(layouts_[current_]->fraction());
    return static_cast<float>(done / cost_before_.back());
  }

  const Positions& positions() const override {
    if (!is_arranged_) arrange();
    return positions_;
  }

 private:
  void begin(const ComponentGraph& component, std::span<const Anchor> anchors, const LayoutOptions& options) {
    ComponentStart start{{}, {}, false, options.seed, options.threads, options.is_fast};
    if (!anchors.empty()) start.guess = guess_from_map(anchors, component.vertices);
    if (!start_.empty()) {
      for (const std::uint32_t v : component.vertices) start.start.push_back(held_[v]);
    }
    if (!options.pinned.empty() && !start_.empty()) {
      start.guess.clear();
      for (const std::uint32_t v : component.vertices) start.guess.push_back(start_[v]);
      start.is_guess_in_place = true;
    }
    const bool is_held = std::any_of(start.start.begin(), start.start.end(), is_finite);
    layouts_.push_back(layout_of_component(component, start));
    guesses_.push_back(start.guess);
    pieces_.push_back({&component, layouts_.back()->points(), is_held});
    const auto size = static_cast<double>(component.size());
    cost_before_.push_back(cost_before_.back() + size * std::min(size, 1000.0));
  }

  void keep_pinned(const std::vector<bool>& pinned) {
    if (pinned.empty() || held_.empty()) return;
    SAM_CHECK(pinned.size() == vertices_, "pins of another graph");
    constexpr float free = std::numeric_limits<float>::quiet_NaN();
    for (std::size_t v = 0; v < vertices_; ++v) {
      if (!pinned[v]) held_[v] = {free, free};
    }
  }

  double cost(std::size_t i) const { return cost_before_[i + 1] - cost_before_[i]; }

  void take_points(std::size_t i) const {
    pieces_[i].points = layouts_[i]->points();
    if (pieces_[i].is_held) return;
    if (guesses_[i].empty()) return lay_flat(pieces_[i].points);
    turn_towards(pieces_[i].points, guesses_[i]);
  }

  void finish_current() {
    take_points(current_);
    layouts_[current_].reset();  // its distances are the largest thing here
    ++current_;
  }

  // Only when somebody looks: for a large graph it costs more than a step.
  void arrange() const {
    if (current_ < layouts_.size()) take_points(current_);
    positions_ = assemble(pieces_, split_.singletons, held_, vertices_);
    ensure_distinct(positions_, 0.05F);
    is_arranged_ = true;
  }

  std::size_t vertices_;
  Positions start_, held_;  // where vertices begin; those of them that stay there
  SplitGraph split_;
  std::vector<std::unique_ptr<ComponentLayout>> layouts_;
  std::vector<Positions> guesses_;  // by component; empty for a plain graph
  mutable std::vector<Piece> pieces_;
  std::vector<double> cost_before_{0};
  std::size_t current_ = 0;
  mutable Positions positions_;
  mutable bool is_arranged_ = false;
};

}  // namespace

std::unique_ptr<LayoutStepper> begin_stress(const LayoutInput& input, const LayoutOptions& options) {
  return std::make_unique<StressStepper>(input, options);
}

std::optional<Positions> stress_layout(const LayoutInput& input, const LayoutOptions& options, Progress& progress) {
  const auto stepper = begin_stress(input, options);
  do {
    if (progress.cancelled()) return {};
    progress.report(stepper->fraction());
  } while (stepper->step());
  progress.report(1);
  return stepper->positions();
}

}  // namespace samverka
