#pragma once
// The program's face in Dear ImGui: reads the Session, draws, sends actions. Knows no window and no OpenGL, so a test
// can run it headless: make an ImGui context, call frame().
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/session.h"
#include "ui/canvas.h"
#include "ui/panels/builder_state.h"
#include "ui/panels/export_state.h"
#include "ui/panels/file_panels.h"
#include "ui/panels/filter_panel.h"
#include "ui/panels/finding_state.h"
#include "ui/panels/gaps_state.h"
#include "ui/panels/inspector_state.h"
#include "ui/panels/matrix_state.h"
#include "ui/panels/merge_actors_state.h"
#include "ui/panels/notes_state.h"
#include "ui/panels/pages_state.h"
#include "ui/panels/questions_state.h"
#include "ui/panels/report_state.h"
#include "ui/panels/row_form_state.h"
#include "ui/panels/support_state.h"
#include "ui/panels/table_state.h"
#include "ui/panels/timeline_state.h"
#include "ui/panels/versions_state.h"
#include "ui/panels/ways_state.h"
#include "ui/panels/what_if_state.h"
#include "ui/style.h"
#include "ui/widgets.h"

namespace samverka {

// What the panels remember between frames. Nothing here is worth saving.
struct UiState {
  // What has passed between the data's day and the chosen one: the top bar's count, and what it holds.
  struct Passed {
    std::uint64_t document = 0;
    Date day;
    std::string language;
    std::string count, words;  // empty: nothing
  } passed;
  // How many actors are drawn, for the status bar: counted when the picture or the legend's switches change.
  struct Drawn {
    std::optional<std::uint64_t> graph;
    std::vector<std::string> hidden_groups;
    std::size_t actors = 0;
  } drawn;
  std::string date_text;
  Date date_shown;
  bool is_date_wrong = false;
  std::string path_text;
  ViewState::Dialog dialog_shown = ViewState::Dialog::none;  // last frame: another one begins with an empty field
  bool dialog_wants_focus = false;
  std::string file_to_replace;  // a file that exists and was named once: a second Save replaces it
  float top_height = 0;         // of the top bar last frame, which is two rows in a narrow window
  enum class Side { none, legend, inspector } side = Side::none;  // which panel a narrow window shows over the picture
  bool is_narrow = false;
  InspectorState inspector;
  MatrixState matrix;
  SupportState support;
  GapsState gaps;
  WhatIfState what_if;
  ExportState exporting;
  PreviewTexture* preview_texture = nullptr;  // null where nothing is shown (tests)
  VersionsState versions;                     // comparing, snapshots, saved views, merging
  RowFormState row_form;
  std::optional<WantedForm> wanted_form;
  bool evidence_comes_back = false;  // the dialog was left for a form, and opens where it was
  ActorMergeState actor_merge;
  JobSlot form_job;  // what a form or a merger would make of the network
  TableState table;
  FilterPanelState filter_panel;
  TimelineState timeline;
  BuilderState builder;
  WaysState ways;
  NotesState notes;
  PagesState pages;  // of Läget and Överenskommelsen
  FindingState finding;
  QuestionsState questions;
  bool picture_has_keys = true;  // Tab, arrows and Enter walk the picture, else the panels
  bool is_by_keys = false;       // such a key, and not the mouse, was used last: show where the keys go
  FilePanels files;
  ReportState report;  // the dialog for reports, and the one that is being written
};

struct Places;

class Ui {
 public:
  // `screen_scale` is what the screen asks for, where the user has not chosen (ViewState::scale).
  Ui(Session& session, CanvasTexture& texture, float screen_scale);
  ~Ui();

  // Fonts and colours into the current ImGui context. Call once, before the first frame.
  void set_up();
  void set_screen_scale(float scale) { screen_scale_ = scale; }
  // Before ImGui::NewFrame: bakes the fonts anew if another scale is wanted. True if so; their texture is then made
  // anew.
  bool renew_fonts();
  // One frame between ImGui::NewFrame and ImGui::Render, over the whole display.
  void frame();
  void wait_for_work();  // until nothing goes on beside the window (screenshots, tests)

  void press(Chord chord) { pressed_.push_back(chord); }  // from the window's key callback
  // Tab, arrows and Enter are for the picture now: the window keeps them from ImGui.
  bool picture_has_keys() const;
  void drop_file(const std::string& path);  // a folder opens the dialog for opening there
  // True while something moves by itself and the next frame should come without an event.
  bool wants_frames() const;

  const std::vector<Item>& items() const { return items_; }  // what the last frame drew
  Rect canvas_rect() const;                                  // where the picture is, in pixels
  UiState& state() { return state_; }

 private:
  void take_keys();
  void take_action_key(Chord chord);
  void give_keys_by_click(const Places& at);
  void escape();
  void draw_frame(Vec2 size);
  static float room_for_scale();
  float wanted_scale() const;
  bool gaps_are_busy() const;
  void bake_fonts();
  void renew_style();

  Session& session_;
  float screen_scale_;
  float scale_ = 1;  // that the fonts are baked in
  Fonts fonts_;
  UiState state_;
  std::vector<Item> items_;
  std::vector<Chord> pressed_;
  bool style_is_dark_ = false;
  bool is_popup_open_ = false;  // a dialog or menu, last frame
  ThemeChoice style_theme_;

  std::unique_ptr<Canvas> canvas_;
};

}  // namespace samverka
