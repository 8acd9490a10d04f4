#pragma once
#include <vector>

#include "graph/subnetwork.h"
#include "model/network.h"
#include "model/network_index.h"

namespace samverka {

// An agreement of more parties than this says little of who works with whom. More than the greatest county has (Västra
// Götaland: 49 municipalities, their region and a few more), so that every county's own agreements count.
constexpr std::size_t crowd_parties = 60;

// One who shares agreements with an actor.
struct Partner {
  ActorId actor;
  std::vector<AgreementId> agreements;  // shared, ascending
  bool is_confirmed = false;            // both stand in at least one of them with a tie on the day
};

// Everyone who shares a shown agreement with the actor, confirmed first, then by number of shared agreements, then
// Swedish order. Agreements with more than `crowd` parties, shown or not, are left out (one of 290 municipalities makes
// everybody partners); their number is returned beside. Linear in what is shown.
struct Partners {
  std::vector<Partner> partners;
  std::size_t crowded_agreements = 0;
};
Partners partners_of(const Network& network, const SubNetwork& part, ActorId actor, std::size_t crowd = crowd_parties);

}  // namespace samverka
