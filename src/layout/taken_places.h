#pragma once
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/geometry.h"

namespace samverka {

// The places taken so far, in cells, so that "is anything within this distance" looks at few of them.
class TakenPlaces {
 public:
  explicit TakenPlaces(float cell_km = 2) : cell_km_(cell_km) {}
  void take(Vec2 place) { cells_[cell(column(place.x), column(place.y))].push_back(place); }

  bool is_free(Vec2 place, float distance_km) const {
    for (std::int64_t x = column(place.x - distance_km); x <= column(place.x + distance_km); ++x) {
      for (std::int64_t y = column(place.y - distance_km); y <= column(place.y + distance_km); ++y) {
        const auto found = cells_.find(cell(x, y));
        if (found == cells_.end()) continue;
        for (const Vec2& taken : found->second) {
          if (distance(taken, place) < distance_km) return false;
        }
      }
    }
    return true;
  }

 private:
  std::int64_t column(float km) const { return static_cast<std::int64_t>(std::floor(km / cell_km_)); }
  static std::int64_t cell(std::int64_t x, std::int64_t y) { return x * 0x100000000LL + y; }
  float cell_km_;
  std::unordered_map<std::int64_t, std::vector<Vec2>> cells_;
};

}  // namespace samverka
