#pragma once
// The matrix that a look asks for, with its names: the same for the window and the command line.
#include <optional>
#include <string>
#include <vector>

#include "analysis/matrix.h"
#include "app/assets.h"
#include "app/view_state.h"
#include "model/rules.h"
#include "report/chains_report.h"  // the keys of chains and links, for whoever draws a matrix

namespace samverka {

// What it is made from; references live through the call only. `part` is what filter and day let through.
struct MatrixSource {
  const Network& network;
  const NetworkIndex& index;
  const Assets& assets;
  const SubNetwork& part;
  const Filter& filter;
  Date day;
  const RuleSet& rules;
  const GapAnalysis* gaps = nullptr;  // of the rules on that day; needed where the columns are norms
  std::string lens;                   // code of a perspective; empty: none
};

// What the columns are by their word; an agreement's key is its adoption. Empty where there is no such agreement.
std::optional<MatrixKind> matrix_kind_of(const MatrixLook& look, const NetworkIndex& index);

// Empty where the columns are an agreement that there is none of, or norms that nobody has found yet.
std::optional<Matrix> make_matrix(const MatrixSource& source, const MatrixLook& look, MatrixRows rows);

// As people call them, in the order of the rows: "Dalarnas län", "Falun", "Större stad". May hold anything that a file
// can: make it safe before it is drawn.
std::vector<std::string> matrix_row_names(const MatrixSource& source, const Matrix& matrix, const Texts& texts);
// "A4 Skola, vård …", "Lag: Överenskommelse med …"; and without what stands before.
std::string matrix_column_name(const MatrixSource& source, const Matrix& matrix, std::size_t column,
                               const Texts& texts);
std::string matrix_column_label(const MatrixSource& source, const Matrix& matrix, std::size_t column,
                                const Texts& texts);

// What the matrix answers, over it: "Gällande överenskommelser".
std::string matrix_title(const MatrixSource& source, const MatrixLook& look, MatrixKind kind, const Texts& texts);

// Text keys.
std::string_view link_state_key(LinkState state);
std::string_view adoption_key(std::string_view column);

}  // namespace samverka
