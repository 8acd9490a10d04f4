// samverka gaps: what the norms say of everyone they are about, and what nobody knows.
#include "analysis/gaps.h"

#include <algorithm>

#include "app/closing_words.h"
#include "app/filter_words.h"
#include "cli/open_network.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"
#include "report/gaps_report.h"
#include "report/told.h"

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
  for (const Filter& alternative : each_alternative(*filter)) {
    for (const FilterClause& clause : alternative.clauses) {
      const FilterKey* key = filter_key(clause.key);
      if (key && key->subject == FilterSubject::actor) continue;
      return wrong_use({"usage.filter_gaps", {{"key", clause.key}}});
    }
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
                       [&](const Actor& actor) { return request.filter->accepts(actor, taxonomy, &network); });
}

// ---- --close: what would close them ----

std::vector<std::string> parts_of(const std::string& words) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= words.size();) {
    const std::size_t end = std::min(words.find(',', from), words.size());
    parts.push_back(words.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

// Places of the norms by their ids. One that is told as numbers only has no list of who would sign.
Result<std::vector<std::size_t>> rules_to_close(const std::string& words, const RuleSet& rules) {
  std::vector<std::size_t> places;
  for (const std::string& id : parts_of(words)) {
    const auto found =
        std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) { return rule.id == id; });
    if (found == rules.rules.end()) {
      std::string ids;
      for (const Rule& rule : rules.rules) ids += (ids.empty() ? "" : ", ") + rule.id;
      return wrong_use({"closing.no_rule", {{"rule", id}, {"rules", ids}}});
    }
    if (found->is_counts_only) return wrong_use({"closing.counts_only", {{"rule", id}}});
    places.push_back(static_cast<std::size_t>(found - rules.rules.begin()));
  }
  return places;
}

void put_goals(JsonText& json, const Network& network, const RuleSet& rules, const std::vector<ClosingGoal>& goals) {
  json.begin_list();
  for (const ClosingGoal& goal : goals) {
    json.begin_object().key("rule").text(rules.rules[goal.rule].id);
    json.key("actor").text(network.actor(goal.subject).key).end_object();
  }
  json.end_list();
}

std::string closing_json(const ClosingSet& found, const Network& network, const RuleSet& rules) {
  JsonText json;
  json.begin_object().key("goals").number(found.goals.size()).key("unknown_left").number(found.unknown_left);
  json.key("bound").decimal(found.bound).key("steps").begin_list();
  for (const ClosingStep& step : found.steps) {
    json.begin_object().key("joins");
    put_id(json, network, step.joins);
    json.key("area").text(step.area).key("form").text(step.form).key("target_groups").begin_list();
    for (const std::string& group : step.target_groups) json.text(group);
    json.end_list().key("partners");
    put_ids(json, network, step.partners);
    json.key("signers");
    put_ids(json, network, step.signers);
    json.end_object();
  }
  json.end_list().key("closed");
  put_goals(json, network, rules, found.closed);
  json.key("left");
  put_goals(json, network, rules, found.left);
  json.end_object();
  return std::move(json).finished();
}

Exit tell_closing(const Terminal& terminal, const Words& words, const Network& network, const RuleSet& rules,
                  const GapAnalysis& analysis) {
  const auto wanted = rules_to_close(*words.find("--close"), rules);
  if (!wanted) return terminal.tell(wanted.problem());
  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  const ClosingQuestion question{*wanted, {}, words.has("--unknown")};
  const ClosingSet found = closing_set(network, NetworkIndex(network), taxonomy, rules, analysis, question);
  return terminal.print(words.has("--json") ? closing_json(found, network, rules)
                                            : closing_text(network, taxonomy, found, terminal.texts()));
}

}  // namespace

Exit run_gaps(Terminal& terminal, const Words& words) {
  const Assets& assets = terminal.assets();
  const auto request = gaps_request(words, assets.taxonomy);
  if (!request) return terminal.tell(request.problem());
  Exit exit = Exit::done;
  const auto judged = open_with_rules(terminal, words, request->day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const GapAnalysis analysis = analysed(network, assets.taxonomy, judged->rules, *request);
  if (words.find("--close"))
    return worse(judged->file.exit, tell_closing(terminal, words, network, judged->rules, analysis));
  const std::string filter = request->filter ? filter_in_words(*request->filter, assets, terminal.texts()) : "";
  const Exit printed =
      terminal.print(words.has("--json") ? gaps_json(analysis, network, judged->rules)
                                         : gaps_text(analysis, network, judged->rules, terminal.texts(), filter));
  const Exit found = is_failed(analysis, judged->rules, request->fail_on) ? Exit::findings : Exit::done;
  return worse(worse(judged->file.exit, printed), found);
}

}  // namespace samverka
