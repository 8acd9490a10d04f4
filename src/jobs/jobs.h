#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "base/progress.h"

namespace samverka {

// Slow work beside the program. A slot runs one job at a time: starting another cancels the one before, so only the
// newest answer arrives. Work captures its own copies; the delivery runs on the thread that calls deliver().
// All members are for one thread (the main one); only the work itself runs elsewhere.
class JobSlot {
 public:
  using Deliver = std::function<void()>;
  // Returns what to do with the answer on the main thread; an empty function when cancelled. Work that throws delivers
  // nothing and leaves its words in failure().
  using Work = std::function<Deliver(Progress&)>;

  JobSlot() = default;
  ~JobSlot();  // cancels and waits
  JobSlot(const JobSlot&) = delete;
  JobSlot& operator=(const JobSlot&) = delete;

  void start(std::string label, Work work);            // returns at once, also while the job before it is giving up
  void cancel();                                       // nothing of the job will be delivered, even if it had finished
  bool is_running() const;                             // started, and neither finished nor cancelled
  float fraction() const;                              // 0-1 of the running job, 1 when idle
  const std::string& label() const { return label_; }  // text key of what is being done
  std::string failure() const;  // what the newest job threw; empty if it did not throw. For the log, not for people
  // Runs the finished job's delivery, if one waits. True if something was delivered.
  bool deliver();
  void wait();  // until the running job has finished (tests, command line)

 private:
  struct State;
  std::string label_;
  std::shared_ptr<State> state_;
  std::thread thread_;
};

// Calls body(begin, end) over [0, count) in fixed pieces of `grain`, on up to `threads` threads (0 = all cores). The
// pieces do not depend on the number of threads, so a body that writes only its own piece gives the same answer on any
// machine. Waits for all of them. If a body throws, no new piece begins, and the exception of the lowest piece that
// threw is thrown on.
void parallel_for(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body,
                  unsigned threads = 0);

}  // namespace samverka
