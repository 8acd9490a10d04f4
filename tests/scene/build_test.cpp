// The two pictures of one small network:
//   Alby(kommun) -- A -- Ekby(kommun)      Alby -- B - - Regionen (recommended)      Skolan (folded into Alby)
#include <algorithm>

#include "graph/subnetwork.h"
#include "scene/build.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

struct Stage {
  NetworkMaker maker;
  Taxonomy taxonomy = small_taxonomy();
  NetworkIndex index;
  SubNetwork part;
  Folding folding;
  Incidence incidence;
  Positions positions;
  SceneWords words;
  PickId selection;
  std::vector<std::string> hidden;

  void open() {
    index = NetworkIndex(maker.network);
    part = restrict(maker.network, taxonomy, {}, maker.network.as_of);
    folding = fold_units(maker.network, index, taxonomy, part);
    incidence = incidence_of(part, folding.shown);
    for (std::size_t v = positions.size(); v < incidence.vertex_count(); ++v) {
      positions.push_back({static_cast<float>(v) * 10, static_cast<float>(v % 3) * 10});
    }
  }
  SceneInput input() const {
    return {.network = maker.network,
            .index = index,
            .taxonomy = taxonomy,
            .part = part,
            .folding = folding,
            .incidence = incidence,
            .positions = positions,
            .shapes = nullptr,
            .theme = light_theme(),
            .language = "sv",
            .words = words,
            .selection = selection,
            .hidden_groups = hidden,
            .caption = {}};
  }
  Scene network_scene() const { return build_network_scene(input()); }
};

Stage small_stage() {
  Stage stage;
  stage.maker.municipality("Alby", "9001");
  stage.maker.municipality("Ekby", "9002");
  stage.maker.region("Regionen", "90");
  stage.maker.actor("Skolan", "school").parent.id = stage.maker.id("Alby");
  stage.maker.agreement("A", {"Alby", "Ekby"});
  Agreement& b = stage.maker.agreement("B", {"Alby"});
  b.parties.push_back(stage.maker.party("Regionen", PartyState::recommended));
  stage.words = {{"scene.no_record", "ingen uppgift"}, {"scene.unnamed", "(utan namn)"}};
  stage.open();
  return stage;
}

const LegendRow* find_row(const Scene& scene, const std::string& code) {
  const auto row =
      std::find_if(scene.legend.begin(), scene.legend.end(), [&](const auto& r) { return r.code == code; });
  return row == scene.legend.end() ? nullptr : &*row;
}

std::string name_of(const Scene& scene, PickId pick) {
  for (const Label& label : scene.labels) {
    if (label.pick == pick) return label.text;
  }
  return {};
}

}  // namespace

TEST_CASE("every shown actor and agreement is a mark, every party a line, and what is not confirmed is dashed") {
  const Scene scene = small_stage().network_scene();
  CHECK(scene.marks.size() == 5);  // three actors, two agreements; the school is folded
  CHECK(scene.links.size() == 4);
  CHECK(std::count_if(scene.links.begin(), scene.links.end(), [](const Link& l) { return l.is_dashed; }) == 1);
  CHECK_FALSE(scene.bounds.is_empty());
}

TEST_CASE("the legend counts everyone, shown or folded, and names both kinds of ties") {
  const Scene scene = small_stage().network_scene();
  REQUIRE(find_row(scene, "municipality"));
  CHECK(find_row(scene, "municipality")->count == 2);
  REQUIRE(find_row(scene, "school"));
  CHECK(find_row(scene, "school")->count == 1);
  CHECK(find_row(scene, "agreement")->count == 2);
  CHECK(find_row(scene, "confirmed")->count == 3);
  CHECK(find_row(scene, "unconfirmed")->count == 1);
  CHECK(find_row(scene, "unconfirmed")->sign == LegendRow::Sign::dashed_line);
  CHECK(find_row(scene, "folded")->count == 1);
}

TEST_CASE("what is switched off vanishes with its lines; its legend row stays, off, with its count") {
  Stage stage = small_stage();
  stage.hidden = {"region", "confirmed"};
  const Scene scene = stage.network_scene();
  CHECK(scene.marks.size() == 4);
  CHECK(scene.links.empty());
  CHECK_FALSE(find_row(scene, "region")->is_on);
  CHECK(find_row(scene, "region")->count == 1);
  CHECK_FALSE(find_row(scene, "confirmed")->is_on);
  CHECK(find_row(scene, "municipality")->is_on);
}

TEST_CASE("a selected host says what is folded into it, and its ties come last, in accent") {
  Stage stage = small_stage();
  stage.selection = {PickId::Kind::actor, stage.maker.id("Ekby").value};
  CHECK(name_of(stage.network_scene(), stage.selection) == "Ekby");
  stage.selection.index = stage.maker.id("Alby").value;
  const Scene scene = stage.network_scene();
  CHECK(name_of(scene, stage.selection).find("Alby · 1 ") == 0);
  CHECK(name_of(scene, stage.selection).find("ingen uppgift") != std::string::npos);
  CHECK(scene.links.back().colour.g == light_theme().accent.g);
  CHECK(scene.marks.back().pick == stage.selection);
}

TEST_CASE("nothing in a scene depends on a network with nothing in it, or on positions that are missing") {
  Stage stage;
  stage.open();
  CHECK(stage.network_scene().marks.empty());
  CHECK(build_map_scene(stage.input()).marks.empty());
  Stage unplaced = small_stage();
  unplaced.positions.clear();
  CHECK(unplaced.network_scene().marks.empty());
  unplaced.selection = {PickId::Kind::agreement, 4'000'000};
  CHECK(build_map_scene(unplaced.input()).links.empty());
}

TEST_CASE("a name that is empty or endless is drawn as a short one") {
  Stage stage = small_stage();
  stage.maker.network.actors.mutable_row(0).name = "";
  stage.maker.network.actors.mutable_row(1).name = std::string(1 << 20, 'x');
  const Scene scene = stage.network_scene();
  CHECK(name_of(scene, {PickId::Kind::actor, 0}) == "(utan namn)");
  CHECK(name_of(scene, {PickId::Kind::actor, 1}).size() < 100);
}

TEST_CASE("on the map an umbrella draws rays only when it, or one of its parties, is selected") {
  Stage stage;
  std::vector<std::string> everyone;
  for (std::size_t i = 0; i <= umbrella_parties; ++i) {
    everyone.push_back("Kommun " + std::to_string(i));
    stage.maker.municipality(everyone.back(), std::to_string(9000 + i)).position =
        LatLon{60 + 0.01 * static_cast<double>(i), 15};
  }
  stage.maker.agreement("Alla", everyone);
  stage.open();
  CHECK(build_map_scene(stage.input()).links.empty());
  CHECK(stage.network_scene().links.size() == umbrella_parties + 1);
  stage.selection = {PickId::Kind::actor, 0};
  CHECK(build_map_scene(stage.input()).links.size() == 1);
  stage.selection = {PickId::Kind::agreement, 0};
  CHECK(build_map_scene(stage.input()).links.size() == umbrella_parties + 1);
}

TEST_CASE("the map shows the part of the world where the placed actors are") {
  Stage stage = small_stage();
  stage.maker.network.actors.mutable_row(0).position = LatLon{60.6, 15.6};
  stage.maker.network.actors.mutable_row(1).position = LatLon{60.7, 15.0};
  stage.positions.clear();
  stage.open();
  stage.positions[0] = {533, -6719};
  stage.positions[1] = {500, -6730};
  const Scene scene = build_map_scene(stage.input());
  CHECK(scene.is_map);
  CHECK(scene.bounds.contains({533, -6719}));
  CHECK(scene.bounds.width() < 60);
}

TEST_CASE("every word that scenes use is among the keys that are asked for") {
  for (const char* key : {"legend.agreement", "scene.no_record", "scene.unplaced", "scene.unnamed"}) {
    CHECK(std::count(scene_word_keys().begin(), scene_word_keys().end(), key) == 1);
  }
}
