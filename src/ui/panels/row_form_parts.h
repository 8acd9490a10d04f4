#pragma once
// The fields of the form of a row: what a value is written or chosen in.
#include <string>

#include "app/row_form.h"
#include "ui/widgets.h"

namespace samverka::row_form {

// Facts, also while something else is thought through.
const Network& facts_of(const UiContext& ui);

void draw_code(UiContext& ui, FormValue& value, float width);
void draw_input(UiContext& ui, FormValue& value, float width);
// The first few whose name holds what has been typed, to be taken by a click.
void draw_matches(UiContext& ui, FormValue& value);
void draw_line(UiContext& ui, FormValue& value);  // its name, and then what it is written in

}  // namespace samverka::row_form
