#pragma once
#include <atomic>
#include <string>
#include <thread>

#include "base/progress.h"

namespace samverka {

// "Laying out 63 %", rewritten in place on standard error while the work goes on; only where that is a terminal, and
// only for work of more than a moment.
class ProgressLine {
 public:
  ProgressLine(std::string words, bool is_wanted);
  ~ProgressLine() { finish(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  Progress& progress() { return progress_; }
  void finish();  // stops and wipes the line

 private:
  void show();
  std::string words_;
  Progress progress_;
  std::atomic<bool> is_finished_{false};
  std::thread thread_;
};

}  // namespace samverka
