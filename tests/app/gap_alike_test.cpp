#include "app/gap_alike.h"

#include <doctest/doctest.h>

#include "support/app_desk.h"

using namespace samverka;
using namespace samverka::test;

namespace {

// Three municipalities of county 20, of which Ceby has a document that nobody has confirmed, and two of county 21.
struct Stage {
  NetworkMaker maker;
  RuleSet rules;

  Stage() {
    maker.municipality("Byby", "2002").population = 5000;
    maker.municipality("Alby", "2001").population = 1000;
    maker.municipality("Ceby", "2003").population = 70;
    maker.municipality("Döby", "2101").population = 30000;
    maker.municipality("Eby", "2102");
    maker.region("R", "20");
    maker.agreement("Avtalet", {"Ceby", "R"});
    maker.network.agreements.mutable_row(0).parties[0].state = PartyState::unknown;
    Rule rule;
    rule.id = "lag";
    rule.rule_class = RuleClass::law;
    rule.for_each.type = "municipality";
    rule.need.partner.type = "region";
    rule.need.agreement.area = "A4.1";
    rule.next_step.sv = rule.next_step.en = "Fråga {subject}.";
    rules.rules = {rule};
  }
  GapAnalysis found() const {
    return find_gaps(maker.network, NetworkIndex(maker.network), small_taxonomy(), rules, maker.network.as_of);
  }
  std::vector<AlikeGaps> alike(const Texts& texts, std::string_view own = {}) const {
    const GapAnalysis analysis = found();
    const std::vector<GapRow> rows = what_to_find_out(maker.network, rules, analysis, own);
    return alike_gaps(maker.network, texts, rules, analysis, rows);
  }
  std::string names(const AlikeGaps& line) const {
    std::string all;
    for (const GapRow& row : line.rows) all += (all.empty() ? "" : " ") + maker.network.actor(row.actor).name;
    return all;
  }
};

}  // namespace

TEST_CASE("what is the same of several of one county is one line, by name, with all who live there") {
  Desk desk{NetworkMaker{}};
  Stage s;
  const auto lines = s.alike(desk.session.assets().sv);
  REQUIRE(lines.size() == 3);
  CHECK(s.names(lines[0]) == "Ceby");  // with something to begin at
  CHECK(lines[0].reason == "”Avtalet” gäller, men ingen uppgift visar att Ceby har antagit den.");
  CHECK(lines[0].next_step == "Fråga Ceby.");
  CHECK(s.names(lines[1]) == "Döby Eby");
  CHECK(lines[1].people == 30000);
  CHECK(s.names(lines[2]) == "Alby Byby");
  CHECK(lines[2].people == 6000);
  CHECK(lines[2].reason == "Ingen uppgift i underlaget. Det betyder inte att samverkan saknas.");
  CHECK(lines[2].next_step == "Fråga var och en av dem.");
}

TEST_CASE("one's own place is never hidden in a line of others") {
  Desk desk{NetworkMaker{}};
  Stage s;
  const auto lines = s.alike(desk.session.assets().sv, "2001");
  REQUIRE(lines.size() == 4);
  CHECK(s.names(lines[0]) == "Alby");
}

TEST_CASE("a document that nobody of several has confirmed is told without a name") {
  Desk desk{NetworkMaker{}};
  Stage s;
  Agreement& row = s.maker.network.agreements.mutable_row(0);
  row.parties.push_back(s.maker.party("Alby", PartyState::unknown));
  const auto lines = s.alike(desk.session.assets().sv);
  CHECK(s.names(lines[0]) == "Alby Ceby");
  CHECK(lines[0].reason == "”Avtalet” gäller, men ingen uppgift visar att någon av dem har antagit den.");
}

TEST_CASE("actors of no county stand alone, and of nobody whose people are recorded there is no number") {
  Desk desk{NetworkMaker{}};
  Stage s;
  for (const char* name : {"Döby", "Eby"}) {
    Actor& actor = s.maker.network.actors.mutable_row(s.maker.id(name).value);
    actor.county.clear();
    actor.population.reset();
  }
  const auto lines = s.alike(desk.session.assets().sv);
  REQUIRE(lines.size() == 4);
  CHECK(s.names(lines[1]) == "Alby Byby");
  CHECK(s.names(lines[2]) == "Döby");
  CHECK(lines[2].people == std::nullopt);
  CHECK(s.names(lines[3]) == "Eby");
}
