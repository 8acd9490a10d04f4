#include <imgui.h>

#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/export_data.h"
#include "ui/panels/place_chooser.h"
#include "ui/ui.h"

namespace samverka {
void begin_dialog(UiContext& ui) {
  ui.state.dialog_shown = ui.session.view.dialog;
  ui.state.dialog_wants_focus = true;
  ui.state.file_to_replace.clear();
  ui.state.files.browser.reset();
  ui.state.path_text.clear();
  if (ui.state.dialog_shown == ViewState::Dialog::export_picture) begin_export(ui);
  if (ui.state.dialog_shown == ViewState::Dialog::export_data) begin_export_data(ui);
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
    case ViewState::Dialog::export_data:
      return draw_export_data(ui);
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
