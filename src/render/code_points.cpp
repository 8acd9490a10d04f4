#include "render/code_points.h"

namespace samverka {
namespace {

struct Lead {
  std::size_t length;
  char32_t bits;
  char32_t least;  // smaller values in that length are overlong
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[offset]));
  const std::size_t start = offset++;
  if (lead.length == 0 || start + lead.length > text.size()) return replacement_character;
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[start + i]);
    if ((byte & 0xC0U) != 0x80) return replacement_character;
    value = value << 6 | (byte & 0x3FU);
  }
  const bool is_surrogate = value >= 0xD800 && value < 0xE000;
  if (value < lead.least || is_surrogate || value > 0x10FFFF) return replacement_character;
  offset = start + lead.length;
  return value;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace samverka
