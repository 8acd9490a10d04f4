#pragma once
#include <string>

#include "app/pictures.h"

namespace samverka {

struct SharedPageFile {
  std::string html;
  std::size_t actors = 0, agreements = 0;
  std::size_t actors_left_out = 0;
};

// The page of what `request` shows (its view "map" or "network"; format, size and frame are the page's own): made of
// what may leave the planner's file, so actors marked as sensitive and contacts are nowhere in it. Pure: same network
// and request, same bytes. E_OPEN where the page's style or script is not among the assets.
Result<SharedPageFile> make_shared_page(const Network& network, const Assets& assets, const PictureRequest& request);

}  // namespace samverka
