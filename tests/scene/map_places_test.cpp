// Where everything is on the map, on the squares of map_stage.h.
#include "scene/map_places.h"

#include "map_stage.h"

using namespace samverka;
using namespace samverka::test;

namespace {

MapPlaces places_of(const MapStage& stage) {
  return map_places(stage.maker.network, NetworkIndex(stage.maker.network), stage.shapes);
}

float nearest_pair(const std::vector<Vec2>& places) {
  float nearest = 1e9F;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) nearest = std::min(nearest, distance(places[i], places[j]));
  }
  return nearest;
}

Vec2 middle_of(const MapStage& stage, std::size_t municipality) {
  return stage.shapes.municipalities[municipality].bounds.centre();
}

}  // namespace

TEST_CASE("schools of a municipality are spread on its land, apart from each other and from its own mark") {
  MapStage stage;
  for (int i = 0; i < 60; ++i) stage.maker.actor("Skola " + std::to_string(i), "school").municipality = "9001";
  const MapPlaces places = places_of(stage);
  const std::vector<Vec2> seen(places.actors.begin() + 4, places.actors.end());
  for (const Vec2 place : seen) {
    CHECK(is_inside(stage.shapes.municipalities[0], place));
    CHECK(distance(place, middle_of(stage, 0)) > 1.5F);
  }
  CHECK(nearest_pair(seen) > 1.5F);
}

TEST_CASE("more schools than a small municipality has room for stand closer, and on no other land") {
  MapStage stage;
  MapShapes::Place& small = stage.shapes.municipalities[0];
  small = square("9001", "Alby", middle_of(stage, 0), {1, 1});
  for (int i = 0; i < 400; ++i) stage.maker.actor("Skola " + std::to_string(i), "school").municipality = "9001";
  const MapPlaces places = places_of(stage);
  const std::vector<Vec2> seen(places.actors.begin() + 4, places.actors.end());
  for (const Vec2 place : seen) CHECK(is_inside(small, place));
  CHECK(nearest_pair(seen) > 0.01F);
}

TEST_CASE("a municipality whose shape has no land, or that has none, still has its schools around it") {
  MapStage stage;
  stage.maker.actor("Skola A", "school").municipality = "9001";
  stage.maker.actor("Skola B", "school").municipality = "9002";
  stage.shapes.municipalities[0].rings.clear();
  stage.shapes.municipalities.erase(stage.shapes.municipalities.begin() + 1);
  const MapPlaces places = places_of(stage);
  const MapShapes whole = square_country();
  CHECK(distance(places.actors[4], whole.municipalities[0].bounds.centre()) < 3);
  CHECK(distance(places.actors[5], whole.municipalities[1].bounds.centre()) < 3);
}

TEST_CASE("a sensitive home is spread as if only its municipality were known; a known address is kept") {
  MapStage stage;
  const Vec2 address = middle_of(stage, 0) + Vec2{15, 15};
  Actor& home = stage.maker.actor("Hemmet", "civil_society");
  home.municipality = "9001";
  home.sensitive = true;
  home.position = wgs84_from_map(address);
  Actor& school = stage.maker.actor("Skolan", "school");
  school.municipality = "9001";
  school.position = wgs84_from_map(address);
  const MapPlaces places = places_of(stage);
  CHECK(distance(places.actors[4], middle_of(stage, 0)) < 6);
  CHECK(distance(places.actors[5], address) < 0.1F);
}

TEST_CASE("nothing moves when others are filtered away or unfolded, and the agreements of a county stand apart") {
  MapStage stage;
  stage.maker.actor("Skola A", "school").municipality = "9001";
  stage.maker.actor("Skola B", "school").municipality = "9001";
  stage.maker.region("Regionen", "90");
  for (const char* name : {"A", "B", "C", "D", "E"}) stage.maker.agreement(name, {"Alby", "Ekby", "Regionen"});
  stage.maker.agreement("F", {"Sjöby"}, "A7");
  const auto marks = [&] {
    std::vector<std::pair<PickId, Vec2>> found;
    for (const Mark& mark : stage.scene().marks) found.emplace_back(mark.pick, mark.centre);
    return found;
  };
  const auto folded = marks();
  stage.unfolded = true;
  const auto unfolded = marks();
  CHECK(unfolded.size() == folded.size() + 2);
  for (const auto& mark : folded) CHECK(std::find(unfolded.begin(), unfolded.end(), mark) != unfolded.end());
  const MapPlaces places = places_of(stage);
  CHECK(nearest_pair({places.agreements.begin(), places.agreements.begin() + 5}) > 2);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(distance(places.agreements[i], (middle_of(stage, 0) + middle_of(stage, 1)) * 0.5F) < 14);
  }
}

TEST_CASE("a region that nobody has placed is well inside its county; a county without a shape leaves it beside") {
  MapStage stage;
  stage.maker.region("Regionen", "91");
  CHECK(distance(places_of(stage).actors[4], label_point(stage.shapes.counties[1])) < 4);
  stage.shapes.counties.clear();
  CHECK_FALSE(is_finite(places_of(stage).actors[4]));
}
