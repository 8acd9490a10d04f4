#include "io/table_text.h"

#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.h"
#include "io/check_bytes.h"

namespace samverka {
namespace {

// Bytes 80-9F of Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt, without the five that stand for
// nothing); all others are the character of their own number.
constexpr std::array<char16_t, 32> high_controls = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void put(std::string& text, std::uint32_t c) {
  const auto byte = [&text](std::uint32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t point = byte < 0x80 || byte > 0x9F ? byte : high_controls[byte - 0x80U];
    if (point == 0) return std::nullopt;  // none of it, or a zero byte, which no text has
    put(text, point);
  }
  return text;
}

bool is_high(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::optional<std::string> from_utf16(std::string_view bytes, bool is_big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(is_big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    std::uint32_t point = unit(at);
    if (point == 0 || is_low(point)) return std::nullopt;
    if (is_high(point)) {
      if (at + 2 >= bytes.size() || !is_low(unit(at + 2))) return std::nullopt;
      at += 2;
      point = 0x10000 + ((point - 0xD800) << 10) + (unit(at) - 0xDC00);
    }
    put(text, point);
  }
  return text;
}

// Bytes that are part of no letter, against whole letters of more than one byte.
bool is_damaged_utf8(std::string_view bytes) {
  if (length_of_mark(bytes) > 0) return true;
  std::size_t letters = 0, others = 0;
  while (const auto bad = first_invalid_utf8(bytes)) {
    const std::string_view sound = bytes.substr(0, *bad);
    for (const char c : sound) letters += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
    ++others;
    bytes.remove_prefix(*bad + 1);
  }
  for (const char c : bytes) letters += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
  return letters > others;
}

}  // namespace

const char* word(TableEncoding encoding) {
  switch (encoding) {
    case TableEncoding::windows_1252:
      return "Windows-1252";
    case TableEncoding::utf16:
      return "UTF-16";
    case TableEncoding::utf8:
      break;
  }
  return "UTF-8";
}

TableText table_text_of(std::string_view bytes) {
  const bool is_little = bytes.substr(0, 2) == "\xFF\xFE", is_big = bytes.substr(0, 2) == "\xFE\xFF";
  if (is_little || is_big) {
    auto text = from_utf16(bytes.substr(2), is_big);
    if (text) return {std::move(*text), TableEncoding::utf16};
    return {std::string(bytes), TableEncoding::utf8};
  }
  if (first_invalid_utf8(bytes) && !is_damaged_utf8(bytes)) {
    auto text = from_windows_1252(bytes);
    if (text) return {std::move(*text), TableEncoding::windows_1252};
  }
  return {std::string(bytes), TableEncoding::utf8};
}

}  // namespace samverka
