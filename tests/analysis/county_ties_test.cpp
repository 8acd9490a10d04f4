//  Alby, Ekby in county 90; Sjöby in 91; Åby in 92; Staten in none
#include "analysis/county_ties.h"

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

NetworkMaker three_counties() {
  NetworkMaker maker;
  maker.municipality("Alby", "9001");
  maker.municipality("Ekby", "9002");
  maker.municipality("Sjöby", "9101");
  maker.municipality("Åby", "9201");
  maker.actor("Staten", "other");
  return maker;
}

SubNetwork all_of(const NetworkMaker& maker) {
  return restrict(maker.network, small_taxonomy(), {}, maker.network.as_of);
}

CountyTies ties_of(const NetworkMaker& maker, std::size_t crowd = crowd_parties) {
  const SubNetwork part = all_of(maker);
  return county_ties(maker.network, part.participations, crowd);
}

}  // namespace

TEST_CASE("nothing shown joins no counties") {
  const CountyTies ties = ties_of(NetworkMaker());
  CHECK(ties.within.empty());
  CHECK(ties.between.empty());
  CHECK(ties.find("90") == nullptr);
  CHECK(ties.find("90", "91") == nullptr);
}

TEST_CASE("an agreement of one county stays within it, whoever without a county is party too") {
  NetworkMaker maker = three_counties();
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("B", {"Alby", "Staten"});
  maker.agreement("C", {"Staten"});
  const CountyTies ties = ties_of(maker);
  REQUIRE(ties.within.size() == 1);
  CHECK(ties.within[0].county == "90");
  CHECK(ties.within[0].agreements == std::vector<AgreementId>{AgreementId(0), AgreementId(1)});
  CHECK(ties.within[0].confirmed == 2);
  CHECK(ties.between.empty());
  CHECK(ties.countyless == std::vector<AgreementId>{AgreementId(2)});
}

TEST_CASE("two counties that share three agreements are joined by three, however many parties each has") {
  NetworkMaker maker = three_counties();
  maker.agreement("A", {"Alby", "Sjöby"});
  maker.agreement("B", {"Alby", "Ekby", "Sjöby"});
  maker.agreement("C", {"Sjöby", "Ekby"});
  const CountyTies ties = ties_of(maker);
  REQUIRE(ties.between.size() == 1);
  CHECK(ties.between[0].first == "90");
  CHECK(ties.between[0].second == "91");
  CHECK(ties.between[0].agreements.size() == 3);
  CHECK(ties.between[0].confirmed == 3);
  CHECK(ties.within.empty());
  CHECK(ties.find("91", "90") == ties.between.data());
}

TEST_CASE("an agreement of three counties joins each pair of them, and crosses once") {
  NetworkMaker maker = three_counties();
  maker.agreement("A", {"Alby", "Sjöby", "Åby"});
  const CountyTies ties = ties_of(maker);
  CHECK(ties.between.size() == 3);
  CHECK(ties.crossing.size() == 1);
}

TEST_CASE("a pair of counties is confirmed only by a confirmed party on each side") {
  NetworkMaker maker = three_counties();
  Agreement& a = maker.agreement("A", {"Alby"});
  a.parties.push_back(maker.party("Sjöby", PartyState::recommended));
  const CountyTies ties = ties_of(maker);
  REQUIRE(ties.between.size() == 1);
  CHECK(ties.between[0].agreements.size() == 1);
  CHECK(ties.between[0].confirmed == 0);
}

TEST_CASE("an agreement of a crowd joins nothing, even where few of its parties are shown") {
  NetworkMaker maker = three_counties();
  maker.agreement("Alla", {"Alby", "Ekby", "Sjöby", "Åby"});
  CHECK(ties_of(maker, 4).between.size() == 3);
  CHECK(ties_of(maker, 3).between.empty());
  SubNetwork few = all_of(maker);
  few.participations.resize(2);
  const CountyTies ties = county_ties(maker.network, few.participations, 3);
  CHECK(ties.within.empty());
  CHECK(ties.crowded == std::vector<AgreementId>{AgreementId(0)});
}

TEST_CASE("an actor's county is its own, else its municipality's, else its parent's; loops of parents end") {
  NetworkMaker maker = three_counties();
  Actor& school = maker.actor("Skolan", "school");
  school.municipality = "9201";
  maker.actor("Huset", "school").parent.id = maker.id("Skolan");
  Actor& own = maker.actor("Egen", "school");
  own.county = "91";
  own.municipality = "9201";
  const auto county = [&](const char* name) { return county_of(maker.network, maker.id(name)); };
  CHECK(county("Skolan") == "92");
  CHECK(county("Huset") == "92");
  CHECK(county("Egen") == "91");
  CHECK(county("Staten").empty());
  maker.network.actors.mutable_row(maker.id("Staten").value).parent.id = maker.id("Staten");
  CHECK(county("Staten").empty());
}
