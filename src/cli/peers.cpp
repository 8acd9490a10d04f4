// samverka peers: municipalities like one, and what they have on record that it has not.
#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/peers_report.h"

namespace samverka {

Exit run_peers(Terminal& terminal, const Words& words) {
  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return terminal.tell(filter.problem());
  const auto area = area_of(words, taxonomy);
  if (!area) return terminal.tell(area.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const auto top = count_of(words, "--top", 1000, usual_peers);
  if (!top) return terminal.tell(top.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  const auto actor = actor_of(words.second, network, NetworkIndex(network));
  if (!actor) return terminal.tell(actor.problem());
  if (network.actor(*actor).type != "municipality") {
    return terminal.tell(wrong_use({"usage.no_municipality", {{"actor", network.actor(*actor).key}}}));
  }
  PeersReport report{network, taxonomy, *actor, day->value_or(network.as_of), *area, {}, {}};
  const Filter shown = area->empty() ? shown_filter(*filter) : filter->value_or(Filter{});
  const SubNetwork part = restrict(network, taxonomy, shown, report.day);
  report.peers = peers_of(network, *actor, *top);
  report.lacking =
      lacking_practices(network, taxonomy, part, ties_of(network, taxonomy, part), *actor, report.peers, *area);
  const std::string narrowed = filter_in_words(with_area(shown, *area), terminal.assets(), terminal.texts());
  return worse(file->exit, terminal.print(words.has("--json") ? peers_json(report)
                                                              : peers_text(report, terminal.texts(), narrowed)));
}

}  // namespace samverka
