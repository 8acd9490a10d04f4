#pragma once
// Undo as going back to an earlier value. A step keeps the document before and after it; unchanged rows of the network
// are shared, so a step costs about what it changed. No inverse of an edit is ever written.
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "model/document.h"

namespace samverka {

using DocumentValue = std::shared_ptr<const Document>;

struct HistoryStep {
  Message label;     // what was done, to be told as "Ångra: {label}"
  std::string join;  // steps with the same word, made one after the other, become one; empty: never
  DocumentValue before, after;
  std::size_t bytes = 0;  // about what `before` keeps alive that `after` does not
};

class History {
 public:
  static constexpr std::size_t usual_budget = std::size_t{256} << 20;
  static constexpr std::size_t most_steps = 10'000;

  explicit History(std::size_t budget_bytes = usual_budget) : budget_(budget_bytes) {}

  // A step was done. What had been undone cannot be redone any more. The oldest steps are forgotten beyond the budget,
  // but never the newest.
  void record(HistoryStep step);
  const HistoryStep* to_undo() const { return done_.empty() ? nullptr : &done_.back(); }
  const HistoryStep* to_redo() const { return undone_.empty() ? nullptr : &undone_.back(); }
  // The document as it is after going one step; null where there is none.
  DocumentValue undo();
  DocumentValue redo();
  void end_join() { is_joining_ = false; }  // the next step stands for itself (the hand let go)
  void forget();
  const std::deque<HistoryStep>& done() const { return done_; }  // the newest last
  std::size_t size() const { return done_.size() + undone_.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  void drop_oldest();

  std::deque<HistoryStep> done_, undone_;  // the newest last; of undone_ the one to redo next last
  std::size_t budget_;
  std::size_t bytes_ = 0;
  bool is_joining_ = false;
};

// About what `before` keeps in memory that `after` does not share.
std::size_t bytes_apart(const Document& before, const Document& after);

}  // namespace samverka
