#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/component_graph.h"
#include "layout/random.h"

namespace samverka {

// The distances between all pairs of a component, stored by diagonal: row s holds the distance between vertex i and
// vertex i + s (around the end), for all i. Going through one diagonal moves every vertex once as i and once as i + s
// and never the same one twice in near succession, in the order of memory. Since the numbering is random
// (component_graph.h) and the diagonals are taken in random order, that is random enough for SGD, while a true shuffle
// of the pairs costs more than the moves themselves. 2 bytes a pair.
class PairDistances {
 public:
  explicit PairDistances(const ComponentGraph& graph);

  // Fills in the rows of the next vertices, some `work` steps of search; false when all are done.
  bool advance(std::size_t work, unsigned threads);
  float fraction() const;

  std::size_t diagonals() const { return vertices_ / 2; }  // numbered from 1
  // One a vertex; but the last diagonal of an even number of vertices holds every pair twice: only the first half
  // counts.
  std::span<const std::uint16_t> diagonal(std::size_t number) const;
  std::uint16_t longest() const { return longest_; }

 private:
  void fill_rows(std::uint32_t begin, std::uint32_t end);

  const ComponentGraph& graph_;
  std::size_t vertices_ = 0;
  std::size_t filled_ = 0;
  std::uint16_t longest_ = 1;
  std::vector<std::uint16_t> distances_;
};

// Positions of one component while it is laid out: by local number, x and y apart.
struct Drawing {
  std::vector<float> x, y;
  std::vector<float> gives;  // how far each gives way, 0-1; empty: all wholly
};

// Moves the two ends of every pair of one diagonal towards their distance: stress by stochastic gradient descent
// (Zheng, Pawar & Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018), weight distance^-2. `eta` is the step
// size of the round, in squared quanta.
void relax_diagonal(std::span<const std::uint16_t> distances, std::size_t number, float quantum, float eta,
                    Drawing& drawing);

}  // namespace samverka
