#pragma once
#include "app/session.h"

namespace samverka {

// The keyboard's way through the picture: what is selected is where one stands. All of these select, and keep the
// selection inside the picture.
enum class Direction { left, right, up, down };

// The next or previous actor of the picture: those with the most shown agreements first, then Swedish order; around at
// the ends. From nothing, or from an agreement, the first (or last). Linear.
void walk_to_next(Session& session, bool back);

// Along a tie, to the neighbour that lies most in that direction, within 60 degrees of it: from an actor to its
// agreements and from those to their parties; straight to the partners where the picture has no agreements. From
// nothing, to the first actor. Stays where nothing lies that way.
void walk(Session& session, Direction direction);

bool can_walk(const Session& session);  // a picture is open and has somebody in it

}  // namespace samverka
