#pragma once
// The few widgets the panels are made of. Each tells the recorder what it drew, so that a test clicks by label as a
// person would; each draws names with TextUnformatted, so that "%s" and "##" in a name are just letters.
#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.h"
#include "ui/style.h"

namespace samverka {

class Session;
struct UiState;

struct Item {
  std::string label;
  std::string role;  // "button", "tab", "legend", "link", "input", "text"
  Rect rect;
  bool is_visible = false;
  bool is_hovered = false;
  bool is_on = false;
};

struct UiContext {
  Session& session;
  UiState& state;
  const Fonts& fonts;
  float scale = 1;
  std::vector<Item>& items;

  std::string tr(std::string_view key) const;
  float px(float at_scale_1) const { return at_scale_1 * scale; }
};

enum class Look { plain, accent, quiet, tab };

// Text for people from data: bidi controls shown, at most 200 characters, "(utan namn)" when empty.
std::string shown_text(const UiContext& ui, std::string_view from_data);

bool button(UiContext& ui, std::string_view id, std::string_view label, Look look = Look::plain, bool is_on = false);
// A button that opens something to choose from: a caret after the label, which is cut to fit in `most` pixels.
bool drop_button(UiContext& ui, std::string_view id, std::string_view label, float most, Look look = Look::quiet);
bool action_button(UiContext& ui, std::string_view action_id, Look look = Look::plain);
// The text, cut with an ellipsis to what fits in `width` pixels of the current font.
std::string fitting(std::string_view words, float width);
float button_width(std::string_view label);  // in the current font
// Begins the next item on this line if `width` fits there, else on a new one: rows that wrap in narrow windows.
void flow(UiContext& ui, float width, float gap);
// A line of text that can be clicked; wraps within the panel. Muted words may follow on the next line.
bool link(UiContext& ui, std::string_view id, std::string_view label, std::string_view muted_line = {});
void text(UiContext& ui, std::string_view words);
void muted(UiContext& ui, std::string_view words);
void title(UiContext& ui, std::string_view words);
void heading(UiContext& ui, std::string_view words);                        // small capitals over a section
void fact(UiContext& ui, std::string_view name, std::string_view value);    // two columns
void figure(UiContext& ui, std::string_view name, std::string_view value);  // the value at the right edge
void tooltip(UiContext& ui, std::string_view words);                        // for the item before
void record(UiContext& ui, std::string_view label, std::string_view role, bool is_on = false);
void draw_symbol(Symbol symbol, Vec2 centre, float radius, Rgba colour, bool is_filled = true);

}  // namespace samverka
