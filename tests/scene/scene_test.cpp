// Themes, camera, picking and the places of names: small scenes whose numbers can be checked by hand.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "scene/scene.h"

using namespace samverka;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

// Every character is half as wide as it is high.
struct EvenMeasure : TextMeasure {
  float width(std::string_view text, float size_px, bool) const override {
    return 0.5F * size_px * static_cast<float>(text.size());
  }
  float ascent(float size_px) const override { return 0.7F * size_px; }
  float height(float size_px) const override { return 1.2F * size_px; }
};

Camera pixel_camera(float width, float height) { return {{width / 2, height / 2}, 1, {width, height}}; }

Label named(Vec2 at, const char* text, float importance) {
  Label label;
  label.at = at;
  label.text = text;
  label.size_px = 10;
  label.importance = importance;
  return label;
}

Mark mark_of(Vec2 at, std::uint32_t actor, float radius_px = 5) {
  Mark mark;
  mark.centre = at;
  mark.radius_px = radius_px;
  mark.pick = {PickId::Kind::actor, actor};
  return mark;
}

}  // namespace

TEST_CASE("a colour is read from #RRGGBB; anything else is magenta, so that it is seen") {
  CHECK(parse_colour("#0F6B6B") == Rgba{15, 107, 107, 255});
  for (const char* wrong : {"", "0F6B6B", "#0F6B6", "#0F6B6G", "#0F6B6B0", "#-12345"}) {
    CHECK(parse_colour(wrong) == Rgba{255, 0, 255, 255});
  }
  CHECK(with_alpha({1, 2, 3, 255}, 0.5F).a == 128);
  CHECK(with_alpha({1, 2, 3, 255}, not_a_number).a == 0);
  CHECK(mixed({0, 0, 0, 255}, {100, 200, 50, 255}, 0.5F) == Rgba{50, 100, 25, 255});
  CHECK(contrast_ratio({0, 0, 0, 255}, {255, 255, 255, 255}) == doctest::Approx(21));
}

TEST_CASE("text keeps 4.5 to 1 against everything that it stands on, in both themes") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Rgba ground : {theme->background, theme->panel, theme->canvas, theme->sea, theme->land}) {
      CHECK(contrast_ratio(theme->text, ground) >= 4.5);
      CHECK(contrast_ratio(theme->muted, ground) >= 4.5);
      CHECK(contrast_ratio(theme->accent, ground) >= 4.5);
    }
    CHECK(contrast_ratio(theme->text, theme->accent_soft) >= 4.5);
    CHECK(contrast_ratio(theme->warning, mixed(theme->panel, theme->warning, 0.1F)) >= 4.5);
    CHECK(contrast_ratio(theme->land, theme->sea) > 1.05);
  }
}

TEST_CASE("in high contrast all text keeps 7 to 1, and frames and coasts 3 to 1") {
  for (const bool is_dark : {false, true}) {
    const Theme& theme = theme_of({is_dark, true, false});
    CHECK(theme.is_dark == is_dark);
    for (const Rgba ground : {theme.background, theme.panel, theme.canvas, theme.sea, theme.land, theme.accent_soft}) {
      for (const Rgba ink : {theme.text, theme.muted, theme.accent, theme.warning, theme.tie, theme.unconfirmed}) {
        if (ground == theme.accent_soft && ink != theme.text) continue;
        CHECK(contrast_ratio(ink, ground) >= 7);
      }
    }
    for (const Rgba line : {theme.border, theme.county_border, theme.coast}) {
      CHECK(contrast_ratio(line, theme.panel) >= 3);
    }
  }
}

TEST_CASE("a theme is one of eight, each what was asked for") {
  CHECK(&theme_of({}) == &light_theme());
  CHECK(&theme_of({.is_dark = true}) == &dark_theme());
  const Theme& safe = theme_of({true, true, true});
  CHECK(safe.is_dark);
  CHECK(safe.is_high_contrast);
  CHECK(safe.is_colour_safe);
  CHECK(theme_of({.is_colour_safe = true}).text == light_theme().text);
}

TEST_CASE("fit shows the bounds whole with their margin, and puts their middle in the middle") {
  const Camera camera = fit({{10, 10}, {30, 20}}, {240, 200}, 20);
  CHECK(camera.scale == doctest::Approx(10));
  CHECK(camera.screen_from_world({10, 10}) == Vec2{20, 50});
  CHECK(camera.screen_from_world({30, 20}) == Vec2{220, 150});
}

TEST_CASE("fit is finite for empty bounds, a point, a line, NaN and a viewport of 0 by 0") {
  const Rect odd[] = {{}, {{5, 5}, {5, 5}}, {{0, 3}, {9, 3}}, {{not_a_number, 0}, {1, 1}}, {{-1e38F, 0}, {1e38F, 1}}};
  for (const Rect& bounds : odd) {
    for (const Vec2 viewport : {Vec2{0, 0}, Vec2{1, 1}, Vec2{800, 600}, Vec2{-5, 10}}) {
      const Camera camera = fit(bounds, viewport, 20);
      CHECK(camera.scale > 0);
      CHECK(std::isfinite(camera.scale));
      CHECK(is_finite(camera.centre));
      CHECK(camera.viewport_px.x >= 1);
    }
  }
}

TEST_CASE("zooming keeps the world under the cursor, and never ends in nothing") {
  Camera camera = fit({{0, 0}, {100, 100}}, {500, 500}, 0);
  const Vec2 cursor{120, 333};
  const Vec2 held = camera.world_from_screen(cursor);
  const Camera closer = camera.zoomed_at(cursor, 3);
  CHECK(closer.scale == doctest::Approx(15));
  CHECK(distance(closer.world_from_screen(cursor), held) < 0.001F);
  for (const float factor : {0.0F, -2.0F, not_a_number, 1e30F, 1e-30F}) {
    const Camera zoomed = camera.zoomed_at(cursor, factor);
    CHECK(zoomed.scale > 0);
    CHECK(is_finite(zoomed.world_from_screen(cursor)));
  }
}

TEST_CASE("all symbols look as large as a disc of their radius: corners within half and twice of it") {
  for (int i = 0; i <= static_cast<int>(Symbol::triangle_down); ++i) {
    const auto symbol = static_cast<Symbol>(i);
    const std::vector<Vec2> corners = symbol_corners(symbol, {7, 8}, 10);
    CHECK(corners.empty() == (symbol == Symbol::disc || symbol == Symbol::ring));
    for (const Vec2 corner : corners) {
      CHECK(distance(corner, {7, 8}) > 5);
      CHECK(distance(corner, {7, 8}) < 20);
    }
  }
  CHECK(parse_symbol("hexagon") == Symbol::hexagon);
  CHECK(parse_symbol("triangle_down") == Symbol::triangle_down);
  CHECK(parse_symbol("%s%n") == Symbol::disc);
}

TEST_CASE("a bend passes its sagitta from the middle, to the left of the way") {
  std::vector<Vec2> curve;
  flatten_bend({0, 0}, {100, 0}, 0.1F, curve);
  CHECK(curve.front() == Vec2{0, 0});
  CHECK(curve.back() == Vec2{100, 0});
  float highest = 0;
  for (const Vec2 p : curve) highest = std::min(highest, p.y);
  CHECK(highest == doctest::Approx(-10).epsilon(0.03));
  flatten_bend({0, 0}, {100, 0}, 0, curve);
  CHECK(curve.size() == 2);
}

TEST_CASE("marks are picked before links, links before areas, areas before nothing") {
  Scene scene;
  scene.polygons.push_back({{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{40, 40}, {60, 40}, {60, 60}, {40, 60}}},
                            {},
                            {PickId::Kind::municipality_area, 2080}});
  Link link;
  link.from = {10, 80};
  link.to = {90, 80};
  link.pick = {PickId::Kind::party, 7};
  scene.links.push_back(link);
  scene.marks = {mark_of({20, 20}, 1), mark_of({22, 20}, 2)};
  const Camera camera = pixel_camera(100, 100);
  CHECK(pick_at(scene, camera, {21, 20}) == PickId{PickId::Kind::actor, 2});
  CHECK(pick_at(scene, camera, {13, 20}) == PickId{PickId::Kind::actor, 1});  // 7 px away: radius 5 and 3 px of reach
  CHECK(pick_at(scene, camera, {50, 83}) == PickId{PickId::Kind::party, 7});
  CHECK(pick_at(scene, camera, {50, 90}) == PickId{PickId::Kind::municipality_area, 2080});
  CHECK(pick_at(scene, camera, {50, 50}) == PickId{});  // a lake: even-odd
  CHECK(pick_at(scene, camera, {150, 50}) == PickId{});
  CHECK(pick_at(scene, camera, {not_a_number, 50}) == PickId{});
  CHECK(pick_at({}, camera, {50, 50}) == PickId{});
}

TEST_CASE("where marks lie over each other the one whose middle is nearest is picked, and on a tie the topmost") {
  Scene scene;
  scene.marks = {mark_of({50, 50}, 1), mark_of({56, 50}, 2, 20), mark_of({50, 50}, 3)};  // the great one covers both
  const Camera camera = pixel_camera(100, 100);
  CHECK(pick_at(scene, camera, {51, 50}) == PickId{PickId::Kind::actor, 3});
  CHECK(pick_at(scene, camera, {57, 50}) == PickId{PickId::Kind::actor, 2});
  CHECK(pick_at(scene, camera, {78, 50}) == PickId{PickId::Kind::actor, 2});
  CHECK(pick_at(scene, camera, {80, 50}) == PickId{});
  scene.marks[2].pick = {};  // a ring around another: stands for nothing
  CHECK(pick_at(scene, camera, {51, 50}) == PickId{PickId::Kind::actor, 1});
}

TEST_CASE("a mark without a sound place is never picked") {
  Scene scene;
  scene.marks = {mark_of({not_a_number, 50}, 1), mark_of({50, 50}, 2, not_a_number)};
  Camera camera = pixel_camera(100, 100);
  CHECK(pick_at(scene, camera, {50, 50}) == PickId{});
  scene.marks = {mark_of({50, 50}, 3)};
  camera.mark_scale = not_a_number;
  CHECK(pick_at(scene, camera, {50, 50}) == PickId{});
}

TEST_CASE("marks that the camera makes greater are picked farther out, and names keep away from them") {
  Scene scene;
  scene.marks = {mark_of({50, 50}, 1, 10)};
  scene.labels = {named({50, 50}, "Alby", 1)};
  scene.labels[0].clear_px = 10;
  Camera camera = pixel_camera(200, 200);
  const float top = place_labels(scene, camera, EvenMeasure()).at(0).box_px.min.y;
  CHECK(pick_at(scene, camera, {65, 50}) == PickId{});
  camera.mark_scale = 2;
  CHECK(pick_at(scene, camera, {72, 50}) == PickId{PickId::Kind::actor, 1});
  CHECK(pick_at(scene, camera, {74, 50}) == PickId{});
  CHECK(place_labels(scene, camera, EvenMeasure()).at(0).box_px.min.y == doctest::Approx(top + 10));
  camera.mark_scale = 0.5F;
  CHECK(pick_at(scene, camera, {57, 50}) == PickId{PickId::Kind::actor, 1});
  CHECK(pick_at(scene, camera, {59, 50}) == PickId{});
}

TEST_CASE("of two names for one place the more important one gets it, and the other the next best") {
  Scene scene;
  scene.labels = {named({50, 50}, "mindre", 1), named({50, 50}, "större", 2)};
  const auto placed = place_labels(scene, pixel_camera(100, 100), EvenMeasure());
  REQUIRE(placed.size() == 2);
  CHECK(placed[0].label == 1);
  CHECK(placed[0].box_px.min.y > 50);  // below
  CHECK(placed[1].label == 0);
  CHECK(placed[1].box_px.max.y < 50);  // above
  CHECK_FALSE(placed[0].box_px.overlaps(placed[1].box_px));
}

TEST_CASE("names never overlap, stay within the picture, and are as many as asked for") {
  Scene scene;
  for (int i = 0; i < 2000; ++i) {
    const auto x = static_cast<float>(i * 37 % 400);
    const auto y = static_cast<float>(i * 91 % 300);
    scene.labels.push_back(named({x, y}, "Granby", static_cast<float>(i % 13)));
  }
  scene.labels.push_back(named({not_a_number, 5}, "ingenstans", 99));
  scene.labels.push_back(named({200, 150}, "", 99));
  scene.labels.push_back(named({200, 150}, "NaN-viktig", not_a_number));
  const auto placed = place_labels(scene, pixel_camera(400, 300), EvenMeasure());
  CHECK(placed.size() > 40);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    CHECK(placed[i].box_px.min.x >= 0);
    CHECK(placed[i].box_px.max.y <= 300);
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(placed[i].box_px.overlaps(placed[j].box_px));
  }
  CHECK(place_labels(scene, pixel_camera(400, 300), EvenMeasure(), 7).size() == 7);
  CHECK(place_labels(scene, pixel_camera(0, 0), EvenMeasure()).empty());
}

TEST_CASE("a name keeps off the marks of others") {
  Scene scene;
  scene.marks = {mark_of({50, 50}, 1), mark_of({50, 66}, 2, 8)};  // the second one stands where the name would go
  scene.labels = {named({50, 50}, "Alby", 1)};
  scene.labels[0].clear_px = 5;
  const auto placed = place_labels(scene, pixel_camera(100, 100), EvenMeasure());
  REQUIRE(placed.size() == 1);
  CHECK(placed[0].box_px.max.y < 50);
}
