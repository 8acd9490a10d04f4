#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <vector>

#include "jobs/jobs.h"

namespace samverka {
namespace {

// The pieces of one loop, handed out in order to whoever asks next.
class Pieces {
 public:
  using Body = std::function<void(std::size_t, std::size_t)>;
  Pieces(std::size_t count, std::size_t grain, const Body& body) : count_(count), grain_(grain), body_(body) {}

  std::size_t total() const { return count_ / grain_ + (count_ % grain_ != 0 ? 1 : 0); }

  void work() {
    while (true) {
      const std::size_t piece = next_.fetch_add(1, std::memory_order_relaxed);
      if (piece >= total() || has_failed_.load(std::memory_order_relaxed)) return;
      try {
        const std::size_t begin = piece * grain_;
        body_(begin, begin + std::min(grain_, count_ - begin));
      } catch (...) {
        note_failure(piece, std::current_exception());
      }
    }
  }

  void rethrow_failure() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void note_failure(std::size_t piece, std::exception_ptr thrown) {
    const std::lock_guard lock(mutex_);
    has_failed_.store(true, std::memory_order_relaxed);
    if (failure_ && failed_piece_ < piece) return;
    failure_ = std::move(thrown);
    failed_piece_ = piece;
  }

  const std::size_t count_, grain_;
  const Body& body_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> has_failed_{false};
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::size_t failed_piece_ = 0;
};

std::size_t helpers_wanted(unsigned threads, std::size_t pieces) {
  const unsigned wanted = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
  return std::min<std::size_t>(wanted, pieces) - 1;  // the caller works too
}

}  // namespace

void parallel_for(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body,
                  unsigned threads) {
  if (count == 0) return;
  Pieces pieces(count, std::max<std::size_t>(1, grain), body);
  const std::size_t wanted = helpers_wanted(threads, pieces.total());
  std::vector<std::thread> helpers;
  helpers.reserve(wanted);
  while (helpers.size() < wanted) {
    try {
      helpers.emplace_back([&pieces] { pieces.work(); });
    } catch (const std::exception&) {
      break;  // the system has no more threads or memory to give: those we have do the work
    }
  }
  pieces.work();
  for (std::thread& helper : helpers) helper.join();
  pieces.rethrow_failure();
}

}  // namespace samverka
