#include "cli/progress_line.h"

#include <chrono>
#include <cstdio>

#include "base/posix.h"

namespace samverka {

ProgressLine::ProgressLine(std::string words, bool is_wanted) : words_(std::move(words)) {
  if (is_wanted && is_terminal_stderr()) thread_ = std::thread([this] { show(); });
}

void ProgressLine::show() {
  bool is_shown = false;
  for (int tick = 1; !is_finished_.load(); ++tick) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (tick % 10 != 0) continue;
    std::fprintf(stderr, "\r%s %.0f %%\033[K", words_.c_str(), static_cast<double>(progress_.fraction()) * 100);
    std::fflush(stderr);
    is_shown = true;
  }
  if (is_shown) std::fprintf(stderr, "\r\033[K");
}

void ProgressLine::finish() {
  is_finished_.store(true);
  if (thread_.joinable()) thread_.join();
}

}  // namespace samverka
