#include "analysis/actor_facts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/collate.h"

namespace samverka {
namespace {

// The top areas of an agreement, each once, in the order they come.
std::vector<AreaCode> top_areas(const Agreement& agreement) {
  std::vector<AreaCode> tops;
  for (const AreaCode& area : agreement.areas) {
    AreaCode top = area.substr(0, area.find('.'));
    if (std::find(tops.begin(), tops.end(), top) == tops.end()) tops.push_back(std::move(top));
  }
  if (tops.empty()) tops.emplace_back("A0");
  return tops;
}

// What is party in nothing but has been given an end, a start or a doubt is told after what holds.
int rank(const Network& network, const OwnAgreement& own) {
  if (own.is_confirmed) return 0;
  return network.agreement(own.id).status == AgreementStatus::unknown ? 2 : 1;
}

Comparison::Side side_of(const std::vector<OwnAgreement>& own, ActorId actor) {
  Comparison::Side side;
  side.actor = actor;
  for (const OwnAgreement& agreement : own) ++(agreement.is_confirmed ? side.confirmed : side.unconfirmed);
  return side;
}

// How many of the lists hold each agreement.
std::unordered_map<AgreementId, std::size_t> held_by(const std::vector<std::vector<OwnAgreement>>& lists) {
  std::unordered_map<AgreementId, std::size_t> count;
  for (const auto& list : lists) {
    for (const OwnAgreement& own : list) ++count[own.id];
  }
  return count;
}

std::vector<ActorId> partners_of_all(const Network& network, const std::vector<std::vector<Partner>>& lists) {
  std::unordered_map<ActorId, std::size_t> count;
  for (const auto& list : lists) {
    for (const Partner& partner : list) ++count[partner.actor];
  }
  std::vector<ActorId> shared;
  for (const auto& [actor, n] : count) {
    if (n == lists.size()) shared.push_back(actor);
  }
  std::sort(shared.begin(), shared.end());
  std::stable_sort(shared.begin(), shared.end(), [&](ActorId a, ActorId b) {
    return swedish_less(network.actor(a).shown_name(), network.actor(b).shown_name());
  });
  return shared;
}

std::vector<Comparison::AreaRow> area_rows(const Network& network, const Taxonomy& taxonomy,
                                           const std::vector<std::vector<OwnAgreement>>& lists) {
  std::vector<Comparison::AreaRow> rows;
  for (const Area& area : taxonomy.areas.rows()) {
    if (area.parent.empty()) rows.push_back({area.code, std::vector<std::size_t>(lists.size())});
  }
  for (std::size_t side = 0; side < lists.size(); ++side) {
    for (const OwnAgreement& own : lists[side]) {
      if (!own.is_confirmed) continue;
      const std::vector<AreaCode> tops = top_areas(network.agreement(own.id));
      for (Comparison::AreaRow& row : rows) {
        row.agreements[side] += std::find(tops.begin(), tops.end(), row.area) != tops.end() ? 1U : 0U;
      }
    }
  }
  std::erase_if(rows, [](const Comparison::AreaRow& row) {
    return std::all_of(row.agreements.begin(), row.agreements.end(), [](std::size_t n) { return n == 0; });
  });
  return rows;
}

}  // namespace

std::vector<OwnAgreement> agreements_of(const Network& network, const NetworkIndex& index, ActorId actor, Date day) {
  std::vector<OwnAgreement> found;
  for (const PartyPlace& place : index.parties_of(actor)) {
    const Agreement& agreement = network.agreement(place.agreement);
    if (found.empty() || found.back().id != place.agreement) {
      found.push_back({place.agreement, {}, false, agreement.parties.size() > crowd_parties});
    }
    found.back().parties.push_back(place.party);
    found.back().is_confirmed |= is_tie(agreement, agreement.parties[place.party], day);
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](const OwnAgreement& a, const OwnAgreement& b) { return rank(network, a) < rank(network, b); });
  return found;
}

std::vector<AreaAgreements> by_area(const Network& network, const Taxonomy& taxonomy,
                                    const std::vector<OwnAgreement>& agreements) {
  std::vector<AreaAgreements> found;
  for (const Area& area : taxonomy.areas.rows()) {
    if (area.parent.empty()) found.push_back({area.code, {}, 0});
  }
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    for (const AreaCode& top : top_areas(network.agreement(agreements[i].id))) {
      auto at = std::find_if(found.begin(), found.end(), [&](const AreaAgreements& a) { return a.area == top; });
      if (at == found.end()) at = found.insert(found.end(), {top, {}, 0});
      at->rows.push_back(i);
      at->confirmed += agreements[i].is_confirmed ? 1 : 0;
    }
  }
  std::erase_if(found, [](const AreaAgreements& a) { return a.rows.empty(); });
  return found;
}

std::vector<GroupedPartners> by_group(const Network& network, const Taxonomy& taxonomy, std::vector<Partner> partners) {
  std::vector<GroupedPartners> found;
  for (const ActorGroup& group : taxonomy.groups.rows()) found.push_back({&group, {}});
  for (Partner& partner : partners) {
    const ActorGroup* group = &taxonomy.group_of(network.actor(partner.actor).type);
    auto at = std::find_if(found.begin(), found.end(), [&](const GroupedPartners& g) { return g.group == group; });
    if (at == found.end()) at = found.insert(found.end(), {group, {}});
    at->partners.push_back(std::move(partner));
  }
  std::erase_if(found, [](const GroupedPartners& g) { return g.partners.empty(); });
  return found;
}

Comparison compare(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
                   const std::vector<ActorId>& actors, Date day) {
  std::vector<std::vector<OwnAgreement>> agreements;
  std::vector<std::vector<Partner>> partners;
  Comparison found;
  for (const ActorId actor : actors) {
    agreements.push_back(agreements_of(network, index, actor, day));
    partners.push_back(partners_of(network, part, actor).partners);
    found.sides.push_back(side_of(agreements.back(), actor));
    found.sides.back().partners = partners.back().size();
  }
  const auto count = held_by(agreements);
  for (std::size_t side = 0; side < actors.size(); ++side) {
    for (const OwnAgreement& own : agreements[side]) found.sides[side].alone += count.at(own.id) == 1 ? 1U : 0U;
  }
  for (const auto& [agreement, n] : count) {
    if (n == actors.size()) found.shared.push_back(agreement);
  }
  std::sort(found.shared.begin(), found.shared.end());
  if (!actors.empty()) found.shared_partners = partners_of_all(network, partners);
  found.areas = area_rows(network, taxonomy, agreements);
  return found;
}

}  // namespace samverka
