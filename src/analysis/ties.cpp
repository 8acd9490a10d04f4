#include "analysis/ties.h"

#include <algorithm>

namespace samverka {

bool is_umbrella(const Agreement& agreement, const Taxonomy& taxonomy) {
  const Form* form = taxonomy.forms.find(agreement.form);
  return (form && form->is_umbrella) || agreement.parties.size() > umbrella_above;
}

bool is_national(const Actor& actor, const Taxonomy& taxonomy) {
  return actor.county.empty() && taxonomy.group_of(actor.type).code == "state";
}

bool asks_for_structures(const AreaCode& area) { return area == "A7"; }

Ties ties_of(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part) {
  Ties ties;
  ties.of_actor.resize(network.actors.size());
  for (const Participation& p : part.participations) {
    if (!p.is_confirmed) continue;
    if (ties.agreements.empty() || ties.agreements.back().id != p.agreement) {
      const Agreement& agreement = network.agreement(p.agreement);
      const Form* form = taxonomy.forms.find(agreement.form);
      ties.agreements.push_back({p.agreement, {}, is_umbrella(agreement, taxonomy), form && form->is_off_by_default});
    }
    ties.agreements.back().actors.push_back(p.actor);
  }
  for (std::uint32_t i = 0; i < ties.agreements.size(); ++i) {
    std::vector<ActorId>& actors = ties.agreements[i].actors;
    std::sort(actors.begin(), actors.end());
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());  // one may be party in two roles
    for (const ActorId actor : actors) ties.of_actor[actor.value].push_back(i);
  }
  return ties;
}

bool is_about(const Agreement& agreement, const Taxonomy& taxonomy, const AreaCode& area) {
  if (area.empty()) return true;
  return std::any_of(agreement.areas.begin(), agreement.areas.end(),
                     [&](const AreaCode& actual) { return taxonomy.area_matches(area, actual); });
}

ActorId root_of(const Network& network, ActorId actor) {
  constexpr int longest_chain = 50;  // a unit, its organiser, its concern: what is longer goes round
  ActorId at = actor;
  for (int steps = 0; steps < longest_chain; ++steps) {
    const ActorId parent = network.actor(at).parent.id;
    if (!parent.is_set() || parent == actor) break;
    at = parent;
  }
  return at;
}

const std::string& partner_kind(const Actor& actor, const Taxonomy& taxonomy) {
  const std::string& group = taxonomy.group_of(actor.type).code;
  if (group != "state") return group;
  return actor.type == "agency" && !actor.subtype.empty() ? actor.subtype : actor.type;
}

}  // namespace samverka
