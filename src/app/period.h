#pragma once
#include <optional>

#include "app/session.h"

namespace samverka {

// The period that the filter names in words that hold for all of it (`during=`); nothing where the day decides.
std::optional<DaySpan> shown_period(const Session& session);
bool with_period(const Session& session);
// Shows what held on some day of it; nothing: the day decides again.
void set_period(Session& session, std::optional<DaySpan> period);

// The next step of playing through the years: the same day so many months later, the last day at the end. False at the
// end.
bool play_on(Session& session, Date last, int months);

}  // namespace samverka
