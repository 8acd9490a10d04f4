// samverka path: the ways between two actors, and the agreements that they go over.
#include "analysis/partners.h"
#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/reach_report.h"

namespace samverka {
namespace {

// More steps than these join everybody with everybody, in more ways than anyone reads.
constexpr std::size_t most_steps = 6;
constexpr std::size_t most_routes = 10'000;
constexpr std::size_t usual_routes = 100;

// Without --steps, the ways of the fewest steps, however many those are.
Routes shortest_ways(const Network& network, const SubNetwork& part, RouteRequest& request) {
  const Route shortest = shortest_route(network, part, request.from, request.to, request.crowd);
  request.steps = shortest.steps();
  Routes found = all_routes(network, part, request);
  found.crowded_agreements = shortest.crowded_agreements;
  return found;
}

}  // namespace

Exit run_path(Terminal& terminal, const Words& words) {
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return terminal.tell(filter.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const auto steps = count_of(words, "--steps", most_steps, 0);
  if (!steps) return terminal.tell(steps.problem());
  const auto top = count_of(words, "--top", most_routes, usual_routes);
  if (!top) return terminal.tell(top.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  const NetworkIndex index(network);
  const auto from = actor_of(words.second, network, index);
  if (!from) return terminal.tell(from.problem());
  const auto to = actor_of(words.third, network, index);
  if (!to) return terminal.tell(to.problem());
  const Filter shown = shown_filter(*filter);
  const Date on = day->value_or(network.as_of);
  const SubNetwork part = restrict(network, terminal.assets().taxonomy, shown, on);
  PathReport report{network, on, {*from, *to, *steps, crowd_parties, *top}, {}};
  report.found =
      words.find("--steps") ? all_routes(network, part, report.request) : shortest_ways(network, part, report.request);
  const std::string narrowed = filter_in_words(shown, terminal.assets(), terminal.texts());
  return worse(file->exit,
               terminal.print(words.has("--json") ? path_json(report) : path_text(report, terminal.texts(), narrowed)));
}

}  // namespace samverka
