// The map's own row of buttons: its layers.
#include "app/session.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void layer_button(UiContext& ui, std::string_view action, std::string_view key, bool is_on) {
  if (button(ui, action, ui.tr(key), Look::plain, is_on)) run_action(ui.session, action);
  tooltip(ui, ui.tr(find_action(action)->text));
}

}  // namespace

void draw_map_tools(UiContext& ui) {
  layer_button(ui, "view.support_layer", "map.support", ui.session.view.map_look.shows_support);
  flow(ui, button_width(ui.tr("map.units")), ui.px(4));
  layer_button(ui, "view.unfold", "map.units", ui.session.view.is_unfolded);
}

}  // namespace samverka
