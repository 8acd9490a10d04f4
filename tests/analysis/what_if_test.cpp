#include "analysis/what_if.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};
using Names = std::vector<std::string>;

// A municipality needs one region of its county in an A4.1 agreement.
RuleSet needs_region() {
  Rule rule;
  rule.id = "R";
  rule.for_each.type = "municipality";
  rule.need.partner.type = "region";
  rule.need.agreement.area = "A4.1";
  RuleSet set;
  set.rules = {rule};
  return set;
}

ScenarioStep step(StepKind kind, const Key& agreement, const Key& actor = {}) {
  ScenarioStep row;
  row.kind = word(kind);
  row.agreement = agreement;
  row.actor = actor;
  return row;
}

struct Thought {
  Network network;
  AppliedScenario after;
  WhatIf found;

  Thought(const NetworkMaker& maker, std::vector<ScenarioStep> steps) : network(maker.network) {
    after = apply(network, NetworkIndex(network), {"", "", std::move(steps), {}}, day);
    found = what_if(network, after, small_taxonomy(), needs_region(), {Filter{}, day});
  }
  Names names(const std::vector<ActorId>& ids) const {
    Names told;
    for (const ActorId id : ids) told.push_back(network.actor(id).key);
    return told;
  }
  Names changes() const {
    Names told;
    for (const OutcomeChange& change : found.changed) {
      told.push_back(network.actor(change.subject).key + " " + word(change.before) + " " + word(change.after));
    }
    return told;
  }
};

// Two towns at a region, joined by one agreement each; a school hangs on Borg.
NetworkMaker county() {
  NetworkMaker maker;
  maker.municipality("Alby", "9901");
  maker.municipality("Borg", "9902");
  maker.region("R", "99");
  maker.actor("Skolan", "school");
  maker.agreement("ett", {"Alby", "R"});
  maker.agreement("två", {"Borg", "R"});
  maker.agreement("tre", {"Borg", "Skolan"}, "A7");
  return maker;
}

}  // namespace

TEST_CASE("nothing thought is nothing changed") {
  const Thought thought(county(), {});
  CHECK(thought.found.changed.empty());
  CHECK(thought.found.areas.empty());
  CHECK(thought.found.left_alone.empty());
  CHECK(thought.found.new_links.empty());
  CHECK(thought.found.before.ties == 6);
  CHECK(thought.found.after.ties == 6);
}

TEST_CASE("an agreement that ends costs its ties, its norm and whoever hung on it") {
  const Thought thought(county(), {step(StepKind::end, "ett")});
  CHECK(thought.found.before.agreements == 3);
  CHECK(thought.found.after.agreements == 2);
  CHECK(thought.found.after.ties == 4);
  CHECK(thought.found.after.tied_actors == 3);
  CHECK(thought.names(thought.found.left_alone) == Names{"Alby"});
  CHECK(thought.changes() == Names{"Alby met unknown"});
  REQUIRE(thought.found.areas.size() == 1);
  CHECK(thought.found.areas[0].area == "A4");
  CHECK(thought.names(thought.found.areas[0].lost) == Names{"Alby"});
  CHECK(thought.found.areas[0].gained.empty());
}

TEST_CASE("an actor that closes is no subject any more, and loses nothing itself") {
  const Thought thought(county(), {step(StepKind::close, "", "Borg")});
  CHECK(thought.found.before.norms.rules[0].subjects.size() == 1);  // the same subjects on both sides
  CHECK(thought.found.after.norms.rules[0].subjects.size() == 1);
  CHECK(thought.names(thought.found.left_alone).empty());  // R and Skolan still have a tie of their own by themselves
  CHECK(thought.changes().empty());
  for (const AreaChange& change : thought.found.areas) CHECK(change.lost.empty());
}

TEST_CASE("a region that closes leaves the norm unmet for all") {
  const Thought thought(county(), {step(StepKind::close, "", "R")});
  CHECK(thought.changes() == Names{"Alby met unknown", "Borg met unknown"});
}

TEST_CASE("who adopts gets what was lacking") {
  NetworkMaker maker = county();
  maker.municipality("Dal", "9903");
  const Thought thought(maker, {step(StepKind::adopt, "ett", "Dal")});
  CHECK(thought.changes() == Names{"Dal unknown met"});
  CHECK(thought.names(thought.found.joined) == Names{"Dal"});
  CHECK(thought.names(thought.found.areas[0].gained) == Names{"Dal"});
}

TEST_CASE("what becomes the only link is told, and what was one already is not") {
  NetworkMaker maker = county();
  maker.municipality("Dal", "9903");
  maker.municipality("Ed", "9904");
  maker.agreement("fyra", {"Dal", "Ed"});
  maker.agreement("fem", {"Dal", "R"});
  maker.agreement("sex", {"Ed", "R"});
  const Thought thought(maker, {step(StepKind::end, "sex")});
  Names links;
  for (const CutOff& link : thought.found.new_links) {
    links.push_back(link.actor.is_set() ? thought.network.actor(link.actor).key
                                        : thought.network.agreement(link.agreement).key);
  }
  CHECK(std::set<std::string>(links.begin(), links.end()) == std::set<std::string>{"Dal", "fem", "fyra"});
}

// Whatever ends, nobody comes to meet a norm by it; whoever adopts, nobody comes to miss one.
TEST_CASE("ending never makes a norm met, and adopting never makes one unmet, in 200 networks") {
  const auto is_met = [](Outcome outcome) { return outcome == Outcome::met || outcome == Outcome::met_expiring; };
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    NetworkMaker maker;
    Names names;
    for (int i = 0; i < 5; ++i)
      names.push_back(maker.municipality("k" + std::to_string(i), "990" + std::to_string(i)).key);
    names.push_back(maker.region("R", "99").key);
    names.push_back(maker.region("S", "99").key);
    for (int i = 0; i < 5; ++i) {
      Names parties;
      for (const std::string& name : names) {
        if (random() % 3 == 0) parties.push_back(name);
      }
      if (parties.empty()) parties.push_back(names[0]);
      maker.agreement("a" + std::to_string(i), parties, random() % 2 == 0 ? "A4.1" : "A7");
    }
    const Key some = "a" + std::to_string(random() % 5);
    const Thought ended(maker, {step(StepKind::end, some)});
    for (const OutcomeChange& change : ended.found.changed) CHECK_FALSE(is_met(change.after));
    CHECK(ended.found.after.ties <= ended.found.before.ties);
    CHECK(ended.found.joined.empty());
    const Thought adopted(maker, {step(StepKind::adopt, some, names[random() % 5])});
    for (const OutcomeChange& change : adopted.found.changed) CHECK_FALSE(is_met(change.before));
    CHECK(adopted.found.after.ties >= adopted.found.before.ties);
    CHECK(adopted.found.left_alone.empty());
  }
}
