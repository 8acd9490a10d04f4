#include <imgui.h>
#include <imgui_stdlib.h>

#include "base/posix.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/place_chooser.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr Vec2 export_size{1920, 1080};

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
  if (!begin_dialog_window(ui, "###export", ui.tr("export.title"), {560})) return;
  muted(ui, ui.tr("export.help"));
  const bool entered = path_field(ui);
  say_what_stands_in_the_way(ui);
  ImGui::Dummy({0, ui.px(6)});
  const bool wanted = button(ui, "export.do", ui.tr("export.do"), Look::accent) || entered;
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  if ((wanted && try_export(ui)) || cancelled) close_dialog(ui);
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
  ui.state.files.browser.reset();
  ui.state.path_text = ui.state.dialog_shown == ViewState::Dialog::export_picture ? proposed_picture(ui) : "";
}

void draw_dialogs(UiContext& ui) {
  switch (ui.session.view.dialog) {
    default:
      return;
    case ViewState::Dialog::open:
    case ViewState::Dialog::save_as:
    case ViewState::Dialog::open_rules:
    case ViewState::Dialog::save_questions:
    case ViewState::Dialog::report:
    case ViewState::Dialog::open_answers:
    case ViewState::Dialog::open_compared:
    case ViewState::Dialog::open_merge_base:
    case ViewState::Dialog::open_merge_theirs:
    case ViewState::Dialog::export_snapshot:
      return draw_file_dialog(ui);
    case ViewState::Dialog::answers:
      return draw_answers(ui);
    case ViewState::Dialog::evidence:
      return draw_evidence(ui);
    case ViewState::Dialog::edit_row:
    case ViewState::Dialog::new_actor:
    case ViewState::Dialog::new_agreement:
      return draw_row_form(ui);
    case ViewState::Dialog::merge_actors:
      return draw_merge_actors(ui);
    case ViewState::Dialog::paste_table:
      return draw_paste(ui);
    case ViewState::Dialog::edit_several:
      return draw_edit_several(ui);
    case ViewState::Dialog::export_picture:
      return draw_export(ui);
    case ViewState::Dialog::filter_builder:
      return draw_filter_builder(ui);
    case ViewState::Dialog::views:
      return draw_saved_views(ui);
    case ViewState::Dialog::snapshots:
      return draw_snapshots(ui);
    case ViewState::Dialog::merge:
      return draw_merge(ui);
    case ViewState::Dialog::settings:
      return draw_settings(ui);
    case ViewState::Dialog::quit:
      return draw_quit(ui);
    case ViewState::Dialog::recover:
      return draw_recover(ui);
    case ViewState::Dialog::changed_on_disk:
      return draw_changed_on_disk(ui);
    case ViewState::Dialog::keys:
      return draw_key_sheet(ui);
    case ViewState::Dialog::palette:
      return draw_palette(ui);
    case ViewState::Dialog::place:
      return draw_place_dialog(ui);
  }
}

}  // namespace samverka
