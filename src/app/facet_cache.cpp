#include "app/facet_cache.h"

namespace samverka {

bool FacetCache::renew(std::uint64_t document, const Network& network, const Taxonomy& taxonomy, const Filter& filter,
                       Date day) {
  const Stamp stamp{document, filter, day};
  if (stamp_ == stamp) return false;
  if (!stamp_ || stamp_->document != document) index_ = FacetIndex(network, taxonomy);
  stamp_ = stamp;
  facets_ = count_facets(network, taxonomy, index_, filter, day);
  ++revision_;
  return true;
}

}  // namespace samverka
