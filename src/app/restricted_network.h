#pragma once
#include "model/filter.h"
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// The rows of a network that the filter lets through, in the file's order, as a network of its own for counting. No day
// decides: ended agreements and withdrawn parties stay unless the filter speaks of them. An agreement of which no party
// is left goes, and with a filter that speaks of agreements so does an actor of none of them. References to rows that
// went are unresolved. Linear.
Network restricted_network(const Network& network, const Taxonomy& taxonomy, const Filter& filter);

}  // namespace samverka
