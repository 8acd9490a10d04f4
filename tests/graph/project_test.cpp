#include "graph/project.h"

#include <map>
#include <random>
#include <set>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr std::size_t no_limit = 1000;

struct Stage {
  NetworkMaker maker;
  Taxonomy taxonomy = small_taxonomy();
  SubNetwork part;
  Nodes nodes;
  Projection projection;

  void open(CollapseBy by = CollapseBy::none, std::size_t umbrella = no_limit) {
    const NetworkIndex index(maker.network);
    part = restrict(maker.network, taxonomy, {}, maker.network.as_of);
    nodes = collapse(classes_of(maker.network, index, taxonomy, by), part.actors, {});
    projection = project(part, nodes, umbrella);
  }
  const ProjectedTie* tie(const std::string& a, const std::string& b, bool is_confirmed = true) const {
    const std::uint32_t x = nodes.node_of_actor[maker.id(a).value];
    const std::uint32_t y = nodes.node_of_actor[maker.id(b).value];
    for (const ProjectedTie& found : projection.ties) {
      if (found.a == std::min(x, y) && found.b == std::max(x, y) && found.is_confirmed == is_confirmed) return &found;
    }
    return nullptr;
  }
};

//  A: Alby, Ekby, Tuna      B: Alby, Ekby      C: Alby, Regionen (recommended)
Stage three_agreements() {
  Stage stage;
  for (const auto& [name, code] : {std::pair{"Alby", "9001"}, {"Ekby", "9002"}, {"Tuna", "9101"}}) {
    stage.maker.municipality(name, code);
  }
  stage.maker.region("Regionen", "91");
  stage.maker.agreement("A", {"Alby", "Ekby", "Tuna"});
  stage.maker.agreement("B", {"Alby", "Ekby"});
  Agreement& c = stage.maker.agreement("C", {"Alby"});
  c.parties.push_back(stage.maker.party("Regionen", PartyState::recommended));
  return stage;
}

}  // namespace

TEST_CASE("an agreement of n parties gives each pair 1/(n-1); strengths around an actor add up to its agreements") {
  Stage stage = three_agreements();
  stage.open();
  REQUIRE(stage.tie("Alby", "Ekby"));
  CHECK(stage.tie("Alby", "Ekby")->agreements == 2);
  CHECK(stage.tie("Alby", "Ekby")->strength == 1.5F);
  REQUIRE(stage.tie("Alby", "Tuna"));
  CHECK(stage.tie("Alby", "Tuna")->strength == 0.5F);
  float around_alby = 0;
  for (const ProjectedTie& tie : stage.projection.ties) around_alby += tie.a == 0 || tie.b == 0 ? tie.strength : 0;
  CHECK(around_alby == 3);
}

TEST_CASE("what is not confirmed is a tie of its own") {
  Stage stage = three_agreements();
  stage.maker.network.agreements.mutable_row(2).parties.push_back(stage.maker.party("Ekby", PartyState::unknown));
  stage.open();
  CHECK_FALSE(stage.tie("Alby", "Regionen"));
  REQUIRE(stage.tie("Alby", "Regionen", false));
  CHECK(stage.tie("Alby", "Regionen", false)->strength == 0.5F);
  CHECK(stage.tie("Alby", "Ekby", true)->agreements == 2);
  CHECK(stage.tie("Alby", "Ekby", false)->agreements == 1);
}

TEST_CASE("an actor that is party twice is one party, with a tie if one of its parties is one") {
  Stage stage;
  stage.maker.municipality("Alby", "9001");
  stage.maker.municipality("Ekby", "9002");
  Agreement& twice = stage.maker.agreement("A", {"Alby", "Ekby"});
  twice.parties.push_back(stage.maker.party("Alby", PartyState::recommended));
  stage.maker.agreement("Med sig själv", {"Ekby", "Ekby"});
  stage.open();
  REQUIRE(stage.projection.ties.size() == 1);
  CHECK(stage.tie("Alby", "Ekby")->strength == 1);
  CHECK(stage.projection.inside == std::vector<std::uint32_t>{0, 1});
  CHECK(stage.projection.all == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("an agreement of more parties than the limit is left out of the ties, and counted") {
  Stage stage = three_agreements();
  stage.open(CollapseBy::none, 2);
  CHECK(stage.projection.umbrellas == 1);
  CHECK(stage.tie("Alby", "Ekby")->agreements == 1);
  CHECK_FALSE(stage.tie("Alby", "Tuna"));
  CHECK(stage.projection.all[0] == 3);
}

TEST_CASE("between classes agreements are counted once, and those inside a class apart") {
  Stage stage = three_agreements();
  stage.open(CollapseBy::county);
  //  Län 90 (Alby, Ekby) -- A -- Län 91 (Tuna, Regionen), C unconfirmed; B is inside Län 90.
  REQUIRE(stage.projection.ties.size() == 2);
  CHECK(stage.projection.ties[0].is_confirmed);
  CHECK(stage.projection.ties[0].agreements == 1);
  CHECK(stage.projection.ties[0].strength == 1);  // joins two nodes, however many parties they have
  CHECK_FALSE(stage.projection.ties[1].is_confirmed);
  CHECK(stage.projection.inside == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("a body is joined to the parties of its charter, and not as a tie") {
  Stage stage = three_agreements();
  stage.maker.actor("Förbundet", "other");
  stage.maker.network.agreements.mutable_row(1).founds.id = stage.maker.id("Förbundet");
  stage.open();
  const auto edges = founding_edges(stage.part, stage.nodes, no_limit);
  CHECK(edges == std::vector<Graph::Edge>{{0, 4}, {1, 4}});
  CHECK(stage.projection.ties.size() == 4);
  const JoinedNodes joined = join_nodes(stage.part, stage.nodes, no_limit);
  CHECK(joined.foundings == edges);
  CHECK(joined.graph.edge_count() == 6);
  CHECK(founding_edges(stage.part, stage.nodes, 1).empty());
}

TEST_CASE("nobody and nothing project to nothing") {
  Stage stage;
  stage.open();
  CHECK(stage.projection.ties.empty());
  CHECK(join_nodes(stage.part, stage.nodes, no_limit).graph.vertex_count() == 0);
}

TEST_CASE("random small networks project as every pair looked at one by one") {
  std::mt19937 random(7);
  const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    Stage stage;
    const unsigned actors = 2 + below(7);
    for (unsigned i = 0; i < actors; ++i) {
      stage.maker.municipality("K" + std::to_string(i), std::to_string(9000 + i + (below(3)) * 100));
    }
    for (unsigned i = below(8); i > 0; --i) {
      Agreement& row = stage.maker.agreement("A" + std::to_string(i), {});
      for (unsigned p = 1 + below(6); p > 0; --p) {
        const PartyState state = below(3) == 0 ? PartyState::unknown : PartyState::adopted;
        row.parties.push_back(stage.maker.party("K" + std::to_string(below(actors)), state));
      }
    }
    const std::size_t umbrella = 3 + below(4);
    stage.open(round % 2 == 0 ? CollapseBy::none : CollapseBy::county, umbrella);
    const Network& network = stage.maker.network;
    std::size_t pairs = 0;
    for (std::uint32_t a = 0; a < stage.nodes.size(); ++a) {
      for (std::uint32_t b = a + 1; b < stage.nodes.size(); ++b) {
        for (const bool wants_confirmed : {true, false}) {
          std::vector<AgreementId> shared;
          double strength = 0;
          for (std::size_t i = 0; i < network.agreements.size(); ++i) {
            const Agreement& row = network.agreements[i];
            if (row.parties.size() > umbrella) continue;
            std::map<std::uint32_t, bool> in;  // node, confirmed
            for (const Party& party : row.parties) {
              in[stage.nodes.node_of_actor[party.actor.id.value]] |= is_tie(row, party, network.as_of);
            }
            if (!in.contains(a) || !in.contains(b) || (in[a] && in[b]) != wants_confirmed) continue;
            shared.emplace_back(i);
            strength += 1.0 / static_cast<double>(in.size() - 1);
          }
          const auto found = std::find_if(
              stage.projection.ties.begin(), stage.projection.ties.end(),
              [&](const ProjectedTie& t) { return t.a == a && t.b == b && t.is_confirmed == wants_confirmed; });
          REQUIRE((found != stage.projection.ties.end()) == !shared.empty());
          if (shared.empty()) continue;
          ++pairs;
          CHECK(found->agreements == shared.size());
          CHECK(static_cast<double>(found->strength) == doctest::Approx(strength));
          CHECK(agreements_of(*found, stage.part, stage.nodes, umbrella) == shared);
        }
      }
    }
    CHECK(stage.projection.ties.size() == pairs);
  }
}
