#pragma once
// Searching, the palette, the menus and the keys: what they share.
#include "analysis/search.h"
#include "app/actions.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace samverka {

// Up, down, page, home, end and Enter for a list under a field. True if the key was for it.
bool take_list_key(PickList& list, Chord chord);
// Moves within the rows by the keys pressed.
void move_in_list(PickList& list);

// Text with the marked parts in the accent colour and bold, cut at the width; data is made safe to draw.
void draw_marked(UiContext& ui, Vec2 at, float width, std::string_view text, const std::vector<TextHit::Span>& marked);

// One row of a list, drawn over by the caller. True if it was clicked, outside `kept_free` pixels at its right end; the
// one that Enter would choose is tinted, and scrolled to when the keys have moved there.
bool list_row(UiContext& ui, PickList& list, std::size_t row, std::string_view label, float height,
              float kept_free = 0);

struct HitLines {
  std::string title;
  std::vector<TextHit::Span> marked;  // in the title
  std::string about;                  // kind and place, where it matched, why it is not in the picture
};
HitLines lines_of(const UiContext& ui, const SearchHit& hit);
const char* heading_key(FoundKind kind);

// The hits by kind with their counts, as rows of the list from `first_row` on. What is not in the picture says why, and
// can be shown anyway.
struct HitChoice {
  const SearchHit* hit = nullptr;  // nothing was chosen
  bool shows_anyway = false;
};
HitChoice draw_hits(UiContext& ui, PickList& list, const SearchResult& found, std::size_t first_row);
void take_choice(UiContext& ui, const HitChoice& choice);

// Runs it if it may be run, and remembers it for the palette. False if it was not enabled.
bool use_action(UiContext& ui, const Action& action);

}  // namespace samverka
