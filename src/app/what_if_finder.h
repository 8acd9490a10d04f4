#pragma once
#include <cstdint>
#include <memory>
#include <optional>

#include "analysis/what_if.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// What the scenario that is thought through changes, by the chosen norms, found beside the window.
class WhatIfFinder {
 public:
  // Call once a frame while it is looked at.
  void renew(const Session& session, const std::shared_ptr<const RuleSet>& rules);
  bool is_running() const { return job_.is_running(); }
  void wait();  // until it is found (tests, screenshots)
  // Of the present scenario, day and filter; null where nothing is thought, or while it is being found.
  const WhatIf* found() const { return found_ ? &*found_ : nullptr; }

 private:
  std::optional<WhatIf> found_;
  std::uint64_t document_ = 0;  // what is found, or being found, is of
  Date day_;
  Filter filter_;
  std::shared_ptr<const RuleSet> rules_;
  JobSlot job_;
};

}  // namespace samverka
