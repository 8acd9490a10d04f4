#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace samverka {

// A cell of a table, and where in the text it begins.
struct CsvCell {
  std::string text;
  std::size_t offset = 0;
};

// The RFC 4180 cells of one line at a time. A quoted cell may hold separators, line breaks and doubled quotes.
class CsvLines {
 public:
  CsvLines(std::string_view text, char separator) : text_(text), separator_(separator) {}
  bool at_end() const { return at_ >= text_.size(); }
  std::size_t offset() const { return at_; }
  bool has_bad_quote() const { return bad_quote_; }

  void next_line(std::vector<CsvCell>& cells) {
    cells.clear();
    do {
      const std::size_t begin = at_;
      cells.push_back({next_cell(), begin});
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
    const char ends[] = {separator_, '\r', '\n'};
    const std::size_t end = std::min(text_.find_first_of(std::string_view(ends, 3), at_), text_.size());
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

}  // namespace samverka
