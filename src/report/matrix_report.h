#pragma once
#include <string>
#include <vector>

#include "analysis/matrix.h"
#include "i18n/texts.h"

namespace samverka {

struct MatrixReport {
  const Network& network;
  const Matrix& matrix;
  Date day;
  std::vector<std::string> rows, columns;  // as people call them
  NeedOrder order;
  bool is_by_need = false;
};

// A table with what stands in it told above: day, filter, asked and answered. Columns of areas go by their codes,
// others by numbers that are told below. `narrowed` is the filter in words; empty: everything.
std::string matrix_text(const MatrixReport& report, const Texts& texts, const std::string& narrowed);

// The same for programs (CLI contract), codes for names, rows in their order. Cells of norms also say how many meet
// them (met), of how many (of), and the interval of their coverage (low, high; null where there is nothing to weigh).
std::string matrix_json(const MatrixReport& report);

}  // namespace samverka
