#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

}  // namespace

TEST_CASE("a splitter widens the filter panel and a double click brings its first width back") {
  UiDriver d(county);
  const Item* splitter = d.find("Dra för att ändra storlek", "splitter");
  REQUIRE(splitter);
  const Vec2 grip = splitter->rect.centre();
  const float first = d.session.view.panels.legend;
  d.drag(grip, grip + Vec2{70, 0});
  CHECK(d.session.view.panels.legend > first + 50);
  const Vec2 moved = d.find("Dra för att ändra storlek", "splitter")->rect.centre();
  CHECK(moved.x > grip.x + 50);
  d.double_click_at(moved);
  CHECK(d.session.view.panels.legend == doctest::Approx(first));
}

TEST_CASE("panels are put away and come back, and the picture takes their room") {
  UiDriver d(county);
  const float width = d.ui->canvas_rect().width();
  d.press({'b', true});
  CHECK_FALSE(d.has("Urval och teckenförklaring"));
  CHECK(d.ui->canvas_rect().width() > width + 200);
  d.press({'i', true});
  CHECK(d.ui->canvas_rect().width() > width + 500);
  d.press({'b', true});
  d.press({'i', true});
  CHECK(d.ui->canvas_rect().width() == doctest::Approx(width));
}

TEST_CASE("the top bar says what has passed since the data's day, and leads to the timeline") {
  UiDriver d("datasets/sverige-2025.json");
  const auto passed = [&] {
    std::string label;
    for (const Item& item : d.ui->items()) {
      if (item.role == "button" && item.label.ends_with("passerat")) label = item.label;
      if (item.role == "button" && item.label.ends_with("passerade")) label = item.label;
    }
    return label;
  };
  CHECK(passed().empty());
  d.session.view.date = {2026, 4, 1};  // the activity report was due on 31 March
  d.frames(3);
  REQUIRE(!passed().empty());
  d.click(passed(), "button");
  CHECK(d.session.view.drawer == ViewState::Drawer::timeline);
}

TEST_CASE("the own place stands in the top bar and is chosen there") {
  UiDriver d("datasets/sverige-2025.json");
  d.click("Välj plats", "button");
  CHECK(d.session.view.dialog == ViewState::Dialog::place);
  d.session.view.dialog = ViewState::Dialog::none;
  d.session.view.own_place = "20";
  d.frames(3);
  CHECK(d.find("Mitt: Dalarna", "button"));
}

}  // namespace samverka
