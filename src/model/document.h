#pragma once
#include <unordered_map>

#include "base/geometry.h"
#include "model/network.h"
#include "model/workspace.h"

namespace samverka {

// Everything that undo covers: the network and what the user has placed by hand.
struct Document {
  Network network;
  std::unordered_map<Key, Vec2> pins;     // positions in the network picture, by actor or agreement key
  std::vector<AcceptedFinding> accepted;  // by finding
};

}  // namespace samverka
