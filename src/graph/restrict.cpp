#include <algorithm>
#include <tuple>

#include "graph/standing.h"
#include "graph/subnetwork.h"

namespace samverka {
namespace {

constexpr DaySpan no_days{{9999, 12, 31}, {1, 1, 1}};

// What one alternative of a filter shows.
class Restricting {
 public:
  Restricting(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date day)
      : network_(network),
        taxonomy_(taxonomy),
        filter_(filter),
        looked_at_(looked_at(filter, day)),
        asks_for_withdrawn_(asks_for_state(filter, PartyState::withdrawn)),
        asks_for_declined_(asks_for_state(filter, PartyState::declined)) {}

  SubNetwork made() {
    accept_actors();
    for (std::size_t i = 0; i < network_.agreements.size(); ++i) {
      const Agreement& agreement = network_.agreements[i];
      const DaySpan stands = in_common(looked_at_, standing_of(agreement));
      if (stands.is_empty() || !filter_.accepts(agreement, taxonomy_, &network_)) continue;
      add_participations(AgreementId(i), stands);
    }
    show_actors();
    return std::move(part_);
  }

 private:
  void accept_actors() {
    exists_.resize(network_.actors.size());
    accepted_.resize(network_.actors.size());
    for (std::size_t i = 0; i < accepted_.size(); ++i) {
      exists_[i] = in_common(looked_at_, existence_of(network_.actors[i]));
      accepted_[i] = !exists_[i].is_empty() && filter_.accepts(network_.actors[i], taxonomy_, &network_);
    }
  }

  // The days of those when the party is shown.
  DaySpan days_of(const Agreement& agreement, const Party& party, DaySpan days) const {
    if (!filter_.accepts(party, &network_)) return no_days;
    switch (party.state_or_unknown()) {
      case PartyState::withdrawn:
        return asks_for_withdrawn_ ? days : no_days;
      case PartyState::declined:
        return asks_for_declined_ ? days : no_days;
      default:
        return in_common(days, partaking_of(agreement, party));
    }
  }

  void add_participations(AgreementId id, DaySpan stands) {
    const Agreement& agreement = network_.agreement(id);
    const std::size_t before = part_.participations.size();
    const ActorId founded = agreement.founds.id;
    bool is_founded_shown = false;
    for (std::uint32_t p = 0; p < agreement.parties.size(); ++p) {
      const Party& party = agreement.parties[p];
      const ActorId actor = party.actor.id;
      if (!actor.is_set() || !accepted_[actor.value]) continue;
      const DaySpan days = days_of(agreement, party, in_common(stands, exists_[actor.value]));
      if (days.is_empty()) continue;
      const std::optional<DaySpan> tie = tie_of(agreement, party);
      part_.participations.push_back({id, p, actor, tie && !in_common(days, *tie).is_empty()});
      if (founded.is_set() && accepted_[founded.value] && !in_common(days, exists_[founded.value]).is_empty()) {
        is_founded_shown = true;
      }
    }
    if (part_.participations.size() == before) return;
    part_.agreements.push_back(id);
    if (is_founded_shown) part_.foundings.push_back({id, founded});
  }

  void show_actors() {
    if (filter_.speaks_of_agreements()) {
      accepted_.assign(accepted_.size(), false);
      for (const Participation& p : part_.participations) accepted_[p.actor.value] = true;
      for (const Founding& f : part_.foundings) accepted_[f.actor.value] = true;
    }
    for (std::size_t i = 0; i < accepted_.size(); ++i) {
      if (accepted_[i]) part_.actors.emplace_back(i);
    }
  }

  const Network& network_;
  const Taxonomy& taxonomy_;
  const Filter& filter_;
  DaySpan looked_at_;
  bool asks_for_withdrawn_, asks_for_declined_;
  std::vector<DaySpan> exists_;  // by actor, of the days that are looked at
  std::vector<bool> accepted_;
  SubNetwork part_;
};

// Rows of both, each once, in their order. A tie is one where either side shows it.
template <class Row, class Order>
void unite(std::vector<Row>& into, const std::vector<Row>& more, const Order& order) {
  std::vector<Row> all;
  all.reserve(into.size() + more.size());
  std::merge(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(all),
             [&](const Row& a, const Row& b) { return order(a) < order(b); });
  const auto last = std::unique(all.begin(), all.end(), [&](Row& a, const Row& b) {
    if (order(a) != order(b)) return false;
    if constexpr (std::is_same_v<Row, Participation>) a.is_confirmed = a.is_confirmed || b.is_confirmed;
    return true;
  });
  all.erase(last, all.end());
  into = std::move(all);
}

void unite(SubNetwork& into, const SubNetwork& more) {
  const auto itself = [](auto id) { return id; };
  unite(into.actors, more.actors, itself);
  unite(into.agreements, more.agreements, itself);
  unite(into.participations, more.participations,
        [](const Participation& p) { return std::pair(p.agreement, p.party); });
  unite(into.foundings, more.foundings, [](const Founding& f) { return f.agreement; });
}

}  // namespace

SubNetwork restrict(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date day) {
  SubNetwork part;
  for (const Filter& alternative : each_alternative(filter)) {
    SubNetwork shown = Restricting(network, taxonomy, alternative, day).made();
    filter.alternatives.empty() ? void(part = std::move(shown)) : unite(part, shown);
  }
  return part;
}

}  // namespace samverka
