#pragma once
// Dialog::export_data: the network as data, for other programs and other people.

namespace samverka {

struct UiContext;

void begin_export_data(UiContext& ui);  // when the dialog is asked for
void draw_export_data(UiContext& ui);

}  // namespace samverka
