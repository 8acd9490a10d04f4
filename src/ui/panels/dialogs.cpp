#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/panels/place_chooser.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr Vec2 export_size{1920, 1080};

bool begin_popup(UiContext& ui, const char* id, std::string_view words, float width) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
  ImGui::SetNextWindowPos({display.x * 0.5F, display.y * 0.4F}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({std::min(ui.px(width), display.x - ui.px(20)), 0});
  const bool is_open = ImGui::BeginPopupModal(
      id, nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove);
  if (is_open) title(ui, words);
  return is_open;
}

void close(UiContext& ui) {
  ui.session.view.dialog = ViewState::Dialog::none;
  ImGui::CloseCurrentPopup();
}

// A line for a path; true when Enter is pressed in it.
bool path_field(UiContext& ui) {
  if (ui.state.dialog_wants_focus) ImGui::SetKeyboardFocusHere();
  ui.state.dialog_wants_focus = false;
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputText("###path", &ui.state.path_text,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  record(ui, ui.tr("ui.path"), "input");
  return entered;
}

void draw_open(UiContext& ui) {
  if (!begin_popup(ui, "###open", ui.tr("open.title"), 560)) return;
  muted(ui, ui.tr("open.help"));
  const bool entered = path_field(ui);
  std::string wanted = entered ? ui.state.path_text : "";
  heading(ui, ui.tr("open.bundled"));
  for (const char* name : {"sverige-2025.json", "exempellan-2025.json", "exempellan-2024.json"}) {
    const std::string file = bundled_file(ui.session.assets(), name);
    if (!file.empty() && link(ui, name, name)) wanted = file;
  }
  ImGui::Dummy({0, ui.px(6)});
  if (button(ui, "open.do", ui.tr("open.do"), Look::accent)) wanted = ui.state.path_text;
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  if (!wanted.empty()) ui.session.open_file(wanted);
  if (!wanted.empty() || cancelled) close(ui);
  ImGui::EndPopup();
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// Saves, or says in the dialog what stands in the way. True when the dialog is done.
bool try_export(UiContext& ui) {
  const std::string& path = ui.state.path_text;
  if (!ends_with(path, ".svg") && !ends_with(path, ".png")) return false;
  if (file_exists(path) && ui.state.file_to_replace != path) {
    ui.state.file_to_replace = path;
    return false;
  }
  ui.session.export_picture(path, export_size);
  return true;
}

void say_what_stands_in_the_way(UiContext& ui) {
  const std::string& path = ui.state.path_text;
  if (!ends_with(path, ".svg") && !ends_with(path, ".png")) {
    muted(ui, ui.tr("export.ending"));
  } else if (ui.state.file_to_replace == path) {
    text(ui, ui.tr("export.exists"));
  }
}

void draw_export(UiContext& ui) {
  if (!begin_popup(ui, "###export", ui.tr("export.title"), 560)) return;
  muted(ui, ui.tr("export.help"));
  const bool entered = path_field(ui);
  say_what_stands_in_the_way(ui);
  ImGui::Dummy({0, ui.px(6)});
  const bool wanted = button(ui, "export.do", ui.tr("export.do"), Look::accent) || entered;
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  if ((wanted && try_export(ui)) || cancelled) close(ui);
  ImGui::EndPopup();
}

// The line without the file's folder, which is the same for all and pushes the words out of sight.
std::string short_line(const Problem& problem, const Session& session) {
  Problem shown = problem;
  shown.file = shown.file.substr(shown.file.find_last_of('/') + 1);
  return displayable(session.told(shown));
}

void draw_problem_list(UiContext& ui) {
  if (!begin_popup(ui, "###problems", ui.tr("problems.title"), 1000)) return;
  const ReadReport& report = ui.session.report();
  ImGui::BeginChild("list", {0, std::min(ui.px(420), ImGui::GetIO().DisplaySize.y * 0.6F)}, true,
                    ImGuiWindowFlags_AlwaysUseWindowPadding);
  for (const Problem& problem : report.problems) {
    text(ui, short_line(problem, ui.session));
    ImGui::Dummy({0, ui.px(2)});
  }
  ImGui::EndChild();
  if (report.unlisted > 0) {
    muted(ui, ui.session.texts().tr("problem.more",
                                    {{"n", ui.session.texts().number(static_cast<long long>(report.unlisted))}}));
  }
  if (button(ui, "close", ui.tr("ui.close"), Look::accent)) close(ui);
  ImGui::EndPopup();
}

// A whole path, so that nobody has to guess where the picture went.
std::string proposed_picture(const UiContext& ui) {
  return environment("PWD").value_or(".") + "/" + ui.session.network().id + ".png";
}

}  // namespace

void begin_dialog(UiContext& ui) {
  ui.state.dialog_shown = ui.session.view.dialog;
  ui.state.dialog_wants_focus = true;
  ui.state.file_to_replace.clear();
  ui.state.path_text = ui.state.dialog_shown == ViewState::Dialog::export_picture ? proposed_picture(ui) : "";
}

void draw_dialogs(UiContext& ui) {
  switch (ui.session.view.dialog) {
    default:
      return;
    case ViewState::Dialog::open:
      return draw_open(ui);
    case ViewState::Dialog::export_picture:
      return draw_export(ui);
    case ViewState::Dialog::problems:
      return draw_problem_list(ui);
    case ViewState::Dialog::keys:
      return draw_key_sheet(ui);
    case ViewState::Dialog::palette:
      return draw_palette(ui);
    case ViewState::Dialog::place:
      return draw_place_dialog(ui);
  }
}

}  // namespace samverka
