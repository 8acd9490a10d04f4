#include "analysis/gap_list.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Rule rule(const std::string& id, RuleClass rule_class, int severity, const AreaCode& area) {
  Rule row;
  row.id = id;
  row.rule_class = rule_class;
  row.severity = severity;
  row.for_each.type = "municipality";
  row.need.partner.type = "region";
  row.need.agreement.area = area;
  return row;
}

// Three municipalities of county 20 and one of 21, all asked about everything, but for Döby, which was not asked.
struct Stage {
  NetworkMaker maker;
  RuleSet rules;

  Stage() {
    maker.municipality("Alby", "2001").population = 1000;
    maker.municipality("Byby", "2002").population = 5000;
    maker.municipality("Ceby", "2003");
    maker.municipality("Döby", "2101").population = 300;
    maker.region("R", "20");
    Survey survey;
    survey.key = survey.title = "Enkäten";
    for (const char* name : {"Alby", "Byby", "Ceby"}) {
      survey.asked.push_back({maker.id(name), name});
      survey.answered.push_back({maker.id(name), name});
    }
    maker.network.coverage = Coverage{};
    maker.network.coverage->surveys.push_back(survey);
    rules.rules = {rule("wish", RuleClass::ambition, 3, "A7"), rule("law", RuleClass::law, 1, "A4.1"),
                   rule("heavy", RuleClass::law, 3, "A4.2")};
  }

  GapAnalysis found() const {
    return find_gaps(maker.network, NetworkIndex(maker.network), small_taxonomy(), rules, maker.network.as_of);
  }
  std::string told(const std::vector<GapRow>& rows) const {
    std::string all;
    for (const GapRow& row : rows) {
      all += (all.empty() ? "" : " ") + rules.rules[row.rule].id + "/" + maker.network.actor(row.actor).key;
    }
    return all;
  }
  std::string act(std::string_view own = {}) const { return told(what_to_act_on(maker.network, rules, found(), own)); }
  std::string find_out(std::string_view own = {}) const {
    return told(what_to_find_out(maker.network, rules, found(), own));
  }
};

}  // namespace

TEST_CASE("law comes before ambition, then people, and nobody knows how many comes last, then the rule's weight") {
  Stage s;
  CHECK(s.act() == "heavy/Byby law/Byby heavy/Alby law/Alby heavy/Ceby law/Ceby wish/Byby wish/Alby wish/Ceby");
}

TEST_CASE("of as many people what is missing comes before what ends within the horizon and what is on its way") {
  Stage s;
  for (const char* name : {"Alby", "Byby", "Ceby"}) {
    s.maker.network.actors.mutable_row(s.maker.id(name).value).population = 1000;
  }
  s.rules.rules = {rule("law", RuleClass::law, 1, "A4.1")};
  s.maker.agreement("ends", {"Byby", "R"}).valid = Validity{};
  s.maker.network.agreements.mutable_row(0).valid->end = Validity::End::date;
  s.maker.network.agreements.mutable_row(0).valid->to = *parse_partial_date("2026-06-30");
  s.maker.agreement("soon", {"Alby", "R"});
  s.maker.network.agreements.mutable_row(1).parties[0].state = PartyState::recommended;
  CHECK(s.act() == "law/Ceby law/Byby law/Alby");
  s.maker.network.actors.mutable_row(s.maker.id("Alby").value).population = 1001;
  CHECK(s.act() == "law/Alby law/Ceby law/Byby");
}

TEST_CASE("one's own county or municipality stands first of all, and other classes do not change that") {
  Stage s;
  CHECK(s.act("2003").substr(0, 29) == "heavy/Ceby law/Ceby wish/Ceby");
  CHECK(s.act("99") == s.act());
  const auto rows = what_to_act_on(s.maker.network, s.rules, s.found(), "20");
  REQUIRE(rows.size() == 9);
  CHECK(rows.front().is_own);
  CHECK(s.act("20") == s.act());
}

TEST_CASE(
    "after one's own municipality stands the rest of its county, and rows that only differ in people share a rank") {
  Stage s;
  s.rules.rules = {rule("law", RuleClass::law, 1, "A4.1")};
  Survey& survey = s.maker.network.coverage->surveys.front();
  survey.asked.push_back({s.maker.id("Döby"), "Döby"});
  survey.answered.push_back({s.maker.id("Döby"), "Döby"});
  s.maker.network.actors.mutable_row(s.maker.id("Döby").value).population = 9000;
  CHECK(s.act() == "law/Döby law/Byby law/Alby law/Ceby");
  CHECK(s.act("2003") == "law/Ceby law/Byby law/Alby law/Döby");
  const auto rows = what_to_act_on(s.maker.network, s.rules, s.found(), "2003");
  CHECK(rows[0].is_own);
  CHECK((rows[0].is_own_county && rows[1].is_own_county && rows[2].is_own_county));
  CHECK_FALSE(rows[3].is_own_county);
  CHECK(std::vector<std::size_t>{rows[0].rank, rows[1].rank, rows[2].rank, rows[3].rank} ==
        std::vector<std::size_t>{0, 1, 1, 2});
}

TEST_CASE("what can be begun with comes first of the unknown") {
  Stage s;
  s.rules.rules = {rule("wish", RuleClass::ambition, 3, "A7"), rule("law", RuleClass::law, 1, "A4.1")};
  s.maker.municipality("Eby", "2102").population = 200;
  s.maker.municipality("Fby", "2103").population = 100;
  s.maker.region("Q", "21");
  s.maker.agreement("old", {"Fby", "Q"}, "A7").status = AgreementStatus::unknown;
  s.maker.agreement("new", {"Eby", "Q"}, "A7");
  s.maker.network.agreements.mutable_row(1).parties[0].state = PartyState::unknown;
  CHECK(s.find_out() == "wish/Fby wish/Eby law/Döby law/Eby law/Fby wish/Döby");
}

TEST_CASE("an agreement in force that may be enough comes before all other leads") {
  Stage s;
  Rule law = rule("law", RuleClass::law, 1, "A4.1");
  law.need.agreement.target_groups_all = {"T5"};
  law.need.near = RuleNear{};
  s.rules.rules = {law};
  s.maker.municipality("Eby", "2102").population = 100;
  s.maker.region("Q", "21");
  s.maker.agreement("near", {"Eby", "Q"});
  Agreement& older = s.maker.agreement("old", {"Döby", "Q"});
  older.status = AgreementStatus::unknown;
  older.target_groups = {"T5"};
  CHECK(s.find_out() == "law/Eby law/Döby");
  s.rules.rules[0].need.near.reset();
  CHECK(s.find_out() == "law/Döby law/Eby");
}

TEST_CASE("how much is known is counted over all rules, and of one county") {
  Stage s;
  CHECK(known_share(s.found()) == KnownShare{9, 12});
  CHECK(known_share(s.maker.network, s.found(), "21") == KnownShare{0, 3});
  CHECK(known_share(s.maker.network, s.found(), "21").is_mostly_unknown());
  CHECK_FALSE(known_share(s.found()).is_mostly_unknown());
  CHECK(known_share(GapAnalysis{}) == KnownShare{});
  CHECK_FALSE(KnownShare{}.is_mostly_unknown());
}
