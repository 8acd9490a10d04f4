#include <doctest/doctest.h>

#include <algorithm>

#include "support/ui_driver.h"

namespace samverka {

TEST_CASE("the layer of support structures tints whom each serves, and the legend counts them") {
  UiDriver d("datasets/sverige-2025.json");
  const auto tinted = [&] {
    const auto& polygons = d.session.scene().polygons;
    const Rgba land = d.session.theme().land;
    return std::count_if(polygons.begin(), polygons.end(), [&](const Polygon& p) { return !(p.fill == land); });
  };
  CHECK(tinted() == 0);
  d.click("Stödstrukturer", "button");
  REQUIRE(d.has("Stöds av en"));
  CHECK(d.has("Ingen uppgift"));  // 33 municipalities that no record names are unknown, not without support
  CHECK(tinted() == 257);         // of 290
  d.click("Stödstrukturer", "button");
  CHECK(tinted() == 0);
  CHECK_FALSE(d.has("Stöds av en"));
}

}  // namespace samverka
