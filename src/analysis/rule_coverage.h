#pragma once
#include <span>

#include "analysis/gaps.h"

namespace samverka {

// The interval of a rule from its findings (format, "Coverage").
RuleCoverage coverage_of(const Network& network, RuleWeight weight, std::span<const SubjectFinding> findings);

}  // namespace samverka
