#include "analysis/sole_partners.h"

#include <algorithm>
#include <map>

namespace samverka {
namespace {

// What is known of an actor's partners of one kind, as they come.
struct Seen {
  ActorId partner;
  AgreementId agreement;
  bool several_partners = false, several_agreements = false;

  void add(ActorId other, AgreementId by) {
    several_partners |= partner.is_set() && partner != other;
    several_agreements |= agreement.is_set() && agreement != by;
    partner = other;
    agreement = by;
  }
};

}  // namespace

std::vector<SolePartner> sole_partners(const Network& network, const Taxonomy& taxonomy, const Ties& ties,
                                       const std::vector<ActorId>& actors, const std::vector<AreaCode>& areas,
                                       bool with_umbrellas) {
  std::vector<ActorId> roots(network.actors.size());
  for (std::size_t i = 0; i < roots.size(); ++i) roots[i] = root_of(network, ActorId(i));
  std::vector<SolePartner> found;
  for (const ActorId actor : actors) {
    for (const AreaCode& area : areas) {
      std::map<std::string, Seen> kinds;
      for (const std::uint32_t at : ties.of_actor[actor.value]) {
        const TiedAgreement& agreement = ties.agreements[at];
        if (agreement.is_grant) continue;
        if (agreement.is_umbrella && !with_umbrellas && !asks_for_structures(area)) continue;
        if (!is_about(network.agreement(agreement.id), taxonomy, area)) continue;
        for (const ActorId other : agreement.actors) {
          if (roots[other.value] == roots[actor.value]) continue;
          kinds[partner_kind(network.actor(other), taxonomy)].add(other, agreement.id);
        }
      }
      for (const auto& [kind, seen] : kinds) {
        if (seen.several_agreements && (seen.several_partners || kind == "region")) continue;
        found.push_back({actor, area, kind, seen.several_partners ? ActorId() : seen.partner,
                         seen.several_agreements ? AgreementId() : seen.agreement});
      }
    }
  }
  return found;
}

}  // namespace samverka
