#include "cli/open_rules.h"

#include "app/norms.h"

namespace samverka {

std::optional<RuleSet> open_rules(const Terminal& terminal, const Words& words, Exit& exit) {
  const std::string path = words.value_or("--rules", "");
  ReadRules read = load_norms(terminal.assets(), path);
  for (const Problem& problem : read.report.problems) terminal.tell(problem);
  if (read.report.unlisted > 0) {
    const auto unlisted = static_cast<long long>(read.report.unlisted);
    terminal.note(terminal.texts().plural("check.more", unlisted, {{"file", path}}));
  }
  exit = read.report.exit;
  if (!read.report.is_usable) return std::nullopt;
  return std::move(read.rules);
}

}  // namespace samverka
