#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace samverka {

// The shapes of counties and municipalities, projected to map kilometres (geodesy.h), with their shared borders once.
struct MapShapes {
  struct Place {
    std::string code;  // "2080" or "20"
    std::string name;
    std::vector<std::vector<Vec2>> rings;  // even-odd
    Rect bounds;
  };
  enum class Border : std::uint8_t { coast, county, municipality };
  struct Line {
    std::vector<Vec2> points;
    Border kind = Border::municipality;
  };
  std::vector<Place> municipalities, counties;
  std::vector<Line> borders;
};

// A point well inside a shape, for its name: the middle of the widest stretch that any of some lines across it has.
// The middle of its bounds where it has no area.
Vec2 label_point(const MapShapes::Place& place);
bool is_inside(const MapShapes::Place& place, Vec2 map_km);

// The first place with that code; nullptr if there is none. Linear.
const MapShapes::Place* find_place(const std::vector<MapShapes::Place>& places, std::string_view code);

// "Dalarnas län" is "Dalarna" in a map and in a sentence; a name of another form is left as it is.
std::string short_county_name(const std::string& name);

// The municipality whose shape holds the point, or nothing. Linear in shapes, by bounds first.
const MapShapes::Place* municipality_at(const MapShapes& shapes, Vec2 map_km);

}  // namespace samverka
