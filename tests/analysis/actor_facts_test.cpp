#include "analysis/actor_facts.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

std::vector<OwnAgreement> own(const NetworkMaker& maker, const char* name) {
  return agreements_of(maker.network, NetworkIndex(maker.network), maker.id(name), maker.network.as_of);
}

Comparison compared(const NetworkMaker& maker, const std::vector<const char*>& names) {
  const SubNetwork part = restrict(maker.network, small_taxonomy(), {}, maker.network.as_of);
  std::vector<ActorId> actors;
  for (const char* name : names) actors.push_back(maker.id(name));
  return compare(maker.network, NetworkIndex(maker.network), small_taxonomy(), part, actors, maker.network.as_of);
}

}  // namespace

TEST_CASE("an actor's agreements: confirmed first, then open ones, those of unknown validity last; two roles once") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby"}) maker.actor(name, "other");
  maker.agreement("Gammalt", {"Alby", "Ekby"}).status = AgreementStatus::unknown;
  maker.agreement("På väg", {"Alby", "Ekby"}).parties[0].state = PartyState::recommended;
  Agreement& twice = maker.agreement("Gäller", {"Alby", "Ekby", "Alby"});
  twice.parties[2].state = PartyState::recommended;
  const std::vector<OwnAgreement> found = own(maker, "Alby");
  REQUIRE(found.size() == 3);
  CHECK(maker.network.agreement(found[0].id).title == "Gäller");
  CHECK(found[0].parties == std::vector<std::uint32_t>{0, 2});
  CHECK(found[0].is_confirmed);
  CHECK(maker.network.agreement(found[1].id).title == "På väg");
  CHECK_FALSE(found[1].is_confirmed);
  CHECK(maker.network.agreement(found[2].id).title == "Gammalt");
}

TEST_CASE("an agreement of several areas stands in each top area once, one without areas outside") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby"}) maker.actor(name, "other");
  maker.agreement("Skola och vård", {"Alby", "Ekby"}).areas = {"A4.1", "A4.2", "A7"};
  maker.agreement("Renhållning", {"Alby", "Ekby"}).areas = {};
  maker.agreement("Främmande", {"Alby", "Ekby"}).areas = {"B9"};
  const auto found = by_area(maker.network, small_taxonomy(), own(maker, "Alby"));
  REQUIRE(found.size() == 4);
  CHECK(found[0].area == "A4");
  CHECK(found[0].rows.size() == 1);
  CHECK(found[0].confirmed == 1);
  CHECK(found[1].area == "A7");
  CHECK(found[2].area == "A0");
  CHECK(found[3].area == "B9");
}

TEST_CASE("partners stand by group in the taxonomy's order") {
  NetworkMaker maker;
  maker.municipality("Alby", "9901");
  maker.actor("Skolan", "school");
  maker.region("R", "99");
  maker.actor("Föreningen", "civil_society");
  maker.agreement("A", {"Alby", "Skolan", "R"});
  maker.agreement("B", {"Alby", "Föreningen"});
  const SubNetwork part = restrict(maker.network, small_taxonomy(), {}, maker.network.as_of);
  const Taxonomy taxonomy = small_taxonomy();
  const auto groups = by_group(maker.network, taxonomy, partners_of(maker.network, part, maker.id("Alby")).partners);
  REQUIRE(groups.size() == 3);
  CHECK(groups[0].group->code == "region");
  CHECK(groups[1].group->code == "school");
  CHECK(groups[2].group->code == "civil");
}

TEST_CASE("two actors compared: what they share and what each has alone") {
  //  A: Alby, Ekby, R    B: Alby, Ekby (Ekby only recommended)    C: Alby, Skolan
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby", "R", "Skolan"}) maker.actor(name, "other");
  maker.agreement("A", {"Alby", "Ekby", "R"});
  maker.agreement("B", {"Alby", "Ekby"}, "A7").parties[1].state = PartyState::recommended;
  maker.agreement("C", {"Alby", "Skolan"}, "A7");
  const Comparison found = compared(maker, {"Alby", "Ekby"});
  REQUIRE(found.sides.size() == 2);
  CHECK(found.sides[0].confirmed == 3);
  CHECK(found.sides[0].alone == 1);
  CHECK(found.sides[0].partners == 3);
  CHECK(found.sides[1].confirmed == 1);
  CHECK(found.sides[1].unconfirmed == 1);
  CHECK(found.sides[1].alone == 0);
  CHECK(found.shared.size() == 2);
  REQUIRE(found.shared_partners.size() == 1);
  CHECK(maker.network.actor(found.shared_partners[0]).name == "R");
  REQUIRE(found.areas.size() == 2);
  CHECK(found.areas[0].area == "A4");
  CHECK(found.areas[0].agreements == std::vector<std::size_t>{1, 1});
  CHECK(found.areas[1].area == "A7");
  CHECK(found.areas[1].agreements == std::vector<std::size_t>{2, 0});
}

TEST_CASE("nobody compared, and strangers compared, give nothing in common") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby"}) maker.actor(name, "other");
  CHECK(compared(maker, {}).shared.empty());
  const Comparison strangers = compared(maker, {"Alby", "Ekby"});
  CHECK(strangers.shared.empty());
  CHECK(strangers.shared_partners.empty());
  CHECK(strangers.areas.empty());
}
