#pragma once
// Agreements as edges straight between actors, for tools that have no edges of many ends.
#include <cstddef>
#include <vector>

#include "model/network.h"

namespace samverka {

// Two actors that are tied by the same agreements on a day (model/network.h, is_tie).
struct ActorPair {
  ActorId a, b;                         // a before b in the file
  double weight = 0;                    // 1 / (n - 1) for each agreement, n being the actors that it ties
  std::vector<AgreementId> agreements;  // ascending
};

// An agreement of too many to be pairs: 311 actors would be 48 205. It stays what it is, and is joined to each of its
// actors instead.
struct AgreementHub {
  AgreementId agreement;
  double weight = 0;            // of each edge: 1 / (n - 1)
  std::vector<ActorId> actors;  // ascending, each once
};

struct ActorPairs {
  std::vector<ActorPair> pairs;  // by a, then b
  std::vector<AgreementHub> hubs;
  std::size_t parties_left_out =
      0;  // rows that tie nobody on that day: recommended, withdrawn, ended, of state unknown
};

// Above this many tied actors an agreement is a hub: 40 actors are 780 pairs, and no agreement makes more.
constexpr std::size_t most_paired = 40;
ActorPairs actor_pairs(const Network& network, Date day, std::size_t most = most_paired);

}  // namespace samverka
