#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/crosswalk.h"

namespace samverka {

// The `crosswalk` and `without_counterpart` of a taxonomy file; empty where it has none. E_PARSE when it is no JSON.
// A row without `from` is left out; a word for `comparable` that is not known counts as "no".
Result<Crosswalk> read_crosswalk(std::string_view text, const std::string& file_name);

}  // namespace samverka
