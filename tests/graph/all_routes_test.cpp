#include "graph/all_routes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

SubNetwork all_of(const NetworkMaker& m) { return restrict(m.network, small_taxonomy(), {}, m.network.as_of); }

std::string words(const NetworkMaker& m, const Route& route) {
  std::string line = m.network.actor(route.actors.front()).key;
  for (std::size_t i = 0; i < route.steps(); ++i) {
    line += "-" + m.network.agreement(route.agreements[i]).key + "-" + m.network.actor(route.actors[i + 1]).key;
  }
  return line;
}

std::vector<std::string> words(const NetworkMaker& m, const Routes& routes) {
  std::vector<std::string> lines;
  for (const Route& route : routes.routes) lines.push_back(words(m, route));
  return lines;
}

RouteRequest between(const NetworkMaker& m, const std::string& from, const std::string& to, std::size_t steps) {
  return {m.id(from), m.id(to), steps, 4, 1000};
}

Routes ways(const NetworkMaker& m, const RouteRequest& request) { return all_routes(m.network, all_of(m), request); }

//      B
//   1 / \ 2
//    A   D --4-- E      and agreement 5 between A, C and D
//     \ /
//   3  C
NetworkMaker diamond() {
  NetworkMaker m;
  for (const char* name : {"A", "B", "C", "D", "E"}) m.actor(name, "other");
  m.agreement("1", {"A", "B"});
  m.agreement("2", {"B", "D"});
  m.agreement("3", {"A", "C"});
  m.agreement("4", {"D", "E"});
  m.agreement("5", {"A", "C", "D"});
  return m;
}

using Lines = std::vector<std::string>;

// The same, written from the definition: every sequence of agreements and actors that repeats nothing.
struct Plainly {
  const Network& network;
  const SubNetwork& part;
  const RouteRequest& request;
  std::set<std::pair<std::vector<ActorId>, std::vector<AgreementId>>> found;

  bool is_in(ActorId actor, AgreementId agreement) const {
    for (const Participation& p : part.participations) {
      if (p.actor == actor && p.agreement == agreement) return true;
    }
    return false;
  }

  void go_on(const Route& way) {
    if (way.actors.back() == request.to) {
      found.insert({way.actors, way.agreements});
      return;
    }
    if (way.steps() == request.steps) return;
    for (const AgreementId agreement : part.agreements) {
      const bool is_used = std::count(way.agreements.begin(), way.agreements.end(), agreement) > 0;
      if (is_used || network.agreement(agreement).parties.size() > request.crowd) continue;
      if (!is_in(way.actors.back(), agreement)) continue;
      for (const ActorId actor : part.actors) {
        if (std::count(way.actors.begin(), way.actors.end(), actor) > 0 || !is_in(actor, agreement)) continue;
        Route longer = way;
        longer.agreements.push_back(agreement);
        longer.actors.push_back(actor);
        go_on(longer);
      }
    }
  }
};

}  // namespace

TEST_CASE("all ways are told, the shortest first, and none walks over anything twice") {
  const NetworkMaker m = diamond();
  CHECK(words(m, ways(m, between(m, "A", "D", 1))) == Lines{"A-5-D"});
  CHECK(words(m, ways(m, between(m, "A", "D", 2))) == Lines{"A-5-D", "A-1-B-2-D", "A-3-C-5-D"});
  CHECK(words(m, ways(m, between(m, "A", "E", 2))) == Lines{"A-5-D-4-E"});
  CHECK(words(m, ways(m, between(m, "A", "E", 9))) == Lines{"A-5-D-4-E", "A-1-B-2-D-4-E", "A-3-C-5-D-4-E"});
}

TEST_CASE("there is no way to oneself, in no steps, or to whom nothing joins") {
  NetworkMaker m = diamond();
  m.actor("F", "other");
  CHECK(ways(m, between(m, "A", "A", 3)).routes.empty());
  CHECK(ways(m, between(m, "A", "D", 0)).routes.empty());
  CHECK(ways(m, between(m, "A", "F", 5)).routes.empty());
}

TEST_CASE("agreements of a crowd are counted and not walked over") {
  NetworkMaker m = diamond();
  m.agreement("all", {"A", "B", "C", "D", "E"});
  const Routes found = ways(m, between(m, "A", "E", 2));
  CHECK(words(m, found) == Lines{"A-5-D-4-E"});
  CHECK(found.crowded_agreements == 1);
  CHECK(ways(m, between(m, "A", "E", 0)).crowded_agreements == 0);
}

TEST_CASE("of more ways than are asked for the shortest are given, and it says so") {
  const NetworkMaker m = diamond();
  RouteRequest request = between(m, "A", "D", 4);
  request.most = 1;
  const Routes found = ways(m, request);
  CHECK(words(m, found) == Lines{"A-5-D"});
  CHECK(found.is_cut);
  request.most = 3;
  CHECK_FALSE(ways(m, request).is_cut);
}

TEST_CASE("ways over confirmed ties come before others of the same length") {
  NetworkMaker m;
  for (const char* name : {"A", "B", "C", "D"}) m.actor(name, "other");
  m.agreement("1", {"A", "B"}).parties.back().state = PartyState::recommended;
  m.agreement("2", {"B", "D"});
  m.agreement("3", {"A", "C"});
  m.agreement("4", {"C", "D"});
  const Routes found = ways(m, between(m, "A", "D", 2));
  CHECK(words(m, found) == Lines{"A-3-C-4-D", "A-1-B-2-D"});
  CHECK(found.unconfirmed == std::vector<std::size_t>{0, 1});
}

//  F -g- c -t- T, and c in a thicket that leads nowhere else
TEST_CASE("a thicket behind the only way is given up, with what was found, and it says so") {
  NetworkMaker m;
  for (const char* name : {"F", "c", "T"}) m.actor(name, "other");
  for (int i = 0; i < 300; ++i) m.actor("x" + std::to_string(i), "other");
  m.agreement("g", {"F", "c"});
  m.agreement("t", {"c", "T"});
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    std::vector<std::string> parties;
    if (i % 2 == 0) parties.push_back("c");
    for (int j = 0; j < 20; ++j) parties.push_back("x" + std::to_string(random() % 300));
    m.agreement("n" + std::to_string(i), parties);
  }
  RouteRequest request = between(m, "F", "T", 6);
  request.crowd = 60;
  const Routes found = ways(m, request);
  REQUIRE(found.routes.size() == 1);
  CHECK(words(m, found.routes.front()) == "F-g-c-t-T");
  CHECK(found.is_cut);
}

TEST_CASE("all ways are those of the definition, on 300 random networks") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    NetworkMaker m;
    const auto pick = [&](std::size_t n) { return random() % n; };
    const std::size_t actors = 2 + pick(6);
    for (std::size_t i = 0; i < actors; ++i) m.actor("a" + std::to_string(i), "other");
    for (std::size_t i = 0; i < 1 + pick(7); ++i) {
      std::vector<std::string> parties;
      for (std::size_t j = 0; j < 1 + pick(5); ++j) parties.push_back("a" + std::to_string(pick(actors)));
      m.agreement("g" + std::to_string(i), parties);
    }
    const RouteRequest request = between(m, "a0", "a" + std::to_string(actors - 1), 1 + pick(5));
    const SubNetwork part = all_of(m);
    Plainly plain{m.network, part, request, {}};
    plain.go_on({{request.from}, {}, 0});
    const Routes found = all_routes(m.network, part, request);
    std::set<std::pair<std::vector<ActorId>, std::vector<AgreementId>>> same;
    for (const Route& route : found.routes) same.insert({route.actors, route.agreements});
    CHECK(same.size() == found.routes.size());
    CHECK(same == plain.found);
    CHECK(std::is_sorted(found.routes.begin(), found.routes.end(),
                         [](const Route& a, const Route& b) { return a.steps() < b.steps(); }));
  }
}
