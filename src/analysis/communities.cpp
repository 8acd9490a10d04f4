#include "analysis/communities.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace samverka {
namespace {

// Less than this is rounding, and no gain.
constexpr double least_gain = 1e-12;

class Joining {
 public:
  Joining(std::size_t vertices, const std::vector<WeightedPair>& pairs)
      : group_(vertices), strength_(vertices, 0), between_(vertices) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (const WeightedPair& pair : pairs) {
      total_ += pair.weight;
      strength_[pair.first] += pair.weight;
      strength_[pair.second] += pair.weight;
      between_[pair.first][pair.second] += pair.weight;
      between_[pair.second][pair.first] += pair.weight;
    }
  }

  void run() {
    while (join_best()) {
    }
  }
  const std::vector<std::uint32_t>& groups() const { return group_; }

 private:
  // ΔQ = w/m - s·t/(2m²), of two groups of strengths s and t with the weight w between them, and the sum m of weights.
  double gain(std::uint32_t a, std::uint32_t b, double weight) const {
    return weight / total_ - strength_[a] * strength_[b] / (2 * total_ * total_);
  }

  bool join_best() {
    double best = least_gain;
    std::uint32_t into = 0, from = 0;
    bool is_found = false;
    for (std::uint32_t a = 0; a < between_.size(); ++a) {
      for (const auto& [b, weight] : between_[a]) {
        if (b < a || gain(a, b, weight) <= best + least_gain) continue;
        best = gain(a, b, weight);
        into = a;
        from = b;
        is_found = true;
      }
    }
    if (is_found) join(into, from);
    return is_found;
  }

  void join(std::uint32_t into, std::uint32_t from) {
    for (const auto& [other, weight] : between_[from]) {
      between_[other].erase(from);
      if (other == into) continue;
      between_[into][other] += weight;
      between_[other][into] += weight;
    }
    between_[from].clear();
    strength_[into] += strength_[from];
    std::replace(group_.begin(), group_.end(), from, into);
  }

  std::vector<std::uint32_t> group_;
  std::vector<double> strength_;
  std::vector<std::map<std::uint32_t, double>> between_;  // of groups by their lowest vertex
  double total_ = 0;
};

Communities numbered(const std::vector<std::uint32_t>& groups) {
  std::map<std::uint32_t, std::size_t> sizes;
  for (const std::uint32_t group : groups) ++sizes[group];
  std::vector<std::uint32_t> order;
  for (const auto& [group, size] : sizes) order.push_back(group);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  std::map<std::uint32_t, std::uint32_t> number;
  for (const std::uint32_t group : order) number.emplace(group, static_cast<std::uint32_t>(number.size()));
  Communities found;
  found.count = order.size();
  for (const std::uint32_t group : groups) found.of_vertex.push_back(number[group]);
  return found;
}

}  // namespace

Communities communities(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
  Joining joining(vertices, pairs);
  joining.run();
  Communities found = numbered(joining.groups());
  found.modularity = modularity_of(found.of_vertex, pairs);
  return found;
}

double modularity_of(const std::vector<std::uint32_t>& of_vertex, const std::vector<WeightedPair>& pairs) {
  std::map<std::uint32_t, double> strength;
  double total = 0, within = 0;
  for (const WeightedPair& pair : pairs) {
    total += pair.weight;
    strength[of_vertex[pair.first]] += pair.weight;
    strength[of_vertex[pair.second]] += pair.weight;
    if (of_vertex[pair.first] == of_vertex[pair.second]) within += pair.weight;
  }
  if (total <= 0) return 0;
  double by_chance = 0;
  for (const auto& [group, sum] : strength) by_chance += sum * sum / (4 * total * total);
  return within / total - by_chance;
}

}  // namespace samverka
