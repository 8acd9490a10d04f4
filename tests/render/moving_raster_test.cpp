#include "render/moving_raster.h"

#include <cmath>
#include <random>

#include "picture_test.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Scene busy_scene() {
  Scene scene = small_scene();
  for (int i = 0; i < 200; ++i) {
    const Vec2 from{static_cast<float>(i * 37 % 100), static_cast<float>(i * 17 % 60)};
    scene.links.push_back({from, {50, 30}, 0.1F, 1, with_alpha({0, 0, 0, 255}, 0.2F), i % 3 == 0, {}});
  }
  return scene;
}

// The greatest and the mean difference of a channel.
struct Difference {
  int greatest = 0;
  double mean = 0;
};
Difference difference(const Pixels& a, const Pixels& b) {
  REQUIRE(a.rgba.size() == b.rgba.size());
  Difference found;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    const int away = std::abs(a.rgba[i] - b.rgba[i]);
    found.greatest = std::max(found.greatest, away);
    found.mean += away / static_cast<double>(a.rgba.size());
  }
  return found;
}

}  // namespace

TEST_CASE("a picture moved by whole pixels is the picture drawn anew") {
  const Scene scene = busy_scene();
  Camera camera = fit(scene.bounds, {301, 203}, 10);
  MovingRaster raster;
  std::mt19937 random(3);
  for (int step = 0; step < 80; ++step) {
    const Vec2 px{static_cast<float>(random() % 41) - 20, static_cast<float>(random() % 31) - 15};
    camera.centre = camera.centre + px * (1 / camera.scale);
    const Difference found = difference(raster.draw(scene, 1, camera, 1), rasterize(scene, camera, 1));
    CHECK(found.mean < 0.05);
    REQUIRE(found.greatest < 40);
  }
}

TEST_CASE("a step that is not whole, another zoom, size, scene or ratio is drawn anew, to the last bit") {
  const Scene scene = busy_scene();
  Scene other = scene;
  other.marks.clear();
  const Camera camera = fit(scene.bounds, {200, 150}, 10);
  MovingRaster raster;
  raster.draw(scene, 1, camera, 1);
  Camera half = camera;
  half.centre.x += 0.5F / camera.scale;
  CHECK(raster.draw(scene, 1, half, 1).rgba == rasterize(scene, half, 1).rgba);
  const Camera near = camera.zoomed_at({20, 30}, 1.3F);
  CHECK(raster.draw(scene, 1, near, 1).rgba == rasterize(scene, near, 1).rgba);
  Camera wide = near;
  wide.viewport_px = {220, 150};
  CHECK(raster.draw(scene, 1, wide, 1).rgba == rasterize(scene, wide, 1).rgba);
  CHECK(raster.draw(other, 2, wide, 1).rgba == rasterize(other, wide, 1).rgba);
  CHECK(raster.draw(other, 2, wide, 2).rgba == rasterize(other, wide, 2).rgba);
}

TEST_CASE("a step of a whole picture or more, in any direction, leaves nothing behind") {
  const Scene scene = busy_scene();
  const Camera camera = fit(scene.bounds, {120, 90}, 10);
  for (const Vec2 px : {Vec2{119, 0}, Vec2{-119, 0}, Vec2{0, 89}, Vec2{0, -89}, Vec2{120, 0}, Vec2{0, -90},
                        Vec2{119, 89}, Vec2{-119, -89}, Vec2{500, 500}}) {
    MovingRaster raster;
    raster.draw(scene, 1, camera, 1);
    Camera moved = camera;
    moved.centre = camera.centre + px * (1 / camera.scale);
    CHECK(difference(raster.draw(scene, 1, moved, 1), rasterize(scene, moved, 1)).mean < 0.05);
  }
}

TEST_CASE("pictures without a pixel, and cameras that are not numbers, are no trouble") {
  const Scene scene = busy_scene();
  MovingRaster raster;
  const float odd = std::numeric_limits<float>::quiet_NaN();
  Camera camera = fit(scene.bounds, {50, 50}, 5);
  raster.draw(scene, 1, camera, 1);
  camera.centre.x = odd;
  CHECK(raster.draw(scene, 1, camera, 1).width == 50);
  camera.viewport_px = {0, 0};
  CHECK(raster.draw(scene, 1, camera, 1).rgba.empty());
  CHECK(raster.draw(scene, 1, camera, 1).rgba.empty());
}
