#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr Vec2 export_size{1920, 1080};

bool begin_dialog(UiContext& ui, const char* id, std::string_view words, float width) {
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
  ui.state.dialog = UiState::Dialog::none;
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
  if (!begin_dialog(ui, "###open", ui.tr("open.title"), 560)) return;
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

void draw_export(UiContext& ui) {
  if (!begin_dialog(ui, "###export", ui.tr("export.title"), 560)) return;
  muted(ui, ui.tr("export.help"));
  const bool entered = path_field(ui);
  ImGui::Dummy({0, ui.px(6)});
  const bool wanted = button(ui, "export.do", ui.tr("export.do"), Look::accent) || entered;
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  const bool has_name = !ui.state.path_text.empty();
  if (wanted && has_name) ui.session.export_picture(ui.state.path_text, export_size);
  if ((wanted && has_name) || cancelled) close(ui);
  ImGui::EndPopup();
}

void draw_problem_list(UiContext& ui) {
  if (!begin_dialog(ui, "###problems", ui.tr("problems.title"), 900)) return;
  const ReadReport& report = ui.session.report();
  ImGui::BeginChild("list", {0, ui.px(360)}, true);
  ImGuiListClipper clipper;  // a thousand lines cost what is seen of them
  clipper.Begin(static_cast<int>(report.problems.size()));
  while (clipper.Step()) {
    for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
      const std::string line = problem_line(report.problems[static_cast<std::size_t>(row)], ui.session.texts());
      ImGui::TextUnformatted(line.c_str());
    }
  }
  ImGui::EndChild();
  if (report.unlisted > 0) {
    muted(ui, ui.session.texts().tr("problem.more",
                                    {{"n", ui.session.texts().number(static_cast<long long>(report.unlisted))}}));
  }
  if (button(ui, "close", ui.tr("ui.close"), Look::accent)) close(ui);
  ImGui::EndPopup();
}

}  // namespace

void draw_dialogs(UiContext& ui) {
  switch (ui.state.dialog) {
    case UiState::Dialog::none:
      return;
    case UiState::Dialog::open:
      return draw_open(ui);
    case UiState::Dialog::export_picture:
      return draw_export(ui);
    case UiState::Dialog::problems:
      return draw_problem_list(ui);
  }
}

}  // namespace samverka
