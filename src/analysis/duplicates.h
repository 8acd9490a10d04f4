#pragma once
// Rows that may be one organisation, written down twice: two planners' lists put together, a name spelled with and
// without a comma. Only somebody who knows them can tell.
#include <vector>

#include "model/network.h"

namespace samverka {

struct PossibleDuplicate {
  enum class Why { same_id, same_name } why = Why::same_name;
  ActorId first, second;  // in the order of the rows
  bool operator==(const PossibleDuplicate&) const = default;
};

// Actors that share a municipality, county, school unit or HSA code or a Wikidata id with another of their type; or
// that have its name but for case, spaces and signs, and no other municipality or county. Of n that are alike, n - 1
// pairs: each with the next. Those by an id first, then in the order of the rows. O(n log n).
std::vector<PossibleDuplicate> possible_duplicates(const Network& network);

}  // namespace samverka
