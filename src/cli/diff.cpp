// samverka diff: what differs between two network files, by id.
#include "cli/open_network.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "report/diff_report.h"

namespace samverka {

Exit run_diff(Terminal& terminal, const Words& words) {
  Exit exit = Exit::done;
  const auto before = open_network(terminal, words.files.front(), false, exit);
  if (!before) return exit;
  const auto after = open_network(terminal, words.second, false, exit);
  if (!after) return exit;
  const NetworksApart apart = compare_networks(*before->network(), *after->network());
  const DiffReport report{*before->network(), *after->network(), apart};
  const Exit printed = terminal.print(words.has("--json") ? diff_json(report) : diff_text(report, terminal.texts()));
  const Exit read = worse(before->exit, after->exit);
  return worse(worse(read, printed), apart.empty() ? Exit::done : Exit::findings);
}

}  // namespace samverka
