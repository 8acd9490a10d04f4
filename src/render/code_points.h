#pragma once
// Reading UTF-8 that may be broken: every ill-formed byte is one U+FFFD, so drawing never stops and never reads
// outside.
#include <cstddef>
#include <string>
#include <string_view>

namespace samverka {

constexpr char32_t replacement_character = 0xFFFD;

// The code point at `offset`, which moves past it. Precondition: offset < text.size().
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& text, char32_t code_point);

}  // namespace samverka
