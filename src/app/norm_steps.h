#pragma once
// The norms that a planner begins with in a place: what is missing or soon ends there, and what is unknown but has a
// document to begin at. In the order of the tab Luckor, law before duty before what is local or wished.
#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/gap_list.h"
#include "model/workspace.h"

namespace samverka {

struct NormStep {
  std::size_t rule = 0;  // in the rule set
  RuleClass rule_class = RuleClass::ambition;
  Outcome outcome = Outcome::unknown;  // gap, met_expiring or unknown; nothing on its way, which somebody sees to
  std::vector<ActorId> subjects;       // of the place, of whom the same is said
  AgreementId lead;                    // of an unknown one: the document to read first
};

// At most `most`, each of another norm. Nothing that is accepted, and no norm that is told as numbers only. Empty
// without a place. O(findings · log findings).
std::vector<NormStep> norm_steps(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                                 std::string_view own_place, const std::vector<AcceptedFinding>& accepted,
                                 std::size_t most);

}  // namespace samverka
