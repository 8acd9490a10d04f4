#include "layout/sparse_stress.h"

#include <algorithm>
#include <numeric>

#include "layout/random.h"
#include "layout/relaxation.h"
#include "layout/separate.h"
#include "layout/shortest_paths.h"

namespace samverka {
namespace {

constexpr std::size_t most_pivots = 160;

// Distances from pivots to all vertices, pivots chosen one by one as the vertex farthest from those before it
// (k-centres: they reach into every corner), and how many vertices each stands for seen from each vertex.
class PivotDistances {
 public:
  explicit PivotDistances(const ComponentGraph& graph)
      : graph_(graph),
        paths_(graph),
        nearest_(graph.size(), ShortestPaths::farthest),
        nearest_pivot_(graph.size(), 0) {}

  bool advance() {  // false when all are there
    if (pivots_.size() == most_pivots) return false;
    const auto pivot = pivots_.empty() ? 0U : static_cast<std::uint32_t>(farthest_vertex());
    const std::size_t begin = distances_.size();
    distances_.resize(begin + graph_.size());
    paths_.from(pivot, std::span(distances_).subspan(begin));
    for (std::size_t v = 0; v < graph_.size(); ++v) {
      if (pivots_.empty() || distances_[begin + v] < nearest_[v]) {
        nearest_[v] = distances_[begin + v];
        nearest_pivot_[v] = static_cast<std::uint32_t>(pivots_.size());
      }
      longest_ = std::max(longest_, distances_[begin + v]);
    }
    pivots_.push_back(pivot);
    return true;
  }

  std::size_t count() const { return pivots_.size(); }
  std::uint32_t pivot(std::size_t p) const { return pivots_[p]; }
  std::uint16_t longest() const { return longest_; }
  std::uint32_t nearest_pivot(std::size_t v) const { return nearest_pivot_[v]; }
  std::span<const std::uint16_t> from(std::size_t p) const {
    return std::span(distances_).subspan(p * graph_.size(), graph_.size());
  }

  // For every distance d: how many vertices of the pivot's region are at most d / 2 from it (Ortmann's region weight:
  // nearer ones look the same from there).
  std::vector<float> weight_at(std::size_t p) const {
    std::vector<float> at(longest_ + std::size_t{1}, 0);
    const auto distance = from(p);
    for (std::size_t v = 0; v < graph_.size(); ++v) {
      if (nearest_pivot_[v] == p) at[std::min<std::size_t>(longest_, std::size_t{2} * distance[v])] += 1;
    }
    std::partial_sum(at.begin(), at.end(), at.begin());
    return at;
  }

 private:
  std::size_t farthest_vertex() const {
    return static_cast<std::size_t>(std::max_element(nearest_.begin(), nearest_.end()) - nearest_.begin());
  }

  const ComponentGraph& graph_;
  ShortestPaths paths_;
  std::vector<std::uint32_t> pivots_;
  std::vector<std::uint16_t> distances_;  // a row of all vertices for each pivot
  std::vector<std::uint16_t> nearest_;
  std::vector<std::uint32_t> nearest_pivot_;
  std::uint16_t longest_ = 1;
};

class SparseStressLayout final : public ComponentLayout {
 public:
  SparseStressLayout(const ComponentGraph& graph, const ComponentStart& start)
      : graph_(graph), random_(start.seed), pivots_(graph), order_(most_pivots) {
    drawing_ = first_drawing(graph, start, std::sqrt(static_cast<float>(graph.size())));
    is_all_held_ = !drawing_.gives.empty() && *std::max_element(drawing_.gives.begin(), drawing_.gives.end()) == 0;
    std::iota(order_.begin(), order_.end(), 0U);
  }

  std::size_t advance(std::size_t work) override {
    if (is_all_held_ || passes_ == most_passes) return 0;
    if (!has_pivots_) return find_pivot();
    if (round_ < annealing().rounds()) return relax(work);
    return make_room();
  }

  float fraction() const override {
    if (!has_pivots_) return 0.3F * static_cast<float>(pivots_.count()) / static_cast<float>(most_pivots);
    return 0.3F + 0.6F * static_cast<float>(round_) / static_cast<float>(annealing().rounds()) +
           0.1F * static_cast<float>(passes_) / most_passes;
  }

  std::vector<Vec2> points() const override { return points_of(drawing_); }

 private:
  static constexpr int most_passes = 40;
  static constexpr std::size_t edge_portions = 8;  // the edges of a round stand between the pivots, in so many portions

  std::size_t find_pivot() {
    if (!pivots_.advance()) {
      for (std::size_t p = 0; p < pivots_.count(); ++p) weights_.push_back(pivots_.weight_at(p));
      if (drawing_.gives.empty()) place_around_pivots();
      has_pivots_ = true;
    }
    return 4 * (graph_.size() + graph_.arcs());
  }

  // A rough picture to begin with: the pivots by the stress among themselves, everybody else beside the nearest.
  void place_around_pivots() {
    const float longest = static_cast<float>(pivots_.longest()) * graph_.quantum;
    const Annealing rough(pivots_.count(), longest, false);
    std::vector<Vec2> at(pivots_.count());
    for (Vec2& place : at) place = Vec2{random_.unit(), random_.unit()} * longest;
    for (int round = 0; round < rough.rounds(); ++round) {
      for (std::size_t a = 0; a < at.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) move_both(at[a], at[b], distance(a, pivots_.pivot(b)), rough.eta(round));
      }
    }
    for (std::size_t v = 0; v < graph_.size(); ++v) {
      const std::uint32_t p = pivots_.nearest_pivot(v);
      const float out = distance(p, v);
      const Vec2 place = at[p] + Vec2{random_.unit() - 0.5F, random_.unit() - 0.5F} * (out + 0.1F);
      drawing_.x[v] = place.x;
      drawing_.y[v] = place.y;
    }
  }

  Annealing annealing() const { return {graph_.size(), static_cast<float>(pivots_.longest()) * graph_.quantum, true}; }

  float distance(std::size_t pivot, std::size_t vertex) const {
    return static_cast<float>(pivots_.from(pivot)[vertex]) * graph_.quantum;
  }

  static void move_both(Vec2& a, Vec2& b, float wanted, float eta) {
    const Vec2 step = b - a;
    const float now = length(step) + 1e-6F;
    const float share = 0.5F * std::min(1.0F, eta / (wanted * wanted)) * (now - wanted) / now;
    a = a + step * share;
    b = b - step * share;
  }

  std::size_t relax(std::size_t work) {
    const float eta = annealing().eta(round_);
    if (next_ == 0) random_.shuffle(order_);
    std::size_t done = 0;
    while (next_ < order_.size() && done < work) {
      pull_to_pivot(order_[next_], eta);
      const std::size_t portion = next_ * edge_portions / order_.size();
      if (++next_ * edge_portions / order_.size() != portion) pull_edges(portion, eta);
      done += graph_.size() + graph_.arcs() / order_.size();
    }
    if (next_ == order_.size()) {
      next_ = 0;
      ++round_;
    }
    return done;
  }

  // Only the vertex moves: the pivot stands for its region, and moves for its own distances to the other pivots.
  void pull_to_pivot(std::uint32_t p, float eta) {
    const Vec2 at{drawing_.x[pivots_.pivot(p)], drawing_.y[pivots_.pivot(p)]};
    const auto distances = pivots_.from(p);
    const std::vector<float>& weight = weights_[p];
    for (std::size_t v = 0; v < graph_.size(); ++v) {
      if (distances[v] == 0) continue;
      const float wanted = static_cast<float>(distances[v]) * graph_.quantum;
      const float dx = at.x - drawing_.x[v];
      const float dy = at.y - drawing_.y[v];
      const float now = std::sqrt(dx * dx + dy * dy + 1e-12F);
      const float give = drawing_.gives.empty() ? 1.0F : drawing_.gives[v];
      const float share =
          give * 0.5F * std::min(1.0F, eta * weight[distances[v]] / (wanted * wanted)) * (now - wanted) / now;
      drawing_.x[v] += share * dx;
      drawing_.y[v] += share * dy;
    }
  }

  void pull_edges(std::size_t portion, float eta) {
    const std::size_t begin = graph_.size() * portion / edge_portions;
    const std::size_t end = graph_.size() * (portion + 1) / edge_portions;
    for (std::size_t v = begin; v < end; ++v) {
      for (std::uint32_t arc = graph_.row_start[v]; arc < graph_.row_start[v + 1]; ++arc) {
        const std::uint32_t w = graph_.neighbours[arc];
        if (w < v) pull_edge(v, w, static_cast<float>(graph_.lengths[arc]) * graph_.quantum, eta);
      }
    }
  }

  void pull_edge(std::size_t v, std::size_t w, float wanted, float eta) {
    Vec2 a{drawing_.x[v], drawing_.y[v]};
    Vec2 b{drawing_.x[w], drawing_.y[w]};
    const Vec2 a_before = a;
    const Vec2 b_before = b;
    move_both(a, b, wanted, eta);
    const float a_gives = drawing_.gives.empty() ? 1.0F : drawing_.gives[v];
    const float b_gives = drawing_.gives.empty() ? 1.0F : drawing_.gives[w];
    drawing_.x[v] += a_gives * (a.x - a_before.x);
    drawing_.y[v] += a_gives * (a.y - a_before.y);
    drawing_.x[w] += b_gives * (b.x - b_before.x);
    drawing_.y[w] += b_gives * (b.y - b_before.y);
  }

  // Pivots say nothing about two vertices that are equally far from all of them: this parts them.
  std::size_t make_room() {
    std::vector<Vec2> points = points_of(drawing_);
    if (passes_ == 0) spacing_ = spacing_for(points);
    const bool is_roomy = push_apart(points, giving_way(graph_, drawing_), spacing_, 0.8F) == 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      drawing_.x[i] = points[i].x;
      drawing_.y[i] = points[i].y;
    }
    passes_ = is_roomy ? most_passes : passes_ + 1;
    return 16 * graph_.size();
  }

  const ComponentGraph& graph_;
  Random random_;
  PivotDistances pivots_;
  std::vector<std::uint32_t> order_;  // of the pivots
  std::vector<std::vector<float>> weights_;
  Drawing drawing_;
  bool is_all_held_ = false, has_pivots_ = false;
  int round_ = 0, passes_ = 0;
  float spacing_ = 0;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<ComponentLayout> sparse_stress_layout(const ComponentGraph& graph, const ComponentStart& start) {
  return std::make_unique<SparseStressLayout>(graph, start);
}

}  // namespace samverka
