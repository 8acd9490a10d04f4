#pragma once
#include <cstdint>
#include <memory>
#include <optional>

#include "analysis/weak_points.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// The weak points of the open network, found beside the window when somebody wants to see them. A large network takes
// seconds.
class WeakFinder {
 public:
  // Call once a frame while it is looked at. The day is the session's.
  void renew(const Session& session, WeakQuestion question);
  bool is_running() const { return job_.is_running(); }
  void wait();  // until it is found (tests)
  // Of the open network on the chosen day; null while it is being found.
  const WeakPoints* found() const { return found_ ? &*found_ : nullptr; }
  const WeakQuestion& question() const { return question_; }
  // Grows each time found() is another.
  std::uint64_t revision() const { return revision_; }

 private:
  std::optional<WeakPoints> found_;
  std::uint64_t document_ = 0;  // what is found, or being found, is of
  WeakQuestion question_;
  std::uint64_t revision_ = 0;
  JobSlot job_;
};

}  // namespace samverka
