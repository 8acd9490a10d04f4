#pragma once
#include "base/geometry.h"

namespace samverka {

// WGS 84 degrees; within the accuracy of this program the same as SWEREF 99.
struct LatLon {
  double lat = 0;
  double lon = 0;
  bool operator==(const LatLon&) const = default;
};

// SWEREF 99 TM in metres: north and east.
struct Northing {
  double north = 0;
  double east = 0;
};

// Gauss-Krüger (transverse Mercator) on GRS 80 with SWEREF 99 TM's parameters (central meridian 15° E, scale 0.9996,
// false easting 500 km). Lantmäteriet, "Gauss Conformal Projection (Transverse Mercator): Krüger's formulas".
// Accurate to well under a millimetre over Sweden.
Northing sweref99tm_from_wgs84(LatLon position);
LatLon wgs84_from_sweref99tm(Northing position);

// World plane of the map view: kilometres, x east, y *down* (minus north).
Vec2 map_from_wgs84(LatLon position);
LatLon wgs84_from_map(Vec2 map_km);

bool is_on_earth(LatLon position);     // finite, |lat| <= 90, |lon| <= 180
bool is_near_sweden(LatLon position);  // 55-70 N, 10-25 E
// Far from Sweden, but in it with latitude and longitude in the other order: the common mistake.
bool is_swapped(LatLon position);

}  // namespace samverka
