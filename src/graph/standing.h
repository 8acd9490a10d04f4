#pragma once
// What a day lets through, whatever the filter: the parts of graph::restrict that a count of what another filter would
// show needs too.
#include <optional>

#include "base/date.h"
#include "model/filter.h"
#include "model/network.h"

namespace samverka {

bool exists_on(const Actor& actor, Date day);

// Not ended, not ended before the day, and not begun after it unless it is planned or decided.
bool stands_on(const Agreement& agreement, Date day);

// Whether a party's own state and dates let it be shown. A party that is on its way in (recommended, decided, or of an
// agreement that is itself to come) is shown before its own first day; one that has adopted is not.
bool takes_part_on(const Agreement& agreement, const Party& party, Date day);

// The same for every day: from the first to the last; what has no bound reaches as far as the calendar. Of a party,
// takes_part_on alone, and a tie (FORMAT section 1) only where it is one on some day.
DaySpan existence_of(const Actor& actor);
DaySpan standing_of(const Agreement& agreement);
DaySpan partaking_of(const Agreement& agreement, const Party& party);
std::optional<DaySpan> tie_of(const Agreement& agreement, const Party& party);

// What is looked at: the period that the filter (without alternatives) names, else the day.
DaySpan looked_at(const Filter& filter, Date day);

// A party that has left, or never came, is shown only where the filter (without alternatives) asks for that state by
// name; its dates are then not tested.
bool is_gone(PartyState state);
bool asks_for_state(const Filter& filter, PartyState state);

}  // namespace samverka
