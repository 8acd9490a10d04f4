#include "analysis/county_pairs.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace samverka {
namespace {

CountyTies::Between joint(const char* first, const char* second, std::size_t confirmed) {
  return {first, second, std::vector<AgreementId>(confirmed), confirmed};
}

constexpr std::pair<std::string_view, std::string_view> all[] = {{"01", "03"}, {"01", "04"}, {"03", "04"}};

}  // namespace

TEST_CASE("the pair that cooperates least against chance comes first") {
  //  01 =3= 03, 01 -1- 04, and 03 and 04 nothing: k = 4, 3, 1, which sum to 8
  CountyTies ties;
  ties.between = {joint("01", "03", 3), joint("01", "04", 1)};
  const std::vector<BorderPair> pairs = county_pairs(ties, all);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].first == "03");
  CHECK(pairs[0].observed == 0);
  CHECK(pairs[0].expected == doctest::Approx(3.0 * 1 / 8));
  CHECK(pairs[0].ratio == doctest::Approx(0.5 / (3.0 / 8 + 0.5)));
  CHECK(pairs[1].ratio == doctest::Approx(1.5));                // 01 and 04: (1 + 0.5) / (4·1/8 + 0.5)
  CHECK(pairs[2].ratio == doctest::Approx(3.5 / (1.5 + 0.5)));  // 01 and 03
}

TEST_CASE("where nothing is on record nobody is worse than another") {
  const std::vector<BorderPair> pairs = county_pairs({}, all);
  REQUIRE(pairs.size() == 3);
  for (const BorderPair& pair : pairs) CHECK(pair.ratio == 1);
  CHECK(pairs[0].first + pairs[0].second == "0103");
}

TEST_CASE("every county but the island has a neighbour, and no pair is told twice") {
  std::vector<std::string> seen;
  for (const auto& [first, second] : neighbouring_counties()) {
    CHECK(first < second);
    seen.push_back(std::string(first) + std::string(second));
  }
  CHECK(std::is_sorted(seen.begin(), seen.end()));
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  CHECK(seen.size() == 38);
}

}  // namespace samverka
