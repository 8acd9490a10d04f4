#include "io/read_proposal.h"

#include "io/read_workspace.h"

namespace samverka {
namespace {

// Read as the step of a scenario, which knows how: one line before it, which the places of problems leave out.
constexpr std::string_view before =
    R"({"format":"samverka-workspace","format_version":"1.0","scenarios":[{"steps":[{"kind":"add","proposed":)"
    "\n";
constexpr std::string_view after = "\n}]}]}";
constexpr std::string_view pointer_before = "/scenarios/0/steps/0/proposed";

void put_back(Problem& problem) {
  if (problem.line > 1) --problem.line;
  if (problem.pointer.starts_with(pointer_before)) problem.pointer.erase(0, pointer_before.size());
}

}  // namespace

ReadProposal read_proposal(std::string_view json, const std::string& file_name) {
  ReadWorkspace read = read_workspace(std::string(before) + std::string(json) + std::string(after), file_name);
  for (Problem& problem : read.report.problems) put_back(problem);
  const std::vector<Scenario>& scenarios = read.workspace.scenarios;
  const bool is_whole = scenarios.size() == 1 && scenarios[0].steps.size() == 1 && scenarios[0].steps[0].proposed;
  if (!is_whole) return {{}, std::move(read.report)};
  return {*scenarios[0].steps[0].proposed, std::move(read.report)};
}

}  // namespace samverka
