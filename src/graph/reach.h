#pragma once
// Who can be reached by cooperation: a step goes from an actor over one agreement to another party of it, or between a
// charter's parties and the body that it founds (which counts as a step without a confirmed tie). Agreements of more
// than `crowd` parties, shown or not, are met but not walked over, since one of 290 municipalities makes everybody
// neighbours; how many were met is told.
#include <vector>

#include "graph/subnetwork.h"

namespace samverka {

// Where a walk begins.
struct Start {
  std::vector<ActorId> actors;
  std::vector<AgreementId> agreements;
};

// Everything within some steps of a start. An agreement is within k steps if it is walked over in them, or is a crowd
// that somebody within k - 1 steps is party in.
struct Neighbourhood {
  std::vector<ActorId> actors;          // ascending, the start's among them
  std::vector<AgreementId> agreements;  // ascending, the start's among them
  std::size_t crowded_agreements = 0;   // met, shown, and not walked over
};

// Of an agreement in the start, however large, the parties are one step away. No steps (or fewer) gives the start.
// Linear in what is shown.
Neighbourhood neighbourhood(const Network& network, const SubNetwork& part, const Start& start, int steps,
                            std::size_t crowd);

// A shortest way between two actors.
struct Route {
  std::vector<ActorId> actors;          // from, ..., to; empty: there is none
  std::vector<AgreementId> agreements;  // one between each two of them
  std::size_t crowded_agreements = 0;   // met and not walked over

  bool is_found() const { return !actors.empty(); }
  std::size_t steps() const { return agreements.size(); }
};

// Fewest steps; of those, the fewest parties without a confirmed tie; of those, always the same one. From an actor to
// itself the way is the actor alone. Linear in what is shown.
Route shortest_route(const Network& network, const SubNetwork& part, ActorId from, ActorId to, std::size_t crowd);

}  // namespace samverka
