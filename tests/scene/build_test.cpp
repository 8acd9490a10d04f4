// The two pictures of one small network:
//   Alby(kommun) -- A -- Ekby(kommun)      Alby -- B - - Regionen (recommended)      Skolan (folded into Alby)
#include <algorithm>

#include "graph/subnetwork.h"
#include "layout/layout.h"
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
  const MapShapes* shapes = nullptr;
  const Theme* theme = &light_theme();
  SceneWords words;
  PickId selection;
  std::vector<std::string> hidden;

  void open() {
    index = NetworkIndex(maker.network);
    part = restrict(maker.network, taxonomy, {}, maker.network.as_of);
    folding = fold_units(maker.network, index, taxonomy, part);
    incidence = incidence_of(part, folding.shown, Joined::parties_and_founded);
    for (std::size_t v = positions.size(); v < incidence.vertex_count(); ++v) {
      positions.push_back({static_cast<float>(v) * 10, static_cast<float>(v % 3) * 10});
    }
  }
  void place_on_map() {
    Progress progress;
    positions = map_layout({incidence.graph, anchors_of(maker.network, index, incidence)}, {}, progress).value();
  }
  SceneInput input() const {
    return {.network = maker.network,
            .index = index,
            .taxonomy = taxonomy,
            .part = part,
            .folding = folding,
            .incidence = incidence,
            .positions = positions,
            .shapes = shapes,
            .theme = *theme,
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
  stage.words = {
      {"scene.no_record", "utan uppgift"}, {"scene.many.school", "skolenheter"}, {"scene.unnamed", "(utan namn)"}};
  stage.open();
  return stage;
}

//  Alby -- Stadga -- Ekby      Stadga founds Förbundet, which is party of nothing
Stage charter_stage() {
  Stage stage;
  stage.maker.municipality("Alby", "9001").position = LatLon{60.6, 15.6};
  stage.maker.municipality("Ekby", "9002").position = LatLon{60.7, 15.0};
  stage.maker.actor("Förbundet", "support_structure").position = LatLon{60.5, 15.3};
  stage.maker.agreement("Stadga", {"Alby", "Ekby"}).founds.id = stage.maker.id("Förbundet");
  stage.open();
  stage.place_on_map();
  return stage;
}

// Two counties of 100 km, one above the other, 1 000 km apart.
MapShapes two_counties() {
  MapShapes shapes;
  for (const auto& [code, top] : {std::pair{"90", -7500.0F}, {"91", -6500.0F}}) {
    MapShapes::Place county;
    county.code = code;
    county.bounds = {{500, top}, {600, top + 100}};
    shapes.counties.push_back(county);
  }
  return shapes;
}

const Mark& mark_of(const Scene& scene, PickId pick) {
  const auto found =
      std::find_if(scene.marks.begin(), scene.marks.end(), [&](const Mark& m) { return m.pick == pick; });
  REQUIRE(found != scene.marks.end());
  return *found;
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
  CHECK(scene.marks.size() == 6);  // three actors, two agreements, the ring of the school that is folded
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
  CHECK(scene.marks.size() == 5);
  CHECK(scene.links.empty());
  CHECK_FALSE(find_row(scene, "region")->is_on);
  CHECK(find_row(scene, "region")->count == 1);
  CHECK_FALSE(find_row(scene, "confirmed")->is_on);
  CHECK(find_row(scene, "municipality")->is_on);
}

TEST_CASE("several units are called by a name that can be counted") {
  Stage stage = small_stage();
  stage.maker.actor("Andra skolan", "school").parent.id = stage.maker.id("Alby");
  stage.open();
  stage.selection = {PickId::Kind::actor, stage.maker.id("Alby").value};
  CHECK(name_of(stage.network_scene(), stage.selection) == "Alby · 2 skolenheter utan uppgift");
}

TEST_CASE("a selected host says what is folded into it, and its ties come last, in accent") {
  Stage stage = small_stage();
  stage.selection = {PickId::Kind::actor, stage.maker.id("Ekby").value};
  CHECK(name_of(stage.network_scene(), stage.selection) == "Ekby");
  stage.selection.index = stage.maker.id("Alby").value;
  const Scene scene = stage.network_scene();
  CHECK(name_of(scene, stage.selection).find("Alby · 1 ") == 0);
  CHECK(name_of(scene, stage.selection).ends_with(" utan uppgift"));
  CHECK(name_of(scene, stage.selection).find(',') == std::string::npos);  // it is the units that have none
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

TEST_CASE("a charter and what it founds are joined by a broad line of their own, below the ties and not one of them") {
  const Stage stage = charter_stage();
  for (const Scene& scene : {stage.network_scene(), build_map_scene(stage.input())}) {
    REQUIRE(scene.links.size() == 3);
    const Link& founding = scene.links.front();
    CHECK(founding.to == mark_of(scene, {PickId::Kind::actor, stage.maker.id("Förbundet").value}).centre);
    CHECK(founding.from == mark_of(scene, {PickId::Kind::agreement, 0}).centre);
    CHECK(founding.width_px > scene.links.back().width_px);
    CHECK_FALSE(founding.is_dashed);
    CHECK(founding.pick == PickId{PickId::Kind::agreement, 0});
    REQUIRE(find_row(scene, "founding"));
    CHECK(find_row(scene, "founding")->count == 1);
    CHECK(find_row(scene, "founding")->colour == founding.colour);
    CHECK(find_row(scene, "confirmed")->count == 2);
    CHECK_FALSE(find_row(scene, "unconfirmed"));
  }
  // Three marks of the least size: what is founded carries no weight by it.
  const Scene scene = stage.network_scene();
  CHECK(mark_of(scene, {PickId::Kind::actor, 2}).radius_px < mark_of(scene, {PickId::Kind::actor, 0}).radius_px);
}

TEST_CASE("what charters found is switched off in the legend by itself, and vanishes with either end") {
  Stage stage = charter_stage();
  stage.hidden = {"founding"};
  CHECK(stage.network_scene().links.size() == 2);
  CHECK(stage.network_scene().marks.size() == 4);
  CHECK_FALSE(find_row(stage.network_scene(), "founding")->is_on);
  stage.hidden = {"confirmed"};
  CHECK(stage.network_scene().links.size() == 1);
  stage.hidden = {"rss"};
  CHECK(stage.network_scene().links.size() == 2);
  stage.hidden = {"agreement"};
  CHECK(stage.network_scene().links.empty());
}

TEST_CASE("a selected charter's line to what it founds comes forward, and others' step back") {
  Stage stage = charter_stage();
  stage.selection = {PickId::Kind::actor, stage.maker.id("Förbundet").value};
  CHECK(stage.network_scene().links.front().colour.g == light_theme().accent.g);
  stage.selection.index = stage.maker.id("Alby").value;
  CHECK(stage.network_scene().links.front().colour.a < 255);
}

TEST_CASE("on the map a line to a founded body without a place is drawn only when it is selected") {
  Stage stage = charter_stage();
  stage.maker.network.actors.mutable_row(2).position = {};
  stage.open();
  stage.place_on_map();
  CHECK(build_map_scene(stage.input()).links.size() == 2);
  stage.selection = {PickId::Kind::agreement, 0};
  CHECK(build_map_scene(stage.input()).links.size() == 3);
}

TEST_CASE("the map shows the part of the world where the placed actors are, and what has no place beside it") {
  Stage stage = small_stage();  // nobody knows where Regionen is
  stage.maker.network.actors.mutable_row(0).position = LatLon{60.6, 15.6};
  stage.maker.network.actors.mutable_row(1).position = LatLon{60.7, 15.0};
  stage.open();
  stage.place_on_map();
  const MapShapes shapes = two_counties();
  stage.shapes = &shapes;
  const Scene scene = build_map_scene(stage.input());
  CHECK(scene.is_map);
  for (const Mark& mark : scene.marks) CHECK(scene.bounds.contains(mark.centre));
  CHECK(scene.bounds.width() < 80);
  CHECK(scene.insets.empty());
}

TEST_CASE("the map of the country holds all that stands beside it: actors, and agreements of nobody with a place") {
  Stage stage = charter_stage();
  stage.maker.network.actors.mutable_row(0).position = LatLon{67.5, 20};  // the far north: not a part of the country
  stage.maker.network.actors.mutable_row(1).position = LatLon{55.6, 13};
  for (const char* name : {"IVO", "FHM"}) stage.maker.actor(name, "other");
  for (int i = 0; i < 40; ++i) stage.maker.agreement("Nationell " + std::to_string(i), {"IVO", "FHM"});
  stage.open();
  stage.place_on_map();
  const MapShapes shapes = two_counties();
  stage.shapes = &shapes;
  const Scene scene = build_map_scene(stage.input());
  CHECK(scene.bounds.contains(shapes.counties[0].bounds.min));
  CHECK(scene.bounds.contains(shapes.counties[1].bounds.max));
  for (std::uint32_t i = 0; i < 41; ++i) {
    CHECK(scene.bounds.grown(1).contains(mark_of(scene, {PickId::Kind::agreement, i}).centre));
  }
}

TEST_CASE("only counties where somebody stands are enlarged") {
  Stage stage = charter_stage();
  stage.maker.region("Norr", "90").position = LatLon{67.5, 20};
  stage.maker.region("Syd", "91").position = LatLon{55.6, 13};
  stage.open();
  stage.place_on_map();
  const MapShapes shapes = two_counties();
  stage.shapes = &shapes;
  CHECK(build_map_scene(stage.input()).insets.size() == 2);
  stage.hidden = {"region"};  // the municipalities of county 90 are left
  const Scene scene = build_map_scene(stage.input());
  REQUIRE(scene.insets.size() == 1);
  CHECK(scene.insets[0].title == "Norr");
}

TEST_CASE("a name toned down by a selection can still be read, in both themes and pictures") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    Stage stage = charter_stage();
    stage.maker.region("Regionen", "90").position = LatLon{60.55, 15.4};  // no agreement: not near
    stage.maker.municipality("Storstad", "9003").population = 500'000;
    stage.theme = theme;
    stage.open();
    stage.place_on_map();
    stage.selection = {PickId::Kind::actor, 0};
    for (const Scene& scene : {stage.network_scene(), build_map_scene(stage.input())}) {
      CHECK_FALSE(name_of(scene, {PickId::Kind::actor, 3}).empty());
      CHECK_FALSE(name_of(scene, {PickId::Kind::actor, 4}).empty());
      for (const Label& label : scene.labels) CHECK(contrast_ratio(label.colour, label.halo) >= 3);
    }
  }
}

TEST_CASE("every word that scenes use is among the keys that are asked for") {
  for (const char* key :
       {"legend.agreement", "legend.founding", "scene.no_record", "scene.unplaced", "scene.unnamed"}) {
    CHECK(std::count(scene_word_keys().begin(), scene_word_keys().end(), key) == 1);
  }
}
