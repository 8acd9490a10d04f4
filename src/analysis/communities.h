#pragma once
// Groups that cooperate more with each other than with others.
#include <cstdint>
#include <vector>

namespace samverka {

// An undirected graph with weights: one row for each pair, first < second, weight > 0.
struct WeightedPair {
  std::uint32_t first = 0, second = 0;
  double weight = 0;
};

struct Communities {
  std::vector<std::uint32_t> of_vertex;  // numbered from the largest group; of as large ones, by their lowest vertex
  std::size_t count = 0;
  double modularity = 0;  // of the grouping; 0 where nothing is joined
};

// Greedy modularity: from every vertex alone, the two groups whose joining raises modularity most are joined, until no
// joining raises it. M. E. J. Newman, "Fast algorithm for detecting community structure in networks", Physical Review E
// 69 (2004), with the modularity of weighted graphs (Newman, "Analysis of weighted networks", Physical Review E 70,
// 2004). Ties are broken by the lowest vertices, so the answer is always the same. Vertices without any pair stay
// alone. O(groups² · joinings): some hundreds of vertices take some hundredths of a second.
Communities communities(std::size_t vertices, const std::vector<WeightedPair>& pairs);

// Modularity of a grouping: the share of weight within groups, less what a graph of the same strengths would have there
// by chance. 0 without pairs.
double modularity_of(const std::vector<std::uint32_t>& of_vertex, const std::vector<WeightedPair>& pairs);

}  // namespace samverka
