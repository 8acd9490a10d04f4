#include <cmath>

#include "picture_test.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr Rgba black{0, 0, 0, 255};
constexpr Rgba white{255, 255, 255, 255};

Camera pixel_camera(float width, float height) { return {{width / 2, height / 2}, 1, {width, height}}; }

Scene empty_scene() {
  Scene scene;
  scene.canvas = white;
  return scene;
}

int grey(const Pixels& pixels, int x, int y) {
  return pixels
      .rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4];
}

// Black on white, in whole pixels.
double ink(const Pixels& pixels) {
  double sum = 0;
  for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) sum += (255.0 - pixels.rgba[i]) / 255;
  return sum;
}

Scene polygon_scene(std::vector<std::vector<Vec2>> rings) {
  Scene scene = empty_scene();
  scene.polygons.push_back({std::move(rings), black, {}});
  return scene;
}

Scene link_scene(Vec2 from, Vec2 to, float width_px, float bend = 0, bool is_dashed = false) {
  Scene scene = empty_scene();
  scene.links.push_back({from, to, bend, width_px, black, is_dashed, {}});
  return scene;
}

}  // namespace

TEST_CASE("a polygon covers each pixel by exactly its area there") {
  const Pixels p = rasterize(polygon_scene({{{1, 1}, {3.5F, 1}, {3.5F, 2.25F}, {1, 2.25F}}}), pixel_camera(6, 4));
  CHECK(grey(p, 0, 1) == 255);
  CHECK(grey(p, 1, 1) == 0);
  CHECK(grey(p, 3, 1) == doctest::Approx(127).epsilon(0.02));
  CHECK(grey(p, 1, 2) == doctest::Approx(191).epsilon(0.02));
  CHECK(grey(p, 4, 1) == 255);
  CHECK(ink(p) == doctest::Approx(2.5 * 1.25).epsilon(0.01));
}

TEST_CASE("a slanted edge counts its triangles, whatever way round the ring goes") {
  const std::vector<Vec2> ring{{2, 2}, {17, 5}, {6, 18}};
  const std::vector<Vec2> reversed(ring.rbegin(), ring.rend());
  const double area = 0.5 * std::abs((17.0 - 2) * (18 - 2) - (6.0 - 2) * (5 - 2));
  CHECK(ink(rasterize(polygon_scene({ring}), pixel_camera(20, 20))) == doctest::Approx(area).epsilon(0.01));
  CHECK(ink(rasterize(polygon_scene({reversed}), pixel_camera(20, 20))) == doctest::Approx(area).epsilon(0.01));
}

TEST_CASE("a ring within a ring is a hole, and a polygon that reaches outside is cut at the sides") {
  const std::vector<Vec2> outer{{-50, -50}, {60, -50}, {60, 60}, {-50, 60}};
  const std::vector<Vec2> lake{{2, 2}, {6, 2}, {6, 6}, {2, 6}};
  const Pixels p = rasterize(polygon_scene({outer, lake}), pixel_camera(10, 10));
  CHECK(grey(p, 0, 0) == 0);
  CHECK(grey(p, 9, 9) == 0);
  CHECK(grey(p, 4, 4) == 255);
  CHECK(ink(p) == doctest::Approx(84));
  // A flat slanted edge that enters from the left side: y = x / 20 + 5 over x = -100..100.
  const Pixels slanted =
      rasterize(polygon_scene({{{-100, 0}, {100, 10}, {100, 20}, {-100, 20}}}), pixel_camera(10, 10));
  CHECK(grey(slanted, 0, 5) == doctest::Approx(255 * 0.025).epsilon(0.5));
  CHECK(ink(slanted) == doctest::Approx(10 * (10 - 5.25)).epsilon(0.01));
}

TEST_CASE("a line has the ink of its length times its width, at every angle, straight or thick") {
  for (const float width : {1.0F, 1.8F, 5.0F}) {
    for (int degrees = 0; degrees < 180; degrees += 15) {
      const float angle = static_cast<float>(degrees) * 3.14159265F / 180;
      const Vec2 half{40 * std::cos(angle), 40 * std::sin(angle)};
      const Vec2 middle{50.3F, 50.7F};
      const Pixels p = rasterize(link_scene(middle - half, middle + half, width), pixel_camera(100, 100));
      CHECK(ink(p) == doctest::Approx(80 * static_cast<double>(width)).epsilon(0.04));
    }
  }
}

TEST_CASE("hatching draws slanting lines within its shape, which move with the picture") {
  Scene scene = polygon_scene({{{20, 20}, {80, 20}, {80, 80}, {20, 80}}});
  scene.polygons[0].fill = {255, 255, 255, 255};
  scene.polygons[0].hatch = black;
  const Pixels hatched = rasterize(scene, pixel_camera(100, 100));
  const double inked = ink(hatched);
  const double share = inked / (60 * 60);
  CHECK(share == doctest::Approx(hatch_line_px * 1.414 / hatch_step_px).epsilon(0.1));
  for (int x = 30; x < 70; ++x) {
    CHECK(grey(hatched, x, 50) == grey(hatched, x - 1, 51));  // from the lower left to the upper right
    CHECK(grey(hatched, x, 10) == 255);
  }
  Camera moved = pixel_camera(100, 100);
  moved.centre = moved.centre + Vec2{3, 1};
  const Pixels shifted = rasterize(scene, moved);
  for (int x = 30; x < 70; ++x) CHECK(grey(shifted, x - 3, 49) == grey(hatched, x, 50));
  scene.polygons[0].hatch.a = 0;
  CHECK(ink(rasterize(scene, pixel_camera(100, 100))) == 0);
}

TEST_CASE("a thin line is a pale one, a dashed line has gaps, a bend is longer than its chord") {
  const Camera camera = pixel_camera(100, 100);
  CHECK(ink(rasterize(link_scene({10, 50.5F}, {90, 50.5F}, 0.5F), camera)) == doctest::Approx(40).epsilon(0.03));
  const double dashed = ink(rasterize(link_scene({10, 50.5F}, {90, 50.5F}, 1, 0, true), camera));
  CHECK(dashed > 35);
  CHECK(dashed < 55);
  CHECK(ink(rasterize(link_scene({10, 60}, {90, 60}, 1, 0.3F), camera)) > 90);
}

TEST_CASE("where see-through lines cross, their alpha adds up; a line's own joints do not") {
  Scene scene = link_scene({5, 50.5F}, {95, 50.5F}, 1);
  scene.links.push_back(scene.links[0]);
  for (Link& link : scene.links) link.colour = with_alpha(black, 0.5F);
  const Pixels twice = rasterize(scene, pixel_camera(100, 100));
  CHECK(grey(twice, 50, 50) == doctest::Approx(64).epsilon(0.05));
  Scene curve = link_scene({5, 30.5F}, {95, 30.5F}, 1, 0.2F);
  curve.links[0].colour = with_alpha(black, 0.5F);
  const Pixels once = rasterize(curve, pixel_camera(100, 100));
  for (std::size_t i = 0; i < once.rgba.size(); i += 4) REQUIRE(once.rgba[i] >= 100);
}

TEST_CASE("a border drawn in pieces is one line: no pixel is darker than its colour") {
  Scene scene = empty_scene();
  Outline outline{{}, 1.5F, with_alpha(black, 0.5F)};
  for (int i = 0; i < 60; ++i)
    outline.points.push_back({5 + 1.5F * static_cast<float>(i), 50 + static_cast<float>(i % 2) * 0.4F});
  scene.outlines = {outline, outline};
  const Pixels p = rasterize(scene, pixel_camera(100, 100));
  for (std::size_t i = 0; i < p.rgba.size(); i += 4) REQUIRE(p.rgba[i] >= 127);
  CHECK(ink(p) == doctest::Approx(0.5 * 1.5 * 89).epsilon(0.1));
}

TEST_CASE("marks have about the ink of a disc of their radius") {
  for (int i = 0; i <= static_cast<int>(Symbol::triangle_down); ++i) {
    Scene scene = empty_scene();
    Mark mark;
    mark.centre = {50.2F, 49.6F};
    mark.radius_px = 12;
    mark.symbol = static_cast<Symbol>(i);
    mark.fill = black;
    scene.marks = {mark};
    const double disc = 3.14159 * 12 * 12;
    const double drawn = ink(rasterize(scene, pixel_camera(100, 100)));
    CHECK(drawn > 0.6 * disc);
    CHECK(drawn < 1.1 * disc);
  }
}

TEST_CASE("the camera's mark scale scales marks, and neither lines nor what is not a number") {
  Scene scene = empty_scene();
  scene.marks.push_back({{30, 30}, 5, Symbol::disc, black, {}, 0, {}});
  Camera camera = pixel_camera(60, 60);
  const double plain = ink(rasterize(scene, camera));
  camera.mark_scale = 2;
  CHECK(ink(rasterize(scene, camera)) == doctest::Approx(4 * plain).epsilon(0.02));
  CHECK(ink(rasterize(scene, camera, 1.5F)) == doctest::Approx(9 * plain).epsilon(0.02));
  const Scene line = link_scene({10, 30}, {50, 30}, 2);
  CHECK(ink(rasterize(line, camera)) == ink(rasterize(line, pixel_camera(60, 60))));
  for (const float odd : {0.0F, -1.0F, not_a_number}) {
    camera.mark_scale = odd;
    CHECK(ink(rasterize(scene, camera)) == 0);
  }
}

TEST_CASE("the same pixels for 1, 2 and 5 threads") {
  Scene scene = small_scene();
  for (int i = 0; i < 300; ++i) {
    const Vec2 from{static_cast<float>(i * 37 % 100), static_cast<float>(i * 17 % 60)};
    scene.links.push_back({from, {50, 30}, 0.1F, 1, with_alpha(black, 0.2F), i % 3 == 0, {}});
  }
  const Camera camera = fit(scene.bounds, {501, 333}, 10);
  const Pixels one = rasterize(scene, camera, 1.5F, 1);
  CHECK(rasterize(scene, camera, 1.5F, 2).rgba == one.rgba);
  CHECK(rasterize(scene, camera, 1.5F, 5).rgba == one.rgba);
}

TEST_CASE("what is not finite or far outside is left out, and every size is drawn") {
  Scene scene = small_scene();
  for (const float odd : {not_a_number, std::numeric_limits<float>::infinity(), -1e30F, 1e12F}) {
    scene.marks.push_back(actor_mark({odd, 10}, 5, Symbol::star, "#FF0000"));
    scene.marks.push_back(actor_mark({50, 30}, 5, Symbol::disc, "#FF0000"));
    scene.marks.back().radius_px = odd;
    scene.links.push_back({{odd, 0}, {50, 30}, 0, 1, black, false, {}});
    scene.links.push_back({{0, 0}, {50, 30}, odd, odd, black, true, {}});
    scene.polygons.push_back({{{{odd, 0}, {10, odd}, {20, 20}}, {}}, black, {}});
    scene.outlines.push_back({{{odd, odd}, {1, 1}}, odd, black});
  }
  for (const Vec2 size :
       {Vec2{0, 0}, Vec2{1, 1}, Vec2{10000, 100}, Vec2{3, 2000}, Vec2{not_a_number, 5}, Vec2{-4, 5}}) {
    Camera camera = fit(scene.bounds, size, 5);
    camera.viewport_px = size;
    const Pixels p = rasterize(scene, camera);
    CHECK(p.rgba.size() == static_cast<std::size_t>(p.width) * static_cast<std::size_t>(p.height) * 4);
  }
  Camera lost = fit(scene.bounds, {100, 100}, 5);
  for (const float scale : {not_a_number, 0.0F, 1e20F, -1.0F}) {
    lost.scale = scale;
    CHECK(rasterize(scene, lost).width == 100);
  }
}
