#include "app/actions.h"

#include <algorithm>
#include <array>

#include "app/look_through.h"
#include "app/period.h"
#include "app/pinned.h"
#include "app/selection.h"
#include "app/walk.h"
#include "base/posix.h"

namespace samverka {
namespace {

bool always(const Session&) { return true; }
bool with_document(const Session& session) { return session.has_document(); }
bool with_table(const Session& session) { return session.has_document() && session.view.tab == Tab::table; }
bool with_selection(const Session& session) { return session.view.selection.kind != PickId::Kind::none; }
bool can_edit(const Session& session) {
  const PickId::Kind kind = session.view.selection.kind;
  if (session.is_comparing()) return false;  // what is seen is two networks, and neither of them
  return session.view.also_selected.empty() && (kind == PickId::Kind::actor || kind == PickId::Kind::agreement);
}
bool with_rows_selected(const Session& session) {
  const std::vector<PickId> all = session.view.selected();
  return std::any_of(all.begin(), all.end(), [](PickId pick) {
    return pick.kind == PickId::Kind::actor || pick.kind == PickId::Kind::agreement;
  });
}
bool with_table_selection(const Session& session) { return with_table(session) && with_rows_selected(session); }
// In the table, the cell; elsewhere the form of the row.
bool can_edit_here(const Session& session) { return with_table(session) || can_edit(session); }
bool with_hidden(const Session& session) { return !session.view.hidden.empty(); }
bool with_focus(const Session& session) { return !session.view.focus.of.empty(); }
bool with_route(const Session& session) { return !session.view.path.empty(); }

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

// In the table a cell, elsewhere the form of the row.
void edit_here(Session& session) {
  if (with_table(session)) {
    session.view.wants_cell = true;
  } else {
    open_dialog<ViewState::Dialog::edit_row>(session);
  }
}

template <Tab tab>
void open_tab(Session& session) {
  session.view.tab = tab;
}

template <Mode mode>
void set_mode(Session& session) {
  session.view.mode = mode;
}

// Its panel stands where the facts do: there must be one.
void toggle_what_if(Session& session) {
  ViewState& view = session.view;
  view.mode = view.mode == Mode::what_if ? Mode::explore : Mode::what_if;
  if (view.mode == Mode::what_if) view.panels.has_inspector = true;
}

void toggle_compare(Session& session) {
  ViewState& view = session.view;
  view.mode = view.mode == Mode::compare ? Mode::explore : Mode::compare;
  if (view.mode == Mode::compare) view.panels.has_inspector = true;
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

// Ways and comparisons need more room than the drawer's usual.
void toggle_ways(Session& session) {
  constexpr float height = 260;
  toggle_drawer<ViewState::Drawer::ways>(session);
  float& drawer = session.view.panels.drawer;
  if (session.view.drawer == ViewState::Drawer::ways) drawer = std::max(drawer, height);
}

// An answer needs more room than the drawer's other faces.
void toggle_questions(Session& session) {
  constexpr float height = 300;
  toggle_drawer<ViewState::Drawer::questions>(session);
  float& drawer = session.view.panels.drawer;
  if (session.view.drawer == ViewState::Drawer::questions) drawer = std::max(drawer, height);
}

void toggle_focus(Session& session) {
  if (session.view.focus.of.empty()) {
    set_focus(session, 1);
  } else {
    clear_focus(session);
  }
}

// ---- the map tab ----

// What is coloured by a number and by structures cannot be told apart: one of them at a time.
template <MapLook::Fill fill>
void colour_map(Session& session) {
  session.view.tab = Tab::map;
  session.view.map_look = {fill, false};
}

void toggle_support(Session& session) {
  session.view.map_look = {MapLook::Fill::none, !session.view.map_look.shows_support};
}

// ---- perspectives ----

constexpr char p1[] = "P1", p2[] = "P2", p3[] = "P3";

bool with_lens(const Session& session) { return !session.view.lens.empty(); }

template <const char* perspective>
bool has_perspective(const Session& session) {
  return session.has_document() && session.taxonomy().perspectives.has(perspective);
}

template <const char* perspective>
void look_through_one(Session& session) {
  look_through(session, perspective);
}

// ---- the network tab ----

void by_agreements(Session& session) {
  session.view.network_look.is_actors_only = false;
  session.set_collapse(CollapseBy::none);
}

void actors_only(Session& session) {
  session.view.network_look.is_actors_only = true;
  session.set_collapse(CollapseBy::none);
}

template <CollapseBy by>
void collapse_by(Session& session) {
  session.set_collapse(by);
}

bool can_ring(const Session& session) {
  if (!session.has_document()) return false;
  return session.view.network_look.has_rings || !session.key_of(session.view.selection).empty();
}

// Around the selected one; again, and they are gone.
void toggle_rings(Session& session) {
  session.set_ring_centre(session.view.network_look.has_rings ? Key() : session.key_of(session.view.selection));
}

bool has_units_selected(const Session& session) {
  if (!session.has_document() || session.view.selection.kind != PickId::Kind::actor) return false;
  return session.has_units(session.key_of(session.view.selection));
}

// What comes out is what is on screen: where no picture is, the map comes first.
void open_export(Session& session) {
  if (!session.view.is_picture() && session.view.tab != Tab::matrix) session.view.tab = Tab::map;
  session.view.dialog = ViewState::Dialog::export_picture;
}

constexpr auto table = std::to_array<Action>({
    {"file.open", "action.file.open", {'o', true}, always, open_dialog<ViewState::Dialog::open>},
    {"file.report", "action.file.report", {'r', true, true}, with_document, open_dialog<ViewState::Dialog::report>},
    {"file.reload", "action.file.reload", {'r', true}, with_document, ask_to_reload},
    {"file.save", "action.file.save", {'s', true}, with_document, save},
    {"file.save_as", "action.file.save_as", {'s', true, true}, with_document, open_dialog<ViewState::Dialog::save_as>},
    {"file.previous", "action.file.previous", {}, has_previous_version, go_back_to_previous},
    {"file.close", "action.file.close", {'w', true}, with_document, ask_to_close},
    {"file.settings", "action.file.settings", {',', true}, always, open_dialog<ViewState::Dialog::settings>},
    {"file.snapshots",
     "action.file.snapshots",
     {'o', true, true},
     with_document,
     open_dialog<ViewState::Dialog::snapshots>},
    {"file.views", "action.file.views", {'v', true, true}, with_document, open_dialog<ViewState::Dialog::views>},
    {"file.merge", "action.file.merge", {}, with_document, open_dialog<ViewState::Dialog::open_merge_theirs>},
    {"file.export", "action.file.export", {'e', true}, with_document, open_export},
    {"file.export_data",
     "out.action",
     {'x', true, true},
     with_document,
     open_dialog<ViewState::Dialog::export_data>},
    {"change.undo",
     "action.change.undo",
     {'z', true},
     [](const Session& s) { return s.history().to_undo() != nullptr; },
     [](Session& s) { s.undo(); }},
    {"change.redo",
     "action.change.redo",
     {'z', true, true},
     [](const Session& s) { return s.history().to_redo() != nullptr; },
     [](Session& s) { s.redo(); }},
    {"mode.explore", "action.mode.explore", {}, with_document, set_mode<Mode::explore>},
    {"mode.what_if", "action.mode.what_if", {'j', true, true}, with_document, toggle_what_if},
    {"mode.compare", "action.mode.compare", {'k', true, true}, with_document, toggle_compare},
    {"help.palette", "action.help.palette", {'k', true}, always, open_dialog<ViewState::Dialog::palette>},
    {"help.questions", "action.help.questions", {'j', true}, with_document, toggle_questions},
    {"help.keys", "action.help.keys", {Chord::f1}, always, open_dialog<ViewState::Dialog::keys>},
    {"view.home", "action.view.home", {'1', true}, always, open_tab<Tab::home>},
    {"view.agreement", "action.view.agreement", {'2', true}, always, open_tab<Tab::agreement>},
    {"view.place", "action.view.place", {}, with_document, open_dialog<ViewState::Dialog::place>},
    {"view.map", "action.view.map", {'3', true}, always, open_tab<Tab::map>},
    {"view.network", "action.view.network", {'4', true}, always, open_tab<Tab::network>},
    {"view.matrix", "action.view.matrix", {'5', true}, always, open_tab<Tab::matrix>},
    {"view.table", "action.view.table", {'6', true}, always, open_tab<Tab::table>},
    {"view.support", "action.view.support", {'7', true}, always, open_tab<Tab::support>},
    {"view.gaps", "action.view.gaps", {'8', true}, always, open_tab<Tab::gaps>},
    {"view.legend", "action.view.legend", {'b', true}, always, toggle_panel<&PanelSizes::has_legend>},
    {"view.inspector", "action.view.inspector", {'i', true}, always, toggle_panel<&PanelSizes::has_inspector>},
    {"view.timeline", "action.view.timeline", {'t', true}, always, toggle_drawer<ViewState::Drawer::timeline>},
    {"view.notes", "deep_action.notes", {}, with_document, toggle_drawer<ViewState::Drawer::notes>},
    {"view.reset_panels", "action.view.reset_panels", {}, always, [](Session& s) { s.view.panels = {}; }},
    {"view.problems", "action.view.problems", {}, always, toggle_drawer<ViewState::Drawer::problems>},
    {"view.jobs", "action.view.jobs", {}, always, toggle_drawer<ViewState::Drawer::jobs>},
    {"view.fullscreen",
     "action.view.fullscreen",
     {Chord::f11},
     always,
     [](Session& s) { s.view.is_fullscreen = !s.view.is_fullscreen; }},
    {"view.zoom_in", "action.view.zoom_in", {'+', true}, with_document, [](Session& s) { zoom(s, 1.25F); }},
    {"view.zoom_out", "action.view.zoom_out", {'-', true}, with_document, [](Session& s) { zoom(s, 0.8F); }},
    {"view.fit", "action.view.fit", {'0', true}, with_document, [](Session& s) { s.view.wants_fit() = true; }},
    {"view.theme", "action.view.theme", {'d', true, true}, always, [](Session& s) { s.view.is_dark = !s.view.is_dark; }},
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
    {"network.by_agreements", "action.network.by_agreements", {}, with_document, by_agreements},
    {"network.actors_only", "action.network.actors_only", {}, with_document, actors_only},
    {"network.collapse_none", "action.network.collapse_none", {}, with_document, collapse_by<CollapseBy::none>},
    {"network.collapse_county", "action.network.collapse_county", {}, with_document, collapse_by<CollapseBy::county>},
    {"network.collapse_municipality",
     "action.network.collapse_municipality",
     {},
     with_document,
     collapse_by<CollapseBy::municipality>},
    {"network.collapse_group", "action.network.collapse_group", {}, with_document, collapse_by<CollapseBy::group>},
    {"network.collapse_structure",
     "action.network.collapse_structure",
     {},
     with_document,
     collapse_by<CollapseBy::structure>},
    {"network.collapse_again",
     "action.network.collapse_again",
     {},
     [](const Session& s) { return !s.view.network_look.expanded.empty(); },
     [](Session& s) { s.view.network_look.expanded.clear(); }},
    {"network.rings", "action.network.rings", {}, can_ring, toggle_rings},
    {"network.units", "action.network.units", {}, has_units_selected, [](Session& s) {
       s.toggle_units(s.key_of(s.view.selection));
     }},
    {"network.unpin",
     "action.network.unpin",
     {},
     [](const Session& s) { return s.has_document() && s.is_pinned(s.view.selection); },
     [](Session& s) { s.unpin(s.view.selection); }},
    {"network.unpin_all",
     "action.network.unpin_all",
     {},
     [](const Session& s) { return s.has_document() && s.pin_count() > 0; },
     [](Session& s) { s.unpin_all(); }},
    {"view.support_layer", "action.view.support_layer", {}, with_document, toggle_support},
    {"view.lens_none", "action.view.lens_none", {}, with_lens, [](Session& s) { look_through(s, ""); }},
    {"view.lens_p1", "action.view.lens_p1", {}, has_perspective<p1>, look_through_one<p1>},
    {"view.lens_p2", "action.view.lens_p2", {}, has_perspective<p2>, look_through_one<p2>},
    {"view.lens_p3", "action.view.lens_p3", {}, has_perspective<p3>, look_through_one<p3>},
    {"view.fill_none", "action.view.fill_none", {}, with_document, colour_map<MapLook::Fill::none>},
    {"view.fill_agreements", "action.view.fill_agreements", {}, with_document, colour_map<MapLook::Fill::agreements>},
    {"view.fill_areas", "action.view.fill_areas", {}, with_document, colour_map<MapLook::Fill::areas_covered>},
    {"view.fill_population", "action.view.fill_population", {}, with_document, colour_map<MapLook::Fill::population>},
    {"view.layout", "action.view.layout", {'l', true}, with_document, [](Session& s) { s.rerun_layout(); }},
    {"walk.next", "action.walk.next", {Chord::tab}, can_walk, [](Session& s) { walk_to_next(s, false); }},
    {"walk.previous",
     "action.walk.previous",
     {Chord::tab, false, true},
     can_walk,
     [](Session& s) { walk_to_next(s, true); }},
    {"walk.left", "action.walk.left", {Chord::left}, can_walk, [](Session& s) { walk(s, Direction::left); }},
    {"walk.right", "action.walk.right", {Chord::right}, can_walk, [](Session& s) { walk(s, Direction::right); }},
    {"walk.up", "action.walk.up", {Chord::up}, can_walk, [](Session& s) { walk(s, Direction::up); }},
    {"walk.down", "action.walk.down", {Chord::down}, can_walk, [](Session& s) { walk(s, Direction::down); }},
    {"date.back", "action.date.back", {','}, with_document, [](Session& s) { step_date(s, -1); }},
    {"date.forward", "action.date.forward", {'.'}, with_document, [](Session& s) { step_date(s, 1); }},
    {"date.back_year",
     "action.date.back_year",
     {',', false, true},
     with_document,
     [](Session& s) { step_date(s, -12); }},
    {"date.forward_year",
     "action.date.forward_year",
     {'.', false, true},
     with_document,
     [](Session& s) { step_date(s, 12); }},
    {"date.today", "action.date.today", {}, with_document, [](Session& s) { s.view.date = today(); }},
    {"date.as_of", "action.date.as_of", {}, with_document, [](Session& s) { s.view.date = s.network().as_of; }},
    {"date.no_period", "deep_action.no_period", {}, with_period, [](Session& s) { set_period(s, std::nullopt); }},
    {"filter.build", "deep_action.build", {'b', true, true}, with_document, open_dialog<ViewState::Dialog::filter_builder>},
    {"filter.clear",
     "action.filter.clear",
     {},
     with_document,
     [](Session& s) {
       s.view.filter = default_filter();
       s.view.hidden_groups.clear();
     }},
    {"select.search",
     "action.select.search",
     {'f', true},
     with_document,
     [](Session& s) { s.view.wants_search = true; }},
    {"select.all", "action.select.all", {'a', true}, with_document, select_all_shown},
    {"select.none", "action.select.none", {'a', true, true}, with_selection, select_none},
    {"select.invert", "action.select.invert", {'i'}, with_document, invert_selection},
    {"select.neighbours", "action.select.neighbours", {'n'}, with_selection, select_neighbours},
    {"select.fit",
     "action.select.fit",
     {'9', true},
     with_selection,
     [](Session& s) { s.view.wants_fit_selection = true; }},
    {"select.hide", "action.select.hide", {'h'}, with_selection, hide_selected},
    {"select.show_hidden", "action.select.show_hidden", {'u'}, with_hidden, show_hidden},
    {"select.copy", "action.select.copy", {'c', true}, with_table, [](Session& s) { s.view.wants_copy = true; }},
    {"near.toggle", "action.near.toggle", {'b'}, can_focus, toggle_focus},
    {"near.one", "action.near.one", {'1'}, can_focus, [](Session& s) { set_focus(s, 1); }},
    {"near.two", "action.near.two", {'2'}, can_focus, [](Session& s) { set_focus(s, 2); }},
    {"near.three", "action.near.three", {'3'}, can_focus, [](Session& s) { set_focus(s, 3); }},
    {"near.all", "action.near.all", {}, with_focus, clear_focus},
    {"near.way", "action.near.way", {'p'}, can_find_route, find_route},
    {"near.ways", "deep_action.ways", {'p', true}, with_document, toggle_ways},
    {"near.pin", "deep_action.pin", {'k'}, can_pin_actor, toggle_pinned},
    {"near.switch", "deep_action.switch", {'k', false, true}, can_switch_pinned, switch_pinned},
    {"near.no_way", "action.near.no_way", {}, with_route, clear_route},
    {"ask.save", "action.ask.save", {}, with_document, open_dialog<ViewState::Dialog::save_questions>},
    {"ask.read", "action.ask.read", {}, with_document, open_dialog<ViewState::Dialog::open_answers>},
    {"ask.evidence", "action.ask.evidence", {}, with_document, open_dialog<ViewState::Dialog::evidence>},
    {"ask.rules", "action.ask.rules", {}, with_document, open_dialog<ViewState::Dialog::open_rules>},
    {"edit.row", "action.edit.row", {Chord::f2}, can_edit_here, edit_here},
    {"edit.form", "action.edit.form", {Chord::f2, false, true}, can_edit, open_dialog<ViewState::Dialog::edit_row>},
    {"edit.paste", "action.edit.paste", {'v', true}, with_table, [](Session& s) { s.view.wants_paste = true; }},
    {"edit.fill_down",
     "action.edit.fill_down",
     {'d', true},
     with_table_selection,
     [](Session& s) { s.view.wants_fill_down = true; }},
    {"edit.several",
     "action.edit.several",
     {'e', true, true},
     with_rows_selected,
     open_dialog<ViewState::Dialog::edit_several>},
    {"edit.actor", "action.edit.actor", {}, with_document, open_dialog<ViewState::Dialog::new_actor>},
    {"edit.agreement", "action.edit.agreement", {}, with_document, open_dialog<ViewState::Dialog::new_agreement>},
    {"edit.merge", "action.edit.merge", {}, with_document, open_dialog<ViewState::Dialog::merge_actors>},
    {"file.quit", "action.file.quit", {'q', true}, always, ask_to_quit},
});

// Keys that do the same as an action's own.
struct AlsoKey {
  Chord chord;
  std::string_view action;
};
constexpr auto also_keys = std::to_array<AlsoKey>({
    {{'/'}, "select.search"},
    {{'?'}, "help.keys"},
    {{'y', true}, "change.redo"},
    {{'=', true}, "view.zoom_in"},
    {{Chord::f5}, "file.reload"},
    {{Chord::enter}, "near.one"},
});

// As they are printed on keys, the same in both languages.
struct KeyName {
  int key;
  std::string_view words;
};
constexpr auto key_names = std::to_array<KeyName>({
    {Chord::escape, "Esc"},
    {Chord::enter, "Enter"},
    {Chord::f1, "F1"},
    {Chord::f2, "F2"},
    {Chord::f5, "F5"},
    {Chord::f6, "F6"},
    {Chord::f11, "F11"},
    {Chord::left, "←"},
    {Chord::right, "→"},
    {Chord::up, "↑"},
    {Chord::down, "↓"},
    {Chord::tab, "Tab"},
    {Chord::page_up, "PgUp"},
    {Chord::page_down, "PgDn"},
    {Chord::home, "Home"},
    {Chord::end, "End"},
    {Chord::del, "Del"},
    {'-', "−"},
});

constexpr auto subject_table = std::to_array<Subject>({
    {"file", "subject.file"},
    {"change", "subject.change"},
    {"view", "subject.view"},
    {"mode", "subject.mode"},
    {"select", "subject.select"},
    {"near", "subject.near"},
    {"network", "subject.network"},
    {"walk", "subject.walk"},
    {"date", "subject.date"},
    {"filter", "subject.filter"},
    {"edit", "subject.edit"},
    {"ask", "subject.ask"},
    {"help", "subject.help"},
});

}  // namespace

std::span<const Action> actions() { return table; }
std::span<const Subject> subjects() { return subject_table; }

std::string_view subject_of(const Action& action) { return action.id.substr(0, action.id.find('.')); }

std::vector<Chord> chords_of(const Action& action) {
  std::vector<Chord> chords;
  if (action.chord.key != Chord::none) chords.push_back(action.chord);
  for (const AlsoKey& also : also_keys) {
    if (also.action == action.id) chords.push_back(also.chord);
  }
  return chords;
}

const Action* find_action(std::string_view id) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Action& a) { return a.id == id; });
  return found == table.end() ? nullptr : &*found;
}

const Action* action_for(Chord chord) {
  if (chord.key == Chord::none) return nullptr;
  const auto found = std::find_if(table.begin(), table.end(), [&](const Action& a) { return a.chord == chord; });
  if (found != table.end()) return &*found;
  const auto also =
      std::find_if(also_keys.begin(), also_keys.end(), [&](const AlsoKey& a) { return a.chord == chord; });
  return also == also_keys.end() ? nullptr : find_action(also->action);
}

std::string action_words(const Session& session, const Action& action) {
  const Texts& texts = session.texts();
  const History& history = session.history();
  const HistoryStep* step = action.id == "change.undo"   ? history.to_undo()
                            : action.id == "change.redo" ? history.to_redo()
                                                         : nullptr;
  if (!step) return texts.tr(action.text);
  return texts.tr("action.of_step", {{"action", texts.tr(action.text)}, {"what", texts.tr(step->label)}});
}

bool run_action(Session& session, std::string_view id) {
  const Action* action = find_action(id);
  if (!action || !action->is_enabled(session)) return false;
  action->run(session);
  return true;
}

std::string chord_text(Chord chord) {
  if (chord.key == Chord::none) return {};
  const std::string before = std::string(chord.ctrl ? "Ctrl+" : "") + (chord.shift ? "Shift+" : "");
  const auto named =
      std::find_if(key_names.begin(), key_names.end(), [&](const KeyName& name) { return name.key == chord.key; });
  if (named != key_names.end()) return before + std::string(named->words);
  if (chord.key >= 128) return before;
  return before + static_cast<char>(chord.key >= 'a' && chord.key <= 'z' ? chord.key - 32 : chord.key);
}

}  // namespace samverka
