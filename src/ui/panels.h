#pragma once
#include "ui/widgets.h"

namespace samverka {

// Each draws into the current ImGui child window. To add one: src/ui/panels/<name>.cpp, a line here and its place in
// ui.cpp.
void draw_top_bar(UiContext& ui);
void draw_legend(UiContext& ui);
void draw_view_tabs(UiContext& ui);  // over the canvas
void draw_inspector(UiContext& ui);
void draw_status_bar(UiContext& ui);
void begin_dialog(UiContext& ui);  // when another one is asked for
void draw_dialogs(UiContext& ui);  // whatever dialog is open, over everything

}  // namespace samverka
