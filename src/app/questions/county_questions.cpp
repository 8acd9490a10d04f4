// Questions about the county and the country: 2 (bridges between schools and civil society), 6 (neighbouring counties),
// 19 (groups of municipalities) and 21 (money).
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "analysis/brokerage.h"
#include "analysis/communities.h"
#include "analysis/county_pairs.h"
#include "analysis/money_flows.h"
#include "analysis/partners.h"
#include "app/questions/answer_maker.h"
#include "app/record_words.h"

namespace samverka {
namespace {

using Cells = std::vector<std::string>;

// ---- 2 ----

// Ties alone: whom nobody has confirmed to be a party bridges nothing.
SubNetwork confirmed_of(const SubNetwork& part) {
  SubNetwork ties = part;
  std::erase_if(ties.participations, [](const Participation& p) { return !p.is_confirmed; });
  return ties;
}

std::vector<std::uint32_t> vertices_of_group(const AnswerMaker& made, const Incidence& incidence,
                                             std::string_view group) {
  std::vector<std::uint32_t> found;
  for (std::size_t v = 0; v < incidence.actors.size(); ++v) {
    const ActorId who = incidence.actors[v];
    const bool is_it = made.taxonomy.group_of(made.network.actor(who).type).code == group;
    const bool is_tied = !incidence.graph.neighbours(static_cast<std::uint32_t>(v)).empty();
    if (is_it && is_tied && made.is_of_place(who)) found.push_back(static_cast<std::uint32_t>(v));
  }
  return found;
}

// Vertices that stand between somebody, most first; of as much, by vertex.
std::vector<std::uint32_t> ranked(const Incidence& incidence, const Brokerage& found) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t v = 0; v < incidence.vertex_count(); ++v) {
    if (incidence.is_actor(v) && found.score[v] > 0) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return found.score[a] > found.score[b]; });
  return order;
}

// One way between a school and an association through who bridges most, named and drawn.
void tell_way(AnswerMaker& made, const Incidence& incidence, const std::vector<std::uint32_t>& way) {
  std::string words;
  for (const std::uint32_t v : way) {
    const bool is_actor = incidence.is_actor(v);
    const AgreementId agreement = is_actor ? AgreementId() : incidence.agreements[v - incidence.actors.size()];
    words += (words.empty() ? "" : " – ") + (is_actor ? made.name(incidence.actors[v]) : made.title(agreement));
    made.answer.show.path.push_back(is_actor ? made.network.actor(incidence.actors[v]).key
                                             : made.network.agreement(agreement).key);
  }
  if (!words.empty()) made.say("question.2.way", {{"way", words}});
}

// ---- 19 ----

// Each agreement shares one unit of weight a party among its other municipalities, so that a large one does not decide.
std::vector<WeightedPair> joint_work(AnswerMaker& made, const std::map<ActorId, std::uint32_t>& number) {
  std::map<AgreementId, std::vector<std::uint32_t>> parties;
  for (const Participation& p : made.part().participations) {
    const auto found = number.find(p.actor);
    if (!p.is_confirmed || found == number.end()) continue;
    std::vector<std::uint32_t>& list = parties[p.agreement];
    if (std::find(list.begin(), list.end(), found->second) == list.end()) list.push_back(found->second);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
  for (auto& [id, list] : parties) {
    if (list.size() < 2 || made.network.agreement(id).parties.size() > crowd_parties) continue;
    std::sort(list.begin(), list.end());
    for (std::size_t a = 0; a < list.size(); ++a) {
      for (std::size_t b = a + 1; b < list.size(); ++b) {
        weights[{list[a], list[b]}] += 1.0 / static_cast<double>(list.size() - 1);
      }
    }
  }
  std::vector<WeightedPair> pairs;
  for (const auto& [ends, weight] : weights) pairs.push_back({ends.first, ends.second, weight});
  return pairs;
}

std::string counties_of(const AnswerMaker& made, const std::vector<ActorId>& members) {
  std::map<std::string, std::size_t> count;
  for (const ActorId member : members) ++count[made.network.actor(member).county];
  std::vector<std::pair<std::string, std::size_t>> order(count.begin(), count.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string words;
  for (const auto& [county, n] : order) {
    words += (words.empty() ? "" : ", ") + county_name(made.assets, made.network, made.index, made.texts, county) +
             " (" + made.number(n) + ")";
  }
  return words;
}

// ---- 21 ----

std::string money(const AnswerMaker& made, std::int64_t amount, const std::string& currency) {
  if (amount == 0) return "–";
  return made.tr("question.21.money", {{"amount", made.texts.number(amount)},
                                       {"currency", currency == "SEK" ? made.tr("question.21.kronor") : currency}});
}

std::string who(const AnswerMaker& made, ActorId actor) {
  return actor.is_set() ? made.name(actor) : made.tr("question.not_noted");
}

// By currency.
std::string sums_of(const AnswerMaker& made, const MoneyFlows& found, std::int64_t MoneyFlow::*which) {
  std::map<std::string, std::int64_t> sums;
  for (const MoneyFlow& flow : found.flows) sums[flow.currency] += flow.*which;
  std::string words;
  for (const auto& [currency, sum] : sums) {
    if (sum != 0) words += (words.empty() ? "" : " + ") + money(made, sum, currency);
  }
  return words.empty() ? made.tr("question.21.nothing") : words;
}

std::string county_words(const AnswerMaker& made, const std::string& county) {
  return county_name(made.assets, made.network, made.index, made.texts, county);
}

// Names how many others are as little; nobody as the least where all have what is to be expected.
void say_least(AnswerMaker& made, const std::vector<BorderPair>& pairs, const QuestionTable& table) {
  if (pairs.front().ratio >= 1) return made.say("question.6.none_less", {{"all", made.number(pairs.size())}});
  const Cells& least = table.rows.front().cells;
  made.say("question.6.says",
           {{"pair", least[0]}, {"n", least[1]}, {"expected", least[2]}, {"all", made.number(pairs.size())}});
  const auto alike = static_cast<std::size_t>(
      std::count_if(pairs.begin(), pairs.end(), [&](const BorderPair& p) { return p.ratio <= pairs.front().ratio; }));
  if (alike > 1) made.answer.sentences.push_back(made.plural("question.6.alike", alike - 1));
}

// Where most are silent, an order by ratio would tell of what is recorded and not of the counties.
void by_codes(std::vector<BorderPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const BorderPair& a, const BorderPair& b) {
    return std::tie(a.first, a.second) < std::tie(b.first, b.second);
  });
}

// Counties without any confirmed agreement across a border have nothing to be measured against.
void list_unranked(AnswerMaker& made, const std::vector<BorderPair>& pairs) {
  if (pairs.empty()) return;
  QuestionTable& table = made.table("question.6.unranked.table", {"question.column.counties"});
  for (const BorderPair& pair : pairs) {
    table.rows.push_back({{county_words(made, pair.first) + " – " + county_words(made, pair.second)}, {}, {}});
  }
}

}  // namespace

void answer_brokers(AnswerMaker& made) {
  const SubNetwork ties = confirmed_of(made.part());
  const Incidence incidence = incidence_of(ties, ties.actors);
  const auto schools = vertices_of_group(made, incidence, "school");
  const auto civil = vertices_of_group(made, incidence, "civil");
  const Brokerage found = brokerage(incidence.graph, schools, civil);
  QuestionTable& table =
      made.table("question.2.table", {"question.column.actor", "question.column.kind", "question.column.pairs"});
  const std::vector<std::uint32_t> brokers = ranked(incidence, found);
  for (const std::uint32_t v : brokers) {
    const ActorId actor = incidence.actors[v];
    const Actor& row = made.network.actor(actor);
    table.rows.push_back(
        made.row(actor, {made.name(actor), made.taxonomy.actor_types.label(row.type, made.texts.language()),
                         made.texts.decimal(found.score[v], 1)}));
    if (made.answer.show.select.size() < 5) made.answer.show.select.push_back(row.key);
  }
  const TextArgs args = {{"schools", made.number(schools.size())},
                         {"civil", made.number(civil.size())},
                         {"joined", made.share(found.joined, found.pairs)}};
  made.say(found.pairs == 0 ? "question.2.nobody" : "question.2.says", args);
  if (!table.rows.empty()) {
    made.say("question.2.first", {{"name", table.rows.front().cells.front()}, {"n", table.rows.front().cells.back()}});
    tell_way(made, incidence, way_through(incidence.graph, schools, civil, brokers.front()));
  }
  std::size_t unconfirmed = 0;
  for (const Participation& p : made.part().participations) {
    unconfirmed += !p.is_confirmed && made.is_of_place(p.actor) ? 1 : 0;
  }
  made.count_answers({});
  made.count_unknown(unconfirmed, "question.unit.unconfirmed_party");
  made.warn_of_silence();
  made.note("question.2.note");
}

void answer_neighbour_counties(AnswerMaker& made) {
  SubNetwork part = made.part();
  if (!made.ask.area.empty()) {
    Filter filter = made.ask.filter;
    filter.clauses.push_back({"area", {made.ask.area}, false});
    part = restrict(made.network, made.taxonomy, filter, made.day);
    made.answer.filter = made.answer.show.filter = filter;
  }
  std::vector<std::pair<std::string_view, std::string_view>> here;
  for (const auto& pair : neighbouring_counties()) {
    const auto is_there = [&](std::string_view county) {
      return std::any_of(made.municipalities().begin(), made.municipalities().end(),
                         [&](ActorId m) { return made.network.actor(m).county == county; });
    };
    if (is_there(pair.first) && is_there(pair.second)) here.push_back(pair);
  }
  const CountyTies ties = county_ties(made.network, part.participations);
  const std::vector<BorderPair> every = county_pairs(ties, here);
  std::vector<BorderPair> pairs, unranked;  // where nothing is to be expected, nothing is little
  std::partition_copy(every.begin(), every.end(), std::back_inserter(pairs), std::back_inserter(unranked),
                      [](const BorderPair& pair) { return pair.expected > 0; });
  made.count_answers(made.ask.area);
  const bool is_silent = 2 * made.answer.counts.answered < made.answer.counts.all;
  if (is_silent) by_codes(pairs);
  QuestionTable& table = made.table(
      is_silent ? "question.6.by_code.table" : "question.6.table",
      {"question.column.counties", "question.column.joint", "question.column.expected", "question.column.quotient"});
  for (const BorderPair& pair : pairs) {
    const CountyTies::Between* between = ties.find(pair.first, pair.second);
    QuestionRow row{
        {county_words(made, pair.first) + " – " + county_words(made, pair.second), made.number(pair.observed),
         made.texts.decimal(pair.expected, 1), made.texts.decimal(pair.ratio, 2)},
        {},
        {}};
    for (const AgreementId id : between ? between->agreements : std::vector<AgreementId>{}) {
      row.ids.push_back(made.network.agreement(id).key);
    }
    if (!row.ids.empty()) row.shows = row.ids.front();
    row.is_of_all = true;
    table.rows.push_back(std::move(row));
  }
  std::size_t unknown = 0;
  for (const CountyTies::Between& between : ties.between) unknown += between.agreements.size() - between.confirmed;
  if (pairs.empty()) {
    made.say(every.empty() ? "question.6.nobody" : "question.6.none", {{"all", made.number(every.size())}});
  } else if (is_silent) {
    made.say("question.6.silent", {{"all", made.number(every.size())}});
  } else {
    say_least(made, pairs, table);
    if (!unranked.empty()) made.answer.sentences.push_back(made.plural("question.6.unranked", unranked.size()));
  }
  list_unranked(made, unranked);
  made.count_unknown(unknown, "question.unit.crossing");
  made.answer.show.tab = Tab::map;
  if (!ties.crowded.empty()) made.answer.notes.push_back(made.plural("question.9.crowds", ties.crowded.size()));
  made.note("question.6.note");
}

void answer_communities(AnswerMaker& made) {
  std::map<ActorId, std::uint32_t> number;
  for (const ActorId m : made.municipalities()) number.emplace(m, static_cast<std::uint32_t>(number.size()));
  const std::vector<WeightedPair> pairs = joint_work(made, number);
  const Communities found = communities(number.size(), pairs);
  std::vector<std::vector<ActorId>> groups(found.count);
  for (const ActorId m : made.municipalities()) groups[found.of_vertex[number[m]]].push_back(m);
  QuestionTable& table =
      made.table("question.19.table", {"question.column.nth_group", "question.column.number",
                                       "question.column.municipalities_list", "question.column.of_counties"});
  std::size_t alone = 0;
  for (const std::vector<ActorId>& group : groups) {
    if (group.size() < 2) {
      alone += group.size();
      continue;
    }
    QuestionRow row{
        {made.number(table.rows.size() + 1), made.number(group.size()), made.names(group, 8), counties_of(made, group)},
        {},
        {}};
    for (const ActorId m : group) row.ids.push_back(made.network.actor(m).key);
    row.shows = row.ids.front();
    row.is_of_all = true;
    table.rows.push_back(std::move(row));
  }
  made.say("question.19.says",
           {{"n", made.number(table.rows.size())}, {"modularity", made.texts.decimal(found.modularity, 2)}});
  if (!table.rows.empty()) {
    made.say("question.19.largest", {{"n", table.rows.front().cells[1]}, {"names", table.rows.front().cells[2]}});
    made.answer.show.select = table.rows.front().ids;
  }
  made.count_answers({});
  made.count_unknown(alone, "question.unit.alone");
  made.answer.show.tab = Tab::map;
  made.warn_of_silence();
  made.note("question.19.note");
}

void answer_money(AnswerMaker& made) {
  std::vector<AgreementId> agreements = made.agreements_of_place();
  std::erase_if(agreements, [&](AgreementId id) { return !made.network.agreement(id).is_active_on(made.day); });
  const MoneyFlows found = money_flows(made.network, agreements);
  QuestionTable& table =
      made.table("question.21.table", {"question.column.from_whom", "question.column.to_whom", "question.column.a_year",
                                       "question.column.once", "question.column.amount_unknown"});
  for (const MoneyFlow& flow : found.flows) {
    QuestionRow row{{who(made, flow.from), who(made, flow.to), money(made, flow.a_year, flow.currency),
                     money(made, flow.once, flow.currency), made.number(flow.not_known)},
                    {},
                    {}};
    for (const AgreementId id : flow.agreements) row.ids.push_back(made.network.agreement(id).key);
    row.shows = row.ids.front();
    for (const ActorId end : {flow.from, flow.to}) {
      if (end.is_set()) row.ids.push_back(made.network.actor(end).key);
    }
    row.is_of_all = true;
    table.rows.push_back(std::move(row));
  }
  if (found.payments == 0) {
    made.say("question.21.none");
  } else {
    made.say("question.21.says", {{"a_year", sums_of(made, found, &MoneyFlow::a_year)},
                                  {"once", sums_of(made, found, &MoneyFlow::once)},
                                  {"n", made.plural("question.unit.payment", found.payments)}});
  }
  if (found.not_known > 0) made.answer.sentences.push_back(made.plural("question.21.not_known", found.not_known));
  made.count_answers({});
  made.count_unknown(found.silent, "question.unit.silent_money");
  for (const QuestionRow& row : table.rows) made.answer.show.select.push_back(row.shows);
  made.note("question.21.note");
}

}  // namespace samverka
