#include "cli/open_rules.h"

#include "app/norms.h"
#include "cli/parse.h"

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

std::optional<JudgedNetwork> open_with_rules(const Terminal& terminal, const Words& words,
                                             const std::optional<Date>& day, Exit& exit) {
  auto rules = open_rules(terminal, words, exit);
  if (!rules) return std::nullopt;
  auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return std::nullopt;
  const Date as_of = file->network()->as_of;
  if (!day && as_of == Date{}) {
    exit = terminal.tell(wrong_use({"info.no_as_of", {}}));
    return std::nullopt;
  }
  return JudgedNetwork{std::move(*rules), std::move(*file), day.value_or(as_of)};
}

}  // namespace samverka
