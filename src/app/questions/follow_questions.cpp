// Questions of following up: 7 (what has changed) and 24 (how sure the information is).
#include <algorithm>

#include "analysis/changes.h"
#include "analysis/completeness.h"
#include "app/questions/answer_maker.h"
#include "app/record_words.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr int fresh_months = 24;

// ---- 7 ----

Date since(const AnswerMaker& made) { return made.ask.since > Date{} ? made.ask.since : add_months(made.day, -12); }

// Of the place, whether they hold on the day or not.
std::vector<AgreementId> agreements_ever(const AnswerMaker& made) {
  std::vector<AgreementId> found;
  for (std::size_t i = 0; i < made.network.agreements.size(); ++i) {
    const Agreement& agreement = made.network.agreements[i];
    const bool is_here = std::any_of(agreement.parties.begin(), agreement.parties.end(), [&](const Party& party) {
      return party.actor.id.is_set() && made.is_of_place(party.actor.id);
    });
    if (is_here && made.ask.filter.accepts(agreement, made.taxonomy, &made.network)) found.emplace_back(i);
  }
  return found;
}

std::size_t in_area(const AnswerMaker& made, const std::vector<AgreementId>& agreements, const AreaCode& area) {
  return static_cast<std::size_t>(std::count_if(agreements.begin(), agreements.end(), [&](AgreementId id) {
    const auto& areas = made.network.agreement(id).areas;
    return std::any_of(areas.begin(), areas.end(),
                       [&](const AreaCode& a) { return made.taxonomy.area_matches(area, a); });
  }));
}

std::vector<AgreementId> with_new_parties(const Changes& changes) {
  std::vector<AgreementId> found;
  for (const Changes::PartyChange& change : changes.parties) {
    if (found.empty() || found.back() != change.agreement) found.push_back(change.agreement);
  }
  return found;
}

void list_by_area(AnswerMaker& made, const Changes& changes) {
  QuestionTable& table =
      made.table("question.7.areas", {"question.column.area", "question.7.begun", "question.7.renewed",
                                      "question.7.ended", "question.7.parties", "question.7.noted"});
  for (const Area& area : made.taxonomy.areas.rows()) {
    if (!area.parent.empty() || area.is_outside) continue;
    table.rows.push_back(
        {{made.area_words(area.code), made.number(in_area(made, changes.begun, area.code)),
          made.number(in_area(made, changes.renewed, area.code)), made.number(in_area(made, changes.ended, area.code)),
          made.number(in_area(made, with_new_parties(changes), area.code)),
          made.number(in_area(made, changes.newly_noted, area.code))},
         {},
         {}});
  }
}

void list_agreements(AnswerMaker& made, QuestionTable& table, const std::vector<AgreementId>& agreements,
                     std::string_view what) {
  for (const AgreementId id : agreements) {
    const Agreement& agreement = made.network.agreement(id);
    const Validity valid = agreement.valid.value_or(Validity{});
    table.rows.push_back(made.row(
        id, {made.tr(what), made.title(id), made.areas_of(agreement), made.date(valid.from), made.until(agreement)}));
  }
}

// ---- 24 ----

std::string survey_name(const Survey& survey) {
  return survey.title.empty() ? displayable(survey.key) : displayable(survey.title);
}

std::vector<std::string> counties(const AnswerMaker& made) {
  std::vector<std::string> codes;
  for (const ActorId m : made.municipalities()) codes.push_back(made.network.actor(m).county);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

std::vector<ActorId> municipalities_in(const AnswerMaker& made, const std::string& county) {
  std::vector<ActorId> found;
  for (const ActorId m : made.municipalities()) {
    if (made.network.actor(m).county == county) found.push_back(m);
  }
  return found;
}

std::vector<AgreementId> agreements_in(AnswerMaker& made, const std::string& county) {
  std::vector<AgreementId> found;
  for (const Participation& p : made.part().participations) {
    const bool is_new = found.empty() || found.back() != p.agreement;
    if (is_new && made.network.actor(p.actor).county == county) found.push_back(p.agreement);
  }
  return found;
}

void card_row(const AnswerMaker& made, QuestionTable& table, std::string_view what, std::size_t some, std::size_t all) {
  table.rows.push_back({{made.tr(what), all == 0 ? "–" : made.share(some, all)}, {}, {}});
}

std::string method_words(const AnswerMaker& made, const Completeness& card) {
  std::string words;
  for (const auto& [method, n] : card.methods) {
    const std::string name =
        method.empty() ? made.tr("question.not_noted") : made.taxonomy.methods.label(method, made.texts.language());
    words += (words.empty() ? "" : ", ") + name + " " + made.number(n);
  }
  return words.empty() ? "–" : words;
}

void list_surveys(AnswerMaker& made, const Completeness& card) {
  QuestionTable& table = made.table("question.24.surveys", {"question.column.survey", "question.column.day",
                                                            "question.column.asked", "question.column.answered"});
  for (const Completeness::AskedIn& row : card.surveys) {
    const Survey& survey = made.network.coverage->surveys[row.survey];
    table.rows.push_back({{survey_name(survey), made.date(survey.date), made.share(row.asked, card.municipalities),
                           made.share(row.answered, row.asked)},
                          {},
                          {}});
  }
}

void list_card(AnswerMaker& made, const Completeness& card) {
  QuestionTable& table = made.table("question.24.card", {"question.column.what", "question.column.noted_for"});
  card_row(made, table, "question.24.source", card.with_source, card.agreements);
  card_row(made, table, "question.24.begin", card.with_begin, card.agreements);
  card_row(made, table, "question.24.end", card.with_end, card.agreements);
  card_row(made, table, "question.24.perspectives", card.with_perspectives, card.agreements);
  card_row(made, table, "question.24.status", card.confirmed_status, card.agreements);
  card_row(made, table, "question.24.record", card.with_record, card.agreements);
  card_row(made, table, "question.24.fresh", card.fresh, card.agreements);
  table.rows.push_back({{made.tr("question.24.oldest"), made.date(card.oldest)}, {}, {}});
  table.rows.push_back({{made.tr("question.24.newest"), made.date(card.newest)}, {}, {}});
  table.rows.push_back({{made.tr("question.24.methods"), method_words(made, card)}, {}, {}});
}

void list_counties(AnswerMaker& made) {
  QuestionTable& table =
      made.table("question.24.counties",
                 {"question.column.county", "question.column.asked", "question.column.answered",
                  "question.column.agreements", "question.24.source", "question.24.status", "question.24.fresh"});
  for (const std::string& county : counties(made)) {
    const std::vector<ActorId> municipalities = municipalities_in(made, county);
    const std::vector<AgreementId> agreements = agreements_in(made, county);
    const Completeness card = completeness_of(made.network, municipalities, agreements, made.day, fresh_months);
    const auto of = [&](std::size_t n) { return card.agreements == 0 ? "–" : made.share(n, card.agreements); };
    table.rows.push_back(
        {{county_name(made.assets, made.network, made.index, made.texts, county),
          made.share(card.asked, card.municipalities), made.share(card.answered, card.asked),
          made.number(card.agreements), of(card.with_source), of(card.confirmed_status), of(card.fresh)},
         {},
         {}});
  }
}

}  // namespace

void answer_changes(AnswerMaker& made) {
  const Date from = since(made);
  const Changes changes = changes_between(made.network, agreements_ever(made), from, made.day);
  made.say("question.7.says", {{"from", to_string(from)},
                               {"to", to_string(made.day)},
                               {"begun", made.number(changes.begun.size())},
                               {"renewed", made.number(changes.renewed.size())},
                               {"ended", made.number(changes.ended.size())}});
  made.say("question.7.other", {{"parties", made.number(with_new_parties(changes).size())},
                                {"noted", made.number(changes.newly_noted.size())}});
  list_by_area(made, changes);
  QuestionTable& table =
      made.table("question.7.each", {"question.column.what", "question.column.agreement", "question.column.areas",
                                     "question.column.from", "question.column.until"});
  list_agreements(made, table, changes.begun, "question.7.is_begun");
  list_agreements(made, table, changes.renewed, "question.7.is_renewed");
  list_agreements(made, table, changes.ended, "question.7.is_ended");
  list_agreements(made, table, with_new_parties(changes), "question.7.is_other");
  list_agreements(made, table, changes.newly_noted, "question.7.is_noted");
  for (const AgreementId id : changes.begun) made.answer.show.select.push_back(made.network.agreement(id).key);
  for (const AgreementId id : changes.renewed) made.answer.show.select.push_back(made.network.agreement(id).key);
  made.count_answers({});
  made.count_unknown(changes.not_dated.size(), "question.unit.undated");
  made.note("question.7.note");
}

void answer_completeness(AnswerMaker& made) {
  const Completeness card =
      completeness_of(made.network, made.municipalities(), made.agreements_of_place(), made.day, fresh_months);
  made.say("question.24.says", {{"answered", made.share(card.answered, card.municipalities)},
                                {"agreements", made.number(card.agreements)}});
  const auto of = [&](std::size_t n) {
    return card.agreements == 0 ? std::string("–") : made.share(n, card.agreements);
  };
  made.say("question.24.firm",
           {{"source", of(card.with_source)}, {"status", of(card.confirmed_status)}, {"fresh", of(card.fresh)}});
  list_card(made, card);
  list_surveys(made, card);
  if (made.place.empty()) list_counties(made);
  made.answer.counts.all = card.municipalities;
  made.answer.counts.asked = card.asked;
  made.answer.counts.answered = card.answered;
  made.count_unknown(card.agreements - card.confirmed_status, "question.unit.standing_unknown");
  made.answer.show.tab = Tab::table;
  made.note("question.24.note");
}

}  // namespace samverka
