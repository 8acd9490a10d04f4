#include "analysis/adoption.h"

#include <array>

namespace samverka {
namespace {

int firmness(AdoptionState state) {
  constexpr std::array by_state = {5, 4, 3, 1, 2, 0};
  return by_state.at(static_cast<std::size_t>(state));
}

AdoptionState state_of(const Party& party, Date day) {
  switch (party.state_or_unknown()) {
    case PartyState::adopted:
      if (party.includes(day)) return AdoptionState::adopted;
      return party.from.is_set() && party.from.earliest() > day ? AdoptionState::decided : AdoptionState::withdrawn;
    case PartyState::decided:
      return AdoptionState::decided;
    case PartyState::recommended:
      return AdoptionState::recommended;
    case PartyState::withdrawn:
    case PartyState::declined:
      return AdoptionState::withdrawn;
    case PartyState::unknown:
      break;
  }
  return AdoptionState::unknown;
}

}  // namespace

std::map<ActorId, Adoption> adoptions_of(const Agreement& agreement, Date day) {
  std::map<ActorId, Adoption> found;
  const auto take = [&](ActorId actor, Adoption adoption) {
    if (!actor.is_set()) return;
    const auto [at, is_new] = found.try_emplace(actor, adoption);
    if (!is_new && firmness(adoption.state) > firmness(at->second.state)) at->second = adoption;
  };
  for (const Party& party : agreement.parties) {
    const AdoptionState state = state_of(party, day);
    take(party.actor.id, {state, {}});
    if (state != AdoptionState::adopted) continue;
    for (const ActorRef& other : party.on_behalf_of) take(other.id, {state, party.actor.id});
  }
  return found;
}

}  // namespace samverka
