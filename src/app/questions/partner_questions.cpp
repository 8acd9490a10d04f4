// Questions about one's own partners: 9 (whom do we work with) and 5 (those like us).
#include <algorithm>

#include "analysis/actor_facts.h"
#include "analysis/peers.h"
#include "analysis/ties.h"
#include "app/questions/answer_maker.h"
#include "base/utf8.h"
#include "report/told.h"

namespace samverka {
namespace {

// Everybody else in the agreement who stands in it now, each once.
std::vector<ActorId> others_in(const AnswerMaker& made, AgreementId id) {
  const Agreement& agreement = made.network.agreement(id);
  std::vector<ActorId> others;
  for (const Party& party : agreement.parties) {
    const bool counts = party.actor.id.is_set() && party.actor.id != made.actor && is_tie(agreement, party, made.day);
    if (counts && std::find(others.begin(), others.end(), party.actor.id) == others.end()) {
      others.push_back(party.actor.id);
    }
  }
  return others;
}

void list_agreements(AnswerMaker& made, const std::vector<OwnAgreement>& own) {
  QuestionTable& table = made.table("question.9.agreements", {"question.column.agreement", "question.column.areas",
                                                              "question.column.partners", "question.column.until"});
  for (const OwnAgreement& row : own) {
    if (!row.is_confirmed) continue;
    const std::vector<ActorId> others = others_in(made, row.id);
    table.rows.push_back(made.row(row.id,
                                  {made.title(row.id), made.areas_of(made.network.agreement(row.id)),
                                   made.names(others), made.until(made.network.agreement(row.id))},
                                  others));
  }
}

// Returns in how many areas there is nothing.
std::size_t list_areas(AnswerMaker& made, const std::vector<OwnAgreement>& own) {
  QuestionTable& table = made.table(
      "question.9.areas", {"question.column.area", "question.column.confirmed", "question.column.unconfirmed"});
  const std::vector<AreaAgreements> areas = by_area(made.network, made.taxonomy, own);
  std::size_t silent = 0;
  for (const Area& area : made.taxonomy.areas.rows()) {
    if (!area.parent.empty() || area.is_outside) continue;
    const auto found =
        std::find_if(areas.begin(), areas.end(), [&](const AreaAgreements& a) { return a.area == area.code; });
    const std::size_t all = found == areas.end() ? 0 : found->rows.size();
    const std::size_t confirmed = found == areas.end() ? 0 : found->confirmed;
    silent += all == 0 ? 1 : 0;
    table.rows.push_back({{made.area_words(area.code), made.number(confirmed), made.number(all - confirmed)}, {}, {}});
  }
  return silent;
}

std::string people(const AnswerMaker& made, const Actor& actor) {
  return actor.population ? made.texts.number(*actor.population) : made.tr("question.not_noted");
}

void list_peers(AnswerMaker& made, const std::vector<Peer>& peers) {
  QuestionTable& table = made.table("question.5.peers", {"question.column.municipality", "question.column.people",
                                                         "question.column.group", "question.column.unlike"});
  for (const Peer& peer : peers) {
    const Actor& actor = made.network.actor(peer.actor);
    table.rows.push_back(
        made.row(peer.actor, {made.name(peer.actor), people(made, actor),
                              made.taxonomy.municipality_groups.label(actor.municipality_group, made.texts.language()),
                              made.texts.decimal(peer.difference.sum(), 2)}));
  }
}

std::string practice_words(const AnswerMaker& made, const Practice& practice) {
  const std::string form = made.taxonomy.forms.label(practice.form, made.texts.language());
  std::string areas;
  for (const AreaCode& area : practice.areas) areas += (areas.empty() ? "" : ", ") + area;
  return areas.empty() ? form : form + " (" + areas + ")";
}

std::string own_words(const AnswerMaker& made, Practice::Own own) {
  if (own == Practice::Own::unconfirmed) return made.tr("question.5.unconfirmed");
  return made.tr(own == Practice::Own::observed_none ? "question.5.none" : "question.5.no_record");
}

// Returns of how many nobody knows whether one has them.
std::size_t list_practices(AnswerMaker& made, const std::vector<Practice>& practices, std::size_t peers) {
  QuestionTable& table = made.table("question.5.practices", {"question.column.what", "question.column.peers",
                                                             "question.column.evidence", "question.column.with_us"});
  std::size_t unknown = 0;
  for (const Practice& practice : practices) {
    unknown += practice.own == Practice::Own::observed_none ? 0 : 1;
    QuestionRow row;
    std::string evidence;
    for (const Practice::Evidence& proof : practice.evidence) {
      row.ids.push_back(made.network.agreement(proof.agreement).key);
      const bool is_short = row.ids.size() <= 2;
      if (is_short) {
        evidence += (evidence.empty() ? "" : "; ") + made.name(proof.peer) + ": " + made.title(proof.agreement);
      }
    }
    if (!row.ids.empty()) row.shows = row.ids.front();
    row.cells = {practice_words(made, practice),
                 made.tr("question.share.few", {{"some", made.number(practice.peers)}, {"all", made.number(peers)}}),
                 evidence, own_words(made, practice.own)};
    table.rows.push_back(std::move(row));
  }
  return unknown;
}

}  // namespace

void answer_partners(AnswerMaker& made) {
  const std::vector<OwnAgreement> own = made.own_agreements();
  const Partners partners = partners_of(made.network, made.part(), made.actor);
  const auto confirmed = static_cast<std::size_t>(
      std::count_if(own.begin(), own.end(), [](const OwnAgreement& row) { return row.is_confirmed; }));
  const auto with = static_cast<std::size_t>(std::count_if(partners.partners.begin(), partners.partners.end(),
                                                           [](const Partner& p) { return p.is_confirmed; }));
  made.say("question.9.says", {{"name", made.name(made.actor)},
                               {"agreements", made.plural("question.unit.agreement", confirmed)},
                               {"partners", made.plural("question.unit.actor", with)}});
  if (own.size() > confirmed) made.say("question.9.more", {{"n", made.number(own.size() - confirmed)}});
  list_agreements(made, own);
  const std::size_t silent = list_areas(made, own);
  made.count_answers({});
  made.count_unknown(silent, "question.unit.silent_area");
  if (partners.crowded_agreements > 0) {
    made.answer.notes.push_back(made.plural("question.9.crowds", partners.crowded_agreements));
  }
  made.note("question.9.units");
  made.answer.filter = made.answer.show.filter = made.ask.filter;
  made.answer.show.select = {made.network.actor(made.actor).key};
  made.answer.show.focus_steps = 1;
}

void answer_peers(AnswerMaker& made) {
  const std::vector<Peer> peers = peers_of(made.network, made.actor, usual_peers);
  const Ties ties = ties_of(made.network, made.taxonomy, made.part());
  const std::vector<Practice> practices =
      lacking_practices(made.network, made.taxonomy, made.part(), ties, made.actor, peers, made.ask.area);
  const TextArgs args = {
      {"name", made.name(made.actor)}, {"n", made.number(peers.size())}, {"practices", made.number(practices.size())}};
  made.say(peers.empty() ? "question.5.nobody" : "question.5.says", args);
  if (!practices.empty()) {
    made.say("question.5.most", {{"what", practice_words(made, practices.front())},
                                 {"n", made.number(practices.front().peers)},
                                 {"all", made.number(peers.size())}});
  }
  const std::size_t unknown = list_practices(made, practices, peers.size());
  list_peers(made, peers);
  made.count_answers(made.ask.area);
  made.count_unknown(unknown, "question.unit.practice");
  made.answer.filter = made.answer.show.filter = made.ask.filter;
  if (!made.ask.area.empty()) made.answer.filter.clauses.push_back({"area", {made.ask.area}, false});
  made.answer.show.select = {made.network.actor(made.actor).key};
  for (const Peer& peer : peers) made.answer.show.select.push_back(made.network.actor(peer.actor).key);
  made.answer.show.tab = Tab::map;
  made.note("question.5.note");
}

}  // namespace samverka
