#include "analysis/partners.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Partners partners(const NetworkMaker& maker, const char* of, std::size_t crowd = crowd_parties) {
  const SubNetwork part = restrict(maker.network, small_taxonomy(), {}, maker.network.as_of);
  return partners_of(maker.network, part, maker.id(of), crowd);
}

std::vector<std::string> names(const NetworkMaker& maker, const Partners& found) {
  std::vector<std::string> names;
  for (const Partner& partner : found.partners) names.push_back(maker.network.actor(partner.actor).name);
  return names;
}

}  // namespace

TEST_CASE("an actor without agreements has no partners") {
  NetworkMaker maker;
  maker.actor("Alby", "other");
  CHECK(partners(maker, "Alby").partners.empty());
}

TEST_CASE("partners come confirmed first, then by shared agreements, then in Swedish order") {
  //  A: Alby, Östby, Åby    B: Alby, Åby, Ekby (recommended)    C: Alby, Zetaby (unknown), D: Alby, Zetaby (unknown)
  NetworkMaker maker;
  for (const char* name : {"Alby", "Östby", "Åby", "Ekby", "Zetaby"}) maker.actor(name, "other");
  maker.agreement("A", {"Alby", "Östby", "Åby"});
  maker.agreement("B", {"Alby", "Åby", "Ekby"}).parties[2].state = PartyState::recommended;
  maker.agreement("C", {"Alby", "Zetaby"}).parties[1].state = PartyState::unknown;
  maker.agreement("D", {"Alby", "Zetaby"}).parties[1].state.reset();
  const Partners found = partners(maker, "Alby");
  CHECK(names(maker, found) == std::vector<std::string>{"Åby", "Östby", "Zetaby", "Ekby"});
  CHECK(found.partners[0].is_confirmed);
  CHECK(found.partners[0].agreements == std::vector<AgreementId>{AgreementId(0), AgreementId(1)});
  CHECK(found.partners[1].is_confirmed);
  CHECK_FALSE(found.partners[2].is_confirmed);
  CHECK_FALSE(found.partners[3].is_confirmed);
  CHECK(names(maker, partners(maker, "Zetaby")) == std::vector<std::string>{"Alby"});
}

TEST_CASE("a tie needs both: where the actor itself is unconfirmed, nobody is a confirmed partner") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby"}) maker.actor(name, "other");
  maker.agreement("A", {"Alby", "Ekby"}).parties[0].state = PartyState::decided;
  CHECK_FALSE(partners(maker, "Alby").partners.at(0).is_confirmed);
}

TEST_CASE("an agreement where a partner is party twice is shared once, and nobody is their own partner") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby"}) maker.actor(name, "other");
  maker.agreement("A", {"Alby", "Ekby", "Ekby", "Alby"});
  const Partners found = partners(maker, "Alby");
  REQUIRE(found.partners.size() == 1);
  CHECK(found.partners[0].agreements == std::vector<AgreementId>{AgreementId(0)});
}

TEST_CASE("crowded agreements make no partners but are counted") {
  NetworkMaker maker;
  for (const char* name : {"Alby", "Ekby", "Norrby"}) maker.actor(name, "other");
  maker.agreement("crowd", {"Alby", "Ekby", "Norrby"});
  maker.agreement("A", {"Alby", "Norrby"});
  const Partners found = partners(maker, "Alby", 2);
  CHECK(found.crowded_agreements == 1);
  CHECK(names(maker, found) == std::vector<std::string>{"Norrby"});
  CHECK(partners(maker, "Alby", 3).crowded_agreements == 0);
}

TEST_CASE("an agreement of the whole of the greatest county makes partners, one of a country does not") {
  NetworkMaker maker;
  std::vector<std::string> everyone;
  for (int i = 0; i < 62; ++i) {
    everyone.push_back("Kommun " + std::to_string(i));
    maker.municipality(everyone.back(), std::to_string(1400 + i));
  }
  maker.agreement("Länet", {everyone.begin(), everyone.begin() + 52});  // Västra Götaland, with region and two more
  CHECK(partners(maker, "Kommun 0").partners.size() == 51);
  maker.agreement("Landet", everyone);
  CHECK(partners(maker, "Kommun 0").partners.size() == 51);
  CHECK(partners(maker, "Kommun 0").crowded_agreements == 1);
}
