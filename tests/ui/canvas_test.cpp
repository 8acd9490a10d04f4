// What the hand does in the picture, on Exempellän.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "scene/pick_index.h"
#include "support/ui_driver.h"
#include "ui/describe.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

PickId actor(const UiDriver& d, const Key& key) { return {PickId::Kind::actor, d.session.index().actor(key).value}; }

Vec2 on_screen(const UiDriver& d, PickId pick) {
  for (const Mark& mark : d.session.scene().marks) {
    if (mark.pick != pick) continue;
    const Vec2 px = d.session.view.camera().screen_from_world(mark.centre);
    return d.ui->canvas_rect().min + Vec2{std::round(px.x), std::round(px.y)};  // a mouse stands on whole pixels
  }
  FAIL("no such mark in the picture");
  return {};
}

// A place in the picture with nothing under it that a click would select.
Vec2 nothing_at(const UiDriver& d) {
  const Rect area = d.ui->canvas_rect();
  for (float y = area.min.y + 60; y < area.max.y - 60; y += 20) {
    for (float x = area.min.x + 20; x < area.max.x - 250; x += 20) {
      const Vec2 px = Vec2{x, y} - area.min;
      const PickId under = pick_at(d.session.scene(), d.session.view.camera(), px);
      if (selectable(d.session, under).kind == PickId::Kind::none) return {x, y};
    }
  }
  FAIL("the picture is full");
  return {};
}

enum class Held { none, shift, ctrl };

void hold(Held held) {
  ImGui::GetIO().KeyShift = held == Held::shift;
  ImGui::GetIO().KeyCtrl = held == Held::ctrl;
}

void click(UiDriver& d, Vec2 at, Held held = Held::none) {
  hold(held);
  d.click_at(at);
  hold(Held::none);
}

void drag(UiDriver& d, const std::vector<Vec2>& way, Held held = Held::none, int button = 0) {
  hold(held);
  d.move_to(way.front());
  ImGui::GetIO().MouseDown[button] = true;
  d.frames(1);
  for (const Vec2 at : way) {
    ImGui::GetIO().MousePos = {at.x, at.y};
    d.frames(1);
  }
  ImGui::GetIO().MouseDown[button] = false;
  d.frames(2);
  hold(Held::none);
  d.frames(30);
}

void to_network(UiDriver& d) {
  d.session.view.tab = Tab::network;
  d.session.wait_for_jobs();
  d.frames(3);
  d.session.wait_for_jobs();
  d.frames(3);
}

}  // namespace

TEST_CASE("Shift+drag selects what lies in the rectangle, and Ctrl+click adds and takes away") {
  UiDriver d(county);
  const PickId granby = actor(d, "k-granby");
  const Vec2 at = on_screen(d, granby);
  drag(d, {at - Vec2{40, 40}, at, at + Vec2{40, 40}}, Held::shift);
  const Vec2 origin = d.ui->canvas_rect().min;
  const std::vector<Vec2> corners{at - Vec2{40, 40} - origin, at + Vec2{40, -40} - origin, at + Vec2{40, 40} - origin,
                                  at + Vec2{-40, 40} - origin};
  const std::vector<PickId> inside = marks_inside(d.session.scene(), d.session.view.camera(), corners);
  CHECK(d.session.view.selected().size() == inside.size());
  CHECK(d.session.view.is_selected(granby));
  click(d, at, Held::ctrl);
  CHECK_FALSE(d.session.view.is_selected(granby));
  CHECK(d.session.view.selected().size() == inside.size() - 1);
  click(d, at, Held::ctrl);
  CHECK(d.session.view.is_selected(granby));
}

TEST_CASE("a click on nothing empties the selection, but with Ctrl it keeps it") {
  UiDriver d(county);
  click(d, on_screen(d, actor(d, "k-granby")));
  REQUIRE(d.session.view.selected().size() == 1);
  click(d, nothing_at(d), Held::ctrl);
  CHECK(d.session.view.selected().size() == 1);
  click(d, nothing_at(d));
  CHECK(d.session.view.selected().empty());
}

TEST_CASE("with the lasso a drag selects what it goes round, with Shift more of it; with the rectangle likewise") {
  UiDriver d(county);
  const PickId granby = actor(d, "k-granby");
  const Vec2 at = on_screen(d, granby);
  const std::vector<Vec2> round{at + Vec2{0, -12}, at + Vec2{12, 8}, at + Vec2{-12, 8}};
  d.session.view.tool = PointerTool::lasso;
  drag(d, round);
  CHECK(d.session.view.is_selected(granby));
  const std::size_t count = d.session.view.selected().size();
  d.session.view.tool = PointerTool::rectangle;
  const Vec2 nowhere = nothing_at(d);
  drag(d, {nowhere, nowhere + Vec2{6, 6}}, Held::ctrl);
  CHECK(d.session.view.selected().size() == count);
  drag(d, {nowhere, nowhere + Vec2{6, 6}});
  CHECK(d.session.view.selected().empty());
}

TEST_CASE("the middle button always moves the picture, by exactly as many pixels as the hand") {
  UiDriver d(county);
  d.session.view.tool = PointerTool::rectangle;
  const Camera before = d.session.view.camera();
  const Vec2 middle = d.ui->canvas_rect().centre();
  drag(d, {middle, middle + Vec2{50, 20}, middle + Vec2{61, -33}}, Held::none, 2);
  const Vec2 moved = (before.centre - d.session.view.camera().centre) * before.scale;
  CHECK(moved.x == doctest::Approx(61).epsilon(0.001));
  CHECK(moved.y == doctest::Approx(-33).epsilon(0.001));
  CHECK(d.session.view.selected().empty());
}

TEST_CASE("on the map a drag that begins on a mark moves the picture; in the network it moves the mark, which stays") {
  UiDriver d(county);
  const PickId granby = actor(d, "k-granby");
  const Camera map = d.session.view.camera();
  const Vec2 on_map = on_screen(d, granby);
  drag(d, {on_map, on_map + Vec2{30, 0}});
  CHECK((map.centre - d.session.view.camera().centre).x * map.scale == doctest::Approx(30).epsilon(0.01));
  to_network(d);
  const Camera before = d.session.view.camera();
  const Vec2 at = on_screen(d, granby);
  drag(d, {at + Vec2{1, 1}, at + Vec2{20, 5}, at + Vec2{71, 41}});
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.session.is_pinned(granby));
  CHECK(d.session.view.camera().centre == before.centre);
  const Vec2 now = on_screen(d, granby);
  CHECK(distance(now, at + Vec2{70, 40}) < 1.5F);
}

TEST_CASE("a double click on an actor shows its neighbourhood, on nothing it zooms in") {
  UiDriver d(county);
  const float scale = d.session.view.camera().scale;
  d.double_click_at(nothing_at(d));
  CHECK(d.session.view.camera().scale > 1.3F * scale);  // to twice, or to the land that lies there
  CHECK(d.session.view.focus.of.empty());
  d.session.view.wants_fit() = true;
  d.frames(2);
  d.double_click_at(on_screen(d, actor(d, "k-granby")));
  CHECK(d.session.view.focus.of == std::vector<Key>{"k-granby"});
  CHECK(d.session.view.is_selected(actor(d, "k-granby")));
}

TEST_CASE("hover answers in the very next frame, and as looking at every shape would") {
  UiDriver d(county);
  to_network(d);
  const Rect area = d.ui->canvas_rect();
  int hits = 0;
  for (float x = area.min.x + 5; x < area.max.x - 5; x += 37) {
    for (float y = area.min.y + 50; y < area.max.y - 60; y += 41) {
      ImGui::GetIO().MousePos = {x, y};
      d.frames(2);  // ImGui tells of what is under the mouse from the frame before
      const Vec2 px = Vec2{x, y} - area.min;
      REQUIRE(d.session.view.hover == pick_at(d.session.scene(), d.session.view.camera(), px));
      hits += d.session.view.hover.kind != PickId::Kind::none ? 1 : 0;
    }
  }
  CHECK(hits > 5);
}

TEST_CASE("zoomed in, the overview map shows where, and a press in it goes there") {
  UiDriver d(county);
  CHECK_FALSE(d.has("Översiktskarta"));
  d.scroll(d.ui->canvas_rect().centre(), 10);
  const Item* map = d.find("Översiktskarta", "minimap");
  REQUIRE(map != nullptr);
  const Rect box = map->rect;
  CHECK(d.ui->canvas_rect().contains(box.min));
  CHECK(d.ui->canvas_rect().contains(box.max));
  click(d, box.centre());
  const Vec2 whole = d.session.scene().bounds.centre();
  const Vec2 centre = d.session.view.camera().centre;
  CHECK(distance(centre, whole) * d.session.view.camera().scale < 60);
  drag(d, {box.centre(), box.centre() + Vec2{0, -20}});
  CHECK(d.session.view.camera().centre.y < centre.y);
  CHECK(d.session.view.selected().empty());
  d.resize({700, 420});
  CHECK_FALSE(d.has("Översiktskarta"));
}

TEST_CASE("a lost camera finds back, and no window is too small or too long") {
  UiDriver d(county);
  const float odd = std::numeric_limits<float>::quiet_NaN();
  d.session.view.camera().centre = {odd, odd};
  d.frames(1);
  CHECK(is_finite(d.session.view.camera().centre));
  d.session.view.camera().scale = odd;
  d.frames(1);
  CHECK(d.session.view.camera().scale > 0);
  for (const Vec2 size : {Vec2{1, 1}, Vec2{10'000, 100}, Vec2{90, 3000}, Vec2{0, 0}, Vec2{1600, 900}}) {
    d.resize(size);
    d.scroll({5, 5}, 3);
    d.scroll({5, 5}, -3);
    CHECK(std::isfinite(d.session.view.camera().scale));
  }
  CHECK(d.texture.last.width > 500);
}

TEST_CASE("while the hand drags, the picture is the one that would be drawn anew") {
  struct Shown {
    Camera camera;
    Pixels pixels;
  };
  std::vector<Shown> shown;
  {
    UiDriver d(county);
    const Vec2 middle = d.ui->canvas_rect().centre();
    d.move_to(middle);
    ImGui::GetIO().MouseDown[0] = true;
    d.frames(1);
    for (const Vec2 step : {Vec2{12, 3}, Vec2{-40, 25}, Vec2{9, -70}}) {
      ImGui::GetIO().MousePos = {middle.x + step.x, middle.y + step.y};
      d.frames(1);
      shown.push_back({d.session.view.map_camera, d.texture.last});
    }
  }
  UiDriver fresh(county);
  fresh.session.view.map_is_fitted = false;
  for (const auto& [camera, pixels] : shown) {
    fresh.session.view.map_camera = camera.zoomed_at({0, 0}, 2);  // so that nothing is left of the picture before
    fresh.frames(1);
    fresh.session.view.map_camera = camera;
    fresh.frames(1);
    REQUIRE(fresh.texture.last.rgba.size() == pixels.rgba.size());
    double difference = 0;
    for (std::size_t i = 0; i < pixels.rgba.size(); ++i) {
      difference += std::abs(pixels.rgba[i] - fresh.texture.last.rgba[i]);
    }
    CHECK(difference / static_cast<double>(pixels.rgba.size()) < 0.2);
  }
}

}  // namespace samverka
