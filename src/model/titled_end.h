#pragma once
#include <optional>
#include <string_view>

#include "model/network.h"

namespace samverka {

// The last year of a span of years in a title: 2026 of "Hälso- och sjukvårdsavtalet 2023–2026", whatever the dash and
// with or without spaces around it; of several spans the last. Both are four digits from 1900 to 2100, the second not
// before the first. One year alone is none: a goal ("Nära vård 2030") ends nothing.
std::optional<int> last_year_in(std::string_view title);

// The last day of that year, of an agreement that has not ended and whose own end nobody has noted. Not a known end:
// nobody has said that the title means it. An agreement until further notice has none.
std::optional<Date> titled_end_of(const Agreement& agreement);

}  // namespace samverka
