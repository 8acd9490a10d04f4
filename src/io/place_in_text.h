#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace samverka {

// Line and column from 1; the column in characters. LF, CRLF and a lone CR each end a line.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

// Where the offsets, in any order, are in a text. One pass over it, however long its lines are and however many ask: a
// whole network may stand on one line.
std::vector<LineColumn> places_in_text(std::string_view text, const std::vector<std::size_t>& offsets);

// The problem, told of that place of the file.
Problem placed(Problem problem, std::string_view text, const std::string& file_name, std::size_t offset);

}  // namespace samverka
