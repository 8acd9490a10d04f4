// Question 8: whom to ask next, and what it starts from.
#include <doctest/doctest.h>

#include "support/asked_question.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Rule norm(const std::string& id, RuleClass rule_class, const AreaCode& area, const std::string& partner) {
  Rule rule;
  rule.id = id;
  rule.rule_class = rule_class;
  rule.title = {id, id};
  rule.for_each.type = "municipality";
  rule.need.agreement.area = area;
  rule.need.partner.type = partner;
  rule.need.partner.same = SamePlace::county;
  return rule;
}

QuestionAnswer whom_to_ask(const Network& network, std::vector<Rule> norms, const AreaCode& area = {}) {
  QuestionAsk ask = ask_about(network, "Solna");
  ask.area = area;
  RuleSet rules;
  rules.rules = std::move(norms);
  ask.rules = std::make_shared<const RuleSet>(std::move(rules));
  return answered(network, 8, ask);
}

// Solna has answered that it has nothing in A3 and A5; nobody knows of A1 and A2. The region and the police are of its
// county.
NetworkMaker solna() {
  NetworkMaker made = three_counties();
  made.region("Regionen", "01");
  made.actor("Polisen", "police").county = "01";
  Survey survey;
  survey.key = "q";
  survey.date = *parse_partial_date("2025-10-01");
  survey.areas = std::vector<AreaCode>{"A3", "A5"};
  ActorRef ref;
  ref.id = made.id("Solna");
  survey.asked = survey.answered = {ref};
  made.network.coverage = Coverage{};
  made.network.coverage->surveys.push_back(survey);
  return made;
}

const Rule law_unknown = norm("lag okänd", RuleClass::law, "A1", "region");
const Rule duty_gap = norm("skyldighet saknas", RuleClass::duty, "A3", "police");
const Rule law_gap = norm("lag saknas", RuleClass::law, "A5", "region");
const Rule wish_gap = norm("önskan saknas", RuleClass::ambition, "A3", "police");
const Rule duty_unknown = norm("skyldighet okänd", RuleClass::duty, "A2", "region");

}  // namespace

TEST_CASE("8: it starts from what is missing before what nobody knows, and within each from law before duty") {
  const NetworkMaker made = solna();
  const QuestionAnswer law = whom_to_ask(made.network, {wish_gap, duty_gap, law_unknown, law_gap});
  CHECK(law.sentences.at(0).starts_with("Börjar med det mest angelägna som saknas för Solna: lag saknas (Lag). "));
  CHECK(law.tables.at(0).rows.at(0).shows == "Regionen");
  const QuestionAnswer duty = whom_to_ask(made.network, {law_unknown, wish_gap, duty_gap});
  CHECK(duty.sentences.at(0).starts_with(
      "Börjar med det mest angelägna som saknas för Solna: skyldighet saknas (Skyldighet). "));
  CHECK(duty.tables.at(0).rows.at(0).shows == "Polisen");
  const QuestionAnswer unknown = whom_to_ask(made.network, {duty_unknown, law_unknown});
  CHECK(unknown.sentences.at(0).starts_with(
      "Ingen lucka är känd för Solna. Börjar med det mest angelägna som inte är känt: lag okänd (Lag). "));
}

TEST_CASE("8: only whom the norm can mean is told, once, with all norms that it can be asked about") {
  const NetworkMaker made = solna();
  const QuestionAnswer answer = whom_to_ask(made.network, {law_gap, duty_gap, law_unknown});
  const QuestionTable& table = answer.tables.at(0);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells[0] == "Regionen");
  CHECK(table.rows[0].cells[2] == "lag saknas; lag okänd");
  CHECK(table.rows[0].cells[3] == "den enda av sitt slag som normen kan avse; finns i länet");
  CHECK(table.rows[1].cells[0] == "Polisen");
  CHECK(table.rows[1].cells[2] == "skyldighet saknas");
  CHECK(answer.show.select == std::vector<Key>{"Regionen", "Polisen"});
  CHECK(to_words(answer.filter).find("area=A5") != std::string::npos);
}

TEST_CASE("8: of an area that is chosen the worst norm there, and norms that are numbers only start nothing") {
  const NetworkMaker made = solna();
  const QuestionAnswer chosen = whom_to_ask(made.network, {law_gap, duty_gap}, "A3");
  CHECK(chosen.tables.at(0).rows.size() == 1);
  CHECK(chosen.sentences.at(0).find("skyldighet saknas") != std::string::npos);
  Rule counted = law_gap;
  counted.is_counts_only = true;
  CHECK(whom_to_ask(made.network, {counted, duty_gap}).tables.at(0).rows.at(0).shows == "Polisen");
}

TEST_CASE("8: where no norm is open it is the first area where nothing is confirmed and somebody can be asked") {
  QuestionAsk ask = ask_about(example().network(), "k-fjallby");
  ask.rules = std::make_shared<const RuleSet>();
  const QuestionAnswer answer = answered(example().network(), 8, ask);
  CHECK(says(answer, "Fjällby kan fråga dessa om A3 Brottsförebyggande stödstrukturer:"));
  CHECK(answer.tables.at(0).rows.size() == 5);
  CHECK(answer.tables[0].rows[0].cells[0] == "Skärvik");
}

TEST_CASE("8: in the example a silent municipality is told whom the written agreement against crime can be with") {
  const QuestionAnswer answer = asked(8, "k-fjallby");
  CHECK(
      answer.sentences.at(0).starts_with("Ingen lucka är känd för Fjällby. Börjar med det mest angelägna som inte är "
                                         "känt: Skriftlig överenskommelse om att förebygga brott (Skyldighet). "));
  const QuestionTable& table = answer.tables.at(0);
  REQUIRE(table.rows.size() == 5);
  CHECK(table.rows[0].shows == "m-polisen");
  CHECK(table.rows[0].cells[3].find("partner i området till 7 liknande kommuner") != std::string::npos);
}
