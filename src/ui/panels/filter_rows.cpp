// What the rows of the filter panel have in common.
#include <imgui.h>

#include <algorithm>

#include "ui/panels/filter_panel.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void draw_background(const UiContext& ui, ImVec2 at, float width, float height) {
  if (!ImGui::IsItemHovered() && !ImGui::IsItemFocused()) return;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x - ui.px(6), at.y}, {at.x + width + ui.px(6), at.y + height},
                                            colour_u32(ui.session.theme().accent_soft), ui.px(5));
}

void strike_out(const UiContext& ui, ImVec2 from, float width, float row_height) {
  const float y = from.y + row_height * 0.5F;
  ImGui::GetWindowDrawList()->AddLine({from.x, y}, {from.x + width, y}, colour_u32(ui.session.theme().muted));
}

}  // namespace

ImFont& panel_font(const UiContext& ui) { return ui.state.filter_panel.is_low ? *ui.fonts.small : *ui.fonts.body; }

float panel_row_height(const UiContext& ui) {
  return panel_font(ui).FontSize + ui.px(ui.state.filter_panel.is_low ? 2.5F : 6);
}

bool panel_row(UiContext& ui, const PanelRow& row) {
  const Theme& theme = ui.session.theme();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = panel_row_height(ui);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushFont(&panel_font(ui));
  ImGui::PushID(row.id.c_str());
  const bool clicked = ImGui::InvisibleButton("row", {std::max(width, 1.0F), height});
  ImGui::PopID();
  if (row.right_px > 0) ImGui::SetItemAllowOverlap();
  record(ui, row.label, "legend", row.is_on);
  tooltip(ui, row.help);
  draw_background(ui, at, width, height);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float text_y = at.y + (height - ImGui::GetFontSize()) * 0.5F;
  const float count_width = ImGui::CalcTextSize(row.count.c_str()).x;
  const float from = at.x + ui.px(row.indent_px);
  const float to = at.x + width - count_width - ui.px(8 + row.right_px);
  const std::string words = fitting(row.label, to - from);
  list.AddText({from, text_y}, colour_u32(row.is_on ? theme.text : theme.muted), words.c_str());
  list.AddText({at.x + width - count_width, text_y}, colour_u32(theme.muted), row.count.c_str());
  if (row.is_struck_out) strike_out(ui, {from, at.y}, ImGui::CalcTextSize(words.c_str()).x, height);
  ImGui::PopFont();
  return clicked;
}

void panel_row_code(UiContext& ui, Vec2 at, std::string_view code, bool is_on) {
  const ImFont& font = *ui.fonts.small;
  const float y = at.y + (panel_row_height(ui) - font.FontSize) * 0.5F;
  ImGui::GetWindowDrawList()->AddText(ui.fonts.small, font.FontSize, {at.x, y},
                                      colour_u32(is_on ? ui.session.theme().accent : ui.session.theme().muted),
                                      code.data(), code.data() + code.size());
}

}  // namespace samverka
