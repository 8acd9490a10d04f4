#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "graph/subnetwork.h"
#include "model/filter.h"
#include "model/network.h"
#include "model/network_index.h"
#include "model/taxonomy.h"

namespace samverka {

// Counties, or municipalities, against the nine areas: how much is recorded, and of how many nothing
// is. All of it is of `part`: what the filter and the day let through.
//
// An agreement stands in an area if one of its areas is that or a clause of it, and in a row if a party of the row
// stands in it with a confirmed tie. A party is of the row whose county (municipality) code its actor has: the
// municipality itself, its schools, the county's region, its support structure. Agreements with more than
// `crowd_parties` parties are left out, counted and as knowledge: one national agreement would fill every cell.
//
// Unknown: a municipality is known in an area if some participation shown, confirmed or not, of an agreement there is
// of an actor with its municipality code. The unknown share of a cell is the share of the row's municipalities that are
// not: a municipality of which no record speaks is unknown, never "without".
struct AreaCell {
  std::size_t agreements = 0;      // active, with a confirmed tie of the row
  std::size_t municipalities = 0;  // of the row
  std::size_t reached = 0;         // of these, with a confirmed tie in the area
  std::size_t unknown = 0;         // of these, of which no record speaks in the area
  // 0-1; 0 for a row without municipalities, of which none can be unknown.
  double unknown_share() const;
  bool operator==(const AreaCell&) const = default;
};

struct AreaRow {
  std::string code;             // county or municipality code
  std::string county;           // of a municipality; the same as the code of a county
  std::vector<AreaCell> cells;  // by column
  AreaCell all;                 // over the columns: an agreement in several areas counts once, a municipality is
                                // unknown if it is so in all of them
};

struct AreaMatrix {
  std::vector<AreaCode> areas;  // columns: the taxonomy's top areas but the outside
  std::vector<AreaRow> rows;    // by code
  AreaRow sum;                  // over the rows: an agreement in several rows counts once
  std::size_t left_out = 0;     // agreements of `part` in these areas with more than crowd_parties parties
};

// Rows: every county (municipality) that a municipality of the network has, and those in which an actor of `part` takes
// part. Where the filter names places (county, municipality, municipality group) only
// municipalities that it accepts are there and counted; what else it says of actors takes no municipality away.
// O(participations · areas of their agreements + actors).
enum class MatrixRows : std::uint8_t { counties, municipalities };
AreaMatrix area_matrix(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part, const Filter& filter,
                       Date day, MatrixRows rows = MatrixRows::counties);

// Whether an actor is a municipality that the matrix counts: it exists on the day, and what the filter says of places
// lets it through.
bool is_municipality_row(const Actor& actor, const Taxonomy& taxonomy, const Filter& filter, Date day);
// Of a municipality: its official code, else the one it is recorded in.
const std::string& municipality_code(const Actor& municipality);

}  // namespace samverka
