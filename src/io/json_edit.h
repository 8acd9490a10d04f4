#pragma once
// One member of a JSON value changed in its text: all the rest, numbers' digits and members that nobody knows among it,
// stays to the letter.
#include <string>
#include <string_view>

#include "base/result.h"

namespace samverka {

// `path` is a JSON pointer (RFC 6901) with or without its first slash: "valid/to", "parties/3/state"; "-" for the end
// of a list. Objects and lists on the way that are not there are made. `json` must be sound JSON, `raw` too: E_PARSE
// for a `raw` that is not. E_PATH where the way leads through a value that holds no members, or
// past the end of a list.
Result<std::string> with_member(std::string_view json, std::string_view path, std::string_view raw);

// Without the member or item; the same where there is none. E_PATH for an empty path.
Result<std::string> without_member(std::string_view json, std::string_view path);

// The member's raw text; empty where there is none.
std::string member_of(std::string_view json, std::string_view path);

}  // namespace samverka
