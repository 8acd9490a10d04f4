#pragma once
#include <string_view>

#include "model/network.h"
#include "ui/widgets.h"

namespace samverka {

// A button that names the chosen area and opens the list of them, with their clauses; what is outside the agreement is
// left out. True when another one is chosen. `with_all`: empty, for all areas, can be chosen too. `most`: pixels.
bool area_chooser(UiContext& ui, std::string_view id, AreaCode& area, bool with_all, float most);
std::string chosen_area(const UiContext& ui, const AreaCode& area);  // the button's words

}  // namespace samverka
