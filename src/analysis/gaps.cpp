#include "analysis/gaps.h"

#include <algorithm>
#include <iterator>

#include "analysis/rule_coverage.h"
#include "analysis/rule_outcome.h"
#include "analysis/rule_scope.h"
#include "graph/standing.h"

namespace samverka {
namespace {

// Who is no more on the day, or not yet, is nobody's gap.
std::vector<ActorId> subjects_of(const RuleGround& ground, const RuleSubjects& who) {
  std::vector<ActorId> subjects;
  for (std::size_t i = 0; i < ground.network.actors.size(); ++i) {
    const Actor& actor = ground.network.actors[i];
    if (exists_on(actor, ground.day) && is_subject(who, actor)) subjects.emplace_back(i);
  }
  std::sort(subjects.begin(), subjects.end(), [&](ActorId a, ActorId b) { return ground.comes_first(a, b); });
  return subjects;
}

void sum_up(RuleFindings& findings, const Network& network, const Rule& rule) {
  for (const SubjectFinding& finding : findings.subjects) {
    ++findings.counts[static_cast<std::size_t>(finding.outcome)];
    findings.asked += finding.is_asked ? 1 : 0;
    findings.answered += finding.has_answered ? 1 : 0;
  }
  findings.coverage = coverage_of(network, rule.weight, findings.subjects);
}

RuleFindings findings_of(const RuleGround& ground, const Rule& rule, std::size_t place) {
  RuleFindings findings;
  findings.rule = place;
  const std::vector<ActorId> subjects = subjects_of(ground, rule.for_each);
  NeedJudge judge(ground, rule.need, add_months(ground.day, rule.horizon_months), subjects);
  for (const ActorId subject : subjects) {
    SubjectFinding finding{subject, Outcome::exempt, {}};
    if (!is_exempt(rule.for_each, ground.network.actor(subject))) {
      finding.need = judge.judge(subject);
      finding.outcome = finding.need.outcome;
      finding.has_answered = judge.has_answered(subject);
      finding.is_asked = finding.has_answered || judge.is_asked(subject);
    }
    findings.subjects.push_back(std::move(finding));
  }
  sum_up(findings, ground.network, rule);
  return findings;
}

// Of `any`, what does not decide is no ground for the answer.
void collect_grounds(const NeedFinding& finding, std::vector<AgreementPartners>& grounds) {
  grounds.insert(grounds.end(), finding.held.begin(), finding.held.end());
  grounds.insert(grounds.end(), finding.leads.begin(), finding.leads.end());
  for (const NeedFinding& part : finding.parts) {
    if (finding.kind == RuleNeed::Kind::any && part.outcome != finding.outcome) continue;
    collect_grounds(part, grounds);
  }
}

void collect_past(const NeedFinding& finding, std::vector<AgreementId>& past) {
  past.insert(past.end(), finding.past.begin(), finding.past.end());
  for (const NeedFinding& part : finding.parts) collect_past(part, past);
}

// What would be enough to break a `not` is nothing to ask about.
void collect_near(const NeedFinding& finding, std::vector<NearAgreement>& near) {
  for (const NearAgreement& row : finding.near) {
    const auto is_it = [&](const NearAgreement& other) { return other.agreement == row.agreement; };
    if (std::none_of(near.begin(), near.end(), is_it)) near.push_back(row);
  }
  if (finding.kind == RuleNeed::Kind::negation) return;
  for (const NeedFinding& part : finding.parts) {
    if (part.outcome == finding.outcome) collect_near(part, near);
  }
}

std::vector<AgreementPartners> grounds_of(const SubjectFinding& finding) {
  std::vector<AgreementPartners> grounds;
  collect_grounds(finding.need, grounds);
  return grounds;
}

// By key, each once. Keys may be alike in a file with errors, so the rows themselves decide what is the same.
template <class IdType, class Rows>
void sort_by_key(std::vector<IdType>& ids, const Rows& rows) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::stable_sort(ids.begin(), ids.end(), [&](IdType a, IdType b) { return rows[a.value].key < rows[b.value].key; });
}

}  // namespace

const char* word(Outcome outcome) {
  constexpr const char* words[] = {"met", "met_expiring", "pending", "gap", "unknown", "exempt"};
  return words[static_cast<std::size_t>(outcome)];
}

const char* word(WhyUnknown why) {
  constexpr const char* words[] = {"older", "unconfirmed", "no_answer", "no_record"};
  return words[static_cast<std::size_t>(why)];
}

GapAnalysis find_gaps(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy, const RuleSet& rules,
                      Date day) {
  const RuleGround ground(network, index, taxonomy, day);
  GapAnalysis analysis;
  analysis.as_of = day;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    analysis.rules.push_back(findings_of(ground, rules.rules[i], i));
  }
  return analysis;
}

GapAnalysis only_subjects(const GapAnalysis& analysis, const Network& network, const RuleSet& rules,
                          const std::function<bool(const Actor&)>& keeps) {
  GapAnalysis kept;
  kept.as_of = analysis.as_of;
  for (const RuleFindings& all : analysis.rules) {
    RuleFindings& some = kept.rules.emplace_back();
    some.rule = all.rule;
    std::copy_if(all.subjects.begin(), all.subjects.end(), std::back_inserter(some.subjects),
                 [&](const SubjectFinding& finding) { return keeps(network.actor(finding.subject)); });
    sum_up(some, network, rules.rules.at(all.rule));
  }
  return kept;
}

std::vector<ActorId> partners_of(const Network& network, const SubjectFinding& finding) {
  std::vector<ActorId> partners;
  for (const AgreementPartners& row : grounds_of(finding)) {
    if (row.actors) partners.insert(partners.end(), row.actors->begin(), row.actors->end());
  }
  std::erase(partners, finding.subject);
  sort_by_key(partners, network.actors);
  return partners;
}

std::vector<AgreementId> agreements_of(const Network& network, const SubjectFinding& finding) {
  std::vector<AgreementId> agreements;
  for (const AgreementPartners& row : grounds_of(finding)) agreements.push_back(row.agreement);
  sort_by_key(agreements, network.agreements);
  return agreements;
}

std::vector<AgreementId> past_agreements_of(const Network& network, const SubjectFinding& finding) {
  std::vector<AgreementId> past;
  collect_past(finding.need, past);
  sort_by_key(past, network.agreements);
  return past;
}

std::vector<NearAgreement> near_agreements_of(const SubjectFinding& finding) {
  std::vector<NearAgreement> near;
  collect_near(finding.need, near);
  return near;
}

}  // namespace samverka
