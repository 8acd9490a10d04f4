// What goes on beside the window.
#include <imgui.h>

#include <cmath>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// Half a file written is no file: saving is left to finish.
enum class Stop { can, cannot };

bool draw_job(UiContext& ui, JobSlot& job, Stop stop) {
  if (!job.is_running()) return false;
  const Theme& theme = ui.session.theme();
  const std::string words = ui.tr(job.label()) + " · " + std::to_string(std::lround(100 * job.fraction())) + " %";
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(words.c_str());
  record(ui, words, "text");
  ImGui::SameLine(ui.px(220));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ui.px(260);
  const float middle = at.y + ImGui::GetFrameHeight() / 2;
  const float half = ui.px(3);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({at.x, middle - half}, {at.x + width, middle + half}, colour_u32(theme.accent_soft), half);
  list.AddRectFilled({at.x, middle - half}, {at.x + width * job.fraction(), middle + half}, colour_u32(theme.accent),
                     half);
  ImGui::Dummy({width, 1});
  if (stop == Stop::cannot) return true;
  ImGui::SameLine(0, ui.px(12));
  if (button(ui, job.label(), ui.tr("ui.cancel"), Look::quiet)) job.cancel();
  return true;
}

}  // namespace

void draw_jobs(UiContext& ui) {
  bool is_busy = draw_job(ui, ui.session.load_job(), Stop::can);
  is_busy |= draw_job(ui, ui.session.layout_job(), Stop::can);
  is_busy |= draw_job(ui, ui.session.files().save_job, Stop::cannot);
  is_busy |= draw_job(ui, ui.session.files().version_job, Stop::can);
  is_busy |= draw_job(ui, ui.state.report.writer.job(), Stop::can);
  is_busy |= draw_job(ui, ui.state.files.data.exporter.job(), Stop::can);
  is_busy |= draw_job(ui, ui.state.exporting.write_job, Stop::can);
  if (!is_busy) muted(ui, ui.tr("jobs.none"));
}

}  // namespace samverka
