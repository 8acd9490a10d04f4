#include "analysis/census.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Counts = std::map<std::string, std::size_t>;
constexpr Date day{2025, 12, 31};

Census census_of(const NetworkMaker& maker) { return take_census(maker.network, small_taxonomy(), day); }

}  // namespace

TEST_CASE("the census of an empty network is zero throughout") {
  const Census census = census_of(NetworkMaker());
  CHECK(census.id == "test");
  CHECK(census.as_of == day);
  CHECK(census.actors == 0);
  CHECK(census.actors_by_group.empty());
  CHECK(census.ties == 0);
}

TEST_CASE("actors are counted by type and group; one of an unknown type is of group other") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2002");
  maker.actor("School", "school");
  maker.actor("Organiser", "school_organiser");
  maker.actor("Spaceport", "spaceport");
  maker.agreement("A", {"Alby", "School"});
  const Census census = census_of(maker);
  CHECK(census.actors == 5);
  CHECK(census.actors_by_group == Counts{{"municipality", 2}, {"school", 2}, {"other", 1}});
  CHECK(census.actors_by_type == Counts{{"municipality", 2}, {"school", 1}, {"school_organiser", 1}, {"spaceport", 1}});
  CHECK(census.actors_without_agreement == 3);
}

TEST_CASE("an agreement counts once in each of its top areas, and in A0 if it has none") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.agreement("A", {"Alby"}).areas = {"A4.1", "A4.2", "A7"};
  maker.agreement("B", {"Alby"}).areas = {};
  maker.agreement("C", {"Alby"}).areas = {"A4"};
  maker.agreement("D", {"Alby"}).areas = {"X9.9"};
  CHECK(census_of(maker).agreements_by_area == Counts{{"A4", 2}, {"A7", 1}, {"A0", 1}, {"X9.9", 1}});
}

TEST_CASE("agreements are counted by form, status and dates; until further notice is no end date") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.agreement("A", {"Alby"}).valid = from_to("2020", "2024");
  maker.agreement("B", {"Alby"}).valid = from_to("2020", "2026");
  Agreement& open = maker.agreement("C", {"Alby"});
  open.form = "iop";
  open.status = AgreementStatus::under_notice;
  open.valid = Validity{};
  open.valid->end = Validity::End::open;
  maker.agreement("D", {"Alby"}).status = AgreementStatus::ended;
  const Census census = census_of(maker);
  CHECK(census.agreements == 4);
  CHECK(census.agreements_active == 2);
  CHECK(census.agreements_by_form == Counts{{"other", 3}, {"iop", 1}});
  CHECK(census.agreements_by_status == Counts{{"active", 2}, {"ended", 1}, {"under_notice", 1}});
  CHECK(census.agreements_with_from == 2);
  CHECK(census.agreements_with_to == 2);
}

TEST_CASE("a tie is an adopted party of an active agreement that is not internal") {
  //  Alby: adopted in A, twice   Ekby: recommended in A   Norrby: adopted in the ended B   Sörby: internal only
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby", "Norrby", "Sörby"}) maker.municipality(name, "2001");
  maker.actor("School", "school");
  Agreement& agreement = maker.agreement("A", {"Alby", "Ekby", "School", "Alby"});
  agreement.parties[1].state = PartyState::recommended;
  maker.agreement("B", {"Norrby", "Alby"}).status = AgreementStatus::ended;
  maker.agreement("internal", {"Sörby", "Sörby"});
  const Census census = census_of(maker);
  CHECK(census.parties == 8);
  CHECK(census.ties == 3);
  CHECK(census.municipalities_with_tie == 1);
  CHECK(census.party_states == Counts{{"adopted", 7}, {"recommended", 1}});
  CHECK(census.actors_without_agreement == 0);
}

TEST_CASE("a party without a state counts as unknown, and one that refers to nobody still counts") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  Agreement& agreement = maker.agreement("A", {"Alby"});
  agreement.parties[0].state.reset();
  agreement.parties.emplace_back().actor.unresolved = "k-nobody";
  const Census census = census_of(maker);
  CHECK(census.parties == 2);
  CHECK(census.party_states == Counts{{"unknown", 2}});
  CHECK(census.municipalities_with_tie == 0);
}
