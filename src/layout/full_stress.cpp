#include "layout/full_stress.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "jobs/jobs.h"
#include "layout/shortest_paths.h"

namespace samverka {
namespace {

constexpr std::uint32_t rows_at_once = 64;  // searched together, and of each diagonal whole cache lines are written
constexpr std::size_t lanes = 4;            // pairs moved side by side, by vector instructions where there are some

struct Ends {  // where the two ends of a run of pairs stand
  float* x;
  float* y;
};

// How far each end of a pair moves, as a share of the step between them. Half the error is each end's; a step that
// would overshoot (eta / d² above 1) stops at meeting the distance.
inline float share_to_move(float step_squared, float wanted, float eta) {
  const float now = std::sqrt(step_squared + 1e-12F);
  const float mu = std::min(1.0F, eta / (wanted * wanted));
  return 0.5F * mu * (now - wanted) / now;
}

void move_pair(Ends a, Ends b, float wanted, float eta) {
  const float dx = *b.x - *a.x;
  const float dy = *b.y - *a.y;
  const float share = share_to_move(dx * dx + dy * dy, wanted, eta);
  *a.x += share * dx;
  *a.y += share * dy;
  *b.x -= share * dx;
  *b.y -= share * dy;
}

// Four numbers side by side (GCC and Clang's vectors: an SSE or NEON register, or plain code elsewhere; the
// results are the same, since nothing is summed across lanes).
using Four = float __attribute__((vector_size(lanes * sizeof(float))));

Four load(const float* from) {
  Four value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

void store(Four value, float* to) { std::memcpy(to, &value, sizeof value); }

// The same for four pairs at a time; the two runs of ends do not overlap.
void move_four(Ends a, Ends b, const std::uint16_t* distances, float quantum, float eta) {
  const Four dx = load(b.x) - load(a.x);
  const Four dy = load(b.y) - load(a.y);
  Four wanted, now;
  for (std::size_t k = 0; k < lanes; ++k) wanted[k] = static_cast<float>(distances[k]);
  wanted *= quantum;
  const Four squared = dx * dx + dy * dy + 1e-12F;
  for (std::size_t k = 0; k < lanes; ++k) now[k] = std::sqrt(squared[k]);
  Four mu = eta / (wanted * wanted);
  mu = mu < 1.0F ? mu : Four{} + 1.0F;
  const Four share = 0.5F * mu * (now - wanted) / now;
  store(load(a.x) + share * dx, a.x);
  store(load(a.y) + share * dy, a.y);
  store(load(b.x) - share * dx, b.x);
  store(load(b.y) - share * dy, b.y);
}

// Pairs (a, b), (a + 1, b + 1), ...
void move_run(Ends a, Ends b, std::size_t count, const std::uint16_t* distances, float quantum, float eta) {
  const auto apart = static_cast<std::size_t>(std::abs(b.x - a.x));
  std::size_t k = 0;
  if (apart >= lanes) {
    for (; k + lanes <= count; k += lanes)
      move_four({a.x + k, a.y + k}, {b.x + k, b.y + k}, distances + k, quantum, eta);
  }
  for (; k < count; ++k) {
    move_pair({a.x + k, a.y + k}, {b.x + k, b.y + k}, static_cast<float>(distances[k]) * quantum, eta);
  }
}

// The same where some give way less than others: what one end does not take, the other does not either.
void move_run_giving(std::size_t a, std::size_t b, std::size_t count, const std::uint16_t* distances, float quantum,
                     float eta, Drawing& drawing) {
  for (std::size_t k = 0; k < count; ++k) {
    const float dx = drawing.x[b + k] - drawing.x[a + k];
    const float dy = drawing.y[b + k] - drawing.y[a + k];
    const float share = share_to_move(dx * dx + dy * dy, static_cast<float>(distances[k]) * quantum, eta);
    drawing.x[a + k] += share * drawing.gives[a + k] * dx;
    drawing.y[a + k] += share * drawing.gives[a + k] * dy;
    drawing.x[b + k] -= share * drawing.gives[b + k] * dx;
    drawing.y[b + k] -= share * drawing.gives[b + k] * dy;
  }
}

}  // namespace

PairDistances::PairDistances(const ComponentGraph& graph) : graph_(graph), vertices_(graph.size()) {}

void PairDistances::fill_rows(std::uint32_t begin, std::uint32_t end) {
  ShortestPaths paths(graph_);
  std::vector<std::uint16_t> rows(vertices_ * rows_at_once);
  paths.from_each(begin, end, rows);
  for (std::size_t s = 1; s <= diagonals(); ++s) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t j = i + s < vertices_ ? i + s : i + s - vertices_;
      distances_[(s - 1) * vertices_ + i] = rows[vertices_ * (i - begin) + j];
    }
  }
}

bool PairDistances::advance(std::size_t work, unsigned threads) {
  if (filled_ == vertices_) return false;
  distances_.resize(vertices_ * diagonals());
  const std::size_t blocks = std::max<std::size_t>(1, work / ((vertices_ + graph_.arcs()) * rows_at_once));
  const std::size_t until = std::min(vertices_, filled_ + blocks * rows_at_once);
  parallel_for(
      until - filled_, rows_at_once,
      [&](std::size_t begin, std::size_t end) {
        fill_rows(static_cast<std::uint32_t>(filled_ + begin), static_cast<std::uint32_t>(filled_ + end));
      },
      threads);
  filled_ = until;
  if (filled_ == vertices_ && !distances_.empty()) longest_ = *std::max_element(distances_.begin(), distances_.end());
  return filled_ < vertices_;
}

float PairDistances::fraction() const { return static_cast<float>(filled_) / static_cast<float>(vertices_); }

std::span<const std::uint16_t> PairDistances::diagonal(std::size_t number) const {
  const bool is_doubled = 2 * number == vertices_;
  return std::span(distances_).subspan((number - 1) * vertices_, is_doubled ? number : vertices_);
}

void relax_diagonal(std::span<const std::uint16_t> distances, std::size_t number, float quantum, float eta,
                    Drawing& drawing) {
  const std::size_t vertices = drawing.x.size();
  const std::size_t before_end = std::min(distances.size(), vertices - number);  // then b has come round to 0
  const std::size_t after_end = distances.size() - before_end;
  const std::uint16_t* rest = distances.data() + before_end;
  if (!drawing.gives.empty()) {
    move_run_giving(0, number, before_end, distances.data(), quantum, eta, drawing);
    move_run_giving(before_end, 0, after_end, rest, quantum, eta, drawing);
    return;
  }
  float* x = drawing.x.data();
  float* y = drawing.y.data();
  move_run({x, y}, {x + number, y + number}, before_end, distances.data(), quantum, eta);
  move_run({x + before_end, y + before_end}, {x, y}, after_end, rest, quantum, eta);
}

}  // namespace samverka
