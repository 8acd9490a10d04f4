#include "ui/label_painter.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/ui_driver.h"

using namespace samverka;

namespace {

constexpr Rgba ink{200, 30, 30, 255};
constexpr Rgba paper{255, 255, 255, 255};

struct Sheet {
  UiDriver driver{""};  // for ImGui's context and its fonts
  Fonts fonts = load_fonts(driver.session.assets().regular_font, driver.session.assets().bold_font, 1);
  LabelPainter painter;
  Sheet() { ImGui::GetIO().Fonts->Build(); }

  Pixels with(const std::string& words, Vec2 baseline, Vec2 size, Rgba below, float scale = 1) {
    Pixels pixels{static_cast<int>(size.x), static_cast<int>(size.y), {}};
    for (int i = 0; i < pixels.width * pixels.height; ++i) {
      for (const std::uint8_t channel : {below.r, below.g, below.b, below.a}) pixels.rgba.push_back(channel);
    }
    Scene scene;
    Label label;
    label.text = words;
    label.size_px = 12.5F;
    label.colour = ink;
    label.halo = paper;
    scene.labels = {label};
    const PlacedLabel placed{0, baseline, {}};
    painter.paint(pixels, scene, {&placed, 1}, fonts, scale);
    return pixels;
  }
};

struct Found {
  int least_x = 1 << 20, most_x = -1, least_y = 1 << 20, most_y = -1;
};
// Where pixels are nearer the ink than anything else here.
Found inked(const Pixels& pixels) {
  Found found;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      const std::uint8_t* p = pixels.rgba.data() + (y * pixels.width + x) * 4;
      if (p[0] < 150 || p[1] > 110 || p[2] > 110) continue;
      found.least_x = std::min(found.least_x, x);
      found.most_x = std::max(found.most_x, x);
      found.least_y = std::min(found.least_y, y);
      found.most_y = std::max(found.most_y, y);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a name stands on its baseline, from its left end, in its colour") {
  Sheet sheet;
  const Pixels drawn = sheet.with("HHH", {20, 30}, {100, 50}, paper);
  const Found found = inked(drawn);
  CHECK(found.least_x >= 20);
  CHECK(found.least_x <= 23);
  CHECK(found.most_x < 55);
  CHECK(found.most_y >= 28);  // the last row above the baseline
  CHECK(found.most_y <= 30);
  CHECK(found.least_y >= 30 - 11);
  CHECK(found.least_y <= 30 - 8);
}

TEST_CASE("the halo keeps what is below away from the letters") {
  Sheet sheet;
  const Pixels drawn = sheet.with("l", {20, 30}, {40, 40}, {0, 0, 0, 255});
  int white = 0;
  for (std::size_t i = 0; i < drawn.rgba.size(); i += 4)
    white += drawn.rgba[i + 1] > 100 ? 1 : 0;  // the ink has little green

  CHECK(white >= 10);
  for (std::size_t i = 3; i < drawn.rgba.size(); i += 4) REQUIRE(drawn.rgba[i] >= 253);
}

TEST_CASE("a name that reaches outside is cut at every side, and one outside draws nothing") {
  Sheet sheet;
  const Pixels blank = sheet.with("", {0, 0}, {30, 20}, paper);
  for (const Vec2 at : {Vec2{-15, 10}, Vec2{20, 10}, Vec2{2, 3}, Vec2{2, 25}})
    CHECK(sheet.with("Åäö kommun", at, {30, 20}, paper).rgba.size() == 30 * 20 * 4);
  for (const Vec2 at : {Vec2{-500, 10}, Vec2{400, 10}, Vec2{2, -300}, Vec2{2, 300}})
    CHECK(sheet.with("Åäö kommun", at, {30, 20}, paper).rgba == blank.rgba);
  CHECK(sheet.with("x", {0, 0}, {0, 0}, paper).rgba.empty());
}

TEST_CASE("at twice the scale a name is twice as large") {
  Sheet sheet;
  const Found one = inked(sheet.with("HHHHHH", {10, 40}, {300, 100}, paper));
  const Found two = inked(sheet.with("HHHHHH", {10, 40}, {300, 100}, paper, 2));
  CHECK(two.most_x - two.least_x > 1.8 * (one.most_x - one.least_x));
  CHECK(two.most_x - two.least_x < 2.2 * (one.most_x - one.least_x));
}

TEST_CASE("a name of a megabyte, of lines, or without a letter that the font has, is drawn within bounds") {
  Sheet sheet;
  for (const std::string& words : {std::string(1'000'000, 'W'), std::string(100'000, '\n'),
                                   std::string("\xF0\x9F\x98\x80"), std::string("\xFF\xFE"), std::string("%s%n##")}) {
    CHECK(sheet.with(words, {5, 15}, {60, 20}, paper).rgba.size() == 60 * 20 * 4);
  }
}
