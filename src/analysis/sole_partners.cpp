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

class SolePartnerFinder {
 public:
  SolePartnerFinder(const Network& network, const Taxonomy& taxonomy, const Ties& ties, bool with_umbrellas)
      : network_(network), taxonomy_(taxonomy), ties_(ties), with_umbrellas_(with_umbrellas) {
    for (std::size_t i = 0; i < network.actors.size(); ++i) roots_.push_back(root_of(network, ActorId(i)));
  }

  void add(ActorId actor, const AreaCode& area, std::vector<SolePartner>& found) const {
    for (const auto& [kind, seen] : kinds_of(actor, area)) {
      if (seen.several_agreements && (seen.several_partners || kind == "region")) continue;
      found.push_back({actor, area, kind, seen.several_partners ? ActorId() : seen.partner,
                       seen.several_agreements ? AgreementId() : seen.agreement});
    }
  }

 private:
  std::map<std::string, Seen> kinds_of(ActorId actor, const AreaCode& area) const {
    std::map<std::string, Seen> kinds;
    for (const std::uint32_t at : ties_.of_actor[actor.value]) {
      const TiedAgreement& agreement = ties_.agreements[at];
      if (!counts(agreement, area)) continue;
      for (const ActorId other : agreement.actors) {
        if (roots_[other.value] == roots_[actor.value]) continue;
        kinds[partner_kind(network_.actor(other), taxonomy_)].add(other, agreement.id);
      }
    }
    return kinds;
  }

  bool counts(const TiedAgreement& agreement, const AreaCode& area) const {
    if (agreement.is_grant) return false;
    if (agreement.is_umbrella && !with_umbrellas_ && !asks_for_structures(area)) return false;
    return is_about(network_.agreement(agreement.id), taxonomy_, area);
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const Ties& ties_;
  bool with_umbrellas_;
  std::vector<ActorId> roots_;  // by ActorId
};

}  // namespace

std::vector<SolePartner> sole_partners(const Network& network, const Taxonomy& taxonomy, const Ties& ties,
                                       const std::vector<ActorId>& actors, const std::vector<AreaCode>& areas,
                                       bool with_umbrellas) {
  const SolePartnerFinder finder(network, taxonomy, ties, with_umbrellas);
  std::vector<SolePartner> found;
  for (const ActorId actor : actors) {
    for (const AreaCode& area : areas) finder.add(actor, area, found);
  }
  return found;
}

std::vector<Burden> burdens_of(const std::vector<SolePartner>& soles) {
  using Place = std::pair<AgreementId, ActorId>;
  std::map<Place, Burden> found;
  std::map<Place, std::map<std::string, std::set<ActorId>>> by_kind;
  for (const SolePartner& sole : soles) {
    const Place place{sole.agreement, sole.agreement.is_set() ? ActorId() : sole.partner};
    Burden& burden = found[place];
    burden.agreement = place.first;
    burden.partner = place.second;
    burden.areas.insert(sole.area);
    burden.actors.insert(sole.actor);
    by_kind[place][sole.kind].insert(sole.actor);
  }
  std::vector<Burden> sorted;
  for (auto& [place, burden] : found) {
    for (const auto& [kind, actors] : by_kind[place]) burden.kinds[actors].insert(kind);
    sorted.push_back(std::move(burden));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Burden& a, const Burden& b) { return a.actors.size() > b.actors.size(); });
  return sorted;
}

}  // namespace samverka
