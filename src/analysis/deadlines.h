#pragma once
#include <optional>

#include "model/network.h"

namespace samverka {

// The day by which somebody must do something about an agreement that is in force.
struct Deadline {
  enum class Kind { notice, end, review };
  AgreementId agreement;
  Kind kind = Kind::end;
  Date on;                   // the day itself: of notice, end or review
  std::optional<Date> ends;  // with notice and end: when it then ends, or is renewed
};

// Within `months` of the day (inclusive): the last day of notice before a known end, where that is still to come; else
// the end; else the review. Nothing for an agreement that is not in force on the day, or that runs until further notice
// or to an end nobody knows and is not to be reviewed. One that is already under notice has no day of notice left.
std::optional<Deadline> deadline_of(const Agreement& agreement, AgreementId id, Date day, int months);

// Both ends included.
inline bool is_within(Date date, Date day, int months) { return day <= date && date <= add_months(day, months); }

}  // namespace samverka
