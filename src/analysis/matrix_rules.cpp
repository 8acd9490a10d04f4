// Norms as columns: how many meet each, on what is known.
#include "analysis/matrix_places.h"

namespace samverka {
namespace {

bool is_met(Outcome outcome) { return outcome == Outcome::met || outcome == Outcome::met_expiring; }

void weigh(MatrixCell& cell, RuleWeight weight, const Actor& subject, Outcome outcome) {
  std::int64_t own = 1;
  if (weight == RuleWeight::population) {
    if (!subject.population) ++cell.without_population;
    own = subject.population.value_or(0);
  }
  cell.weighed += own;
  if (is_met(outcome)) cell.met_weight += own;
  if (outcome == Outcome::unknown) cell.unknown_weight += own;
}

void add(MatrixCell& cell, RuleWeight weight, const Actor& subject, Outcome outcome) {
  if (outcome == Outcome::exempt) {
    ++cell.exempt;
    return;
  }
  ++cell.of;
  cell.met += is_met(outcome) ? 1 : 0;
  cell.n = cell.met;
  cell.expiring += outcome == Outcome::met_expiring ? 1 : 0;
  cell.pending += outcome == Outcome::pending ? 1 : 0;
  cell.gaps += outcome == Outcome::gap ? 1 : 0;
  cell.unknown += outcome == Outcome::unknown ? 1 : 0;
  weigh(cell, weight, subject, outcome);
}

}  // namespace

std::optional<double> MatrixCell::low() const {
  if (weighed == 0) return std::nullopt;
  return static_cast<double>(met_weight) / static_cast<double>(weighed);
}

std::optional<double> MatrixCell::high() const {
  if (weighed == 0) return std::nullopt;
  return static_cast<double>(met_weight + unknown_weight) / static_cast<double>(weighed);
}

Matrix matrix_of_rules(const MatrixGround& ground, MatrixRows rows, const RuleSet& rules, const GapAnalysis& analysis) {
  MatrixPlaces places(ground, rows);
  Matrix matrix;
  matrix.kind = MatrixKind::rule;
  for (std::size_t i = 0; i < analysis.rules.size(); ++i) {
    const Rule& rule = rules.rules.at(analysis.rules[i].rule);
    matrix.columns.push_back({rule.id, rule.rule_class, rule.is_counts_only, i});
    for (const SubjectFinding& finding : analysis.rules[i].subjects) {
      const Actor& subject = ground.network.actor(finding.subject);
      if (places.is_let_through(subject)) places.row_of(subject);
    }
  }
  places.put_rows(matrix);
  for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
    const RuleWeight weight = rules.rules.at(analysis.rules[column].rule).weight;
    for (const SubjectFinding& finding : analysis.rules[column].subjects) {
      const Actor& subject = ground.network.actor(finding.subject);
      if (!places.is_let_through(subject)) continue;
      const std::size_t row = places.row_of(subject);
      if (row != MatrixPlaces::none) add(matrix.rows[row].cells[column], weight, subject, finding.outcome);
      add(matrix.sum.cells[column], weight, subject, finding.outcome);
    }
  }
  sort_rows(matrix);
  return matrix;
}

}  // namespace samverka
