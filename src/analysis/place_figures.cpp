#include "analysis/place_figures.h"

#include <algorithm>

#include "analysis/observed.h"

namespace samverka {
namespace {

std::string code_of(const Actor& municipality, MatrixRows rows) {
  return rows == MatrixRows::counties ? municipality.county : municipality_code(municipality);
}

std::int64_t figure_of(const MatrixRow& row, PlaceFigure figure) {
  if (figure == PlaceFigure::agreements) return static_cast<std::int64_t>(row.all.n);
  return std::count_if(row.cells.begin(), row.cells.end(), [](const MatrixCell& cell) { return cell.n > 0; });
}

bool is_observed_everywhere(const Network& network, const Taxonomy& taxonomy, ActorId actor,
                            const std::vector<MatrixColumn>& areas) {
  return std::all_of(areas.begin(), areas.end(),
                     [&](const MatrixColumn& area) { return is_observed(network, taxonomy, actor, area.code); });
}

// Of a county the silence of its municipalities is not enough: others of it may have agreements.
void add_known_noughts(PlaceFigures& figures, const Network& network, const Taxonomy& taxonomy, const Matrix& matrix) {
  for (std::size_t i = 0; i < network.actors.size(); ++i) {
    const Actor& actor = network.actors[i];
    if (actor.type != "municipality") continue;
    const std::string code = municipality_code(actor);
    const auto row = std::find_if(matrix.rows.begin(), matrix.rows.end(),
                                  [&](const MatrixRow& candidate) { return candidate.code == code; });
    const bool is_silent = row != matrix.rows.end() && row->all.silent == row->all.of;
    if (!is_silent || !figures.places.contains(code)) continue;
    if (is_observed_everywhere(network, taxonomy, ActorId(i), matrix.columns)) figures.known.try_emplace(code, 0);
  }
}

void add_populations(PlaceFigures& figures, const Network& network, const Taxonomy& taxonomy, const Filter& filter,
                     Date day, MatrixRows rows) {
  std::set<std::string> incomplete;
  for (const Actor& actor : network.actors) {
    if (!is_municipality_row(actor, taxonomy, filter, day)) continue;
    const std::string code = code_of(actor, rows);
    if (!actor.population || *actor.population < 0) {
      incomplete.insert(code);
    } else {
      figures.known[code] += *actor.population;
    }
  }
  for (const std::string& code : incomplete) figures.known.erase(code);
}

}  // namespace

PlaceFigures place_figures(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part,
                           const Filter& filter, Date day, MatrixRows rows, PlaceFigure figure) {
  const Matrix matrix = matrix_of_agreements({network, taxonomy, part, filter, day}, rows, MatrixKind::area);
  PlaceFigures figures;
  for (const MatrixRow& row : matrix.rows) {
    if (row.all.of == 0) continue;
    figures.places.insert(row.code);
    const std::int64_t value = figure_of(row, figure);
    if (figure != PlaceFigure::population && value > 0) figures.known[row.code] = value;
  }
  if (figure == PlaceFigure::population) {
    add_populations(figures, network, taxonomy, filter, day, rows);
  } else if (rows == MatrixRows::municipalities && network.coverage) {
    add_known_noughts(figures, network, taxonomy, matrix);
  }
  return figures;
}

}  // namespace samverka
