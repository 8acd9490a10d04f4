// Questions that the norms answer: 1 (care for children's mental health), 10 (without cooperation in an area), 11 (how
// many people live where a norm is met) and 23 (what the law asks for).
#include <algorithm>
#include <array>

#include "analysis/gap_list.h"
#include "analysis/rule_coverage.h"
#include "app/gap_words.h"
#include "app/questions/answer_maker.h"
#include "app/questions/class_counts.h"
#include "i18n/percent.h"
#include "report/gaps_report.h"

namespace samverka {
namespace {

// What a planner must act on first.
constexpr std::array<Outcome, outcome_count> by_need = {Outcome::gap,          Outcome::unknown, Outcome::pending,
                                                        Outcome::met_expiring, Outcome::met,     Outcome::exempt};

RuleNeed need_of(RulePartner partner, RuleAgreement agreement) {
  RuleNeed need;
  need.partner = std::move(partner);
  need.agreement = std::move(agreement);
  return need;
}

// The region, or somebody who gives care; about children and about mental ill-health.
Rule child_health_norm() {
  Rule rule;
  rule.for_each.type = "municipality";
  RuleAgreement agreement;
  agreement.area = "A4.2";
  agreement.target_groups_all = {"T1", "T2"};
  RulePartner region, care;
  region.type = "region";
  care.group = "health";
  rule.need.kind = RuleNeed::Kind::any;
  rule.need.parts = {need_of(region, agreement), need_of(care, agreement)};
  return rule;
}

Rule anybody_in(const AreaCode& area) {
  Rule rule;
  rule.id = area;
  rule.for_each.type = "municipality";
  rule.need.agreement.area = area;
  return rule;
}

// Findings in the order of what must be done, and by Swedish order as the municipalities are.
std::vector<const SubjectFinding*> by_outcome(const AnswerMaker& made, const RuleFindings& findings) {
  std::vector<const SubjectFinding*> rows;
  for (const Outcome outcome : by_need) {
    for (const ActorId municipality : made.municipalities()) {
      for (const SubjectFinding& finding : findings.subjects) {
        if (finding.subject == municipality && finding.outcome == outcome) rows.push_back(&finding);
      }
    }
  }
  return rows;
}

std::string people(const AnswerMaker& made, ActorId municipality) {
  const auto& population = made.network.actor(municipality).population;
  return population ? made.texts.number(*population) : made.tr("question.not_noted");
}

void list_findings(AnswerMaker& made, const Rule& rule, const RuleFindings& findings, bool with_met) {
  QuestionTable& table = made.table(
      "question.municipalities",
      {"question.column.municipality", "question.column.people", "question.column.outcome", "question.column.why"});
  for (const SubjectFinding* finding : by_outcome(made, findings)) {
    if (!with_met && finding->outcome == Outcome::met) continue;
    const std::vector<AgreementId> on = agreements_of(made.network, *finding);
    table.rows.push_back(
        made.row(finding->subject,
                 {made.name(finding->subject), people(made, finding->subject), made.tr(text_key(finding->outcome)),
                  reason_in_words(made.network, made.texts, rule, *finding)},
                 on));
  }
}

void show_subjects(AnswerMaker& made, const RuleFindings& findings, Outcome outcome) {
  made.answer.show.tab = Tab::map;
  for (const SubjectFinding* finding : by_outcome(made, findings)) {
    if (finding->outcome == outcome) made.answer.show.select.push_back(made.network.actor(finding->subject).key);
  }
}

void take_counts(AnswerMaker& made, const RuleFindings& findings, const AreaCode& area) {
  made.answer.counts.all = findings.subjects.size() - findings.count(Outcome::exempt);
  made.answer.counts.asked = findings.asked;
  made.answer.counts.answered = findings.answered;
  made.count_partly_asked(area);
  made.count_unknown(findings.count(Outcome::unknown), "question.unit.municipality");
}

// "gap" and the rest of what is known not to be there now.
void say_outcomes(AnswerMaker& made, const RuleFindings& findings, std::string_view key) {
  const std::size_t met = findings.count(Outcome::met) + findings.count(Outcome::met_expiring);
  const std::size_t all = findings.subjects.size() - findings.count(Outcome::exempt);
  made.say(key, {{"met", made.share(met, all, findings.count(Outcome::unknown))},
                 {"gap", made.number(findings.count(Outcome::gap))},
                 {"pending", made.number(findings.count(Outcome::pending))},
                 {"unknown", made.number(findings.count(Outcome::unknown))}});
}

// The area that most are without; of as many the first that most are unknown in.
std::size_t neediest(const GapAnalysis& analysis) {
  std::size_t best = 0;
  const auto weight = [&](std::size_t i) {
    return std::pair{analysis.rules[i].count(Outcome::gap), analysis.rules[i].count(Outcome::unknown)};
  };
  for (std::size_t i = 1; i < analysis.rules.size(); ++i) {
    if (weight(best) < weight(i)) best = i;
  }
  return best;
}

// Names all areas that as many are without, or, where nobody is known to be, that as little is known of.
void say_neediest(AnswerMaker& made, const RuleSet& rules, const GapAnalysis& analysis, const RuleFindings& chosen) {
  const Outcome by = chosen.count(Outcome::gap) > 0 ? Outcome::gap : Outcome::unknown;
  if (chosen.count(by) == 0) return;
  std::string areas;
  for (const RuleFindings& findings : analysis.rules) {
    if (findings.count(by) != chosen.count(by)) continue;
    areas += (areas.empty() ? "" : ", ") + made.area_words(rules.rules[findings.rule].id);
  }
  made.say(by == Outcome::gap ? "question.10.most" : "question.10.least_known", {{"area", areas}});
}

void list_areas(AnswerMaker& made, const RuleSet& rules, const GapAnalysis& analysis) {
  QuestionTable& table =
      made.table("question.10.areas", {"question.column.area", "question.column.gap", "question.column.unknown",
                                       "question.column.pending", "question.column.together"});
  for (const RuleFindings& findings : analysis.rules) {
    const std::size_t met = findings.count(Outcome::met) + findings.count(Outcome::met_expiring);
    table.rows.push_back({{made.area_words(rules.rules[findings.rule].id), made.number(findings.count(Outcome::gap)),
                           made.number(findings.count(Outcome::unknown)), made.number(findings.count(Outcome::pending)),
                           made.number(met)},
                          {},
                          {}});
  }
}

// Of the people; norms that few are asked of, or that nobody knows the people of, have none.
std::string covered_words(const AnswerMaker& made, const RuleFindings& findings, const RuleCoverage& coverage) {
  if (!coverage.low || !coverage.high) return made.tr("norm.coverage.nothing");
  if (weighed_subjects(findings, coverage) < least_for_percent) return made.tr("question.too_few");
  return percent_words(made.texts, *coverage.low, *coverage.high);
}

// They weigh nothing in any share of the people.
std::size_t without_population(const AnswerMaker& made) {
  return static_cast<std::size_t>(
      std::count_if(made.municipalities().begin(), made.municipalities().end(),
                    [&](ActorId municipality) { return !made.network.actor(municipality).population; }));
}

}  // namespace

void answer_child_health(AnswerMaker& made) {
  RuleSet rules;
  rules.rules.push_back(child_health_norm());
  const GapAnalysis analysis = made.judged(rules);
  const RuleFindings& findings = analysis.rules.front();
  say_outcomes(made, findings, "question.1.outcomes");
  list_findings(made, rules.rules.front(), findings, true);
  take_counts(made, findings, "A4.2");
  show_subjects(made, findings, Outcome::gap);
  made.answer.show.filter.clauses.push_back({"area", {"A4.2"}, false});
  made.note("question.1.note");
  made.note("question.note.unknown");
}

void answer_without(AnswerMaker& made) {
  RuleSet rules;
  for (const Area& area : made.taxonomy.areas.rows()) {
    const bool is_asked = made.ask.area.empty() ? area.parent.empty() && !area.is_outside : area.code == made.ask.area;
    if (is_asked) rules.rules.push_back(anybody_in(area.code));
  }
  if (rules.rules.empty()) return;
  const GapAnalysis analysis = made.judged(rules);
  const std::size_t chosen = neediest(analysis);
  const RuleFindings& findings = analysis.rules[chosen];
  const AreaCode& area = rules.rules[chosen].id;
  if (made.ask.area.empty()) say_neediest(made, rules, analysis, findings);
  say_outcomes(made, findings, "question.10.outcomes");
  if (analysis.rules.size() > 1) list_areas(made, rules, analysis);
  list_findings(made, rules.rules[chosen], findings, false);
  take_counts(made, findings, area);
  show_subjects(made, findings, Outcome::gap);
  made.answer.show.filter.clauses.push_back({"area", {area}, false});
  made.note("question.note.unknown");
}

void answer_people_covered(AnswerMaker& made) {
  const GapAnalysis analysis = made.judged(made.rules);
  QuestionTable& table =
      made.table("question.11.table", {"question.column.norm", "question.column.class", "question.column.covered",
                                       "question.column.municipalities", "question.column.unknown"});
  ClassCounts norms;
  UnknownByClass unknown;
  for (const RuleFindings& findings : analysis.rules) {
    const Rule& rule = made.rules.rules[findings.rule];
    if (rule.for_each.type != "municipality" || findings.subjects.empty()) continue;
    const RuleCoverage coverage = coverage_of(made.network, RuleWeight::population, findings.subjects);
    const std::size_t met = findings.count(Outcome::met) + findings.count(Outcome::met_expiring);
    const std::size_t all = findings.subjects.size() - findings.count(Outcome::exempt);
    norms.add(rule.rule_class);
    unknown.take(rule, findings.subjects);
    table.rows.push_back(
        {{rule.title.in(made.texts.language()), made.tr(text_key(rule.rule_class)),
          covered_words(made, findings, coverage), made.share(met, all, findings.count(Outcome::unknown)),
          made.number(findings.count(Outcome::unknown))},
         {},
         {}});
  }
  made.say("question.11.says", {{"classes", norms.in_words(made.texts)}});
  made.say("question.11.interval");
  made.count_answers({});
  unknown.tell(made, "question.unit.municipality");
  made.answer.show.tab = Tab::gaps;
  made.tell_norms();
  if (const std::size_t n = without_population(made); n > 0) {
    made.answer.notes.push_back(made.plural("question.11.without", n));
  }
  made.note("question.11.note");
}

void answer_law(AnswerMaker& made) {
  RuleSet laws;
  for (const Rule& rule : made.rules.rules) {
    if (rule.rule_class == RuleClass::law) laws.rules.push_back(rule);
  }
  const GapAnalysis analysis = made.judged(laws);
  std::size_t gaps = 0, unknown = 0;
  for (const RuleFindings& findings : analysis.rules) {
    gaps += findings.count(Outcome::gap);
    unknown += findings.count(Outcome::unknown);
  }
  made.say("question.23.gaps", {{"n", made.number(gaps)}, {"norms", made.number(laws.rules.size())}});
  made.say("question.23.unknown", {{"n", made.number(unknown)}});
  QuestionTable& by_norm =
      made.table("question.23.norms", {"question.column.norm", "question.column.gap", "question.column.unknown",
                                       "question.column.pending", "question.column.met"});
  for (const RuleFindings& findings : analysis.rules) {
    const std::size_t met = findings.count(Outcome::met) + findings.count(Outcome::met_expiring);
    by_norm.rows.push_back({{laws.rules[findings.rule].title.in(made.texts.language()),
                             made.number(findings.count(Outcome::gap)), made.number(findings.count(Outcome::unknown)),
                             made.number(findings.count(Outcome::pending)), made.number(met)},
                            {},
                            {}});
  }
  QuestionTable& each = made.table("question.23.each", {"question.column.municipality", "question.column.norm",
                                                        "question.column.why", "question.column.basis"});
  for (const RuleFindings& findings : analysis.rules) {
    const Rule& rule = laws.rules[findings.rule];
    for (const SubjectFinding* finding : by_outcome(made, findings)) {
      if (finding->outcome != Outcome::gap) continue;
      each.rows.push_back(made.row(finding->subject, {made.name(finding->subject), rule.title.in(made.texts.language()),
                                                      reason_in_words(made.network, made.texts, rule, *finding),
                                                      rule.basis.empty() ? "" : rule.basis.front()}));
    }
  }
  made.count_answers({});
  made.count_unknown(unknown, "question.unit.judgement");
  made.answer.show.tab = Tab::gaps;
  made.tell_norms();
  made.note("question.23.note");
  made.note("question.note.unknown");
}

}  // namespace samverka
