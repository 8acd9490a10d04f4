#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/session.h"
#include "model/rules.h"

namespace samverka {

// The question table of the open network, made and written beside the window.
class QuestionFile {
 public:
  // `county`: only whom it is about there; empty: all. Replaces what is at `path`.
  void write(const Session& session, const std::shared_ptr<const RuleSet>& rules, const std::string& county,
             const std::string& path);
  // Takes in that it is written, or is not: a notice says which. Call once a frame.
  void deliver(Session& session);
  bool is_running() const { return job_.is_running(); }
  void wait() { job_.wait(); }

 private:
  std::optional<Notice> told_;
  JobSlot job_;
};

}  // namespace samverka
