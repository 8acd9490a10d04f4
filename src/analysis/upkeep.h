#pragma once
#include <span>
#include <vector>

#include "analysis/deadlines.h"
#include "model/network.h"

namespace samverka {

// What of the records, and of the agreements themselves, somebody must see to.
struct Upkeep {
  std::size_t active = 0;            // agreements in force on the day; all below but `expired` are of them
  std::size_t with_end = 0;          // that tell when they end: of the others no deadline can be known
  std::vector<Deadline> deadlines;   // soonest first
  std::vector<AgreementId> expired;  // recorded as in force, though their end has passed and nothing follows them
  // No end on record, but the title names a last year (titled_end_of), which ends within the months or has passed: the
  // soonest first. Whether they end is not known.
  std::vector<AgreementId> titled_ends;
  std::vector<AgreementId> stale;  // learned of before the day by more than so many months; the oldest first
  std::size_t not_dated = 0;       // nobody has noted when they were learned of: neither stale nor fresh
  std::vector<AgreementId> perspectives_not_recorded;  // nobody has noted whether there are any
  std::vector<AgreementId> perspectives_none;          // it is noted that there are none, which is something else
};

// Of the given agreements, ascending. `months` ahead for deadlines (the last day of notice counts), `stale_months` back
// for the age of what is known. Linear, but for the sorting.
Upkeep upkeep_of(const Network& network, std::span<const AgreementId> agreements, Date day, int months,
                 int stale_months);

}  // namespace samverka
