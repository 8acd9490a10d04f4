#pragma once
// What has become of one agreement with everybody it concerns, on a day: what the matrix counts and questions name.
#include <cstdint>
#include <map>

#include "model/network.h"

namespace samverka {

// In the order of the matrix's columns (adoption_columns). `withdrawn` is whoever has left, declined, or whose part has
// ended; of `unknown` somebody is a party and nobody knows how.
enum class AdoptionState : std::uint8_t { adopted, decided, recommended, withdrawn, unknown, no_party };

// Whether it says anything: a municipality that is no party on record may have adopted the agreement all the same.
constexpr bool is_known(AdoptionState state) {
  return state != AdoptionState::unknown && state != AdoptionState::no_party;
}

struct Adoption {
  AdoptionState state = AdoptionState::no_party;
  ActorId through;  // who has signed for it; unset where it is a party itself
};

// By actor, of the parties and of those whom a party that has adopted signs for; the others are no parties. Of several
// states of one actor the firmest: a party that has left says less than one of which nobody knows. Who has adopted from
// a later day has decided, and who had adopted until an earlier one has left.
std::map<ActorId, Adoption> adoptions_of(const Agreement& agreement, Date day);

}  // namespace samverka
