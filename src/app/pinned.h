#pragma once
#include "app/session.h"

namespace samverka {

// An actor can be held fast while another is chosen, to see both side by side.
ActorId pinned_actor(const Session& session);  // unset where none is held
bool can_pin_actor(const Session& session);    // one is selected, or one is held
void toggle_pinned(Session& session);          // holds the selected one; or lets go of the one that is held
bool can_switch_pinned(const Session& session);
void switch_pinned(Session& session);  // the selected one is held, and the held one selected

}  // namespace samverka
