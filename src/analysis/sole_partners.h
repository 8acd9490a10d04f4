#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/ties.h"

namespace samverka {

// In an area an actor has partners of a kind (partner_kind), but only one of them, or all of them by one agreement.
struct SolePartner {
  ActorId actor;
  AreaCode area;
  std::string kind;
  ActorId partner;        // unset: there are several, but they all hang on the agreement
  AgreementId agreement;  // unset: there are several, all with that one partner

  bool operator==(const SolePartner&) const = default;
};

// For every actor of `actors` with a confirmed partner in one of the areas, grants left out, and umbrellas unless
// `with_umbrellas` (or the area is the structures'). By actor, area in the given order, kind. Not told: a
// municipality's only region, since it has one by law, unless all hangs on one agreement; units of the actor itself.
// O(ties of the actors, times the parties of their agreements).
std::vector<SolePartner> sole_partners(const Network& network, const Taxonomy& taxonomy, const Ties& ties,
                                       const std::vector<ActorId>& actors, const std::vector<AreaCode>& areas,
                                       bool with_umbrellas);

// What hangs on one agreement, or, whatever the agreement, on one partner.
struct Burden {
  AgreementId agreement;  // unset: there are several, all with the partner
  ActorId partner;        // set exactly if the agreement is not
  std::set<AreaCode> areas;
  std::set<ActorId> actors;
  std::map<std::set<ActorId>, std::set<std::string>> kinds;  // who hangs on it alone for partners of which kinds
};
// The sole partners by what they hang on; what most hang on first, then by agreement, partner.
std::vector<Burden> burdens_of(const std::vector<SolePartner>& soles);

}  // namespace samverka
