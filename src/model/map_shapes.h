#pragma once
#include <cstdint>
#include <string>
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

// The municipality whose shape holds the point, or nothing. Linear in shapes, by bounds first.
const MapShapes::Place* municipality_at(const MapShapes& shapes, Vec2 map_km);

}  // namespace samverka
