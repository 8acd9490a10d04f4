#include "io/place_in_text.h"

#include <algorithm>
#include <numeric>

namespace samverka {
namespace {

// Walks through a text and tells the place of each offset, which must not fall.
class PlaceWalk {
 public:
  explicit PlaceWalk(std::string_view text) : text_(text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;  // a byte order mark is no column
  }

  LineColumn to(std::size_t offset) {
    for (; at_ < std::min(offset, text_.size()); ++at_) step();
    return place_;
  }

 private:
  void step() {
    const char c = text_[at_];
    const bool begins_crlf = c == '\r' && text_.substr(at_ + 1, 1) == "\n";  // the LF that follows ends the line
    if (c == '\n' || (c == '\r' && !begins_crlf)) {
      place_ = {place_.line + 1, 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place_.column;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  LineColumn place_;
};

}  // namespace

std::vector<LineColumn> places_in_text(std::string_view text, const std::vector<std::size_t>& offsets) {
  std::vector<std::size_t> order(offsets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return offsets[a] < offsets[b]; });
  std::vector<LineColumn> places(offsets.size());
  PlaceWalk walk(text);
  for (std::size_t i : order) places[i] = walk.to(offsets[i]);
  return places;
}

Problem placed(Problem problem, std::string_view text, const std::string& file_name, std::size_t offset) {
  const LineColumn place = places_in_text(text, {offset}).front();
  problem.file = file_name;
  problem.line = place.line;
  problem.column = place.column;
  return problem;
}

}  // namespace samverka
