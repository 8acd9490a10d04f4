#include "analysis/cover.h"

#include <algorithm>

namespace samverka {
namespace {

std::size_t gain_of(const CoverChoice& choice, std::span<const std::uint32_t> wants) {
  std::size_t gain = 0;
  for (const auto& [goal, gives] : choice.gives) gain += std::min(gives, wants[goal]);
  return gain;
}

}  // namespace

std::vector<std::size_t> greedy_cover(std::span<const std::uint32_t> wants, std::span<const CoverChoice> choices) {
  std::vector<std::uint32_t> left(wants.begin(), wants.end());
  std::vector<bool> is_taken(choices.size(), false);
  std::vector<std::size_t> taken;
  while (true) {
    std::size_t best = choices.size(), most = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (is_taken[i]) continue;
      const std::size_t gain = gain_of(choices[i], left);
      const bool is_better = gain > most || (gain == most && gain > 0 && choices[i].burden < choices[best].burden);
      if (!is_better) continue;
      best = i;
      most = gain;
    }
    if (most == 0) return taken;
    is_taken[best] = true;
    taken.push_back(best);
    for (const auto& [goal, gives] : choices[best].gives) left[goal] -= std::min(gives, left[goal]);
  }
}

double cover_bound(std::span<const std::uint32_t> wants, std::span<const CoverChoice> choices) {
  std::size_t most = 1;
  for (const CoverChoice& choice : choices) most = std::max(most, gain_of(choice, wants));
  double bound = 0;
  for (std::size_t i = 1; i <= most; ++i) bound += 1.0 / static_cast<double>(i);
  return bound;
}

}  // namespace samverka
