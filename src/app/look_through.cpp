#include "app/look_through.h"

namespace samverka {

void look_through(Session& session, const std::string& perspective) {
  session.view.lens = perspective;
  if (perspective.empty()) return;
  session.view.network_look.is_actors_only = false;
  session.set_collapse(CollapseBy::none);
}

}  // namespace samverka
