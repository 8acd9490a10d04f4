// samverka info: what is recorded, how much of it is firm, and what is not known.
#include "analysis/census.h"
#include "app/filter_words.h"
#include "app/restricted_network.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/info_report.h"

namespace samverka {
namespace {

std::string name_without_folder_and_ending(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

std::string about_graph(const EdgeList& graph, const std::string& path, const Texts& texts, bool as_json) {
  return as_json ? info_json(graph, name_without_folder_and_ending(path)) : info_text(graph, path, texts);
}

std::string about_network(const Network& network, Date day, const std::optional<Filter>& filter,
                          const Terminal& terminal, bool as_json) {
  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  const Network counted = filter ? restricted_network(network, taxonomy, *filter) : network;
  const Census census = take_census(counted, taxonomy, day);
  if (as_json) return info_json(census);
  const std::string words = filter ? filter_in_words(*filter, terminal.assets(), terminal.texts()) : "";
  return info_text(census, counted, taxonomy, terminal.texts(), words);
}

}  // namespace

Exit run_info(Terminal& terminal, const Words& words) {
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return terminal.tell(filter.problem());
  const std::string& path = words.files.front();
  Exit exit = Exit::done;
  const auto file = open_network(terminal, path, true, exit);
  if (!file) return exit;
  const bool as_json = words.has("--json");
  const Network* network = file->network();
  if (!network && *filter) return terminal.tell(wrong_use({"usage.filter_graph", {}}));
  const std::string result = network
                                 ? about_network(*network, day->value_or(network->as_of), *filter, terminal, as_json)
                                 : about_graph(*file->edge_list(), path, terminal.texts(), as_json);
  return worse(file->exit, terminal.print(result));
}

}  // namespace samverka
