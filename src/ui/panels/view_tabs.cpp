#include <imgui.h>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void tab_button(UiContext& ui, Tab tab, std::string_view action) {
  const bool is_on = ui.session.view.tab == tab;
  if (button(ui, action, ui.tr(find_action(action)->text), is_on ? Look::accent : Look::quiet, is_on)) {
    run_action(ui.session, action);
  }
  tooltip(ui, chord_text(find_action(action)->chord));
}

// In a narrow window the legend and the facts come over the picture, one at a time.
void side_button(UiContext& ui, UiState::Side side, std::string_view id, std::string_view key) {
  const bool is_on = ui.state.side == side;
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, id, ui.tr(key), Look::plain, is_on)) ui.state.side = is_on ? UiState::Side::none : side;
}

void draw_notice(UiContext& ui) {
  const auto& notice = ui.session.notice();
  if (!notice) return;
  const Rgba colour = notice->is_error ? ui.session.theme().warning : ui.session.theme().accent;
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(colour));
  ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - ui.px(60));
  ImGui::TextUnformatted(notice->text.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  record(ui, notice->text, "text");
  ImGui::SameLine();
  if (button(ui, "dismiss", ui.tr("ui.close"), Look::quiet)) ui.session.set_notice(std::nullopt);
}

}  // namespace

void draw_view_tabs(UiContext& ui) {
  tab_button(ui, Tab::map, "view.map");
  ImGui::SameLine(0, ui.px(4));
  tab_button(ui, Tab::network, "view.network");
  if (ui.state.is_narrow) {
    side_button(ui, UiState::Side::legend, "side.legend", "side.legend");
    side_button(ui, UiState::Side::inspector, "side.inspector", "side.inspector");
  }
  const float right = ImGui::CalcTextSize(ui.tr("action.view.fit").c_str()).x + ImGui::CalcTextSize("−+").x +
                      6 * ImGui::GetStyle().FramePadding.x + ui.px(8);
  ImGui::SameLine(0, ui.px(8));
  const float start = ImGui::GetWindowWidth() - right - ui.px(10);
  if (start >= ImGui::GetCursorPosX()) {
    ImGui::SetCursorPosX(start);
  } else {
    ImGui::NewLine();
  }
  ImGui::BeginDisabled(!ui.session.has_document());
  if (button(ui, "zoom_out", "−")) run_action(ui.session, "view.zoom_out");
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "zoom_in", "+")) run_action(ui.session, "view.zoom_in");
  ImGui::SameLine(0, ui.px(4));
  action_button(ui, "view.fit");
  ImGui::EndDisabled();
  draw_notice(ui);
}

}  // namespace samverka
