#pragma once
// What the dialogs have in common: a window in the middle of the program's, over everything, one at a time.
#include "base/result.h"
#include "ui/widgets.h"

namespace samverka {

struct DialogSize {
  float width = 560;
  float height = 0;  // 0: as high as what is in it
};
// True while it is open, and then ends with ImGui::EndPopup().
bool begin_dialog_window(UiContext& ui, const char* id, std::string_view title_words, DialogSize size);
void close_dialog(UiContext& ui);
// Buttons in a row at the end, with a little air above: true for the one that was clicked. The accent one is the first.
void begin_dialog_buttons(UiContext& ui);
// What stands in the way of what was tried, a paragraph each.
void draw_problem_lines(UiContext& ui, const std::vector<Problem>& problems);

}  // namespace samverka
