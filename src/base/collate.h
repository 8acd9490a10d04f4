#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samverka {

// Swedish order: å ä ö last, é as e, case and accents only as tie-breakers, digits by value ("2" before "10").
bool swedish_less(std::string_view a, std::string_view b);

// Of each text its place among the distinct ones in that order, from 0; equal texts have the same. 200 000 names take
// about 0.1 s, where sorting them by swedish_less takes ten times as long.
std::vector<std::uint32_t> swedish_ranks(std::span<const std::string> texts);

// For searching: lower case, NFC, å ä → a, ö → o, accents dropped ("Åmål" and "amal" meet).
std::string folded(std::string_view text);

// An id by FORMAT 4.2 from a name: folded, spaces to '-', other characters dropped, at most 80. Empty if nothing is
// left.
std::string id_from_name(std::string_view name);

// Levenshtein distance in code points, at most `limit` (returns limit + 1 when it is more). O(|a|·|b|).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace samverka
