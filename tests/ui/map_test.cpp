// The map by hand: from the country into a county, and what far-out things say and select.
#include <doctest/doctest.h>

#include "support/ui_driver.h"
#include "ui/describe.h"

namespace samverka {
namespace {

constexpr const char* sweden = "datasets/sverige-2025.json";
constexpr PickId dalarna{PickId::Kind::county_area, 20};

Vec2 on_screen(const UiDriver& d, PickId pick) {
  for (const Mark& mark : d.session.scene().marks) {
    if (mark.pick == pick) return d.ui->canvas_rect().min + d.session.view.map_camera.screen_from_world(mark.centre);
  }
  FAIL("no such mark in the picture");
  return {};
}

}  // namespace

TEST_CASE("the whole country shows counties; a click selects the region, a double click goes into the county") {
  UiDriver d(sweden);
  REQUIRE(d.session.view.map_detail == MapDetail::country);
  const Vec2 at = on_screen(d, dalarna);
  d.click_at(at);
  CHECK(d.session.view.selection == PickId{PickId::Kind::actor, d.session.index().actor("r-dalarna").value});
  CHECK(d.has("Region Dalarna"));
  d.double_click_at(at);
  CHECK(d.session.view.map_detail == MapDetail::county);
  const Rect seen = d.session.view.map_camera.world_view();
  const Rect land = bounds_of_area(d.session.assets().shapes, dalarna).value();
  CHECK(seen.contains(land.min));
  CHECK(seen.contains(land.max));
  CHECK(seen.width() < 4 * land.width());
}

TEST_CASE("a double click goes into a county in a window too small for all of it") {
  UiDriver d(sweden, {900, 420});
  d.double_click_at(on_screen(d, {PickId::Kind::county_area, 25}));
  CHECK(d.session.view.map_detail == MapDetail::county);
}

TEST_CASE("Gotland has no region: its municipality answers for it") {
  UiDriver d(sweden);
  d.click_at(on_screen(d, {PickId::Kind::county_area, 9}));
  CHECK(d.session.view.selection == PickId{PickId::Kind::actor, d.session.index().municipality("0980").value});
}

TEST_CASE("a line between two counties says what it stands for, and a click lists its agreements") {
  UiDriver d(sweden);
  const PickId pair{PickId::Kind::county_pair, 810};
  const Described card = describe(d.session, pair);
  CHECK(card.title == "1 överenskommelse mellan Kalmar och Blekinge");
  REQUIRE(card.lines.size() == 2);
  d.click_at(on_screen(d, pair));  // its number stands on a small disc
  CHECK(d.session.view.selection == pair);
  CHECK(d.has(card.title));
  d.click(card.lines[1], "link");
  CHECK(d.session.view.selection.kind == PickId::Kind::agreement);
}

TEST_CASE("a county's card counts what is within it and names the counties it shares with") {
  UiDriver d(sweden);
  const Described card = describe(d.session, {PickId::Kind::county_area, 10});
  CHECK(card.title == "Blekinge län");
  const auto has = [&](std::string_view line) {
    return std::find(card.lines.begin(), card.lines.end(), line) != card.lines.end();
  };
  CHECK(has("1 tillsammans med Kalmar"));
  d.session.view.filter = *parse_filter("id=k-falun");
  d.frames();
  const Described empty = describe(d.session, {PickId::Kind::county_area, 10});
  CHECK(empty.lines[0] == d.session.texts().tr("card.no_record"));
}

TEST_CASE("a pick of counties that share nothing, or of a filter since changed, says and breaks nothing") {
  UiDriver d(sweden);
  for (const std::uint32_t codes : {0U, 2020U, 9999U, 4'000'000'000U}) {
    const PickId pair{PickId::Kind::county_pair, codes};
    CHECK(describe(d.session, pair).title.empty());
    d.session.view.selection = pair;
    d.frames(2);
  }
}

}  // namespace samverka
