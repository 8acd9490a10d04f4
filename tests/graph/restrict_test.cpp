#include <doctest/doctest.h>

#include "graph/subnetwork.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};

SubNetwork restricted(const NetworkMaker& maker, const char* filter = "", Date on = day) {
  return restrict(maker.network, small_taxonomy(), *parse_filter(filter), on);
}

std::vector<std::string> agreements_shown(const NetworkMaker& maker, const char* filter = "", Date on = day) {
  std::vector<std::string> keys;
  for (const AgreementId id : restricted(maker, filter, on).agreements) keys.push_back(maker.network.agreement(id).key);
  return keys;
}

std::vector<std::string> actors_shown(const NetworkMaker& maker, const char* filter = "", Date on = day) {
  std::vector<std::string> keys;
  for (const ActorId id : restricted(maker, filter, on).actors) keys.push_back(maker.network.actor(id).key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty network restricts to nothing") {
  const SubNetwork part = restricted(NetworkMaker());
  CHECK(part.actors.empty());
  CHECK(part.agreements.empty());
  CHECK(part.participations.empty());
}

TEST_CASE("without a filter everybody is shown, and what is adopted is confirmed") {
  //  Alby -- A -- Region    Ekby (alone)
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.region("Region", "20");
  maker.municipality("Ekby", "2002");
  maker.agreement("A", {"Alby", "Region"}).parties[1].state = PartyState::recommended;
  const SubNetwork part = restricted(maker);
  CHECK(part.actors == std::vector<ActorId>{ActorId(0), ActorId(1), ActorId(2)});
  REQUIRE(part.participations.size() == 2);
  CHECK(part.participations[0].is_confirmed);
  CHECK_FALSE(part.participations[1].is_confirmed);
  CHECK(part.participations[1].actor == ActorId(1));
  CHECK(part.participations[1].party == 1);
}

TEST_CASE("an agreement is shown from its first day to its last; a planned one before it begins") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.agreement("undated", {"Alby"});
  maker.agreement("past", {"Alby"}).valid = from_to("2020", "2025-12-30");
  maker.agreement("last-day", {"Alby"}).valid = from_to("2020", "2025");
  maker.agreement("future", {"Alby"}).valid = from_to("2026-01-01", "");
  Agreement& planned = maker.agreement("planned", {"Alby"});
  planned.valid = from_to("2026-01-01", "");
  planned.status = AgreementStatus::planned;
  maker.agreement("ended", {"Alby"}).status = AgreementStatus::ended;
  Agreement& unknown = maker.agreement("unknown", {"Alby"});
  unknown.status = AgreementStatus::unknown;
  CHECK(agreements_shown(maker) == Keys{"undated", "last-day", "planned", "unknown"});
  CHECK(agreements_shown(maker, "", Date{2026, 1, 1}) == Keys{"undated", "future", "planned", "unknown"});
  for (const Participation& p : restricted(maker).participations) {
    CHECK(p.is_confirmed == (p.agreement == AgreementId(0) || p.agreement == AgreementId(2)));
  }
}

TEST_CASE("withdrawn and declined parties are left out until the filter asks for that state") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2002");
  maker.agreement("A", {"Alby", "Ekby"}).parties[1].state = PartyState::withdrawn;
  maker.agreement("B", {"Ekby"}).parties[0].state = PartyState::declined;
  CHECK(agreements_shown(maker) == Keys{"A"});
  CHECK(restricted(maker).participations.size() == 1);
  CHECK(actors_shown(maker, "state=withdrawn") == Keys{"Ekby"});
  CHECK(agreements_shown(maker, "state=withdrawn,declined") == Keys{"A", "B"});
  CHECK(agreements_shown(maker, "state!=declined") == Keys{"A"});
}

TEST_CASE("a party is shown within its own dates, and before them while it is on its way in") {
  NetworkMaker maker;
  for (const char* name : {"left", "joins", "decided", "stays"}) maker.actor(name, "other");
  Agreement& agreement = maker.agreement("A", {"left", "joins", "decided", "stays"});
  agreement.parties[0].end = Validity::End::date;
  agreement.parties[0].to = *parse_partial_date("2024");
  agreement.parties[1].from = *parse_partial_date("2026-03");
  agreement.parties[2].from = *parse_partial_date("2026-03");
  agreement.parties[2].state = PartyState::decided;
  const SubNetwork part = restricted(maker);
  REQUIRE(part.participations.size() == 2);
  CHECK(part.participations[0].actor == maker.id("decided"));
  CHECK(part.participations[1].actor == maker.id("stays"));
}

TEST_CASE("a filter on actors keeps the agreements of those that are left, and the actors without any") {
  //  Alby -- A -- Ekby -- B    Norrby (alone); Alby and Norrby in county 20, Ekby in 21
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2101");
  maker.municipality("Norrby", "2002");
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("B", {"Ekby"});
  CHECK(actors_shown(maker, "county=20") == Keys{"Alby", "Norrby"});
  CHECK(agreements_shown(maker, "county=20") == Keys{"A"});
  CHECK(restricted(maker, "county=20").participations.size() == 1);
}

TEST_CASE("a filter on agreements hides the actors outside them; the default filter does not") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2002");
  maker.municipality("Norrby", "2003");
  maker.agreement("A", {"Alby"}, "A4.1");
  maker.agreement("B", {"Ekby"}, "A7");
  maker.agreement("outside", {"Ekby"}, "A0");
  CHECK(actors_shown(maker, "area=A4") == Keys{"Alby"});
  CHECK(actors_shown(maker, "area!=A0") == Keys{"Alby", "Ekby", "Norrby"});
  CHECK(agreements_shown(maker, "area!=A0") == Keys{"A", "B"});
}

TEST_CASE("an actor that does not exist on the day is not shown, nor its participation") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001").valid = from_to("", "2024");
  maker.municipality("Ekby", "2002");
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("B", {"Alby"});
  CHECK(actors_shown(maker) == Keys{"Ekby"});
  CHECK(agreements_shown(maker) == Keys{"A"});
  CHECK(agreements_shown(maker, "", Date{2024, 6, 1}) == Keys{"A", "B"});
}

TEST_CASE("a party that refers to nobody is passed over") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  Agreement& agreement = maker.agreement("A", {"Alby"});
  agreement.parties.emplace_back().actor.unresolved = "k-nobody";
  CHECK(restricted(maker).participations.size() == 1);
}
