#pragma once
#include <vector>

#include "graph/reach.h"
#include "graph/subnetwork.h"

namespace samverka {

// What a user has put away by hand, and the neighbourhood that is looked at.
struct Narrowing {
  std::vector<ActorId> hidden_actors;
  std::vector<AgreementId> hidden_agreements;
  Start focus;    // empty: everything
  int steps = 1;  // around the focus

  bool has_focus() const { return !focus.actors.empty() || !focus.agreements.empty(); }
  bool is_empty() const { return hidden_actors.empty() && hidden_agreements.empty() && !has_focus(); }
};

struct Narrowed {
  SubNetwork part;
  Folding folding;
  std::size_t crowded_agreements = 0;  // at the border of the neighbourhood, not walked over
};

// A part of a part: first what is hidden goes, then what is outside the focus. A hidden agreement takes its parties'
// ties with it and leaves the parties; one that keeps no party goes too, as in restrict(). Units that are folded go and
// stay with the actor that they are folded into, so that hiding a municipality does not move its schools to the region;
// a focus on a folded unit is one on that actor, where the picture tells of it. Linear.
Narrowed narrow(const Network& network, const SubNetwork& part, const Folding& folding, const Narrowing& narrowing,
                std::size_t crowd);

}  // namespace samverka
