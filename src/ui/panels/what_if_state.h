#pragma once
#include <set>
#include <string>

#include "app/what_if_finder.h"

namespace samverka {

// What the panel of the mode what-if keeps between frames.
struct WhatIfState {
  WhatIfFinder finder;
  std::string title;       // of the scenario, while it is written
  std::size_t titled = 0;  // the scenario it is of
  std::string title_read;  // what the document had when `title` was taken from it
  bool is_proposing = false;
  std::string proposal;         // title of the agreement that is being proposed
  std::string form, area;       // its codes
  std::set<std::string> whole;  // lists that are shown whole
};

}  // namespace samverka
