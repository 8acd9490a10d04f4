#include "model/history.h"

#include <algorithm>

namespace samverka {

namespace {

// Rows point to texts and lists of about their own size.
std::size_t row_bytes(const Actor&) { return 2 * sizeof(Actor); }
std::size_t row_bytes(const Source&) { return 2 * sizeof(Source); }
std::size_t row_bytes(const Agreement& row) {
  return 2 * sizeof(Agreement) + row.parties.size() * (sizeof(Party) + sizeof(Provenance));
}

template <class Row>
std::size_t rows_apart_bytes(const Table<Row>& a, const Table<Row>& b) {
  std::size_t rows = 0;
  const std::size_t blocks = a.visit_apart(b, [&](const Row& row) { rows += row_bytes(row); });
  return blocks + rows;
}

std::size_t coverage_bytes(const Coverage& coverage) {
  std::size_t bytes = coverage.registers.size() * sizeof(Register);
  for (const Survey& survey : coverage.surveys) {
    bytes += sizeof(Survey) + (survey.asked.size() + survey.answered.size()) * sizeof(ActorRef);
  }
  return bytes;
}

}  // namespace

std::size_t bytes_apart(const Document& before, const Document& after) {
  const Network& a = before.network;
  const Network& b = after.network;
  const std::size_t tables = rows_apart_bytes(a.actors, b.actors) + rows_apart_bytes(a.agreements, b.agreements) +
                             rows_apart_bytes(a.sources, b.sources);
  const std::size_t lists =
      a.milestones.size() * sizeof(Milestone) + (a.coverage ? coverage_bytes(*a.coverage) : 0) + a.contacts.size();
  std::size_t beside = before.pins.size() * 64 + before.accepted.size() * sizeof(AcceptedFinding) +
                       before.scenarios.size() * 4096 + before.views.size() * 1024 +
                       before.snapshots.size() * sizeof(Snapshot);
  for (const PlannerNote& note : before.notes) beside += sizeof(PlannerNote) + note.text.size();
  for (const NamedFilter& named : before.filters) beside += sizeof(NamedFilter) + named.filter.size();
  return sizeof(Document) + tables + lists + beside;
}

void History::record(HistoryStep step) {
  for (const HistoryStep& gone : undone_) bytes_ -= gone.bytes;
  undone_.clear();
  const bool joins = is_joining_ && !done_.empty() && !step.join.empty() && done_.back().join == step.join;
  is_joining_ = true;
  if (joins) {
    bytes_ -= done_.back().bytes;
    step.before = done_.back().before;
    done_.pop_back();
  }
  step.bytes = bytes_apart(*step.before, *step.after);
  bytes_ += step.bytes;
  done_.push_back(std::move(step));
  while (done_.size() > 1 && (bytes_ > budget_ || done_.size() > most_steps)) drop_oldest();
}

void History::drop_oldest() {
  bytes_ -= done_.front().bytes;
  done_.pop_front();
}

DocumentValue History::undo() {
  is_joining_ = false;
  if (done_.empty()) return nullptr;
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  return undone_.back().before;
}

DocumentValue History::redo() {
  is_joining_ = false;
  if (undone_.empty()) return nullptr;
  done_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  return done_.back().after;
}

void History::forget() {
  done_.clear();
  undone_.clear();
  bytes_ = 0;
  is_joining_ = false;
}

}  // namespace samverka
