#pragma once
#include <string>

#include "ui/widgets.h"

namespace samverka {

// A field to type in and the counties and municipalities of the network that match. `height` of the list in pixels.
// Arrows mark, Enter or a click chooses: `place` is then its code and true returned.
bool draw_place_chooser(UiContext& ui, float height, std::string& place);

// The same as a dialog (Dialog::place), with the way back to no place at all.
void draw_place_dialog(UiContext& ui);

}  // namespace samverka
