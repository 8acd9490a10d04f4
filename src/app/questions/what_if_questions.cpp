// Questions that think something through: 3 (what falls if a support structure ends) and 25 (what an agreement would
// add). The scenario is made for the answer and thrown away: nothing of it is kept, or shown as a fact.
#include <algorithm>
#include <array>

#include "analysis/answer_agreement.h"
#include "analysis/partner_candidates.h"
#include "analysis/suggest.h"
#include "analysis/support.h"
#include "analysis/ties.h"
#include "analysis/what_if.h"
#include "app/gap_words.h"
#include "app/questions/answer_maker.h"
#include "app/questions/class_counts.h"
#include "app/questions/open_norms.h"
#include "app/what_if_words.h"
#include "report/told.h"

namespace samverka {
namespace {

void list_rows(QuestionTable& table, const std::vector<WhatIfRow>& rows) {
  for (const WhatIfRow& row : rows) table.rows.push_back({{row.what, row.before, row.after}, {}, {}});
}

void list_before_and_after(AnswerMaker& made, const WhatIf& found) {
  list_rows(made.table("question.what_if.figures",
                       {"question.column.what", "question.column.before", "question.column.after"}),
            figure_rows(found, made.texts));
  list_rows(made.table("whatif.areas", {"question.column.area", "question.column.before", "question.column.after"}),
            area_rows(found, made.taxonomy, made.texts));
}

void list_outcomes(AnswerMaker& made, const WhatIf& found) {
  QuestionTable& table =
      made.table("question.what_if.norms", {"question.column.actor", "question.column.norm", "question.column.class",
                                            "question.column.before", "question.column.after"});
  for (const OutcomeChange& change : told_changes(made.network, found)) {
    const Rule& rule = made.rules.rules[change.rule];
    if (rule.is_counts_only) continue;  // told as numbers, and never by name
    table.rows.push_back(made.row(change.subject, {made.name(change.subject), rule.title.in(made.texts.language()),
                                                   made.tr(text_key(rule.rule_class)), made.tr(text_key(change.before)),
                                                   made.tr(text_key(change.after))}));
  }
}

void list_areas(AnswerMaker& made, const WhatIf& found, std::string_view title, std::vector<ActorId> AreaChange::*who) {
  QuestionTable& table = made.table(title, {"question.column.area", "question.column.municipality"});
  for (const AreaChange& area : found.areas) {
    for (const ActorId municipality : municipalities_first(made.network, area.*who)) {
      table.rows.push_back(made.row(municipality, {made.area_words(area.area), made.name(municipality)}));
    }
  }
}

// Of the place.
UnknownByClass unknown_after(const AnswerMaker& made, const WhatIf& found) {
  UnknownByClass unknown;
  for (const RuleFindings& findings : found.after.norms.rules) {
    std::vector<SubjectFinding> here = findings.subjects;
    std::erase_if(here, [&](const SubjectFinding& finding) { return !made.is_of_place(finding.subject); });
    unknown.take(made.rules.rules[findings.rule], here);
  }
  return unknown;
}

void end_with(AnswerMaker& made, const WhatIf& found) {
  made.count_answers({});
  unknown_after(made, found).tell(made, "question.unit.actor");
  made.answer.filter = made.answer.show.filter = made.ask.filter;
  made.tell_norms();
  made.note("whatif.not_facts");
}

// ---- 3 ----

bool is_structure(const AnswerMaker& made, ActorId actor) {
  const std::string& group = made.taxonomy.group_of(made.network.actor(actor).type).code;
  return group == "rss" || group == "support";
}

std::size_t fewer(const WhatIf& found, std::size_t WhatIfFigures::*which) {
  return found.before.*which - std::min(found.before.*which, found.after.*which);
}

// The one asked about, else the county's own.
ActorId structure_of(const AnswerMaker& made) {
  if (made.ask.actor.is_set() && is_structure(made, made.ask.actor)) return made.ask.actor;
  for (const CountySupport& county : support_by_county(made.network, made.index, made.taxonomy, made.day)) {
    if (county.county == made.place && !county.structures.empty()) return county.structures.front().actor;
  }
  return {};
}

void say_lost_areas(AnswerMaker& made, const WhatIf& found) {
  std::string areas;
  for (const AreaChange& change : found.areas) {
    if (change.lost.empty()) continue;
    areas += (areas.empty() ? "" : ", ") + made.tr("question.3.area", {{"n", made.number(change.lost.size())},
                                                                       {"area", made.area_words(change.area)}});
  }
  made.say(areas.empty() ? "question.3.no_area" : "question.3.areas", {{"areas", areas}});
}

// The answer is of one; who did not say which is told of the county's others.
void say_other_structures(AnswerMaker& made, ActorId chosen) {
  if (made.ask.actor == chosen) return;
  std::vector<ActorId> others;
  for (const CountySupport& county : support_by_county(made.network, made.index, made.taxonomy, made.day)) {
    if (county.county != made.place) continue;
    for (const auto& structure : county.structures) {
      if (structure.actor != chosen) others.push_back(structure.actor);
    }
  }
  if (!others.empty()) made.say("question.3.others", {{"names", made.names(others, others.size())}});
}

// ---- 25 ----

Agreement proposed_between(const AnswerMaker& made, ActorId partner, const AgreementTerms& terms) {
  Agreement proposed;
  proposed.key = "fraga-25";
  while (made.index.actor(proposed.key).is_set() || made.index.agreement(proposed.key).is_set()) proposed.key += "-x";
  proposed.title = made.tr("question.25.title", {{"name", made.name(partner)}});
  proposed.form = terms.form.empty() ? "other" : terms.form;
  proposed.areas = terms.areas;
  proposed.target_groups = terms.target_groups;
  proposed.service_areas = terms.service_areas;
  proposed.status = AgreementStatus::active;
  for (const ActorId actor : {made.actor, partner}) {
    Party party;
    party.actor.unresolved = made.network.actor(actor).key;
    party.role = "participant";
    party.state = PartyState::adopted;
    proposed.parties.push_back(std::move(party));
  }
  return proposed;
}

std::vector<ScenarioStep> proposed_with(AnswerMaker& made, ActorId partner, const AgreementTerms& terms) {
  ScenarioStep step;
  step.kind = word(StepKind::add);
  step.proposed = proposed_between(made, partner, terms);
  made.say("question.25.proposal", {{"name", made.name(made.actor)},
                                    {"partner", made.name(partner)},
                                    {"area", made.area_words(terms.areas.front())}});
  made.answer.show.select = {made.network.actor(made.actor).key, made.network.actor(partner).key};
  return {step};
}

// The only one that the norm can mean, else the first of those to ask in the area whom it can mean.
ActorId partner_for(AnswerMaker& made, const Ties& ties, const Rule& rule, const AreaCode& area) {
  const PartnerCandidates candidates(made.network, made.taxonomy, rule.need);
  const ActorId only = candidates.only_one(made.actor);
  if (only.is_set() || area.empty()) return only;
  for (const RuleNeed& part : rule.need.parts) {  // a part that names a type says best who is meant
    if (rule.need.kind != RuleNeed::Kind::any || part.partner.type.empty()) continue;
    const ActorId named = PartnerCandidates(made.network, made.taxonomy, part).only_one(made.actor);
    if (named.is_set()) return named;
  }
  const Advice advice = advise(made.network, made.index, made.taxonomy, made.part(), ties, {made.actor, area, 50});
  for (const Suggestion& suggestion : advice.suggestions) {
    if (candidates.may_be(suggestion.candidate, made.actor)) return suggestion.candidate;
  }
  return {};
}

// What the worst gap that somebody is known for asks for; nothing where there is none in the area asked about.
std::vector<ScenarioStep> proposal_for_gap(AnswerMaker& made, const Ties& ties) {
  for (const OpenNorm& norm : open_norms(made)) {
    if (!norm.is_gap()) break;
    const Rule* rule = norm.rule;
    const ActorId partner = partner_for(made, ties, *rule, norm.need().agreement.area);
    if (!partner.is_set()) continue;
    const auto terms = terms_of(rule->need, made.network, made.taxonomy, std::array{partner});
    if (!terms || terms->areas.empty()) continue;
    const bool is_asked =
        made.ask.area.empty() || std::any_of(terms->areas.begin(), terms->areas.end(), [&](const AreaCode& area) {
          return made.taxonomy.area_matches(made.ask.area, area);
        });
    if (!is_asked) continue;
    std::vector<ScenarioStep> steps = proposed_with(made, partner, *terms);
    made.say("question.25.gap", {{"name", made.name(made.actor)},
                                 {"norm", rule->title.in(made.texts.language())},
                                 {"class", made.tr(text_key(rule->rule_class))}});
    return steps;
  }
  return {};
}

// From a known gap; else with the one who could be asked first, in the area asked for or the first that gives anybody.
std::vector<ScenarioStep> proposal_of(AnswerMaker& made) {
  const Ties ties = ties_of(made.network, made.taxonomy, made.part());
  if (auto steps = proposal_for_gap(made, ties); !steps.empty()) return steps;
  for (const Area& area : made.taxonomy.areas.rows()) {
    const bool is_asked = made.ask.area.empty() ? area.parent.empty() && !area.is_outside : area.code == made.ask.area;
    if (!is_asked) continue;
    const Advice advice =
        advise(made.network, made.index, made.taxonomy, made.part(), ties, {made.actor, area.code, 1});
    if (advice.suggestions.empty()) continue;
    AgreementTerms terms;
    terms.areas = {area.code};
    return proposed_with(made, advice.suggestions.front().candidate, terms);
  }
  return {};
}

// An agreement of the file that does not hold yet, with all who have not turned it down as its parties. None where it
// holds.
std::vector<ScenarioStep> started(AnswerMaker& made) {
  const Agreement& agreement = made.network.agreement(made.ask.agreement);
  made.answer.place = made.title(made.ask.agreement);
  made.answer.show.select = {agreement.key};
  const TextArgs args = {{"title", made.title(made.ask.agreement)}};
  if (agreement.is_active_on(made.day)) {
    made.say("question.25.holds", args);
    return {};
  }
  made.say("question.25.starts", args);
  ScenarioStep start;
  start.kind = word(StepKind::start);
  start.agreement = agreement.key;
  std::vector<ScenarioStep> steps = {start};
  for (const Party& party : agreement.parties) {
    const PartyState state = party.state_or_unknown();
    const bool is_out = state == PartyState::withdrawn || state == PartyState::declined;
    if (is_out || state == PartyState::adopted || !party.actor.id.is_set()) continue;
    ScenarioStep adopt = start;
    adopt.kind = word(StepKind::adopt);
    adopt.actor = made.network.actor(party.actor.id).key;
    steps.push_back(std::move(adopt));
  }
  return steps;
}

void say_changed_norms(AnswerMaker& made, const WhatIf& found) {
  ClassCounts changed, met;
  for (const OutcomeChange& change : found.changed) {
    const RuleClass rule_class = made.rules.rules[change.rule].rule_class;
    changed.add(rule_class);
    const auto is_met = [](Outcome o) { return o == Outcome::met || o == Outcome::met_expiring; };
    if (is_met(change.after) && !is_met(change.before)) met.add(rule_class);
  }
  for (const RuleClass rule_class : classes_by_weight) {
    if (changed.of(rule_class) == 0) continue;
    made.answer.sentences.push_back(
        made.plural("question.25.class", changed.of(rule_class),
                    {{"class", made.tr(text_key(rule_class))}, {"met", made.number(met.of(rule_class))}}));
  }
  if (found.changed.empty()) made.say("question.25.no_norm");
}

WhatIf thought(const AnswerMaker& made, std::vector<ScenarioStep> steps) {
  Scenario scenario;
  scenario.steps = std::move(steps);
  const AppliedScenario applied = apply(made.network, made.index, scenario, made.day);
  return what_if(made.network, applied, made.taxonomy, made.rules, {made.ask.filter, made.day});
}

}  // namespace

void answer_structure_ends(AnswerMaker& made) {
  const ActorId structure = structure_of(made);
  if (!structure.is_set()) {
    made.say(made.place.empty() ? "question.needs.known_county" : "question.3.nobody");
    made.count_answers({});
    made.count_unknown(made.municipalities().size(), "question.unit.municipality");
    return;
  }
  ScenarioStep step;
  step.kind = word(StepKind::close);
  step.actor = made.network.actor(structure).key;
  const WhatIf found = thought(made, {step});
  made.answer.place = made.name(structure);
  made.say("question.3.says",
           {{"name", made.name(structure)},
            {"agreements", made.plural("question.unit.agreement", fewer(found, &WhatIfFigures::agreements))},
            {"ties", made.plural("question.unit.participation", fewer(found, &WhatIfFigures::ties))}});
  say_lost_areas(made, found);
  if (!found.left_alone.empty()) made.say("question.3.alone", {{"names", made.names(found.left_alone, 6)}});
  say_other_structures(made, structure);
  list_areas(made, found, "question.3.lost", &AreaChange::lost);
  list_outcomes(made, found);
  list_before_and_after(made, found);
  end_with(made, found);
  made.answer.show.select = {made.network.actor(structure).key};
  made.answer.show.focus_steps = 1;
}

void answer_added(AnswerMaker& made) {
  const std::vector<ScenarioStep> steps = made.ask.agreement.is_set() ? started(made) : proposal_of(made);
  if (steps.empty()) {
    if (made.answer.sentences.empty()) made.say("question.25.nobody");
    made.tell_norms();
    made.count_answers({});
    made.count_unknown(0, "question.unit.judgement");
    return;
  }
  const WhatIf found = thought(made, steps);
  say_changed_norms(made, found);
  made.say("question.25.links",
           {{"links", made.number(found.after.only_links)}, {"links_before", made.number(found.before.only_links)}});
  list_outcomes(made, found);
  list_areas(made, found, "question.25.gained", &AreaChange::gained);
  list_before_and_after(made, found);
  end_with(made, found);
}

}  // namespace samverka
