#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace samverka {

// A plain graph from `source,target` CSV (RFC 4180 quoting, header required; semicolons will do, as a spreadsheet in
// Swedish writes them): for layouts and benchmarks.
struct EdgeList {
  std::vector<std::string> names;  // vertex names in order of first appearance
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
};
bool looks_like_edge_list(std::string_view text);  // the header says so
Result<EdgeList> read_edge_list(std::string_view csv, const std::string& file_name);

}  // namespace samverka
