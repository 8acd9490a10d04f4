#pragma once
#include <optional>
#include <string_view>

#include "io/problem_list.h"

namespace samverka {

// What makes bytes unreadable before any JSON is looked for: E_EMPTY, E_ENCODING, E_NUL, E_UTF8.
struct ByteProblem {
  Problem problem;
  std::size_t offset = 0;
};
std::optional<ByteProblem> check_bytes(std::string_view bytes);

// 3 where a UTF-8 byte order mark begins the text, else 0.
std::size_t length_of_mark(std::string_view bytes);

}  // namespace samverka
