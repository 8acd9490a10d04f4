// Work of an earlier run that was never saved: what it was, and whether it shall come back.
#include <imgui.h>

#include "app/recovery_keeper.h"
#include "base/posix.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void close_it(UiContext& ui) {
  ui.session.view.dialog = ViewState::Dialog::none;
  ImGui::CloseCurrentPopup();
}

}  // namespace

void draw_recover(UiContext& ui) {
  if (!begin_dialog_window(ui, "###recover", ui.tr("recover.title"), {560})) return;
  const std::optional<Recovery> recovery = ui.session.files().recovery;
  if (!recovery) {
    close_it(ui);
    return ImGui::EndPopup();
  }
  text(ui, ui.session.texts().tr("recover.text", {{"file", shown_text(ui, name_of(recovery->path))},
                                                  {"date", to_string(recovery->day)}}));
  if (!recovery->steps.empty()) heading(ui, ui.tr("recover.steps"));
  for (const std::string& step : recovery->steps) text(ui, "· " + shown_text(ui, step));
  if (recovery->has_network.value_or(false) && has_changed_since(*recovery)) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    text(ui, ui.tr("recover.file_changed"));
    ImGui::PopStyleColor();
  }
  muted(ui, ui.tr("recover.undo"));
  begin_dialog_buttons(ui);
  if (button(ui, "bring_back", ui.tr("recover.bring_back"), Look::accent)) {
    start_recovering(ui.session, *recovery);
    close_it(ui);
  }
  ImGui::SameLine();
  if (button(ui, "throw_away", ui.tr("recover.throw_away"))) {
    throw_away(*recovery);
    ui.session.files().recovery.reset();
    close_it(ui);
  }
  ImGui::SameLine();
  if (button(ui, "later", ui.tr("recover.later"))) close_it(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
