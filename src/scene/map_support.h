#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "scene/build.h"
#include "scene/map_parts.h"

namespace samverka {

// The regional support structures as a layer of the map: the municipalities that each is recorded to serve, on the day
// of the picture (SceneInput::day). A municipality that no record names is unknown, not without support.
struct SupportLayer {
  // By municipality code; those that no record names are not there. Hatched where no confirmed tie says so.
  std::unordered_map<std::string, AreaLook> land;
  std::vector<Label> names;  // of the structures, in the middle of what they serve
  std::vector<LegendRow> legend;
};
SupportLayer support_layer(const SceneInput& input);

}  // namespace samverka
