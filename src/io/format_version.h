#pragma once
#include <optional>
#include <string>

#include "base/result.h"

namespace samverka {

// What is wrong with the `format_version` of a file whose own is 1.0: E_VERSION (exit 3) for another major one or one
// that cannot be read, W_VERSION for a newer minor one, which is readable; else nothing.
std::optional<Problem> version_problem(const std::string& version);

}  // namespace samverka
