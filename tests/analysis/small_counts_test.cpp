#include "analysis/small_counts.h"

#include <doctest/doctest.h>

using namespace samverka;

namespace {
std::vector<bool> out_of(std::vector<std::size_t> parts, bool is_total_told) {
  return suppressed_counts(parts, is_total_told);
}
}  // namespace

TEST_CASE("counts from one to four are left out, none and five are told") {
  CHECK(out_of({0, 1, 4, 5, 90}, false) == std::vector<bool>{false, true, true, false, false});
  CHECK(out_of({}, true).empty());
}

TEST_CASE("one count alone could be told from the total, so the next smallest goes with it") {
  CHECK(out_of({3, 40, 12, 0}, true) == std::vector<bool>{true, false, true, false});
  CHECK(out_of({3, 40, 12, 0}, false) == std::vector<bool>{true, false, false, false});
  CHECK(out_of({3, 2, 40}, true) == std::vector<bool>{true, true, false});
  CHECK(out_of({3, 0}, true) == std::vector<bool>{true, false});  // there is no other: the total is the count
}

TEST_CASE("what is left out says no more than that") {
  CHECK(told_count(3, true) == "<5");
  CHECK(told_count(12, true) == "–");
  CHECK(told_count(12, false) == "12");
}
