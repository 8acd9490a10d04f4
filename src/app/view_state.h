#pragma once
// How the network is looked at. Plain, saved in the workspace where it is worth it, never in undo: panels and actions
// write it, Session::tick() notices. One selection, one filter and one date for every tab.
#include <string>
#include <vector>

#include "analysis/chains.h"
#include "analysis/matrix.h"
#include "base/date.h"
#include "model/filter.h"
#include "scene/build.h"
#include "scene/change_marks.h"
#include "scene/scene.h"

namespace samverka {

enum class Tab { home, agreement, map, network, matrix, table, support, gaps };

// What is done with the network: looked at as it is, thought through as it could be, or held against another.
enum class Mode { explore, what_if, compare };

// What dragging in the picture does. Shift+drag is always a rectangle.
enum class PointerTool { pan, rectangle, lasso };

// Only what is within `steps` agreements of these (actors or agreements, by key) is shown; empty: everything.
struct Focus {
  std::vector<Key> of;
  int steps = 1;  // 1-3
  bool operator==(const Focus&) const = default;
};

// What stands against what in the matrix, and in which order.
struct MatrixLook {
  MatrixRows rows = MatrixRows::counties;
  // "area", "form", "group" (kind of partner), "rule", "chain" (of the people in `chain`), else the key of an
  // agreement, whose adoption it is.
  std::string columns = "area";
  ChainGroup chain = ChainGroup::children;
  bool is_by_need = false;  // the neediest first, else by name
  bool ranks_all = false;   // by need also where few have answered
  bool operator==(const MatrixLook&) const = default;
};

// How much room the parts of the window have, in pixels at scale 1; remembered in the settings.
struct PanelSizes {
  float legend = 280, inspector = 320, drawer = 170;
  bool has_legend = true, has_inspector = true;
  bool operator==(const PanelSizes&) const = default;
};

// Norms of a planner's own instead of those that come with the program: of which network, and where they are.
struct OwnRules {
  Key network;       // its id
  std::string file;  // a whole path
  Extra extra;
  bool operator==(const OwnRules&) const = default;
};

constexpr float least_scale = 0.75F, greatest_scale = 3;  // of the window's letters

struct ViewState {
  Tab tab = Tab::map;
  Mode mode = Mode::explore;
  ComparedSides compared = ComparedSides::both;  // in the mode compare
  std::size_t scenario = 0;                      // the one of the document that the mode what-if is about
  PickId selection;                              // the one that the inspector tells of: the last chosen
  std::vector<PickId> also_selected;             // the others of a selection of several, without `selection`
  PickId hover;
  Filter filter = default_filter();
  Date date;
  std::vector<std::string> hidden_groups;  // legend rows switched off
  std::vector<Key> hidden;                 // actors and agreements put away by hand
  Focus focus;
  // The way found between two actors: actor, agreement, actor ...; empty: none. Of several ways, an empty key stands
  // between each two.
  std::vector<Key> path;
  Key pinned;  // an actor that the selected one is held beside; empty: none
  bool is_unfolded = false;
  std::vector<Key> unfolded_hosts;  // whose units alone are shown, while the others' stay folded
  MapLook map_look;
  MapDetail map_detail = MapDetail::county;  // follows the zoom; the canvas sets it
  NetworkLook network_look;
  MatrixLook matrix_look;
  std::string lens;  // code of the perspective that agreements are told apart by ("P1"); empty: none

  // The planner's own place: a municipality code ("2080"), a county code ("20"), or empty until one is chosen.
  std::string own_place;

  std::string language = "sv";
  bool is_dark = false;
  bool is_high_contrast = false;
  bool is_colour_safe = false;     // groups in colours that the colour-blind tell apart
  bool is_motion_reduced = false;  // nothing moves by itself: new places at once
  int autosave_minutes = 0;        // after the first change that is not saved; 0: only when asked to
  float scale = 0;                 // of letters and everything else, 0.75-3; 0: as the screen asks for
  PointerTool tool = PointerTool::pan;
  Camera map_camera, network_camera;
  bool map_wants_fit = true, network_wants_fit = true;    // fit when the canvas next knows its size
  bool map_is_fitted = false, network_is_fitted = false;  // nobody has moved it since: a new size fits it anew
  std::string wants_land;                                 // code of land to bring into the map, when it knows its size
  bool wants_fit_selection = false;                       // bring the selection into the picture
  bool wants_copy = false;                                // the table's rows go to the clipboard
  bool wants_paste = false;                               // into the table, from the clipboard
  bool wants_cell = false;                                // the table's cell is to be written in
  bool wants_fill_down = false;                           // the first selected row's cell into the others'
  bool wants_search = false;                              // the search field takes the keyboard
  PanelSizes panels;
  bool wants_quit = false;
  bool is_fullscreen = false;
  std::vector<std::string> recent_files;  // whole paths, newest first; remembered in the settings
  std::vector<OwnRules> own_rules;        // one a network, newest first; remembered in the settings
  // What the first start tells of, one thing at a time, until it is done or put away.
  enum class Hint { none, place, area, actor, seen } hint = Hint::none;
  std::string browse_folder;  // where the dialog for opening begins; empty: where the open network is
  enum class Dialog {
    none,
    open,
    save_as,
    export_picture,
    export_data,
    keys,
    palette,
    place,
    open_rules,      // norms of one's own
    save_questions,  // the question table
    report,          // a document: which, of what, and where to
    open_answers,    // it comes back filled in
    answers,         // what it would change
    evidence,        // surveys and registers
    edit_row,        // the selected actor or agreement
    new_actor,
    new_agreement,
    merge_actors,  // one actor of two
    paste_table,   // what a table from the clipboard would do
    edit_several,  // one member of many rows
    settings,
    filter_builder,
    views,            // saved views
    snapshots,        // the network as it was
    export_snapshot,  // a copy of one somewhere else
    open_compared,    // another file to compare with
    open_merge_base,
    open_merge_theirs,
    merge,
    quit,            // something is not saved, and what was asked for would lose it
    recover,         // work of an earlier run was never saved
    changed_on_disk  // another program has written the file that is to be saved
  } dialog = Dialog::none;
  enum class Drawer { none, timeline, questions, problems, jobs, ways, notes } drawer = Drawer::none;

  ThemeChoice theme_choice() const { return {is_dark, is_high_contrast, is_colour_safe}; }
  bool is_picture() const { return tab == Tab::map || tab == Tab::network; }
  Camera& camera() { return tab == Tab::network ? network_camera : map_camera; }
  const Camera& camera() const { return tab == Tab::network ? network_camera : map_camera; }
  bool& wants_fit() { return tab == Tab::network ? network_wants_fit : map_wants_fit; }
  bool& is_fitted() { return tab == Tab::network ? network_is_fitted : map_is_fitted; }
  // Selection, then the others.
  std::vector<PickId> selected() const;
  bool is_selected(PickId pick) const;
};

}  // namespace samverka
