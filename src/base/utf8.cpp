#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace samverka {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";     // …

// Length of the ASCII run at the start, eight bytes at a time: most of every file is ASCII.
std::size_t ascii_run(std::string_view text) {
  std::size_t at = 0;
  while (at + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080U) != 0) break;
    at += 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

struct Decoded {
  std::int32_t code_point = 0;  // -1 where ill-formed
  std::size_t length = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
  std::int32_t code_point = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (length <= 0) return {-1, 1};
  return {code_point, static_cast<std::size_t>(length)};
}

bool is_bidi_control(std::int32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_control(std::int32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// "‹U+202E›": seen, and cannot turn the text around it.
std::string bidi_mark(std::int32_t c) {
  const bool isolate = c >= 0x2066;
  const auto digit = static_cast<char>("0123456789ABCDEF"[c & 0xF]);
  return std::string("\xE2\x80\xB9U+") + (isolate ? "206" : "202") + digit + "\xE2\x80\xBA";
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at += ascii_run(text.substr(at));
    if (at == text.size()) return std::nullopt;
    const Decoded next = decode(text, at);
    if (next.code_point < 0) return at;
    at += next.length;
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

std::string shortened(std::string_view text, std::size_t graphemes) {
  utf8proc_int32_t state = 0;
  std::int32_t before = -1;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const std::int32_t c = next.code_point < 0 ? 0xFFFD : next.code_point;
    const bool starts_grapheme = before < 0 || utf8proc_grapheme_break_stateful(before, c, &state);
    if (starts_grapheme && seen == graphemes) return std::string(text.substr(0, at)).append(ellipsis);
    if (starts_grapheme) ++seen;
    before = c;
    at += next.length;
  }
  return std::string(text);
}

std::string cut_to_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)).append(ellipsis);
}

std::string displayable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (next.code_point == '\n' || next.code_point == '\t') {
      out += ' ';
    } else if (next.code_point < 0 || is_control(next.code_point)) {
      out += replacement;
    } else if (is_bidi_control(next.code_point)) {
      out += bidi_mark(next.code_point);
    } else {
      out += text.substr(at, next.length);
    }
    at += next.length;
  }
  return out;
}

std::string normalized_nfc(std::string_view text) {
  // Nothing below U+0300, the first combining mark, changes: that is all of Swedish as it is mostly written.
  const bool is_plain =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
  if (is_plain) return std::string(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return std::string(text);  // ill-formed: nothing to compose
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  std::free(mapped);
  return out;
}

}  // namespace samverka
