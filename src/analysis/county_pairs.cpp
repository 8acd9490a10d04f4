#include "analysis/county_pairs.h"

#include <algorithm>
#include <array>
#include <map>

namespace samverka {
namespace {

using CodePair = std::pair<std::string_view, std::string_view>;

constexpr auto on_land = std::to_array<CodePair>({
    {"01", "03"}, {"01", "04"}, {"03", "04"}, {"03", "19"}, {"03", "21"}, {"04", "05"}, {"04", "18"}, {"04", "19"},
    {"05", "06"}, {"05", "08"}, {"05", "18"}, {"06", "07"}, {"06", "08"}, {"06", "13"}, {"06", "14"}, {"07", "08"},
    {"07", "10"}, {"07", "12"}, {"07", "13"}, {"08", "10"}, {"10", "12"}, {"12", "13"}, {"13", "14"}, {"14", "17"},
    {"14", "18"}, {"17", "18"}, {"17", "20"}, {"18", "19"}, {"18", "20"}, {"19", "20"}, {"20", "21"}, {"20", "23"},
    {"21", "22"}, {"21", "23"}, {"22", "23"}, {"22", "24"}, {"23", "24"}, {"24", "25"},
});

}  // namespace

std::span<const CodePair> neighbouring_counties() { return on_land; }

std::vector<BorderPair> county_pairs(const CountyTies& ties, std::span<const CodePair> pairs) {
  std::map<std::string, double, std::less<>> degree;
  double ends = 0;
  for (const CountyTies::Between& between : ties.between) {
    const auto observed = static_cast<double>(between.confirmed);
    degree[between.first] += observed;
    degree[between.second] += observed;
    ends += 2 * observed;
  }
  std::vector<BorderPair> found;
  for (const auto& [first, second] : pairs) {
    BorderPair pair{std::string(first), std::string(second), 0, 0, 0};
    const CountyTies::Between* between = ties.find(first, second);
    pair.observed = between ? between->confirmed : 0;
    if (ends > 0) pair.expected = degree[pair.first] * degree[pair.second] / ends;
    pair.ratio = (static_cast<double>(pair.observed) + 0.5) / (pair.expected + 0.5);
    found.push_back(std::move(pair));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const BorderPair& a, const BorderPair& b) { return a.ratio < b.ratio; });
  return found;
}

}  // namespace samverka
