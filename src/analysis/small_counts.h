#pragma once
// Counts so small that they may point somebody out, suppressed where a report or an export is asked for that.
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace samverka {

// A count from 1 to 4 is small: the threshold that Swedish statistics on social services use. None is not small: that
// nobody is there points nobody out.
constexpr std::size_t smallest_told = 5;
constexpr bool is_small_count(std::size_t count) { return count > 0 && count < smallest_told; }

// Which of the parts of one total to leave out. Every small one; and where the total is told too and one alone is left
// out, it would be the total less the others, so the smallest of the others that is not none goes with it. Linear.
std::vector<bool> suppressed_counts(std::span<const std::size_t> parts, bool is_total_told);

// "7"; where it is left out "<5", or "–" for one that only goes with a small one.
std::string told_count(std::size_t count, bool is_suppressed);

}  // namespace samverka
