// samverka suggest: whom an actor could ask about an area, and why.
#include "analysis/suggest.h"

#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/suggest_report.h"

namespace samverka {

Exit run_suggest(Terminal& terminal, const Words& words) {
  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return terminal.tell(filter.problem());
  const auto area = area_of(words, taxonomy);
  if (!area) return terminal.tell(area.problem());
  if (area->empty()) return terminal.tell(wrong_use({"usage.no_area", {{"command", "suggest"}}}));
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const auto top = count_of(words, "--top", 1000, 5);
  if (!top) return terminal.tell(top.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  const NetworkIndex index(network);
  const auto actor = actor_of(words.second, network, index);
  if (!actor) return terminal.tell(actor.problem());
  const AdviceQuestion question{*actor, *area, *top};
  const Date on = day->value_or(network.as_of);
  const Filter shown = shown_filter(*filter);
  const SubNetwork part = restrict(network, taxonomy, shown, on);
  const Advice found = advise(network, index, taxonomy, part, ties_of(network, taxonomy, part), question);
  const SuggestReport report{network, taxonomy, question, on, found};
  const std::string narrowed = filter_in_words(shown, terminal.assets(), terminal.texts());
  return worse(file->exit, terminal.print(words.has("--json") ? suggest_json(report)
                                                              : suggest_text(report, terminal.texts(), narrowed)));
}

}  // namespace samverka
