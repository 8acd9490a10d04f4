#include "render/rough_raster.h"

#include <cmath>
#include <limits>

#include "picture_test.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Rgba white{255, 255, 255, 255};
constexpr Rgba black{0, 0, 0, 255};

int grey(const Pixels& pixels, int x, int y) {
  return pixels
      .rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4];
}

Scene square_scene(float from, float to) {
  Scene scene;
  scene.canvas = white;
  scene.polygons.push_back({{{{from, from}, {to, from}, {to, to}, {from, to}}}, black, {}});
  return scene;
}

// Where the ink is on the whole, and how much.
struct Ink {
  double amount = 0, x = 0, y = 0;
};
Ink ink_of(const Pixels& pixels) {
  Ink ink;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      const double here = (255.0 - grey(pixels, x, y)) / 255;
      ink.amount += here;
      ink.x += here * (x + 0.5);
      ink.y += here * (y + 0.5);
    }
  }
  ink.x /= ink.amount;
  ink.y /= ink.amount;
  return ink;
}

}  // namespace

TEST_CASE("the rough picture has the size that was asked for, odd, tiny or none") {
  const Scene scene = square_scene(0, 10);
  for (const Vec2 size : {Vec2{0, 0}, Vec2{1, 1}, Vec2{2, 2}, Vec2{3, 2}, Vec2{7, 5}, Vec2{640, 3}}) {
    const Pixels whole = rasterize(scene, {{5, 5}, 1, size});
    const Pixels rough = rasterize_rough(scene, {{5, 5}, 1, size});
    CHECK(rough.width == whole.width);
    CHECK(rough.height == whole.height);
    CHECK(rough.rgba.size() == whole.rgba.size());
  }
  const float odd = std::numeric_limits<float>::quiet_NaN();
  CHECK(rasterize_rough(scene, {{odd, 5}, odd, {odd, 8}}).rgba.empty());
}

TEST_CASE("every shape stands where the whole picture has it, with as much ink, whether sides are even or odd") {
  for (const Vec2 size : {Vec2{40, 40}, Vec2{41, 40}, Vec2{40, 43}, Vec2{41, 43}}) {
    CAPTURE(size.x);
    CAPTURE(size.y);
    Scene scene = square_scene(12.5F, 21);
    scene.marks.push_back({{26, 25}, 4, Symbol::disc, black, white, 0, {}});
    const Camera camera{{20, 20}, 1.3F, size};
    const Ink whole = ink_of(rasterize(scene, camera));
    const Ink rough = ink_of(rasterize_rough(scene, camera));
    CHECK(rough.amount == doctest::Approx(whole.amount).epsilon(0.02));
    CHECK(std::abs(rough.x - whole.x) < 0.1);
    CHECK(std::abs(rough.y - whole.y) < 0.1);
  }
}

TEST_CASE("an enlarged edge is mixed by nearness: nine, three, three and one sixteenths") {
  //  a black small pixel, 2x2 in the large picture, in the middle of white
  const Pixels rough = rasterize_rough(square_scene(4, 6), {{5, 5}, 1, {10, 10}});
  CHECK(grey(rough, 4, 4) == doctest::Approx(255 - 255 * 9.0 / 16).epsilon(0.01));
  CHECK(grey(rough, 3, 4) == doctest::Approx(255 - 255 * 3.0 / 16).epsilon(0.01));
  CHECK(grey(rough, 3, 3) == doctest::Approx(255 - 255 * 1.0 / 16).epsilon(0.01));
  CHECK(grey(rough, 2, 4) == 255);
  CHECK(grey(rough, 6, 6) == grey(rough, 3, 3));
}

TEST_CASE("the rough picture is near the whole one and the same on any number of threads") {
  const Scene scene = small_scene();
  const Camera camera = fit(scene.bounds, {301, 203}, 10);
  const Pixels rough = rasterize_rough(scene, camera, 2, 1);
  CHECK(rough.rgba == rasterize_rough(scene, camera, 2, 4).rgba);
  const Pixels whole = rasterize(scene, camera, 2);
  double away = 0;
  for (std::size_t i = 0; i < whole.rgba.size(); ++i) away += std::abs(whole.rgba[i] - rough.rgba[i]);
  CHECK(away / static_cast<double>(whole.rgba.size()) < 4);
  CHECK(rough.rgba != whole.rgba);
}
