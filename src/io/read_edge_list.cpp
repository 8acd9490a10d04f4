#include "io/read_edge_list.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "io/check_bytes.h"
#include "io/place_in_text.h"

namespace samverka {
namespace {

// The RFC 4180 cells of one line at a time. A quoted cell may hold separators, line breaks and doubled quotes.
class CsvLines {
 public:
  CsvLines(std::string_view text, char separator) : text_(text), separator_(separator) {}
  bool at_end() const { return at_ >= text_.size(); }
  std::size_t offset() const { return at_; }
  bool has_bad_quote() const { return bad_quote_; }

  void next_line(std::vector<std::string>& cells) {
    cells.clear();
    do {
      cells.push_back(next_cell());
    } while (take(separator_));
    const bool ends_line = take('\r') || at_end();
    if (!take('\n') && !ends_line) bad_quote_ = true;  // something stands behind a closed quotation mark
  }

 private:
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string next_cell() {
    if (take('"')) return quoted_cell();
    const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\r', '\n'}, at_), text_.size());
    std::string cell(text_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }
  std::string quoted_cell() {
    std::string cell;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) break;
      cell += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (!take('"')) return cell;
      cell += '"';
    }
    bad_quote_ = true;  // never closed
    at_ = text_.size();
    return cell;
  }
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool bad_quote_ = false;
};

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
  std::vector<std::string> header;
  CsvLines(text.substr(0, 200), separator).next_line(header);
  return header.size() >= 2 && header[0] == "source" && header[1] == "target";
}

// The one that the header is written with: a spreadsheet in Swedish writes semicolons. Nothing without a header.
std::optional<char> separator_of(std::string_view text) {
  for (const char separator : {',', ';'}) {
    if (has_header(without_mark(text), separator)) return separator;
  }
  return std::nullopt;
}

Problem unreadable(ByteProblem bad, std::string_view csv, const std::string& file_name) {
  if (bad.problem.code == "E_UTF8") bad.problem.message.key = "problem.utf8.table";  // says how a spreadsheet saves it
  return placed(std::move(bad.problem), csv, file_name, bad.offset);
}

}  // namespace

bool looks_like_edge_list(std::string_view text) { return separator_of(text).has_value(); }

Result<EdgeList> read_edge_list(std::string_view csv, const std::string& file_name) {
  if (auto bad = check_bytes(csv)) return unreadable(std::move(*bad), csv, file_name);
  const auto separator = separator_of(csv);
  if (!separator) {
    return placed(error("E_PARSE", {"problem.parse.edge_list", {}}, Exit::parse), csv, file_name, 0);
  }
  EdgeList list;
  Vertices vertices(list);
  const std::string_view text = without_mark(csv);
  const std::size_t mark = csv.size() - text.size();
  CsvLines lines(text, *separator);
  std::vector<std::string> cells;
  lines.next_line(cells);
  while (!lines.at_end()) {
    const std::size_t start = lines.offset();
    lines.next_line(cells);
    if (lines.has_bad_quote()) {
      return placed(error("E_PARSE", {"problem.parse.quote", {}}, Exit::parse), csv, file_name, mark + start);
    }
    if (cells.size() == 1 && cells[0].empty()) continue;  // an empty line says nothing
    if (cells.size() < 2 || cells[0].empty() || cells[1].empty()) {
      return placed(error("E_PARSE", {"problem.parse.edge", {}}, Exit::parse), csv, file_name, mark + start);
    }
    const std::uint32_t from = vertices.index_of(cells[0]);  // before the target: names come in reading order
    list.edges.emplace_back(from, vertices.index_of(cells[1]));
  }
  return list;
}

}  // namespace samverka
