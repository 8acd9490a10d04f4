// Who a key is for: the list under a field, the picture, or the table of actions.
//
// ImGui moves between buttons by Tab and the arrows, and the picture is walked by the same keys. They go to the picture
// while it has them: from the start, after a click in it, and after F6; a click in a panel, or F6 again, gives them to
// the panels.
#include <imgui.h>

#include "app/selection.h"
#include "ui/panels.h"
#include "ui/panels/timeline_play.h"
#include "ui/places.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// Keys that buttons and fields answer to as well.
bool is_widget_key(Chord chord) {
  if (chord.ctrl) return false;
  switch (chord.key) {
    case Chord::tab:
    case Chord::enter:
    case Chord::left:
    case Chord::right:
    case Chord::up:
    case Chord::down:
    case Chord::space:
      return true;
    default:
      return false;
  }
}

// What a text field does with its own text: the network's Ctrl+A waits until nobody writes.
bool is_field_key(Chord chord) {
  constexpr std::string_view keys = "acvxyz";
  return chord.ctrl && chord.key > 0 && chord.key < 128 && keys.find(static_cast<char>(chord.key)) != keys.npos;
}

}  // namespace

bool Ui::picture_has_keys() const {
  const ViewState& view = session_.view;
  return state_.picture_has_keys && view.is_picture() && view.dialog == ViewState::Dialog::none && !is_popup_open_ &&
         !ImGui::GetIO().WantTextInput;
}

void Ui::give_keys_by_click(const Places& at) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  state_.is_by_keys = false;
  const Vec2 mouse{io.MousePos.x, io.MousePos.y};
  const bool is_in_panel = (at.has_legend && at.legend.contains(mouse)) ||
                           (at.has_inspector && at.inspector.contains(mouse)) ||
                           (at.has_drawer && at.drawer.contains(mouse));
  if (is_in_panel) state_.picture_has_keys = false;
  if (canvas_->area().contains(mouse)) state_.picture_has_keys = true;
}

void Ui::take_keys() {
  UiContext ui{session_, state_, fonts_, scale_, items_};
  for (const Chord chord : std::exchange(pressed_, {})) {
    state_.is_by_keys |= is_widget_key(chord) || chord.key == Chord::f6;
    if (take_search_key(ui, chord) || take_palette_key(ui, chord) || take_play_key(ui, chord)) continue;
    if (chord.key == Chord::escape) {
      escape();
    } else if (chord.key == Chord::f6) {
      state_.picture_has_keys = !state_.picture_has_keys;
    } else {
      take_action_key(chord);
    }
  }
}

void Ui::take_action_key(Chord chord) {
  const Action* action = action_for(chord);
  const bool is_typing = ImGui::GetIO().WantTextInput;
  if (!action || (is_typing && (!chord.ctrl || is_field_key(chord)))) return;
  if (is_widget_key(chord) && !picture_has_keys()) return;
  // A dialog covers what the other actions would change, and a question waits for its answer.
  using Dialog = ViewState::Dialog;
  const Dialog dialog = session_.view.dialog;
  if (dialog == Dialog::quit || dialog == Dialog::recover || dialog == Dialog::changed_on_disk) return;
  const bool is_covered = action->id.starts_with("select.") || action->id.starts_with("change.");
  if (dialog != Dialog::none && (!chord.ctrl || is_covered)) return;
  run_action(session_, action->id);
}

// One thing a press: what is being drawn with the mouse, the dialog, the notice, the panel over a narrow window, the
// work under way, the selection and the way drawn through it, the neighbourhood.
void Ui::escape() {
  if (canvas_->cancel_drag() || stop_play(state_.timeline)) return;
  if (state_.table.editing.is_open && session_.view.dialog == ViewState::Dialog::none) {
    state_.table.editing.close();
    return;
  }
  if (session_.view.dialog != ViewState::Dialog::none) {
    answer_cancel(session_);
  } else if (state_.filter_panel.take_back_words()) {
    return;
  } else if (session_.notice()) {
    session_.set_notice(std::nullopt);
  } else if (state_.is_narrow && state_.side != UiState::Side::none) {
    state_.side = UiState::Side::none;
  } else if (session_.layout_job().is_running()) {
    session_.layout_job().cancel();
  } else if (!run_action(session_, "select.none") && !run_action(session_, "near.no_way")) {
    if (!run_action(session_, "near.all")) run_action(session_, "date.no_period");
  }
}

}  // namespace samverka
