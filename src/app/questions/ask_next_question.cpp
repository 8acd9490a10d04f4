// Question 8: whom to ask next. It starts from the worst norm that is open for one's own place and that somebody could
// help with; where no norm leads to anybody, from the first area where nothing is confirmed.
#include <algorithm>
#include <optional>
#include <set>

#include "analysis/county_ties.h"
#include "analysis/partner_candidates.h"
#include "analysis/situation.h"
#include "analysis/suggest.h"
#include "analysis/ties.h"
#include "app/gap_words.h"
#include "app/questions/open_norms.h"
#include "report/told.h"

namespace samverka {
namespace {

constexpr std::size_t told_needs = 3;
constexpr std::size_t most_suggestions = 5;
constexpr std::size_t most_norms = 4;
constexpr std::size_t many_suggestions = 50;  // to choose from: not everybody is who the norm means

// What to ask about, and whom.
struct Errand {
  std::optional<OpenNorm> norm;  // that it starts from
  AreaCode area;
  Advice advice;
  std::set<ActorId> only;  // whom the norm can mean alone: the region of the county
};

// ---- from a norm ----

// The norm's one possible partner, or that of each of its ways to be met.
std::set<ActorId> only_partners(const AnswerMaker& made, const RuleNeed& need) {
  std::set<ActorId> found;
  if (need.kind == RuleNeed::Kind::any) {
    for (const RuleNeed& part : need.parts) found.merge(only_partners(made, part));
    return found;
  }
  const ActorId only = PartnerCandidates(made.network, made.taxonomy, need).only_one(made.actor);
  if (only.is_set()) found.insert(only);
  return found;
}

Suggestion bare_suggestion(const AnswerMaker& made, ActorId candidate) {
  Suggestion suggestion;
  suggestion.candidate = candidate;
  suggestion.kind = partner_kind(made.network.actor(candidate), made.taxonomy);
  suggestion.is_same_county = county_of(made.network, candidate) == county_of(made.network, made.actor);
  return suggestion;
}

// Those the norm can mean, whom it can mean alone first.
Errand errand_of(AnswerMaker& made, const Ties& ties, const OpenNorm& norm) {
  Errand errand{norm, norm.need().agreement.area, {}, only_partners(made, norm.rule->need)};
  const PartnerCandidates candidates(made.network, made.taxonomy, norm.need());
  errand.advice =
      advise(made.network, made.index, made.taxonomy, made.part(), ties, {made.actor, errand.area, many_suggestions});
  std::vector<Suggestion>& found = errand.advice.suggestions;
  std::erase_if(found, [&](const Suggestion& suggestion) {
    return !errand.only.contains(suggestion.candidate) && !candidates.may_be(suggestion.candidate, made.actor);
  });
  for (const ActorId only : errand.only) {
    const auto is_there = [&](const Suggestion& suggestion) { return suggestion.candidate == only; };
    if (std::none_of(found.begin(), found.end(), is_there)) found.push_back(bare_suggestion(made, only));
  }
  std::stable_partition(found.begin(), found.end(),
                        [&](const Suggestion& suggestion) { return errand.only.contains(suggestion.candidate); });
  if (found.size() > most_suggestions) found.erase(found.begin() + most_suggestions, found.end());
  return errand;
}

// The worst norm first, and those after it until there are enough to ask.
std::vector<Errand> errands_of_norms(AnswerMaker& made, const Ties& ties) {
  std::vector<Errand> errands;
  std::set<ActorId> whom;
  for (const OpenNorm& norm : open_norms(made)) {
    if (errands.size() == most_norms || whom.size() >= most_suggestions) break;
    const AreaCode& area = norm.need().agreement.area;
    const bool is_asked = made.ask.area.empty() || made.taxonomy.area_matches(made.ask.area, area);
    if (area.empty() || !is_asked) continue;
    Errand errand = errand_of(made, ties, norm);
    if (errand.advice.suggestions.empty()) continue;
    for (const Suggestion& suggestion : errand.advice.suggestions) whom.insert(suggestion.candidate);
    errands.push_back(std::move(errand));
  }
  return errands;
}

// ---- from an area ----

// Advice about the area asked for; else about the first of those in which nothing is confirmed here and somebody can be
// asked.
std::pair<AreaCode, Advice> advice_of(AnswerMaker& made, const Ties& ties) {
  const auto about = [&](const AreaCode& area) {
    return advise(made.network, made.index, made.taxonomy, made.part(), ties, {made.actor, area, most_suggestions});
  };
  if (!made.ask.area.empty()) return {made.ask.area, about(made.ask.area)};
  const Situation situation = situation_of(made.network, made.index, made.taxonomy, made.place, made.day);
  std::pair<AreaCode, Advice> first;
  for (const AreaSituation& area : situation.areas) {
    if (area.of(Standing::confirmed) > 0) continue;
    std::pair<AreaCode, Advice> found{area.area, about(area.area)};
    if (!found.second.suggestions.empty()) return found;
    if (first.first.empty()) first = std::move(found);
  }
  return first.first.empty() ? std::pair{situation.areas.front().area, about(situation.areas.front().area)} : first;
}

std::vector<Errand> errands_of(AnswerMaker& made) {
  const Ties ties = ties_of(made.network, made.taxonomy, made.part());
  std::vector<Errand> errands = errands_of_norms(made, ties);
  if (!errands.empty()) return errands;
  auto [area, advice] = advice_of(made, ties);
  errands.push_back({std::nullopt, area, std::move(advice), {}});
  return errands;
}

// ---- words ----

void say_norm(AnswerMaker& made, const OpenNorm& norm) {
  made.say(norm.is_gap() ? "question.8.from_gap" : "question.8.from_unknown",
           {{"name", made.name(made.actor)},
            {"norm", norm.rule->title.in(made.texts.language())},
            {"class", made.tr(text_key(norm.rule->rule_class))},
            {"why", reason_in_words(made.network, made.texts, *norm.rule, norm.finding)}});
  made.say("question.8.says_norms", {{"name", made.name(made.actor)}});
}

void say_area(AnswerMaker& made, const Errand& errand) {
  const TextArgs args = {{"name", made.name(made.actor)}, {"area", made.area_words(errand.area)}};
  made.say(errand.advice.suggestions.empty() ? "question.8.nobody" : "question.8.says", args);
  for (std::size_t i = 0; i < std::min(told_needs, errand.advice.needs.size()); ++i) {
    const NeededKind& need = errand.advice.needs[i];
    made.say(need.own == NeededKind::Own::none ? "question.8.need" : "question.8.need_more",
             {{"kind", told_kind(made.taxonomy, need.kind, made.texts.language())},
              {"n", made.number(need.others)},
              {"all", made.number(errand.advice.same_type)}});
  }
}

// Agreements about the area that are noted for the actor and not confirmed: perhaps it has partners already.
std::size_t unconfirmed_in(AnswerMaker& made, const AreaCode& area) {
  const std::vector<OwnAgreement> own = made.own_agreements();
  return static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](const OwnAgreement& row) {
    return !row.is_confirmed && is_about(made.network.agreement(row.id), made.taxonomy, area);
  }));
}

std::string reasons(const AnswerMaker& made, const Suggestion& suggestion, bool is_only) {
  std::string words;
  const auto add = [&](const std::string& reason) { words += (words.empty() ? "" : "; ") + reason; };
  if (is_only) add(made.tr("question.8.only"));
  if (!suggestion.known.empty()) add(made.plural("question.8.known", suggestion.known.size()));
  if (!suggestion.common.empty()) {
    std::vector<ActorId> common;
    for (const CommonPartner& partner : suggestion.common) common.push_back(partner.actor);
    add(made.tr("question.8.common", {{"names", made.names(common, 2)}}));
  }
  if (!suggestion.experience.empty()) add(made.plural("question.8.experience", suggestion.experience.size()));
  if (!suggestion.peers_with_it.empty()) add(made.plural("question.8.peers", suggestion.peers_with_it.size()));
  if (suggestion.is_same_municipality) {
    add(made.tr("question.8.same_municipality"));
  } else if (suggestion.is_same_county) {
    add(made.tr("question.8.same_county"));
  }
  return words;
}

std::string about_words(const AnswerMaker& made, const Errand& errand) {
  return errand.norm ? errand.norm->rule->title.in(made.texts.language()) : made.area_words(errand.area);
}

// Each once, with all that it can be asked about.
void list_suggestions(AnswerMaker& made, const std::vector<Errand>& errands) {
  QuestionTable& table = made.table("question.8.table", {"question.column.whom", "question.column.kind",
                                                         "question.column.about", "question.column.reasons"});
  for (const Errand& errand : errands) {
    for (const Suggestion& suggestion : errand.advice.suggestions) {
      const Key& key = made.network.actor(suggestion.candidate).key;
      const auto told =
          std::find_if(table.rows.begin(), table.rows.end(), [&](const QuestionRow& row) { return row.shows == key; });
      if (told != table.rows.end()) {
        told->cells[2] += "; " + about_words(made, errand);
        continue;
      }
      if (table.rows.size() == most_suggestions) continue;
      std::vector<AgreementId> on = suggestion.known;
      on.insert(on.end(), suggestion.experience.begin(), suggestion.experience.end());
      table.rows.push_back(
          made.row(suggestion.candidate,
                   {made.name(suggestion.candidate), told_kind(made.taxonomy, suggestion.kind, made.texts.language()),
                    about_words(made, errand), reasons(made, suggestion, errand.only.contains(suggestion.candidate))},
                   on));
      made.answer.show.select.push_back(key);
    }
  }
}

}  // namespace

void answer_whom_to_ask(AnswerMaker& made) {
  const std::vector<Errand> errands = errands_of(made);
  const Errand& first = errands.front();
  first.norm ? say_norm(made, *first.norm) : say_area(made, first);
  list_suggestions(made, errands);
  made.count_answers(first.area);
  made.count_unknown(unconfirmed_in(made, first.area), "question.unit.agreement_unconfirmed");
  made.answer.filter = made.answer.show.filter = made.ask.filter;
  made.answer.filter.clauses.push_back({"area", {first.area}, false});
  made.answer.show.tab = Tab::map;
  if (first.norm) made.tell_norms();
  made.note("question.8.note");
}

}  // namespace samverka
