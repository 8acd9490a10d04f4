// The drawer at the bottom: what is open in it is chosen in the status bar.
#include <imgui.h>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {

void draw_drawer(UiContext& ui) {
  for (const DrawerPanel& panel : drawer_panels()) {
    if (panel.drawer == ui.session.view.drawer) panel.draw(ui);
  }
}

}  // namespace samverka
