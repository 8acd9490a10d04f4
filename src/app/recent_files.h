#pragma once
#include <string>
#include <vector>

namespace samverka {

constexpr std::size_t recent_files_kept = 10;

// The path first, once, and no more than are kept.
void add_recent(std::vector<std::string>& recent, const std::string& path);

}  // namespace samverka
