#pragma once
#include "model/network.h"
#include "model/taxonomy.h"

namespace samverka {

// Whether a survey or register with those areas speaks of an area: of everything where none are named, else of an area,
// its parent, or each of its clauses. Of no area in particular (empty) only where none are named.
bool is_about(const std::optional<std::vector<AreaCode>>& areas, const Taxonomy& taxonomy, const AreaCode& area);

// Whether silence about the actor in this area is an answer (FORMAT section 5): a survey about the area that the actor
// has answered, or a register of it, declared complete, that holds the actor's county. Only then is "no agreement" a
// finding; else it is not known. With `on`, what was asked or declared after that day is no answer about it. Linear in
// surveys and their answers.
bool is_observed(const Network& network, const Taxonomy& taxonomy, ActorId actor, const AreaCode& area,
                 std::optional<Date> on = std::nullopt);

}  // namespace samverka
