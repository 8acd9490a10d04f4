#pragma once
// A record's facts as words for people, for whoever has no window: tables, the command line, reports.
#include <string>

#include "app/assets.h"
#include "model/network.h"
#include "model/network_index.h"

namespace samverka {

// "Dalarnas län"; for a county on no map its region's name, else "Län 99"; empty for an empty code.
std::string county_name(const Assets& assets, const Network& network, const NetworkIndex& index, const Texts& texts,
                        const std::string& county);

// The status on a day: an active one whose end has passed is told as expired.
std::string status_in_words(const Agreement& agreement, Date day, const Taxonomy& taxonomy, const Texts& texts);

}  // namespace samverka
