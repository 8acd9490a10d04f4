#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/map_shapes.h"

namespace samverka {

// TopoJSON with objects for municipalities and counties (assets/map): shared arcs, quantised; projected to map km.
// A border that only one municipality has is coast (or the frontier); one between two counties is a county border.
Result<MapShapes> read_map_shapes(std::string_view topojson, const std::string& file_name);

}  // namespace samverka
