#pragma once
// Small files that belong to the program (taxonomy, map) are read whole into nlohmann's tree; network files are not:
// see read_network.cpp.
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

#include "base/result.h"

namespace samverka {

inline constexpr int dom_depth_limit = 64;

// E_PARSE with line and column (exit 3), E_DEPTH (exit 4) for nesting over dom_depth_limit.
Result<nlohmann::json> parse_dom(std::string_view json, const std::string& file_name);

// The member's text, or the fallback where there is none of that type.
std::string text_member(const nlohmann::json& object, const char* name, const std::string& fallback = {});

// The member if it is a list; else an empty one.
const nlohmann::json& list_member(const nlohmann::json& object, const char* name);

}  // namespace samverka
