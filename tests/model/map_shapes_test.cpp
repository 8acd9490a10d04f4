#include "model/map_shapes.h"

#include <doctest/doctest.h>

using namespace samverka;

namespace {

MapShapes::Place place_of(std::vector<std::vector<Vec2>> rings) {
  MapShapes::Place place;
  place.rings = std::move(rings);
  for (const auto& ring : place.rings) {
    for (const Vec2 p : ring) place.bounds.include(p);
  }
  return place;
}

}  // namespace

TEST_CASE("a name stands well inside its shape: a square, a crescent, a ring around a lake, two islands") {
  const MapShapes::Place square = place_of({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}});
  CHECK(distance(label_point(square), {5, 5}) < 0.6F);
  //  A U whose middle is open: the middle of its bounds is in the sea.
  const MapShapes::Place crescent = place_of({{{0, 0}, {3, 0}, {3, 8}, {7, 8}, {7, 0}, {10, 0}, {10, 12}, {0, 12}}});
  CHECK(is_inside(crescent, label_point(crescent)));
  CHECK_FALSE(is_inside(crescent, {5, 4}));
  const MapShapes::Place ring = place_of({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {8, 2}, {8, 8}, {2, 8}}});
  CHECK(is_inside(ring, label_point(ring)));
  const MapShapes::Place islands = place_of({{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, {{5, 0}, {12, 0}, {12, 7}, {5, 7}}});
  CHECK(is_inside(islands, label_point(islands)));
  CHECK(label_point(islands).x > 5);  // on the greater one
}

TEST_CASE("a shape without land gives the middle of its bounds, and holds nothing") {
  CHECK(label_point(MapShapes::Place{}) == Vec2{});
  CHECK_FALSE(is_inside(MapShapes::Place{}, {}));
  const MapShapes::Place line = place_of({{{0, 0}, {4, 0}}});
  CHECK(label_point(line) == Vec2{2, 0});
}

TEST_CASE("a place is found by its code") {
  std::vector<MapShapes::Place> places(2);
  places[0].code = "20";
  places[1].code = "21";
  CHECK(find_place(places, "21") == &places[1]);
  CHECK(find_place(places, "22") == nullptr);
  CHECK(find_place({}, "20") == nullptr);
}

TEST_CASE("a county is called by its short name in a sentence") {
  CHECK(short_county_name("Dalarnas län") == "Dalarna");
  CHECK(short_county_name("Skåne län") == "Skåne");
  CHECK(short_county_name("Kalmar län") == "Kalmar");
  CHECK(short_county_name("Västra Götalands län") == "Västra Götaland");
  CHECK(short_county_name("Exempellän") == "Exempellän");
  CHECK(short_county_name("s län") == "s");
  CHECK(short_county_name(" län") == " län");
  CHECK(short_county_name("").empty());
}
