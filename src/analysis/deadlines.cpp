#include "analysis/deadlines.h"

#include <algorithm>

namespace samverka {
namespace {

// Not before the year 1, whatever number of months a slip of the pen has made.
Date before(Date end, std::int64_t notice_months) {
  const std::int64_t most = 12LL * (end.year - 1);
  return add_months(end, -static_cast<int>(std::clamp<std::int64_t>(notice_months, 0, most)));
}

}  // namespace

std::optional<Deadline> deadline_of(const Agreement& agreement, AgreementId id, Date day, int months) {
  if (!agreement.valid || !agreement.is_active_on(day)) return std::nullopt;
  const Validity& valid = *agreement.valid;
  if (valid.end == Validity::End::date && valid.to.is_set()) {
    const Date end = valid.to.latest();
    const bool can_be_told = valid.notice_months && agreement.status == AgreementStatus::active;
    if (can_be_told) {
      const Date last_day = before(end, *valid.notice_months);
      if (is_within(last_day, day, months)) return Deadline{id, Deadline::Kind::notice, last_day, end};
    }
    if (is_within(end, day, months)) return Deadline{id, Deadline::Kind::end, end, end};
  }
  if (valid.review.is_set() && is_within(valid.review.latest(), day, months)) {
    return Deadline{id, Deadline::Kind::review, valid.review.latest(), std::nullopt};
  }
  return std::nullopt;
}

}  // namespace samverka
