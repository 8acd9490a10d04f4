#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samverka {

// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values over U+10FFFF count as
// ill-formed), or nothing. Linear.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);  // of well-formed text

// The text cut to at most `graphemes` user-perceived characters, with "…" if something was cut (UAX 29 boundaries).
std::string shortened(std::string_view text, std::size_t graphemes);

// One line that is safe to draw: bidi controls U+202A–E and U+2066–9 shown as "‹U+202E›", other control characters and
// ill-formed bytes as U+FFFD, line feeds and tabs as spaces.
std::string displayable(std::string_view text);

// The text cut to at most `bytes` bytes, between whole characters, with "…" if something was cut.
std::string cut_to_bytes(std::string_view text, std::size_t bytes);

std::string normalized_nfc(std::string_view text);

}  // namespace samverka
