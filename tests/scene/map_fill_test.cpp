// The map coloured by a number, on the squares of map_stage.h.
#include <random>

#include "map_stage.h"
#include "scene/fill_steps.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Limits = std::vector<std::int64_t>;
constexpr PickId land(std::uint32_t code) {
  return {code < 100 ? PickId::Kind::county_area : PickId::Kind::municipality_area, code};
}

MapStage filled_stage(MapLook::Fill fill) {
  MapStage stage;
  stage.look.fill = fill;
  return stage;
}

}  // namespace

TEST_CASE("classes: none without values, one where all are alike, and none is a class by itself") {
  CHECK(fill_steps({}, false).least.empty());
  CHECK(fill_steps({7}, false).least == Limits{7});
  CHECK(fill_steps({3, 3, 3}, false).least == Limits{3});
  CHECK(fill_steps({0, 0}, false).least == Limits{0});
  CHECK(fill_steps({0, 2, 2}, false).least == Limits{0, 2});
  CHECK(fill_steps({1, 2, 3, 4, 5}, false).least == Limits{1, 2, 3, 4, 5});
  CHECK(fill_steps({0, 1, 2, 3, 4, 5, 6, 7, 8}, false).least == Limits{0, 1, 3, 5, 7});
}

TEST_CASE("classes of large numbers have round limits") {
  const FillSteps steps = fill_steps({2400, 4900, 9700, 15300, 31000, 52000, 98000, 148000, 610000, 990000}, true);
  CHECK(steps.least == Limits{2400, 10000, 30000, 100000, 600000});
  CHECK(steps.step_of(0) == 0);
  CHECK(steps.step_of(9999) == 0);
  CHECK(steps.step_of(10000) == 1);
  CHECK(steps.step_of(990000) == 4);
}

TEST_CASE("every value is in the class whose limits hold it, and no class is empty") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    Limits values(1 + random() % 40);
    for (std::int64_t& value : values) value = static_cast<std::int64_t>(random() % (round % 2 == 0 ? 12 : 90));
    const FillSteps steps = fill_steps(values, false);
    REQUIRE(steps.count() <= 5);
    std::vector<std::size_t> members(steps.count());
    for (const std::int64_t value : values) {
      const std::size_t step = steps.step_of(value);
      CHECK(value >= steps.least[step]);
      if (step + 1 < steps.count()) CHECK(value < steps.least[step + 1]);
      ++members[step];
    }
    CHECK(std::count(members.begin(), members.end(), 0U) == 0);
  }
}

TEST_CASE("municipalities are coloured by their agreements, and one that nothing is known of is hatched") {
  MapStage stage = filled_stage(MapLook::Fill::agreements);
  for (const char* name : {"A", "B", "C"}) stage.maker.agreement(name, {"Alby"});
  stage.maker.agreement("D", {"Ekby"});
  stage.maker.agreement("E", {"Ekby"}).parties.push_back(stage.maker.party("Sjöby", PartyState::recommended));
  const Scene scene = stage.scene();
  const Rgba three = find_polygon(scene, land(9001))->fill;
  const Rgba two = find_polygon(scene, land(9002))->fill;
  CHECK(contrast_ratio(three, light_theme().land) > contrast_ratio(two, light_theme().land));
  CHECK_FALSE(two == light_theme().land);
  CHECK(find_polygon(scene, land(9001))->hatch.a == 0);
  for (const std::uint32_t unknown : {9101U, 9201U}) {
    CHECK(find_polygon(scene, land(unknown))->fill == light_theme().land);
    CHECK(find_polygon(scene, land(unknown))->hatch.a > 0);
  }
  CHECK(find_row(scene, "fill.0")->text == "2");
  CHECK(find_row(scene, "fill.0")->colour == two);
  CHECK(find_row(scene, "fill.1")->text == "3");
  CHECK(find_row(scene, "fill.1")->count == 1);
  CHECK(find_row(scene, "fill.unknown")->count == 2);
  CHECK(find_row(scene, "fill.unknown")->hatch.a > 0);
  CHECK_FALSE(find_row(scene, "fill.unknown")->is_switch);
}

TEST_CASE("far out counties are coloured; a group that the legend switches off stays counted") {
  MapStage stage = filled_stage(MapLook::Fill::agreements);
  stage.detail = MapDetail::country;
  stage.maker.agreement("A", {"Alby", "Ekby"});
  stage.maker.agreement("B", {"Alby", "Sjöby"});
  for (const bool is_off : {false, true}) {
    if (is_off) stage.hidden = {"confirmed"};
    const Scene scene = stage.scene();
    CHECK(find_row(scene, "fill.0")->text == "1");
    CHECK(find_row(scene, "fill.1")->text == "2");
    CHECK(find_polygon(scene, land(90))->fill == find_row(scene, "fill.1")->colour);
    CHECK(find_polygon(scene, land(91))->fill == find_row(scene, "fill.0")->colour);
    CHECK(find_polygon(scene, land(92))->hatch.a > 0);
  }
}

TEST_CASE("a municipality without a shape has its colour around its mark; one that nothing is known of an empty ring") {
  MapStage stage = filled_stage(MapLook::Fill::agreements);
  stage.maker.agreement("A", {"Alby"});
  stage.shapes.municipalities.clear();
  const Scene scene = stage.scene();
  const auto halo_of = [&](std::uint32_t actor) { return find_mark(scene, {PickId::Kind::actor, actor}); };
  REQUIRE(halo_of(0));
  CHECK(halo_of(0)->fill == find_row(scene, "fill.0")->colour);
  CHECK(halo_of(1)->fill == light_theme().land);
  CHECK(find_row(scene, "fill.0")->count == 1);
  CHECK(find_row(scene, "fill.unknown")->count == 3);
}

TEST_CASE("population has limits in words, and a number apart for whoever has none") {
  MapStage stage = filled_stage(MapLook::Fill::population);
  for (std::size_t i = 0; i < 3; ++i) {
    stage.maker.network.actors.mutable_row(i).population = std::int64_t{8'000} << (3 * i);
  }
  stage.words = {{"legend.under", "under {n}"}, {"legend.at_least", "{n} eller fler"}};
  const Scene scene = stage.scene();
  CHECK(find_row(scene, "fill.0")->text == "under 60\u202F000");
  CHECK(find_row(scene, "fill.1")->text == "60\u202F000–499\u202F999");
  CHECK(find_row(scene, "fill.2")->text == "500\u202F000 eller fler");
  CHECK(find_row(scene, "fill.unknown")->count == 1);
}

TEST_CASE("coloured land keeps its colour when it is selected, and has a border in accent") {
  MapStage stage = filled_stage(MapLook::Fill::agreements);
  stage.maker.agreement("A", {"Alby"});
  const Rgba plain = find_polygon(stage.scene(), land(9001))->fill;
  stage.selection = land(9001);
  const Scene scene = stage.scene();
  CHECK(find_polygon(scene, land(9001))->fill == plain);
  CHECK(std::count_if(scene.outlines.begin(), scene.outlines.end(),
                      [](const Outline& o) { return o.colour == light_theme().accent; }) == 1);
}

TEST_CASE("the classes are told apart in every theme, each stronger than the one before") {
  for (int i = 0; i < 8; ++i) {
    const Theme& theme = theme_of({(i & 1) != 0, (i & 2) != 0, (i & 4) != 0});
    MapStage stage = filled_stage(MapLook::Fill::population);
    stage.theme = theme;
    for (std::size_t actor = 0; actor < 4; ++actor) {
      stage.maker.network.actors.mutable_row(actor).population = std::int64_t{1'000} << (3 * actor);
    }
    const Scene scene = stage.scene();
    Rgba before = theme.land;
    for (const char* row : {"fill.0", "fill.1", "fill.2", "fill.3"}) {
      const Rgba colour = find_row(scene, row)->colour;
      CHECK(contrast_ratio(colour, before) > 1.08);
      CHECK(contrast_ratio(colour, theme.land) > contrast_ratio(before, theme.land));
      before = colour;
    }
  }
}
