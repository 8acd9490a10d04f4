#include "model/history.h"

namespace samverka {

std::size_t bytes_apart(const Document& before, const Document& after) {
  using Actors = decltype(before.network.actors);
  using Agreements = decltype(before.network.agreements);
  const Network& a = before.network;
  const Network& b = after.network;
  // Rows point to texts and lists of about their own size.
  const std::size_t tables = 2 * (a.actors.pages_apart(b.actors) * Actors::page_bytes +
                                  a.agreements.pages_apart(b.agreements) * Agreements::page_bytes);
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
