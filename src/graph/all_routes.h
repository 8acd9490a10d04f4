#pragma once
// Every way between two actors, and not only a shortest one (reach.h): that there are three ways over different
// agreements is what makes a cooperation hold.
#include "graph/reach.h"

namespace samverka {

struct RouteRequest {
  ActorId from, to;
  std::size_t steps = 3;    // at most so many agreements on the way
  std::size_t crowd = 0;    // agreements of more parties are met and not walked over
  std::size_t most = 1000;  // never more routes than these
};

struct Routes {
  std::vector<Route> routes;             // fewest steps first; of as many, fewest unconfirmed; then by ids
  std::vector<std::size_t> unconfirmed;  // of each route: how many places on it are without a confirmed tie
  bool is_cut = false;                   // there are more than were asked for; those given are of the fewest steps
  std::size_t crowded_agreements = 0;    // parties of which are within reach, and which are not walked over
};

// No actor and no agreement is on a way twice. None from an actor to itself. Costs what there is to find: grows with
// the number of ways, which grows fast with the steps.
Routes all_routes(const Network& network, const SubNetwork& part, const RouteRequest& request);

}  // namespace samverka
