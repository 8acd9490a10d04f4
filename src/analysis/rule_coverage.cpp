#include "analysis/rule_coverage.h"

namespace samverka {

RuleCoverage coverage_of(const Network& network, RuleWeight weight, std::span<const SubjectFinding> findings) {
  RuleCoverage coverage;
  for (const SubjectFinding& finding : findings) {
    if (finding.outcome == Outcome::exempt) continue;
    std::int64_t own = 1;
    if (weight == RuleWeight::population) {
      const auto& population = network.actor(finding.subject).population;
      if (!population) ++coverage.without_population;
      own = population.value_or(0);
    }
    coverage.weighed += own;
    if (finding.outcome == Outcome::met || finding.outcome == Outcome::met_expiring) coverage.met += own;
    if (finding.outcome == Outcome::unknown) coverage.unknown += own;
  }
  if (coverage.weighed == 0) return coverage;
  const auto share = [&](std::int64_t part) {
    return static_cast<double>(part) / static_cast<double>(coverage.weighed);
  };
  coverage.low = share(coverage.met);
  coverage.high = share(coverage.met + coverage.unknown);
  return coverage;
}

}  // namespace samverka
