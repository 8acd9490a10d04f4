#pragma once
// What a cell of a matrix looks like, and what its colours and marks mean: the same in the window and in a picture.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/gaps.h"
#include "analysis/matrix.h"
#include "i18n/texts.h"
#include "scene/scene.h"

namespace samverka {

// The cells' colours, in steps rather than a sliding scale: a colour can then be found in the legend, and means the
// same whatever the filter. The shares keep clear of 0.6-0.9, where neither light nor dark digits are read well.
struct MatrixStep {
  std::size_t from;  // agreements
  float share;       // of the accent colour in the panel's
};
inline constexpr auto matrix_steps =
    std::to_array<MatrixStep>({{0, 0}, {1, 0.1F}, {2, 0.22F}, {5, 0.36F}, {10, 0.56F}, {20, 1}});
// The same colours for shares: the least percentage of each.
inline constexpr std::array<int, 6> share_steps = {0, 1, 20, 40, 60, 80};
// Fewer than this get numbers and no percentages.
constexpr std::size_t least_for_share = 5;

// References live through the call only.
struct MatrixPaint {
  const Matrix& matrix;
  const Theme& theme;
  const Texts& texts;
  bool has_lens = false;  // columns of agreements are told apart by a perspective
};

struct CellLook {
  Rgba ground;
  double unknown = 0;                          // share of it that is hatched
  std::string words;                           // empty: the mark alone, or nothing
  std::optional<Outcome> mark;                 // of one municipality or party
  RuleClass rule_class = RuleClass::ambition;  // decides the mark's shape, and the cell's
  bool is_small = false;                       // a word in small letters, left out where it does not fit
  bool is_pale = false;                        // nought is no finding where nothing is known
  bool is_empty = false;                       // nothing stands here
  bool has_pending = false;                    // of a share: some of the rest are on their way
};
// `is_one`: the row is a single municipality or party. The column after the last is the sum.
CellLook look_of_cell(const MatrixPaint& paint, bool is_one, std::size_t column, const MatrixCell& cell);

// What words about a cell are made of.
Outcome outcome_in(const MatrixCell& cell);                                        // of one municipality or party
std::string chain_word(const Texts& texts, Outcome outcome);                       // "på väg in"
std::string part_in_words(const Texts& texts, std::size_t part, std::size_t all);  // "3 av 15"
// Whether the column is a norm that is told as numbers and never by name, and the row is too few for that.
bool is_untold(const Matrix& matrix, bool is_one, std::size_t column, const MatrixCell& cell);

// One entry of the legend: looks that share the sign, side by side.
struct MatrixSign {
  std::vector<CellLook> looks;
  std::string words;
};
// `shows_one`: rows of single municipalities or parties are among them.
std::vector<MatrixSign> signs_of_matrix(const MatrixPaint& paint, bool shows_one);
std::string_view key_of_explanation(const MatrixPaint& paint);  // the text that says what is counted

// Day, filter, and how many were asked and have answered: no figure goes without. `filter`: in words; empty: none.
std::string matrix_ground_in_words(const MatrixPaint& paint, const std::string& date, const std::string& filter);

bool is_matrix_of_agreements(MatrixKind kind);
// The colour of a step (matrix_steps) of a class of norms; every other number has that of law.
Rgba step_colour(const Theme& theme, std::size_t step, RuleClass rule_class = RuleClass::law);
// Of a share of fewer than least_for_share, of whatever class: then the count alone says how many.
Rgba few_colour(const Theme& theme);
// No two classes of norms in one colour: of chips, bars and cells.
Rgba class_colour(const Theme& theme, RuleClass rule_class);
// Whichever of the theme's own is read best on it.
Rgba ink_on(const Theme& theme, Rgba ground);

}  // namespace samverka
