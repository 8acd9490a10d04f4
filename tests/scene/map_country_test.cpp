// The map from far out, on the squares of map_stage.h.
#include "map_stage.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr PickId county(std::uint32_t code) { return {PickId::Kind::county_area, code}; }
constexpr PickId pair(std::uint32_t codes) { return {PickId::Kind::county_pair, codes}; }

MapStage far_stage() {
  MapStage stage;
  stage.detail = MapDetail::country;
  return stage;
}

}  // namespace

TEST_CASE("the level follows the zoom, and a level once entered is kept until well past its border") {
  using enum MapDetail;
  CHECK(map_detail_for(0.45F, county) == country);
  CHECK(map_detail_for(2.5F, country) == county);
  CHECK(map_detail_for(20, country) == municipality);
  CHECK(map_detail_for(20, municipality) == municipality);
  for (const auto& [detail, below] : {std::pair{county, country}, {municipality, county}}) {
    const float border = least_px_per_km(detail);
    CHECK(map_detail_for(border * 0.95F, below) == below);
    CHECK(map_detail_for(border, below) == detail);
    CHECK(map_detail_for(border * 0.95F, detail) == detail);  // between the two borders it stays as it is
    CHECK(map_detail_for(border * 0.7F, detail) == below);
  }
  CHECK(least_px_per_km(country) == 0);
  CHECK(map_detail_for(0, county) == country);
  CHECK(map_detail_for(-1, municipality) == country);
}

TEST_CASE("two counties that share three agreements are joined by one line with the number three") {
  MapStage stage = far_stage();
  stage.maker.agreement("A", {"Alby", "Sjöby"});
  stage.maker.agreement("B", {"Ekby", "Sjöby"});
  stage.maker.agreement("C", {"Alby", "Ekby", "Sjöby"});
  const Scene scene = stage.scene();
  REQUIRE(scene.links.size() == 1);
  CHECK(scene.links[0].pick == pair(9091));
  CHECK_FALSE(scene.links[0].is_dashed);
  CHECK(has_label(scene, "3"));
  CHECK(find_row(scene, "country.between_counties")->count == 3);
  CHECK(find_row(scene, "country.within_county")->count == 0);
}

TEST_CASE("a line is broader where more is shared, and dashed where nothing of it is confirmed") {
  MapStage stage = far_stage();
  for (const char* name : {"A", "B", "C"}) stage.maker.agreement(name, {"Alby", "Sjöby"});
  stage.maker.agreement("D", {"Alby"}).parties.push_back(stage.maker.party("Åby", PartyState::recommended));
  const Scene scene = stage.scene();
  REQUIRE(scene.links.size() == 2);
  CHECK(scene.links[0].pick == pair(9091));
  CHECK(scene.links[1].pick == pair(9092));
  CHECK(scene.links[0].width_px > scene.links[1].width_px);
  CHECK(scene.links[1].is_dashed);
}

TEST_CASE("a county says its name and how many agreements stay within it; one without a record has no disc") {
  MapStage stage = far_stage();
  stage.maker.agreement("A", {"Alby", "Ekby"});
  stage.maker.agreement("B", {"Alby", "Ekby"});
  const Scene scene = stage.scene();
  CHECK(scene.polygons.size() == 3);
  REQUIRE(find_mark(scene, county(90)));
  CHECK(has_label(scene, "2"));
  CHECK_FALSE(find_mark(scene, county(91)));
  CHECK_FALSE(has_label(scene, "0"));  // unknown is not none
  CHECK(has_label(scene, "Norra"));
  CHECK(has_label(scene, "Sjö"));
  CHECK(find_row(scene, "country.within_county")->count == 2);
  CHECK_FALSE(find_row(scene, "country.within_county")->is_switch);
}

TEST_CASE("from far out no municipality is drawn, but one that is selected stands at its place") {
  MapStage stage = far_stage();
  stage.maker.agreement("A", {"Alby", "Ekby"});
  const PickId alby{PickId::Kind::actor, 0};
  CHECK_FALSE(find_mark(stage.scene(), alby));
  stage.selection = alby;
  const Scene scene = stage.scene();
  CHECK(find_mark(scene, alby));
  CHECK(has_label(scene, "Alby"));
  CHECK(find_polygon(scene, county(90))->fill == light_theme().accent_soft);
  CHECK(find_polygon(scene, county(91))->fill == light_theme().land);
}

TEST_CASE("agreements of a crowd are counted apart in the legend and join no counties") {
  MapStage stage = far_stage();
  std::vector<std::string> everyone = {"Alby", "Sjöby"};
  for (std::size_t i = 0; i < umbrella_parties; ++i) {
    everyone.push_back("Förening " + std::to_string(i));
    stage.maker.actor(everyone.back(), "civil_society");
  }
  stage.maker.agreement("Alla", everyone);
  const Scene scene = stage.scene();
  CHECK(std::none_of(scene.links.begin(), scene.links.end(),
                     [](const Link& l) { return l.pick.kind == PickId::Kind::county_pair; }));
  REQUIRE(find_row(scene, "country.crowded"));
  CHECK(find_row(scene, "country.crowded")->count == 1);
}

TEST_CASE("what the legend switches off is not counted") {
  MapStage stage = far_stage();
  stage.maker.actor("Skolan", "school").municipality = "9101";
  stage.maker.agreement("A", {"Alby", "Skolan"});
  CHECK(stage.scene().links.size() == 1);
  for (const char* off : {"school", "confirmed", "agreement"}) {
    stage.hidden = {off};
    CHECK(stage.scene().links.empty());
  }
}

TEST_CASE("a selected line between counties is drawn in accent and lifts both counties") {
  MapStage stage = far_stage();
  stage.maker.agreement("A", {"Alby", "Sjöby"});
  stage.maker.agreement("B", {"Alby", "Åby"});
  stage.selection = pair(9091);
  const Scene scene = stage.scene();
  REQUIRE(scene.links.size() == 2);
  CHECK(scene.links[0].colour.g == light_theme().accent.g);
  CHECK(scene.links[1].colour.g != light_theme().accent.g);
  CHECK(find_polygon(scene, county(90))->fill == light_theme().accent_soft);
  CHECK(find_polygon(scene, county(91))->fill == light_theme().accent_soft);
  CHECK(find_polygon(scene, county(92))->fill == light_theme().land);
}

TEST_CASE("where fewer than two counties are on the map, far out is as near as a county") {
  MapStage stage;
  stage.maker = {};
  stage.maker.municipality("Alby", "9001").position = wgs84_from_map({520, -6680});
  stage.maker.municipality("Ekby", "9002").position = wgs84_from_map({560, -6680});
  stage.maker.agreement("A", {"Alby", "Ekby"});
  const auto same = [&] {
    stage.detail = MapDetail::county;
    const Scene near = stage.scene();
    stage.detail = MapDetail::country;
    const Scene far = stage.scene();
    CHECK(far.marks.size() == near.marks.size());
    CHECK(far.polygons.size() == near.polygons.size());
    CHECK(far.legend.size() == near.legend.size());
    CHECK(find_mark(far, {PickId::Kind::actor, 0}));
  };
  same();
  stage.shapes.counties.clear();  // as for invented counties, which have no shape
  same();
  stage.shapes = {};
  same();
}

TEST_CASE("the picture has the same bounds at every level, so that nothing jumps on the way in") {
  MapStage stage;
  stage.maker.agreement("A", {"Alby", "Sjöby"});
  const Rect near = stage.scene().bounds;
  stage.detail = MapDetail::country;
  const Rect far = stage.scene().bounds;
  CHECK(near.min == far.min);
  CHECK(near.max == far.max);
}

TEST_CASE("the land of an area is found by its pick; other picks and unknown codes have none") {
  const MapShapes shapes = square_country();
  REQUIRE(bounds_of_area(shapes, county(91)));
  CHECK(bounds_of_area(shapes, county(91))->width() == 40);
  REQUIRE(bounds_of_area(shapes, {PickId::Kind::municipality_area, 9002}));
  CHECK(bounds_of_area(shapes, {PickId::Kind::municipality_area, 9002})->min.x == 540);
  CHECK_FALSE(bounds_of_area(shapes, county(7)));
  CHECK_FALSE(bounds_of_area(shapes, {PickId::Kind::actor, 91}));
}
