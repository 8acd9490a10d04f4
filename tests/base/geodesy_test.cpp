#include "base/geodesy.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace samverka;

namespace {

struct ControlPoint {
  LatLon position;
  Northing metres;
};

// Lantmäteriet, "Kontrollpunkter för SWEREF 99 TM" (2007-11-20), given to a millimetre.
constexpr ControlPoint control_points[] = {
    {{55, 12.75}, {6097106.672, 356083.438}}, {{55, 14.25}, {6095048.642, 452024.069}},
    {{57, 12.75}, {6319636.937, 363331.554}}, {{57, 19.5}, {6326392.707, 773251.054}},
    {{59, 11.25}, {6546096.724, 284626.066}}, {{59, 19.5}, {6548757.206, 758410.519}},
    {{61, 12.75}, {6764877.311, 378323.440}}, {{61, 18.75}, {6768593.345, 702745.127}},
    {{63, 12.0}, {6989134.048, 348083.148}},  {{63, 19.5}, {6993565.630, 727798.671}},
    {{65, 13.5}, {7209293.753, 429270.201}},  {{65, 21.75}, {7225449.115, 817833.405}},
    {{67, 16.5}, {7432168.174, 565398.458}},  {{67, 24.0}, {7459745.672, 891298.142}},
    {{69, 21.0}, {7666089.698, 739639.195}}};

}  // namespace

TEST_CASE("SWEREF 99 TM agrees with the control points of Lantmäteriet to a millimetre") {
  for (const ControlPoint& point : control_points) {
    const Northing metres = sweref99tm_from_wgs84(point.position);
    CHECK(std::abs(metres.north - point.metres.north) < 0.001);
    CHECK(std::abs(metres.east - point.metres.east) < 0.001);
  }
}

TEST_CASE("there and back again is the same place, to a hundredth of a millimetre, all over Sweden") {
  for (double lat = 55; lat <= 70; lat += 0.37) {
    for (double lon = 10; lon <= 25; lon += 0.41) {
      const LatLon back = wgs84_from_sweref99tm(sweref99tm_from_wgs84({lat, lon}));
      CHECK(std::abs(back.lat - lat) < 1e-10);
      CHECK(std::abs(back.lon - lon) < 1e-10);
    }
  }
}

TEST_CASE("on the map, east is right, north is up and the unit is a kilometre") {
  const Vec2 falun = map_from_wgs84({60.6065, 15.6355}), kiruna = map_from_wgs84({67.8557, 20.2253});
  CHECK(kiruna.x > falun.x);
  CHECK(kiruna.y < falun.y);
  CHECK(distance(falun, kiruna) == doctest::Approx(837).epsilon(0.01));
  const LatLon back = wgs84_from_map(falun);
  CHECK(back.lat == doctest::Approx(60.6065).epsilon(1e-5));
  CHECK(back.lon == doctest::Approx(15.6355).epsilon(1e-5));
}

TEST_CASE("impossible places are told from possible ones") {
  CHECK(is_on_earth({90, 180}));
  CHECK_FALSE(is_on_earth({90.1, 0}));
  CHECK_FALSE(is_on_earth({0, -180.5}));
  CHECK_FALSE(is_on_earth({std::numeric_limits<double>::quiet_NaN(), 0}));
  CHECK_FALSE(is_on_earth({0, std::numeric_limits<double>::infinity()}));
  CHECK(is_near_sweden({59.3, 18.1}));
  CHECK_FALSE(is_near_sweden({18.1, 59.3}));
}
