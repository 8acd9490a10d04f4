#pragma once
#include <string>
#include <string_view>

namespace samverka {

// A name from data ("Gävleborgs län", "../../etc/passwd") as the name of a file, without ending: letters (å, ä, ö and
// every other alphabet's), digits, space and . + - _ ; each other character becomes "_", and so does a bidi control or
// a byte that is no UTF-8. No dot, dash or space stands first, no dot or space last; at most 120 bytes, cut between
// characters that belong together; a name that Windows keeps for itself ("CON", "lpt1.txt") begins with "_". What is
// left empty is "_". Two names may become one: who writes many files sees to that they differ.
std::string safe_file_name(std::string_view name);

}  // namespace samverka
