#include "app/gap_words.h"

#include <doctest/doctest.h>

#include "support/app_desk.h"

using namespace samverka;
using namespace samverka::test;

namespace {

// Alby has a region that it has no agreement with; `survey` has asked it.
struct Stage {
  NetworkMaker maker;
  Rule rule;
  Survey survey;

  Stage() {
    maker.municipality("Alby", "2001").population = 1000;
    maker.region("R", "20");
    rule.id = "R1";
    rule.for_each.type = "municipality";
    rule.need.partner.type = "region";
    rule.need.agreement.area = "A4.1";
    rule.weight = RuleWeight::population;
  }
  void answers() {
    survey.asked = survey.answered = {{maker.id("Alby"), "Alby"}};
    maker.network.coverage = Coverage{};
    maker.network.coverage->surveys = {survey};
  }
  RuleFindings found() const {
    RuleSet set;
    set.rules = {rule};
    return find_gaps(maker.network, NetworkIndex(maker.network), small_taxonomy(), set, maker.network.as_of).rules[0];
  }
  std::string why(const Texts& texts) const { return reason_in_words(maker.network, texts, rule, found().subjects[0]); }
};

}  // namespace

TEST_CASE("each outcome is told by what it rests on") {
  Desk desk{NetworkMaker{}};
  const Texts& sv = desk.session.assets().sv;
  Stage s;
  CHECK(s.why(sv) == "Ingen uppgift i underlaget. Det betyder inte att samverkan saknas.");
  s.survey.title = "Enkäten";
  s.answers();
  CHECK(s.why(sv) == "Saknas enligt ”Enkäten”.");
  s.maker.agreement("Avtalet", {"Alby", "R"});
  CHECK(s.why(sv) == "”Avtalet” gäller.");
  Agreement& row = s.maker.network.agreements.mutable_row(0);
  row.parties[0].state = PartyState::recommended;
  CHECK(s.why(sv) == "”Avtalet” är på väg: rekommenderad eller beslutad, ännu inte antagen.");
  row.parties[0].state = PartyState::unknown;
  s.maker.network.coverage.reset();
  CHECK(s.why(sv) == "”Avtalet” gäller, men ingen uppgift visar att Alby har antagit den.");
}

TEST_CASE("of two things that are asked for, the one that is there is told before what is left") {
  Desk desk{NetworkMaker{}};
  const Texts& sv = desk.session.assets().sv;
  Stage s;
  RuleNeed both;
  both.kind = RuleNeed::Kind::all;
  both.parts = {s.rule.need, s.rule.need};
  both.parts[1].agreement.area = "A4.2";
  s.rule.need = both;
  CHECK(s.why(sv) == "Ingen uppgift i underlaget. Det betyder inte att samverkan saknas.");
  s.maker.agreement("Första", {"Alby", "R"}, "A4.1");
  CHECK(s.why(sv) ==
        "En del är uppfylld genom ”Första”. Det som återstår: Ingen uppgift i underlaget. Det betyder inte att "
        "samverkan saknas.");
  s.maker.agreement("Andra", {"Alby", "R"}, "A4.2");
  CHECK(s.why(sv) == "”Första” gäller.");
}

TEST_CASE("of several older documents the newest is told, and how many more there are") {
  Desk desk{NetworkMaker{}};
  const Texts& sv = desk.session.assets().sv;
  Stage s;
  s.maker.agreement("a 2013", {"Alby", "R"}).valid = from_to("2013-01-01", "");
  s.maker.agreement("b utan dag", {"Alby", "R"});
  s.maker.agreement("c 2022", {"Alby", "R"}).valid = from_to("2022-01-01", "");
  for (std::uint32_t i = 0; i < 3; ++i) {
    s.maker.network.agreements.mutable_row(i).status = AgreementStatus::unknown;
  }
  CHECK(s.why(sv) == "Ett äldre dokument finns: ”c 2022” och 2 till. Ingen uppgift visar om de gäller.");
}

TEST_CASE("what is near is told instead of no record, else after the reason, and is what to read first") {
  Desk desk{NetworkMaker{}};
  const Texts& sv = desk.session.assets().sv;
  Stage s;
  s.rule.need.agreement.form = "discharge_guideline";
  s.rule.need.near = RuleNear{{{"county_agreement"}}, {}};
  s.maker.agreement("Utskrivningen", {"Alby", "R"}).form = "county_agreement";
  const std::string near =
      "Nära träff: ”Utskrivningen”, antagen och i kraft men av en annan form än normens. Fråga om det räcker.";
  CHECK(s.found().subjects[0].need.why == WhyUnknown::no_record);
  CHECK(s.why(sv) == near);
  CHECK(lead_of(s.found().subjects[0]) == AgreementId(0));
  s.survey.title = "Enkäten";
  s.answers();
  CHECK(s.found().subjects[0].outcome == Outcome::gap);
  CHECK(s.why(sv) == "Saknas enligt ”Enkäten”. " + near);
  CHECK_FALSE(lead_of(s.found().subjects[0]).is_set());
  s.maker.network.coverage.reset();
  s.maker.agreement("Den andra", {"Alby", "R"}).form = "county_agreement";
  s.rule.need.agreement.target_groups_all = {"T5"};
  CHECK(s.why(sv) ==
        "Nära träff: ”Den andra” (och 1 till), antagen och i kraft men av en annan form än normens och utan angiven "
        "målgrupp. Fråga om det räcker.");
}

TEST_CASE("what to read first is an older document where nothing is near, and nothing where none speaks of it") {
  Stage s;
  CHECK_FALSE(lead_of(s.found().subjects[0]).is_set());
  s.maker.agreement("Det gamla", {"Alby", "R"}).status = AgreementStatus::unknown;
  CHECK(lead_of(s.found().subjects[0]) == AgreementId(0));
}

TEST_CASE("a survey without a title is told by its day, and the newest one is told") {
  Desk desk{NetworkMaker{}};
  const Texts& sv = desk.session.assets().sv;
  Stage s;
  s.answers();
  CHECK(s.why(sv) == "Saknas enligt enkäten utan datum.");
  Survey newer = s.survey;
  newer.date = *parse_partial_date("2025-10");
  s.maker.network.coverage->surveys.insert(s.maker.network.coverage->surveys.begin(), newer);
  CHECK(s.why(sv) == "Saknas enligt enkäten 2025-10.");
}

TEST_CASE("{subject} is filled wherever it stands, and a name that holds it does no harm") {
  Stage s;
  s.maker.network.actors.mutable_row(0).name = "{subject}";
  Wording words;
  words.sv = "{subject} och {subject}.";
  CHECK(about_subject(words, "sv", s.maker.network, s.maker.id("Alby")) == "{subject} och {subject}.");
}

TEST_CASE("coverage is told as the command tells it: no share of few, and words where nobody is weighed") {
  Desk desk{NetworkMaker{}};
  const Texts& sv = desk.session.assets().sv;
  Stage s;
  for (const char* name : {"B", "C", "D", "E", "F"}) s.maker.municipality(name, "2002");
  CHECK(coverage_in_words(sv, s.rule, s.found()) == "Färre än fem: bara antal, inga procenttal");  // one is weighed
  for (std::uint32_t i = 0; i < s.maker.network.actors.size(); ++i)
    s.maker.network.actors.mutable_row(i).population = 10;
  CHECK(coverage_in_words(sv, s.rule, s.found()) == "Täckning: 0,0–100,0 % av 60 invånare");
  CHECK(coverage_in_words(sv, s.rule, RuleFindings{}) == "Ingen att räkna på.");
}
