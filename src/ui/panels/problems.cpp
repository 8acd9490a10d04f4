// Everything that was found wrong with the open files: a line each, and a click leads to what it is about.
#include <imgui.h>

#include <algorithm>

#include "app/problem_target.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Shown = FilePanels::Problems;

std::vector<const Problem*> shown_problems(const UiContext& ui) {
  std::vector<const Problem*> all = all_problems(ui.session);
  const Shown shown = ui.state.files.problems;
  std::erase_if(all, [shown](const Problem* p) {
    return shown != Shown::all && (p->severity == Severity::error) != (shown == Shown::errors);
  });
  return all;
}

void kind_button(UiContext& ui, const char* key, std::size_t count, Shown shown) {
  const std::string words = ui.tr(key) + " " + ui.session.texts().number(static_cast<long long>(count));
  if (button(ui, key, words, Look::quiet, ui.state.files.problems == shown)) ui.state.files.problems = shown;
  ImGui::SameLine(0, ui.px(4));
}

void copy_all(const UiContext& ui, const std::vector<const Problem*>& problems) {
  std::string lines;
  for (const Problem* problem : problems) lines += ui.session.told(*problem) + "\n";
  ImGui::SetClipboardText(lines.c_str());
}

// The numbers are of the whole file, also of what has no room in the list.
void draw_head(UiContext& ui, const std::vector<const Problem*>& problems) {
  const ReadReport& report = ui.session.report();
  const auto& others = ui.session.files().problems;
  const auto is_error = [](const Problem& p) { return p.severity == Severity::error; };
  const auto more_errors = static_cast<std::size_t>(std::count_if(others.begin(), others.end(), is_error));
  const std::size_t errors = report.error_count + more_errors;
  const std::size_t warnings = report.warning_count + others.size() - more_errors;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(2)});
  kind_button(ui, "problems.all", errors + warnings, Shown::all);
  kind_button(ui, "problems.errors", errors, Shown::errors);
  kind_button(ui, "problems.warnings", warnings, Shown::warnings);
  const std::string copy = ui.tr("problems.copy_all");
  ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetWindowContentRegionMax().x - button_width(copy)));
  ImGui::BeginDisabled(problems.empty());
  if (button(ui, "copy_all", copy, Look::quiet)) copy_all(ui, problems);
  ImGui::EndDisabled();
  ImGui::PopStyleVar();
}

void show_target(Session& session, PickId target) {
  if (target.kind == PickId::Kind::none) return;
  session.view.selection = target;
  session.view.also_selected.clear();
  session.view.wants_fit_selection = session.view.is_picture();
}

void cell(std::string_view words, Rgba colour) {
  ImGui::TableNextColumn();
  const std::string fit = fitting(words, ImGui::GetContentRegionAvail().x);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(colour));
  ImGui::TextUnformatted(fit.data(), fit.data() + fit.size());
  ImGui::PopStyleColor();
}

std::string place_of(const Problem& problem, const Session& session) {
  std::string place = problem.file == session.file() ? "" : displayable(name_of(problem.file));
  if (problem.line == 0) return place;
  if (!place.empty()) place += " ";
  return place + session.texts().number(static_cast<long long>(problem.line));
}

void draw_row(UiContext& ui, const Problem& problem, std::size_t index) {
  const Theme& theme = ui.session.theme();
  const bool is_error = problem.severity == Severity::error;
  const PickId target = target_of(problem, ui.session);
  const std::string words = words_of(problem, ui.session);
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushID(static_cast<int>(index));
  const bool is_chosen = ui.state.files.chosen_problem == index;
  if (ImGui::Selectable("###row", is_chosen,
                        ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap)) {
    ui.state.files.chosen_problem = index;
    show_target(ui.session, target);
  }
  record(ui, words, "problem", is_chosen);
  if (ImGui::IsItemHovered()) {
    tooltip(ui, words + "\n" + ui.tr(target.kind == PickId::Kind::none ? "problems.no_target" : "problems.go"));
  }
  ImGui::SameLine(0, 0);
  const float r = ui.px(4);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_symbol(is_error ? Symbol::square : Symbol::triangle, {at.x + r, at.y + ImGui::GetTextLineHeight() / 2}, r,
              is_error ? theme.warning : theme.muted, is_error);
  ImGui::Dummy({r * 2 + ui.px(5), 1});
  ImGui::SameLine(0, 0);
  ImGui::TextUnformatted(ui.tr(is_error ? "problems.error" : "problems.warning").c_str());
  cell(problem.code, theme.muted);
  cell(place_of(problem, ui.session), theme.muted);
  cell(words, theme.text);
  ImGui::TableNextColumn();
  if (ImGui::SmallButton((ui.tr("problems.copy") + "###copy").c_str())) {
    ImGui::SetClipboardText(ui.session.told(problem).c_str());
  }
  record(ui, ui.tr("problems.copy"), "button");
  ImGui::PopID();
}

void set_up_columns(UiContext& ui) {
  const auto fixed = [&](const char* key, float width) {
    ImGui::TableSetupColumn(ui.tr(key).c_str(), ImGuiTableColumnFlags_WidthFixed, ui.px(width));
  };
  ImGui::TableSetupScrollFreeze(0, 1);
  fixed("problems.kind", 80);
  fixed("problems.code", 92);
  fixed("problems.line", 92);
  ImGui::TableSetupColumn(ui.tr("problems.words").c_str(), ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, button_width(ui.tr("problems.copy")));
  ImGui::TableHeadersRow();
}

void draw_rows(UiContext& ui, const std::vector<const Problem*>& problems) {
  const auto flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX;
  const std::size_t unlisted = ui.session.report().unlisted;
  const float below = unlisted > 0 ? ImGui::GetTextLineHeightWithSpacing() : 0;
  const float height = ImGui::GetContentRegionAvail().y - below;
  if (height > ui.px(24) && ImGui::BeginTable("problems", 5, flags, {0, height})) {
    set_up_columns(ui);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(problems.size()));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        draw_row(ui, *problems[static_cast<std::size_t>(i)], static_cast<std::size_t>(i));
      }
    }
    ImGui::EndTable();
  }
  if (unlisted == 0) return;
  muted(ui,
        ui.session.texts().tr("problem.more", {{"n", ui.session.texts().number(static_cast<long long>(unlisted))}}));
}

}  // namespace

void draw_problem_list(UiContext& ui) {
  const std::vector<const Problem*> problems = shown_problems(ui);
  ImGui::PushFont(ui.fonts.small);
  draw_head(ui, problems);
  if (problems.empty()) {
    muted(ui, ui.tr(ui.session.has_document() ? "problems.none" : "ui.nothing_open"));
  } else {
    draw_rows(ui, problems);
  }
  ImGui::PopFont();
}

}  // namespace samverka
