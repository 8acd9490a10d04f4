#include <algorithm>

#include "graph/standing.h"
#include "graph/subnetwork.h"

namespace samverka {
namespace {

class PartyTest {
 public:
  PartyTest(const Filter& filter, Date day)
      : filter_(filter),
        day_(day),
        asks_for_withdrawn_(asks_for_state(filter, PartyState::withdrawn)),
        asks_for_declined_(asks_for_state(filter, PartyState::declined)) {}

  bool accepts(const Agreement& agreement, const Party& party) const {
    if (!filter_.accepts(party)) return false;
    switch (party.state_or_unknown()) {
      case PartyState::withdrawn:
        return asks_for_withdrawn_;
      case PartyState::declined:
        return asks_for_declined_;
      default:
        return takes_part_on(agreement, party, day_);
    }
  }

 private:
  const Filter& filter_;
  Date day_;
  bool asks_for_withdrawn_, asks_for_declined_;
};

std::vector<bool> accepted_actors(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date day) {
  std::vector<bool> accepted(network.actors.size());
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    accepted[i] = exists_on(network.actors[i], day) && filter.accepts(network.actors[i], taxonomy);
  }
  return accepted;
}

void add_participations(const Network& network, AgreementId id, const PartyTest& test,
                        const std::vector<bool>& accepted, Date day, SubNetwork& part) {
  const Agreement& agreement = network.agreement(id);
  const std::size_t before = part.participations.size();
  for (std::uint32_t p = 0; p < agreement.parties.size(); ++p) {
    const Party& party = agreement.parties[p];
    const ActorId actor = party.actor.id;
    if (!actor.is_set() || !accepted[actor.value] || !test.accepts(agreement, party)) continue;
    part.participations.push_back({id, p, actor, is_tie(agreement, party, day)});
  }
  if (part.participations.size() == before) return;
  part.agreements.push_back(id);
  const ActorId founded = agreement.founds.id;
  if (founded.is_set() && accepted[founded.value]) part.foundings.push_back({id, founded});
}

std::vector<ActorId> shown_actors(const SubNetwork& part, const Filter& filter, std::vector<bool> accepted) {
  if (filter.speaks_of_agreements()) {
    accepted.assign(accepted.size(), false);
    for (const Participation& p : part.participations) accepted[p.actor.value] = true;
    for (const Founding& f : part.foundings) accepted[f.actor.value] = true;
  }
  std::vector<ActorId> shown;
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    if (accepted[i]) shown.emplace_back(i);
  }
  return shown;
}

}  // namespace

SubNetwork restrict(const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date day) {
  const std::vector<bool> accepted = accepted_actors(network, taxonomy, filter, day);
  const PartyTest test(filter, day);
  SubNetwork part;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& agreement = network.agreements[i];
    if (!stands_on(agreement, day) || !filter.accepts(agreement, taxonomy)) continue;
    add_participations(network, AgreementId(i), test, accepted, day, part);
  }
  part.actors = shown_actors(part, filter, accepted);
  return part;
}

}  // namespace samverka
