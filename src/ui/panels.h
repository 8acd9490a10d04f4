#pragma once
// The parts of the window. Each function draws into the current ImGui child window. To add a tab or a drawer: its
// function in src/ui/panels/<name>.cpp, its declaration here, and a row in panels.cpp.
#include <span>

#include "app/actions.h"
#include "app/view_state.h"
#include "ui/widgets.h"

namespace samverka {

// A tab: one face of the network. `draw` is null where the picture is it; `tools` are its own row of buttons.
struct TabPanel {
  Tab tab;
  std::string_view action;  // that opens it
  void (*draw)(UiContext&);
  void (*tools)(UiContext&);
  bool has_legend;  // the filter panel beside it
};
std::span<const TabPanel> tab_panels();
const TabPanel& tab_panel(Tab tab);  // the first where that tab has none

// What the bottom drawer can hold.
struct DrawerPanel {
  ViewState::Drawer drawer;
  std::string_view action;
  void (*draw)(UiContext&);
};
std::span<const DrawerPanel> drawer_panels();

void draw_home(UiContext& ui);       // the tab Läget
void draw_agreement(UiContext& ui);  // the tab Överenskommelsen

void draw_top_bar(UiContext& ui);
void draw_legend(UiContext& ui);
void draw_tabs(UiContext& ui);           // the row of tabs
void draw_picture_tools(UiContext& ui);  // the row under them: the tab's own tools, zoom at the right edge, notices
void draw_chips(UiContext& ui);  // over the tab: neighbourhood, hidden, the way between two; nothing when there is none
void draw_matrix(UiContext& ui);
void draw_matrix_tools(UiContext& ui);
void draw_support(UiContext& ui);
void draw_gaps(UiContext& ui);  // the tab Luckor
void draw_gaps_tools(UiContext& ui);
void draw_support_tools(UiContext& ui);
void draw_table(UiContext& ui);
void draw_table_tools(UiContext& ui);
void draw_search_box(UiContext& ui, float width);  // at the cursor; what it finds hangs under it
void draw_menu(UiContext& ui);                     // a button, and what it opens
void draw_lens(UiContext& ui);                     // the button that chooses a perspective, in a row of tools
void draw_map_tools(UiContext& ui);
void draw_network_tools(UiContext& ui);
void draw_inspector(UiContext& ui);
void draw_what_if(UiContext& ui);                   // where the inspector stands, in that mode
void draw_compare(UiContext& ui);                   // there too
void draw_county_pair(UiContext& ui, PickId pick);  // into the inspector: a line between two counties
void draw_drawer(UiContext& ui);
void draw_problem_list(UiContext& ui);
void draw_jobs(UiContext& ui);
void draw_file_menu(UiContext& ui);               // under the network's name
void draw_hint(UiContext& ui, const Rect& over);  // in a corner of that, at the first start
void draw_timeline(UiContext& ui);                // in the drawer
void draw_questions(UiContext& ui);               // in the drawer
void ask_question(UiContext& ui, int number);     // opens the drawer on it
void draw_status_bar(UiContext& ui);
void begin_dialog(UiContext& ui);      // when another one is asked for
void draw_file_dialog(UiContext& ui);  // whatever a file is chosen for (ui/panels/file_errand.h)
void draw_answers(UiContext& ui);
void draw_evidence(UiContext& ui);
void draw_row_form(UiContext& ui);
void draw_merge_actors(UiContext& ui);
void draw_filter_builder(UiContext& ui);
void draw_way_list(UiContext& ui);      // in the drawer
void draw_note_list(UiContext& ui);     // in the drawer
void draw_paste(UiContext& ui);         // what a table from the clipboard would do
void draw_edit_several(UiContext& ui);  // one member of many rows
void begin_export(UiContext& ui);       // the dialog is opened: proposes a name
void draw_export(UiContext& ui);
void draw_settings(UiContext& ui);
void draw_saved_views(UiContext& ui);
void draw_snapshots(UiContext& ui);
void draw_merge(UiContext& ui);
void draw_quit(UiContext& ui);
void draw_recover(UiContext& ui);
void draw_changed_on_disk(UiContext& ui);
void draw_dialogs(UiContext& ui);  // whatever dialog is open, over everything

// For the canvas: opens the menu of what is under the mouse, or of the picture where nothing is.
void open_context_menu(UiContext& ui, PickId under_mouse);
void draw_context_menu(UiContext& ui);  // once a frame
void draw_palette(UiContext& ui);       // dialogs, drawn while they are open
void draw_key_sheet(UiContext& ui);
// Keys that the list under an open search field, or in the palette, takes before anybody else.
bool take_search_key(UiContext& ui, Chord chord);
bool take_palette_key(UiContext& ui, Chord chord);

}  // namespace samverka
