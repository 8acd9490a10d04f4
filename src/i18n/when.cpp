#include "i18n/when.h"

namespace samverka {
namespace {

constexpr std::int64_t told_in_days = 60;
constexpr int told_in_months = 24;

int whole_months(Date from, Date to) {
  const int months = (to.year - from.year) * 12 + to.month - from.month;
  return add_months(from, months) > to ? months - 1 : months;
}

}  // namespace

std::string time_until(const Texts& texts, Date due, Date day) {
  if (due < day) return texts.tr("when.passed");
  if (due == day) return texts.tr("when.today");
  const std::int64_t days = day_number(due) - day_number(day);
  if (days < told_in_days) return texts.plural("when.days", days);
  const int months = whole_months(day, due);
  return months < told_in_months ? texts.plural("when.months", months) : texts.plural("when.years", months / 12);
}

}  // namespace samverka
