// Agreements told apart by a perspective, in both pictures.
#include <doctest/doctest.h>

#include <algorithm>

#include "scene/build.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

struct Stage {
  NetworkMaker maker;
  Taxonomy taxonomy = small_taxonomy();
  SceneWords words;
  Positions places;

  //  Alby -- with -- Ekby,  Alby -- without -- Ekby,  Alby -- silent -- Ekby
  Stage() {
    Term perspective;
    perspective.code = "P1";
    perspective.label = {"Barnrätt", "Child rights"};
    taxonomy.perspectives.add(perspective);
    maker.municipality("Alby", "0101");
    maker.municipality("Ekby", "0102");
    maker.agreement("with", {"Alby", "Ekby"}).perspectives = std::vector<std::string>{"P1"};
    maker.agreement("without", {"Alby", "Ekby"}).perspectives = std::vector<std::string>{};
    maker.agreement("silent", {"Alby", "Ekby"});
    for (const std::string& key : scene_word_keys()) words[key] = key;
    words["lens.legend_not_recorded_few"] = "{n} av {all}";
    words["lens.legend_not_recorded"] = "{n} av {all} ({share} %)";
  }

  Scene scene(const std::string& lens, bool is_map = false) {
    const SubNetwork part = restrict(maker.network, taxonomy, {}, {2025, 12, 31});
    const NetworkIndex index(maker.network);
    const Folding folding{part.actors, {}, 0};
    const Incidence incidence = incidence_of(part, part.actors);
    places.clear();
    for (std::size_t i = 0; i < incidence.vertex_count(); ++i) places.push_back({static_cast<float>(i), 0});
    const NetworkLook look;  // named: GCC 12 takes that of a braced SceneInput for uninitialized
    const SceneInput input{.network = maker.network,
                           .index = index,
                           .taxonomy = taxonomy,
                           .part = part,
                           .folding = folding,
                           .incidence = incidence,
                           .positions = places,
                           .theme = light_theme(),
                           .language = "sv",
                           .words = words,
                           .selection = {},
                           .hidden_groups = {},
                           .caption = {},
                           .network_look = look,
                           .lens = lens};
    return (is_map ? build_map_scene : build_network_scene)(input);
  }
};

const Mark& mark_of(const Scene& scene, PickId::Kind kind, std::uint32_t index) {
  const auto found = std::find_if(scene.marks.begin(), scene.marks.end(), [&](const Mark& mark) {
    return mark.pick == PickId{kind, index};
  });
  REQUIRE(found != scene.marks.end());
  return *found;
}

const LegendRow* row(const Scene& scene, const std::string& code) {
  const auto found =
      std::find_if(scene.legend.begin(), scene.legend.end(), [&](const LegendRow& r) { return r.code == code; });
  return found == scene.legend.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("with a perspective is large and filled, without it hollow, not recorded small; all three differ") {
  Stage stage;
  const Scene plain = stage.scene("");
  CHECK(row(plain, "lens") == nullptr);
  for (const bool is_map : {false, true}) {
    const Scene scene = stage.scene("P1", is_map);
    const Mark& with = mark_of(scene, PickId::Kind::agreement, 0);
    const Mark& without = mark_of(scene, PickId::Kind::agreement, 1);
    const Mark& silent = mark_of(scene, PickId::Kind::agreement, 2);
    CHECK(with.radius_px > silent.radius_px);
    CHECK(without.radius_px > silent.radius_px);
    CHECK_FALSE(with.fill == without.fill);
    CHECK_FALSE(without.fill == silent.fill);
    CHECK(without.outline_px > with.outline_px);
    CHECK_FALSE(mark_of(scene, PickId::Kind::actor, 0).fill ==
                mark_of(stage.scene("", is_map), PickId::Kind::actor, 0).fill);
  }
}

TEST_CASE("the legend counts the three, the unrecorded share in per cent from five agreements on") {
  Stage stage;
  Scene scene = stage.scene("P1");
  REQUIRE(row(scene, "lens") != nullptr);
  CHECK(row(scene, "lens")->text == "Barnrätt");
  CHECK(row(scene, "lens.yes")->count == 1);
  CHECK(row(scene, "lens.no")->count == 1);
  CHECK(row(scene, "lens.not_recorded")->text == "1 av 3");
  CHECK(scene.caption.filter == " · Barnrätt");
  for (const char* key : {"e", "f", "g"}) stage.maker.agreement(key, {"Alby", "Ekby"});
  scene = stage.scene("P1");
  CHECK(row(scene, "lens.not_recorded")->text == "4 av 6 (66,7 %)");
}
