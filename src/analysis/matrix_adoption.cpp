// One agreement's adoption: the states of its parties as columns.
#include <algorithm>
#include <set>

#include "analysis/adoption.h"
#include "analysis/matrix_places.h"

namespace samverka {
namespace {

// And in a county where somebody is a party.
Filter with_counties_of(const Network& network, Filter filter, const std::map<ActorId, Adoption>& states) {
  std::set<std::string> counties;
  for (const auto& [actor, adoption] : states) counties.insert(network.actor(actor).county);
  counties.erase("");
  counties.insert("none");  // a clause without values would let everything through
  filter.clauses.push_back({"county", {counties.begin(), counties.end()}, false});
  return filter;
}

void add(MatrixRow& row, AdoptionState state) {
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    MatrixCell& cell = row.cells[column];
    const auto of_column = static_cast<AdoptionState>(column);
    const bool is_here = of_column == state;
    const bool is_unknown_column = !is_known(of_column);
    ++cell.of;
    cell.n += is_here ? 1 : 0;
    cell.met = cell.n;
    cell.unknown += !is_known(state) && (is_here || !is_unknown_column) ? 1 : 0;
    cell.silent += state == AdoptionState::no_party && (is_here || !is_unknown_column) ? 1 : 0;
  }
}

void add_other_parties(Matrix& matrix, const MatrixGround& ground, const MatrixPlaces& places,
                       const std::map<ActorId, Adoption>& states) {
  for (const auto& [actor, adoption] : states) {
    const Actor& row_of = ground.network.actor(actor);
    if (row_of.type == "municipality" || !places.is_let_through(row_of)) continue;
    MatrixRow row;
    row.code = row_of.key;
    row.county = row_of.county;
    row.other = actor;
    row.cells.resize(matrix.columns.size());
    add(row, adoption.state);
    matrix.rows.push_back(std::move(row));
  }
}

}  // namespace

Matrix matrix_of_adoption(const MatrixGround& ground, MatrixRows rows, AgreementId agreement) {
  const std::map<ActorId, Adoption> states = adoptions_of(ground.network.agreement(agreement), ground.day);
  const Filter filter = with_counties_of(ground.network, ground.filter, states);
  const MatrixGround narrowed{ground.network, ground.taxonomy, ground.part, filter, ground.day};
  const MatrixPlaces places(narrowed, rows);
  Matrix matrix;
  matrix.kind = MatrixKind::adoption;
  for (const std::string_view code : adoption_columns) matrix.columns.push_back({std::string(code), {}, false, 0});
  places.put_rows(matrix);
  for (const auto& [code, municipality] : places.municipalities()) {
    const auto found = states.find(municipality.actor);
    const AdoptionState state = found == states.end() ? AdoptionState::no_party : found->second.state;
    add(matrix.rows[municipality.row], state);
    add(matrix.sum, state);
  }
  if (rows == MatrixRows::municipalities) {
    const MatrixPlaces anywhere(ground, rows);
    add_other_parties(matrix, ground, anywhere, states);
  }
  sort_rows(matrix);
  return matrix;
}

}  // namespace samverka
