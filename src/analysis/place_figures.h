#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "analysis/matrix.h"

namespace samverka {

// What a map can be coloured by.
enum class PlaceFigure : std::uint8_t {
  agreements,  // with a confirmed tie of the place
  areas,       // top areas of those agreements
  population,
};

// A number for each place, by code. A place without one is not known: that nobody has recorded an agreement does not
// make it none. A municipality is 0 only where silence about it is an answer in every area (observed.h).
struct PlaceFigures {
  std::map<std::string, std::int64_t> known;
  std::set<std::string> places;  // that the filter lets through, known or not
  bool is_known(const std::string& code) const { return known.contains(code); }
};

// The counts are those of the matrix by area (matrix.h), so that a colour of the map is a number of the matrix.
// Population of a county: of its municipalities that the filter lets through, if all of them have one.
PlaceFigures place_figures(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part,
                           const Filter& filter, Date day, MatrixRows rows, PlaceFigure figure);

}  // namespace samverka
