#include "app/recent_files.h"

#include <algorithm>

namespace samverka {

void add_recent(std::vector<std::string>& recent, const std::string& path) {
  std::erase(recent, path);
  recent.insert(recent.begin(), path);
  if (recent.size() > recent_files_kept) recent.resize(recent_files_kept);
}

}  // namespace samverka
