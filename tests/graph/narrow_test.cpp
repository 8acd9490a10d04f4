#include "graph/narrow.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Names = std::vector<std::string>;
constexpr std::size_t crowd = 4;

//  Alby(kommun) --1-- R(region) --2-- Ekby(kommun)    Skola1, Skola2 in Alby, Skola3 in Ekby: nothing recorded
NetworkMaker county() {
  NetworkMaker m;
  m.municipality("Alby", "9901");
  m.municipality("Ekby", "9902");
  m.region("R", "99");
  for (const auto& [name, code] :
       {std::pair("Skola1", "9901"), std::pair("Skola2", "9901"), std::pair("Skola3", "9902")})
    m.actor(name, "school").municipality = code;
  m.agreement("1", {"Alby", "R"});
  m.agreement("2", {"R", "Ekby"});
  return m;
}

Narrowed narrowed(const NetworkMaker& m, const Narrowing& narrowing) {
  const NetworkIndex index(m.network);
  const SubNetwork part = restrict(m.network, small_taxonomy(), {}, m.network.as_of);
  return narrow(m.network, part, fold_units(m.network, index, small_taxonomy(), part), narrowing, crowd);
}

Names actors(const NetworkMaker& m, const std::vector<ActorId>& ids) {
  Names names;
  for (const ActorId id : ids) names.push_back(m.network.actor(id).key);
  return names;
}

Names agreements(const NetworkMaker& m, const Narrowed& found) {
  Names names;
  for (const AgreementId id : found.part.agreements) names.push_back(m.network.agreement(id).key);
  return names;
}

Narrowing focus_on(const NetworkMaker& m, const std::string& name, int steps) {
  Narrowing narrowing;
  narrowing.focus.actors = {m.id(name)};
  narrowing.steps = steps;
  return narrowing;
}

}  // namespace

TEST_CASE("without anything hidden and without a focus, all stays as it was") {
  const NetworkMaker m = county();
  const Narrowed found = narrowed(m, {});
  CHECK(found.part.actors.size() == 6);
  CHECK(found.part.participations.size() == 4);
  CHECK(actors(m, found.folding.shown) == Names{"Alby", "Ekby", "R"});
  CHECK(found.folding.folded_count == 3);
  CHECK(narrowed(NetworkMaker(), {}).part.actors.empty());
}

TEST_CASE("a hidden actor goes with its ties and the units folded into it") {
  const NetworkMaker m = county();
  Narrowing narrowing;
  narrowing.hidden_actors = {m.id("Alby")};
  const Narrowed found = narrowed(m, narrowing);
  CHECK(actors(m, found.part.actors) == Names{"Ekby", "R", "Skola3"});
  CHECK(agreements(m, found) == Names{"1", "2"});  // R is still party in 1
  CHECK(found.part.participations.size() == 3);
  CHECK(found.folding.folded_count == 1);
}

TEST_CASE("an agreement without shown parties goes; a hidden one leaves its parties") {
  const NetworkMaker m = county();
  Narrowing both;
  both.hidden_actors = {m.id("Alby"), m.id("R")};
  CHECK(agreements(m, narrowed(m, both)) == Names{"2"});
  Narrowing agreement;
  agreement.hidden_agreements = {AgreementId(0)};
  const Narrowed found = narrowed(m, agreement);
  CHECK(agreements(m, found) == Names{"2"});
  CHECK(actors(m, found.folding.shown) == Names{"Alby", "Ekby", "R"});
}

TEST_CASE("a hidden unit is one less in its fold") {
  const NetworkMaker m = county();
  Narrowing narrowing;
  narrowing.hidden_actors = {m.id("Skola1"), m.id("Skola3")};
  const Narrowed found = narrowed(m, narrowing);
  REQUIRE(found.folding.folds.size() == 1);
  CHECK(actors(m, found.folding.folds[0].units) == Names{"Skola2"});
  CHECK(found.folding.folded_count == 1);
}

TEST_CASE("a focus keeps the neighbourhood and the units folded into those within") {
  const NetworkMaker m = county();
  const Narrowed one = narrowed(m, focus_on(m, "Alby", 1));
  CHECK(actors(m, one.part.actors) == Names{"Alby", "R", "Skola1", "Skola2"});
  CHECK(agreements(m, one) == Names{"1"});
  CHECK(actors(m, narrowed(m, focus_on(m, "Alby", 2)).folding.shown) == Names{"Alby", "Ekby", "R"});
}

TEST_CASE("a focus on a folded unit is one on the actor that tells of it") {
  const NetworkMaker m = county();
  CHECK(actors(m, narrowed(m, focus_on(m, "Skola3", 1)).folding.shown) == Names{"Ekby", "R"});
}

TEST_CASE("a focus does not walk over what is hidden, and on a hidden one shows nothing") {
  const NetworkMaker m = county();
  Narrowing past = focus_on(m, "Alby", 3);
  past.hidden_actors = {m.id("R")};
  CHECK(actors(m, narrowed(m, past).folding.shown) == Names{"Alby"});
  Narrowing on_hidden = focus_on(m, "Alby", 3);
  on_hidden.hidden_actors = {m.id("Alby")};
  CHECK(narrowed(m, on_hidden).part.actors.empty());
}

TEST_CASE("a crowd at the border is shown with those who are there, and counted") {
  NetworkMaker m = county();
  m.actor("B1", "other");
  m.actor("B2", "other");
  m.agreement("Alla", {"Alby", "Ekby", "R", "B1", "B2"});
  const Narrowed found = narrowed(m, focus_on(m, "Alby", 1));
  CHECK(found.crowded_agreements == 1);
  CHECK(agreements(m, found) == Names{"1", "Alla"});
  CHECK(found.part.participations.size() == 4);
}
