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
  const auto judged = open_with_rules(terminal, words, *day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const NetworkIndex index(network);
  const Result<Done> is_there = check_place(network, index, *county);
  if (!is_there) return terminal.tell(is_there.problem());
  const GapAnalysis analysis = asked_about(network, index, assets.taxonomy, judged->rules, judged->day, *county);
  const auto written = write_file_atomically(
      *output, question_sheet(network, assets.taxonomy, analysis, judged->rules, terminal.texts()));
  return written ? judged->file.exit : terminal.tell(written.problem());
}

}  // namespace samverka
