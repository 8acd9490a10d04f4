#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <map>

#include "analysis/timeline.h"
#include "app/places.h"
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
  const std::string kept = session.files().is_held_elsewhere ? session.texts().tr("top.read_only") + " · " : "";
  return (is_unsaved(session) ? "* " : "") + kept + name;
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

// The planner's own place, or the way to choose one.
void draw_place(UiContext& ui) {
  if (!ui.session.has_document()) return;
  const std::string place = place_name(ui.session, ui.session.view.own_place);
  ImGui::SameLine(0, ui.px(4));
  const std::string words =
      place.empty() ? ui.tr("top.choose_place") : ui.session.texts().tr("top.own_place", {{"place", place}});
  if (drop_button(ui, "place", words, ui.px(160))) {
    run_action(ui.session, "view.place");
  }
  tooltip(ui, ui.tr("top.place_help"));
}

// "2026-03-31 Sista dag för verksamhetsrapporten", or how many of a kind.
std::string passed_in_words(const Session& session, const std::vector<Dated>& passed) {
  const Network& network = session.network();
  std::string words;
  std::map<DatedKind, long long> counts;
  for (const Dated& one : passed) {
    ++counts[one.kind];
    if (one.kind != DatedKind::milestone) continue;
    words += "\n" + to_string(one.date) + " " + displayable(shortened(network.milestones[one.which].title, 90));
  }
  const Texts& texts = session.texts();
  if (counts[DatedKind::duty] > 0) words += "\n" + texts.plural("top.passed_duties", counts[DatedKind::duty]);
  if (counts[DatedKind::ends] > 0) words += "\n" + texts.plural("top.passed_ends", counts[DatedKind::ends]);
  if (counts[DatedKind::review] > 0) words += "\n" + texts.plural("top.passed_reviews", counts[DatedKind::review]);
  return words;
}

// Worked out when the day, the document or the language is another.
const UiState::Passed& passed_since(UiContext& ui) {
  UiState::Passed& passed = ui.state.passed;
  const Session& session = ui.session;
  const std::string& language = session.view.language;
  const bool is_same =
      passed.document == session.document_revision() && passed.day == session.view.date && passed.language == language;
  if (is_same) return passed;
  const std::vector<Dated> found = passed_between(session.network(), session.network().as_of, session.view.date);
  passed = {session.document_revision(), session.view.date, language, "", ""};
  if (found.empty()) return passed;
  passed.count = session.texts().plural("top.passed", static_cast<long long>(found.size()));
  passed.words = session.texts().tr("top.passed_since", {{"date", to_string(session.network().as_of)}}) +
                 passed_in_words(session, found);
  return passed;
}

void draw_passed(UiContext& ui) {
  const UiState::Passed& passed = passed_since(ui);
  if (passed.count.empty()) return;
  ImGui::SameLine(0, ui.px(4));
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
  if (button(ui, "passed", passed.count, Look::quiet)) run_action(ui.session, "view.timeline");
  ImGui::PopStyleColor();
  tooltip(ui, passed.words);
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
  draw_passed(ui);
}

float date_width(UiContext& ui) {
  float width = button_width("‹") + button_width("›") + ui.px(108 + 12) + button_width(ui.tr("action.date.today"));
  const bool is_another_day = ui.session.view.date != ui.session.network().as_of;
  if (is_another_day) width += button_width(ui.tr("action.date.as_of")) + ui.px(4);
  const std::string& passed = passed_since(ui).count;
  if (!passed.empty()) width += button_width(passed) + ui.px(4);
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
  draw_place(ui);
  const float right = buttons_width(ui, gap) + (ui.session.has_document() ? date_width(ui) : 0);
  const float room = end - ImGui::GetItemRectMax().x + ImGui::GetWindowPos().x - right - 3 * gap;
  const bool is_one_row = room > ui.px(least_search);
  if (is_one_row) ImGui::SameLine(0, gap);
  draw_search_box(ui, is_one_row ? std::min(room, ui.px(greatest_search))
                                 : std::clamp(end - right - 2 * gap, ui.px(80), ui.px(greatest_search)));
  ImGui::SameLine(0, gap);
  ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), end - right));
  if (ui.session.has_document()) draw_date_field(ui);
  draw_buttons(ui, gap);
  ui.state.top_height = ImGui::GetCursorPosY() + ui.px(4);
}

}  // namespace samverka
