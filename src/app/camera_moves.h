#pragma once
#include "app/session.h"

namespace samverka {

// Turns the open picture's camera so that the selection is well in view: to its marks, or places; on the map, a
// municipality or a region alone to its land. Near enough to tell them apart, but never further out than the selection
// needs. Nothing where the selection is not in the picture.
void show_selection(Session& session);

// Moves the picture no more than it must for the selected one to be inside it, and zooms only where it is not drawn
// from so far out.
void keep_selection_in_view(Session& session);

}  // namespace samverka
