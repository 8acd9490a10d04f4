#include "base/geodesy.h"

#include <cmath>
#include <numbers>

// Krüger's series as Lantmäteriet prints them, to the fourth order in the third flattening n. Names follow the paper:
// phi and lambda are latitude and longitude, phi_star the conformal latitude, xi and eta the plane before scaling.
namespace samverka {
namespace {

constexpr double semi_major_axis = 6378137.0;  // GRS 80
constexpr double flattening = 1 / 298.257222101;
constexpr double central_meridian = 15.0;
constexpr double scale = 0.9996;
constexpr double false_easting = 500000.0;

constexpr double e2 = flattening * (2 - flattening);
constexpr double n = flattening / (2 - flattening);
constexpr double n2 = n * n, n3 = n2 * n, n4 = n3 * n;
constexpr double rectifying_radius = semi_major_axis / (1 + n) * (1 + n2 / 4 + n4 / 64);

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }
constexpr double degrees(double radians) { return radians * 180 / std::numbers::pi; }

struct Plane {
  double xi = 0, eta = 0;
};

// Sum of c_k sin(2k xi) cosh(2k eta) and of c_k cos(2k xi) sinh(2k eta), k = 1..4.
Plane series(const double (&c)[4], double xi, double eta) {
  Plane sum;
  for (int k = 1; k <= 4; ++k) {
    sum.xi += c[k - 1] * std::sin(2 * k * xi) * std::cosh(2 * k * eta);
    sum.eta += c[k - 1] * std::cos(2 * k * xi) * std::sinh(2 * k * eta);
  }
  return sum;
}

// A polynomial in sin² that both directions use: p0 + p1 s² + p2 s⁴ + p3 s⁶.
double in_sine_squared(const double (&p)[4], double s2) { return p[0] + s2 * (p[1] + s2 * (p[2] + s2 * p[3])); }

double conformal_latitude(double phi) {
  constexpr double e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
  constexpr double p[4] = {e2, (5 * e4 - e6) / 6, (104 * e6 - 45 * e8) / 120, 1237 * e8 / 1260};
  const double s = std::sin(phi);
  return phi - s * std::cos(phi) * in_sine_squared(p, s * s);
}

double latitude_from_conformal(double phi_star) {
  constexpr double e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
  constexpr double p[4] = {e2 + e4 + e6 + e8, -(7 * e4 + 17 * e6 + 30 * e8) / 6, (224 * e6 + 889 * e8) / 120,
                           -4279 * e8 / 1260};
  const double s = std::sin(phi_star);
  return phi_star + s * std::cos(phi_star) * in_sine_squared(p, s * s);
}

}  // namespace

Northing sweref99tm_from_wgs84(LatLon position) {
  constexpr double beta[4] = {n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180,
                              13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440, 61 * n3 / 240 - 103 * n4 / 140,
                              49561 * n4 / 161280};
  const double phi_star = conformal_latitude(radians(position.lat));
  const double lambda = radians(position.lon - central_meridian);
  const double xi = std::atan2(std::tan(phi_star), std::cos(lambda));
  const double eta = std::atanh(std::cos(phi_star) * std::sin(lambda));
  const Plane sum = series(beta, xi, eta);
  return {scale * rectifying_radius * (xi + sum.xi), scale * rectifying_radius * (eta + sum.eta) + false_easting};
}

LatLon wgs84_from_sweref99tm(Northing position) {
  constexpr double delta[4] = {n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360, n2 / 48 + n3 / 15 - 437 * n4 / 1440,
                               17 * n3 / 480 - 37 * n4 / 840, 4397 * n4 / 161280};
  const double xi = position.north / (scale * rectifying_radius);
  const double eta = (position.east - false_easting) / (scale * rectifying_radius);
  const Plane sum = series(delta, xi, eta);
  const double xi_prime = xi - sum.xi, eta_prime = eta - sum.eta;
  const double phi_star = std::asin(std::sin(xi_prime) / std::cosh(eta_prime));
  const double lambda = std::atan2(std::sinh(eta_prime), std::cos(xi_prime));
  return {degrees(latitude_from_conformal(phi_star)), central_meridian + degrees(lambda)};
}

Vec2 map_from_wgs84(LatLon position) {
  const Northing metres = sweref99tm_from_wgs84(position);
  return {static_cast<float>(metres.east / 1000), static_cast<float>(-metres.north / 1000)};
}

LatLon wgs84_from_map(Vec2 map_km) {
  return wgs84_from_sweref99tm({-static_cast<double>(map_km.y) * 1000, static_cast<double>(map_km.x) * 1000});
}

bool is_on_earth(LatLon position) {
  return std::isfinite(position.lat) && std::isfinite(position.lon) && std::abs(position.lat) <= 90 &&
         std::abs(position.lon) <= 180;
}

bool is_near_sweden(LatLon position) {
  return position.lat >= 55 && position.lat <= 70 && position.lon >= 10 && position.lon <= 25;
}

bool is_swapped(LatLon position) { return !is_near_sweden(position) && is_near_sweden({position.lon, position.lat}); }

}  // namespace samverka
