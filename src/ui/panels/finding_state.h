#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/actions.h"
#include "app/questions/questions.h"
#include "app/searcher.h"

namespace samverka {

// A list under a field, walked with the arrow keys while one types.
struct PickList {
  std::string typed;
  std::string answered;        // what the rows below are the answer to
  std::uint64_t revision = 0;  // and of which index
  bool is_stale = true;
  std::size_t row = 0;  // where Enter would choose
  std::size_t rows = 0;
  int wanted_move = 0;         // rows, from the keys pressed since the last frame
  bool wants_choice = false;   // Enter was pressed
  bool wants_to_show = false;  // with Shift: also undo what hides it
  bool is_moved = false;       // the row has moved, and must be scrolled to
};

// What searching, the palette and the menus keep between frames.
struct FindingState {
  Searcher searcher;

  PickList search;
  SearchResult found;
  bool is_open = false;  // hits are shown under the search field
  bool had_keyboard = false;
  int search_round = 0;  // which search since the start: each has a field of its own

  PickList palette;
  std::vector<const Action*> palette_actions;
  std::vector<const PlannerQuestion*> palette_questions;  // listed after them
  SearchResult palette_found;
  float palette_height = 0;                      // of the rows last frame, in pixels
  std::vector<std::string_view> recent_actions;  // ids, the last run first

  PickId context;       // what the context menu is about
  PickId context_from;  // an actor that was selected before it opened
  bool wants_context = false;
};

}  // namespace samverka
