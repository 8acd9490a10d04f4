#include "base/date.h"

#include <array>
#include <cstdio>

namespace samverka {
namespace {

// -1 if the text is not all digits.
int number(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_dash(std::string_view text, std::size_t at) { return text[at] == '-'; }

}  // namespace

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_calendar_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  const bool form = text.size() == 4 || (text.size() == 7 && is_dash(text, 4)) ||
                    (text.size() == 10 && is_dash(text, 4) && is_dash(text, 7));
  if (!form) return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = text.size() >= 7 ? number(text.substr(5, 2)) : 0;
  const int day = text.size() == 10 ? number(text.substr(8, 2)) : 0;
  if (!is_calendar_day(year, text.size() >= 7 ? month : 1, text.size() == 10 ? day : 1)) return std::nullopt;
  return PartialDate{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

std::optional<Date> parse_date(std::string_view text) {
  const auto found = parse_partial_date(text);
  if (!found || found->day == 0) return std::nullopt;
  return found->earliest();
}

Date PartialDate::earliest() const { return {year, month == 0 ? 1 : month, day == 0 ? 1 : day}; }

Date PartialDate::latest() const {
  const int last_month = month == 0 ? 12 : month;
  return {year, last_month, day == 0 ? days_in_month(year, last_month) : day};
}

std::string to_string(Date date) {
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

std::string to_string(PartialDate date) {
  if (!date.is_set()) return {};
  const std::string whole = to_string(date.earliest());
  return whole.substr(0, date.month == 0 ? 4U : date.day == 0 ? 7U : 10U);
}

// Day numbers: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
std::int64_t day_number(Date date) {
  const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_from_day_number(std::int64_t days) {
  const std::int64_t z = days + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const int day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  return {static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

Date add_days(Date date, int days) { return date_from_day_number(day_number(date) + days); }

Date add_months(Date date, int months) {
  const int index = date.year * 12 + date.month - 1 + months;
  const int year = index / 12;
  const int month = index % 12 + 1;
  const int last = days_in_month(year, month);
  return {year, month, date.day < last ? date.day : last};
}

}  // namespace samverka
