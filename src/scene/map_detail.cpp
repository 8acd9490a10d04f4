// Which level of the map suits a zoom. The borders are chosen on Sweden: a whole country in a window is under half a
// pixel a kilometre, a county some two to three, a municipality of ordinary size from eight.
#include <array>

#include "scene/build.h"

namespace samverka {
namespace {

struct Level {
  MapDetail detail;
  float enter_px_per_km, leave_px_per_km;  // coming from further out; going back
};

constexpr std::array<Level, 2> levels = {{{MapDetail::county, 1.25F, 1.05F}, {MapDetail::municipality, 8.5F, 7}}};

}  // namespace

MapDetail map_detail_for(float px_per_km, MapDetail now) {
  MapDetail detail = MapDetail::country;
  for (const Level& level : levels) {
    const bool is_there = static_cast<int>(now) >= static_cast<int>(level.detail);
    if (px_per_km >= (is_there ? level.leave_px_per_km : level.enter_px_per_km)) detail = level.detail;
  }
  return detail;
}

float least_px_per_km(MapDetail detail) {
  for (const Level& level : levels) {
    if (level.detail == detail) return level.enter_px_per_km;
  }
  return 0;
}

}  // namespace samverka
