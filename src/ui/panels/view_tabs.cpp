// The rows over the middle of the window: the tabs, and under them what the open tab offers.
#include <imgui.h>

#include <algorithm>

#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// A tab: its name over a line in the accent colour when it is the open one.
void tab_button(UiContext& ui, const TabPanel& panel) {
  const bool is_on = ui.session.view.tab == panel.tab;
  const Theme& theme = ui.session.theme();
  const std::string label = ui.tr(find_action(panel.action)->text);
  ImGui::PushFont(is_on ? ui.fonts.bold : ui.fonts.body);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(is_on ? theme.accent : theme.text));
  if (button(ui, panel.action, label, Look::tab, is_on)) run_action(ui.session, panel.action);
  ImGui::PopStyleColor();
  ImGui::PopFont();
  if (is_on) {
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const float inset = ui.px(8);
    ImGui::GetWindowDrawList()->AddRectFilled({min.x + inset, max.y - ui.px(2.5F)}, {max.x - inset, max.y},
                                              colour_u32(theme.accent), ui.px(1));
  }
  tooltip(ui, chord_text(find_action(panel.action)->chord));
}

// In a narrow window the legend and the facts come over the picture, one at a time.
void side_button(UiContext& ui, UiState::Side side, std::string_view id, std::string_view key) {
  const bool is_on = ui.state.side == side;
  flow(ui, button_width(ui.tr(key)), ui.px(4));
  if (button(ui, id, ui.tr(key), Look::plain, is_on)) ui.state.side = is_on ? UiState::Side::none : side;
}

// What is done with the network, before the tab's own tools.
void draw_modes(UiContext& ui) {
  if (!ui.session.has_document()) return;
  const Mode mode = ui.session.view.mode;
  if (button(ui, "mode.explore", ui.tr("action.mode.explore"), Look::plain, mode == Mode::explore)) {
    run_action(ui.session, "mode.explore");
  }
  tooltip(ui, ui.tr("mode.explore_help"));
  ImGui::SameLine(0, ui.px(2));
  if (button(ui, "mode.what_if", ui.tr("action.mode.what_if"), Look::plain, mode == Mode::what_if)) {
    if (mode != Mode::what_if) run_action(ui.session, "mode.what_if");
    if (ui.state.is_narrow) ui.state.side = UiState::Side::inspector;
  }
  tooltip(ui, ui.tr("mode.what_if_help"));
  ImGui::SameLine(0, ui.px(2));
  if (button(ui, "mode.compare", ui.tr("action.mode.compare"), Look::plain, mode == Mode::compare)) {
    if (mode != Mode::compare) run_action(ui.session, "mode.compare");
    if (ui.state.is_narrow) ui.state.side = UiState::Side::inspector;
  }
  tooltip(ui, ui.tr("version_compare.help"));
  ImGui::SameLine(0, ui.px(14));
  if (!ui.session.is_hypothetical() || ui.session.view.is_picture()) return;
  chip(ui, ui.tr("mode.not_facts"), Tone::warning);  // pictures carry a mark of their own
  ImGui::SameLine(0, ui.px(14));
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

void draw_zoom(UiContext& ui) {
  const float gap = ui.px(4);
  const float width = button_width("−") + button_width("+") + button_width(ui.tr("action.view.fit")) + 2 * gap;
  flow(ui, width, gap);
  ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetWindowContentRegionMax().x - width));
  ImGui::BeginDisabled(!ui.session.has_document());
  if (button(ui, "zoom_out", "−")) run_action(ui.session, "view.zoom_out");
  tooltip(ui, ui.tr("action.view.zoom_out") + "  " + chord_text(find_action("view.zoom_out")->chord));
  ImGui::SameLine(0, gap);
  if (button(ui, "zoom_in", "+")) run_action(ui.session, "view.zoom_in");
  tooltip(ui, ui.tr("action.view.zoom_in") + "  " + chord_text(find_action("view.zoom_in")->chord));
  ImGui::SameLine(0, gap);
  action_button(ui, "view.fit");
  ImGui::EndDisabled();
}

}  // namespace

void draw_tabs(UiContext& ui) {
  for (const TabPanel& panel : tab_panels()) {
    const std::string label = ui.tr(find_action(panel.action)->text);
    if (&panel != tab_panels().data()) flow(ui, button_width(label), ui.px(2));
    tab_button(ui, panel);
  }
  if (!ui.state.is_narrow) return;
  side_button(ui, UiState::Side::legend, "side.legend", "side.legend");
  side_button(ui, UiState::Side::inspector, "side.inspector", "side.inspector");
}

void draw_picture_tools(UiContext& ui) {
  const TabPanel& panel = tab_panel(ui.session.view.tab);
  draw_modes(ui);
  if (panel.tools) {
    panel.tools(ui);
  } else {
    ImGui::Dummy({0, 0});  // ends the row of modes
  }
  if (!panel.draw) draw_zoom(ui);
  draw_chips(ui);
  draw_notice(ui);
}

}  // namespace samverka
