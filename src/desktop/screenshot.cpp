#include "desktop/screenshot.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "base/posix.h"
#include "desktop/gl_picture.h"
#include "desktop/imgui_host.h"
#include "desktop/offscreen.h"
#include "desktop/preview_texture.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr int frames_until_settled = 4;  // ImGui places and sizes things over a few frames

void draw_frame(const Offscreen& screen, Ui& ui, const Session& session, Vec2 size) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {size.x, size.y};
  io.DeltaTime = 1.0F / 60.0F;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  ui.frame();
  ImGui::Render();
  screen.begin_frame(session.theme().background);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace

Result<Done> write_screenshot(Session& session, const LaunchOptions& options) {
  session.wait_for_jobs();
  auto screen = Offscreen::make(options.size_px);
  if (!screen) return screen.problem();
  const ImguiHost imgui;
  const std::unique_ptr<GlPicture> picture = make_picture();
  ImGui::GetIO().DisplaySize = {options.size_px.x, options.size_px.y};  // letters no larger than there is room for
  Ui ui(session, *picture, options.scale);
  GlPreview preview;
  ui.state().preview_texture = &preview;
  ui.set_up();
  for (int frame = 0; frame < 2 * frames_until_settled; ++frame) {
    draw_frame(**screen, ui, session, options.size_px);
    ui.wait_for_work();  // what a panel asked for when it was first drawn
  }
  const Result<std::string> png = encode_png((*screen)->read());
  if (!png) return png.problem();
  return write_file_atomically(options.screenshot, *png);
}

}  // namespace samverka
