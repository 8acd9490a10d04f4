#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/network.h"

namespace samverka {

// How many partners can be chosen, at most `enough`, with all their roots and all their agreements different: the
// largest matching between roots and agreements. Each list has the roots of the partners in one agreement. Augmenting
// paths (C. Berge, "Two theorems in graph theory", 1957): O(agreements · entries).
std::int64_t independent_partners(std::span<const std::vector<ActorId>> roots_by_agreement, std::int64_t enough);

}  // namespace samverka
