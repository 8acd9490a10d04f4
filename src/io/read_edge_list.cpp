#include "io/read_edge_list.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "io/check_bytes.h"
#include "io/csv.h"
#include "io/csv_lines.h"
#include "io/place_in_text.h"

namespace samverka {
namespace {

std::string_view without_mark(std::string_view text) {
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

class Vertices {
 public:
  explicit Vertices(EdgeList& list) : list_(list) {}
  std::uint32_t index_of(const std::string& name) {
    const auto [found, is_new] = indices_.emplace(name, static_cast<std::uint32_t>(list_.names.size()));
    if (is_new) list_.names.push_back(name);
    return found->second;
  }

 private:
  EdgeList& list_;
  std::unordered_map<std::string, std::uint32_t> indices_;
};

bool has_header(std::string_view text, char separator) {
  std::vector<CsvCell> header;
  CsvLines(text.substr(0, 200), separator).next_line(header);
  return header.size() >= 2 && header[0].text == "source" && header[1].text == "target";
}

// The one that the header is written with: a spreadsheet in Swedish writes semicolons. Nothing without a header.
std::optional<char> separator_of(std::string_view text) {
  for (const char separator : {',', ';'}) {
    if (has_header(without_mark(text), separator)) return separator;
  }
  return std::nullopt;
}

}  // namespace

bool looks_like_edge_list(std::string_view text) { return separator_of(text).has_value(); }

Result<EdgeList> read_edge_list(std::string_view csv, const std::string& file_name) {
  if (auto bad = table_byte_problem(csv, file_name)) return std::move(*bad);
  const auto separator = separator_of(csv);
  if (!separator) {
    return placed(error("E_PARSE", {"problem.parse.edge_list", {}}, Exit::parse), csv, file_name, 0);
  }
  EdgeList list;
  Vertices vertices(list);
  const std::string_view text = without_mark(csv);
  const std::size_t mark = csv.size() - text.size();
  CsvLines lines(text, *separator);
  std::vector<CsvCell> cells;
  lines.next_line(cells);
  while (!lines.at_end()) {
    const std::size_t start = lines.offset();
    lines.next_line(cells);
    if (lines.has_bad_quote()) {
      return placed(error("E_PARSE", {"problem.parse.quote", {}}, Exit::parse), csv, file_name, mark + start);
    }
    if (cells.size() == 1 && cells[0].text.empty()) continue;  // an empty line says nothing
    if (cells.size() < 2 || cells[0].text.empty() || cells[1].text.empty()) {
      return placed(error("E_PARSE", {"problem.parse.edge", {}}, Exit::parse), csv, file_name, mark + start);
    }
    const std::uint32_t from = vertices.index_of(cells[0].text);  // before the target: names come in reading order
    list.edges.emplace_back(from, vertices.index_of(cells[1].text));
  }
  return list;
}

}  // namespace samverka
