#include <doctest/doctest.h>

#include <algorithm>

#include "support/ui_driver.h"
#include "ui/describe_support.h"

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
  CHECK(d.has("Färgen skiljer bara grannar åt"));
  CHECK(d.has("Ej bekräftat"));   // Halland and two more rest on papers of unknown validity
  CHECK(d.has("Ingen uppgift"));  // 33 municipalities that no record names are unknown, not without support
  CHECK(tinted() == 257);         // of 290
  d.click("Stödstrukturer", "button");
  CHECK(tinted() == 0);
  CHECK_FALSE(d.has("Stöds av en"));
}

TEST_CASE("on the layer of support structures, hovering tells who serves, and what nobody has confirmed") {
  UiDriver d("datasets/sverige-2025.json");
  const auto lines = [&](std::uint32_t code) {
    const auto told = support_lines(d.session, d.ui->state().support, {PickId::Kind::municipality_area, code});
    return told.empty() ? std::string() : told.back();
  };
  CHECK(lines(2080).empty());
  d.session.view.map_look.shows_support = true;
  CHECK(lines(2080) == "Stöds av RSS Dalarna");
  CHECK(lines(1380).find(" – ej bekräftat") != std::string::npos);  // Halmstad
  CHECK(lines(980) == "Ingen uppgift om stödstruktur");             // Gotland
  // Kungsbacka: one confirmed, one not.
  const auto both = support_lines(d.session, d.ui->state().support, {PickId::Kind::municipality_area, 1384});
  REQUIRE(both.size() == 3);
  CHECK(both.front() == "Stöds av flera, varav någon ej bekräftad");
  // Read once for a document and a day, and not each time that something is pointed at.
  d.ui->state().support.counties.clear();
  CHECK(lines(2080) == "Ingen uppgift om stödstruktur");
  d.session.view.date = parse_date("2025-06-01").value();
  CHECK(lines(2080) == "Stöds av RSS Dalarna");
  d.session.view.tab = Tab::network;
  CHECK(lines(2080).empty());
}

TEST_CASE("the land is coloured by what is chosen, the legend tells the limits, and layers exclude each other") {
  UiDriver d("datasets/sverige-2025.json");
  d.click("Färglägg: inget", "button");
  d.click("invånare", "choice");
  CHECK(d.session.view.map_look.fill == MapLook::Fill::population);
  CHECK(d.has("Färglägg: invånare"));
  REQUIRE(d.has("Invånare per län"));
  d.click("Stödstrukturer", "button");
  CHECK(d.has("Färglägg: inget"));
  CHECK_FALSE(d.has("Invånare per län"));
  CHECK(d.session.view.map_look.shows_support);
  d.click("Färglägg: inget", "button");
  d.click("gällande avtal", "choice");
  CHECK_FALSE(d.session.view.map_look.shows_support);
  CHECK(d.has("Gällande avtal per län"));
  CHECK_FALSE(d.has("Ingen bekräftad uppgift"));  // something is known of every county, but not in A6
  d.session.view.filter = *parse_filter("area=A6");
  d.frames(3);
  CHECK(d.has("Ingen bekräftad uppgift"));
  d.click("Färglägg: gällande avtal", "button");
  d.click("inget", "choice");
  CHECK_FALSE(d.has("Ingen bekräftad uppgift"));
}

}  // namespace samverka
