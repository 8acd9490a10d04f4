#pragma once
#include "base/geometry.h"
#include "ui/widgets.h"

namespace samverka {

void draw_notes_of_selected(UiContext& ui);  // into the inspector, with room for a new one
// A small sheet with a folded corner: somebody has written a note.
void draw_note_sign(const UiContext& ui, Vec2 centre);
// The sign beside every mark of the picture that has a note. `area` is where the picture stands.
void draw_note_signs(UiContext& ui, const Rect& area);
void draw_note_legend(UiContext& ui);  // a row, where something has one

}  // namespace samverka
