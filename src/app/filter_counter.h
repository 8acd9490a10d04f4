#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// How much a filter would show, counted beside the window while it is written.
struct FilterCount {
  std::size_t actors = 0, agreements = 0, ties = 0;
};

class FilterCounter {
 public:
  void renew(const Session& session, const Filter& filter);                 // once a frame
  const FilterCount* count() const { return count_ ? &*count_ : nullptr; }  // null until it is counted
  bool is_running() const { return job_.is_running(); }
  void wait();

 private:
  std::string of_;
  std::uint64_t document_ = 0;
  Date day_;
  std::optional<FilterCount> count_;
  JobSlot job_;
};

}  // namespace samverka
