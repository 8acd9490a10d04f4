#include "app/norms.h"

namespace samverka {

ReadRules load_norms(const Assets& assets, const std::string& path) {
  if (!path.empty()) return read_rules_file(path, assets.taxonomy);
  ReadRules bundled{assets.rules, {}};
  bundled.report.is_usable = true;
  return bundled;
}

}  // namespace samverka
