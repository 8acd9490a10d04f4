#include "app/milestones.h"

#include <algorithm>

#include "base/check.h"

namespace samverka {
namespace {

SourceId source_named(const Network& network, const Key& key) {
  for (std::size_t i = 0; i < network.sources.size(); ++i) {
    if (network.sources[i].key == key) return SourceId(i);
  }
  return {};
}

// Without a day it comes first, where somebody sees it.
bool comes_earlier(const Milestone& a, const Milestone& b) {
  if (!a.date.is_set() || !b.date.is_set()) return !a.date.is_set() && b.date.is_set();
  return a.date.earliest() < b.date.earliest();
}

Problem problem_at(const char* code, Message message, const char* member) {
  Problem problem = error(code, std::move(message));
  problem.pointer = std::string("/") + member;
  return problem;
}

}  // namespace

MilestoneDraft milestone_at(const Network& network, std::size_t row) {
  const Milestone& milestone = network.milestones.at(row);
  MilestoneDraft draft{row, {}, milestone.title, milestone.source.unresolved};
  if (milestone.date.is_set()) draft.date = to_string(milestone.date);
  if (milestone.source.id.is_set()) draft.source = network.sources[milestone.source.id.value].key;
  return draft;
}

std::vector<Problem> problems_of(const Network& network, const MilestoneDraft& draft) {
  std::vector<Problem> problems;
  if (draft.title.find_first_not_of(' ') == std::string::npos) {
    problems.push_back(problem_at("E_MISSING", {"problem.missing", {{"member", "title"}}}, "title"));
  }
  if (!parse_partial_date(draft.date)) {
    problems.push_back(problem_at("E_DATE", {"problem.answer.date", {{"value", draft.date}}}, "date"));
  }
  if (!draft.source.empty() && !source_named(network, draft.source).is_set()) {
    problems.push_back(problem_at("E_REF", {"problem.ref", {{"id", draft.source}}}, "source"));
  }
  return problems;
}

Network with_milestone(const Network& network, const MilestoneDraft& draft) {
  SAM_CHECK(!draft.row || *draft.row < network.milestones.size(), "a milestone of another network");
  Network changed = network;
  Milestone milestone = draft.row ? changed.milestones[*draft.row] : Milestone();
  milestone.date = parse_partial_date(draft.date).value_or(PartialDate{});
  milestone.title = draft.title;
  milestone.source = {source_named(network, draft.source), {}};
  if (draft.row) changed.milestones.erase(changed.milestones.begin() + static_cast<std::ptrdiff_t>(*draft.row));
  const auto at = std::upper_bound(changed.milestones.begin(), changed.milestones.end(), milestone, comes_earlier);
  changed.milestones.insert(at, std::move(milestone));
  return changed;
}

Network without_milestone(const Network& network, std::size_t row) {
  SAM_CHECK(row < network.milestones.size(), "a milestone of another network");
  Network changed = network;
  changed.milestones.erase(changed.milestones.begin() + static_cast<std::ptrdiff_t>(row));
  return changed;
}

}  // namespace samverka
