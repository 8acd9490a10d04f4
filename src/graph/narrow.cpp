#include "graph/narrow.h"

#include <algorithm>

namespace samverka {
namespace {

// One of each row of the network: does it stay?
struct Kept {
  std::vector<bool> actors, agreements;
};

Kept kept_without_hidden(const Network& network, const Narrowing& narrowing) {
  Kept kept{std::vector<bool>(network.actors.size(), true), std::vector<bool>(network.agreements.size(), true)};
  for (const ActorId actor : narrowing.hidden_actors) kept.actors[actor.value] = false;
  for (const AgreementId agreement : narrowing.hidden_agreements) kept.agreements[agreement.value] = false;
  return kept;
}

Kept kept_within(const Network& network, const Neighbourhood& reached) {
  Kept kept{std::vector<bool>(network.actors.size(), false), std::vector<bool>(network.agreements.size(), false)};
  for (const ActorId actor : reached.actors) kept.actors[actor.value] = true;
  for (const AgreementId agreement : reached.agreements) kept.agreements[agreement.value] = true;
  return kept;
}

// A fold goes with its host. In a neighbourhood all its units follow the host, and units without one are outside;
// else each unit stays unless it is hidden itself.
Folding kept_of(const Folding& folding, const Kept& kept, bool units_follow) {
  Folding left;
  for (const ActorId actor : folding.shown) {
    if (kept.actors[actor.value]) left.shown.push_back(actor);
  }
  for (const Fold& fold : folding.folds) {
    if (fold.host.is_set() ? !kept.actors[fold.host.value] : units_follow) continue;
    Fold rest = fold;
    if (!units_follow) std::erase_if(rest.units, [&](ActorId unit) { return !kept.actors[unit.value]; });
    left.folded_count += rest.units.size();
    if (!rest.units.empty()) left.folds.push_back(std::move(rest));
  }
  return left;
}

std::vector<ActorId> all_actors(const Folding& folding) {
  std::vector<ActorId> actors = folding.shown;
  for (const Fold& fold : folding.folds) actors.insert(actors.end(), fold.units.begin(), fold.units.end());
  std::sort(actors.begin(), actors.end());
  return actors;
}

Narrowed kept_of(const Narrowed& whole, const Kept& kept, bool units_follow) {
  Narrowed left;
  const auto stays = [&](AgreementId agreement, ActorId actor) {
    return kept.agreements[agreement.value] && kept.actors[actor.value];
  };
  for (const Participation& p : whole.part.participations) {
    if (!stays(p.agreement, p.actor)) continue;
    const bool is_new = left.part.agreements.empty() || left.part.agreements.back() != p.agreement;
    if (is_new) left.part.agreements.push_back(p.agreement);
    left.part.participations.push_back(p);
  }
  for (const Founding& f : whole.part.foundings) {
    const bool is_left = std::binary_search(left.part.agreements.begin(), left.part.agreements.end(), f.agreement);
    if (is_left && stays(f.agreement, f.actor)) left.part.foundings.push_back(f);
  }
  left.folding = kept_of(whole.folding, kept, units_follow);
  left.part.actors = all_actors(left.folding);
  return left;
}

// Where each folded unit is told of.
std::vector<ActorId> shown_instead_of(std::vector<ActorId> actors, const Folding& folding) {
  for (ActorId& actor : actors) {
    for (const Fold& fold : folding.folds) {
      const bool is_in = fold.host.is_set() && std::binary_search(fold.units.begin(), fold.units.end(), actor);
      if (is_in) actor = fold.host;
    }
  }
  return actors;
}

// What is not shown is no start: a focus on something filtered away would else show it alone.
Start shown_start(const Start& start, const Narrowed& whole) {
  Start shown;
  for (const ActorId actor : shown_instead_of(start.actors, whole.folding)) {
    const std::vector<ActorId>& all = whole.folding.shown;
    if (std::binary_search(all.begin(), all.end(), actor)) shown.actors.push_back(actor);
  }
  for (const AgreementId agreement : start.agreements) {
    const std::vector<AgreementId>& all = whole.part.agreements;
    if (std::binary_search(all.begin(), all.end(), agreement)) shown.agreements.push_back(agreement);
  }
  return shown;
}

}  // namespace

Narrowed narrow(const Network& network, const SubNetwork& part, const Folding& folding, const Narrowing& narrowing,
                std::size_t crowd) {
  Narrowed left{part, folding, 0};
  if (!narrowing.hidden_actors.empty() || !narrowing.hidden_agreements.empty()) {
    left = kept_of(left, kept_without_hidden(network, narrowing), false);
  }
  if (!narrowing.has_focus()) return left;
  const Start start = shown_start(narrowing.focus, left);
  const Neighbourhood reached = neighbourhood(network, left.part, start, narrowing.steps, crowd);
  left = kept_of(left, kept_within(network, reached), true);
  left.crowded_agreements = reached.crowded_agreements;
  return left;
}

}  // namespace samverka
