#include "desktop/drawing_bench.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/posix.h"
#include "desktop/frame_painter.h"
#include "desktop/gl_picture.h"
#include "desktop/imgui_host.h"
#include "desktop/offscreen.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr int warm_up_frames = 30;
constexpr float full_turn = 6.2831853F;

// What a hand does in frame `i` of `count`: it drags the picture round in a circle, zooms in, drags again, and zooms
// out. Three frames in four drag, as in use.
struct Hand {
  Vec2 mouse;
  bool is_down = false;
  float wheel = 0;
};
Hand hand_at(int i, int count, const Rect& picture) {
  constexpr float zoom_part = 0.125F;
  constexpr float pan_part = 0.5F - zoom_part;
  constexpr float zoom_steps = 12;  // in all: 7 times nearer
  const float at = static_cast<float>(i) / static_cast<float>(count);
  const float half = at < 0.5F ? at : at - 0.5F;
  const Vec2 centre = picture.centre();
  const float reach = 0.4F * std::min(picture.width(), picture.height());
  const float turn = half / pan_part * full_turn;
  if (half < pan_part) return {centre + Vec2{std::cos(turn), std::sin(turn)} * reach, true, 0};
  const float steps = zoom_steps / (zoom_part * static_cast<float>(count));
  return {centre, false, at < 0.5F ? steps : -steps};
}

struct Times {
  std::vector<double> wall_ms, cpu_ms;
};

double share(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

class Stage {
 public:
  Stage(Session& session, const LaunchOptions& options, Offscreen& screen)
      : session_(session), screen_(screen), size_(options.size_px), ui_(session, *picture_, options.scale) {
    ui_.set_up();
  }

  void draw(const Hand& hand) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {size_.x, size_.y};
    io.DeltaTime = 1.0F / 60.0F;
    io.MousePos = {hand.mouse.x, hand.mouse.y};
    io.MouseDown[0] = hand.is_down;
    io.MouseWheel = hand.wheel;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ui_.frame();
    ImGui::Render();
    if (!painter_.paint(*ImGui::GetDrawData(), session_.theme().background, picture_->revision())) return;
    screen_.bind();
    painter_.show();
    screen_.read_into(shown_);
  }

  Rect picture() const { return ui_.canvas_rect(); }
  bool is_by_card() const { return picture_->is_by_card(); }

 private:
  Session& session_;
  Offscreen& screen_;
  Vec2 size_;
  std::unique_ptr<GlPicture> picture_ = make_picture();
  FramePainter painter_;
  Ui ui_;
  std::vector<std::uint8_t> shown_;
};

Times time_frames(Stage& stage, int frames) {
  Times times;
  for (int i = -warm_up_frames; i < frames; ++i) {
    const Hand hand = i < 0 ? Hand{{-1, -1}} : hand_at(i, frames, stage.picture());
    const double cpu = cpu_seconds();
    const double wall = wall_seconds();
    stage.draw(hand);
    if (i < 0) continue;
    times.wall_ms.push_back((wall_seconds() - wall) * 1000);
    times.cpu_ms.push_back((cpu_seconds() - cpu) * 1000);
  }
  return times;
}

}  // namespace

Result<DrawingTimes> time_drawing(Session& session, const LaunchOptions& options, int frames) {
  session.wait_for_jobs();
  auto screen = Offscreen::make(options.size_px);
  if (!screen) return screen.problem();
  const ImguiHost imgui;
  Stage stage(session, options, **screen);
  const Times times = time_frames(stage, frames);
  return DrawingTimes{frames,
                      share(times.wall_ms, 0.5),
                      share(times.wall_ms, 0.95),
                      share(times.cpu_ms, 0.5),
                      share(times.cpu_ms, 0.95),
                      (*screen)->renderer(),
                      stage.is_by_card()};
}

}  // namespace samverka
