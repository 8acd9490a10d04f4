// The layer of support structures, on the squares of map_stage.h.
#include "scene/map_support.h"

#include <algorithm>

#include "map_stage.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr PickId land(std::uint32_t code) { return {PickId::Kind::municipality_area, code}; }

MapStage support_stage() {
  MapStage stage;
  stage.look.shows_support = true;
  return stage;
}

void add_structure(MapStage& stage, const std::string& name, const std::vector<std::string>& serves) {
  Actor& structure = stage.maker.actor(name, "support_structure");
  structure.county = "90";
  structure.serves = serves;
}

}  // namespace

TEST_CASE("structures whose lands touch have different tints, though there are more of them than tints") {
  //  0 1 2 3 4 5     each square a municipality with a structure of its own
  //  6 7 8 9 a b     below the same, in the other order
  MapStage stage = support_stage();
  stage.maker = {};
  stage.shapes.municipalities.clear();
  const auto code_of = [](int i) { return std::to_string(9000 + i); };
  for (int i = 0; i < 12; ++i) {
    const Vec2 corner{500.0F + 40.0F * static_cast<float>(i % 6), i < 6 ? -6700.0F : -6660.0F};
    stage.shapes.municipalities.push_back(square(code_of(i), "Ort " + code_of(i), corner, {40, 40}));
    stage.maker.municipality("Ort " + code_of(i), code_of(i)).position = wgs84_from_map(corner + Vec2{20, 20});
  }
  for (int i = 0; i < 12; ++i) add_structure(stage, "Stöd " + code_of(i), {code_of(i)});
  const Scene scene = stage.scene();
  const auto colour = [&](int i) { return find_polygon(scene, land(static_cast<std::uint32_t>(9000 + i)))->fill; };
  for (int a = 0; a < 12; ++a) {
    CHECK_FALSE(colour(a) == light_theme().land);
    for (int b = 0; b < a; ++b) {
      const bool touch = std::abs(a % 6 - b % 6) <= 1;  // rows lie on each other: corners too
      if (touch) CHECK_FALSE(colour(a) == colour(b));
    }
  }
  const Scene again = stage.scene();
  for (std::size_t i = 0; i < scene.polygons.size(); ++i) CHECK(again.polygons[i].fill == scene.polygons[i].fill);
}

TEST_CASE("land that two structures serve has a colour of its own, and land that none does is told of as unknown") {
  MapStage stage = support_stage();
  add_structure(stage, "Stöd A", {"9001", "9002"});
  add_structure(stage, "Stöd B", {"9002"});
  const Scene scene = stage.scene();
  CHECK_FALSE(find_polygon(scene, land(9001))->fill == find_polygon(scene, land(9002))->fill);
  CHECK(find_polygon(scene, land(9101))->fill == light_theme().land);
  CHECK(find_polygon(scene, land(9101))->hatch.a > 0);
  CHECK(find_row(scene, "legend.support_unknown")->count == 2);
}

TEST_CASE("land whose support nobody has confirmed is hatched over its colour, and counted apart") {
  MapStage stage = support_stage();
  add_structure(stage, "Stöd A", {"9001", "9002"});
  add_structure(stage, "Stöd B", {"9101"});
  stage.maker.agreement("Bildande", {"Alby"}, "A7").founds.id = stage.maker.id("Stöd A");
  const Scene scene = stage.scene();
  CHECK(find_polygon(scene, land(9001))->hatch.a == 0);
  CHECK(find_polygon(scene, land(9002))->hatch.a > 0);
  CHECK(find_polygon(scene, land(9002))->fill == find_polygon(scene, land(9001))->fill);
  CHECK(find_polygon(scene, land(9101))->hatch.a > 0);
  CHECK(find_row(scene, "legend.support_one")->count == 1);
  CHECK_FALSE(find_row(scene, "legend.support_several"));
  CHECK(find_row(scene, "legend.support_unconfirmed")->count == 2);
  CHECK(find_row(scene, "legend.support_unknown")->count == 1);
}

TEST_CASE("the legend shows every tint that is used, and says that they only tell neighbours apart") {
  MapStage stage = support_stage();
  add_structure(stage, "Stöd A", {"9001"});
  CHECK(find_row(stage.scene(), "legend.support_one")->colours.size() == 1);
  CHECK_FALSE(find_row(stage.scene(), "legend.support_tints"));  // nothing to tell apart
  add_structure(stage, "Stöd B", {"9002"});
  add_structure(stage, "Stöd utan kommuner", {});
  const Scene scene = stage.scene();
  const std::vector<Rgba>& colours = find_row(scene, "legend.support_one")->colours;
  REQUIRE(colours.size() == 2);
  CHECK(std::find(colours.begin(), colours.end(), find_polygon(scene, land(9001))->fill) != colours.end());
  CHECK(std::find(colours.begin(), colours.end(), find_polygon(scene, land(9002))->fill) != colours.end());
  CHECK(find_row(scene, "legend.support_tints"));
}

TEST_CASE("whom a structure serves is reckoned on the chosen day") {
  MapStage stage = support_stage();
  add_structure(stage, "Stöd A", {});
  Agreement& founding = stage.maker.agreement("Bildande", {"Alby"}, "A7");
  founding.founds.id = stage.maker.id("Stöd A");
  founding.valid = from_to("2020-01-01", "2024-12-31");
  CHECK(find_polygon(stage.scene(), land(9001))->fill == light_theme().land);  // the data is of 2025
  stage.day = Date{2024, 6, 30};
  CHECK_FALSE(find_polygon(stage.scene(), land(9001))->fill == light_theme().land);
}
