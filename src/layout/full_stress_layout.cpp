#include <algorithm>
#include <numeric>
#include <optional>

#include "layout/random.h"
#include "layout/relaxation.h"
#include "layout/separate.h"
#include "layout/sparse_stress.h"

namespace samverka {
namespace {

// Distances, rounds of moving every pair, then room around the marks.
class FullStressLayout final : public ComponentLayout {
 public:
  FullStressLayout(const ComponentGraph& graph, const ComponentStart& start)
      : graph_(graph),
        threads_(start.threads),
        has_guess_(!start.guess.empty()),
        random_(start.seed),
        distances_(graph),
        order_(distances_.diagonals()) {
    drawing_ = first_drawing(graph, start, std::sqrt(static_cast<float>(graph.size())));
    has_free_ = drawing_.gives.empty() || *std::max_element(drawing_.gives.begin(), drawing_.gives.end()) > 0;
    std::iota(order_.begin(), order_.end(), 1U);
  }

  std::size_t advance(std::size_t work) override {
    if (is_done_ || !has_free_) return 0;
    if (!has_distances_) {
      has_distances_ = !distances_.advance(work / 4, threads_);  // a step of search costs about four moves
      annealing_.emplace(graph_.size(), static_cast<float>(distances_.longest()) * graph_.quantum, has_guess_);
      return work;
    }
    if (round_ < annealing_->rounds()) return relax(work);
    return make_room();
  }

  float fraction() const override {
    constexpr float search_share = 0.25F;
    if (is_done_) return 1;
    if (!has_distances_) return search_share * distances_.fraction();
    const float in_round = static_cast<float>(next_) / static_cast<float>(order_.size());
    return search_share +
           (1 - search_share) * (static_cast<float>(round_) + in_round) / static_cast<float>(annealing_->rounds() + 1);
  }

  std::vector<Vec2> points() const override { return points_of(drawing_); }

 private:
  std::size_t relax(std::size_t work) {
    if (next_ == 0) random_.shuffle(order_);
    std::size_t done = 0;
    while (next_ < order_.size() && done < work) {
      const std::uint32_t number = order_[next_++];
      relax_diagonal(distances_.diagonal(number), number, graph_.quantum, annealing_->eta(round_), drawing_);
      done += graph_.size();
    }
    if (next_ == order_.size()) {
      next_ = 0;
      ++round_;
    }
    return done;
  }

  std::size_t make_room() {
    std::vector<Vec2> points = points_of(drawing_);
    if (passes_ == 0) spacing_ = spacing_for(points);
    const bool is_roomy = push_apart(points, giving_way(graph_, drawing_), spacing_, 1) == 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      drawing_.x[i] = points[i].x;
      drawing_.y[i] = points[i].y;
    }
    const std::size_t most_passes = std::clamp<std::size_t>(60'000 / graph_.size(), 40, 200);
    is_done_ = is_roomy || ++passes_ == most_passes;
    return 16 * graph_.size();
  }

  const ComponentGraph& graph_;
  unsigned threads_;
  bool has_guess_;
  Random random_;
  PairDistances distances_;
  std::optional<Annealing> annealing_;  // once the distances are there
  std::vector<std::uint32_t> order_;    // of the diagonals
  Drawing drawing_;
  bool has_free_ = true, has_distances_ = false, is_done_ = false;
  int round_ = 0;
  std::size_t passes_ = 0;
  float spacing_ = 0;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<ComponentLayout> layout_of_component(const ComponentGraph& graph, const ComponentStart& start) {
  if (graph.size() > (start.is_fast ? fast_full_stress_limit : full_stress_limit))
    return sparse_stress_layout(graph, start);
  return std::make_unique<FullStressLayout>(graph, start);
}

}  // namespace samverka
