#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "analysis/closing_set.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// What would close the gaps of one norm in the open network, found beside the window when somebody asks.
class ClosingFinder {
 public:
  struct Question {
    std::string rule;  // its id; empty: nothing is asked
    std::string county;
    bool with_unknown = false;
    bool operator==(const Question&) const = default;
  };

  // Call once a frame while the answer is looked at. The day is the session's.
  void renew(const Session& session, const std::shared_ptr<const RuleSet>& rules, const Question& question);
  bool is_running() const { return job_.is_running(); }
  void wait();                                                             // until it is found (tests)
  const ClosingSet* found() const { return found_ ? &*found_ : nullptr; }  // null while it is being found

 private:
  struct Stamp {
    std::uint64_t document = 0;
    Date day;
    std::shared_ptr<const RuleSet> rules;
    Question question;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<ClosingSet> found_;
  std::optional<Stamp> stamp_;  // what is found, or being found, is of
  JobSlot job_;
};

}  // namespace samverka
