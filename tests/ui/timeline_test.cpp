#include <doctest/doctest.h>

#include <cmath>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

// The window with the timeline open.
struct Timelined : UiDriver {
  explicit Timelined(const std::string& file = county, Vec2 size = {1600, 900}) : UiDriver(file, size) {
    click("Tidslinje", "button");
    frames(2);
  }
  std::string date() const { return to_string(session.view.date); }
  const TimelineState& state() { return ui->state().timeline; }
  // Where a day is in the strip.
  Vec2 at(Date day) {
    const Rect strip = find("Tidslinjen", "timeline")->rect;
    const double share =
        (static_cast<double>(day_number(day)) + 0.5 - state().from_day) / (state().to_day - state().from_day);
    return {strip.min.x + static_cast<float>(share) * strip.width(), strip.centre().y};
  }
};

double days_between(Date a, Date b) { return std::abs(static_cast<double>(day_number(a) - day_number(b))); }

}  // namespace

TEST_CASE("the timeline opens at the bottom and closes again") {
  Timelined d;
  CHECK(d.find("Valt datum", "handle"));
  CHECK(d.find("Tidslinje", "button")->is_on);
  d.click("Tidslinje", "button");
  CHECK_FALSE(d.find("Valt datum", "handle"));
}

TEST_CASE("the date line is dragged to another day, and a click in the strip brings it there") {
  Timelined d;
  const double days_per_px =
      (d.state().to_day - d.state().from_day) / static_cast<double>(d.find("Tidslinjen", "timeline")->rect.width());
  d.drag(d.find("Valt datum", "handle")->rect.centre(), d.at({2025, 3, 15}));
  CHECK(days_between(d.session.view.date, {2025, 3, 15}) <= days_per_px + 1);
  d.click_at(d.at({2024, 8, 1}));
  CHECK(days_between(d.session.view.date, {2024, 8, 1}) <= days_per_px + 1);
  const Date before = d.session.view.date;
  d.click("Valt datum", "handle");  // taken hold of and let go
  CHECK(d.session.view.date == before);
}

TEST_CASE("the line cannot be dragged out of the strip") {
  Timelined d;
  d.drag(d.find("Valt datum", "handle")->rect.centre(), {5000, 880});
  CHECK(static_cast<double>(day_number(d.session.view.date)) == d.state().to_day - 1);
}

TEST_CASE("a milestone brings its day and tells its source") {
  Timelined d;
  const Network& network = d.session.network();
  REQUIRE(network.milestones.size() > 2);
  const Milestone& milestone = network.milestones[2];
  d.click(milestone.title, "milestone");
  CHECK(d.session.view.date == milestone.date.latest());
  REQUIRE(milestone.source.id.is_set());
  CHECK(d.has_text_with("källa: " + network.sources[milestone.source.id.value].title));
}

TEST_CASE("keys step the date by month and by year") {
  Timelined d;
  CHECK(d.date() == "2025-12-31");
  d.press({','});
  CHECK(d.date() == "2025-11-30");
  d.press({'.'});
  d.press({'.'});
  CHECK(d.date() == "2026-01-30");
  d.press({',', false, true});
  CHECK(d.date() == "2025-01-30");
  d.press({'.', false, true});
  CHECK(d.date() == "2026-01-30");
}

TEST_CASE("few ends are said, with the age of the information in their place, until starts and ends are asked for") {
  Timelined d("datasets/sverige-2025.json");
  REQUIRE(d.state().timeline.tells_little_of_ends());
  CHECK(d.has_text_with("Här visas i stället hur gamla uppgifterna är."));
  CHECK(d.find("Uppgifternas ålder", "button")->is_on);
  d.click("Början och slut", "button");
  CHECK(d.find("Början och slut", "button")->is_on);
  CHECK_FALSE(d.has_text_with("Här visas i stället"));
  CHECK(d.has_text_with("har ett slutdatum"));
}

TEST_CASE("the timeline follows the filter and lies still when the date moves") {
  Timelined d;
  const std::size_t all = d.state().timeline.agreements;
  const double from = d.state().from_day;
  d.click_at(d.at({2024, 1, 10}));
  CHECK(d.state().timeline.agreements == all);
  CHECK(d.state().from_day == from);
  d.session.view.filter = *parse_filter("area=A3");
  d.frames(2);
  CHECK(d.state().timeline.agreements < all);
}

TEST_CASE("the wheel brings a day nearer, and the whole comes back with a click") {
  Timelined d;
  const double whole = d.state().to_day - d.state().from_day;
  const Vec2 at = d.at({2025, 6, 1});
  d.scroll(at, 3);
  CHECK(d.state().to_day - d.state().from_day < whole * 0.6);
  CHECK(std::abs(d.at({2025, 6, 1}).x - at.x) < 2);
  for (int i = 0; i < 40; ++i) d.scroll(at, 3);
  CHECK(d.state().to_day - d.state().from_day >= 60);
  d.click("Hela tiden", "button");
  CHECK(d.state().to_day - d.state().from_day == whole);
  CHECK_FALSE(d.has("Hela tiden"));
}

TEST_CASE("a network without a single date has an empty timeline that still moves the date") {
  Timelined d;
  Document document;
  document.network.as_of = {2025, 12, 31};
  d.session.show(document, "nothing.json", {});
  d.frames(3);
  CHECK(d.find("Valt datum", "handle"));
  d.click_at(d.at({2025, 2, 1}));
  CHECK(d.session.view.date.month == 2);
  for (const Vec2 size : {Vec2{1, 1}, Vec2{640, 300}, Vec2{10000, 100}}) d.resize(size);
}

}  // namespace samverka
