#pragma once
#include <unordered_map>

#include "base/geometry.h"
#include "model/network.h"
#include "model/scenario.h"
#include "model/workspace.h"

namespace samverka {

// Everything that undo covers: the network, and what a planner has placed, accepted and thought through beside it.
struct Document {
  Network network;
  std::unordered_map<Key, Vec2> pins;     // positions in the network picture, by actor or agreement key
  std::vector<AcceptedFinding> accepted;  // by finding
  std::vector<Scenario> scenarios{};      // what if; never mixed with the network
  std::vector<PlannerNote> notes{};       // about actors and agreements, in the order they were written
  std::vector<NamedFilter> filters{};     // in the order they were made
  std::vector<SavedView> views{};         // ways to look at it, by name
  std::vector<Snapshot> snapshots{};      // the network as it was
};

}  // namespace samverka
