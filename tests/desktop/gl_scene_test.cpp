// The picture by OpenGL beside the same picture by the CPU's raster, in whatever OpenGL is at hand: Mesa's software one
// on a machine without a card. Where there is no EGL at all these tests say so and pass.
#include "desktop/gl_scene.h"

#include <doctest/doctest.h>
#include <epoxy/gl.h>
#include <imgui.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <random>

#include "app/session.h"
#include "desktop/gl_picture.h"
#include "desktop/gl_texture.h"
#include "desktop/offscreen.h"

using namespace samverka;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float endless = std::numeric_limits<float>::infinity();
constexpr Rgba white{255, 255, 255, 255};
constexpr Rgba black{0, 0, 0, 255};
constexpr Rgba red{220, 40, 30, 255};
constexpr Rgba blue{30, 60, 200, 255};
constexpr Rgba faint{20, 120, 60, 90};

// A context for as long as it lives; empty without EGL.
std::unique_ptr<Offscreen> context() {
  auto made = Offscreen::make({64, 64});
  if (made) return std::move(*made);
  const std::string step = made.problem().message.args.front().second;
  const bool has_no_egl = step == "eglGetDisplay" || step == "eglInitialize";
  REQUIRE_MESSAGE(has_no_egl, "EGL is here but cannot draw: " << step);
  MESSAGE("skipped: this machine has no EGL (" << step << ")");
  return nullptr;
}

Pixels read(const GlScene& drawn) {
  Pixels below_first{drawn.width(), drawn.height(), {}};
  const std::size_t row = static_cast<std::size_t>(drawn.width()) * 4;
  const auto rows = static_cast<std::size_t>(drawn.height());
  below_first.rgba.resize(row * rows);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, drawn.framebuffer());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, drawn.width(), drawn.height(), GL_RGBA, GL_UNSIGNED_BYTE, below_first.rgba.data());
  Pixels pixels{drawn.width(), drawn.height(), {}};
  for (std::size_t y = rows; y-- > 0;) {
    const std::uint8_t* from = below_first.rgba.data() + y * row;
    pixels.rgba.insert(pixels.rgba.end(), from, from + row);
  }
  return pixels;
}

struct Both {
  Pixels cpu, gpu;
};

Both drawn_both_ways(const Scene& scene, const Camera& camera, float ratio = 1) {
  GlScene by_card;
  REQUIRE(by_card.set_up());
  REQUIRE(by_card.draw(scene, 1, camera, ratio));
  return {rasterize(scene, camera, ratio), read(by_card)};
}

Rgba at(const Pixels& pixels, int x, int y) {
  const std::size_t i =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4;
  return {pixels.rgba[i], pixels.rgba[i + 1], pixels.rgba[i + 2], pixels.rgba[i + 3]};
}

int difference(Rgba a, Rgba b) {
  return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b), std::abs(a.a - b.a)});
}

// Of all channels of all pixels, in steps of 255.
double mean_difference(const Both& both) {
  REQUIRE(both.cpu.width == both.gpu.width);
  REQUIRE(both.cpu.height == both.gpu.height);
  double sum = 0;
  for (std::size_t i = 0; i < both.cpu.rgba.size(); ++i) sum += std::abs(both.cpu.rgba[i] - both.gpu.rgba[i]);
  return sum / static_cast<double>(std::max<std::size_t>(both.cpu.rgba.size(), 1));
}

// In whole pixels of black on white.
double ink(const Pixels& pixels) {
  double sum = 0;
  for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) sum += (255.0 - pixels.rgba[i]) / 255;
  return sum;
}

// Whether a later mark may touch the middle of that one: there its edge is compared, which may differ.
bool is_covered(const Scene& scene, std::size_t mark, const Camera& camera, float ratio) {
  for (std::size_t i = mark + 1; i < scene.marks.size(); ++i) {
    const Mark& later = scene.marks[i];
    const float reach = (later.radius_px * camera.mark_scale + later.outline_px) * ratio * 1.6F + 2;
    if (distance(later.centre, scene.marks[mark].centre) * camera.scale < reach) return true;
  }
  return false;
}

// Marks that are in view, and that no later one covers, have their middles alike. How many were looked at.
int check_centres(const Scene& scene, const Camera& camera, const Both& both, float ratio = 1) {
  int checked = 0;
  for (std::size_t i = 0; i < scene.marks.size(); ++i) {
    const Vec2 px = camera.screen_from_world(scene.marks[i].centre);
    if (!(px.x >= 1 && px.y >= 1 && px.x < camera.viewport_px.x - 1 && px.y < camera.viewport_px.y - 1)) continue;
    if (is_covered(scene, i, camera, ratio)) continue;
    ++checked;
    const int x = static_cast<int>(px.x);
    const int y = static_cast<int>(px.y);
    INFO("mark " << i << " at " << x << ", " << y);
    CHECK(difference(at(both.cpu, x, y), at(both.gpu, x, y)) <= 2);
  }
  return checked;
}

Camera pixel_camera(float width, float height) { return {{width / 2, height / 2}, 1, {width, height}}; }

Scene empty_scene() {
  Scene scene;
  scene.canvas = white;
  return scene;
}

// Every symbol, with and without an outline, on a line and over a see-through area.
Scene symbol_scene() {
  Scene scene = empty_scene();
  scene.polygons.push_back({{{{10, 20}, {290, 35}, {280, 90}, {15, 80}}}, faint, {}});
  scene.links.push_back({{0, 40}, {300, 40}, 0, 2, blue, false, {}});
  for (int i = 0; i < 10; ++i) {
    const float x = 20.5F + 28.0F * static_cast<float>(i);
    scene.marks.push_back({{x, 40.5F}, 11, static_cast<Symbol>(i), red, white, 2, {}});
    scene.marks.push_back({{x, 70.5F}, 9, static_cast<Symbol>(i), blue, black, 0, {}});
    scene.marks.push_back({{x, 100.5F}, 7, static_cast<Symbol>(i), faint, black, 1.5F, {}});
  }
  return scene;
}

Scene random_scene(unsigned seed) {
  std::mt19937 random(seed);
  const auto within = [&](float low, float high) {
    return low + (high - low) * static_cast<float>(random() % 10'000) / 10'000;
  };
  const auto place = [&] { return Vec2{within(-40, 340), within(-40, 280)}; };
  const auto colour = [&] {
    const auto part = [&] { return static_cast<std::uint8_t>(random() % 256); };
    return Rgba{part(), part(), part(), static_cast<std::uint8_t>(random() % 2 == 0 ? 255 : 60 + random() % 150)};
  };
  Scene scene = empty_scene();
  for (int i = 0; i < 12; ++i) {
    const Vec2 middle = place();
    Polygon area{{{}, {}}, colour(), {}};
    for (int corner = 0; corner < 14; ++corner) {
      const float angle = static_cast<float>(corner) * 6.2831853F / 14;
      const Vec2 out{std::cos(angle), std::sin(angle)};
      area.rings[0].push_back(middle + out * within(20, 60));
      area.rings[1].push_back(middle + out * within(4, 14));
    }
    scene.polygons.push_back(area);
    scene.outlines.push_back({area.rings[0], within(0.6F, 3), Rgba{90, 90, 90, 255}});
  }
  for (int i = 0; i < 60; ++i) {
    const float bend = random() % 3 == 0 ? 0 : within(-0.4F, 0.4F);
    scene.links.push_back({place(), place(), bend, within(0.4F, 4), colour(), random() % 3 == 0, {}});
  }
  for (int i = 0; i < 80; ++i) {
    scene.marks.push_back(
        {place(), within(2, 14), static_cast<Symbol>(random() % 10), colour(), white, within(0, 2), {}});
  }
  return scene;
}

}  // namespace

TEST_CASE("an empty scene is its canvas both ways, of one pixel too") {
  const auto screen = context();
  if (!screen) return;
  Scene scene = empty_scene();
  scene.canvas = {12, 34, 56, 255};
  for (const Vec2 size : {Vec2{1, 1}, Vec2{7, 3}, Vec2{640, 1}}) {
    const Both both = drawn_both_ways(scene, {{0, 0}, 1, size});
    CHECK(both.gpu.rgba == both.cpu.rgba);
    CHECK(at(both.gpu, 0, 0) == scene.canvas);
  }
}

TEST_CASE("a picture of no size at all is drawn as one pixel") {
  const auto screen = context();
  if (!screen) return;
  GlScene by_card;
  REQUIRE(by_card.set_up());
  for (const Vec2 size : {Vec2{0, 0}, Vec2{-5, not_a_number}}) {
    CHECK(by_card.draw(empty_scene(), 1, {{0, 0}, 1, size}, 1));
    CHECK(by_card.width() == 1);
    CHECK(by_card.height() == 1);
  }
}

TEST_CASE("one mark is where the CPU has it, in its colour") {
  const auto screen = context();
  if (!screen) return;
  Scene scene = empty_scene();
  scene.marks.push_back({{20.5F, 10.5F}, 6, Symbol::disc, red, white, 0, {}});
  const Both both = drawn_both_ways(scene, pixel_camera(64, 40));
  CHECK(at(both.gpu, 20, 10) == red);
  CHECK(at(both.gpu, 20, 30) == white);
  CHECK(mean_difference(both) < 0.1);
  const Both pixel = drawn_both_ways(scene, {{20.5F, 10.5F}, 1, {1, 1}});
  CHECK(pixel.gpu.rgba == pixel.cpu.rgba);
}

TEST_CASE("every symbol is alike both ways, at every density of the screen") {
  const auto screen = context();
  if (!screen) return;
  const Scene scene = symbol_scene();
  for (const float ratio : {0.75F, 1.0F, 2.0F, 3.0F}) {
    CAPTURE(ratio);
    const Camera camera{{150, 60}, ratio, Vec2{300, 120} * ratio, 0.9F};
    const Both both = drawn_both_ways(scene, camera, ratio);
    CHECK(mean_difference(both) < 0.6);
    CHECK(check_centres(scene, camera, both, ratio) == 30);
  }
}

TEST_CASE("an area's hole is open, and an island in the hole is filled") {
  const auto screen = context();
  if (!screen) return;
  //  a lake with an island in land whose edge is bent inwards
  Scene scene = empty_scene();
  scene.polygons.push_back({{{{5, 5}, {95, 5}, {95, 95}, {50, 88}, {5, 95}},
                             {{20, 20}, {80, 20}, {80, 80}, {20, 80}},
                             {{40, 40}, {60, 40}, {60, 60}, {40, 60}}},
                            red,
                            {}});
  const Both both = drawn_both_ways(scene, pixel_camera(100, 100));
  CHECK(at(both.gpu, 10, 50) == red);
  CHECK(at(both.gpu, 30, 50) == white);
  CHECK(at(both.gpu, 50, 50) == red);
  CHECK(at(both.gpu, 50, 93) == white);  // the bay
  CHECK(mean_difference(both) < 0.4);
}

TEST_CASE("a see-through area is no darker where its rings or a neighbour's box overlap") {
  const auto screen = context();
  if (!screen) return;
  Scene scene = empty_scene();
  scene.polygons.push_back({{{{10, 10}, {60, 10}, {10, 60}}}, faint, {}});
  scene.polygons.push_back({{{{60, 60}, {60, 10}, {10, 60}}}, faint, {}});
  const Both both = drawn_both_ways(scene, pixel_camera(70, 70));
  for (const int place : {20, 30, 45, 55}) {
    CHECK(difference(at(both.cpu, place, 21), at(both.gpu, place, 21)) <= 1);
    CHECK(difference(at(both.cpu, place, 52), at(both.gpu, place, 52)) <= 1);
  }
}

TEST_CASE("a dashed line has its dashes where the CPU has them, straight or bent") {
  const auto screen = context();
  if (!screen) return;
  for (const float bend : {0.0F, 0.3F, -0.8F}) {
    for (const Vec2 to : {Vec2{280, 100.5F}, Vec2{250, 160}, Vec2{40, 190}}) {
      CAPTURE(bend);
      CAPTURE(to.x);
      Scene scene = empty_scene();
      scene.links.push_back({{20, 100.5F}, to, bend, 3, black, true, {}});
      const Both both = drawn_both_ways(scene, pixel_camera(300, 200));
      CHECK(ink(both.gpu) == doctest::Approx(ink(both.cpu)).epsilon(0.06));
      CHECK(mean_difference(both) < 0.5);
      // Dashes half a period off would differ by all their ink.
      CHECK(mean_difference(both) * 300 * 200 / 255 * 4 / 3 < 0.35 * ink(both.cpu));
      scene.links[0].is_dashed = false;
      CHECK(ink(drawn_both_ways(scene, pixel_camera(300, 200)).gpu) > 1.4 * ink(both.gpu));
    }
  }
}

TEST_CASE("a line thinner than a pixel is paler, and a thick one has its width") {
  const auto screen = context();
  if (!screen) return;
  for (const float width : {0.3F, 1.0F, 2.5F, 9.0F}) {
    CAPTURE(width);
    Scene scene = empty_scene();
    scene.links.push_back({{10, 40}, {110, 70}, 0, width, black, false, {}});
    const Both both = drawn_both_ways(scene, pixel_camera(120, 100));
    CHECK(ink(both.gpu) == doctest::Approx(width * std::hypot(100, 30)).epsilon(0.05));
    Scene border = empty_scene();
    border.outlines.push_back({{{10, 40}, {60, 55}, {110, 70}}, width, black});
    const Both borders = drawn_both_ways(border, pixel_camera(120, 100));
    CHECK(ink(borders.gpu) == doctest::Approx(ink(borders.cpu)).epsilon(0.12));
  }
}

TEST_CASE("borders of one colour that cross are one shape, however see-through") {
  const auto screen = context();
  if (!screen) return;
  Scene scene = empty_scene();
  for (int i = 0; i < 300; ++i) {  // more colours one after the other than the stencil counts
    const auto grey = static_cast<std::uint8_t>(i % 2 == 0 ? 40 : 60);
    scene.outlines.push_back({{{-9, -9}, {-8, -9}}, 1, {grey, grey, grey, 128}});
  }
  scene.outlines.push_back({{{0, 20}, {40, 20}}, 8, {0, 0, 0, 128}});
  scene.outlines.push_back({{{20, 0}, {20, 40}}, 8, {0, 0, 0, 128}});
  const Both both = drawn_both_ways(scene, pixel_camera(40, 40));
  CHECK(difference(at(both.gpu, 20, 20), at(both.gpu, 5, 20)) == 0);
  CHECK(difference(at(both.cpu, 20, 20), at(both.gpu, 20, 20)) <= 2);
  CHECK(mean_difference(both) < 0.6);
}

TEST_CASE("what is not a number, or too far away to be told apart, is left out and leaves the rest alone") {
  const auto screen = context();
  if (!screen) return;
  Scene scene = symbol_scene();
  const Both sound = drawn_both_ways(scene, pixel_camera(300, 120));
  scene.polygons.push_back({{{{not_a_number, 0}, {endless, 5}, {not_a_number, 9}}, {}}, red, {}});
  scene.polygons.push_back({{}, red, {}});
  scene.outlines.push_back({{{not_a_number, 0}, {5, 5}}, 3, {1, 2, 3, 255}});
  scene.outlines.push_back({{{5, 5}}, 3, {1, 2, 3, 255}});
  scene.outlines.push_back({{{5, 5}, {90, 90}}, not_a_number, {1, 2, 3, 255}});
  scene.links.push_back({{not_a_number, 0}, {50, 50}, 0, 2, red, false, {}});
  scene.links.push_back({{0, 0}, {50, 50}, endless, 2, red, false, {}});
  scene.links.push_back({{0, 0}, {2e7F, 0}, 0, 2, red, false, {}});
  scene.links.push_back({{0, 0}, {50, 50}, 0, not_a_number, red, false, {}});
  scene.marks.push_back({{endless, 30}, 9, Symbol::disc, red, red, 0, {}});
  scene.marks.push_back({{30, 30}, not_a_number, Symbol::star, red, red, 0, {}});
  scene.marks.push_back({{30, 30}, -4, Symbol::star, red, red, 0, {}});
  const Both odd = drawn_both_ways(scene, pixel_camera(300, 120));
  CHECK(odd.gpu.rgba == sound.gpu.rgba);
}

TEST_CASE("however near or far the camera, the picture is like the CPU's and has no pixel that is not a number") {
  const auto screen = context();
  if (!screen) return;
  const Scene scene = random_scene(3);
  for (const float scale : {1e-30F, 1e-3F, 50.0F, 3e3F, 1e6F, 1e9F, 1e30F, 3e38F}) {
    CAPTURE(scale);
    const Camera camera{{150.1F, 120.2F}, scale, {120, 90}};
    const Both both = drawn_both_ways(scene, camera);
    CHECK(at(both.gpu, 3, 3).a == 255);
    if (scale <= 3e3F) CHECK(mean_difference(both) < 2.5);
  }
}

TEST_CASE("a heap of everything is alike both ways, near and far") {
  const auto screen = context();
  if (!screen) return;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const Scene scene = random_scene(seed);
    for (const float scale : {0.3F, 1.0F, 4.0F}) {
      CAPTURE(seed);
      CAPTURE(scale);
      const Camera camera{{150, 120}, scale, {300, 240}, 1.1F};
      const Both both = drawn_both_ways(scene, camera);
      CHECK(mean_difference(both) < 2);
    }
  }
}

TEST_CASE("the map and the network of a real file are alike both ways") {
  const auto screen = context();
  if (!screen) return;
  auto assets = load_assets(true);
  REQUIRE(assets);
  Session session(std::move(*assets));
  const std::string file = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";
  ReadNetwork network = read_network_file(file, session.taxonomy());
  session.show(Document{std::move(network.network), {}, {}}, file, std::move(network.report));
  for (const Tab tab : {Tab::map, Tab::network}) {
    session.view.tab = tab;
    session.tick();
    session.wait_for_jobs();
    session.tick();
    REQUIRE(session.is_scene_ready());
    REQUIRE(!session.scene().marks.empty());
    const Camera camera = fit(session.scene().bounds, {800, 600}, 20);
    const Both both = drawn_both_ways(session.scene(), camera);
    CHECK(mean_difference(both) < 1.0);

    CHECK(check_centres(session.scene(), camera, both) > 20);
  }
}

TEST_CASE("hatching slants over an area's fill, alike at any zoom") {
  const auto screen = context();
  if (!screen) return;
  Scene scene = empty_scene();
  scene.polygons.push_back({{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}}, white, {}, black});
  for (const float scale : {1.0F, 3.0F}) {
    GlScene by_card;
    REQUIRE(by_card.set_up());
    REQUIRE(by_card.draw(scene, 1, {{50, 50}, scale, {84, 84}}, 1));
    const Pixels drawn = read(by_card);
    CHECK(ink(drawn) / (84 * 84) == doctest::Approx(1.1 * std::sqrt(2.0) / 7).epsilon(0.1));
    CHECK(at(drawn, 40, 40) == at(drawn, 41, 39));  // up to the right
    CHECK(at(drawn, 40, 40) == at(drawn, 47, 40));  // a step
  }
}

TEST_CASE("shapes are sent once a scene: the camera moves them, a new revision replaces them") {
  const auto screen = context();
  if (!screen) return;
  GlScene by_card;
  REQUIRE(by_card.set_up());
  Scene scene = empty_scene();
  scene.marks.push_back({{20.5F, 20.5F}, 6, Symbol::disc, red, white, 0, {}});
  by_card.draw(scene, 5, pixel_camera(60, 40), 1);
  CHECK(at(read(by_card), 20, 20) == red);
  by_card.draw(scene, 5, {{20, 20}, 1, {60, 40}}, 1);
  CHECK(at(read(by_card), 30, 20) == red);
  scene.marks[0].fill = blue;
  by_card.draw(scene, 5, {{20, 20}, 1, {60, 40}}, 1);
  CHECK(at(read(by_card), 30, 20) == red);
  by_card.draw(scene, 6, {{20, 20}, 1, {90, 70}}, 1);
  CHECK(at(read(by_card), 45, 35) == blue);
}

TEST_CASE("what is laid over the picture has its top row on top and its colours times their alpha") {
  const auto screen = context();
  if (!screen) return;
  GlScene by_card;
  REQUIRE(by_card.set_up());
  by_card.draw(empty_scene(), 1, pixel_camera(4, 3), 1);
  Pixels over{4, 3, std::vector<std::uint8_t>(48, 0)};
  over.rgba[0] = 200;  // upper left: opaque
  over.rgba[3] = 255;
  over.rgba[44] = 50;  // lower right: half
  over.rgba[47] = 128;
  by_card.lay_over(over);
  const Pixels drawn = read(by_card);
  CHECK(at(drawn, 0, 0) == Rgba{200, 0, 0, 255});
  CHECK(at(drawn, 1, 1) == white);
  CHECK(difference(at(drawn, 3, 2), {177, 127, 127, 255}) <= 1);
}

TEST_CASE("the card draws unless OpenGL is software, and a wish goes before") {
  CHECK(is_software_renderer("llvmpipe (LLVM 15.0.6, 256 bits)"));
  CHECK(is_software_renderer("zink Vulkan 1.3(llvmpipe (LLVM 15.0.6, 256 bits) (LLVMPIPE))"));
  CHECK(is_software_renderer("softpipe"));
  CHECK(is_software_renderer("Software Rasterizer"));
  CHECK(is_software_renderer("SWR (LLVM 11.0.0, 256 bits)"));
  CHECK_FALSE(is_software_renderer("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
  CHECK_FALSE(is_software_renderer("AMD Radeon Graphics (radeonsi, renoir, LLVM 15.0.6, DRM 3.49)"));
  CHECK_FALSE(is_software_renderer("NVIDIA GeForce RTX 3060/PCIe/SSE2"));
  CHECK(wants_card("", "NV138"));
  CHECK_FALSE(wants_card("", "llvmpipe"));
  CHECK(wants_card("gpu", "llvmpipe"));
  CHECK_FALSE(wants_card("cpu", "NV138"));
  CHECK_FALSE(wants_card("quick", "llvmpipe"));  // no wish that is known
}

TEST_CASE("pixels larger than OpenGL can hold are cut, and the next picture is whole") {
  const auto screen = context();
  if (!screen) return;
  GLint limit = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &limit);
  GlTexture texture;
  Pixels wide{limit + 10, 2, {}};
  wide.rgba.resize(static_cast<std::size_t>(wide.width) * 2 * 4, 77);
  texture.update(wide);
  CHECK(texture.pixels_held().width == limit);
  CHECK(glGetError() == GL_NO_ERROR);
  texture.update({3, 2, std::vector<std::uint8_t>(24, 9)});
  CHECK(texture.pixels_held().width == 3);
  GlScene by_card;
  REQUIRE(by_card.set_up());
  CHECK(by_card.draw(empty_scene(), 1, {{0, 0}, 1, {static_cast<float>(limit) + 10, 2}}, 1));
  CHECK(by_card.width() == limit);
}
