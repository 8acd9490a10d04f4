#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/reports/reports.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// A report about the open network, made and written beside the window.
class ReportWriter {
 public:
  // Of the facts, on the chosen day, in the window's language; nothing may be lacking (report_lacks). Replaces what is
  // at `path`, whose ending says the format: whoever calls has asked.
  void write(const Session& session, ReportKind kind, const std::string& place,
             const std::shared_ptr<const RuleSet>& rules, const std::string& path);
  // Takes in that it is written, or is not: a notice says which. Call once a frame.
  void deliver(Session& session);
  bool is_running() const { return job_.is_running(); }
  void wait() { job_.wait(); }
  JobSlot& job() { return job_; }

 private:
  std::optional<Notice> told_;
  JobSlot job_;
};

}  // namespace samverka
