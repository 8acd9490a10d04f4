#pragma once
// Every way between two actors, and not only a shortest one (reach.h): that there are three ways over different
// agreements is what makes a cooperation hold.
#include "base/progress.h"
#include "graph/reach.h"

namespace samverka {

struct RouteRequest {
  ActorId from, to;
  std::size_t steps = 3;               // at most so many agreements on the way
  std::size_t crowd = 0;               // agreements of more parties are met and not walked over
  std::size_t most = 1000;             // never more routes than these
  const Progress* progress = nullptr;  // given up when cancelled
};

struct Routes {
  std::vector<Route> routes;             // fewest steps first; of as many, fewest unconfirmed; then by ids
  std::vector<std::size_t> unconfirmed;  // of each route: how many places on it are without a confirmed tie
  // There may be more than these: more than were asked for, or the search was given up after `most_looks` parties.
  // Those given are of the fewest steps.
  bool is_cut = false;
  std::size_t crowded_agreements = 0;  // parties of which are within reach, and which are not walked over
};

// No actor and no agreement is on a way twice. None from an actor to itself. The number of ways, and of beginnings that
// lead nowhere, grows fast with the steps: no more than `most_looks` parties are looked at, some seconds' work.
inline constexpr std::size_t most_looks = 20'000'000;
Routes all_routes(const Network& network, const SubNetwork& part, const RouteRequest& request);

}  // namespace samverka
