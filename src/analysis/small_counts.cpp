#include "analysis/small_counts.h"

#include <algorithm>

namespace samverka {

std::vector<bool> suppressed_counts(std::span<const std::size_t> parts, bool is_total_told) {
  std::vector<bool> is_out(parts.size(), false);
  for (std::size_t i = 0; i < parts.size(); ++i) is_out[i] = is_small_count(parts[i]);
  if (!is_total_told || std::count(is_out.begin(), is_out.end(), true) != 1) return is_out;
  std::size_t least = parts.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_out[i] || parts[i] == 0) continue;
    if (least == parts.size() || parts[i] < parts[least]) least = i;
  }
  if (least < parts.size()) is_out[least] = true;
  return is_out;
}

std::string told_count(std::size_t count, bool is_suppressed) {
  if (!is_suppressed) return std::to_string(count);
  return is_small_count(count) ? "<" + std::to_string(smallest_told) : std::string("–");
}

}  // namespace samverka
