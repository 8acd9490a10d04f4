#pragma once
#include "app/view_state.h"
#include "base/geometry.h"
#include "ui/ui.h"

namespace samverka {

// Where the parts of the window are, in pixels. A narrow window keeps the picture; a button brings one panel over it.
struct Places {
  Rect top, legend, middle, inspector, drawer, status;
  bool has_legend = true, has_inspector = true, has_drawer = false, is_narrow = false;
};
// `wants_legend` is what the open tab asks for; a panel that was put away stays away.
Places places_in(Vec2 size, float scale, const UiState& state, const ViewState& view, bool wants_legend);

// The borders that can be dragged between the parts: a drag changes view.panels, a double click brings the first sizes
// back.
void draw_splitters(UiContext& ui, const Places& at);

}  // namespace samverka
