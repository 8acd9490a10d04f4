#pragma once
// The parts of the filter panel under the legend: the filter in words, the areas, and a section a key.
#include <cstdint>
#include <string>
#include <vector>

#include "model/filter.h"
#include "scene/scene.h"

struct ImFont;

namespace samverka {

struct UiContext;

// A row of an open section: a value and what it shows.
struct FilterRow {
  std::string value, label;
  std::size_t count = 0;
};
struct FilterSectionRows {
  std::string key;
  std::vector<FilterRow> rows;
};

// What the filter panel remembers between frames.
struct FilterPanelState {
  bool is_low = false;                     // little height: rows stand close together
  std::vector<std::string> open_areas;     // with their clauses unfolded
  std::vector<std::string> open_sections;  // keys, in the order they were opened

  std::string words;  // in the field
  Filter words_of;    // the filter that they say
  bool has_words = false;
  std::string wrong;  // why they are no filter; empty while they are
  bool is_typing = false;
  bool wants_focus = false;
  int field = 0;  // grows when the text is taken back: another field has another text

  std::vector<FilterSectionRows> sections;  // the open ones, as they were for the stamp below
  std::uint64_t sections_of = 0;
  std::string sections_language;

  // Esc in the field: the words of the filter come back. False if nobody is typing there.
  bool take_back_words();
};

// A row that can be clicked: label, count at the right edge, and room for a sign at the left. What is off is struck
// out.
struct PanelRow {
  std::string id, label, count;
  std::string help;
  bool is_on = true;
  bool is_struck_out = false;
  float indent_px = 24;
  float right_px = 0;  // kept free before the count, for a button on the row
};
ImFont& panel_font(const UiContext& ui);  // small where the window is low
float panel_row_height(const UiContext& ui);
bool panel_row(UiContext& ui, const PanelRow& row);
// Small letters before the label of the row drawn last, at its left edge.
void panel_row_code(UiContext& ui, Vec2 at, std::string_view code, bool is_on);

void draw_filter_words(UiContext& ui);
void draw_filter_areas(UiContext& ui);
void draw_filter_sections(UiContext& ui);

}  // namespace samverka
