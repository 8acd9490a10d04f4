// samverka whatif: what would change if an agreement ended, an actor closed, or something new came. The file is
// untouched.
#include "analysis/what_if.h"
#include "app/filter_words.h"
#include "app/scenario_words.h"
#include "app/what_if_words.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/read_proposal.h"

namespace samverka {
namespace {

std::vector<std::string> parts_of(const std::string& words, char between) {
  std::vector<std::string> parts(1);
  for (const char c : words) {
    if (c == between) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

struct StepOption {
  const char* option;
  StepKind kind;
};
constexpr StepOption of_agreements[] = {
    {"--end", StepKind::end}, {"--expire", StepKind::expire}, {"--start", StepKind::start}};

ScenarioStep step_of(StepKind kind) {
  ScenarioStep step;
  step.kind = word(kind);
  return step;
}

class StepReader {
 public:
  StepReader(const Terminal& terminal, const Network& network, const NetworkIndex& index, const Words& words)
      : terminal_(terminal), network_(network), index_(index), words_(words) {}

  Result<Scenario> read() {
    for (const StepOption& option : of_agreements) take_agreements(option);
    take_closed();
    take_pairs("--merge", StepKind::merge);
    take_pairs("--adopt", StepKind::adopt);
    take_added();
    if (problem_) return *problem_;
    if (scenario_.steps.empty()) return wrong_use({"usage.whatif_nothing", {}});
    return scenario_;
  }

 private:
  std::vector<std::string> each(const char* option) const {
    const std::string* given = words_.find(option);
    return given ? parts_of(*given, ',') : std::vector<std::string>{};
  }

  // As `peers` and the others name an actor: its id, code or name.
  Key actor(const std::string& given) {
    const auto found = actor_of(given, network_, index_);
    if (!found && !problem_) problem_ = found.problem();
    return found ? network_.actor(*found).key : given;
  }

  void take_agreements(const StepOption& option) {
    for (const std::string& key : each(option.option)) {
      ScenarioStep step = step_of(option.kind);
      step.agreement = key;
      scenario_.steps.push_back(std::move(step));
    }
  }

  void take_closed() {
    for (const std::string& given : each("--close")) {
      ScenarioStep step = step_of(StepKind::close);
      step.actor = actor(given);
      scenario_.steps.push_back(std::move(step));
    }
  }

  void take_pairs(const char* option, StepKind kind) {
    for (const std::string& given : each(option)) {
      const std::vector<std::string> pair = parts_of(given, ':');
      if (pair.size() != 2) {
        if (!problem_) problem_ = wrong_use({"usage.whatif_pair", {{"option", option}, {"word", given}}});
        return;
      }
      ScenarioStep step = step_of(kind);
      if (kind == StepKind::merge) {
        step.actor = actor(pair[0]);
        step.into = actor(pair[1]);
      } else {
        step.agreement = pair[0];
        step.actor = actor(pair[1]);
      }
      scenario_.steps.push_back(std::move(step));
    }
  }

  // The agreement itself, or the file that holds it.
  void take_added() {
    const std::string* given = words_.find("--add");
    if (!given) return;
    const bool is_text = given->find('{') != std::string::npos;
    const Result<std::string> text = is_text ? Result<std::string>(*given) : read_file(*given, ReadLimits{}.file_bytes);
    if (!text) {
      problem_ = text.problem();
      return;
    }
    const ReadProposal read = read_proposal(*text, is_text ? "--add" : *given);
    for (const Problem& problem : read.report.problems) {
      if (problem.severity != Severity::error) continue;
      if (!problem_) {
        problem_ = problem;
        continue;
      }
      terminal_.tell(problem);
    }
    ScenarioStep step = step_of(StepKind::add);
    step.proposed = read.agreement;
    scenario_.steps.push_back(std::move(step));
  }

  const Terminal& terminal_;
  const Network& network_;
  const NetworkIndex& index_;
  const Words& words_;
  Scenario scenario_;
  std::optional<Problem> problem_;
};

std::vector<std::string> told_steps(const Scenario& scenario, const AppliedScenario& applied, const Texts& texts) {
  const NetworkIndex index(applied.network);
  std::vector<std::string> told;
  for (const ScenarioStep& step : scenario.steps) told.push_back(texts.tr(step_message(step, applied.network, index)));
  return told;
}

}  // namespace

Exit run_whatif(Terminal& terminal, const Words& words) {
  const Assets& assets = terminal.assets();
  const auto filter = filter_of(words, &assets.taxonomy);
  if (!filter) return terminal.tell(filter.problem());
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  Exit exit = Exit::done;
  const auto judged = open_with_rules(terminal, words, *day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const NetworkIndex index(network);
  const auto scenario = StepReader(terminal, network, index, words).read();
  if (!scenario) return terminal.tell(scenario.problem());
  const WhatIfQuestion question{shown_filter(*filter), judged->day};
  const AppliedScenario applied = apply(network, index, *scenario, question.day);
  // Half a scenario would be the answer to another question.
  for (const AppliedScenario::Refused& refused : applied.refused) terminal.tell(refused.problem);
  if (!applied.refused.empty()) return Exit::usage;
  const WhatIf found = what_if(network, applied, assets.taxonomy, judged->rules, question);
  const WhatIfReport report{network,
                            applied.network,
                            assets.taxonomy,
                            judged->rules,
                            found,
                            question.day,
                            filter_in_words(question.filter, assets, terminal.texts()),
                            told_steps(*scenario, applied, terminal.texts())};
  return worse(judged->file.exit,
               terminal.print(words.has("--json") ? what_if_json(report) : what_if_text(report, terminal.texts())));
}

}  // namespace samverka
