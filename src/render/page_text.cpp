#include <algorithm>

#include "render/code_points.h"
#include "render/page.h"

namespace samverka {
namespace {

constexpr std::size_t longest_text = 4000;  // bytes looked at: no line of a picture is longer

bool is_drawable(char32_t code_point) {
  const bool is_control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
  return !is_control && (code_point & 0xFFFE) != 0xFFFE;  // U+xFFFE and U+xFFFF are no characters
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  const std::size_t end = std::min(text.size(), longest_text);
  for (std::size_t offset = 0; offset < end;) {
    const char32_t code_point = next_code_point(text, offset);
    append_utf8(clean, is_drawable(code_point) ? code_point : replacement_character);
  }
  return clean;
}

std::string grouped_number(std::size_t number, const std::string& digit_group) {
  std::string digits = std::to_string(number);
  if (digits.size() <= 3) return digits;
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += digit_group;
    grouped += digits[i];
  }
  return grouped;
}

std::string fitted_text(const TextMeasure& measure, std::string text, float size_px, bool is_bold, float width_px) {
  if (measure.width(text, size_px, is_bold) <= width_px) return text;
  const float room = width_px - measure.width("…", size_px, is_bold);
  float used = 0;
  std::size_t kept = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    next_code_point(text, offset);
    used += measure.width(std::string_view(text).substr(begin, offset - begin), size_px, is_bold);
    if (used > room) break;
    kept = offset;
  }
  if (kept == 0) return {};
  text.resize(kept);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text + "…";
}

std::vector<std::string> wrapped_text(const TextMeasure& measure, const std::string& text, float size_px, bool is_bold,
                                      float width_px, std::size_t lines) {
  std::vector<std::string> wrapped;
  if (lines == 0) return wrapped;
  for (const std::string& word : words_of(text)) {
    const std::string longer = wrapped.empty() ? word : wrapped.back() + " " + word;
    const bool fits = !wrapped.empty() && measure.width(longer, size_px, is_bold) <= width_px;
    const bool is_last = wrapped.size() == lines;
    if (fits || (is_last && !wrapped.empty()))
      wrapped.back() = longer;
    else
      wrapped.push_back(word);
  }
  for (std::string& line : wrapped) line = fitted_text(measure, line, size_px, is_bold, width_px);
  return wrapped;
}

}  // namespace samverka
