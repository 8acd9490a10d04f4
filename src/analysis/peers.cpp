#include "analysis/peers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "analysis/observed.h"
#include "base/collate.h"

namespace samverka {
namespace {

constexpr double other_group = 0.5, other_main_group = 1, county_weight = 0.25;

std::unordered_map<std::string, double> people_by_county(const Network& network) {
  std::unordered_map<std::string, double> people;
  for (const Actor& actor : network.actors) {
    if (actor.type != "municipality" || actor.county.empty()) continue;
    people[actor.county] += static_cast<double>(actor.population.value_or(0));
  }
  return people;
}

double log_ratio(double a, double b) { return std::abs(std::log(a / b)); }

double group_difference(const std::string& a, const std::string& b) {
  if (a == b) return 0;
  return a.front() == b.front() ? other_group : other_main_group;  // "B3" is of main group B
}

Difference difference(const Actor& a, const Actor& b, const std::unordered_map<std::string, double>& people) {
  Difference found;
  const auto people_in = [&](const Actor& actor) {
    const auto row = people.find(actor.county);
    return row == people.end() ? 0.0 : row->second;
  };
  found.has_population = a.population.value_or(0) > 0 && b.population.value_or(0) > 0;
  if (found.has_population) {
    found.population = log_ratio(static_cast<double>(*a.population), static_cast<double>(*b.population));
  }
  found.has_group = !a.municipality_group.empty() && !b.municipality_group.empty();
  if (found.has_group) found.group = group_difference(a.municipality_group, b.municipality_group);
  found.has_county = people_in(a) > 0 && people_in(b) > 0;
  if (found.has_county) found.county = county_weight * log_ratio(people_in(a), people_in(b));
  return found;
}

class PracticeFinder {
 public:
  PracticeFinder(const Network& network, const Taxonomy& taxonomy, const Ties& ties, const AreaCode& area)
      : network_(network), taxonomy_(taxonomy), ties_(ties), area_(area) {}

  void add(ActorId peer) {
    for (const std::uint32_t at : ties_.of_actor[peer.value]) {
      const TiedAgreement& agreement = ties_.agreements[at];
      if (agreement.is_umbrella || agreement.is_grant || !has_company(agreement)) continue;
      for (const std::string& name : names_of(agreement.id)) add(name, {peer, agreement.id});
    }
  }

  std::vector<Practice> without(const SubNetwork& part, ActorId own) {
    for (const std::uint32_t at : ties_.of_actor[own.value]) {
      if (!has_company(ties_.agreements[at])) continue;
      for (const std::string& name : names_of(ties_.agreements[at].id)) found_.erase(name);
    }
    for (const Participation& p : part.participations) {
      if (p.actor == own && !p.is_confirmed) add_unconfirmed(p.agreement);
    }
    std::vector<Practice> practices;
    for (auto& [name, practice] : found_) {
      if (!practice.own_unconfirmed.empty()) {
        practice.own = Practice::Own::unconfirmed;
      } else if (is_seen_without(own, practice)) {
        practice.own = Practice::Own::observed_none;
      }
      practices.push_back(std::move(practice));
    }
    std::stable_sort(practices.begin(), practices.end(),
                     [](const Practice& a, const Practice& b) { return a.peers > b.peers; });
    return practices;
  }

 private:
  // An agreement of which nobody else has become a party is no cooperation yet.
  static bool has_company(const TiedAgreement& agreement) { return agreement.actors.size() > 1; }

  std::vector<AreaCode> areas_of(AgreementId id) const {
    std::vector<AreaCode> areas;
    for (const AreaCode& code : network_.agreement(id).areas) {
      const bool is_asked = area_.empty() ? !taxonomy_.is_outside(code) : taxonomy_.area_matches(area_, code);
      if (is_asked) areas.push_back(code);
    }
    return areas;
  }

  // What an agreement is an example of: nothing, if it is not about what is asked.
  std::vector<std::string> names_of(AgreementId id) const {
    const std::vector<AreaCode> areas = areas_of(id);
    const std::string& form = network_.agreement(id).form;
    if (areas.empty()) return {};
    if (form != "other") return {form};
    std::vector<std::string> names;
    for (const AreaCode& code : areas) names.push_back(form + " " + code);
    return names;
  }

  void add(const std::string& name, Practice::Evidence evidence) {
    Practice& practice = found_[name];
    practice.form = name.substr(0, name.find(' '));
    const bool is_same_peer = !practice.evidence.empty() && practice.evidence.back().peer == evidence.peer;
    practice.peers += is_same_peer ? 0U : 1U;
    practice.evidence.push_back(evidence);
    std::set<AreaCode> areas(practice.areas.begin(), practice.areas.end());
    if (name.find(' ') != std::string::npos) {
      areas.insert(name.substr(name.find(' ') + 1));
    } else {
      for (const AreaCode& code : areas_of(evidence.agreement)) areas.insert(code);
    }
    practice.areas.assign(areas.begin(), areas.end());
  }

  void add_unconfirmed(AgreementId id) {
    for (const std::string& name : names_of(id)) {
      const auto practice = found_.find(name);
      if (practice == found_.end()) continue;
      std::vector<AgreementId>& own = practice->second.own_unconfirmed;
      if (own.empty() || own.back() != id) own.push_back(id);
    }
  }

  bool is_seen_without(ActorId own, const Practice& practice) const {
    return std::all_of(practice.areas.begin(), practice.areas.end(),
                       [&](const AreaCode& area) { return is_observed(network_, taxonomy_, own, area); });
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const Ties& ties_;
  const AreaCode& area_;
  std::map<std::string, Practice> found_;
};

}  // namespace

std::vector<Peer> peers_of(const Network& network, ActorId municipality, std::size_t most) {
  const Actor& own = network.actor(municipality);
  if (own.type != "municipality") return {};
  const auto people = people_by_county(network);
  std::vector<Peer> peers;
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& other = network.actors[i];
    if (other.type != "municipality" || ActorId(i) == municipality) continue;
    const Difference apart = difference(own, other, people);
    if (apart.has_population || apart.has_group) peers.push_back({ActorId(i), apart});
  }
  std::stable_sort(peers.begin(), peers.end(), [&](const Peer& a, const Peer& b) {
    if (a.difference.sum() != b.difference.sum()) return a.difference.sum() < b.difference.sum();
    return swedish_less(network.actor(a.actor).shown_name(), network.actor(b.actor).shown_name());
  });
  peers.resize(std::min(most, peers.size()));
  return peers;
}

std::vector<Practice> lacking_practices(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part,
                                        const Ties& ties, ActorId municipality, const std::vector<Peer>& peers,
                                        const AreaCode& area) {
  PracticeFinder finder(network, taxonomy, ties, area);
  for (const Peer& peer : peers) finder.add(peer.actor);
  return finder.without(part, municipality);
}

}  // namespace samverka
