#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float least_search = 170;
constexpr float greatest_search = 420;

void draw_brand(UiContext& ui) {
  const Theme& theme = ui.session.theme();
  ImGui::PushFont(ui.fonts.brand);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(theme.accent));
  ImGui::TextUnformatted(ui.tr("app.name").c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

std::string network_name(const Session& session) {
  const Network& network = session.network();
  const std::string name = displayable(shortened(network.title.empty() ? network.id : network.title, 40));
  return is_unsaved(session) ? "* " + name : name;
}

std::string summary(const Session& session) {
  const Texts& texts = session.texts();
  return network_name(session) + " · " +
         texts.plural("top.actors", static_cast<long long>(session.network().actors.size())) + " · " +
         texts.plural("top.agreements", static_cast<long long>(session.network().agreements.size())) + "\n" +
         session.file();
}

void draw_network_name(UiContext& ui) {
  const std::string name = ui.session.has_document() ? network_name(ui.session) : ui.tr("ui.nothing_open");
  ImGui::SameLine(0, ui.px(10));
  if (drop_button(ui, "network", name, ui.px(230))) ImGui::OpenPopup("###file_menu");
  if (ui.session.has_document()) tooltip(ui, summary(ui.session));
  draw_file_menu(ui);
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

float date_width(UiContext& ui) {
  float width = button_width("‹") + button_width("›") + ui.px(108 + 12) + button_width(ui.tr("action.date.today"));
  const bool is_another_day = ui.session.view.date != ui.session.network().as_of;
  if (is_another_day) width += button_width(ui.tr("action.date.as_of")) + ui.px(4);
  return width;
}

const char* theme_key(const UiContext& ui) { return ui.session.view.is_dark ? "top.light" : "top.dark"; }

float buttons_width(UiContext& ui, float gap) {
  return button_width(ui.tr("top.other_language")) + button_width(ui.tr(theme_key(ui))) +
         button_width(ui.tr("action.file.export")) + 3 * gap;
}

void draw_buttons(UiContext& ui, float gap) {
  const std::string language = ui.tr("top.other_language");
  const std::string theme = ui.tr(theme_key(ui));
  flow(ui, button_width(language), gap);
  if (button(ui, "language", language, Look::quiet)) run_action(ui.session, "view.language");
  tooltip(ui, ui.tr("action.view.language"));
  flow(ui, button_width(theme), gap);
  if (button(ui, "theme", theme)) run_action(ui.session, "view.theme");
  tooltip(ui, ui.tr("action.view.theme") + "  " + chord_text(find_action("view.theme")->chord));
  flow(ui, button_width(ui.tr("action.file.export")), gap);
  action_button(ui, "file.export", Look::accent);
}

}  // namespace

// One row where there is room; else the search field and what stands right of it come on a second.
void draw_top_bar(UiContext& ui) {
  const float gap = ui.px(8);
  const float end = ImGui::GetWindowContentRegionMax().x;
  draw_brand(ui);
  ImGui::SameLine(0, gap);
  draw_menu(ui);
  draw_network_name(ui);
  const float right = buttons_width(ui, gap) + (ui.session.has_document() ? date_width(ui) : 0);
  const float room = end - ImGui::GetItemRectMax().x + ImGui::GetWindowPos().x - right - 3 * gap;
  const bool is_one_row = room > ui.px(least_search);
  if (is_one_row) {
    ImGui::SameLine(0, gap);
  } else {
    ImGui::NewLine();
  }
  draw_search_box(ui, is_one_row ? std::min(room, ui.px(greatest_search))
                                 : std::clamp(end - right - 2 * gap, ui.px(80), ui.px(greatest_search)));
  ImGui::SameLine(0, gap);
  ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), end - right));
  if (ui.session.has_document()) draw_date_field(ui);
  draw_buttons(ui, gap);
  ui.state.top_height = ImGui::GetCursorPosY() + ui.px(4);
}

}  // namespace samverka
