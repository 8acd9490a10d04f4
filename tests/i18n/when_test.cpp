#include "i18n/when.h"

#include <doctest/doctest.h>

using namespace samverka;

namespace {

Texts words() {
  return *Texts::parse(R"({"when.passed":"passerat","when.today":"i dag","when.days.one":"om {n} dag",
      "when.days.other":"om {n} dagar","when.months.one":"om {n} månad","when.months.other":"om {n} månader",
      "when.years.one":"om {n} år","when.years.other":"om {n} år"})",
                       "sv");
}

std::string told(const char* due, const char* day) { return time_until(words(), *parse_date(due), *parse_date(day)); }

}  // namespace

TEST_CASE("a day is passed, today, or so and so far off") {
  CHECK(told("2025-12-30", "2025-12-31") == "passerat");
  CHECK(told("2025-12-31", "2025-12-31") == "i dag");
  CHECK(told("2026-01-01", "2025-12-31") == "om 1 dag");
  CHECK(told("2026-02-28", "2025-12-31") == "om 59 dagar");
  CHECK(told("2026-03-01", "2025-12-31") == "om 2 månader");  // 60 days
}

TEST_CASE("months and years are whole, also from the last of a long month") {
  CHECK(told("2026-03-30", "2025-12-31") == "om 2 månader");
  CHECK(told("2026-03-31", "2025-12-31") == "om 3 månader");
  CHECK(told("2026-02-28", "2024-03-31") == "om 23 månader");  // March 31 + 23 months is the last of February
  CHECK(told("2026-06-30", "2025-12-31") == "om 6 månader");   // June has no 31st
  CHECK(told("2027-12-30", "2025-12-31") == "om 23 månader");
  CHECK(told("2027-12-31", "2025-12-31") == "om 2 år");
  CHECK(told("2028-12-30", "2025-12-31") == "om 2 år");
  CHECK(told("9999-12-31", "0001-01-01") == "om 9\u202F998 år");
}
