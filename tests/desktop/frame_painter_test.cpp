#include "desktop/frame_painter.h"

#include <backends/imgui_impl_opengl3.h>
#include <doctest/doctest.h>
#include <imgui.h>

#include <random>

#include "desktop/gl_texture.h"
#include "desktop/imgui_host.h"
#include "desktop/offscreen.h"

using namespace samverka;

namespace {

constexpr Vec2 window{320, 240};
constexpr Rgba back{20, 40, 60, 255};

// Little windows that come, go, move and change their words; the same seed and frame give the same drawing.
struct Act {
  int text = 0;
  float x = 0, y = 0;
  bool has_second = false, has_picture = false;
  int picture = 0;
};

Pixels picture_of(int number) {
  Pixels pixels{100, 70, {}};
  for (int y = 0; y < 70; ++y) {
    for (int x = 0; x < 100; ++x) {
      for (const int channel : {x * 2, y * 3, number * 40, 255})
        pixels.rgba.push_back(static_cast<std::uint8_t>(channel));
    }
  }
  return pixels;
}

class Play {
 public:
  Play() : screen_(std::move(*Offscreen::make(window))) { ImGui::GetIO().IniFilename = nullptr; }

  ImDrawData& frame(const Act& act) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {window.x, window.y};
    io.DeltaTime = 1.0F / 60;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    if (act.has_picture && act.picture != shown_) {
      texture.update(picture_of(act.picture));
      shown_ = act.picture;
    }
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({window.x, window.y});
    ImGui::Begin("below", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::Text("words %d", act.text);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (act.has_picture) {
      list.PushClipRect({50, 60}, {150, 130});
      texture.draw(list, {50, 60});
      list.AddCircleFilled({70, 80}, 9, IM_COL32(255, 0, 0, 130));
      list.PopClipRect();
    }
    ImGui::End();
    ImGui::SetNextWindowPos({act.x, act.y});
    if (act.has_second) {
      ImGui::Begin("above", nullptr, ImGuiWindowFlags_NoFocusOnAppearing);
      ImGui::TextUnformatted("a card that moves");
      ImGui::End();
    }
    ImGui::Render();
    return *ImGui::GetDrawData();
  }

  bool paints(const Act& act) {
    ImDrawData& data = frame(act);
    return painter.paint(data, back, texture.revision());
  }
  // The kept picture and, beside it, the same frame drawn whole.
  Pixels kept() {
    screen_->begin_frame({0, 0, 0, 255});
    painter.show();
    return screen_->read();
  }
  Pixels whole(ImDrawData& data) {
    screen_->begin_frame(back);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    return screen_->read();
  }
  void bind() { screen_->begin_frame({0, 0, 0, 255}); }

 private:
  std::unique_ptr<Offscreen> screen_;  // its context outlives what is made in it
  ImguiHost imgui_;
  int shown_ = -1;

 public:
  GlTexture texture;
  FramePainter painter;
};

Act random_act(std::mt19937& random) {
  const auto chance = [&](unsigned one_in) { return random() % one_in == 0; };
  Act act;
  act.text = static_cast<int>(random() % 3);
  act.has_second = !chance(3);
  act.x = static_cast<float>(random() % 200) + (chance(4) ? 0.5F : 0.0F);
  act.y = static_cast<float>(random() % 150);
  act.has_picture = !chance(4);
  act.picture = static_cast<int>(random() % 3);
  return act;
}

DrawnList list(const std::string& name, std::vector<DrawnPiece> pieces) { return {name, std::move(pieces)}; }

}  // namespace

TEST_CASE("a frame painted where it changed is the frame painted whole") {
  Play play;
  std::mt19937 random(7);
  for (int step = 0; step < 60; ++step) {
    ImDrawData& data = play.frame(random_act(random));
    play.bind();
    play.painter.paint(data, back, play.texture.revision());
    REQUIRE(play.kept().rgba == play.whole(data).rgba);
  }
}

TEST_CASE("a frame like the one before paints nothing; a new picture in the same place does") {
  Play play;
  Act act{1, 30, 40, true, true, 0};
  for (int settle = 0; settle < 4; ++settle) play.paints(act);
  CHECK_FALSE(play.paints(act));
  act.picture = 2;
  CHECK(play.paints(act));
  play.painter.forget();
  CHECK(play.paints(act));
}

TEST_CASE("the picture stands where it was put, top row on top") {
  Play play;
  ImDrawData& data = play.frame({0, 0, 0, false, true, 1});
  const Pixels drawn = play.whole(data);
  const auto at = [&](int x, int y) { return (static_cast<std::size_t>(y) * 320 + static_cast<std::size_t>(x)) * 4; };
  CHECK(static_cast<int>(drawn.rgba[at(50, 60)]) == 0);
  CHECK(static_cast<int>(drawn.rgba[at(50, 60) + 1]) == 0);
  CHECK(static_cast<int>(drawn.rgba[at(149, 60)]) == 198);
  CHECK(static_cast<int>(drawn.rgba[at(149, 129) + 1]) == 207);
  CHECK(static_cast<int>(drawn.rgba[at(149, 129) + 2]) == 40);
}

TEST_CASE("only the piece that changed is painted, where it was and where it is") {
  const DrawnList before = list("a", {{1, {{0, 0}, {10, 10}}}, {2, {{20, 0}, {30, 10}}}});
  const DrawnList now = list("a", {{1, {{0, 0}, {10, 10}}}, {3, {{200, 100}, {230, 110}}}});
  const std::vector<Rect> parts = changed_parts({before}, {now}, window);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].min == Vec2{20, 0});
  CHECK(parts[1].max == Vec2{230, 110});
  CHECK(changed_parts({before}, {before}, window).empty());
  CHECK(changed_parts({}, {}, window).empty());
}

TEST_CASE("a piece put in between repaints what it pushed apart, not what stands before and after it") {
  const DrawnPiece first{1, {{0, 0}, {10, 10}}};
  const DrawnPiece last{9, {{0, 200}, {10, 210}}};
  const DrawnPiece added{5, {{100, 100}, {120, 110}}};
  const std::vector<Rect> parts = changed_parts({list("a", {first, last})}, {list("a", {first, added, last})}, window);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].min == Vec2{100, 100});
}

TEST_CASE("a window that is gone is painted over, and windows that change places are painted whole") {
  const DrawnList a = list("a", {{1, {{0, 0}, {10, 10}}}});
  const DrawnList b = list("b", {{2, {{50, 50}, {60, 60}}}});
  const std::vector<Rect> gone = changed_parts({a, b}, {a}, window);
  REQUIRE(gone.size() == 1);
  CHECK(gone[0].min == Vec2{50, 50});
  const std::vector<Rect> swapped = changed_parts({a, b}, {b, a}, window);
  REQUIRE(swapped.size() == 1);
  CHECK(swapped[0].max == window);
}

TEST_CASE("what lies outside the window or is not a number is never painted") {
  const float odd = std::numeric_limits<float>::quiet_NaN();
  const DrawnList now = list("a", {{1, {{-50, -50}, {-10, -10}}}, {2, {{odd, odd}, {odd, odd}}}, {3, {}}});
  CHECK(changed_parts({}, {now}, window).empty());
}
