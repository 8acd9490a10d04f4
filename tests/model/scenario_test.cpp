#include "model/scenario.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

namespace samverka {
namespace {

using test::NetworkMaker;

constexpr Date day{2025, 12, 31};

ScenarioStep step(StepKind kind, const Key& agreement, const Key& actor = {}, const Key& into = {}) {
  ScenarioStep row;
  row.kind = word(kind);
  row.agreement = agreement;
  row.actor = actor;
  row.into = into;
  return row;
}

NetworkMaker town() {
  NetworkMaker maker;
  maker.municipality("Alby", "9901").population = 1000;
  maker.municipality("Borg", "9902").population = 500;
  maker.region("R", "99");
  maker.actor("Skolan", "school").parent.id = maker.id("Alby");
  maker.agreement("vård", {"Alby", "Borg", "R"});
  maker.agreement("två", {"Alby", "Borg"});
  return maker;
}

AppliedScenario applied(const NetworkMaker& maker, std::vector<ScenarioStep> steps) {
  return apply(maker.network, NetworkIndex(maker.network), {"Prov", "", std::move(steps), {}}, day);
}

const Agreement& agreement(const AppliedScenario& out, const Key& key) {
  for (const Agreement& row : out.network.agreements) {
    if (row.key == key) return row;
  }
  FAIL("no agreement ", key);
  return out.network.agreements[0];
}

std::size_t ties(const AppliedScenario& out, const Key& key) {
  std::size_t count = 0;
  for (const Party& party : agreement(out, key).parties) count += is_tie(agreement(out, key), party, day) ? 1 : 0;
  return count;
}

std::string refused(const AppliedScenario& out, std::size_t at = 0) {
  REQUIRE(at < out.refused.size());
  return out.refused[at].problem.message.key;
}

}  // namespace

TEST_CASE("a scenario without steps is the network itself") {
  const NetworkMaker maker = town();
  CHECK(equal(applied(maker, {}).network, maker.network));
}

TEST_CASE("an agreement that ends in thought is gone on the day, and the facts stay as they are") {
  const NetworkMaker maker = town();
  const AppliedScenario out = applied(maker, {step(StepKind::end, "vård")});
  CHECK(ties(out, "vård") == 0);
  CHECK(ties(out, "två") == 2);
  CHECK(agreement(out, "vård").valid->to == partial({2025, 12, 30}));
  CHECK(out.ended == std::vector{AgreementId(0)});
  CHECK(maker.network.agreements[0].is_active_on(day));
}

TEST_CASE("what has ended, or is not there, cannot end") {
  const NetworkMaker maker = town();
  const AppliedScenario out =
      applied(maker, {step(StepKind::end, "vård"), step(StepKind::end, "vård"), step(StepKind::end, "nej")});
  REQUIRE(out.refused.size() == 2);
  CHECK(out.refused[0].step == 1);
  CHECK(refused(out, 0) == "scenario.refused.over");
  CHECK(refused(out, 1) == "scenario.refused.no_agreement");
}

TEST_CASE("an agreement of the future that ends keeps an end that is not before its start") {
  NetworkMaker maker = town();
  Agreement& later = maker.agreement("sen", {"Alby", "R"});
  later.status = AgreementStatus::decided;
  later.valid = test::from_to("2027-01-01", "");
  const AppliedScenario out = applied(maker, {step(StepKind::end, "sen")});
  CHECK(agreement(out, "sen").status == AgreementStatus::ended);
  CHECK(agreement(out, "sen").valid->end == Validity::End::not_known);
}

TEST_CASE("running out keeps the agreement's own last day, and asks for one") {
  NetworkMaker maker = town();
  maker.network.agreements.mutable_row(0).valid = test::from_to("2020", "2026-06-30");
  const AppliedScenario out = applied(maker, {step(StepKind::expire, "vård"), step(StepKind::expire, "två")});
  CHECK(ties(out, "vård") == 0);
  CHECK(agreement(out, "vård").valid->to == partial({2026, 6, 30}));
  CHECK(refused(out) == "scenario.refused.no_end");
}

TEST_CASE("what is planned, or of unknown validity, can hold in thought") {
  NetworkMaker maker = town();
  Agreement& planned = maker.network.agreements.mutable_row(0);
  planned.status = AgreementStatus::planned;
  planned.valid = test::from_to("2027-01-01", "2030");
  Agreement& old = maker.network.agreements.mutable_row(1);
  old.status = AgreementStatus::unknown;
  old.valid = test::from_to("2010", "2015");
  const AppliedScenario out = applied(maker, {step(StepKind::start, "vård"), step(StepKind::start, "två")});
  CHECK(ties(out, "vård") == 3);
  CHECK(ties(out, "två") == 2);
  CHECK(refused(applied(town(), {step(StepKind::start, "vård")})) == "scenario.refused.active");
}

TEST_CASE("an actor that closes leaves its agreements, and what founds it ends") {
  NetworkMaker maker = town();
  maker.actor("Stödet", "support_structure");
  Agreement& founding = maker.agreement("stadga", {"Alby", "Borg"});
  founding.founds.id = maker.id("Stödet");
  maker.agreement("stöd", {"Stödet", "Alby"});
  maker.network.agreements.mutable_row(0).parties[2].on_behalf_of = {{maker.id("Stödet"), {}}};
  maker.network.actors.mutable_row(maker.id("R").value).members = {{maker.id("Stödet"), {}}};
  const AppliedScenario out = applied(maker, {step(StepKind::close, "", "Stödet")});
  CHECK(out.closed == std::vector{maker.id("Stödet")});
  CHECK(ties(out, "stöd") == 1);
  CHECK(ties(out, "stadga") == 0);
  CHECK(agreement(out, "vård").parties[2].on_behalf_of.empty());
  CHECK(out.network.actor(maker.id("R")).members.empty());
  CHECK(out.network.actor(maker.id("Stödet")).valid->ended_before(day));
  const AppliedScenario twice = applied(maker, {step(StepKind::close, "", "Alby"), step(StepKind::close, "", "Alby")});
  CHECK(refused(twice) == "scenario.refused.closed");
}

TEST_CASE("an actor that goes into another hands over parties, people and units") {
  NetworkMaker maker = town();
  maker.agreement("egen", {"Alby", "R"});
  maker.network.agreements.mutable_row(1).parties[1].state = PartyState::recommended;  // Borg in "två"
  const AppliedScenario out = applied(maker, {step(StepKind::merge, "", "Alby", "Borg")});
  const ActorId borg = maker.id("Borg");
  CHECK(out.network.actor(borg).population == 1500);
  CHECK(out.network.actor(maker.id("Skolan")).parent.id == borg);
  REQUIRE(agreement(out, "två").parties.size() == 1);  // both were parties in one role: the firmer state holds
  CHECK(agreement(out, "två").parties[0].actor.id == borg);
  CHECK(agreement(out, "två").parties[0].state == PartyState::adopted);
  CHECK(agreement(out, "egen").parties[0].actor.id == borg);
  CHECK(out.closed == std::vector{maker.id("Alby")});
  CHECK(refused(applied(maker, {step(StepKind::merge, "", "Borg", "Borg")})) == "scenario.refused.itself");
}

TEST_CASE("who joins an agreement gets the role of those who are like it") {
  NetworkMaker maker = town();
  maker.municipality("Dal", "9903");
  Agreement& care = maker.network.agreements.mutable_row(0);
  care.parties[0].role = care.parties[1].role = "principal";
  care.parties[1].state = PartyState::recommended;
  const AppliedScenario out =
      applied(maker, {step(StepKind::adopt, "vård", "Borg"), step(StepKind::adopt, "vård", "Dal"),
                      step(StepKind::adopt, "vård", "Alby")});
  CHECK(ties(out, "vård") == 4);
  CHECK(agreement(out, "vård").parties[3].role == "principal");
  REQUIRE(out.refused.size() == 1);
  CHECK(refused(out) == "scenario.refused.adopted");
}

TEST_CASE("an agreement that is added stands last, its parties found by their keys") {
  const NetworkMaker maker = town();
  Agreement proposed;
  proposed.key = "ny";
  proposed.status = AgreementStatus::active;
  for (const char* name : {"Alby", "R"}) {
    Party party;
    party.actor.unresolved = name;
    party.state = PartyState::adopted;
    proposed.parties.push_back(party);
  }
  ScenarioStep add = step(StepKind::add, "");
  add.proposed = proposed;
  const AppliedScenario out = applied(maker, {add, step(StepKind::adopt, "ny", "Borg"), add});
  CHECK(out.added == std::vector{AgreementId(2)});
  CHECK(ties(out, "ny") == 3);
  CHECK(refused(out) == "scenario.refused.taken");
  add.proposed->parties[0].actor.unresolved = "Ingen";
  const AppliedScenario broken = applied(maker, {add, step(StepKind::add, "")});
  CHECK(broken.network.agreements.size() == 2);
  CHECK(refused(broken, 0) == "scenario.refused.no_actor");
  CHECK(refused(broken, 1) == "scenario.refused.nothing");
}

TEST_CASE("a step of a kind that nobody knows does nothing and is told") {
  ScenarioStep row;
  row.kind = "trolla";
  CHECK(refused(applied(town(), {row})) == "scenario.refused.kind");
  CHECK_FALSE(step_kind("").has_value());
}

TEST_CASE("what an earlier step moved moves on with the next") {
  NetworkMaker maker = town();
  maker.municipality("Dal", "9903");
  const ActorId dal = maker.id("Dal");
  const AppliedScenario out =
      applied(maker, {step(StepKind::merge, "", "Alby", "Borg"), step(StepKind::merge, "", "Borg", "Dal")});
  CHECK(out.refused.empty());
  CHECK(out.network.actor(maker.id("Skolan")).parent.id == dal);
  CHECK(agreement(out, "vård").parties[0].actor.id == dal);
}

TEST_CASE("an actor that goes into its own unit's unit leaves no loop of belonging") {
  NetworkMaker maker = town();
  maker.actor("Filialen", "school").parent.id = maker.id("Skolan");
  const AppliedScenario out = applied(maker, {step(StepKind::merge, "", "Alby", "Filialen")});
  CHECK_FALSE(out.network.actor(maker.id("Filialen")).parent.id.is_set());
  CHECK(out.network.actor(maker.id("Skolan")).parent.id == maker.id("Filialen"));
}

TEST_CASE("a party row that is over does not outdo one of the day when two actors become one") {
  NetworkMaker maker = town();
  Party& borg = maker.network.agreements.mutable_row(0).parties[1];
  borg.end = Validity::End::date;
  borg.to = *parse_partial_date("2024");
  const AppliedScenario out = applied(maker, {step(StepKind::merge, "", "Alby", "Borg")});
  CHECK(ties(out, "vård") == 2);
  CHECK(agreement(out, "vård").parties.size() == 2);
}

}  // namespace samverka
