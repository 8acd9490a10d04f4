#include "ui/panels/export_data.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/filter_words.h"
#include "base/file_name.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

DataExportState& state_of(UiContext& ui) { return ui.state.files.data; }

// Beside the open network, so that nobody has to guess where it went; the user's own folder for a network that came
// with the program.
std::string proposed_file(const UiContext& ui, std::string_view ending) {
  const Session& session = ui.session;
  const std::string folder = session.file().find('/') == std::string::npos ? environment("PWD").value_or(".")
                                                                           : folder_of(absolute_path(session.file()));
  const bool is_bundled =
      absolute_path(bundled_file(session.assets(), name_of(session.file()))) == absolute_path(session.file());
  const std::string where = is_bundled ? environment("HOME").value_or(folder) : folder;
  return where + "/" + safe_file_name(session.document().network.id + "-data") + "." + std::string(ending);
}

// The path's ending and the format are one thing, wherever it is changed.
void choose_format(UiContext& ui, const ExportFormat& format) {
  std::string& path = ui.state.path_text;
  if (export_format_of_file(path)) path.resize(path.rfind('.'));
  path.append(".").append(format.ending);
  state_of(ui).request.format = format.ending;
}

void draw_formats(UiContext& ui) {
  heading(ui, ui.tr("out.dialog.format"));
  ExportRequest& request = state_of(ui).request;
  bool is_first = true;
  for (const ExportFormat& format : export_formats()) {
    if (!is_first) ImGui::SameLine(0, ui.px(6));
    is_first = false;
    const std::string ending(format.ending);
    if (button(ui, "format." + ending, ui.tr(format.name), Look::plain, request.format == format.ending))
      choose_format(ui, format);
  }
  if (const ExportFormat* chosen = export_format(request.format)) {
    muted(ui, ui.tr(chosen->full_name) + ". " + ui.tr(chosen->about));
  }
  if (request.format != "graphml") return;
  const std::string pairs = ui.tr("out.dialog.pairs");
  if (button(ui, "pairs", pairs, Look::plain, request.has_pairs)) request.has_pairs = !request.has_pairs;
  muted(ui, ui.tr("out.dialog.pairs_about"));
}

void draw_extent(UiContext& ui) {
  DataExportState& state = state_of(ui);
  heading(ui, ui.tr("out.dialog.what"));
  if (button(ui, "all", ui.tr("out.dialog.all"), Look::plain, !state.is_filtered)) state.is_filtered = false;
  ImGui::SameLine(0, ui.px(6));
  if (button(ui, "filtered", ui.tr("out.dialog.filtered"), Look::plain, state.is_filtered)) state.is_filtered = true;
  const std::string words = filter_in_words(ui.session.view.filter, ui.session.assets(), ui.session.texts());
  if (state.is_filtered) muted(ui, words.empty() ? ui.tr("out.dialog.no_filter") : shown_text(ui, words));
}

void draw_care(UiContext& ui) {
  ExportRequest& request = state_of(ui).request;
  heading(ui, ui.tr("out.about.sensitive"));
  if (request.format == "html") return muted(ui, ui.tr("out.dialog.page_about"));
  const bool is_out = request.sensitive == Sensitive::left_out;
  if (button(ui, "coarsened", ui.tr("out.dialog.coarsened"), Look::plain, !is_out)) {
    request.sensitive = Sensitive::coarsened;
  }
  ImGui::SameLine(0, ui.px(6));
  if (button(ui, "left_out", ui.tr("out.dialog.left_out"), Look::plain, is_out)) {
    request.sensitive = Sensitive::left_out;
  }
  muted(ui, ui.tr(is_out ? "out.dialog.left_out_about" : "out.dialog.coarsened_about"));
  if (button(ui, "small", ui.tr("out.dialog.small"), Look::plain, request.suppresses_small)) {
    request.suppresses_small = !request.suppresses_small;
  }
  tooltip(ui, ui.tr("out.about.small_why"));
}

bool draw_path(UiContext& ui) {
  heading(ui, ui.tr("out.dialog.file"));
  if (ui.state.dialog_wants_focus) ImGui::SetKeyboardFocusHere();
  ui.state.dialog_wants_focus = false;
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputText("###path", &ui.state.path_text,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  record(ui, ui.tr("ui.path"), "input");
  if (const ExportFormat* typed = export_format_of_file(ui.state.path_text)) {
    state_of(ui).request.format = typed->ending;
  }
  return entered;
}

// Why it cannot be saved under that name, or not without another press; empty where nothing stands in the way.
std::string in_the_way(const UiContext& ui) {
  const std::string& path = ui.state.path_text;
  const Texts& texts = ui.session.texts();
  if (!export_format_of_file(path)) return texts.tr("out.dialog.ending", {{"endings", export_endings()}});
  if (is_open_file(ui.session, path)) return texts.tr("out.dialog.open_file");
  if (!folder_exists(folder_of(absolute_path(path)))) return texts.tr("out.dialog.no_folder");
  return {};
}

bool is_replacing(const std::string& path) {
  const std::vector<std::string> paths = export_paths(path);
  return std::any_of(paths.begin(), paths.end(), [](const std::string& each) { return file_exists(each); });
}

// Starts writing, or leaves the dialog open with words about why not. True when it is done.
bool try_export_data(UiContext& ui) {
  const std::string& path = ui.state.path_text;
  if (!in_the_way(ui).empty()) return false;
  if (is_replacing(path) && ui.state.file_to_replace != path) {
    ui.state.file_to_replace = path;
    return false;
  }
  DataExportState& state = state_of(ui);
  ExportRequest request = state.request;
  request.language = ui.session.view.language;
  request.has_pairs = request.has_pairs && request.format == "graphml";
  if (state.is_filtered) request.filter = ui.session.view.filter;
  if (export_format(request.format)->is_of_a_day) request.on = ui.session.view.date;
  state.exporter.write(ui.session, std::move(request), path);
  return true;
}

}  // namespace

void begin_export_data(UiContext& ui) { ui.state.path_text = proposed_file(ui, state_of(ui).request.format); }

void draw_export_data(UiContext& ui) {
  if (!begin_dialog_window(ui, "###export_data", ui.tr("out.dialog.title"), {620})) return;
  draw_formats(ui);
  draw_extent(ui);
  draw_care(ui);
  const bool entered = draw_path(ui);
  const std::string words = in_the_way(ui);
  if (!words.empty()) {
    text(ui, displayable(words));
  } else if (ui.state.file_to_replace == ui.state.path_text) {
    text(ui, ui.tr("export.exists"));
  }
  muted(ui, ui.tr("out.dialog.contacts"));
  if (ui.session.view.mode != Mode::explore) muted(ui, ui.tr("out.dialog.facts"));
  begin_dialog_buttons(ui);
  const bool wanted = button(ui, "save", ui.tr("export.do"), Look::accent) || entered;
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  if ((wanted && try_export_data(ui)) || cancelled) close_dialog(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
