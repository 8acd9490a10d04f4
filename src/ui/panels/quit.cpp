// What is asked before something would be lost.
#include <imgui.h>

#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/panels/compare.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

std::string file_name(const UiContext& ui) { return displayable(shortened(name_of(ui.session.file()), 80)); }

void cancel_button(UiContext& ui) {
  ImGui::SameLine();
  if (!button(ui, "cancel", ui.tr("ui.cancel"))) return;
  answer_cancel(ui.session);
  ImGui::CloseCurrentPopup();
}

// Reading the file again is what loses the changes, so there is nothing to save first.
void draw_reload_question(UiContext& ui) {
  text(ui, ui.session.texts().tr("quit.reload", {{"file", file_name(ui)}}));
  begin_dialog_buttons(ui);
  if (button(ui, "reload", ui.tr("quit.reload.do"), Look::accent)) {
    answer_discard(ui.session);
    ImGui::CloseCurrentPopup();
  }
  cancel_button(ui);
}

void draw_question(UiContext& ui) {
  text(ui, ui.session.texts().tr("quit.unsaved", {{"file", file_name(ui)}}));
  begin_dialog_buttons(ui);
  if (button(ui, "save", ui.tr("action.file.save"), Look::accent)) {
    ImGui::CloseCurrentPopup();
    answer_save(ui.session);
  }
  ImGui::SetItemDefaultFocus();
  ImGui::SameLine();
  if (button(ui, "discard", ui.tr("quit.discard"))) {
    ImGui::CloseCurrentPopup();
    answer_discard(ui.session);
  }
  cancel_button(ui);
}

}  // namespace

void draw_quit(UiContext& ui) {
  if (!begin_dialog_window(ui, "###quit", ui.tr("quit.title"), {480})) return;
  if (ui.session.files().next == FileState::Next::reload) {
    draw_reload_question(ui);
  } else {
    draw_question(ui);
  }
  ImGui::EndPopup();
}

void draw_changed_on_disk(UiContext& ui) {
  if (!begin_dialog_window(ui, "###changed", ui.tr("changed.title"), {690})) return;
  const bool is_there = file_exists(ui.session.file());
  text(ui, ui.session.texts().tr(is_there ? "changed.text" : "changed.gone", {{"file", file_name(ui)}}));
  begin_dialog_buttons(ui);
  if (button(ui, "other", ui.tr("action.file.save_as"), Look::accent)) {
    ImGui::CloseCurrentPopup();
    ui.session.view.dialog = ViewState::Dialog::save_as;
  }
  ImGui::SameLine();
  if (button(ui, "overwrite", ui.tr(is_there ? "changed.overwrite" : "changed.again"))) {
    ImGui::CloseCurrentPopup();
    answer_overwrite(ui.session);
  }
  if (is_there) {
    ImGui::SameLine();
    if (button(ui, "reload", ui.tr("quit.reload.do"))) {
      ImGui::CloseCurrentPopup();
      ui.session.files().next = FileState::Next::reload;
      answer_discard(ui.session);
    }
    ImGui::SameLine();
    if (button(ui, "differences", ui.tr("changed.differences"))) {
      ImGui::CloseCurrentPopup();
      answer_cancel(ui.session);
      compare_with_present(ui, {VersionChoice::Kind::file, 0, ui.session.file()});
    }
  }
  cancel_button(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
