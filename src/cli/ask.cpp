// samverka ask: the questions of the gap analysis, as a table for those who know the answers.
#include "analysis/gaps.h"
#include "app/question_sheet.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"

namespace samverka {
namespace {

GapAnalysis asked_about(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                        const RuleSet& rules, Date day, const std::string& county) {
  const GapAnalysis all = find_gaps(network, index, taxonomy, rules, day);
  if (county.empty()) return all;
  return only_subjects(all, network, rules, [&](const Actor& actor) { return actor.county == county; });
}

}  // namespace

Exit run_ask(Terminal& terminal, const Words& words) {
  const Assets& assets = terminal.assets();
  const std::string* output = words.find("--output");
  if (!output) return terminal.tell(wrong_use({"usage.no_output_file", {{"command", "ask"}, {"takes", "Q.csv"}}}));
  const auto county = county_of(words);
  if (!county) return terminal.tell(county.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  Exit exit = Exit::done;
  const auto rules = open_rules(terminal, words, exit);
  if (!rules) return exit;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  if (!*day && network.as_of == Date{}) return terminal.tell(wrong_use({"info.no_as_of", {}}));
  const NetworkIndex index(network);
  const Result<Done> is_there = check_place(network, index, *county);
  if (!is_there) return terminal.tell(is_there.problem());
  const GapAnalysis analysis =
      asked_about(network, index, assets.taxonomy, *rules, day->value_or(network.as_of), *county);
  const auto written =
      write_file_atomically(*output, question_sheet(network, assets.taxonomy, analysis, *rules, terminal.texts()));
  return written ? file->exit : terminal.tell(written.problem());
}

}  // namespace samverka
