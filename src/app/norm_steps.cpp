#include "app/norm_steps.h"

#include <algorithm>
#include <tuple>

#include "app/gap_words.h"

namespace samverka {
namespace {

struct Found {
  GapRow row;
  AgreementId lead;
};

int order_of(RuleClass rule_class) {
  constexpr RuleClass in_order[] = {RuleClass::law, RuleClass::duty, RuleClass::local};
  return static_cast<int>(std::find(std::begin(in_order), std::end(in_order), rule_class) - std::begin(in_order));
}

// What is known to be missing is acted on, what soon ends is renewed; then what only has to be read.
int order_of(Outcome outcome) {
  if (outcome == Outcome::gap) return 0;
  return outcome == Outcome::met_expiring ? 1 : 2;
}

const SubjectFinding& finding_of(const GapAnalysis& analysis, const GapRow& row) {
  const auto of_rule = std::find_if(analysis.rules.begin(), analysis.rules.end(),
                                    [&](const RuleFindings& findings) { return findings.rule == row.rule; });
  return of_rule->subjects[row.subject];
}

}  // namespace

std::vector<NormStep> norm_steps(const Network& network, const RuleSet& rules, const GapAnalysis& analysis,
                                 std::string_view own_place, const std::vector<AcceptedFinding>& accepted,
                                 std::size_t most) {
  std::vector<Found> found;
  const auto add = [&](const GapRow& row) {
    const Rule& rule = rules.rules[row.rule];
    if (!row.is_own || rule.is_counts_only || row.outcome == Outcome::pending) return;
    const AgreementId lead = lead_of(finding_of(analysis, row));
    if (row.outcome == Outcome::unknown && !lead.is_set()) return;
    const std::string key = finding_key(network, rule, row.actor);
    const auto is_it = [&](const AcceptedFinding& one) { return one.finding == key; };
    if (std::none_of(accepted.begin(), accepted.end(), is_it)) found.push_back({row, lead});
  };
  for (const GapRow& row : what_to_act_on(network, rules, analysis, own_place)) add(row);
  for (const GapRow& row : what_to_find_out(network, rules, analysis, own_place)) add(row);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    const auto key = [](const GapRow& row) {
      return std::tuple(order_of(row.rule_class), order_of(row.outcome), !row.has_near);
    };
    return key(a.row) < key(b.row);
  });
  std::vector<NormStep> steps;
  for (const Found& one : found) {
    const auto told =
        std::find_if(steps.begin(), steps.end(), [&](const NormStep& s) { return s.rule == one.row.rule; });
    if (told == steps.end() && steps.size() < most) {
      steps.push_back({one.row.rule, one.row.rule_class, one.row.outcome, {one.row.actor}, one.lead});
    } else if (told != steps.end() && told->outcome == one.row.outcome && told->lead == one.lead) {
      told->subjects.push_back(one.row.actor);
    }
  }
  return steps;
}

}  // namespace samverka
