#pragma once
// Places against something: counties, municipalities or groups of municipalities as rows; as columns the areas, the
// forms, the kinds of partner, the norms, the states of one agreement's parties, or the links of a chain. A cell has a
// number and, beside it, how many it is unknown for: what no record speaks of is unknown, never "without".
//
// One file a kind of column: matrix_agreements.cpp, matrix_rules.cpp, matrix_adoption.cpp, matrix_chains.cpp.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/gaps.h"
#include "analysis/lens.h"
#include "graph/subnetwork.h"
#include "model/filter.h"
#include "model/network.h"
#include "model/network_index.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

enum class MatrixRows : std::uint8_t { counties, municipalities, groups };

enum class MatrixKind : std::uint8_t { area, form, partner_group, rule, adoption, chain };

struct MatrixCell {
  // Agreements in force with a confirmed tie of the row; of the other kinds of columns the same as `met`.
  std::size_t n = 0;
  std::size_t of = 0;       // municipalities of the row; of a norm its subjects that are not exempt
  std::size_t met = 0;      // of these: reached by an agreement, meeting the norm, in the state, joined to the others
  std::size_t unknown = 0;  // of these: neither met nor known not to be
  std::size_t silent = 0;   // of these: no record speaks, confirmed or not; they too may have answered
  std::size_t expiring = 0, pending = 0, gaps = 0, exempt = 0;  // of norms and chains; expiring ones are met too
  LensCount lens;                                               // of the agreements counted, where a lens is asked for
  // Of norms, what the interval is made of: people, or subjects (format, "Coverage").
  std::int64_t weighed = 0, met_weight = 0, unknown_weight = 0;
  std::size_t without_population = 0;  // left out of the interval

  double unknown_share() const { return of == 0 ? 0 : static_cast<double>(unknown) / static_cast<double>(of); }
  std::optional<double> low() const;  // known met to perhaps met; empty where there is nothing to weigh
  std::optional<double> high() const;
  bool operator==(const MatrixCell&) const = default;
};

struct MatrixColumn {
  std::string code;                     // of an area, form, group, norm, party state ("none": no party) or link
  std::optional<RuleClass> rule_class;  // of norms
  bool is_counts_only = false;          // a norm that is told as numbers and never by name
  std::size_t place = 0;                // of a norm, in the analysis
};

// The code of the row of municipalities whose group nobody has recorded, and of the column of those that are no party.
constexpr std::string_view no_group = unrecorded;
constexpr std::string_view no_party = "none";

struct MatrixRow {
  std::string code;               // county, municipality or municipality group; of another party (adoption) its key
  std::string county;             // of a municipality; the same as the code of a county; empty for a group
  ActorId other;                  // set for a party that is no municipality
  std::vector<MatrixCell> cells;  // by column
  MatrixCell all;                 // over the columns, where that means something: of agreements and chains
  std::size_t municipalities = 0, asked = 0, answered = 0;  // by any survey; who has answered counts as asked
  // At least half of the municipalities (of a municipality: of its county's) have answered a survey. Where fewer have,
  // an order by need would rank silence.
  bool is_rankable = false;
};

struct Matrix {
  MatrixRows by = MatrixRows::counties;
  MatrixKind kind = MatrixKind::area;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixRow> rows;  // by code
  MatrixRow sum;                // over the rows: an agreement in several rows counts once
  std::size_t left_out = 0;     // agreements of more than crowd_parties parties, which would fill every cell
};

// What matrices are made from; references live through the call only. `part` is what filter and day let through.
struct MatrixGround {
  const Network& network;
  const Taxonomy& taxonomy;
  const SubNetwork& part;
  const Filter& filter;
  Date day;
};

// Rows, of every kind: those that a municipality of the network has and, but for groups, those in which another actor
// that the columns speak of is. Where the filter names places only municipalities that it accepts are there and
// counted; what else it says of actors takes no municipality away.

// Columns of agreements (area, form or partner_group), all of `part`. An agreement stands in an area if one of its
// areas is that or a clause of it; in a kind of partner, for a party, if another party is of that group. It stands in a
// row if a party of the row stands in it with a confirmed tie; a party is of the row whose code its actor has: the
// municipality itself, its schools, the county's region, its support structure. Forms and groups without any agreement
// are no columns. Crowds (crowd_parties) are left out, counted and as knowledge.
//
// A municipality is known in a column if an actor with its code has a confirmed tie in it, or silence there is an
// answer (is_observed). Where the only records are of what nobody has confirmed it is unknown, though not silent.
// O(participations · columns of their agreements + actors).
Matrix matrix_of_agreements(const MatrixGround& ground, MatrixRows rows, MatrixKind kind, const std::string& lens = {});

// Norms as columns, each of its own class: rows have no sum over them. A subject that is no municipality is of the row
// of the place it is recorded in.
Matrix matrix_of_rules(const MatrixGround& ground, MatrixRows rows, const RuleSet& rules, const GapAnalysis& analysis);

// What the municipalities have made of one agreement, as they stand on the day: adopted (or signed for by one who has),
// decided, recommended, left (withdrawn, declined, or ended), not told, or no party. The last two are unknown. Of
// several parties of one actor the firmest counts; who has adopted from a later day has decided. Only rows of which
// somebody is a party are there; with municipalities as rows also the parties that are none.
Matrix matrix_of_adoption(const MatrixGround& ground, MatrixRows rows, AgreementId agreement);
inline constexpr std::array<std::string_view, 6> adoption_columns = {"adopted",   "decided", "recommended",
                                                                     "withdrawn", "unknown", no_party};

// Whether an actor is a municipality that the matrix counts: it exists on the day, and what the filter says of places
// lets it through.
bool is_municipality_row(const Actor& actor, const Taxonomy& taxonomy, const Filter& filter, Date day);
// Of a municipality: its official code, else the one it is recorded in.
const std::string& municipality_code(const Actor& municipality);

// Rows with the greatest need first: shares of known gaps (of adoption: who has left), of what is on its way, and of
// what is known to be unmet; of norms law by itself before duty before ambition. What is unknown is never need. Equal
// ones by their names' Swedish order, which `names` gives for every row.
struct NeedOrder {
  std::vector<std::size_t> rows;  // all of them
  std::size_t ranked = 0;         // the first so many; the rest, by name, are not rankable
};
NeedOrder rows_by_need(const Matrix& matrix, const std::vector<std::string>& names, bool ranks_all = false);

}  // namespace samverka
