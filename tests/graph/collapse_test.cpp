#include "graph/collapse.h"

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

//  Län 90: Alby and Ekby (municipalities), Regionen, Skolan (a unit of Alby, folded)      Län 91: Ölby
//  Staten belongs to no county.
struct Country {
  NetworkMaker maker;
  Taxonomy taxonomy = small_taxonomy();
  SubNetwork part;
  Folding folding;

  Country() {
    maker.municipality("Alby", "9001");
    maker.municipality("Ekby", "9002");
    maker.municipality("Ölby", "9101");
    maker.region("Regionen", "90");
    maker.actor("Skolan", "school").parent.id = maker.id("Alby");
    maker.actor("Staten", "other");
    maker.agreement("A", {"Alby", "Ekby", "Staten"});
  }
  Classes classes(CollapseBy by) const { return classes_of(maker.network, NetworkIndex(maker.network), taxonomy, by); }
  std::string code(CollapseBy by, const std::string& actor) const {
    const Classes all = classes(by);
    const std::uint32_t number = all.of_actor[maker.id(actor).value];
    return number == Classes::none ? "" : all.codes[number];
  }
  Nodes nodes(CollapseBy by, const std::vector<std::string>& expanded = {}) {
    const NetworkIndex index(maker.network);
    part = restrict(maker.network, taxonomy, {}, maker.network.as_of);
    folding = fold_units(maker.network, index, taxonomy, part);
    std::vector<ActorId> folded;
    for (const Fold& fold : folding.folds) folded.insert(folded.end(), fold.units.begin(), fold.units.end());
    return collapse(classes(by), folding.shown, folded, expanded);
  }
};

std::vector<std::string> names(const NetworkMaker& maker, const std::vector<ActorId>& actors) {
  std::vector<std::string> found;
  for (const ActorId id : actors) found.push_back(maker.network.actor(id).name);
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an actor is in its own county, else in that of its municipality or of the nearest ancestor with one") {
  Country country;
  country.maker.actor("Kliniken", "other").municipality = "9101";
  CHECK(country.code(CollapseBy::county, "Alby") == "90");
  CHECK(country.code(CollapseBy::county, "Skolan") == "90");
  CHECK(country.code(CollapseBy::county, "Kliniken") == "91");
  CHECK(country.code(CollapseBy::county, "Staten").empty());
}

TEST_CASE("a region is in no municipality; a school is in its organiser's") {
  const Country country;
  CHECK(country.code(CollapseBy::municipality, "Skolan") == "9001");
  CHECK(country.code(CollapseBy::municipality, "Regionen").empty());
}

TEST_CASE("everybody has a group") {
  const Country country;
  CHECK(country.code(CollapseBy::group, "Skolan") == "school");
  CHECK(country.code(CollapseBy::group, "Staten") == "other");
}

TEST_CASE("parents that go around in a circle end the search") {
  Country country;
  country.maker.actor("Mor", "other");
  country.maker.actor("Dotter", "other").parent.id = country.maker.id("Mor");
  country.maker.network.actors.mutable_row(country.maker.id("Mor").value).parent.id = country.maker.id("Dotter");
  CHECK(country.code(CollapseBy::county, "Dotter").empty());
}

TEST_CASE("a structure has those it lists; of two that list a municipality the one of fewer members has it") {
  Country country;
  const auto structure = [&](const char* name, const char* county, const Names& members) {
    Actor& row = country.maker.actor(name, "support_structure");
    row.county = county;
    for (const std::string& member : members) row.members.push_back({country.maker.id(member), {}});
  };
  structure("Stora", "90", {"Alby", "Ekby"});
  structure("Lilla", "90", {"Ekby"});
  CHECK(country.code(CollapseBy::structure, "Alby") == "Stora");
  CHECK(country.code(CollapseBy::structure, "Ekby") == "Lilla");
  CHECK(country.code(CollapseBy::structure, "Skolan") == "Stora");  // as its organiser
  CHECK(country.code(CollapseBy::structure, "Lilla") == "Lilla");
  // Two in the county: which of them the region belongs to is not known.
  CHECK(country.code(CollapseBy::structure, "Regionen").empty());
  CHECK(country.code(CollapseBy::structure, "Ölby").empty());
}

TEST_CASE("a structure that lists nobody serves its county, if it is the only one there") {
  Country country;
  country.maker.actor("Länets", "support_structure").county = "90";
  CHECK(country.code(CollapseBy::structure, "Ekby") == "Länets");
  CHECK(country.code(CollapseBy::structure, "Regionen") == "Länets");
  CHECK(country.code(CollapseBy::structure, "Ölby").empty());
}

TEST_CASE("the actors of a class are one node, folded units too; who is in no class stands by itself") {
  Country country;
  const Nodes nodes = country.nodes(CollapseBy::county);
  CHECK(names(country.maker, nodes.actors) == Names{"Ölby", "Staten"});  // a class of one is the actor itself
  REQUIRE(nodes.clusters.size() == 1);
  CHECK(names(country.maker, nodes.clusters[0].members) == Names{"Alby", "Ekby", "Regionen", "Skolan"});
  CHECK(nodes.node_of_actor[country.maker.id("Skolan").value] == 2);
  CHECK(nodes.node_of_actor[country.maker.id("Staten").value] == 1);
  CHECK(nodes.is_cluster(2));
  CHECK_FALSE(nodes.is_cluster(1));
}

TEST_CASE("a class that is opened again shows its actors, while its units stay folded") {
  Country country;
  const Nodes nodes = country.nodes(CollapseBy::county, {"90"});
  CHECK(nodes.clusters.empty());
  CHECK(names(country.maker, nodes.actors) == Names{"Alby", "Ekby", "Ölby", "Regionen", "Staten"});
  CHECK(nodes.node_of_actor[country.maker.id("Skolan").value] == Nodes::none);
}

TEST_CASE("collapsed by nothing, or without anybody, nothing is drawn as one") {
  Country country;
  CHECK(country.nodes(CollapseBy::none).clusters.empty());
  CHECK(country.nodes(CollapseBy::none).actors.size() == 5);
  CHECK(collapse({}, {}, {}).size() == 0);
}
