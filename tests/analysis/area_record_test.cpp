#include "analysis/area_record.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

AreaRecord record(const NetworkMaker& maker, const AreaCode& area, std::string_view place = {}) {
  for (const AreaRecord& row : record_by_area(maker.network, small_taxonomy(), maker.network.as_of, place)) {
    if (row.area == area) return row;
  }
  FAIL("no such area: ", area);
  return {};
}

NetworkMaker two_counties() {
  NetworkMaker maker;
  maker.municipality("Alby", "2080");
  maker.municipality("Ekby", "2081");
  maker.municipality("Gävle", "2180");
  maker.region("Regionen", "20");
  return maker;
}

}  // namespace

TEST_CASE("an empty network has its areas, with nothing on record") {
  const auto rows = record_by_area(Network{}, small_taxonomy(), {2025, 12, 31});
  REQUIRE(rows.size() == 4);  // A4 A4.1 A4.2 A7; A0 is outside
  CHECK(rows[0].agreements == 0);
  CHECK(rows[0].without_record() == 0);
}

TEST_CASE("each area counts what its filter lets through, a clause apart and in its area once") {
  NetworkMaker maker = two_counties();
  maker.actor("RSS", "support_structure").county = "20";
  maker.agreement("A", {"Alby", "Regionen"}).areas = {"A4.1", "A4.2"};
  maker.agreement("B", {"Alby", "Ekby", "RSS"}, "A4.2").parties[1].state = PartyState::recommended;
  maker.agreement("C", {"Gävle", "Alby"}, "A7").status = AgreementStatus::unknown;
  maker.agreement("D", {"Gävle", "Alby"}, "A4.1").status = AgreementStatus::ended;
  maker.agreement("E", {"Gävle", "Alby"}, "A7").status = AgreementStatus::planned;
  const Taxonomy taxonomy = small_taxonomy();
  for (const AreaRecord& row : record_by_area(maker.network, taxonomy, maker.network.as_of)) {
    const Filter filter{{FilterClause{"area", {row.area}, false}}};
    CAPTURE(row.area);
    CHECK(row.agreements == restrict(maker.network, taxonomy, filter, maker.network.as_of).agreements.size());
  }
  const AreaRecord school = record(maker, "A4");
  CHECK(school.agreements == 2);
  CHECK(school.active == 2);
  CHECK(school.structures == 1);
  CHECK(school.municipalities == 3);
  CHECK(school.confirmed == 1);         // Alby
  CHECK(school.unconfirmed == 1);       // Ekby
  CHECK(school.without_record() == 1);  // Gävle
  CHECK(record(maker, "A4.1").agreements == 1);
  const AreaRecord regional = record(maker, "A7");
  CHECK(regional.agreements == 2);
  CHECK(regional.active == 0);
  CHECK(regional.not_known == 1);
  CHECK(regional.unconfirmed == 2);
}

TEST_CASE("a place counts its own municipalities and what they are party in") {
  NetworkMaker maker = two_counties();
  maker.agreement("A", {"Alby", "Gävle"});
  maker.agreement("B", {"Gävle"});
  CHECK(record(maker, "A4", "20").agreements == 1);
  CHECK(record(maker, "A4", "20").municipalities == 2);
  CHECK(record(maker, "A4", "20").confirmed == 1);
  CHECK(record(maker, "A4", "2180").agreements == 2);
  CHECK(record(maker, "A4", "2180").municipalities == 1);
  CHECK(record(maker, "A4", "99").municipalities == 0);
}

TEST_CASE("a structure counts by the charter that founds it") {
  NetworkMaker maker = two_counties();
  maker.actor("RSS", "support_structure");
  maker.agreement("Stadga", {"Alby", "Ekby"}, "A7").founds.id = maker.id("RSS");
  CHECK(record(maker, "A7").structures == 1);
  CHECK(record(maker, "A4").structures == 0);
}

TEST_CASE("a crowd is an agreement of its area but confirms no municipality") {
  NetworkMaker maker = two_counties();
  std::vector<std::string> everyone = {"Alby"};
  for (int i = 0; i < 60; ++i) {
    everyone.push_back("Kommun " + std::to_string(i));
    maker.municipality(everyone.back(), std::to_string(1400 + i));
  }
  maker.agreement("Landet", everyone);
  CHECK(record(maker, "A4").agreements == 1);
  CHECK(record(maker, "A4").confirmed == 0);
  CHECK(record(maker, "A4").without_record() == 63);
}

TEST_CASE("a municipality that has answered that it has nothing is apart from those nobody asked") {
  NetworkMaker maker = two_counties();
  Survey survey;
  survey.answered = {{maker.id("Ekby"), ""}};
  maker.network.coverage = Coverage{};
  maker.network.coverage->surveys = {survey};
  CHECK(record(maker, "A7").observed_none == 1);
  CHECK(record(maker, "A7").without_record() == 2);
}
