#include "app/evidence.h"

#include <algorithm>

#include "base/check.h"
#include "model/soundness.h"

namespace samverka {
namespace {

using EvidenceKind = EvidenceDraft::Kind;

Coverage coverage_of(const Network& network) { return network.coverage.value_or(Coverage()); }

template <class Row>
bool has_key(const std::vector<Row>& rows, const Key& key) {
  return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.key == key; });
}

template <class Row>
Key unused_key(const std::vector<Row>& rows, const char* letter) {
  for (std::size_t n = rows.size() + 1;; ++n) {
    const Key key = letter + std::to_string(n);
    if (!has_key(rows, key)) return key;
  }
}

template <class Row>
std::size_t put(std::vector<Row>& rows, std::optional<std::size_t> at, const Row& row) {
  if (!at) {
    rows.push_back(row);
    return rows.size() - 1;
  }
  SAM_CHECK(*at < rows.size(), "evidence of another network");
  rows[*at] = row;
  return *at;
}

// A text that is no date changes nothing of the date.
PartialDate typed_date(const EvidenceDraft& draft) { return parse_partial_date(draft.date).value_or(PartialDate{}); }

std::size_t put(Coverage& coverage, const EvidenceDraft& draft) {
  if (draft.kind == EvidenceKind::survey) {
    Survey survey = draft.survey;
    survey.date = typed_date(draft);
    return put(coverage.surveys, draft.row, survey);
  }
  Register complete = draft.complete;
  complete.date = typed_date(draft);
  return put(coverage.registers, draft.row, complete);
}

void set_in(std::vector<ActorRef>& list, ActorId actor, bool is_wanted) {
  if (!is_wanted) {
    std::erase_if(list, [actor](const ActorRef& ref) { return ref.id == actor; });
  } else if (!is_in(list, actor)) {
    list.push_back({actor, {}});
  }
}

}  // namespace

EvidenceDraft new_evidence(const Network& network, EvidenceKind kind) {
  const Coverage coverage = coverage_of(network);
  EvidenceDraft draft;
  draft.kind = kind;
  draft.survey.key = unused_key(coverage.surveys, "s");
  draft.survey.method = "survey";
  draft.complete.key = unused_key(coverage.registers, "g");
  draft.complete.complete = true;
  return draft;
}

EvidenceDraft evidence_at(const Network& network, EvidenceKind kind, std::size_t row) {
  const Coverage coverage = coverage_of(network);
  EvidenceDraft draft;
  draft.kind = kind;
  draft.row = row;
  PartialDate date;
  if (kind == EvidenceKind::survey) {
    draft.survey = coverage.surveys.at(row);
    date = draft.survey.date;
  } else {
    draft.complete = coverage.registers.at(row);
    date = draft.complete.date;
  }
  if (date.is_set()) draft.date = to_string(date);
  return draft;
}

std::vector<Problem> problems_of(const Network& network, const Taxonomy& taxonomy, const EvidenceDraft& draft) {
  std::vector<Problem> problems;
  if (!draft.date.empty() && !parse_partial_date(draft.date)) {
    problems.push_back(error("E_DATE", {"problem.answer.date", {{"value", draft.date}}}));
  }
  Network probe = network;
  probe.agreements = {};  // nothing of them speaks of surveys
  if (!probe.coverage) probe.coverage.emplace();
  const std::size_t row = put(*probe.coverage, draft);
  const std::string where =
      (draft.kind == EvidenceKind::survey ? "/coverage/surveys/" : "/coverage/registers/") + std::to_string(row);
  for (RowProblem& found : check_soundness(probe, taxonomy)) {
    const bool is_here = found.place.table == RowPlace::In::network &&
                         (found.place.where == where || found.place.where.starts_with(where + "/"));
    if (is_here) problems.push_back(std::move(found.problem));
  }
  return problems;
}

bool has_error(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

Network with_evidence(const Network& network, const EvidenceDraft& draft) {
  Network changed = network;
  if (!changed.coverage) changed.coverage.emplace();
  put(*changed.coverage, draft);
  return changed;
}

Network without_evidence(const Network& network, EvidenceKind kind, std::size_t row) {
  Network changed = network;
  SAM_CHECK(changed.coverage, "evidence of another network");
  const std::size_t rows =
      kind == EvidenceKind::survey ? changed.coverage->surveys.size() : changed.coverage->registers.size();
  SAM_CHECK(row < rows, "evidence of another network");
  if (kind == EvidenceKind::survey) {
    changed.coverage->surveys.erase(changed.coverage->surveys.begin() + static_cast<std::ptrdiff_t>(row));
  } else {
    changed.coverage->registers.erase(changed.coverage->registers.begin() + static_cast<std::ptrdiff_t>(row));
  }
  if (*changed.coverage == Coverage()) changed.coverage.reset();
  return changed;
}

std::vector<ActorRef> without_answer(const Survey& survey) {
  std::vector<ActorRef> silent;
  for (const ActorRef& asked : survey.asked) {
    const bool has_answered = std::find(survey.answered.begin(), survey.answered.end(), asked) != survey.answered.end();
    if (!has_answered) silent.push_back(asked);
  }
  return silent;
}

bool is_in(const std::vector<ActorRef>& list, ActorId actor) {
  return std::any_of(list.begin(), list.end(), [actor](const ActorRef& ref) { return ref.id == actor; });
}

void set_asked(Survey& survey, ActorId actor, bool is_asked) {
  set_in(survey.asked, actor, is_asked);
  if (!is_asked) set_in(survey.answered, actor, false);
}

void set_answered(Survey& survey, ActorId actor, bool has_answered) {
  if (has_answered) set_in(survey.asked, actor, true);
  set_in(survey.answered, actor, has_answered);
}

}  // namespace samverka
