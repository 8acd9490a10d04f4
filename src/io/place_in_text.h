#pragma once
#include <cstddef>
#include <string_view>

namespace samverka {

// Line and column from 1; the column in characters. LF, CRLF and a lone CR each end a line.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

// Where an offset is in a text. Asks for rising offsets together cost one pass over the text.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text);
  LineColumn at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t scanned_ = 0;
  std::size_t line_start_ = 0;
  std::size_t line_ = 1;
};

LineColumn place_in_text(std::string_view text, std::size_t offset);

}  // namespace samverka
