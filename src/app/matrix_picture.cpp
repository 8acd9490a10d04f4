#include "app/matrix_picture.h"

#include <algorithm>
#include <set>

#include "analysis/partners.h"
#include "app/filter_words.h"
#include "app/pictures.h"
#include "base/collate.h"

namespace samverka {
namespace {

bool is_one_row(const Matrix& matrix, const MatrixRow& row) {
  return matrix.by == MatrixRows::municipalities || row.other.is_set();
}

// In pictures there is no room for marks: the word of a single municipality is coloured as its outcome is in the map.
HeatCell heat_cell(const MatrixPaint& paint, const CellLook& look) {
  HeatCell cell;
  cell.ground = look.ground;
  if (look.mark == Outcome::met || look.mark == Outcome::met_expiring) {
    cell.ground = step_colour(paint.theme, look.mark == Outcome::met ? 4 : 3, look.rule_class);
  } else if (look.mark == Outcome::pending) {
    cell.ground = step_colour(paint.theme, 1, look.rule_class);
  }
  cell.ink = look.is_pale ? paint.theme.muted : ink_on(paint.theme, cell.ground);
  cell.unknown = static_cast<float>(look.unknown);
  cell.words = look.words;
  cell.is_round = look.rule_class == RuleClass::ambition || look.rule_class == RuleClass::local;
  cell.is_empty = look.is_empty;
  return cell;
}

HeatRow heat_row(const MatrixPaint& paint, const MatrixRow& row, bool is_one, bool has_all) {
  HeatRow heat;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    heat.cells.push_back(heat_cell(paint, look_of_cell(paint, is_one, i, row.cells[i])));
  }
  if (has_all) heat.cells.push_back(heat_cell(paint, look_of_cell(paint, is_one, row.cells.size(), row.all)));
  return heat;
}

std::string sum_name(const Matrix& matrix, const Texts& texts) {
  if (matrix.by == MatrixRows::counties) return texts.tr("matrix.all_counties");
  if (matrix.by == MatrixRows::groups) return texts.tr("matrix.all_groups");
  return texts.plural("matrix.all_municipalities", static_cast<long long>(matrix.rows.size()));
}

std::vector<std::string> column_headings(const MatrixSource& source, const Matrix& matrix, bool has_all,
                                         const Texts& texts) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    names.push_back(matrix_column_name(source, matrix, i, texts));
  }
  if (!has_all) return names;
  if (matrix.kind == MatrixKind::chain) {
    names.push_back(texts.tr("chain.whole"));
  } else {
    names.push_back(texts.tr(matrix.kind == MatrixKind::area ? "matrix.all_areas" : "matrix.all_columns"));
  }
  return names;
}

std::vector<HeatSign> heat_signs(const MatrixPaint& paint, bool shows_one) {
  std::vector<HeatSign> signs;
  for (const MatrixSign& sign : signs_of_matrix(paint, shows_one)) {
    const bool is_mark_alone = sign.looks.size() == 1 && sign.looks[0].mark && !shows_one;
    if (is_mark_alone) continue;  // a small mark in a corner, which pictures leave out
    HeatSign& heat = signs.emplace_back();
    heat.words = sign.words;
    for (const CellLook& look : sign.looks) heat.looks.push_back(heat_cell(paint, look));
  }
  return signs;
}

}  // namespace

std::optional<HeatMap> matrix_heat_map(const MatrixSource& source, const MatrixLook& look, const Theme& theme,
                                       const Texts& texts) {
  const std::optional<Matrix> made = make_matrix(source, look, look.rows);
  if (!made) return std::nullopt;
  const Matrix& matrix = *made;
  const MatrixPaint paint{matrix, theme, texts, is_matrix_of_agreements(matrix.kind) && !source.lens.empty()};
  const bool has_all = is_matrix_of_agreements(matrix.kind) || matrix.kind == MatrixKind::chain;
  const std::vector<std::string> names = matrix_row_names(source, matrix, texts);
  NeedOrder order = rows_by_need(matrix, names, look.ranks_all);
  if (!look.is_by_need) {
    std::stable_sort(order.rows.begin(), order.rows.end(),
                     [&](std::size_t a, std::size_t b) { return swedish_less(names[a], names[b]); });
  }
  HeatMap map;
  map.theme = theme;
  map.caption.title = matrix_title(source, look, matrix.kind, texts) + " – " + source.network.title;
  map.columns = column_headings(source, matrix, has_all, texts);
  map.rows.push_back(heat_row(paint, matrix.sum, false, has_all));
  map.rows.back().name = sum_name(matrix, texts);
  map.rows.back().is_sum = true;
  bool shows_one = false;
  for (const std::size_t at : order.rows) {
    const bool is_one = is_one_row(matrix, matrix.rows[at]);
    shows_one |= is_one;
    map.rows.push_back(heat_row(paint, matrix.rows[at], is_one, has_all));
    map.rows.back().name = names[at];
  }
  map.legend = heat_signs(paint, shows_one);
  // A picture has nothing to point at.
  const bool is_of_norms = matrix.kind == MatrixKind::rule;
  map.explanation = texts.tr(is_of_norms ? "matrix.what_rules_drawn" : key_of_explanation(paint));
  if (matrix.left_out > 0) {
    map.explanation += " " + texts.plural("matrix.left_out", static_cast<long long>(matrix.left_out),
                                          {{"limit", texts.number(static_cast<long long>(crowd_parties))}});
  }
  map.more = texts.tr("matrix.more_rows");
  map.caption.date = matrix_ground_in_words(paint, date_in_words(source.network, texts, source.day),
                                            filter_in_plain_words(source.filter, source.assets, texts));
  return map;
}

}  // namespace samverka
