#include "analysis/cooperation.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Cooperation cooperation(const NetworkMaker& maker, const char* place) {
  const NetworkIndex index(maker.network);
  const Taxonomy taxonomy = small_taxonomy();
  return cooperation_of(maker.network, index, taxonomy, place, maker.network.as_of);
}

// "municipality: Ekby, Åby | Norrby (A4 2, A7 1)": confirmed | others.
std::string told(const NetworkMaker& maker, const PartnerGroup& group) {
  std::string words = group.group + ":";
  for (const ActorId id : group.confirmed) words += " " + maker.network.actor(id).name;
  words += " |";
  for (const ActorId id : group.others) words += " " + maker.network.actor(id).name;
  for (const auto& [area, count] : group.areas) words += " " + area + "=" + std::to_string(count);
  return words;
}

std::vector<std::string> told(const NetworkMaker& maker, const std::vector<PartnerGroup>& groups) {
  std::vector<std::string> all;
  for (const PartnerGroup& group : groups) all.push_back(told(maker, group));
  return all;
}

using Lines = std::vector<std::string>;

NetworkMaker county() {
  NetworkMaker maker;
  maker.municipality("Alby", "2080");
  maker.municipality("Östby", "2081");
  maker.municipality("Åby", "2082");
  maker.municipality("Gävle", "2180");
  maker.region("Regionen", "20");
  return maker;
}

}  // namespace

TEST_CASE("who takes part in nothing cooperates with nobody on record") {
  const Cooperation none = cooperation(county(), "2080");
  CHECK(none.inside.empty());
  CHECK(none.outside.empty());
  CHECK(cooperation(county(), "").inside.empty());
}

TEST_CASE("a municipality's partners stand by group, inside and outside its county, confirmed apart") {
  NetworkMaker maker = county();
  maker.agreement("A", {"Alby", "Östby", "Åby", "Regionen"});
  maker.agreement("B", {"Alby", "Gävle"}, "A7").parties[1].state = PartyState::recommended;
  maker.agreement("C", {"Alby", "Åby"}, "A4.2");
  maker.agreement("Utanför", {"Alby", "Gävle"}, "A0");
  const Cooperation alby = cooperation(maker, "2080");
  CHECK(told(maker, alby.inside) == Lines{"municipality: Åby Östby | A4=2", "region: Regionen | A4=1"});
  CHECK(told(maker, alby.outside) == Lines{"municipality: | Gävle A7=1"});
}

TEST_CASE("the units of a municipality are not its partners, and their partners are its") {
  NetworkMaker maker = county();
  maker.actor("Skolan", "school").parent.id = maker.id("Alby");
  maker.agreement("A", {"Alby", "Skolan"});
  maker.agreement("B", {"Skolan", "Östby"});
  CHECK(told(maker, cooperation(maker, "2080").inside) == Lines{"municipality: Östby | A4=1"});
}

TEST_CASE("the municipalities of a county are each other's partners; one alone with outsiders is not") {
  NetworkMaker maker = county();
  maker.agreement("A", {"Alby", "Östby"});
  maker.agreement("B", {"Åby", "Gävle"}, "A7");
  const Cooperation dalarna = cooperation(maker, "20");
  CHECK(told(maker, dalarna.inside) == Lines{"municipality: Alby Östby | A4=1"});
  CHECK(told(maker, dalarna.outside) == Lines{"municipality: Gävle | A7=1"});
}

TEST_CASE("a tie needs both: with only one of the county's parties confirmed, nobody inside is") {
  NetworkMaker maker = county();
  maker.agreement("A", {"Alby", "Östby", "Gävle"}).parties[1].state = PartyState::decided;
  const Cooperation dalarna = cooperation(maker, "20");
  // Östby's only confirmed partner is Alby, but it is itself not confirmed; Alby has none inside.
  CHECK(told(maker, dalarna.inside) == Lines{"municipality: | Alby Östby A4=1"});
  CHECK(told(maker, dalarna.outside) == Lines{"municipality: Gävle | A4=1"});
}

TEST_CASE("a crowd makes nobody a partner, but is counted") {
  NetworkMaker maker = county();
  std::vector<std::string> everyone = {"Alby", "Östby"};
  for (int i = 0; i < 59; ++i) {
    everyone.push_back("Kommun " + std::to_string(i));
    maker.municipality(everyone.back(), std::to_string(1400 + i));
  }
  maker.agreement("Landet", everyone);
  const Cooperation alby = cooperation(maker, "2080");
  CHECK(alby.inside.empty());
  CHECK(alby.outside.empty());
  CHECK(alby.crowded_agreements == 1);
}
