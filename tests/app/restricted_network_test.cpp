#include "app/restricted_network.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

//  Alby(2001) -- A -- Region(20)    Alby, Alby, Ekby(2101) -- B    Hamn(2102) under Ekby
Network example() {
  NetworkMaker make;
  make.municipality("Alby", "2001");
  make.municipality("Ekby", "2101");
  make.municipality("Hamn", "2102").parent = {make.id("Ekby"), ""};
  make.region("Region", "20");
  make.agreement("A", {"Alby", "Region"}, "A4.2");
  make.agreement("B", {"Alby", "Alby", "Ekby"}, "A4.1");
  return make.network;
}

std::string rows(const char* filter) {
  const Network part = restricted_network(example(), small_taxonomy(), *parse_filter(filter));
  std::string out;
  for (const Actor& actor : part.actors) out += actor.key + " ";
  for (const Agreement& agreement : part.agreements) {
    out += "| " + agreement.key + ":";
    for (const Party& party : agreement.parties) out += " " + part.actor(party.actor.id).key;
    out += " ";
  }
  return out;
}

}  // namespace

TEST_CASE("a restricted network has the rows that the filter lets through, in their order") {
  CHECK(equal(restricted_network(example(), small_taxonomy(), {}), example()));
  CHECK(rows("county=20") == "Alby Region | A: Alby Region | B: Alby Alby ");
  CHECK(rows("county=21") == "Ekby Hamn | B: Ekby ");
  CHECK(rows("area=A4.1") == "Alby Ekby | B: Alby Alby Ekby ");
  CHECK(rows("area=A4.1 county=21") == "Ekby | B: Ekby ");
  CHECK(rows("county=99") == "");
}

TEST_CASE("a reference to an actor that the filter left out is unresolved, and is told with its id") {
  const Network part = restricted_network(example(), small_taxonomy(), *parse_filter("municipality=2102"));
  REQUIRE(part.actors.size() == 1);
  CHECK_FALSE(part.actors[0].parent.id.is_set());
  CHECK(part.actors[0].parent.unresolved == "Ekby");
}

TEST_CASE("what is left of an agreement with others is not taken for one within an actor") {
  const Network part = restricted_network(example(), small_taxonomy(), *parse_filter("municipality=2001"));
  REQUIRE(part.agreements.size() == 2);
  CHECK(part.agreements[1].parties.size() == 2);
  CHECK_FALSE(part.agreements[1].is_internal());
}
