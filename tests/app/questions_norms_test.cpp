// Questions that norms answer: by which norms, one class at a time, and with no share where it would mislead.
#include <doctest/doctest.h>

#include "app/questions/question_asker.h"
#include "support/asked_question.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Rule norm(const std::string& id, RuleClass rule_class, const AreaCode& area) {
  Rule rule;
  rule.id = id;
  rule.rule_class = rule_class;
  rule.title = {id, id};
  rule.for_each.type = "municipality";
  rule.need.agreement.area = area;
  return rule;
}

QuestionAsk ask_by(const Network& network, const std::string& place, std::vector<Rule> norms) {
  QuestionAsk ask = ask_about(network, place);
  RuleSet rules;
  rules.rules = std::move(norms);
  ask.rules = std::make_shared<const RuleSet>(std::move(rules));
  ask.rules_file = "/hem/egna.json";
  return ask;
}

bool notes(const QuestionAnswer& answer, const std::string& note) {
  return std::find(answer.notes.begin(), answer.notes.end(), note) != answer.notes.end();
}

const std::string own_norms = "Bedömt efter egna normer: egna.json.";

// `n` municipalities of one county.
NetworkMaker municipalities(std::size_t n) {
  NetworkMaker made;
  for (std::size_t i = 0; i < n; ++i) made.municipality("M" + std::to_string(i), "048" + std::to_string(i));
  return made;
}

void survey(NetworkMaker& made, std::vector<AreaCode> areas, const std::vector<std::string>& answered) {
  if (!made.network.coverage) made.network.coverage = Coverage{};
  Survey row;
  row.key = "q" + std::to_string(made.network.coverage->surveys.size());
  row.date = *parse_partial_date("2025-10-01");
  row.areas = std::move(areas);
  for (const std::string& name : answered) {
    ActorRef ref;
    ref.id = made.id(name);
    row.asked.push_back(ref);
    row.answered.push_back(ref);
  }
  made.network.coverage->surveys.push_back(row);
}

}  // namespace

TEST_CASE("11, 23, 25 and 3: a planner's own norms are those that are answered by, and the answer says so") {
  NetworkMaker made = three_counties();
  made.agreement("A", {"Solna", "Tierp"}, "A5");
  made.actor("RSS", "support_structure").county = "01";
  survey(made, {"A1"}, {"Solna"});
  const Network& network = made.network;
  const std::vector<Rule> own = {norm("min lag", RuleClass::law, "A1"), norm("min önskan", RuleClass::ambition, "A5")};
  const QuestionAnswer covered = answered(network, 11, ask_by(network, "", own));
  REQUIRE(covered.tables.at(0).rows.size() == 2);
  CHECK(covered.tables[0].rows[0].cells[0] == "min lag");
  CHECK(notes(covered, own_norms));
  const QuestionAnswer law = answered(network, 23, ask_by(network, "", own));
  REQUIRE(law.tables.at(0).rows.size() == 1);
  CHECK(law.tables[0].rows[0].cells[0] == "min lag");
  REQUIRE(law.tables.at(1).rows.size() == 1);
  CHECK(law.tables[1].rows[0].shows == "Solna");
  CHECK(notes(law, own_norms));
  CHECK(notes(answered(network, 25, ask_by(network, "Solna", own)), own_norms));
  CHECK(notes(answered(network, 3, ask_by(network, "01", own)), own_norms));
  CHECK_FALSE(notes(answered(network, 11, ask_about(network, "")), own_norms));
}

TEST_CASE("an answer is made anew when other norms are chosen, and not while they are the same") {
  Desk desk(three_counties());
  const Network& network = desk.session.network();
  QuestionAsker asker;
  const QuestionAsk ask = ask_by(network, "", {norm("en", RuleClass::law, "A1")});
  asker.ask(desk.session, *find_question(11), ask);
  asker.wait();
  REQUIRE(asker.answer() != nullptr);
  CHECK(asker.answer()->tables.at(0).rows.at(0).cells[0] == "en");
  asker.ask(desk.session, *find_question(11), ask);
  CHECK(asker.answer() != nullptr);
  asker.ask(desk.session, *find_question(11), ask_by(network, "", {norm("annan", RuleClass::law, "A1")}));
  CHECK(asker.answer() == nullptr);
  asker.wait();
  CHECK(asker.answer()->tables.at(0).rows.at(0).cells[0] == "annan");
}

TEST_CASE("11 and 25: classes of norms are told one by one, and never in one sum") {
  NetworkMaker made = municipalities(6);
  const std::vector<Rule> norms = {norm("lag 1", RuleClass::law, "A1"), norm("lag 2", RuleClass::law, "A3"),
                                   norm("önskan", RuleClass::ambition, "A5")};
  const QuestionAnswer covered = answered(made.network, 11, ask_by(made.network, "", norms));
  CHECK(says(covered, "Normer som gäller kommunerna här. Lag: 2. Ambition: 1."));
  CHECK(covered.counts.unknown == 6);
  CHECK(covered.counts.unknown_words == "6 kommuner mot minst en norm (bedömningar – Lag: 12, Ambition: 6)");
  //  M0 and the region would meet a law in A1 and an ambition in the same area
  made.region("Regionen", "04");
  Agreement& planned = made.agreement("Plan", {"M0", "Regionen"}, "A1");
  planned.status = AgreementStatus::planned;
  const std::vector<Rule> two = {norm("lag", RuleClass::law, "A1"), norm("önskan", RuleClass::ambition, "A1")};
  QuestionAsk ask = ask_by(made.network, "", two);
  ask.agreement = NetworkIndex(made.network).agreement("Plan");
  const QuestionAnswer added = answered(made.network, 25, ask);
  CHECK(says(added, "Lag: 1 bedömning mot normerna ändras, 1 blir uppfylld."));
  CHECK(says(added, "Ambition: 1 bedömning mot normerna ändras, 1 blir uppfylld."));
}

TEST_CASE("11: nearly all is not all, and of fewer than five with people on record there is no share") {
  NetworkMaker made = municipalities(6);
  for (const char* name : {"M0", "M1", "M2", "M3", "M4", "M5"}) {
    made.network.actors.mutable_row(made.id(name).value).population = 10'000;
  }
  made.network.actors.mutable_row(made.id("M5").value).population = 100;
  made.agreement("A", {"M0", "M1", "M2", "M3", "M4"}, "A1");
  survey(made, {"A1"}, {"M5"});
  const std::vector<Rule> norms = {norm("lag", RuleClass::law, "A1")};
  const QuestionAnswer nearly = answered(made.network, 11, ask_by(made.network, "", norms));
  CHECK(nearly.tables.at(0).rows.at(0).cells[2] == "över 99 %");
  for (const char* name : {"M3", "M4"}) made.network.actors.mutable_row(made.id(name).value).population.reset();
  const QuestionAnswer few = answered(made.network, 11, ask_by(made.network, "", norms));
  CHECK(few.tables.at(0).rows.at(0).cells[2] == "för få för en andel");
  CHECK(few.tables[0].rows[0].cells[3] == "5 av 6 (83 %)");
  CHECK(notes(few, "2 kommuner har inget noterat invånartal och är inte med i andelarna av invånarna."));
}

TEST_CASE("14 and 10: who was asked about a part of the area only is told of, and not as asked about it") {
  NetworkMaker made = three_counties();
  survey(made, {"A4.1"}, {"Solna", "Tierp"});
  survey(made, {"A4.2"}, {"Tierp"});
  made.network.coverage->surveys[1].answered.clear();
  for (const int number : {10, 14}) {
    const QuestionAnswer answer = asked_of(made.network, number, "", "A4");
    CAPTURE(number);
    CHECK(answer.counts.asked == 0);
    CHECK(answer.counts.partly_asked == 2);
    CHECK(counts_in_words(answer.counts, example().assets().sv)
              .starts_with("0 av 3 kommuner är tillfrågade, 0 har svarat. Om delar av området är 2 tillfrågade, och 2 "
                           "har svarat."));
  }
  const QuestionAnswer part = asked_of(made.network, 14, "", "A4.1");
  CHECK(part.counts.asked == 2);
  CHECK(part.counts.partly_asked == 0);
}
