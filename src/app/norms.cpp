#include "app/norms.h"

namespace samverka {

ReadRules load_norms(const Assets& assets, const std::string& path) {
  return read_rules_file(path.empty() ? assets.folder + "/rules/grundnormer-2025.json" : path, assets.taxonomy);
}

}  // namespace samverka
