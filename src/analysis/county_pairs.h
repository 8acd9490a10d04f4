#pragma once
// Counties that lie beside each other: how much they cooperate, against how much they would by chance.
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/county_ties.h"

namespace samverka {

// The counties of Sweden that share a border on land, first < second, by codes. Taken from the map's shapes, which a
// test holds it against: a border does not move, and the shapes are not there where there is no window.
std::span<const std::pair<std::string_view, std::string_view>> neighbouring_counties();

struct BorderPair {
  std::string first, second;
  std::size_t observed = 0;  // agreements with a confirmed party in each
  double expected = 0;
  double ratio = 0;
};

// The given pairs, the least cooperating first; of as little, by codes. With O(a,b) the agreements between a and b and
// k(a) the sum of O(a,x) over all other counties x, neighbours or not, the expected number is that of a random graph
// that keeps every county's k (the configuration model): E(a,b) = k(a)·k(b) / (sum of all k). The ratio is
// (O + 0.5) / (E + 0.5): the halves keep two counties of which nothing is recorded from being the best or the worst.
std::vector<BorderPair> county_pairs(const CountyTies& ties,
                                     std::span<const std::pair<std::string_view, std::string_view>> pairs);

}  // namespace samverka
