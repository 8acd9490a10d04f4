#pragma once
#include "graph/subnetwork.h"
#include "layout/layout.h"
#include "model/map_shapes.h"

namespace samverka {

// Where everything of a network is on the map, whatever the filter, the day and what is folded: nothing that stays in
// the picture moves when they change. By id; NaN for what has no place.
//
// Who is known only to a municipality stands on its land, at a place that nobody else has, around the municipality's
// own mark. Where land is small or crowded they stand closer. An agreement stands among its parties (map_layout). About
// linear.
struct MapPlaces {
  Positions actors, agreements;
};
MapPlaces map_places(const Network& network, const NetworkIndex& index, const MapShapes& shapes);

// One a vertex of a picture: those places, and rows beside the map for what has none. Agreements whose place is far
// from all parties that are shown stand among these.
Positions map_positions(const Incidence& incidence, const std::vector<Anchor>& anchors, const MapPlaces& places);

}  // namespace samverka
