#include "app/questions/open_norms.h"

#include <algorithm>
#include <tuple>

#include "analysis/answer_agreement.h"
#include "app/questions/class_counts.h"

namespace samverka {
namespace {

std::ptrdiff_t class_order(RuleClass rule_class) {
  return std::find(classes_by_weight.begin(), classes_by_weight.end(), rule_class) - classes_by_weight.begin();
}

}  // namespace

const RuleNeed& OpenNorm::need() const {
  const RuleNeed* need = &rule->need;
  const NeedFinding* found = &finding.need;
  while (!need->parts.empty() && need->parts.size() == found->parts.size()) {
    const auto open = std::find_if(found->parts.begin(), found->parts.end(),
                                   [&](const NeedFinding& part) { return part.outcome == finding.outcome; });
    const auto at = static_cast<std::size_t>(open == found->parts.end() ? 0 : open - found->parts.begin());
    need = &need->parts[at];
    found = &found->parts[at];
  }
  return *need;
}

std::vector<OpenNorm> open_norms(AnswerMaker& made) {
  std::vector<OpenNorm> open;
  for (const RuleFindings& findings : made.judged(made.rules).rules) {
    const Rule& rule = made.rules.rules[findings.rule];
    if (rule.is_counts_only || has_negation(rule.need)) continue;
    for (const SubjectFinding& finding : findings.subjects) {
      const bool is_open = finding.outcome == Outcome::gap || finding.outcome == Outcome::unknown;
      if (is_open && finding.subject == made.actor) open.push_back({&rule, finding});
    }
  }
  const auto order = [](const OpenNorm& norm) {
    return std::tuple(!norm.is_gap(), class_order(norm.rule->rule_class), -norm.rule->severity);
  };
  std::stable_sort(open.begin(), open.end(), [&](const OpenNorm& a, const OpenNorm& b) { return order(a) < order(b); });
  return open;
}

}  // namespace samverka
