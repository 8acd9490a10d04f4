#include "base/date.h"

#include <doctest/doctest.h>

using namespace samverka;

TEST_CASE("only days of the calendar are dates") {  // BAD-INPUT 39
  CHECK(parse_date("2024-02-29"));
  for (const char* bad : {"2023-02-29", "2024-02-30", "31/12/24", "0000-01-01", "2024-13-01", "2024-00-10", "2024-1-1",
                          "2024-01-01 ", "", "2024", "20240101", "2024-01-0x", "-024-01-01"}) {
    CHECK_FALSE(parse_date(bad));
  }
}

TEST_CASE("a date that is only partly known means its first day as a start and its last as an end") {
  const PartialDate month = *parse_partial_date("2024-02"), year = *parse_partial_date("2024");
  CHECK(month.earliest() == Date{2024, 2, 1});
  CHECK(month.latest() == Date{2024, 2, 29});
  CHECK(year.earliest() == Date{2024, 1, 1});
  CHECK(year.latest() == Date{2024, 12, 31});
  CHECK(to_string(month) == "2024-02");
  CHECK(to_string(year) == "2024");
  CHECK(to_string(PartialDate{}).empty());
  CHECK_FALSE(parse_partial_date("2024-"));
}

TEST_CASE("days are counted and months added as in the calendar") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({2000, 3, 1}) == 11017);
  CHECK(add_days({2023, 12, 31}, 1) == Date{2024, 1, 1});
  CHECK(add_months({2024, 1, 31}, 1) == Date{2024, 2, 29});
  CHECK(add_months({2025, 12, 31}, 12) == Date{2026, 12, 31});
  for (std::int64_t day = -800000; day < 2900000; day += 997) CHECK(day_number(date_from_day_number(day)) == day);
}
