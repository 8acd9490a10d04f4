#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// Width of a plain button with this label.
float width_of(std::string_view label) {
  return ImGui::CalcTextSize(label.data(), label.data() + label.size()).x + 2 * ImGui::GetStyle().FramePadding.x;
}

void draw_brand(UiContext& ui) {
  const Theme& theme = ui.session.theme();
  ImGui::PushFont(ui.fonts.brand);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(theme.accent));
  ImGui::TextUnformatted(ui.tr("app.name").c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

std::string summary(const Session& session) {
  const Network& network = session.network();
  const Texts& texts = session.texts();
  std::string words = displayable(shortened(network.title.empty() ? network.id : network.title, 80));
  words += " · " + texts.plural("top.actors", static_cast<long long>(network.actors.size()));
  words += " · " + texts.plural("top.agreements", static_cast<long long>(network.agreements.size()));
  return words;
}

void draw_network_name(UiContext& ui, float until_x) {
  if (!ui.session.has_document()) return;
  ImGui::SameLine(0, ui.px(16));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(5));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushClipRect(at, {until_x, at.y + ui.px(40)}, true);
  const std::string words = summary(ui.session);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopStyleColor();
  record(ui, words, "text");
  ImGui::PopClipRect();
}

void take_date(UiContext& ui) {
  const auto date = parse_partial_date(ui.state.date_text);  // "2024" is the last day of 2024
  ui.state.is_date_wrong = !date;
  if (date) ui.session.view.date = date->latest();
}

void draw_date_field(UiContext& ui) {
  ViewState& view = ui.session.view;
  const bool is_stale = ui.state.date_shown != view.date || ui.state.date_text.size() < 10;
  if (is_stale && !ImGui::IsAnyItemActive()) {
    ui.state.date_text = to_string(view.date);
    ui.state.date_shown = view.date;
    ui.state.is_date_wrong = false;
  }
  if (button(ui, "date.back", "‹")) run_action(ui.session, "date.back");
  tooltip(ui, ui.tr("action.date.back"));
  ImGui::SameLine(0, ui.px(4));
  ImGui::SetNextItemWidth(ui.px(108));
  if (ui.state.is_date_wrong) ImGui::PushStyleColor(ImGuiCol_Border, colour_u32(ui.session.theme().warning));
  const bool was_wrong = ui.state.is_date_wrong;
  if (ImGui::InputText("###date", &ui.state.date_text)) take_date(ui);
  if (was_wrong) ImGui::PopStyleColor();
  record(ui, ui.tr("top.date"), "input");
  tooltip(ui, ui.state.is_date_wrong ? ui.tr("top.date_wrong") : ui.tr("top.date_help"));
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "date.forward", "›")) run_action(ui.session, "date.forward");
  tooltip(ui, ui.tr("action.date.forward"));
  ImGui::SameLine(0, ui.px(4));
  action_button(ui, "date.today", Look::quiet);
  if (view.date == ui.session.network().as_of) return;
  ImGui::SameLine(0, ui.px(4));
  action_button(ui, "date.as_of", Look::quiet);
}

// The next item on this line if it fits, else at the beginning of the next.
void flow(UiContext& ui, float width, float gap) {
  ImGui::SameLine(0, gap);
  const float room = ImGui::GetWindowContentRegionMax().x - ImGui::GetCursorPosX();
  if (width > room) ImGui::SetCursorPos({ui.px(4), ImGui::GetCursorPosY() + ImGui::GetFrameHeight() + ui.px(4)});
}

float date_width(UiContext& ui) {
  float width = width_of("‹") + width_of("›") + ui.px(108 + 12) + width_of(ui.tr("action.date.today"));
  const bool is_another_day = ui.session.view.date != ui.session.network().as_of;
  if (is_another_day) width += width_of(ui.tr("action.date.as_of")) + ui.px(4);
  return width;
}

void draw_buttons(UiContext& ui, float gap) {
  const std::string language = ui.tr("top.other_language");
  const std::string theme = ui.tr(ui.session.view.is_dark ? "top.light" : "top.dark");
  flow(ui, width_of(language), gap);
  if (button(ui, "language", language, Look::quiet)) run_action(ui.session, "view.language");
  flow(ui, width_of(theme), gap);
  if (button(ui, "theme", theme)) run_action(ui.session, "view.theme");
  flow(ui, width_of(ui.tr("action.file.open")), gap);
  action_button(ui, "file.open");
  flow(ui, width_of(ui.tr("action.file.export")), gap);
  action_button(ui, "file.export", Look::accent);
}

float buttons_width(UiContext& ui, float gap) {
  float width = 4 * gap;
  for (const char* key : {"top.other_language", "action.file.open", "action.file.export"})
    width += width_of(ui.tr(key));
  return width + width_of(ui.tr(ui.session.view.is_dark ? "top.light" : "top.dark"));
}

}  // namespace

void draw_top_bar(UiContext& ui) {
  const float gap = ui.px(8);
  const bool has_document = ui.session.has_document();
  const float right = buttons_width(ui, gap) + (has_document ? date_width(ui) + gap : 0);
  const float start = ImGui::GetWindowContentRegionMax().x - right;
  const float y = ImGui::GetCursorPosY();
  const float brand_width = ui.px(124);
  draw_brand(ui);
  if (start > brand_width) {
    draw_network_name(ui, ImGui::GetWindowPos().x + start - gap);
    ImGui::SetCursorPos({start, y});
  } else {
    ImGui::SetCursorPos({brand_width, y});
  }
  if (has_document) draw_date_field(ui);
  draw_buttons(ui, gap);
  ui.state.top_height = ImGui::GetCursorPosY() + ui.px(4);
}

}  // namespace samverka
