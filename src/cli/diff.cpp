// samverka diff: what differs between two network files, by id, or between two days of one.
#include "app/comparison.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "report/diff_report.h"

namespace samverka {
namespace {

Result<std::optional<Date>> day_of_option(const Words& words, const std::string& option) {
  const std::string* given = words.find(option);
  if (!given) return std::optional<Date>();
  const auto day = parse_partial_date(*given);
  if (!day || day->day == 0) return wrong_use({"usage.value", {{"option", option}}});
  return std::optional(day->latest());
}

Exit tell_comparison(const Terminal& terminal, const Words& words, const VersionComparison& comparison, Exit read) {
  DiffReport report{*comparison.before.network, *comparison.after.network, comparison.apart};
  report.clocks = clocks_of(comparison);
  if (comparison.is_two_days) {
    report.before_day = comparison.before.title;
    report.after_day = comparison.after.title;
  }
  const Exit printed = terminal.print(words.has("--json") ? diff_json(report) : diff_text(report, terminal.texts()));
  return worse(worse(read, printed), comparison.apart.empty() ? Exit::done : Exit::findings);
}

}  // namespace

Exit run_diff(Terminal& terminal, const Words& words) {
  const auto day_a = day_of_option(words, "--on-a"), day_b = day_of_option(words, "--on-b");
  for (const auto* day : {&day_a, &day_b}) {
    if (!*day) return terminal.tell(day->problem());
  }
  const bool is_two_days = words.second.empty();
  if (is_two_days != (day_a->has_value() && day_b->has_value()) || day_a->has_value() != day_b->has_value()) {
    return terminal.tell(wrong_use({"version_diff.usage", {}}));
  }
  Exit exit = Exit::done;
  auto before = open_network(terminal, words.files.front(), false, exit);
  if (!before) return exit;
  const auto shared = [](const OpenedNetwork& opened) { return std::make_shared<const Network>(*opened.network()); };
  const auto first = shared(*before);
  if (is_two_days) {
    return tell_comparison(terminal, words, compare_days({"", first, first->as_of}, **day_a, **day_b), before->exit);
  }
  const auto after = open_network(terminal, words.second, false, exit);
  if (!after) return exit;
  const auto second = shared(*after);
  const VersionComparison comparison = compare_sides({"", first, first->as_of}, {"", second, second->as_of}, nullptr);
  return tell_comparison(terminal, words, comparison, worse(before->exit, after->exit));
}

}  // namespace samverka
