#pragma once
// Tables as text: written so that a spreadsheet opens them as they are, and read as a spreadsheet saves them.
//
// A spreadsheet takes a cell that begins with = + - @ for a formula, and runs it. Such a cell is written with an
// apostrophe before it, which reading takes away again: what is written comes back exactly, apostrophes too.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/csv_lines.h"
#include "io/read_network.h"

namespace samverka {

// A Swedish Excel takes semicolons, and UTF-8 only where the mark says so; lines end as it ends them.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";
// One line. A zero byte, which no text file can hold, becomes U+FFFD; all else comes back exactly.
std::string csv_line(const std::vector<std::string>& cells);

// The same with a separator of one's own (comma, semicolon, tab), and numbers of the program's own unguarded.
struct CsvWritten {
  std::string text;
  bool is_number = false;
};
std::string csv_line(const std::vector<CsvWritten>& cells, char separator);

struct CsvTable {
  std::vector<CsvCell> header;
  std::vector<std::vector<CsvCell>> rows;  // without lines where every cell is empty
};

// Comma, semicolon or tab, whichever the header has most of; "sep=;" before it decides. With or without the mark.
// E_EMPTY, E_ENCODING, E_NUL, E_UTF8, E_PARSE (a quotation mark that is never closed: the file has been cut off) and
// E_LIMIT (more cells than `limits.entities`) with line and column. Linear.
Result<CsvTable> read_csv(std::string_view text, const std::string& file_name, const ReadLimits& limits = {});

// What makes the bytes no table at all, with words on how a spreadsheet saves one.
std::optional<Problem> table_byte_problem(std::string_view text, const std::string& file_name);

}  // namespace samverka
