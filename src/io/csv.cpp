#include "io/csv.h"

#include <algorithm>
#include <array>

#include "io/check_bytes.h"
#include "io/place_in_text.h"

namespace samverka {
namespace {

constexpr char written_separator = ';';
constexpr std::array<std::string_view, 11> formula_starts = {
    "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

// Whatever apostrophes stand before it: else a name that begins with '= could not be told from a guarded =.
bool would_be_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of('\'');
  if (first == std::string_view::npos) return false;
  const std::string_view rest = cell.substr(first);
  return std::any_of(formula_starts.begin(), formula_starts.end(),
                     [&](std::string_view start) { return rest.starts_with(start); });
}

std::string without_zero_bytes(const std::string& cell) {
  std::string out;
  for (const char c : cell) c == '\0' ? out += "\xEF\xBF\xBD" : out += c;
  return out;
}

// Spaces at the ends are quoted too: some programs drop them.
bool needs_quotes(const std::string& cell) {
  return cell.find_first_of(";,\t\"\r\n") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ');
}

std::string csv_cell(const std::string& text, bool is_number = false) {
  std::string cell = without_zero_bytes(text);
  if (!is_number && would_be_formula(cell)) cell.insert(0, 1, '\'');
  if (!needs_quotes(cell)) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

// Of those outside quotation marks; a semicolon where there is none.
char most_common_separator(std::string_view line) {
  constexpr std::string_view separators = ";,\t";
  std::array<std::size_t, separators.size()> counts{};
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') is_quoted = !is_quoted;
    const std::size_t which = is_quoted ? std::string_view::npos : separators.find(c);
    if (which != std::string_view::npos) ++counts[which];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return separators[static_cast<std::size_t>(most - counts.begin())];
}

struct TableStart {
  char separator = written_separator;
  std::size_t header = 0;  // where it begins
};

TableStart start_of(std::string_view text) {
  TableStart start;
  start.header = length_of_mark(text);
  const std::string_view rest = text.substr(start.header);
  const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
  if (line.size() == 5 && line.starts_with("sep=")) {
    const std::size_t next = rest.find_first_not_of("\r\n", line.size());
    start.separator = line[4];
    start.header += next == std::string_view::npos ? rest.size() : next;
    return start;
  }
  start.separator = most_common_separator(line);
  return start;
}

void unguard(std::vector<CsvCell>& cells) {
  for (CsvCell& cell : cells) {
    if (cell.text.starts_with('\'') && would_be_formula(cell.text)) cell.text.erase(0, 1);
  }
}

bool is_blank(const std::vector<CsvCell>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return cell.text.empty(); });
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += written_separator;
    line += csv_cell(cell);
  }
  return line + "\r\n";
}

std::string csv_line(const std::vector<CsvWritten>& cells, char separator) {
  std::string line;
  for (const CsvWritten& cell : cells) {
    if (&cell != &cells.front()) line += separator;
    line += csv_cell(cell.text, cell.is_number);
  }
  return line + "\r\n";
}

std::optional<Problem> table_byte_problem(std::string_view text, const std::string& file_name) {
  auto bad = check_bytes(text);
  if (!bad) return std::nullopt;
  if (bad->problem.code == "E_UTF8") bad->problem.message.key = "problem.utf8.table";  // how a spreadsheet saves it
  return placed(std::move(bad->problem), text, file_name, bad->offset);
}

Result<CsvTable> read_csv(std::string_view text, const std::string& file_name, const ReadLimits& limits) {
  if (auto bad = table_byte_problem(text, file_name)) return std::move(*bad);
  const TableStart start = start_of(text);
  CsvLines lines(text.substr(start.header), start.separator);
  CsvTable table;
  std::vector<CsvCell> cells;
  std::size_t count = 0;
  while (!lines.at_end()) {
    const std::size_t begin = start.header + lines.offset();
    lines.next_line(cells);
    if (lines.has_bad_quote()) {
      return placed(error("E_PARSE", {"problem.parse.quote", {}}, Exit::parse), text, file_name, begin);
    }
    count += cells.size();
    if (count > limits.entities) {
      const Message message{"problem.limit.cells", {{"limit", std::to_string(limits.entities)}}};
      return placed(error("E_LIMIT", message, Exit::limit), text, file_name, begin);
    }
    for (CsvCell& cell : cells) cell.offset += start.header;
    unguard(cells);
    if (table.header.empty()) {
      table.header = std::move(cells);
    } else if (!is_blank(cells)) {
      table.rows.push_back(std::move(cells));
    }
  }
  return table;
}

}  // namespace samverka
