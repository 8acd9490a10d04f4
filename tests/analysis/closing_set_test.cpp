#include "analysis/closing_set.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "random_rules.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Rule needs_region() {
  Rule rule;
  rule.id = "R";
  rule.for_each.type = "municipality";
  rule.need.partner.type = "region";
  rule.need.partner.same = SamePlace::county;
  rule.need.agreement.area = "A4.2";
  return rule;
}

// Everybody has answered a survey about everything: what is not there is missing.
struct Stage {
  NetworkMaker maker;
  RuleSet rules;
  Taxonomy taxonomy = small_taxonomy();

  Stage() {
    for (const char* name : {"alby", "boda", "dala"})
      maker.municipality(name, "20" + std::to_string(maker.network.actors.size() + 10));
    maker.municipality("ekby", "2101");
    maker.region("r20", "20");
    maker.region("r21", "21");
    rules.rules = {needs_region()};
  }
  void ask_all() {
    maker.network.coverage.emplace();
    Survey survey;
    survey.key = "s";
    for (std::size_t i = 0; i < maker.network.actors.size(); ++i) {
      survey.asked.push_back({ActorId(i), {}});
      survey.answered.push_back({ActorId(i), {}});
    }
    maker.network.coverage->surveys = {survey};
  }
  ClosingSet close(ClosingQuestion question = {{0}, {}, false}) const {
    const Network& n = maker.network;
    const NetworkIndex index(n);
    return closing_set(n, index, taxonomy, rules, find_gaps(n, index, taxonomy, rules, n.as_of), question);
  }
  std::vector<std::string> names(const std::vector<ActorId>& actors) const {
    std::vector<std::string> keys;
    for (const ActorId actor : actors) keys.push_back(maker.network.actor(actor).key);
    return keys;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("where nothing is there, one new agreement a county with its region") {
  Stage s;
  s.ask_all();
  const ClosingSet found = s.close();
  CHECK(found.goals.size() == 4);
  REQUIRE(found.steps.size() == 2);
  CHECK(found.steps[0].is_new());
  CHECK(found.steps[0].area == "A4.2");
  CHECK(s.names(found.steps[0].partners) == Names{"r20"});
  CHECK(s.names(found.steps[0].signers) == Names{"alby", "boda", "dala"});
  CHECK(found.steps[0].signatures() == 4);
  CHECK(s.names(found.steps[1].partners) == Names{"r21"});
  CHECK(found.closed.size() == 4);
  CHECK(found.left.empty());
  CHECK(s.close({{0}, "21", false}).goals.size() == 1);
}

TEST_CASE("an agreement that two of the county have is joined rather than a new one written") {
  //  alby, boda -- A -- r20        dala (missing)
  Stage s;
  s.maker.agreement("A", {"alby", "boda", "r20"}, "A4.2");
  s.ask_all();
  const ClosingSet found = s.close({{0}, "20", false});
  REQUIRE(found.steps.size() == 1);
  CHECK(found.steps[0].joins == AgreementId(std::size_t{0}));
  CHECK(s.names(found.steps[0].signers) == Names{"dala"});
  CHECK(found.steps[0].signatures() == 1);
  CHECK(found.closed.size() == 1);
}

TEST_CASE("one municipality's own agreement is nobody else's to join, but whom it waits for can adopt it") {
  //  alby -- A -- r20,  boda recommended;   dala (missing)
  Stage s;
  Agreement& agreement = s.maker.agreement("A", {"alby", "r20"}, "A4.2");
  agreement.parties.push_back(s.maker.party("boda", PartyState::recommended));
  s.ask_all();
  const ClosingSet found = s.close({{0}, "20", false});
  CHECK(found.goals.size() == 2);
  REQUIRE(found.steps.size() == 1);  // a new one with the region serves both, and so is fewer than one each
  CHECK(found.steps[0].is_new());
  CHECK(s.names(found.steps[0].signers) == Names{"boda", "dala"});
  s.maker.agreement("B", {"dala", "r20"}, "A4.2");
  const ClosingSet alone = s.close({{0}, "20", false});
  REQUIRE(alone.steps.size() == 1);
  CHECK(alone.steps[0].joins == AgreementId(std::size_t{0}));
}

TEST_CASE("two target groups of one norm stand in one new agreement") {
  Stage s;
  Rule& rule = s.rules.rules[0];
  RuleNeed one = rule.need, other = rule.need;
  one.agreement.target_groups_all = {"T3"};
  other.agreement.target_groups_all = {"T4"};
  rule.need = {};
  rule.need.kind = RuleNeed::Kind::all;
  rule.need.parts = {one, other};
  s.ask_all();
  const ClosingSet found = s.close({{0}, "20", false});
  REQUIRE(found.steps.size() == 1);
  CHECK(found.steps[0].target_groups == Names{"T3", "T4"});
  CHECK(found.closed.size() == 3);
}

TEST_CASE("two partners that may not stand in one agreement take two; that may, one") {
  Stage s;
  for (const char* name : {"förening", "kyrka", "klubb"}) s.maker.actor(name, "civil_society").county = "20";
  RuleNeed& need = s.rules.rules[0].need;
  need.partner = {};
  need.partner.group = "civil";
  need.least = 2;
  need.is_independent = true;
  s.ask_all();
  CHECK(s.close({{0}, "20", false}).steps.size() == 2);
  need.is_independent = false;
  const ClosingSet found = s.close({{0}, "20", false});
  REQUIRE(found.steps.size() == 1);
  CHECK(found.steps[0].partners.size() == 2);
  CHECK(found.closed.size() == 3);
}

TEST_CASE("who lacks somebody of its own kind is closed by signing with them, the partner itself too") {
  Stage s;
  RuleNeed& need = s.rules.rules[0].need;
  need.partner.type = "municipality";
  s.ask_all();
  const ClosingSet found = s.close({{0}, "20", false});
  REQUIRE(found.steps.size() == 1);
  CHECK(found.steps[0].signatures() == 3);
  CHECK(found.closed.size() == 3);
  const ClosingSet alone = s.close({{0}, "21", false});  // nobody else is in that county
  CHECK(alone.steps.empty());
  CHECK(alone.left.size() == 1);
}

TEST_CASE("what nobody knows is no gap unless it is asked for, and what should not be is closed by no agreement") {
  Stage s;
  const ClosingSet found = s.close();
  CHECK(found.goals.empty());
  CHECK(found.unknown_left == 4);
  CHECK(found.steps.empty());
  CHECK(s.close({{0}, {}, true}).closed.size() == 4);
  RuleNeed inner = s.rules.rules[0].need;
  RuleNeed& need = s.rules.rules[0].need;
  need = {};
  need.kind = RuleNeed::Kind::negation;
  need.parts = {inner};
  s.maker.agreement("A", {"alby", "r20"}, "A4.2");
  const ClosingSet refused = s.close();
  CHECK(refused.steps.empty());
  CHECK(refused.left.size() == refused.goals.size());
  CHECK(refused.goals.size() == 1);
}

TEST_CASE("on random networks nothing that was met is lost, closed is what find_gaps says, and no step is idle") {
  std::size_t steps = 0, closed = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    RandomRules random(seed);
    const Network network = random.network();
    RuleSet rules;
    rules.rules = {random.rule()};
    const Taxonomy taxonomy = small_taxonomy();
    const NetworkIndex index(network);
    const GapAnalysis before = find_gaps(network, index, taxonomy, rules, network.as_of);
    const ClosingSet found = closing_set(network, index, taxonomy, rules, before, {{0}, {}, true});
    CHECK(found.closed.size() + found.left.size() == found.goals.size());
    const GapAnalysis after = find_gaps(found.network, NetworkIndex(found.network), taxonomy, rules, network.as_of);
    const auto met = [](const GapAnalysis& a) {
      return a.rules[0].count(Outcome::met) + a.rules[0].count(Outcome::met_expiring);
    };
    CHECK(met(after) >= found.closed.size());
    for (const ClosingStep& step : found.steps) CHECK(step.signatures() > 0);
    steps += found.steps.size();
    closed += found.closed.size();
  }
  CHECK(steps > 50);
  CHECK(closed > 50);
}
