// samverka chains: are the social services, school, health care and civil society of each municipality joined?
#include <algorithm>

#include "app/filter_words.h"
#include "base/collate.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/chains_report.h"

namespace samverka {

Exit run_chains(Terminal& terminal, const Words& words) {
  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  const auto group = chain_group_of(words);
  if (!group) return terminal.tell(group.problem());
  const auto county = county_of(words);
  if (!county) return terminal.tell(county.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  const NetworkIndex index(network);
  const Result<Done> is_there = check_place(network, index, *county);
  if (!is_there) return terminal.tell(is_there.problem());
  ChainsReport report{network, *group, day->value_or(network.as_of), {}};
  report.chains = find_chains(network, index, taxonomy, *group, report.day);
  std::erase_if(report.chains, [&](const ChainFinding& chain) {
    return !county->empty() && network.actor(chain.municipality).county != *county;
  });
  std::stable_sort(report.chains.begin(), report.chains.end(), [&](const ChainFinding& a, const ChainFinding& b) {
    return swedish_less(network.actor(a.municipality).shown_name(), network.actor(b.municipality).shown_name());
  });
  Filter narrowed;
  if (!county->empty()) narrowed.clauses.push_back({"county", {*county}, false});
  const std::string told =
      words.has("--json")
          ? chains_json(report)
          : chains_text(report, terminal.texts(), filter_in_words(narrowed, terminal.assets(), terminal.texts()));
  return worse(file->exit, terminal.print(told));
}

}  // namespace samverka
