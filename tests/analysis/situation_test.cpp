#include "analysis/situation.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

Situation situation(const NetworkMaker& maker, const char* place, Date on = day) {
  return situation_of(maker.network, NetworkIndex(maker.network), small_taxonomy(), place, on);
}

std::vector<std::string> titles(const NetworkMaker& maker, const Situation& of, Standing standing) {
  std::vector<std::string> found;
  for (const PlaceAgreement& row : of.agreements) {
    if (row.standing == standing) found.push_back(maker.network.agreement(row.id).title);
  }
  return found;
}

const AreaSituation& area(const Situation& of, const AreaCode& code) {
  for (const AreaSituation& row : of.areas) {
    if (row.area == code) return row;
  }
  FAIL("no such area: ", code);
  return of.areas.front();
}

using Titles = std::vector<std::string>;

//  Dalarna (20): Falun 2080, Ålby 2081, Övre 2082 and the region; Gävle 2180 elsewhere.
NetworkMaker dalarna() {
  NetworkMaker maker;
  maker.municipality("Falun", "2080");
  maker.municipality("Ålby", "2081");
  maker.municipality("Övre", "2082");
  maker.municipality("Gävle", "2180");
  maker.region("Region Dalarna", "20");
  return maker;
}

}  // namespace

TEST_CASE("a place that the network does not have is not known, and nothing is said of it") {
  const NetworkMaker maker = dalarna();
  for (const char* place : {"", "99", "9999", "208", "x"}) {
    const Situation none = situation(maker, place);
    CHECK_FALSE(none.is_known);
    CHECK(none.areas.empty());
    CHECK(none.agreements.empty());
  }
  CHECK_FALSE(situation(NetworkMaker(), "20").is_known);
}

TEST_CASE("a place without any agreement is known, and every area stands without a record") {
  const Situation falun = situation(dalarna(), "2080");
  CHECK(falun.is_known);
  CHECK_FALSE(falun.is_county);
  CHECK(falun.municipalities.size() == 1);
  REQUIRE(falun.areas.size() == 2);  // A4 and A7; what is outside is no area of it
  CHECK(falun.areas[0].area == "A4");
  CHECK(falun.areas[0].agreements.empty());
  CHECK(falun.areas[0].municipalities_observed == 0);
}

TEST_CASE("each agreement stands for a municipality as its own state, its dates and the agreement's status say") {
  NetworkMaker maker = dalarna();
  maker.agreement("Antaget", {"Falun", "Region Dalarna"});
  maker.agreement("Rekommenderat", {"Falun", "Ålby"}).parties[0].state = PartyState::recommended;
  maker.agreement("Obekräftat", {"Falun", "Ålby"}).parties[0].state.reset();
  maker.agreement("Okänt", {"Falun", "Ålby"}).status = AgreementStatus::unknown;
  maker.agreement("Planerat", {"Falun", "Ålby"}).status = AgreementStatus::planned;
  maker.agreement("Utgånget", {"Falun", "Ålby"}).valid = from_to("2020", "2025-06-30");
  maker.agreement("Avslutat", {"Falun", "Ålby"}).status = AgreementStatus::ended;
  maker.agreement("Internt", {"Falun", "Falun"});
  Agreement& old = maker.agreement("Gammalt", {"Falun", "Ålby"});
  old.status = AgreementStatus::unknown;
  old.valid = from_to("2013", "2015");
  maker.agreement("Senare", {"Falun", "Ålby"}).valid = from_to("2026-02-01", "");
  maker.agreement("Utträtt", {"Falun", "Ålby"}).parties[0].state = PartyState::withdrawn;
  maker.agreement("Andras", {"Ålby", "Region Dalarna"});

  const Situation falun = situation(maker, "2080");
  CHECK(titles(maker, falun, Standing::confirmed) == Titles{"Antaget"});
  CHECK(titles(maker, falun, Standing::on_its_way) == Titles{"Planerat", "Rekommenderat"});
  CHECK(titles(maker, falun, Standing::unconfirmed) == Titles{"Obekräftat"});
  CHECK(titles(maker, falun, Standing::unknown) == Titles{"Okänt"});
  CHECK(titles(maker, falun, Standing::expired) == Titles{"Utgånget"});
  CHECK(titles(maker, falun, Standing::internal) == Titles{"Internt"});
  CHECK(titles(maker, falun, Standing::earlier) == Titles{"Avslutat", "Gammalt"});
  CHECK(falun.agreements.size() == 9);
  CHECK(area(falun, "A4").agreements.size() == 7);  // the earlier ones are leads, no record
  CHECK(area(falun, "A4").of(Standing::earlier) == 2);
  CHECK(area(falun, "A4").municipalities_confirmed == 1);
  CHECK(area(falun, "A7").agreements.empty());
}

TEST_CASE("an end that has passed is no loss where another agreement follows") {
  NetworkMaker maker = dalarna();
  maker.agreement("Förra", {"Falun", "Ålby"}).valid = from_to("2020", "2024");
  AgreementRef before;
  before.id = AgreementId(0);
  maker.agreement("Nya", {"Falun", "Ålby"}).supersedes = {before};
  const Situation falun = situation(maker, "2080");
  CHECK(titles(maker, falun, Standing::expired).empty());
  CHECK(titles(maker, falun, Standing::earlier) == Titles{"Förra"});
}

TEST_CASE("on another day another agreement holds") {
  NetworkMaker maker = dalarna();
  maker.agreement("Avtal", {"Falun", "Ålby"}).valid = from_to("2024-01-01", "2025-12-31");
  CHECK(situation(maker, "2080", {2023, 12, 31}).agreements.empty());
  CHECK(situation(maker, "2080", {2024, 1, 1}).count(Standing::confirmed) == 1);
  CHECK(situation(maker, "2080", {2025, 12, 31}).count(Standing::confirmed) == 1);
  CHECK(situation(maker, "2080", {2026, 1, 1}).count(Standing::expired) == 1);
}

TEST_CASE("a county counts its municipalities: with a tie, with something unconfirmed, without a record") {
  //  A4: Länsavtalet Falun (adopted), Ålby (recommended), region (adopted);  A7: nothing in the county
  NetworkMaker maker = dalarna();
  maker.agreement("Länsavtalet", {"Falun", "Ålby", "Region Dalarna"}).parties[1].state = PartyState::recommended;
  maker.agreement("Gävles", {"Gävle"}, "A7");
  const Situation county = situation(maker, "20");
  CHECK(county.is_county);
  CHECK(county.actor == maker.id("Region Dalarna"));
  CHECK(county.municipalities.size() == 3);
  REQUIRE(county.agreements.size() == 1);
  CHECK(county.agreements[0].standing == Standing::confirmed);
  CHECK(county.agreements[0].municipalities_confirmed == 1);
  CHECK(county.agreements[0].municipalities_other == 1);
  const AreaSituation& school = area(county, "A4");
  CHECK(school.municipalities_confirmed == 1);
  CHECK(school.municipalities_other == 1);
  CHECK(school.municipalities_observed == 0);  // Övre: nobody has asked
  CHECK(situation(maker, "2081").agreements[0].standing == Standing::on_its_way);
}

TEST_CASE("a municipality that has answered without naming anything is observed, one not asked is not") {
  NetworkMaker maker = dalarna();
  maker.agreement("Avtal", {"Falun", "Region Dalarna"});
  Survey survey;
  survey.key = "s";
  survey.areas = {{"A4"}};
  for (const char* name : {"Falun", "Ålby"}) survey.answered.push_back({maker.id(name), ""});
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {survey};
  const Situation county = situation(maker, "20");
  CHECK(area(county, "A4").municipalities_confirmed == 1);
  CHECK(area(county, "A4").municipalities_observed == 1);  // Ålby; Övre was not asked
  CHECK(area(county, "A7").municipalities_observed == 0);
}

TEST_CASE("a national agreement is told apart, so that it does not hide that nothing else is on record") {
  NetworkMaker maker = dalarna();
  std::vector<std::string> everyone = {"Falun", "Ålby", "Övre"};
  for (int i = 0; i < 58; ++i) {
    everyone.push_back("Kommun " + std::to_string(i));
    maker.municipality(everyone.back(), std::to_string(1400 + i));
  }
  maker.agreement("Landet", everyone);  // 61 parties
  maker.agreement("Länet", {"Falun", "Region Dalarna"});
  const Situation falun = situation(maker, "2080"), alby = situation(maker, "2081");
  CHECK(titles(maker, falun, Standing::confirmed) == Titles{"Länet", "Landet"});  // crowds last
  CHECK(falun.count(Standing::confirmed) == 1);
  CHECK(area(falun, "A4").of(Standing::confirmed) == 1);
  CHECK(area(falun, "A4").crowds == 1);
  CHECK(area(alby, "A4").of(Standing::confirmed) == 0);
  CHECK(area(alby, "A4").crowds == 1);
  CHECK(area(alby, "A4").municipalities_confirmed == 0);
  CHECK(area(situation(maker, "20"), "A4").municipalities_confirmed == 1);
}

TEST_CASE("units under the municipality are its own; others there are local, and no answer of the municipality") {
  NetworkMaker maker = dalarna();
  maker.actor("Skolan", "school").parent.id = maker.id("Falun");
  maker.actor("Föreningen", "civil_society").municipality = "2080";
  maker.agreement("Skolans", {"Skolan", "Region Dalarna"});
  maker.agreement("Föreningens", {"Föreningen", "Gävle"}, "A7");
  const Situation falun = situation(maker, "2080");
  REQUIRE(falun.agreements.size() == 2);
  CHECK_FALSE(falun.agreements[0].is_own);  // Föreningens
  CHECK(falun.agreements[1].is_own);
  CHECK(area(falun, "A7").of(Standing::confirmed) == 1);
  CHECK(area(falun, "A7").municipalities_confirmed == 0);
  CHECK(area(falun, "A4").municipalities_confirmed == 0);  // the school is a party, its municipality is not
}

TEST_CASE("a loop of parents, a party listed twice and one it signs for do not confuse it") {
  NetworkMaker maker = dalarna();
  maker.actor("Enhet", "school").parent.id = maker.id("Falun");
  maker.network.actors.mutable_row(maker.id("Falun").value).parent.id = maker.id("Enhet");
  maker.agreement("Två roller", {"Falun", "Falun", "Gävle"});
  maker.agreement("För andra", {"Gävle"}).parties[0].on_behalf_of = {{maker.id("Ålby"), ""}};
  CHECK(situation(maker, "2080").agreements.at(0).municipalities_confirmed == 1);
  CHECK(situation(maker, "2081").count(Standing::confirmed) == 1);
}

TEST_CASE("what is outside the nine areas, without areas or a grant is left out but counted") {
  NetworkMaker maker = dalarna();
  Taxonomy taxonomy = small_taxonomy();
  Form grant;
  grant.code = "grant";
  grant.is_off_by_default = true;
  taxonomy.forms.add(grant);
  maker.agreement("Räddning", {"Falun", "Ålby"}, "A0");
  maker.agreement("Utan område", {"Falun", "Ålby"}).areas.clear();
  maker.agreement("Bidrag", {"Falun", "Ålby"}).form = "grant";
  maker.agreement("Gammalt bidrag", {"Falun", "Ålby"}, "A0").status = AgreementStatus::ended;
  maker.agreement("Båda", {"Falun", "Ålby"}).areas = {"A0", "A4.1"};
  const Situation falun = situation_of(maker.network, NetworkIndex(maker.network), taxonomy, "2080", day);
  CHECK(falun.left_out == 3);
  CHECK(falun.agreements.size() == 1);
}

TEST_CASE("duties of the place's agreements and the milestones come in order of their days") {
  NetworkMaker maker = dalarna();
  Duty report;
  report.by.id = maker.id("Falun");
  report.due = *parse_partial_date("2026-03");
  Duty others = report;
  others.by.id = maker.id("Gävle");
  others.due = *parse_partial_date("2025-06-30");
  Duty undated = report;
  undated.due = {};
  maker.agreement("Avtal", {"Falun", "Gävle"}).duties = {report, others, undated};
  maker.agreement("Andras", {"Ålby", "Gävle"}).duties = {others};
  maker.network.milestones = {{*parse_partial_date("2025-07-01"), "Lagen", {}, {}}, {{}, "Utan dag", {}, {}}};
  const Situation falun = situation(maker, "2080");
  REQUIRE(falun.dues.size() == 3);
  CHECK(falun.dues[0].date == Date{2025, 6, 30});
  CHECK_FALSE(falun.dues[0].is_own);
  CHECK_FALSE(falun.dues[1].agreement.is_set());
  CHECK(falun.dues[2].date == Date{2026, 3, 31});  // the last day that the month may mean
  CHECK(falun.dues[2].is_own);
}

TEST_CASE("deadlines of the place come soonest first") {
  NetworkMaker maker = dalarna();
  maker.agreement("Sent", {"Falun", "Ålby"}).valid = from_to("2020", "2026-11-30");
  maker.agreement("Snart", {"Falun", "Ålby"}).valid = from_to("2020", "2026-01-31");
  maker.agreement("Andras", {"Gävle", "Ålby"}).valid = from_to("2020", "2026-01-31");
  const Situation falun = situation(maker, "2080");
  REQUIRE(falun.deadlines.size() == 2);
  CHECK(falun.deadlines[0].agreement == AgreementId(1));
  CHECK(falun.deadlines[1].on == Date{2026, 11, 30});
}
