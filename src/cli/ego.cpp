// samverka ego: who is within some steps of an actor, and over which agreements.
#include "analysis/partners.h"
#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/reach_report.h"

namespace samverka {

Exit run_ego(Terminal& terminal, const Words& words) {
  constexpr std::size_t most_steps = 9;
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return terminal.tell(filter.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const auto steps = count_of(words, "--steps", most_steps, 1);
  if (!steps) return terminal.tell(steps.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  const auto actor = actor_of(words.second, network, NetworkIndex(network));
  if (!actor) return terminal.tell(actor.problem());
  const Filter shown = shown_filter(*filter);
  const Date on = day->value_or(network.as_of);
  const SubNetwork part = restrict(network, terminal.assets().taxonomy, shown, on);
  const EgoReport report = ego_report(network, part, on, *actor, *steps, crowd_parties);
  const std::string narrowed = filter_in_words(shown, terminal.assets(), terminal.texts());
  return worse(file->exit,
               terminal.print(words.has("--json") ? ego_json(report) : ego_text(report, terminal.texts(), narrowed)));
}

}  // namespace samverka
