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
  const auto date = parse_date(ui.state.date_text);
  ui.state.is_date_wrong = !date;
  if (date) ui.session.view.date = *date;
}

void draw_date_field(UiContext& ui) {
  ViewState& view = ui.session.view;
  if (ui.state.date_shown != view.date && !ImGui::IsAnyItemActive()) {
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
}

void open_dialog(UiContext& ui, UiState::Dialog dialog) {
  ui.state.dialog = dialog;
  ui.state.dialog_wants_focus = true;
  ui.state.path_text = dialog == UiState::Dialog::export_picture ? ui.tr("export.default_name") : "";
}

}  // namespace

void draw_top_bar(UiContext& ui) {
  const std::string language = ui.tr("top.other_language");
  const std::string theme = ui.tr(ui.session.view.is_dark ? "top.light" : "top.dark");
  const std::string open = ui.tr("top.open");
  const std::string save = ui.tr("top.export");
  const float gap = ui.px(8);
  const float date_width = width_of("‹") + width_of("›") + ui.px(108 + 12) + width_of(ui.tr("action.date.today"));
  const float right = width_of(language) + width_of(theme) + width_of(open) + width_of(save) + date_width + 6 * gap;
  const float start = ImGui::GetWindowWidth() - right - ImGui::GetStyle().WindowPadding.x;
  const float y = ImGui::GetCursorPosY();
  draw_brand(ui);
  draw_network_name(ui, ImGui::GetWindowPos().x + start - gap);
  ImGui::SetCursorPos({std::max(start, ui.px(120)), y});
  if (ui.session.has_document()) {
    draw_date_field(ui);
    ImGui::SameLine(0, 2 * gap);
  }
  if (button(ui, "language", language, Look::quiet)) run_action(ui.session, "view.language");
  ImGui::SameLine(0, 0);
  if (button(ui, "theme", theme)) run_action(ui.session, "view.theme");
  ImGui::SameLine(0, gap);
  if (button(ui, "open", open)) open_dialog(ui, UiState::Dialog::open);
  ImGui::SameLine(0, gap);
  ImGui::BeginDisabled(!ui.session.has_document());
  if (button(ui, "export", save, Look::accent)) open_dialog(ui, UiState::Dialog::export_picture);
  ImGui::EndDisabled();
}

}  // namespace samverka
