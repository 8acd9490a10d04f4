#pragma once
// What a scenario changes: the same figures, norms and only links of the facts and of the network as it would be, side
// by side, with everybody for whom something is different. Rows of both have the same ids (model/scenario.h); ids of
// agreements that the scenario adds are only in the second.
#include <vector>

#include "analysis/cut_off.h"
#include "analysis/gaps.h"
#include "model/filter.h"
#include "model/scenario.h"

namespace samverka {

// An area against the municipalities that exist on the day.
struct AreaReach {
  AreaCode area;                 // a top area
  std::size_t agreements = 0;    // with a confirmed tie
  std::vector<ActorId> reached;  // municipalities with a confirmed tie there; ascending
  bool operator==(const AreaReach&) const = default;
};

struct WhatIfFigures {
  std::size_t tied_actors = 0, agreements = 0, ties = 0;  // confirmed, on the day
  // Without umbrellas, as in `weak`: groups of two or more that hang together, and the only links of them.
  std::size_t groups = 0, only_links = 0;
  std::vector<AreaReach> areas;  // by the taxonomy's order, the outside left out
  GapAnalysis norms;             // without subjects that the scenario closes
};

struct OutcomeChange {
  std::size_t rule = 0;  // in the rule set
  ActorId subject;
  Outcome before = Outcome::unknown, after = Outcome::unknown;
  bool operator==(const OutcomeChange&) const = default;
};

// Municipalities that have a confirmed tie in an area in one of the two only.
struct AreaChange {
  AreaCode area;
  std::vector<ActorId> lost, gained;  // ascending; who is closed has not lost anything
};

struct WhatIf {
  WhatIfFigures before, after;
  std::vector<OutcomeChange> changed;  // by rule, then the subject's key
  std::vector<AreaChange> areas;       // only those where somebody has lost or gained
  std::vector<ActorId> left_alone;     // had a confirmed tie and has none, though still there; ascending
  std::vector<ActorId> joined;         // the other way round
  std::vector<CutOff> new_links;       // only links that were none before; the heaviest first
};

struct WhatIfQuestion {
  Filter filter;  // of the figures; norms are asked of everything (a filter would make gaps of what it hides)
  Date day;
};

// `before` is what the scenario was applied to. About twice find_gaps and only_links.
WhatIf what_if(const Network& before, const AppliedScenario& after, const Taxonomy& taxonomy, const RuleSet& rules,
               const WhatIfQuestion& question);

}  // namespace samverka
