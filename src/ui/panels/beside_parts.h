#pragma once
#include "ui/widgets.h"

namespace samverka {

// The held actor and the selected one side by side; false where there are no two.
bool draw_beside(UiContext& ui);
void draw_pin_button(UiContext& ui);                                  // in the inspector of one actor
std::string shown_if(const UiContext& ui, const std::string& value);  // made safe; empty stays empty

}  // namespace samverka
