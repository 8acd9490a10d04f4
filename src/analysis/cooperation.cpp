#include "analysis/cooperation.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "analysis/partners.h"
#include "base/collate.h"
#include "graph/subnetwork.h"

namespace samverka {
namespace {

using Group = std::span<const Participation>;  // the shown parties of one agreement: they stand together

struct Shared {
  bool is_confirmed = false;
  std::vector<AgreementId> agreements;  // ascending
};

class PartnerFinder {
 public:
  PartnerFinder(const Network& network, const NetworkIndex& index, std::string_view place)
      : network_(network), is_county_(is_county_code(place)), belonging_(actors_of_place(network, index, place)) {}

  void add(Group group) {
    std::set<ActorId> own, own_confirmed;
    for (const Participation& p : group) {
      if (belonging_[p.actor.value] != Belonging::own) continue;
      own.insert(p.actor);
      if (p.is_confirmed) own_confirmed.insert(p.actor);
    }
    if (own.empty()) return;
    if (network_.agreement(group.front().agreement).parties.size() > crowd_parties) {
      ++crowded;
      return;
    }
    for (const Participation& p : group) {
      const bool is_own = own.count(p.actor) > 0;
      if (is_own && (!is_county_ || own.size() < 2)) continue;
      Shared& shared = found[p.actor];
      const std::size_t others_confirmed = own_confirmed.size() - own_confirmed.count(p.actor);
      shared.is_confirmed = shared.is_confirmed || (p.is_confirmed && others_confirmed > 0);
      if (shared.agreements.empty() || shared.agreements.back() != p.agreement)
        shared.agreements.push_back(p.agreement);
    }
  }

  std::map<ActorId, Shared> found;
  std::size_t crowded = 0;

 private:
  const Network& network_;
  bool is_county_;
  std::vector<Belonging> belonging_;
};

AreaCode top_area(const AreaCode& area) { return area.substr(0, area.find('.')); }

// How many of the agreements are about each top area.
std::vector<std::pair<AreaCode, std::size_t>> areas_of(const Network& network, const Taxonomy& taxonomy,
                                                       const std::set<AgreementId>& agreements) {
  std::map<AreaCode, std::size_t> count;
  for (const AgreementId id : agreements) {
    std::set<AreaCode> tops;
    for (const AreaCode& area : network.agreement(id).areas) {
      if (!taxonomy.is_outside(area)) tops.insert(top_area(area));
    }
    for (const AreaCode& top : tops) ++count[top];
  }
  std::vector<std::pair<AreaCode, std::size_t>> sorted(count.begin(), count.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

std::vector<PartnerGroup> grouped(const Network& network, const Taxonomy& taxonomy,
                                  const std::vector<std::pair<ActorId, const Shared*>>& partners) {
  std::vector<PartnerGroup> groups;
  for (const ActorGroup& row : taxonomy.groups.rows()) {
    PartnerGroup group;
    group.group = row.code;
    std::set<AgreementId> agreements;
    for (const auto& [actor, shared] : partners) {
      if (taxonomy.group_of(network.actor(actor).type).code != row.code) continue;
      (shared->is_confirmed ? group.confirmed : group.others).push_back(actor);
      agreements.insert(shared->agreements.begin(), shared->agreements.end());
    }
    if (agreements.empty()) continue;
    group.areas = areas_of(network, taxonomy, agreements);
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

Cooperation cooperation_of(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                           std::string_view place, Date day) {
  const SubNetwork part = restrict(network, taxonomy, default_filter(), day);
  PartnerFinder finder(network, index, place);
  const Group all(part.participations);
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].agreement == all[begin].agreement) ++end;
    finder.add(all.subspan(begin, end - begin));
  }
  std::vector<std::pair<ActorId, const Shared*>> inside, outside;
  for (const auto& [actor, shared] : finder.found) {
    const bool is_inside = network.actor(actor).county == place.substr(0, 2);
    (is_inside ? inside : outside).emplace_back(actor, &shared);
  }
  const auto by_name = [&](const auto& a, const auto& b) {
    return swedish_less(network.actor(a.first).shown_name(), network.actor(b.first).shown_name());
  };
  std::stable_sort(inside.begin(), inside.end(), by_name);
  std::stable_sort(outside.begin(), outside.end(), by_name);
  return {grouped(network, taxonomy, inside), grouped(network, taxonomy, outside), finder.crowded};
}

}  // namespace samverka
