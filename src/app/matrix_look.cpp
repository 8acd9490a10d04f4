#include "app/matrix_look.h"

#include <algorithm>

#include "app/gap_words.h"
#include "app/matrix_maker.h"

namespace samverka {
namespace {

std::size_t step_of_count(std::size_t n) {
  std::size_t step = 0;
  while (step + 1 < matrix_steps.size() && n >= matrix_steps[step + 1].from) ++step;
  return step;
}

std::size_t step_of_share(std::size_t part, std::size_t all) {
  if (part == 0 || all == 0) return 0;
  std::size_t step = 1;
  while (step + 1 < share_steps.size() && part * 100 >= all * static_cast<std::size_t>(share_steps[step + 1])) ++step;
  return step;
}

Rgba share_ground(const Theme& theme, std::size_t part, std::size_t all, RuleClass rule_class = RuleClass::law) {
  if (all > 0 && all < least_for_share) return few_colour(theme);
  return step_colour(theme, step_of_share(part, all), rule_class);
}

std::string number_of(const MatrixPaint& paint, std::size_t n) { return paint.texts.number(static_cast<long long>(n)); }

CellLook lens_look(const MatrixPaint& paint, const LensCount& lens) {
  CellLook look;
  look.rule_class = RuleClass::law;
  look.is_empty = lens.all() == 0;
  look.ground = share_ground(paint.theme, lens.yes, lens.all());
  look.words = look.is_empty ? "–" : part_in_words(paint.texts, lens.yes, lens.all());
  look.is_pale = look.is_empty || lens.not_recorded == lens.all();
  look.unknown = look.is_empty ? 0 : static_cast<double>(lens.not_recorded) / static_cast<double>(lens.all());
  return look;
}

CellLook agreements_look(const MatrixPaint& paint, const MatrixCell& cell) {
  if (paint.has_lens) return lens_look(paint, cell.lens);
  CellLook look;
  look.rule_class = RuleClass::law;
  look.ground = step_colour(paint.theme, step_of_count(cell.n));
  look.words = number_of(paint, cell.n);
  look.unknown = cell.unknown_share();
  look.is_pale = cell.n == 0 && look.unknown >= 1;
  if (!look.is_pale) return look;
  look.words = paint.texts.tr("matrix.hatched_unknown");  // a nought would be read as an answer
  look.is_small = true;
  return look;
}

// A municipality's own state in the column that it stands in, and nothing in the others.
Outcome adoption_mark(std::size_t column) {
  constexpr Outcome marks[] = {Outcome::met, Outcome::pending, Outcome::pending,
                               Outcome::gap, Outcome::unknown, Outcome::unknown};
  return marks[std::min(column, std::size(marks) - 1)];
}

// What is unknown is hatched, and needs no mark beside.
CellLook with_mark(CellLook look, Outcome outcome) {
  if (outcome == Outcome::unknown) {
    look.unknown = 1;
    look.is_pale = look.is_small = true;
  } else {
    look.mark = outcome;
  }
  return look;
}

CellLook one_look(const MatrixPaint& paint, std::size_t column, const MatrixCell& cell, CellLook look) {
  const MatrixKind kind = paint.matrix.kind;
  look.ground = paint.theme.panel;
  if (kind != MatrixKind::rule) look.rule_class = RuleClass::ambition;  // no law stands behind it
  if (kind == MatrixKind::adoption) {
    look.is_empty = cell.n == 0;
    if (look.is_empty) return look;
    look.words = paint.texts.tr(adoption_key(adoption_columns[column]));
    return with_mark(std::move(look), adoption_mark(column));
  }
  look.is_empty = cell.of == 0 && cell.exempt == 0;
  if (look.is_empty) return look;
  const Outcome outcome = outcome_in(cell);
  look.words = kind == MatrixKind::chain ? chain_word(paint.texts, outcome) : paint.texts.tr(text_key(outcome));
  return with_mark(std::move(look), outcome);
}

// ---- the legend ----

CellLook patch(const MatrixPaint& paint, std::size_t step, RuleClass rule_class = RuleClass::law) {
  CellLook look;
  look.ground = step_colour(paint.theme, step, rule_class);
  look.rule_class = rule_class;
  return look;
}

MatrixSign hatched_sign(const MatrixPaint& paint, std::string_view key) {
  CellLook look = patch(paint, 0);
  look.unknown = 1;
  return {{look}, paint.texts.tr(key)};
}

MatrixSign mark_sign(const MatrixPaint& paint, Outcome outcome, std::string_view key) {
  CellLook look;
  look.ground = paint.theme.panel;
  look.mark = outcome;
  look.rule_class = paint.matrix.kind == MatrixKind::rule ? RuleClass::law : RuleClass::ambition;
  return {{look}, paint.texts.tr(key)};
}

void add_counts(const MatrixPaint& paint, std::vector<MatrixSign>& signs) {
  for (std::size_t step = 0; step < matrix_steps.size(); ++step) {
    const std::size_t from = matrix_steps[step].from;
    std::string words = number_of(paint, from);
    if (step + 1 == matrix_steps.size()) {
      words = paint.texts.tr("matrix.or_more", {{"n", words}});
    } else if (matrix_steps[step + 1].from - 1 != from) {
      words += "–" + number_of(paint, matrix_steps[step + 1].from - 1);
    }
    signs.push_back({{patch(paint, step)}, words});
  }
  signs.push_back(hatched_sign(paint, "matrix.hatched_unknown"));
}

// "0 %", "1–19 %" … "80 % eller mer"
std::string share_in_words(const Texts& texts, std::size_t step) {
  if (step == 0) return texts.tr("matrix.nobody_met");
  const std::string from = texts.number(share_steps[step]);
  if (step + 1 == share_steps.size()) return texts.tr("matrix.share_or_more", {{"share", from}});
  return texts.tr("gaps.share", {{"share", from + "–" + texts.number(share_steps[step + 1] - 1)}});
}

void add_shares(const MatrixPaint& paint, std::string_view unknown_key, std::vector<MatrixSign>& signs) {
  for (std::size_t step = 0; step < share_steps.size(); ++step) {
    signs.push_back({{patch(paint, step)}, share_in_words(paint.texts, step)});
  }
  CellLook few = patch(paint, 0);
  few.ground = few_colour(paint.theme);
  signs.push_back({{few}, paint.texts.tr("matrix.few", {{"n", number_of(paint, least_for_share)}})});
  signs.push_back(hatched_sign(paint, unknown_key));
}

// One row of colours a class, each with its name: they are never read as one. From pale to full, since one colour alone
// would be a step of the shares.
void add_classes(const MatrixPaint& paint, std::vector<MatrixSign>& signs) {
  for (const RuleClass rule_class : {RuleClass::law, RuleClass::duty, RuleClass::ambition, RuleClass::local}) {
    const auto is_of_it = [&](const MatrixColumn& column) { return column.rule_class == rule_class; };
    if (std::none_of(paint.matrix.columns.begin(), paint.matrix.columns.end(), is_of_it)) continue;
    signs.push_back({{patch(paint, 1, rule_class), patch(paint, 3, rule_class), patch(paint, 5, rule_class)},
                     paint.texts.tr(text_key(rule_class))});
  }
  add_shares(paint, "matrix.hatched_unknown", signs);
}

void add_rule_marks(const MatrixPaint& paint, bool shows_one, std::vector<MatrixSign>& signs) {
  if (!shows_one) return signs.push_back(mark_sign(paint, Outcome::pending, text_key(Outcome::pending)));
  for (const Outcome outcome : {Outcome::met, Outcome::met_expiring, Outcome::pending, Outcome::gap, Outcome::exempt}) {
    signs.push_back(mark_sign(paint, outcome, text_key(outcome)));
  }
}

void add_chain_marks(const MatrixPaint& paint, bool shows_one, std::vector<MatrixSign>& signs) {
  signs.push_back(mark_sign(paint, Outcome::pending, "chain.state.pending"));
  if (!shows_one) return;
  signs.push_back(mark_sign(paint, Outcome::met, "chain.state.joined"));
  signs.push_back(mark_sign(paint, Outcome::gap, "chain.state.missing"));
}

}  // namespace

std::string part_in_words(const Texts& texts, std::size_t part, std::size_t all) {
  return texts.tr("matrix.of", {{"n", texts.number(static_cast<long long>(part))},
                                {"all", texts.number(static_cast<long long>(all))}});
}

Outcome outcome_in(const MatrixCell& cell) {
  if (cell.expiring > 0) return Outcome::met_expiring;
  if (cell.met > 0) return Outcome::met;
  if (cell.pending > 0) return Outcome::pending;
  return cell.gaps > 0 ? Outcome::gap : cell.unknown > 0 ? Outcome::unknown : Outcome::exempt;
}

std::string chain_word(const Texts& texts, Outcome outcome) {
  if (outcome == Outcome::met) return texts.tr("chain.state.joined");
  if (outcome == Outcome::pending) return texts.tr("chain.state.pending");
  return texts.tr(outcome == Outcome::gap ? "chain.state.missing" : "chain.state.unknown");
}

bool is_untold(const Matrix& matrix, bool is_one, std::size_t column, const MatrixCell& cell) {
  const bool is_counts_only = column < matrix.columns.size() && matrix.columns[column].is_counts_only;
  return is_counts_only && (is_one || cell.of < least_for_share);
}

Rgba step_colour(const Theme& theme, std::size_t step, RuleClass rule_class) {
  return mixed(theme.panel, class_colour(theme, rule_class), matrix_steps[step].share);
}

Rgba few_colour(const Theme& theme) { return mixed(theme.panel, theme.muted, 0.12F); }

Rgba class_colour(const Theme& theme, RuleClass rule_class) {
  switch (rule_class) {
    case RuleClass::law:
      return theme.accent;
    case RuleClass::duty:
      return parse_colour(theme.is_dark ? "#5E97E6" : "#23569A");
    case RuleClass::ambition:
    case RuleClass::local:
      break;
  }
  return theme.muted;
}

Rgba ink_on(const Theme& theme, Rgba ground) {
  return contrast_ratio(theme.text, ground) >= contrast_ratio(theme.panel, ground) ? theme.text : theme.panel;
}

bool is_matrix_of_agreements(MatrixKind kind) {
  return kind == MatrixKind::area || kind == MatrixKind::form || kind == MatrixKind::partner_group;
}

CellLook look_of_cell(const MatrixPaint& paint, bool is_one, std::size_t column, const MatrixCell& cell) {
  const Matrix& matrix = paint.matrix;
  if (is_matrix_of_agreements(matrix.kind)) return agreements_look(paint, cell);
  CellLook look;
  look.rule_class = RuleClass::law;
  if (column < matrix.columns.size() && matrix.columns[column].rule_class) {
    look.rule_class = *matrix.columns[column].rule_class;
  }
  if (is_untold(matrix, is_one, column, cell)) {
    look.ground = paint.theme.panel;
    look.words = "·";
    look.is_pale = true;
    return look;
  }
  if (is_one) return one_look(paint, column, cell, std::move(look));
  look.is_empty = cell.of == 0;
  look.ground = share_ground(paint.theme, cell.met, cell.of, look.rule_class);
  look.has_pending = cell.pending > 0;
  look.words = look.is_empty ? "–" : part_in_words(paint.texts, cell.met, cell.of);
  look.unknown = cell.unknown_share();
  look.is_pale = look.is_empty || (cell.met == 0 && look.unknown >= 1);
  return look;
}

std::vector<MatrixSign> signs_of_matrix(const MatrixPaint& paint, bool shows_one) {
  std::vector<MatrixSign> signs;
  switch (paint.matrix.kind) {
    case MatrixKind::rule:
      add_classes(paint, signs);
      add_rule_marks(paint, shows_one, signs);
      return signs;
    case MatrixKind::adoption:
      add_shares(paint, "matrix.hatched_unknown", signs);
      return signs;
    case MatrixKind::chain:
      add_shares(paint, "matrix.hatched_unknown", signs);
      add_chain_marks(paint, shows_one, signs);
      return signs;
    case MatrixKind::area:
    case MatrixKind::form:
    case MatrixKind::partner_group:
      break;
  }
  if (paint.has_lens) {
    add_shares(paint, "lens.not_recorded", signs);
  } else {
    add_counts(paint, signs);
  }
  return signs;
}

std::string_view key_of_explanation(const MatrixPaint& paint) {
  switch (paint.matrix.kind) {
    case MatrixKind::rule:
      return "matrix.what_rules";
    case MatrixKind::adoption:
      return "matrix.what_adoption";
    case MatrixKind::chain:
      return "chain.what";
    case MatrixKind::partner_group:
    case MatrixKind::area:
    case MatrixKind::form:
      break;
  }
  if (paint.has_lens) return "lens.what_matrix";
  return paint.matrix.kind == MatrixKind::partner_group ? "matrix.what_group" : "matrix.what";
}

std::string matrix_ground_in_words(const MatrixPaint& paint, const std::string& date, const std::string& filter) {
  const Texts& texts = paint.texts;
  std::string words = date;
  if (!is_matrix_of_agreements(paint.matrix.kind)) {
    words += " · " + texts.tr("matrix.all_but_places");
  } else if (!filter.empty()) {
    words += " · " + texts.tr("caption.filter", {{"filter", filter}});
  }
  const MatrixRow& sum = paint.matrix.sum;
  words += " · ";
  if (sum.asked == 0) return words + texts.tr("matrix.nobody_asked", {{"all", number_of(paint, sum.municipalities)}});
  return words + texts.tr("matrix.asked", {{"asked", number_of(paint, sum.asked)},
                                           {"answered", number_of(paint, sum.answered)},
                                           {"all", number_of(paint, sum.municipalities)}});
}

}  // namespace samverka
