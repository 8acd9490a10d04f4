#include "analysis/support.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/collate.h"
#include "graph/standing.h"

namespace samverka {
namespace {

bool is_municipality(const Network& network, ActorId id) { return network.actor(id).type == "municipality"; }

bool has_ended(const Agreement& agreement, Date day) {
  return agreement.status == AgreementStatus::ended || (agreement.valid && agreement.valid->ended_before(day));
}

// Says nothing of the present: it has left, said no, or its own time is over or not come.
bool stands_outside(const Party& party, Date day) {
  const PartyState state = party.state_or_unknown();
  return state == PartyState::withdrawn || state == PartyState::declined || !party.includes(day);
}

void sort_by_name(const Network& network, std::vector<ActorId>& actors) {
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  std::stable_sort(actors.begin(), actors.end(), [&](ActorId a, ActorId b) {
    return swedish_less(network.actor(a).shown_name(), network.actor(b).shown_name());
  });
}

// The agreements that found each actor, in the file's order.
using Foundings = std::unordered_map<ActorId, std::vector<AgreementId>>;

Foundings foundings_of(const Network& network) {
  Foundings found;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const ActorId actor = network.agreements[i].founds.id;
    if (actor.is_set()) found[actor].push_back(AgreementId(i));
  }
  return found;
}

std::vector<AgreementId> listed(const Foundings& foundings, ActorId actor) {
  const auto found = foundings.find(actor);
  return found == foundings.end() ? std::vector<AgreementId>{} : found->second;
}

class StructureReader {
 public:
  StructureReader(const Network& network, const NetworkIndex& index, Date day, ActorId actor)
      : network_(network), index_(index), day_(day) {
    structure_.actor = actor;
  }

  SupportStructure read(std::vector<AgreementId> foundings) {
    const auto is_of_its_form = [&](AgreementId id) { return network_.agreement(id).form == "support_structure"; };
    std::stable_partition(foundings.begin(), foundings.end(), is_of_its_form);
    for (const AgreementId id : foundings) {
      if (has_ended(network_.agreement(id), day_)) {
        structure_.past_foundings.push_back(id);
      } else {
        structure_.foundings.push_back(id);
        read_founding(id);
      }
    }
    read_actor(network_.actor(structure_.actor));
    read_other_agreements();
    read_funding();
    finish();
    return std::move(structure_);
  }

 private:
  void read_founding(AgreementId id) {
    const Agreement& agreement = network_.agreement(id);
    structure_.footing = std::max(structure_.footing, Footing::unconfirmed);
    for (const Party& party : agreement.parties) {
      if (!party.actor.id.is_set() || stands_outside(party, day_)) continue;
      const Footing footing = is_tie(agreement, party, day_) ? Footing::confirmed : Footing::unconfirmed;
      structure_.footing = std::max(structure_.footing, footing);
      if (party.role == "host") add_host({party.actor.id, footing, id});
      add_company(party.actor.id, footing);
    }
  }

  void read_actor(const Actor& actor) {
    if (actor.parent.id.is_set()) add_host({actor.parent.id, Footing::unconfirmed, {}});
    for (const ActorRef& member : actor.members) {
      if (member.id.is_set()) add_company(member.id, Footing::unconfirmed);
    }
    for (const std::string& code : actor.serves) {
      const ActorId municipality = index_.municipality(code);
      if (municipality.is_set()) add_company(municipality, Footing::unconfirmed);
    }
  }

  void read_other_agreements() {
    for (const PartyPlace& place : index_.parties_of(structure_.actor)) {
      const Agreement& agreement = network_.agreement(place.agreement);
      const bool is_founding = agreement.founds.id == structure_.actor;
      const bool is_listed = !structure_.takes_part_in.empty() && structure_.takes_part_in.back() == place.agreement;
      const bool is_over = has_ended(agreement, day_) || stands_outside(agreement.parties[place.party], day_);
      if (!is_founding && !is_listed && !is_over) structure_.takes_part_in.push_back(place.agreement);
    }
  }

  void read_funding() {
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      if (agreement.funding.empty() || has_ended(agreement, day_)) continue;
      for (const Funding& funding : agreement.funding) {
        if (funding.to.id != structure_.actor || !funding.from.id.is_set()) continue;
        structure_.funders.push_back(
            {funding.from.id, AgreementId(i), funding.amount, funding.currency, funding.period, funding.year});
      }
    }
  }

  // A host that two records name is told once, by the firmer; an agreement is told before a mere `parent`.
  void add_host(const SupportHost& host) {
    for (SupportHost& known : structure_.hosts) {
      if (known.actor != host.actor) continue;
      if (host.footing > known.footing) known = host;
      return;
    }
    structure_.hosts.push_back(host);
  }

  void add_company(ActorId actor, Footing footing) {
    if (actor == structure_.actor) return;
    if (!is_municipality(network_, actor)) return structure_.partners.push_back(actor);
    const auto [at, is_new] = place_in_served_.try_emplace(actor, structure_.served.size());
    if (is_new) structure_.served.push_back({actor, footing});
    Footing& known = structure_.served[at->second].footing;
    known = std::max(known, footing);
  }

  void finish() {
    std::erase_if(structure_.partners, [&](ActorId partner) {
      return std::any_of(structure_.hosts.begin(), structure_.hosts.end(),
                         [&](const SupportHost& host) { return host.actor == partner; });
    });
    sort_by_name(network_, structure_.partners);
    std::stable_sort(structure_.served.begin(), structure_.served.end(),
                     [&](const ServedMunicipality& a, const ServedMunicipality& b) {
                       return swedish_less(network_.actor(a.municipality).shown_name(),
                                           network_.actor(b.municipality).shown_name());
                     });
  }

  const Network& network_;
  const NetworkIndex& index_;
  Date day_;
  SupportStructure structure_;
  std::unordered_map<ActorId, std::size_t> place_in_served_;
};

CountyForum read_forum(const Network& network, Date day, ActorId actor, const std::vector<AgreementId>& foundings) {
  CountyForum forum;
  forum.actor = actor;
  std::set<ActorId> confirmed;
  const std::string& county = network.actor(actor).county;
  const auto add = [&](ActorId id, bool is_confirmed) {
    if (!id.is_set() || !is_municipality(network, id) || network.actor(id).county != county) return;
    forum.municipalities.push_back(id);
    if (is_confirmed) confirmed.insert(id);
  };
  for (const AgreementId id : foundings) {
    const Agreement& agreement = network.agreement(id);
    if (has_ended(agreement, day)) continue;
    for (const Party& party : agreement.parties) {
      if (!stands_outside(party, day)) add(party.actor.id, is_tie(agreement, party, day));
    }
  }
  for (const ActorRef& member : network.actor(actor).members) add(member.id, false);
  sort_by_name(network, forum.municipalities);
  forum.unconfirmed = forum.municipalities.size() - confirmed.size();
  return forum;
}

template <class T>
void sort_rows(const Network& network, std::vector<T>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [&](const T& a, const T& b) {
    return swedish_less(network.actor(a.actor).shown_name(), network.actor(b.actor).shown_name());
  });
}

// By which structures each municipality is served, and whether any of them is confirmed.
struct ServedBy {
  std::vector<ActorId> structures;
  bool is_confirmed = false;
};
using ServedByAny = std::unordered_map<ActorId, ServedBy>;

void tell_who_is_served(const Network& network, const ServedByAny& structures_of, CountySupport& county) {
  for (const ActorId municipality : county.municipalities) {
    const auto found = structures_of.find(municipality);
    if (found != structures_of.end() && !found->second.is_confirmed) ++county.served_unconfirmed;
    if (found == structures_of.end()) {
      county.served_by_none.push_back(municipality);
    } else if (found->second.structures.size() > 1) {
      county.served_by_several.push_back({municipality, found->second.structures});
    }
    if (found == structures_of.end()) continue;
    std::vector<ActorId> across = found->second.structures;
    std::erase_if(across, [&](ActorId structure) { return network.actor(structure).county == county.county; });
    if (!across.empty()) county.served_across.push_back({municipality, std::move(across)});
  }
}

}  // namespace

namespace {

template <class Counts>
std::size_t count_here(const CountySupport& county, const SupportStructure& structure, Counts counts) {
  return static_cast<std::size_t>(
      std::count_if(structure.served.begin(), structure.served.end(), [&](const ServedMunicipality& served) {
        const auto& own = county.municipalities;
        return counts(served) && std::find(own.begin(), own.end(), served.municipality) != own.end();
      }));
}

}  // namespace

std::size_t CountySupport::served_here(const SupportStructure& structure) const {
  return count_here(*this, structure, [](const ServedMunicipality&) { return true; });
}

std::size_t CountySupport::unconfirmed_here(const SupportStructure& structure) const {
  return count_here(*this, structure,
                    [](const ServedMunicipality& served) { return served.footing != Footing::confirmed; });
}

std::vector<CountySupport> support_by_county(const Network& network, const NetworkIndex& index,
                                             const Taxonomy& taxonomy, Date day) {
  const Foundings foundings = foundings_of(network);
  std::map<std::string, CountySupport> counties;
  ServedByAny structures_of;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    const ActorId id(i);
    if (!exists_on(actor, day)) continue;
    const bool is_structure = taxonomy.group_of(actor.type).code == "rss";
    if (actor.county.empty() && !is_structure) continue;
    if (actor.type == "municipality") {
      counties[actor.county].municipalities.push_back(id);
    } else if (actor.type == "region") {
      counties[actor.county];
    } else if (actor.type == "network") {
      counties[actor.county].forums.push_back(read_forum(network, day, id, listed(foundings, id)));
    } else if (is_structure) {
      counties[actor.county].structures.push_back(StructureReader(network, index, day, id).read(listed(foundings, id)));
      for (const ServedMunicipality& served : counties[actor.county].structures.back().served) {
        ServedBy& by = structures_of[served.municipality];
        by.structures.push_back(id);
        by.is_confirmed = by.is_confirmed || served.footing == Footing::confirmed;
      }
    }
  }
  std::vector<CountySupport> all;
  for (auto& [code, county] : counties) {
    county.county = code;
    sort_by_name(network, county.municipalities);
    sort_rows(network, county.structures);
    sort_rows(network, county.forums);
    tell_who_is_served(network, structures_of, county);
    all.push_back(std::move(county));
  }
  return all;
}

std::vector<Supporter> supporters_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                                     Date day, ActorId municipality) {
  std::vector<Supporter> found;
  for (const CountySupport& county : support_by_county(network, index, taxonomy, day)) {
    for (const SupportStructure& structure : county.structures) {
      for (const ServedMunicipality& served : structure.served) {
        if (served.municipality == municipality) found.push_back({structure.actor, served.footing});
      }
    }
  }
  return found;
}

}  // namespace samverka
