#pragma once
#include <atomic>

namespace samverka {

// Shared between slow work and whoever waits for it. The work asks cancelled() at least every 10 ms and tells how far
// it has come; the waiter reads fraction() and may cancel. Safe from any thread.
class Progress {
 public:
  void report(float fraction) { fraction_.store(fraction, std::memory_order_relaxed); }
  float fraction() const { return fraction_.load(std::memory_order_relaxed); }
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<float> fraction_{0};
  std::atomic<bool> cancelled_{false};
};

}  // namespace samverka
