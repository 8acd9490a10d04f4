#include "model/history.h"

#include <algorithm>

namespace samverka {

namespace {

// Of a table with less than a page only what it has. Rows point to texts and lists of about their own size.
template <class Row>
std::size_t rows_apart_bytes(const Table<Row>& a, const Table<Row>& b) {
  const std::size_t page = std::min(Table<Row>::page_bytes, a.size() * sizeof(Row));
  return 2 * a.pages_apart(b) * page;
}

}  // namespace

std::size_t bytes_apart(const Document& before, const Document& after) {
  const Network& a = before.network;
  const Network& b = after.network;
  const std::size_t tables = rows_apart_bytes(a.actors, b.actors) + rows_apart_bytes(a.agreements, b.agreements);
  const std::size_t lists = a.sources.size() * sizeof(Source) + a.milestones.size() * sizeof(Milestone) +
                            (a.coverage ? (a.coverage->surveys.size() + a.coverage->registers.size()) * 1024 : 0);
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
