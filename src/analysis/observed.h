#pragma once
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// Whether silence about the actor in this area is an answer (FORMAT section 5): a survey about the area that the actor
// has answered, or a register of it, declared complete, that holds the actor's county. Only then is "no agreement" a
// finding; else it is not known. Linear in surveys and their answers.
bool is_observed(const Network& network, const Taxonomy& taxonomy, ActorId actor, const AreaCode& area);

}  // namespace samverka
