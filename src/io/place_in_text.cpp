#include "io/place_in_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace samverka {

PlaceFinder::PlaceFinder(std::string_view text) : text_(text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") scanned_ = line_start_ = 3;  // a byte order mark is no column
}

LineColumn PlaceFinder::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < line_start_) *this = PlaceFinder(text_);
  for (; scanned_ < offset; ++scanned_) {
    const char c = text_[scanned_];
    if (c != '\n' && c != '\r') continue;
    const bool ends_with_crlf = c == '\r' && scanned_ + 1 < text_.size() && text_[scanned_ + 1] == '\n';
    if (ends_with_crlf) continue;  // the LF that follows ends the line
    ++line_;
    line_start_ = scanned_ + 1;
  }
  const std::size_t start = std::min(line_start_, offset);
  return {line_, count_code_points(text_.substr(start, offset - start)) + 1};
}

LineColumn place_in_text(std::string_view text, std::size_t offset) { return PlaceFinder(text).at(offset); }

}  // namespace samverka
