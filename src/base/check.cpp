#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace samverka {

void check_failed(std::string_view condition, std::string_view words, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: check failed: %.*s (%.*s)\n", file, line, static_cast<int>(condition.size()),
               condition.data(), static_cast<int>(words.size()), words.data());
  std::abort();
}

}  // namespace samverka
