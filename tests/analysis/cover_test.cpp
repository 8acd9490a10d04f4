#include "analysis/cover.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace samverka;

namespace {

using Wants = std::vector<std::uint32_t>;

bool is_covered(const Wants& wants, const std::vector<CoverChoice>& choices, unsigned taken) {
  Wants left = wants;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if ((taken >> i & 1U) == 0) continue;
    for (const auto& [goal, gives] : choices[i].gives) left[goal] -= std::min(left[goal], gives);
  }
  return std::all_of(left.begin(), left.end(), [](std::uint32_t n) { return n == 0; });
}

// The fewest of all ways to choose; more than there are where none will do.
std::size_t fewest(const Wants& wants, const std::vector<CoverChoice>& choices) {
  std::size_t best = choices.size() + 1;
  for (unsigned taken = 0; taken < 1U << choices.size(); ++taken) {
    if (is_covered(wants, choices, taken)) best = std::min(best, static_cast<std::size_t>(__builtin_popcount(taken)));
  }
  return best;
}

}  // namespace

TEST_CASE("the choice that gives most comes first; of as much the smaller burden, then the earlier") {
  //        goal 0  1  2  3
  //  a          x  x
  //  b          x  x  x       (burden 9)
  //  c             x  x  x    (burden 2)
  const std::vector<CoverChoice> choices = {
      {{{0, 1}, {1, 1}}, 1}, {{{0, 1}, {1, 1}, {2, 1}}, 9}, {{{1, 1}, {2, 1}, {3, 1}}, 2}};
  CHECK(greedy_cover(Wants{1, 1, 1, 1}, choices) == std::vector<std::size_t>{2, 0});
  CHECK(greedy_cover(Wants{0, 0, 0, 0}, choices).empty());
  CHECK(greedy_cover(Wants{1, 1, 1, 1}, {}).empty());
}

TEST_CASE("a goal that wants two takes two, and what nobody gives is left") {
  const std::vector<CoverChoice> choices = {{{{0, 1}}, 1}, {{{0, 1}}, 1}, {{{0, 1}}, 1}};
  CHECK(greedy_cover(Wants{2, 1}, choices) == std::vector<std::size_t>{0, 1});
  CHECK(cover_bound(Wants{2, 1}, choices) == 1);
}

TEST_CASE(
    "against every choice of up to ten: covered wherever it can be, within the bound, and no more than is useful") {
  std::mt19937 random(7);
  int worse_than_fewest = 0;
  for (int round = 0; round < 600; ++round) {
    Wants wants(1 + random() % 7);
    for (std::uint32_t& want : wants) want = 1 + random() % 2;
    std::vector<CoverChoice> choices(1 + random() % 10);
    for (CoverChoice& choice : choices) {
      for (std::uint32_t goal = 0; goal < wants.size(); ++goal) {
        if (random() % 3 == 0) choice.gives.emplace_back(goal, 1 + random() % 2);
      }
      choice.burden = random() % 4;
    }
    const std::vector<std::size_t> taken = greedy_cover(wants, choices);
    unsigned mask = 0;
    for (const std::size_t at : taken) mask |= 1U << at;
    CHECK(static_cast<std::size_t>(__builtin_popcount(mask)) == taken.size());
    const std::size_t best = fewest(wants, choices);
    CHECK(is_covered(wants, choices, mask) == (best <= choices.size()));
    if (best > choices.size()) continue;
    CHECK(taken.size() >= best);
    CHECK(static_cast<double>(taken.size()) <= static_cast<double>(best) * cover_bound(wants, choices) + 1e-9);
    worse_than_fewest += taken.size() > best ? 1 : 0;
  }
  CHECK(worse_than_fewest > 0);  // else the bound was never tried
}
