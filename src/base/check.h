#pragma once
// Checks of our own reasoning, on in Release too. They are for mistakes in the program, never for mistakes in a file:
// those are Problems (result.h).
#include <string_view>

namespace samverka {

[[noreturn]] void check_failed(std::string_view condition, std::string_view words, const char* file, int line);

}  // namespace samverka

#define SAM_CHECK(condition, words) \
  ((condition) ? static_cast<void>(0) : ::samverka::check_failed(#condition, words, __FILE__, __LINE__))
