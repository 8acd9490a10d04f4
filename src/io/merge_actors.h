#pragma once
#include <string>
#include <vector>

#include "model/network.h"

namespace samverka {

// The row's text with what the other has and it lacks: members that it does not have, also inside objects, and items
// that its lists do not have. `clashes` gets the pointer of each member that both have and that differ: the row's own
// stays. A reference to one of `not_to` is not taken over, since nobody belongs to itself.
std::string filled(const std::string& text, const std::string& other, const std::vector<Key>& not_to,
                   std::vector<std::string>& clashes);

// Where both actors are parties of an agreement in the same role and service, one of the two parties is left: one that
// stands on the day rather than one that does not, and of those the firmer. Returns the agreements that lost a party.
std::vector<AgreementId> join_parties(Network& network, ActorId gone, ActorId into);

}  // namespace samverka
