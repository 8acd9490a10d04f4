#include "analysis/suggest.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "analysis/county_ties.h"
#include "base/collate.h"
#include "base/geodesy.h"

namespace samverka {
namespace {

constexpr double too_far_km = 100;       // for somebody of another county
constexpr double far_km = 50;            // at this distance nearness has fallen to a third
constexpr double somewhere_near = 0.25;  // in the county, but nobody knows where

// Many of a thing are better than few, but the first weighs most: 0, 1/2, 2/3 ...
double saturated(double amount) { return amount / (1 + amount); }

class Adviser {
 public:
  Adviser(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
          const Ties& ties, const AdviceQuestion& question)
      : network_(network),
        index_(index),
        taxonomy_(taxonomy),
        part_(part),
        ties_(ties),
        question_(question),
        asker_(network.actor(question.actor)),
        root_(root_of(network, question.actor)) {}

  Advice advise() {
    advice_.peers = peers_of(network_, question_.actor, usual_peers);
    for (const Peer& peer : advice_.peers) is_peer_.insert(peer.actor);
    read_area();
    find_needs();
    common_ = common_partners(network_, taxonomy_, ties_, question_.actor);
    choose(ranked_candidates());
    return std::move(advice_);
  }

 private:
  // One pass over the agreements of the area: who has what kind of partner, who has done it before, and with whom.
  void read_area() {
    for (const TiedAgreement& agreement : ties_.agreements) {
      if (agreement.is_umbrella || agreement.is_grant) continue;
      if (std::binary_search(agreement.actors.begin(), agreement.actors.end(), question_.actor)) {
        for (const ActorId other : agreement.actors) known_[other].push_back(agreement.id);
      }
      if (!is_about(network_.agreement(agreement.id), taxonomy_, question_.area)) continue;
      for (const ActorId actor : agreement.actors) {
        if (network_.actor(actor).type == asker_.type) read_one(agreement, actor);
      }
    }
    for (std::size_t i = 0; i < network_.actors.size(); ++i) {
      if (network_.actors[i].type == asker_.type && ActorId(i) != question_.actor) ++advice_.same_type;
    }
  }

  void read_one(const TiedAgreement& agreement, ActorId actor) {
    const ActorId root = root_of(network_, actor);
    for (const ActorId other : agreement.actors) {
      if (other == actor || root_of(network_, other) == root) continue;
      const std::string& kind = partner_kind(network_.actor(other), taxonomy_);
      if (actor == question_.actor) {
        own_partners_.insert(other);
        own_by_kind_[kind].insert(other);
        continue;
      }
      having_[kind].insert(actor);
      std::vector<AgreementId>& experience = experience_[other];
      if (experience.empty() || experience.back() != agreement.id) experience.push_back(agreement.id);
      if (is_peer_.contains(actor)) peers_with_[other].push_back({actor, agreement.id});
    }
  }

  void find_needs() {
    for (const auto& [kind, actors] : having_) {
      const auto own = own_by_kind_.find(kind);
      const std::size_t count = own == own_by_kind_.end() ? 0 : own->second.size();
      // A second region is not to be had.
      if (count > 1 || (count == 1 && kind == "region")) continue;
      NeededKind need{kind, count == 0 ? NeededKind::Own::none : NeededKind::Own::one, actors.size(), 0};
      for (const ActorId actor : actors) need.peers += is_peer_.contains(actor) ? 1U : 0U;
      advice_.needs.push_back(need);
    }
    // By how common it is and not by own alone: what one in three hundred has is no need of everybody's.
    const auto weight = [](const NeededKind& need) {
      return need.others * (need.own == NeededKind::Own::none ? 2 : 1);
    };
    std::stable_sort(advice_.needs.begin(), advice_.needs.end(), [&](const NeededKind& a, const NeededKind& b) {
      return weight(a) != weight(b) ? weight(a) > weight(b) : a.own < b.own;
    });
  }

  bool is_candidate(ActorId actor) const {
    return actor != question_.actor && !own_partners_.contains(actor) && root_of(network_, actor) != root_;
  }

  std::map<std::string, std::vector<Suggestion>> ranked_candidates() const {
    std::map<std::string, std::vector<Suggestion>> by_kind;
    for (const NeededKind& need : advice_.needs) by_kind[need.kind];
    const std::string county = county_of(network_, question_.actor);
    for (const ActorId actor : part_.actors) {
      const auto row = by_kind.find(partner_kind(network_.actor(actor), taxonomy_));
      if (row == by_kind.end() || !is_candidate(actor)) continue;
      Suggestion made = suggestion(actor, county);

      const bool is_elsewhere = !made.is_same_county && !county_of(network_, actor).empty();
      if (is_elsewhere && !may_be_elsewhere(made)) continue;
      made.kind = row->first;
      row->second.push_back(std::move(made));
    }
    for (auto& [kind, candidates] : by_kind) {
      std::stable_sort(candidates.begin(), candidates.end(), [this](const Suggestion& a, const Suggestion& b) {
        if (a.sum() != b.sum()) return a.sum() > b.sum();
        return swedish_less(network_.actor(a.candidate).shown_name(), network_.actor(b.candidate).shown_name());
      });
    }
    return by_kind;
  }

  bool may_be_elsewhere(const Suggestion& made) const {
    const Actor& row = network_.actor(made.candidate);
    const bool is_of_its_county_only = row.type == "region" || taxonomy_.group_of(row.type).code == "state";
    const bool has_reason = made.sum() > made.by_nearness;
    return has_reason && !is_of_its_county_only && made.distance_km && *made.distance_km <= too_far_km;
  }

  Suggestion suggestion(ActorId actor, const std::string& county) const {
    Suggestion made;
    made.candidate = actor;
    const Actor& row = network_.actor(actor);
    made.is_same_municipality = !asker_.municipality.empty() && row.municipality == asker_.municipality;
    made.is_same_county = !county.empty() && county_of(network_, actor) == county;
    made.distance_km = distance_to(row);
    if (const auto found = known_.find(actor); found != known_.end()) made.known = found->second;
    made.common = common_[actor.value];
    if (const auto found = experience_.find(actor); found != experience_.end()) made.experience = found->second;
    if (const auto found = peers_with_.find(actor); found != peers_with_.end()) made.peers_with_it = found->second;
    double weight = 0;
    for (const CommonPartner& common : made.common) weight += common.weight;
    made.by_known = saturated(static_cast<double>(made.known.size()));
    made.by_common = saturated(weight);
    made.by_experience = saturated(static_cast<double>(made.experience.size()));
    made.by_peers = saturated(static_cast<double>(count_peers(made.peers_with_it)));
    made.by_nearness = nearness(made);
    return made;
  }

  static std::size_t count_peers(const std::vector<Practice::Evidence>& evidence) {
    std::set<ActorId> peers;
    for (const Practice::Evidence& e : evidence) peers.insert(e.peer);
    return peers.size();
  }

  static double nearness(const Suggestion& made) {
    if (made.is_same_municipality) return 1;
    if (made.distance_km) return std::exp(-*made.distance_km / far_km);
    return made.is_same_county ? somewhere_near : 0;
  }

  // Its own place on earth, or that of its municipality: of a sensitive actor nothing nearer than that is told.
  std::optional<LatLon> place_of(const Actor& actor) const {
    const bool is_sensitive = actor.sensitive.value_or(false);
    if (actor.position && is_on_earth(*actor.position) && !is_sensitive) return actor.position;
    const ActorId municipality = index_.municipality(actor.municipality);
    if (!municipality.is_set()) return std::nullopt;
    const std::optional<LatLon>& position = network_.actor(municipality).position;
    return position && is_on_earth(*position) ? position : std::nullopt;
  }

  std::optional<double> distance_to(const Actor& other) const {
    const auto here = place_of(asker_), there = place_of(other);
    if (!here || !there) return std::nullopt;
    return distance(map_from_wgs84(*here), map_from_wgs84(*there));
  }

  // Five of one kind would be one piece of advice said five times.
  void choose(std::map<std::string, std::vector<Suggestion>> by_kind) {
    std::map<std::string, std::size_t> taken;
    std::size_t left = question_.most;
    for (bool took = true; took && left > 0;) {
      took = false;
      for (const NeededKind& need : advice_.needs) {
        if (left == 0 || taken[need.kind] == by_kind[need.kind].size()) continue;
        ++taken[need.kind];
        --left;
        took = true;
      }
    }
    for (const NeededKind& need : advice_.needs) {
      std::vector<Suggestion>& candidates = by_kind[need.kind];
      for (std::size_t i = 0; i < taken[need.kind]; ++i) advice_.suggestions.push_back(std::move(candidates[i]));
    }
  }

  const Network& network_;
  const NetworkIndex& index_;
  const Taxonomy& taxonomy_;
  const SubNetwork& part_;
  const Ties& ties_;
  const AdviceQuestion& question_;
  const Actor& asker_;
  ActorId root_;
  std::set<ActorId> is_peer_, own_partners_;
  std::map<std::string, std::set<ActorId>> own_by_kind_, having_;  // partners; actors of the same type
  std::unordered_map<ActorId, std::vector<AgreementId>> known_, experience_;
  std::unordered_map<ActorId, std::vector<Practice::Evidence>> peers_with_;
  std::vector<std::vector<CommonPartner>> common_;
  Advice advice_;
};

}  // namespace

Advice advise(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const SubNetwork& part,
              const Ties& ties, const AdviceQuestion& question) {
  return Adviser(network, index, taxonomy, part, ties, question).advise();
}

}  // namespace samverka
