#include "analysis/census.h"

#include <algorithm>
#include <vector>

namespace samverka {
namespace {

void count_actors(const Network& network, const Taxonomy& taxonomy, Census& census) {
  for (const Actor& actor : network.actors) {
    ++census.actors;
    ++census.actors_by_type[actor.type];
    ++census.actors_by_group[taxonomy.group_of(actor.type).code];
  }
}

// An area the taxonomy does not know counts as itself (W_UNKNOWN tells of it).
std::string top_area(const Taxonomy& taxonomy, const AreaCode& code) {
  std::string top = code;
  for (const Area* area = taxonomy.areas.find(code); area != nullptr && !area->parent.empty();
       area = taxonomy.areas.find(top)) {
    top = area->parent;
  }
  return top;
}

std::vector<std::string> top_areas(const Taxonomy& taxonomy, const Agreement& agreement) {
  if (agreement.areas.empty()) return {"A0"};
  std::vector<std::string> tops;
  for (const AreaCode& code : agreement.areas) tops.push_back(top_area(taxonomy, code));
  std::sort(tops.begin(), tops.end());
  tops.erase(std::unique(tops.begin(), tops.end()), tops.end());
  return tops;
}

void count_agreements(const Network& network, const Taxonomy& taxonomy, Census& census) {
  for (const Agreement& agreement : network.agreements) {
    ++census.agreements;
    ++census.agreements_by_form[agreement.form];
    ++census.agreements_by_status[word(agreement.status)];
    for (const std::string& area : top_areas(taxonomy, agreement)) ++census.agreements_by_area[area];
    if (agreement.is_active_on(census.as_of)) ++census.agreements_active;
    if (!agreement.valid) continue;
    if (agreement.valid->from.is_set()) ++census.agreements_with_from;
    if (agreement.valid->end == Validity::End::date) ++census.agreements_with_to;
  }
}

void count_parties(const Network& network, Census& census) {
  std::vector<bool> is_party(network.actors.size(), false);
  std::vector<bool> has_tie(network.actors.size(), false);
  for (const Agreement& agreement : network.agreements) {
    for (const Party& party : agreement.parties) {
      ++census.parties;
      ++census.party_states[word(party.state_or_unknown())];
      const bool ties = is_tie(agreement, party, census.as_of);
      if (ties) ++census.ties;
      if (!party.actor.id.is_set()) continue;
      is_party[party.actor.id.value] = true;
      if (ties) has_tie[party.actor.id.value] = true;
    }
  }
  for (std::size_t i = 0; i < is_party.size(); ++i) {
    if (!is_party[i]) ++census.actors_without_agreement;
    if (has_tie[i] && network.actors[i].type == "municipality") ++census.municipalities_with_tie;
  }
}

}  // namespace

Census take_census(const Network& network, const Taxonomy& taxonomy, Date day) {
  Census census;
  census.id = network.id;
  census.as_of = day;
  count_actors(network, taxonomy, census);
  count_agreements(network, taxonomy, census);
  count_parties(network, census);
  return census;
}

}  // namespace samverka
