#pragma once
// As few choices as will do: goals that each want so many, and choices that each give to some of them.
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace samverka {

struct CoverChoice {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> gives;  // goal, how many; each goal once
  std::size_t burden = 0;  // decides between choices that give as much: the smaller first, then the earlier
};

// Places in `choices`, in the order they are taken: each time the one that gives most of what is still wanted, until
// every goal has what it wants or nothing gives more. Each is taken once. What they give counts only up to what is
// wanted. Greedy set cover (V. Chvátal, "A greedy heuristic for the set-covering problem", Mathematics of Operations
// Research 4(3), 1979), with goals that want more than one as L. A. Wolsey has it ("An analysis of the greedy algorithm
// for the submodular set covering problem", Combinatorica 2(4), 1982). O(taken · sum of gives).
std::vector<std::size_t> greedy_cover(std::span<const std::uint32_t> wants, std::span<const CoverChoice> choices);

// Where every goal can get what it wants, greedy_cover takes at most this many times the fewest that could do: the sum
// 1 + 1/2 + ... + 1/d, where d is the most that one choice gives. At least 1.
double cover_bound(std::span<const std::uint32_t> wants, std::span<const CoverChoice> choices);

}  // namespace samverka
