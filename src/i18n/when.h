#pragma once
#include <string>

#include "base/date.h"
#include "i18n/texts.h"

namespace samverka {

// How far off a day is, as people say it: "passerat", "i dag", "om 12 dagar" (under 60), "om 3 månader" (under 24),
// "om 2 år". Whole months and years, rounded down.
std::string time_until(const Texts& texts, Date due, Date day);

}  // namespace samverka
