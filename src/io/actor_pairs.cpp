#include "io/actor_pairs.h"

#include <algorithm>

namespace samverka {
namespace {

// Each tied actor once, ascending.
std::vector<ActorId> tied_actors(const Agreement& agreement, Date day, std::size_t& left_out) {
  std::vector<ActorId> actors;
  for (const Party& party : agreement.parties) {
    if (party.actor.id.is_set() && is_tie(agreement, party, day)) {
      actors.push_back(party.actor.id);
    } else {
      ++left_out;
    }
  }
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  return actors;
}

// What two share is one edge.
void add_up(std::vector<ActorPair>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const ActorPair& x, const ActorPair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  std::size_t kept = 0;
  for (ActorPair& pair : pairs) {
    if (kept > 0 && pairs[kept - 1].a == pair.a && pairs[kept - 1].b == pair.b) {
      pairs[kept - 1].weight += pair.weight;
      pairs[kept - 1].agreements.push_back(pair.agreements.front());
    } else if (&pairs[kept++] != &pair) {
      pairs[kept - 1] = std::move(pair);
    }
  }
  pairs.resize(kept);
}

}  // namespace

ActorPairs actor_pairs(const Network& network, Date day, std::size_t most) {
  ActorPairs out;
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    std::vector<ActorId> actors = tied_actors(network.agreements[i], day, out.parties_left_out);
    if (actors.size() < 2) continue;
    const double weight = 1.0 / static_cast<double>(actors.size() - 1);
    if (actors.size() > most) {
      out.hubs.push_back({AgreementId(i), weight, std::move(actors)});
      continue;
    }
    for (std::size_t a = 0; a < actors.size(); ++a) {
      for (std::size_t b = a + 1; b < actors.size(); ++b) {
        out.pairs.push_back({actors[a], actors[b], weight, {AgreementId(i)}});
      }
    }
  }
  add_up(out.pairs);
  return out;
}

}  // namespace samverka
