#pragma once
// Whom a place cooperates with, about what: the partners of its municipality (of a county: of its municipalities and
// region), by group and by whether they are in the county.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/situation.h"

namespace samverka {

struct PartnerGroup {
  std::string group;                       // a code of Taxonomy::groups
  std::vector<ActorId> confirmed, others;  // in Swedish order; confirmed: both stand in some agreement with a tie
  // Top areas of the agreements shared with the group, the most common first, with their number; A0 not among them.
  std::vector<std::pair<AreaCode, std::size_t>> areas;
};

struct Cooperation {
  std::vector<PartnerGroup> inside, outside;  // of the place's county, and of elsewhere; in the taxonomy's order
  std::size_t crowded_agreements = 0;         // shared with more than crowd_parties: they make nobody a partner
};

// From what stands on the day within the agreement (not A0). A county's own municipalities are each other's partners; a
// municipality is not its own, nor are its units. Linear in the network, but for the sorting.
Cooperation cooperation_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                           std::string_view place, Date day);

}  // namespace samverka
