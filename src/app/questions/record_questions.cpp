// Questions that are lists from the records: 16 (perspectives), 17 (what the council is told), 18 (who has adopted), 20
// (who takes part in most).
#include <algorithm>
#include <array>
#include <map>

#include "analysis/adoption.h"
#include "analysis/matrix.h"
#include "app/matrix_maker.h"
#include "app/questions/answer_maker.h"
#include "base/collate.h"

namespace samverka {
namespace {

bool is_missing(const Agreement& agreement, const std::string& perspective) {
  return agreement.perspectives && std::find(agreement.perspectives->begin(), agreement.perspectives->end(),
                                             perspective) == agreement.perspectives->end();
}

// Those in force; an umbrella too, since what it says of perspectives is its own.
std::vector<AgreementId> in_force(AnswerMaker& made) {
  std::vector<AgreementId> found = made.agreements_of_place();
  std::erase_if(found, [&](AgreementId id) { return !made.network.agreement(id).is_active_on(made.day); });
  return found;
}

std::size_t without_note(const AnswerMaker& made, const std::vector<AgreementId>& agreements) {
  return static_cast<std::size_t>(std::count_if(agreements.begin(), agreements.end(), [&](AgreementId id) {
    return !made.network.agreement(id).perspectives.has_value();
  }));
}

void list_by_area(AnswerMaker& made, const std::vector<AgreementId>& agreements) {
  const auto& perspectives = made.taxonomy.perspectives.rows();
  QuestionTable& table = made.table("question.16.areas", {"question.column.area", "question.column.agreements"});
  for (const Term& perspective : perspectives) {
    table.columns.push_back(perspective.label.in(made.texts.language()));
  }
  table.columns.push_back(made.tr("question.not_noted"));
  for (const Area& area : made.taxonomy.areas.rows()) {
    if (!area.parent.empty() || area.is_outside) continue;
    std::vector<AgreementId> here;
    for (const AgreementId id : agreements) {
      const auto& areas = made.network.agreement(id).areas;
      const bool is_here = std::any_of(areas.begin(), areas.end(),
                                       [&](const AreaCode& a) { return made.taxonomy.area_matches(area.code, a); });
      if (is_here) here.push_back(id);
    }
    const std::size_t silent = without_note(made, here);
    QuestionRow row{{made.area_words(area.code), made.number(here.size())}, {}, {}};
    for (const Term& perspective : perspectives) {
      const auto missing = static_cast<std::size_t>(std::count_if(here.begin(), here.end(), [&](AgreementId id) {
        return is_missing(made.network.agreement(id), perspective.code);
      }));
      row.cells.push_back(here.size() == silent ? "–" : made.share(missing, here.size() - silent));
    }
    row.cells.push_back(made.number(silent));
    table.rows.push_back(std::move(row));
  }
}

std::string missing_words(const AnswerMaker& made, const Agreement& agreement) {
  if (!agreement.perspectives) return made.tr("question.16.not_noted");
  if (agreement.perspectives->empty()) return made.tr("question.16.none");
  std::string words;
  for (const Term& perspective : made.taxonomy.perspectives.rows()) {
    if (!is_missing(agreement, perspective.code)) continue;
    words += (words.empty() ? "" : ", ") + perspective.label.in(made.texts.language());
  }
  return words;
}

// ---- 17 ----

Date first_of(int year) { return {year, 1, 1}; }
Date last_of(int year) { return {year, 12, 31}; }

enum class InYear { no, yes, not_known };

InYear in_year(const Agreement& agreement, int year) {
  if (agreement.status == AgreementStatus::planned || agreement.status == AgreementStatus::decided) return InYear::no;
  const Validity valid = agreement.valid.value_or(Validity{});
  if (valid.from.is_set() && valid.from.earliest() > last_of(year)) return InYear::no;
  if (valid.ended_before(first_of(year))) return InYear::no;
  const bool ended_unknown = agreement.status == AgreementStatus::ended && valid.end != Validity::End::date;
  return agreement.status == AgreementStatus::unknown || ended_unknown ? InYear::not_known : InYear::yes;
}

const Party* own_party(const AnswerMaker& made, const Agreement& agreement) {
  for (const Party& party : agreement.parties) {
    const bool has_left = party.state == PartyState::withdrawn || party.state == PartyState::declined;
    if (party.actor.id == made.actor && !has_left) return &party;
  }
  return nullptr;
}

std::vector<ActorId> others_of(const AnswerMaker& made, const Agreement& agreement) {
  std::vector<ActorId> others;
  for (const Party& party : agreement.parties) {
    const bool has_left = party.state == PartyState::withdrawn || party.state == PartyState::declined;
    if (party.actor.id.is_set() && party.actor.id != made.actor && !has_left) others.push_back(party.actor.id);
  }
  return others;
}

// ---- 18 ----

std::string state_words(const AnswerMaker& made, AdoptionState state) {
  return made.tr(adoption_key(adoption_columns.at(static_cast<std::size_t>(state))));
}

std::string standing_words(const AnswerMaker& made, const Adoption& adoption) {
  const std::string state = state_words(made, adoption.state);
  if (!adoption.through.is_set()) return state;
  return made.tr("question.18.through", {{"state", state}, {"name", made.name(adoption.through)}});
}

struct Adopters {
  std::vector<Adoption> of;  // the municipalities of the place, in their order
  std::size_t count(AdoptionState state) const {
    return static_cast<std::size_t>(
        std::count_if(of.begin(), of.end(), [&](const Adoption& adoption) { return adoption.state == state; }));
  }
  std::size_t unknown() const { return count(AdoptionState::unknown) + count(AdoptionState::no_party); }
};

// As the adoption matrix has it, so that the two never disagree.
Adopters adopters_of(const AnswerMaker& made, AgreementId agreement) {
  const std::map<ActorId, Adoption> all = adoptions_of(made.network.agreement(agreement), made.day);
  Adopters adopters;
  for (const ActorId municipality : made.municipalities()) {
    const auto found = all.find(municipality);
    adopters.of.push_back(found == all.end() ? Adoption{} : found->second);
  }
  return adopters;
}

// County agreements of the place of which nobody has noted whether they are in force.
std::vector<AgreementId> unsure_of(AnswerMaker& made) {
  std::vector<AgreementId> found = made.agreements_of_place();
  std::erase_if(found, [&](AgreementId id) {
    const Agreement& agreement = made.network.agreement(id);
    return agreement.form != "county_agreement" || agreement.status != AgreementStatus::unknown;
  });
  return found;
}

void list_unsure(AnswerMaker& made, const std::vector<AgreementId>& unsure) {
  if (unsure.empty()) return;
  made.answer.sentences.push_back(made.plural("question.18.unsure", unsure.size()));
  QuestionTable& table = made.table("question.18.unsure.table",
                                    {"question.column.agreement", "question.column.areas", "question.column.until"});
  for (const AgreementId id : unsure) {
    const Agreement& agreement = made.network.agreement(id);
    table.rows.push_back(made.row(id, {made.title(id), made.areas_of(agreement), made.until(agreement)}));
    made.answer.show.select.push_back(agreement.key);
  }
}

// ---- 20 ----

constexpr std::array<std::string_view, 4> told_roles = {"host", "coordinator", "performer", "funder"};

struct Load {
  ActorId actor;
  std::vector<AgreementId> agreements;                 // with a tie
  std::array<std::size_t, told_roles.size()> roles{};  // of them, in each told role
};

std::vector<Load> loads_of(AnswerMaker& made) {
  std::map<ActorId, Load> loads;
  for (const Participation& p : made.part().participations) {
    if (!p.is_confirmed || !made.is_of_place(p.actor)) continue;
    const Agreement& agreement = made.network.agreement(p.agreement);
    const auto& areas = agreement.areas;
    const bool is_about = made.ask.area.empty() || std::any_of(areas.begin(), areas.end(), [&](const AreaCode& a) {
                            return made.taxonomy.area_matches(made.ask.area, a);
                          });
    if (!is_about) continue;
    Load& load = loads[p.actor];
    load.actor = p.actor;
    if (load.agreements.empty() || load.agreements.back() != p.agreement) load.agreements.push_back(p.agreement);
    const auto role = std::find(told_roles.begin(), told_roles.end(), agreement.parties[p.party].role);
    if (role != told_roles.end()) ++load.roles[static_cast<std::size_t>(role - told_roles.begin())];
  }
  std::vector<Load> rows;
  for (auto& [id, load] : loads) rows.push_back(std::move(load));
  std::stable_sort(rows.begin(), rows.end(), [&](const Load& a, const Load& b) {
    if (a.agreements.size() != b.agreements.size()) return a.agreements.size() > b.agreements.size();
    return swedish_less(made.network.actor(a.actor).shown_name(), made.network.actor(b.actor).shown_name());
  });
  return rows;
}

// Agreements with a tie in the role of host, and those of them that a municipality hosts.
std::pair<std::size_t, std::size_t> hosted(const AnswerMaker& made, const std::vector<Load>& loads) {
  std::map<AgreementId, bool> by_municipality;
  for (const Load& load : loads) {
    for (const AgreementId id : load.agreements) {
      for (const Party& party : made.network.agreement(id).parties) {
        if (party.role != "host" || party.actor.id != load.actor) continue;
        by_municipality[id] |= made.network.actor(load.actor).type == "municipality";
      }
    }
  }
  const auto of_municipality =
      std::count_if(by_municipality.begin(), by_municipality.end(), [](const auto& entry) { return entry.second; });
  return {by_municipality.size(), static_cast<std::size_t>(of_municipality)};
}

}  // namespace

void answer_perspectives(AnswerMaker& made) {
  const std::vector<AgreementId> agreements = in_force(made);
  const std::size_t silent = without_note(made, agreements);
  const std::size_t noted = agreements.size() - silent;
  made.say("question.16.says",
           {{"n", made.plural("question.unit.agreement", agreements.size())}, {"noted", made.number(noted)}});
  for (const Term& perspective : made.taxonomy.perspectives.rows()) {
    if (noted == 0) break;  // nothing to take a share of
    const auto missing =
        static_cast<std::size_t>(std::count_if(agreements.begin(), agreements.end(), [&](AgreementId id) {
          return is_missing(made.network.agreement(id), perspective.code);
        }));
    made.say("question.16.missing",
             {{"perspective", perspective.label.in(made.texts.language())}, {"share", made.share(missing, noted)}});
  }
  list_by_area(made, agreements);
  QuestionTable& table =
      made.table("question.16.each", {"question.column.agreement", "question.column.areas", "question.column.missing"});
  for (const AgreementId id : agreements) {
    const std::string missing = missing_words(made, made.network.agreement(id));
    if (missing.empty()) continue;
    table.rows.push_back(made.row(id, {made.title(id), made.areas_of(made.network.agreement(id)), missing}));
  }
  made.count_answers({});
  made.count_unknown(silent, "question.unit.agreement");
  made.answer.show.tab = Tab::table;
  made.note("question.16.note");
}

void answer_council_report(AnswerMaker& made) {
  const int year = made.day.year;
  QuestionTable& table =
      made.table("question.17.table",
                 {"question.column.agreement", "question.column.partners", "question.column.role",
                  "question.column.areas", "question.column.from", "question.column.until", "question.column.status"});
  std::size_t not_known = 0;
  for (std::size_t i = 0; i < made.network.agreements.size(); ++i) {
    const Agreement& agreement = made.network.agreements[i];
    const Party* own = own_party(made, agreement);
    if (agreement.form != "contract_cooperation" || !own) continue;
    const InYear when = in_year(agreement, year);
    if (when == InYear::no) continue;
    const bool is_sure = when == InYear::yes && own->state_or_unknown() == PartyState::adopted;
    not_known += is_sure ? 0 : 1;
    const std::vector<ActorId> others = others_of(made, agreement);
    const std::string& language = made.texts.language();
    table.rows.push_back(
        made.row(AgreementId(i),
                 {made.title(AgreementId(i)), made.names(others, 6), made.taxonomy.roles.label(own->role, language),
                  made.areas_of(agreement), made.date(agreement.valid ? agreement.valid->from : PartialDate{}),
                  made.until(agreement), made.taxonomy.statuses.label(word(agreement.status), language)},
                 others));
    made.answer.show.select.push_back(agreement.key);
  }
  made.say("question.17.says", {{"name", made.name(made.actor)},
                                {"n", made.plural("question.unit.contract", table.rows.size() - not_known)},
                                {"year", std::to_string(year)}});
  if (not_known > 0) {
    made.answer.sentences.push_back(made.plural("question.17.may", not_known, {{"name", made.name(made.actor)}}));
  }
  made.count_answers({});
  made.count_unknown(not_known, "question.unit.agreement");
  made.answer.filter = made.answer.show.filter = Filter{{{"form", {"contract_cooperation"}, false}}};
  made.note("question.17.note");
}

void answer_adoption(AnswerMaker& made) {
  std::vector<AgreementId> agreements = in_force(made);
  std::erase_if(agreements, [&](AgreementId id) { return made.network.agreement(id).form != "county_agreement"; });
  QuestionTable& table = made.table("question.18.table", {"question.column.municipality"});
  for (const AgreementId id : agreements) table.columns.push_back(made.title(id));
  std::vector<Adopters> adopters;
  std::size_t unknown = 0;
  for (const AgreementId id : agreements) {
    adopters.push_back(adopters_of(made, id));
    unknown += adopters.back().unknown();
  }
  for (std::size_t m = 0; m < made.municipalities().size(); ++m) {
    std::vector<std::string> cells = {made.name(made.municipalities()[m])};
    for (const Adopters& each : adopters) cells.push_back(standing_words(made, each.of[m]));
    table.rows.push_back(made.row(made.municipalities()[m], std::move(cells), agreements));
  }
  if (agreements.empty()) made.say("question.18.none");
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    const std::size_t adopted = adopters[i].count(AdoptionState::adopted);
    made.say("question.18.says", {{"title", made.title(agreements[i])},
                                  {"share", made.share(adopted, made.municipalities().size(), adopters[i].unknown())}});
    made.answer.show.select.push_back(made.network.agreement(agreements[i]).key);
  }
  const std::vector<AgreementId> unsure = unsure_of(made);
  list_unsure(made, unsure);
  unknown += unsure.size() * made.municipalities().size();  // of each nobody knows whether it is bound now
  made.count_answers("A4.2");
  made.count_unknown(unknown, "question.unit.state");
  made.answer.filter.clauses.push_back({"form", {"county_agreement"}, false});
  made.answer.show.filter = made.answer.filter;
  made.note("question.18.note");
}

void answer_busiest(AnswerMaker& made) {
  const std::vector<Load> loads = loads_of(made);
  QuestionTable& table = made.table("question.20.table", {"question.column.actor", "question.column.agreements"});
  for (const std::string_view role : told_roles) {
    table.columns.push_back(made.taxonomy.roles.label(role, made.texts.language()));
  }
  for (const Load& load : loads) {
    std::vector<std::string> cells = {made.name(load.actor), made.number(load.agreements.size())};
    for (const std::size_t n : load.roles) cells.push_back(made.number(n));
    table.rows.push_back(made.row(load.actor, std::move(cells), load.agreements));
  }
  if (!loads.empty()) {
    made.say("question.20.says", {{"name", made.name(loads.front().actor)},
                                  {"n", made.plural("question.unit.agreement", loads.front().agreements.size())}});
    const auto [all, of_municipality] = hosted(made, loads);
    if (all > 0) made.say("question.20.hosts", {{"share", made.share(of_municipality, all)}});
    made.answer.show.select = {made.network.actor(loads.front().actor).key};
    made.answer.show.focus_steps = 1;
  }
  std::size_t unconfirmed = 0;
  for (const Participation& p : made.part().participations) {
    unconfirmed += !p.is_confirmed && made.is_of_place(p.actor) ? 1 : 0;
  }
  made.count_answers(made.ask.area);
  made.count_unknown(unconfirmed, "question.unit.unconfirmed_party");
  if (!made.ask.area.empty()) made.answer.filter.clauses.push_back({"area", {made.ask.area}, false});
  made.warn_of_silence();
  made.note("question.20.note");
}

}  // namespace samverka
