// Where the need is greatest.
#include <algorithm>
#include <numeric>

#include "analysis/matrix.h"
#include "base/collate.h"

namespace samverka {
namespace {

// What comes first is what is compared first; greater is needier.
using NeedKey = std::vector<double>;

double share(std::size_t part, std::size_t of) {
  return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

// Of the columns of one class alone, or of all where none is asked for. What is unknown is no need: it counts in none.
NeedKey lacking(const Matrix& matrix, const MatrixRow& row, std::optional<RuleClass> rule_class) {
  std::size_t of = 0, unmet = 0, gaps = 0, pending = 0;
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    if (rule_class && matrix.columns[i].rule_class != rule_class) continue;
    const MatrixCell& cell = row.cells[i];
    of += cell.of;
    unmet += cell.of - std::min(cell.of, cell.met + cell.unknown);
    gaps += cell.gaps;
    pending += cell.pending;
  }
  return {share(gaps, of), share(pending, of), share(unmet, of)};
}

NeedKey need_of(const Matrix& matrix, const MatrixRow& row) {
  if (matrix.kind == MatrixKind::adoption) {
    const std::vector<MatrixCell>& of_state = row.cells;  // in the order of adoption_columns
    const std::size_t of = of_state[0].of, to_come = of_state[1].n + of_state[2].n, left = of_state[3].n;
    return {share(left, of), share(to_come, of)};
  }
  if (matrix.kind != MatrixKind::rule) return lacking(matrix, row, std::nullopt);
  NeedKey key;
  for (const RuleClass rule_class : {RuleClass::law, RuleClass::duty, RuleClass::ambition, RuleClass::local}) {
    const NeedKey of_class = lacking(matrix, row, rule_class);
    key.insert(key.end(), of_class.begin(), of_class.end());
  }
  return key;
}

}  // namespace

NeedOrder rows_by_need(const Matrix& matrix, const std::vector<std::string>& names, bool ranks_all) {
  NeedOrder order;
  order.rows.resize(matrix.rows.size());
  std::iota(order.rows.begin(), order.rows.end(), std::size_t{0});
  std::vector<NeedKey> needs;
  for (const MatrixRow& row : matrix.rows) needs.push_back(need_of(matrix, row));
  const auto is_ranked = [&](std::size_t row) { return ranks_all || matrix.rows[row].is_rankable; };
  std::stable_sort(order.rows.begin(), order.rows.end(), [&](std::size_t a, std::size_t b) {
    if (is_ranked(a) != is_ranked(b)) return is_ranked(a);
    if (is_ranked(a) && needs[a] != needs[b]) return needs[a] > needs[b];
    return swedish_less(names[a], names[b]);
  });
  order.ranked = static_cast<std::size_t>(std::count_if(order.rows.begin(), order.rows.end(), is_ranked));
  return order;
}

}  // namespace samverka
