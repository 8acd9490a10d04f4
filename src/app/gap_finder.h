#pragma once
#include <cstdint>
#include <memory>
#include <optional>

#include "analysis/gaps.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// What the chosen rules say of the open network on the chosen day, found beside the window when somebody wants to see
// it. A large network takes half a second.
class GapFinder {
 public:
  // Call once a frame while it is looked at.
  void renew(const Session& session, const std::shared_ptr<const RuleSet>& rules);
  bool is_running() const { return job_.is_running(); }
  void wait();  // until it is found (tests)
  // Of the open network on the chosen day; null while it is being found.
  const GapAnalysis* found() const { return found_ ? &*found_ : nullptr; }
  // Grows each time found() is another.
  std::uint64_t revision() const { return revision_; }

 private:
  std::optional<GapAnalysis> found_;
  std::uint64_t document_ = 0;  // what is found, or being found, is of
  Date day_;
  std::shared_ptr<const RuleSet> rules_;
  std::uint64_t revision_ = 0;
  JobSlot job_;
};

}  // namespace samverka
