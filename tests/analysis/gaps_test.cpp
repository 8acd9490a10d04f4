#include "analysis/gaps.h"

#include <doctest/doctest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "analysis/rule_independence.h"
#include "io/network_text.h"
#include "io/read_rules.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

// A municipality needs one region of its county in an A4.1 agreement.
Rule needs_region() {
  Rule rule;
  rule.id = "R";
  rule.for_each.type = "municipality";
  rule.need.partner.type = "region";
  rule.need.agreement.area = "A4.1";
  return rule;
}

GapAnalysis analysis_of(const Network& network, const Rule& rule) {
  RuleSet set;
  set.rules = {rule};
  return find_gaps(network, NetworkIndex(network), small_taxonomy(), set, network.as_of);
}

SubjectFinding finding_of(const NetworkMaker& maker, const Rule& rule, const std::string& subject) {
  const GapAnalysis analysis = analysis_of(maker.network, rule);
  for (const SubjectFinding& finding : analysis.rules[0].subjects) {
    if (finding.subject == maker.id(subject)) return finding;
  }
  FAIL("no such subject: ", subject);
  return {};
}

std::string outcome(const NetworkMaker& maker, const Rule& rule, const std::string& subject) {
  const SubjectFinding finding = finding_of(maker, rule, subject);
  return word(finding.outcome) + (finding.need.why ? std::string(" ") + word(*finding.need.why) : "");
}

void has_answered(NetworkMaker& maker, const std::string& name, std::optional<std::vector<AreaCode>> areas) {
  Survey row;
  row.areas = std::move(areas);
  row.asked = row.answered = {{maker.id(name), ""}};
  if (!maker.network.coverage) maker.network.coverage = Coverage{};
  maker.network.coverage->surveys.push_back(row);
}

std::vector<std::string> keys(const Network& network, const std::vector<ActorId>& ids) {
  std::vector<std::string> out;
  for (const ActorId id : ids) out.push_back(network.actor(id).key);
  return out;
}
std::vector<std::string> keys(const Network& network, const std::vector<AgreementId>& ids) {
  std::vector<std::string> out;
  for (const AgreementId id : ids) out.push_back(network.agreement(id).key);
  return out;
}

// Alby and Ekby, each of its own county, with a region each and no agreement.
NetworkMaker two_counties() {
  NetworkMaker maker;
  maker.municipality("Alby", "2080").population = 100;
  maker.municipality("Ekby", "2180").population = 300;
  maker.region("R20", "20");
  maker.region("R21", "21");
  return maker;
}

}  // namespace

TEST_CASE("the worked example comes out, outcome by outcome and to three decimals") {
  const ReadNetwork network = read(file_text("tests/data/rules/network.json"));
  const ReadRules rules = read_rules(file_text("tests/data/rules/rules.json"), "rules.json", taxonomy());
  const nlohmann::json expected = nlohmann::json::parse(file_text("tests/data/rules/expected.json"));
  REQUIRE(network.report.is_usable);
  REQUIRE(rules.report.is_usable);
  const GapAnalysis found =
      find_gaps(network.network, NetworkIndex(network.network), taxonomy(), rules.rules, network.network.as_of);
  CHECK(to_string(found.as_of) == expected["as_of"]);
  REQUIRE(found.rules.size() == expected["rules"].size());
  for (const RuleFindings& rule : found.rules) {
    const std::string& id = rules.rules.rules[rule.rule].id;
    const nlohmann::json& wanted = expected["rules"][id];
    CAPTURE(id);
    CHECK(rule.subjects.size() + 1 == wanted.size());
    for (const SubjectFinding& finding : rule.subjects) {
      const Key& key = network.network.actor(finding.subject).key;
      CHECK(wanted[key] == word(finding.outcome));
    }
    CHECK(std::round(rule.coverage.low.value() * 1000) == std::round(wanted["coverage"][0].get<double>() * 1000));
    CHECK(std::round(rule.coverage.high.value() * 1000) == std::round(wanted["coverage"][1].get<double>() * 1000));
  }
}

TEST_CASE("a municipality nobody asked is unknown; once it has answered, it is a gap") {
  //  Alby -- A -- R20        Ekby  (alone)
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"});
  CHECK(outcome(maker, needs_region(), "Alby") == "met");
  CHECK(outcome(maker, needs_region(), "Ekby") == "unknown no_record");
  has_answered(maker, "Ekby", {{"A4"}});
  CHECK(outcome(maker, needs_region(), "Ekby") == "gap");
  CHECK(finding_of(maker, needs_region(), "Ekby").need.surveys == std::vector<std::uint32_t>{0});
  CHECK(outcome(maker, needs_region(), "Alby") == "met");
}

TEST_CASE("asked and not answered is told apart from never asked; an answer about something else proves nothing") {
  NetworkMaker maker = two_counties();
  has_answered(maker, "Ekby", {{"A7"}});
  CHECK(outcome(maker, needs_region(), "Ekby") == "unknown no_record");
  has_answered(maker, "Ekby", {{"A4.1"}});
  maker.network.coverage->surveys[1].answered.clear();
  CHECK(outcome(maker, needs_region(), "Ekby") == "unknown no_answer");
  CHECK(finding_of(maker, needs_region(), "Ekby").need.surveys == std::vector<std::uint32_t>{1});
}

TEST_CASE("a need without an area is observed only by what is about everything") {
  NetworkMaker maker = two_counties();
  Rule rule = needs_region();
  rule.need.agreement.area.clear();
  has_answered(maker, "Ekby", {{"A4", "A7", "A0"}});
  CHECK(outcome(maker, rule, "Ekby") == "unknown no_record");
  has_answered(maker, "Ekby", std::nullopt);
  CHECK(outcome(maker, rule, "Ekby") == "gap");
  CHECK(finding_of(maker, rule, "Ekby").need.surveys == std::vector<std::uint32_t>{1});
}

TEST_CASE("an agreement that ends within the horizon is met for now, and on the horizon's own day still met") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"}).valid = from_to("2024", "2026-12-30");
  CHECK(outcome(maker, needs_region(), "Alby") == "met_expiring");
  maker.network.agreements.mutable_row(0).valid = from_to("2024", "2026-12-31");
  CHECK(outcome(maker, needs_region(), "Alby") == "met");
  maker.network.agreements.mutable_row(0).valid = from_to("2024", "2026");
  CHECK(outcome(maker, needs_region(), "Alby") == "met");
  Rule shorter = needs_region();
  shorter.horizon_months = 2;
  maker.network.agreements.mutable_row(0).valid = from_to("2024", "2026-02-28");
  CHECK(outcome(maker, shorter, "Alby") == "met");  // 31 December and two months is the end of February
}

TEST_CASE("one partner now and another then is not a partner then") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"}).valid = from_to("2024", "2026-06-30");
  maker.agreement("B", {"Alby", "R21"}).valid = from_to("2026-07-01", "");
  CHECK(outcome(maker, needs_region(), "Alby") == "met_expiring");
}

TEST_CASE("who is recommended, or has adopted what is still to come, is pending with the partner in it") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"}).parties[0].state = PartyState::recommended;
  CHECK(outcome(maker, needs_region(), "Alby") == "pending");
  const SubjectFinding finding = finding_of(maker, needs_region(), "Alby");
  CHECK(keys(maker.network, partners_of(maker.network, finding)) == std::vector<std::string>{"R20"});
  CHECK(keys(maker.network, agreements_of(maker.network, finding)) == std::vector<std::string>{"A"});
  Agreement& row = maker.network.agreements.mutable_row(0);
  row.parties[0].state = PartyState::adopted;
  row.valid = from_to("2026-03-01", "");
  CHECK(outcome(maker, needs_region(), "Alby") == "pending");
  row.parties[1].state = PartyState::declined;
  CHECK(outcome(maker, needs_region(), "Alby") == "unknown no_record");
}

TEST_CASE("near is only what the norm says to ask about: another form, or no target groups on record") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.region("R", "20");
  maker.region("Q", "21");
  Rule rule = needs_region();
  rule.need.partner.same = SamePlace::county;
  rule.need.agreement.form = "discharge_guideline";
  const auto near = [&] {
    std::string all;
    for (const NearAgreement& row : near_agreements_of(finding_of(maker, rule, "Alby"))) {
      all += (all.empty() ? "" : " ") + maker.network.agreement(row.agreement).key;
      all += std::string(row.is_other_form ? ":form" : "") + (row.is_without_target_groups ? ":groups" : "");
    }
    return all;
  };
  const auto add = [&](const char* key, const char* title, const char* form) -> Agreement& {
    maker.agreement(key, {"Alby", "R"});
    Agreement& row = maker.network.agreements.mutable_row(maker.network.agreements.size() - 1);
    row.title = title;
    row.form = form;
    return row;
  };
  add("old", "Samverkan vid UTSKRIVNING", "county_agreement").valid = from_to("2019", "");
  add("new", "In- och utskrivning", "county_agreement").valid = from_to("2023", "");
  add("of-another-form", "Utskrivning", "network");
  add("about-another-thing", "Läkarmedverkan", "county_agreement");
  add("in-another-area", "Utskrivning", "county_agreement").areas = {"A7"};
  add("ended", "Utskrivning", "county_agreement").valid = from_to("2019", "2020");
  add("not-confirmed", "Utskrivning", "county_agreement").parties[0].state = PartyState::unknown;
  add("partner-not-confirmed", "Utskrivning", "county_agreement").parties[1].state = PartyState::recommended;
  add("with-another-region", "Utskrivning", "county_agreement").parties[1].actor = {maker.id("Q"), "Q"};
  CHECK(outcome(maker, rule, "Alby") == "unknown no_record");
  CHECK(near() == "");  // the norm names nothing to ask about
  rule.need.near = RuleNear{{{"county_agreement"}}, {"utskrivning"}};
  CHECK(near() == "new:form old:form");
  CHECK(outcome(maker, rule, "Alby") == "unknown no_record");
  CHECK(agreements_of(maker.network, finding_of(maker, rule, "Alby")).empty());

  rule.need.agreement.target_groups_all = {"T5"};
  CHECK(near() == "new:form:groups old:form:groups");
  maker.network.agreements.mutable_row(0).target_groups = {"T5"};
  maker.network.agreements.mutable_row(1).target_groups = {"T3"};  // about others: never asked about
  CHECK(near() == "old:form");
  rule.need.agreement.form = "county_agreement";
  CHECK(outcome(maker, rule, "Alby") == "met");
  CHECK(near() == "");  // what is met needs none
  maker.network.agreements.mutable_row(0).target_groups.clear();
  CHECK(near() == "old:groups");
  rule.need.agreement.target_groups_all.reset();
  rule.need.agreement.target_groups_any = {"T5", "T6"};
  CHECK(near() == "old:groups");

  Rule negated = rule;
  negated.need = {};
  negated.need.kind = RuleNeed::Kind::negation;
  negated.need.parts = {rule.need};
  rule = negated;
  CHECK(outcome(maker, rule, "Alby") == "unknown no_record");
  CHECK(near() == "");  // what would break a `not` is nothing to ask about
}

TEST_CASE("of several parts, what is near those that decide is told once") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"});
  maker.agreement("B", {"Alby", "R20"}).target_groups = {"T3"};
  Rule rule;
  rule.for_each.type = "municipality";
  rule.need.kind = RuleNeed::Kind::all;
  for (const char* group : {"T3", "T4", "T5"}) {
    RuleNeed part = needs_region().need;
    part.agreement.target_groups_all = {group};
    part.near = RuleNear{};
    rule.need.parts.push_back(part);
  }
  const SubjectFinding finding = finding_of(maker, rule, "Alby");
  CHECK(finding.need.parts[0].outcome == Outcome::met);
  CHECK(finding.outcome == Outcome::unknown);
  CHECK(near_agreements_of(finding) == std::vector{NearAgreement{AgreementId(0), false, true}});
}

TEST_CASE("an older agreement and one not confirmed are leads, in that order") {
  NetworkMaker maker = two_counties();
  maker.agreement("B", {"Alby", "R20"}).parties[0].state = PartyState::unknown;
  CHECK(outcome(maker, needs_region(), "Alby") == "unknown unconfirmed");
  maker.agreement("A", {"Alby"}).status = AgreementStatus::unknown;
  CHECK(outcome(maker, needs_region(), "Alby") == "unknown older");
  const SubjectFinding finding = finding_of(maker, needs_region(), "Alby");
  CHECK(keys(maker.network, agreements_of(maker.network, finding)) == std::vector<std::string>{"A"});
  CHECK(partners_of(maker.network, finding).empty());
}

TEST_CASE("an adopted agreement that has ended proves nothing, but is told beside the gap") {
  NetworkMaker maker = two_counties();
  has_answered(maker, "Alby", std::nullopt);
  maker.agreement("B", {"Alby", "R20"}).valid = from_to("2020", "2025-06-30");
  maker.agreement("A", {"Alby", "R20"}).status = AgreementStatus::ended;
  maker.agreement("C", {"Alby", "R20"}, "A7").status = AgreementStatus::ended;
  maker.agreement("D", {"Alby"}).status = AgreementStatus::ended;
  maker.network.agreements.mutable_row(3).parties[0].state = PartyState::recommended;
  CHECK(outcome(maker, needs_region(), "Alby") == "gap");
  const SubjectFinding finding = finding_of(maker, needs_region(), "Alby");
  CHECK(keys(maker.network, past_agreements_of(maker.network, finding)) == std::vector<std::string>{"A", "B"});
  CHECK(agreements_of(maker.network, finding).empty());
}

TEST_CASE("whom an adopted party signs for stands in it, and with covers units all below") {
  //  school > organiser > Alby;   the organiser signs through Alby, the region on its own
  NetworkMaker maker = two_counties();
  maker.actor("organiser", "school_organiser").parent.id = maker.id("Alby");
  maker.actor("school", "school").parent.id = maker.id("organiser");
  Rule rule = needs_region();
  rule.for_each.type = "school";
  maker.agreement("A", {"Ekby", "R20"});
  maker.network.agreements.mutable_row(0).parties[0].on_behalf_of = {{maker.id("Alby"), ""}};
  CHECK(outcome(maker, needs_region(), "Alby") == "met");
  CHECK(outcome(maker, rule, "school") == "unknown no_record");
  maker.network.agreements.mutable_row(0).covers = Covers::units;
  CHECK(outcome(maker, rule, "school") == "met");
  maker.network.agreements.mutable_row(0).covers = Covers::listed;
  CHECK(outcome(maker, rule, "school") == "unknown no_record");
}

TEST_CASE("a ring of parents in a broken file ends the walk") {
  NetworkMaker maker = two_counties();
  maker.actor("x", "school");
  maker.actor("y", "school").parent.id = maker.id("x");
  maker.network.actors.mutable_row(maker.id("x").value).parent.id = maker.id("y");
  Rule rule = needs_region();
  rule.need.partner.type = "school";
  rule.need.is_independent = true;
  rule.need.least = 2;
  maker.agreement("A", {"Alby", "x"}).covers = Covers::units;
  maker.agreement("B", {"Alby", "y"}).covers = Covers::units;
  has_answered(maker, "Alby", std::nullopt);
  CHECK(outcome(maker, rule, "Alby") == "gap");  // two schools of one root
}

TEST_CASE("partners of one owner, or in one agreement, are not independent") {
  //  Alby -- A -- u1, u2 (of one owner);   Alby -- B -- u2, v
  NetworkMaker maker = two_counties();
  maker.actor("owner", "other");
  for (const char* unit : {"u1", "u2"}) maker.actor(unit, "civil_society").parent.id = maker.id("owner");
  maker.actor("v", "civil_society");
  has_answered(maker, "Alby", std::nullopt);
  Rule rule = needs_region();
  rule.need.partner.type = "civil_society";
  rule.need.least = 2;
  maker.agreement("A", {"Alby", "u1", "u2"});
  CHECK(outcome(maker, rule, "Alby") == "met");
  rule.need.is_independent = true;
  CHECK(outcome(maker, rule, "Alby") == "gap");
  CHECK(finding_of(maker, rule, "Alby").need.found == 1);
  maker.agreement("B", {"Alby", "u2"});
  CHECK(outcome(maker, rule, "Alby") == "gap");
  maker.network.agreements.mutable_row(1).parties.push_back(maker.party("v", PartyState::adopted));
  CHECK(outcome(maker, rule, "Alby") == "met");
}

TEST_CASE("within two steps means over two agreements, and the way is told from the subject on") {
  //  Alby -- A -- Ekby -- B -- forum;     R20 -- C -- forum
  NetworkMaker maker = two_counties();
  maker.actor("forum", "support_structure");
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("B", {"Ekby", "forum"});
  maker.agreement("C", {"R20", "forum"}, "A7");
  Rule rule = needs_region();
  rule.need.kind = RuleNeed::Kind::steps;
  rule.need.partner.type = "support_structure";
  rule.need.steps = 1;
  CHECK(outcome(maker, rule, "Alby") == "unknown no_record");
  CHECK(outcome(maker, rule, "Ekby") == "met");
  rule.need.steps = 2;
  CHECK(outcome(maker, rule, "Alby") == "met");
  const NeedFinding way = finding_of(maker, rule, "Alby").need;
  REQUIRE(way.held.size() == 2);
  CHECK(maker.network.agreement(way.held[0].agreement).key == "A");
  CHECK(*way.held[0].actors == std::vector<ActorId>{maker.id("Ekby")});
  CHECK(maker.network.agreement(way.held[1].agreement).key == "B");
  CHECK(*way.held[1].actors == std::vector<ActorId>{maker.id("forum")});
  maker.network.agreements.mutable_row(1).valid = from_to("", "2026-06");
  CHECK(outcome(maker, rule, "Alby") == "met_expiring");
}

TEST_CASE("a subject of the wanted kind does not reach itself") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "Ekby"});
  Rule rule = needs_region();
  rule.need.kind = RuleNeed::Kind::steps;
  rule.need.steps = 3;
  rule.need.partner.type = "municipality";
  CHECK(outcome(maker, rule, "Alby") == "met");
  rule.need.partner.same = SamePlace::county;
  CHECK(outcome(maker, rule, "Alby") == "unknown no_record");
}

TEST_CASE("an actor of no county is in the same county as nobody") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"});
  for (const char* name : {"Alby", "R20"}) maker.network.actors.mutable_row(maker.id(name).value).county.clear();
  Rule rule = needs_region();
  CHECK(outcome(maker, rule, "Alby") == "met");
  rule.need.partner.same = SamePlace::county;
  CHECK(outcome(maker, rule, "Alby") == "unknown no_record");
}

TEST_CASE("combined needs take the first present of the format's order, and the best reason for not knowing") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"}).parties[0].state = PartyState::unknown;
  maker.agreement("B", {"Alby", "R20"}, "A7");
  Rule rule = needs_region();
  RuleNeed other = rule.need;
  other.agreement.area = "A7";
  RuleNeed nobody = rule.need;
  nobody.partner.type = "civil_society";
  nobody.agreement.area = "A4.2";
  rule.need.parts = {nobody, rule.need, other};
  rule.need.kind = RuleNeed::Kind::all;
  CHECK(outcome(maker, rule, "Alby") == "unknown unconfirmed");
  rule.need.kind = RuleNeed::Kind::any;
  CHECK(outcome(maker, rule, "Alby") == "met");
  const SubjectFinding finding = finding_of(maker, rule, "Alby");
  CHECK(keys(maker.network, agreements_of(maker.network, finding)) == std::vector<std::string>{"B"});
  CHECK(finding.need.parts.size() == 3);
  Rule turned = rule;
  turned.need = RuleNeed();
  turned.need.kind = RuleNeed::Kind::negation;
  turned.need.parts = {rule.need};
  CHECK(outcome(maker, turned, "Alby") == "gap");
  CHECK(outcome(maker, turned, "Ekby") == "unknown no_record");
}

TEST_CASE("coverage is an interval; who is exempt is not in it, who has no population is counted apart") {
  NetworkMaker maker = two_counties();
  maker.municipality("Gotby", "0980").flags = {"municipality_without_region"};
  maker.municipality("Okby", "2081");
  maker.agreement("A", {"Alby", "R20"});
  Rule rule = needs_region();
  rule.for_each.except_flag = "municipality_without_region";
  rule.weight = RuleWeight::population;
  const GapAnalysis analysis = analysis_of(maker.network, rule);
  const RuleFindings& found = analysis.rules[0];
  CHECK(found.count(Outcome::met) == 1);
  CHECK(found.count(Outcome::unknown) == 2);
  CHECK(found.count(Outcome::exempt) == 1);
  CHECK(found.coverage.low == 0.25);
  CHECK(found.coverage.high == 1.0);
  CHECK(found.coverage.without_population == 1);
  rule.weight = RuleWeight::one;
  const RuleCoverage counted = analysis_of(maker.network, rule).rules[0].coverage;
  CHECK(counted.low == doctest::Approx(1.0 / 3));
  CHECK(counted.without_population == 0);
  rule.for_each.type = "school";
  const RuleCoverage nothing = analysis_of(maker.network, rule).rules[0].coverage;
  CHECK_FALSE(nothing.low);
  CHECK_FALSE(nothing.high);
}

TEST_CASE("the findings of some subjects alone are counted and weighed anew, as are those asked") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "R20"});
  has_answered(maker, "Ekby", {{"A4.1"}});
  maker.network.coverage->surveys[0].asked.push_back({maker.id("Alby"), ""});
  RuleSet rules;
  rules.rules = {needs_region()};
  const GapAnalysis all = analysis_of(maker.network, rules.rules[0]);
  CHECK(all.rules[0].asked == 2);
  CHECK(all.rules[0].answered == 1);
  CHECK(all.rules[0].coverage.low == 0.5);
  const GapAnalysis some =
      only_subjects(all, maker.network, rules, [](const Actor& actor) { return actor.county == "21"; });
  CHECK(some.as_of == all.as_of);
  REQUIRE(some.rules[0].subjects.size() == 1);
  CHECK(some.rules[0].count(Outcome::gap) == 1);
  CHECK(some.rules[0].count(Outcome::met) == 0);
  CHECK(some.rules[0].asked == 1);
  CHECK(some.rules[0].coverage.low == 0.0);
}

TEST_CASE("a network without rows and rules without rules give nothing") {
  NetworkMaker maker;
  CHECK(analysis_of(maker.network, needs_region()).rules[0].subjects.empty());
  CHECK(find_gaps(maker.network, NetworkIndex(maker.network), small_taxonomy(), {}, {2025, 1, 1}).rules.empty());
}

TEST_CASE("independent partners are as many as in the largest matching that Boost finds") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const std::size_t roots = 1 + random() % 7, agreements = random() % 8;
    std::vector<std::vector<ActorId>> lists(agreements);
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(roots + agreements);
    for (std::size_t a = 0; a < agreements; ++a) {
      for (std::size_t r = 0; r < roots; ++r) {
        if (random() % 3 != 0) continue;
        lists[a].emplace_back(r);
        lists[a].emplace_back(r);  // two partners of one root
        boost::add_edge(r, roots + a, graph);
      }
    }
    std::vector<boost::graph_traits<decltype(graph)>::vertex_descriptor> mate(roots + agreements);
    boost::edmonds_maximum_cardinality_matching(graph, mate.data());
    const auto most = static_cast<std::int64_t>(boost::matching_size(graph, mate.data()));
    REQUIRE(independent_partners(lists, 100) == most);
    REQUIRE(independent_partners(lists, 2) == std::min<std::int64_t>(most, 2));
  }
}
