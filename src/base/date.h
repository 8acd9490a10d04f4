#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samverka {

// A day in the proleptic Gregorian calendar. Never today's clock unless somebody asks for it.
struct Date {
  int year = 1;
  int month = 1;
  int day = 1;
  auto operator<=>(const Date&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer
};

bool is_calendar_day(int year, int month, int day);  // year 1..9999
int days_in_month(int year, int month);
std::optional<Date> parse_date(std::string_view text);  // exactly YYYY-MM-DD
std::string to_string(Date date);                       // YYYY-MM-DD
std::int64_t day_number(Date date);                     // days since 1970-01-01, may be negative
Date date_from_day_number(std::int64_t days);
Date add_days(Date date, int days);
// 31 January + 1 month = the last day of February (FORMAT section 5).
Date add_months(Date date, int months);

// A date as well as it is known: YYYY, YYYY-MM or YYYY-MM-DD. month and day are 0 where not known; year 0 = not set.
struct PartialDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  bool is_set() const { return year != 0; }
  Date earliest() const;  // the first day it may mean: how a `from` is read. Precondition: is_set()
  Date latest() const;    // the last day it may mean: how a `to` is read. Precondition: is_set()
  bool operator==(const PartialDate&) const = default;
};

std::optional<PartialDate> parse_partial_date(std::string_view text);
std::string to_string(PartialDate date);  // as it was written; empty if not set
inline PartialDate partial(Date d) {
  return {static_cast<std::int16_t>(d.year), static_cast<std::uint8_t>(d.month), static_cast<std::uint8_t>(d.day)};
}

}  // namespace samverka
