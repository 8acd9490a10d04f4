#include "app/actions.h"

#include <algorithm>
#include <array>

#include "base/posix.h"

namespace samverka {
namespace {

bool always(const Session&) { return true; }
bool with_document(const Session& session) { return session.has_document(); }
bool with_selection(const Session& session) { return session.view.selection.kind != PickId::Kind::none; }

void zoom(Session& session, float factor) {
  Camera& camera = session.view.camera();
  camera = camera.zoomed_at(camera.viewport_px * 0.5F, factor);
  session.view.is_fitted() = false;
}

void step_date(Session& session, int months) {
  const Date stepped = add_months(session.view.date, months);
  if (is_calendar_day(stepped.year, stepped.month, stepped.day)) session.view.date = stepped;
}

template <ViewState::Dialog dialog>
void open_dialog(Session& session) {
  session.view.dialog = dialog;
}

template <Tab tab>
void open_tab(Session& session) {
  session.view.tab = tab;
}

template <bool PanelSizes::*is_there>
void toggle_panel(Session& session) {
  session.view.panels.*is_there = !(session.view.panels.*is_there);
}

// Opens the drawer on this, or closes it when it shows just that.
template <ViewState::Drawer drawer>
void toggle_drawer(Session& session) {
  session.view.drawer = session.view.drawer == drawer ? ViewState::Drawer::none : drawer;
}

constexpr auto table = std::to_array<Action>({
    {"file.open", "action.file.open", {'o', true}, always, open_dialog<ViewState::Dialog::open>},
    {"file.export", "action.file.export", {'e', true}, with_document, open_dialog<ViewState::Dialog::export_picture>},
    {"help.keys", "action.help.keys", {Chord::f1}, always, open_dialog<ViewState::Dialog::keys>},
    {"view.map", "action.view.map", {'3', true}, always, open_tab<Tab::map>},
    {"view.network", "action.view.network", {'4', true}, always, open_tab<Tab::network>},
    {"view.legend", "action.view.legend", {'b', true}, always, toggle_panel<&PanelSizes::has_legend>},
    {"view.inspector", "action.view.inspector", {'i', true}, always, toggle_panel<&PanelSizes::has_inspector>},
    {"view.reset_panels", "action.view.reset_panels", {}, always, [](Session& s) { s.view.panels = {}; }},
    {"view.zoom_in", "action.view.zoom_in", {'+', true}, with_document, [](Session& s) { zoom(s, 1.25F); }},
    {"view.zoom_out", "action.view.zoom_out", {'-', true}, with_document, [](Session& s) { zoom(s, 0.8F); }},
    {"view.fit", "action.view.fit", {'0', true}, with_document, [](Session& s) { s.view.wants_fit() = true; }},
    {"view.theme", "action.view.theme", {'d', true}, always, [](Session& s) { s.view.is_dark = !s.view.is_dark; }},
    {"view.language",
     "action.view.language",
     {},
     always,
     [](Session& s) { s.view.language = s.view.language == "sv" ? "en" : "sv"; }},
    {"view.unfold",
     "action.view.unfold",
     {},
     with_document,
     [](Session& s) { s.view.is_unfolded = !s.view.is_unfolded; }},
    {"view.layout", "action.view.layout", {'l', true}, with_document, [](Session& s) { s.rerun_layout(); }},
    {"date.back", "action.date.back", {}, with_document, [](Session& s) { step_date(s, -1); }},
    {"date.forward", "action.date.forward", {}, with_document, [](Session& s) { step_date(s, 1); }},
    {"date.today", "action.date.today", {}, with_document, [](Session& s) { s.view.date = today(); }},
    {"date.as_of", "action.date.as_of", {}, with_document, [](Session& s) { s.view.date = s.network().as_of; }},
    {"filter.clear",
     "action.filter.clear",
     {},
     with_document,
     [](Session& s) {
       s.view.filter = default_filter();
       s.view.hidden_groups.clear();
     }},
    {"select.none", "action.select.none", {'a', true, true}, with_selection, [](Session& s) { s.view.selection = {}; }},
    {"app.quit", "action.app.quit", {'q', true}, always, [](Session& s) { s.view.wants_quit = true; }},
});

}  // namespace

std::span<const Action> actions() { return table; }

const Action* find_action(std::string_view id) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Action& a) { return a.id == id; });
  return found == table.end() ? nullptr : &*found;
}

const Action* action_for(Chord chord) {
  if (chord.key == Chord::none) return nullptr;
  const auto found = std::find_if(table.begin(), table.end(), [&](const Action& a) { return a.chord == chord; });
  return found == table.end() ? nullptr : &*found;
}

bool run_action(Session& session, std::string_view id) {
  const Action* action = find_action(id);
  if (!action || !action->is_enabled(session)) return false;
  action->run(session);
  return true;
}

std::string chord_text(Chord chord) {
  if (chord.key == Chord::none) return {};
  std::string text = chord.ctrl ? "Ctrl+" : "";
  if (chord.shift) text += "Shift+";
  switch (chord.key) {
    case Chord::escape:
      return text + "Esc";
    case Chord::enter:
      return text + "Enter";
    case Chord::f1:
      return text + "F1";
    case Chord::f11:
      return text + "F11";
    default:
      break;
  }
  if (chord.key < 128) text += static_cast<char>(chord.key >= 'a' && chord.key <= 'z' ? chord.key - 32 : chord.key);
  return text;
}

}  // namespace samverka
