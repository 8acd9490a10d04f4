#pragma once
#include "app/way_finder.h"

namespace samverka {

// What the drawer of ways remembers.
struct WaysState {
  ActorId from, to;  // the last two that were selected together, or one after the other
  std::size_t steps = 3;
  int marked = -1;  // the way that is drawn in the picture; -2: all of them
  WayFinder finder;
};

}  // namespace samverka
