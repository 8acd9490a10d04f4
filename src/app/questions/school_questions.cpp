// Questions about schools: 14 (who reaches care within two steps) and 15 (independent schools beside municipal ones).
// Both are told of school units, never of their providers too: a school counts where it is party itself or where its
// provider's agreement covers its units. The norms' own search (analysis/rule_reach) walks the ways.
#include <algorithm>
#include <array>

#include "app/gap_words.h"
#include "app/questions/answer_maker.h"
#include "base/collate.h"

namespace samverka {
namespace {

constexpr std::int64_t steps_to_care = 2;
constexpr std::array<Outcome, 5> neediest_first = {Outcome::gap, Outcome::unknown, Outcome::pending,
                                                   Outcome::met_expiring, Outcome::met};

RuleNeed within_steps(RulePartner partner, const AreaCode& area) {
  RuleNeed need;
  need.kind = RuleNeed::Kind::steps;
  need.steps = steps_to_care;
  need.partner = std::move(partner);
  need.partner.same = SamePlace::county;
  need.agreement.area = area;
  return need;
}

// Care is a unit or provider of it, or the region, which is responsible for it.
RuleSet reach_of_care(const AreaCode& area) {
  RulePartner care, region;
  care.group = "health";
  region.type = "region";
  Rule rule;
  rule.for_each.type = "school";
  rule.need.kind = RuleNeed::Kind::any;
  rule.need.parts = {within_steps(care, area), within_steps(region, area)};
  RuleSet rules;
  rules.rules.push_back(std::move(rule));
  return rules;
}

RuleSet some_partner(const AreaCode& area) {
  Rule rule;
  rule.for_each.type = "school";
  rule.need.agreement.area = area;
  RuleSet rules;
  rules.rules.push_back(std::move(rule));
  return rules;
}

bool is_independent(const Actor& school) { return school.ownership == "private" || school.ownership == "civil"; }

std::string owner(const AnswerMaker& made, const Actor& school) {
  return school.parent.id.is_set() ? made.name(school.parent.id) : made.tr("question.not_noted");
}

std::string municipality_of(const AnswerMaker& made, const Actor& school) {
  const ActorId found = made.index.municipality(school.municipality);
  return found.is_set() ? made.name(found) : school.municipality;
}

std::size_t met(const RuleFindings& findings) {
  return findings.count(Outcome::met) + findings.count(Outcome::met_expiring);
}

// Those that `keeps` wants and that are not met, in the order of what must be done.
template <class Keeps>
void list_schools(AnswerMaker& made, std::string_view title, const RuleSet& rules, const RuleFindings& findings,
                  Keeps keeps) {
  QuestionTable& table =
      made.table(title, {"question.column.school", "question.column.provider", "question.column.municipality",
                         "question.column.outcome", "question.column.why"});
  std::vector<SubjectFinding> subjects = findings.subjects;
  std::stable_sort(subjects.begin(), subjects.end(), [&](const SubjectFinding& a, const SubjectFinding& b) {
    return swedish_less(made.network.actor(a.subject).shown_name(), made.network.actor(b.subject).shown_name());
  });
  for (const Outcome outcome : neediest_first) {
    if (outcome == Outcome::met || outcome == Outcome::met_expiring) continue;
    for (const SubjectFinding& finding : subjects) {
      const Actor& school = made.network.actor(finding.subject);
      if (finding.outcome != outcome || !keeps(school)) continue;
      table.rows.push_back(made.row(
          finding.subject,
          {made.name(finding.subject), owner(made, school), municipality_of(made, school), made.tr(text_key(outcome)),
           reason_in_words(made.network, made.texts, rules.rules.front(), finding)}));
    }
  }
}

void say_area(AnswerMaker& made, const AreaCode& area) {
  made.answer.filter.clauses.push_back({"area", {area}, false});
  made.answer.show.filter = made.answer.filter;
  made.answer.show.tab = Tab::map;
}

struct OwnerCount {
  std::string_view key;
  std::array<std::size_t, outcome_count> outcomes{};
  std::size_t all = 0;

  void add(Outcome outcome) {
    ++all;
    ++outcomes[static_cast<std::size_t>(outcome)];
  }
  std::size_t of(Outcome outcome) const { return outcomes[static_cast<std::size_t>(outcome)]; }
  std::string covered(const AnswerMaker& made) const {
    return made.share(of(Outcome::met) + of(Outcome::met_expiring), all, of(Outcome::unknown));
  }
};

std::array<OwnerCount, 3> by_owner(const AnswerMaker& made, const RuleFindings& findings) {
  std::array<OwnerCount, 3> counts = {OwnerCount{"question.15.municipal"}, OwnerCount{"question.15.independent"},
                                      OwnerCount{"question.15.other"}};
  for (const SubjectFinding& finding : findings.subjects) {
    const Actor& school = made.network.actor(finding.subject);
    const std::size_t which = school.ownership == "municipal" ? 0 : is_independent(school) ? 1 : 2;
    counts[which].add(finding.outcome);
  }
  return counts;
}

}  // namespace

void answer_schools_reach(AnswerMaker& made) {
  const AreaCode area = made.ask.area.empty() ? "A4" : made.ask.area;
  const RuleSet rules = reach_of_care(area);
  const GapAnalysis analysis = made.judged(rules);
  const RuleFindings& findings = analysis.rules.front();
  made.say("question.14.says",
           {{"share", made.share(met(findings), findings.subjects.size(), findings.count(Outcome::unknown))},
            {"area", made.area_words(area)}});
  made.say("question.14.rest", {{"gap", made.number(findings.count(Outcome::gap))},
                                {"pending", made.number(findings.count(Outcome::pending))},
                                {"unknown", made.number(findings.count(Outcome::unknown))}});
  list_schools(made, "question.14.table", rules, findings, [](const Actor&) { return true; });
  made.count_answers(area);
  made.count_unknown(findings.count(Outcome::unknown), "question.unit.school");
  say_area(made, area);
  made.note("question.14.note");
}

void answer_schools_covered(AnswerMaker& made) {
  const AreaCode area = made.ask.area.empty() ? "A4.1" : made.ask.area;
  const RuleSet rules = some_partner(area);
  const GapAnalysis analysis = made.judged(rules);
  const RuleFindings& findings = analysis.rules.front();
  const auto counts = by_owner(made, findings);
  made.say("question.15.says", {{"independent", counts[1].covered(made)},
                                {"municipal", counts[0].covered(made)},
                                {"area", made.area_words(area)}});
  QuestionTable& table = made.table(
      "question.15.table", {"question.column.schools", "question.column.number", "question.column.covered_schools",
                            "question.column.pending", "question.column.gap", "question.column.unknown"});
  for (const OwnerCount& count : counts) {
    if (count.all == 0) continue;
    table.rows.push_back(
        {{made.tr(count.key), made.number(count.all), count.covered(made), made.number(count.of(Outcome::pending)),
          made.number(count.of(Outcome::gap)), made.number(count.of(Outcome::unknown))},
         {},
         {}});
  }
  list_schools(made, "question.15.each", rules, findings, is_independent);
  made.count_answers(area);
  made.count_unknown(findings.count(Outcome::unknown), "question.unit.school");
  say_area(made, area);
  made.note("question.15.note");
}

}  // namespace samverka
