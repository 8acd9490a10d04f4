// Questions about what cooperation hangs on: 4 (what ends, and who loses a partner), 12 (only links), 13 (partners that
// do not hang on each other) and 22 (civil society with one agreement).
#include <algorithm>
#include <set>

#include "analysis/weak_points.h"
#include "app/questions/answer_maker.h"
#include "base/collate.h"
#include "model/titled_end.h"
#include "report/told.h"

namespace samverka {
namespace {

WeakPoints weak_points_of(const AnswerMaker& made) {
  WeakQuestion question;
  question.filter = made.ask.filter;
  question.day = made.day;
  question.area = made.ask.area;
  question.place = made.place;
  return weak_points(made.network, made.index, made.taxonomy, question);
}

// Those of the place who hang on an agreement for their only partner among schools, or of another kind.
std::vector<ActorId> losers(const AnswerMaker& made, const Expiring& expiring, bool is_of_school) {
  std::set<ActorId> found;
  for (const SolePartner& sole : expiring.leaves) {
    if ((sole.kind == "school") == is_of_school && made.is_of_place(sole.actor)) found.insert(sole.actor);
  }
  return municipalities_first(made.network, {found.begin(), found.end()});
}

// By the day; of one day in Swedish order of the agreements' titles.
void sort_expiring(const AnswerMaker& made, std::vector<Expiring>& expiring) {
  std::stable_sort(expiring.begin(), expiring.end(), [&](const Expiring& a, const Expiring& b) {
    if (a.deadline.on != b.deadline.on) return a.deadline.on < b.deadline.on;
    return swedish_less(made.title(a.deadline.agreement), made.title(b.deadline.agreement));
  });
}

std::string kind_of_day(const AnswerMaker& made, Deadline::Kind kind) {
  switch (kind) {
    case Deadline::Kind::notice:
      return made.tr("question.4.notice");
    case Deadline::Kind::end:
      return made.tr("question.4.end");
    case Deadline::Kind::review:
      break;
  }
  return made.tr("question.4.review");
}

void select_keys(AnswerMaker& made, const QuestionTable& table) {
  for (const QuestionRow& row : table.rows) made.answer.show.select.push_back(row.shows);
}

std::string cut_off_words(const AnswerMaker& made, const CutOff& point) {
  std::vector<ActorId> actors;
  for (const auto& part : point.parts) actors.insert(actors.end(), part.begin(), part.end());
  return made.names(municipalities_first(made.network, actors), 4);
}

// A municipality has no partners, one, or several; each of these is a number of the table.
std::string footing_words(const AnswerMaker& made, const Footholds& row) {
  if (row.independent > 0) return made.number(row.independent);
  if (row.has_umbrella) return made.tr("question.13.umbrella");
  return made.tr(row.silence == Footholds::Silence::observed_none ? "question.13.none" : "question.13.no_record");
}

void list_own_footholds(AnswerMaker& made, const WeakPoints& weak) {
  QuestionTable& table = made.table(
      "question.13.own", {"question.column.area", "question.column.independent", "question.column.partners"});
  for (const AreaFootholds& area : weak.footholds) {
    for (const Footholds& row : area.rows) {
      table.rows.push_back({{made.area_words(area.area), footing_words(made, row), made.number(row.partners)}, {}, {}});
    }
  }
}

void list_footholds(AnswerMaker& made, const WeakPoints& weak) {
  QuestionTable& table =
      made.table("question.13.table", {"question.column.area", "question.13.two", "question.13.one",
                                       "question.13.umbrella", "question.13.none", "question.13.no_record"});
  for (const AreaFootholds& area : weak.footholds) {
    const FootholdCount count = count_of(area);
    table.rows.push_back(
        {{made.area_words(area.area), made.number(count.two_or_more), made.number(count.one),
          made.number(count.umbrella_only), made.number(count.observed_none), made.number(count.no_record)},
         {},
         {}});
  }
}

// A title that names a last year is no known end: a table of its own, after what is known.
void list_titled_ends(AnswerMaker& made, const std::vector<AgreementId>& agreements) {
  if (agreements.empty()) return;
  QuestionTable& table = made.table("question.4.titled", {"question.column.title_says", "question.column.agreement"});
  for (const AgreementId id : agreements) {
    const Date end = *titled_end_of(made.network.agreement(id));
    table.rows.push_back(made.row(id, {std::to_string(end.year), made.title(id)}));
  }
  made.answer.sentences.push_back(made.plural("question.4.titled_end", agreements.size()));
}

}  // namespace

void answer_expiring(AnswerMaker& made) {
  WeakPoints weak = weak_points_of(made);
  sort_expiring(made, weak.expiring);
  QuestionTable& table =
      made.table("question.4.table", {"question.column.day", "question.column.what", "question.column.agreement",
                                      "question.column.lose_school", "question.column.lose_other"});
  std::size_t ending = 0, losing = 0;
  for (const Expiring& expiring : weak.expiring) {
    const Deadline& deadline = expiring.deadline;
    const std::vector<ActorId> school = losers(made, expiring, true);
    ending += deadline.kind == Deadline::Kind::review ? 0 : 1;
    losing += school.empty() ? 0 : 1;
    table.rows.push_back(
        made.row(deadline.agreement,
                 {to_string(deadline.on), kind_of_day(made, deadline.kind), made.title(deadline.agreement),
                  made.names(school), made.names(losers(made, expiring, false))},
                 school));
  }
  const std::size_t unknown = weak.upkeep.active - weak.upkeep.with_end;
  made.say("question.4.says",
           {{"n", made.plural("question.unit.agreement", ending)}, {"until", to_string(add_months(made.day, 12))}});
  made.answer.sentences.push_back(made.plural("question.4.losing", losing));
  select_keys(made, table);
  list_titled_ends(made, weak.upkeep.titled_ends);
  made.count_answers({});
  made.count_unknown(unknown, "question.unit.endless");
  made.note("question.4.note");
}

void answer_only_links(AnswerMaker& made) {
  const WeakPoints weak = weak_points_of(made);
  QuestionTable& table = made.table("question.12.table", {"question.column.link", "question.column.what",
                                                          "question.column.number", "question.column.cut_off"});
  for (const CutOff& point : weak.links.points) {
    std::vector<std::string> cells = {point.actor.is_set() ? made.name(point.actor) : made.title(point.agreement),
                                      made.tr(point.actor.is_set() ? "question.12.leaves" : "question.12.ends"),
                                      made.number(point.count()), cut_off_words(made, point)};
    table.rows.push_back(point.actor.is_set() ? made.row(point.actor, std::move(cells))
                                              : made.row(point.agreement, std::move(cells)));
  }
  const std::size_t links = table.rows.size();
  made.answer.sentences.push_back(made.plural("question.12.says", links));
  if (links > 0) {
    const CutOff& worst = weak.links.points.front();
    made.say(worst.actor.is_set() ? "question.12.worst_actor" : "question.12.worst_agreement",
             {{"name", table.rows.front().cells.front()}, {"n", made.plural("question.unit.actor", worst.count())}});
  }
  if (!weak.umbrellas.empty()) made.answer.notes.push_back(made.plural("question.12.umbrellas", weak.umbrellas.size()));
  for (std::size_t i = 0; i < std::min<std::size_t>(table.rows.size(), 10); ++i) {
    made.answer.show.select.push_back(table.rows[i].shows);
  }
  if (!made.ask.area.empty()) {
    made.answer.filter.clauses.push_back({"area", {made.ask.area}, false});
    made.answer.show.filter = made.answer.filter;
  }
  made.count_answers(made.ask.area);
  made.count_unknown(weak.loners.size(), "question.unit.loner");
  made.note("question.12.note");
}

void answer_independent(AnswerMaker& made) {
  const WeakPoints weak = weak_points_of(made);
  const bool is_one = made.place.size() == 4;
  std::size_t safe = 0, unknown = 0;
  for (const AreaFootholds& area : weak.footholds) {
    const FootholdCount count = count_of(area);
    unknown += count.no_record;
    const auto most = made.municipalities().size();
    safe += most > 0 && count.two_or_more == most ? 1 : 0;
  }
  made.say(is_one ? "question.13.says_own" : "question.13.says",
           {{"name", is_one && made.actor.is_set() ? made.name(made.actor) : std::string()},
            {"n", made.number(safe)},
            {"all", made.number(weak.footholds.size())}});
  is_one ? list_own_footholds(made, weak) : list_footholds(made, weak);
  made.count_answers({});
  made.count_unknown(unknown, "question.unit.judgement");
  made.answer.show.tab = Tab::matrix;
  made.note("question.13.note");
}

void answer_hanging_on_one(AnswerMaker& made) {
  const Ties ties = ties_of(made.network, made.taxonomy, made.part());
  QuestionTable& table = made.table("question.22.table", {"question.column.actor", "question.column.agreement",
                                                          "question.column.partners", "question.column.until"});
  std::size_t with_ties = 0, unconfirmed = 0;
  for (const ActorId who : made.part().actors) {
    const bool is_civil = made.taxonomy.group_of(made.network.actor(who).type).code == "civil";
    if (!is_civil || !made.is_of_place(who)) continue;
    std::vector<std::uint32_t> own;
    for (const std::uint32_t at : ties.of_actor[who.value]) {
      const TiedAgreement& tied = ties.agreements[at];
      if (!tied.is_umbrella && !tied.is_grant && tied.actors.size() > 1) own.push_back(at);
    }
    (own.empty() ? unconfirmed : with_ties) += 1;
    if (own.size() != 1) continue;
    const TiedAgreement& only = ties.agreements[own.front()];
    std::vector<ActorId> others = only.actors;
    std::erase(others, who);
    const std::vector<AgreementId> on = {only.id};
    table.rows.push_back(made.row(
        who, {made.name(who), made.title(only.id), made.names(others), made.until(made.network.agreement(only.id))},
        on));
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const QuestionRow& a, const QuestionRow& b) {
    return swedish_less(a.cells.front(), b.cells.front());
  });
  made.say("question.22.says", {{"share", made.share(table.rows.size(), with_ties)}});
  select_keys(made, table);
  made.count_answers("A9");
  made.count_unknown(unconfirmed, "question.unit.untied");
  made.note("question.22.note");
}

}  // namespace samverka
