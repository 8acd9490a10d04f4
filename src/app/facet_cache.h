#pragma once
#include <cstdint>
#include <optional>

#include "analysis/facets.h"

namespace samverka {

// The figures of the filter panel, counted anew when the network, the filter or the date is another.
class FacetCache {
 public:
  // True if they are other than before. `document` is the revision of the network.
  bool renew(std::uint64_t document, const Network& network, const Taxonomy& taxonomy, const Filter& filter, Date day);
  const Facets& facets() const { return facets_; }
  std::uint64_t revision() const { return revision_; }  // grows each time they are others

 private:
  struct Stamp {
    std::uint64_t document = 0;
    Filter filter;
    Date day;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp_;
  FacetIndex index_;
  Facets facets_;
  std::uint64_t revision_ = 0;
};

}  // namespace samverka
