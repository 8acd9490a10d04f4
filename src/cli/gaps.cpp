// samverka gaps: what the norms say of everyone they are about, and what nobody knows.
#include "analysis/gaps.h"

#include <algorithm>

#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/gaps_report.h"

namespace samverka {
namespace {

struct GapsRequest {
  std::optional<Date> day;
  std::optional<Filter> filter;
  std::string fail_on;  // "law" or "any"; empty: gaps are no failure
};

// A filter chooses whom is told of. One that hid agreements would make gaps of what it hid.
std::optional<Problem> filter_problem(const std::optional<Filter>& filter) {
  if (!filter) return std::nullopt;
  for (const FilterClause& clause : filter->clauses) {
    const auto is_about_actors = [&](const FilterKey& key) {
      return key.name == clause.key && key.subject == FilterSubject::actor;
    };
    if (std::any_of(filter_keys().begin(), filter_keys().end(), is_about_actors)) continue;
    return wrong_use({"usage.filter_gaps", {{"key", clause.key}}});
  }
  return std::nullopt;
}

Result<GapsRequest> gaps_request(const Words& words, const Taxonomy& taxonomy) {
  GapsRequest request;
  const auto day = day_of(words);
  if (!day) return day.problem();
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return filter.problem();
  if (const auto problem = filter_problem(*filter)) return *problem;
  request.day = *day;
  request.filter = *filter;
  if (!words.find("--fail-on")) return request;
  const auto fail_on = choice(words, "--fail-on", {"law", "any"});
  if (!fail_on) return fail_on.problem();
  request.fail_on = *fail_on;
  return request;
}

bool is_failed(const GapAnalysis& analysis, const RuleSet& rules, const std::string& fail_on) {
  if (fail_on.empty()) return false;
  return std::any_of(analysis.rules.begin(), analysis.rules.end(), [&](const RuleFindings& findings) {
    const bool counts = fail_on == "any" || rules.rules[findings.rule].rule_class == RuleClass::law;
    return counts && findings.count(Outcome::gap) > 0;
  });
}

GapAnalysis analysed(const Network& network, const Taxonomy& taxonomy, const RuleSet& rules,
                     const GapsRequest& request) {
  const Date day = request.day.value_or(network.as_of);
  const GapAnalysis all = find_gaps(network, NetworkIndex(network), taxonomy, rules, day);
  if (!request.filter) return all;
  return only_subjects(all, network, rules,
                       [&](const Actor& actor) { return request.filter->accepts(actor, taxonomy); });
}

}  // namespace

Exit run_gaps(Terminal& terminal, const Words& words) {
  const Assets& assets = terminal.assets();
  const auto request = gaps_request(words, assets.taxonomy);
  if (!request) return terminal.tell(request.problem());
  Exit exit = Exit::done;
  const auto rules = open_rules(terminal, words, exit);
  if (!rules) return exit;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const Network& network = *file->network();
  if (!request->day && network.as_of == Date{}) return terminal.tell(wrong_use({"info.no_as_of", {}}));
  const GapAnalysis analysis = analysed(network, assets.taxonomy, *rules, *request);
  const std::string filter = request->filter ? filter_in_words(*request->filter, assets, terminal.texts()) : "";
  const Exit printed =
      terminal.print(words.has("--json") ? gaps_json(analysis, network, *rules)
                                         : gaps_text(analysis, network, *rules, terminal.texts(), filter));
  const Exit found = is_failed(analysis, *rules, request->fail_on) ? Exit::findings : Exit::done;
  return worse(worse(file->exit, printed), found);
}

}  // namespace samverka
