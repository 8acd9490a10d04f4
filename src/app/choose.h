#pragma once
#include "analysis/search.h"
#include "app/session.h"

namespace samverka {

// What choosing a hit does. An actor or agreement is selected and brought into the picture, which opens where the open
// tab has neither a picture nor rows. A place opens the map on its land and selects who answers for it: the
// municipality, the region or, in a county without one, its only municipality. An area becomes the filter's area.
void choose(Session& session, const SearchHit& hit, const std::vector<FoundPlace>& places);

// The actor or agreement of a hit, or nothing for a place or an area.
PickId pick_of(const SearchHit& hit);

}  // namespace samverka
