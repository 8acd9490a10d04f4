#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/peers.h"
#include "analysis/suggest.h"
#include "app/session.h"
#include "jobs/jobs.h"

namespace samverka {

// Whom an actor could ask, and who is like it: found beside the window when somebody opens the question.
class AdviceFinder {
 public:
  struct Found {
    std::optional<Advice> advice;   // where an area was asked about
    std::vector<Peer> peers;        // of a municipality
    std::vector<Practice> lacking;  // what they have in any area and it has not
  };

  // Call once a frame while the answer is looked at. The day is the session's; the filter is no part of it, since
  // nobody is less worth asking for being put away.
  void renew(const Session& session, ActorId actor, const AreaCode& area);
  bool is_running() const { return job_.is_running(); }
  void wait();  // until it is found (tests)
  // Of that actor in the open network; null while it is being found.
  const Found* found() const { return found_ ? &*found_ : nullptr; }

 private:
  struct Stamp {
    std::uint64_t document = 0;
    Date day;
    ActorId actor;
    AreaCode area;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Found> found_;
  std::optional<Stamp> stamp_;  // what is found, or being found, is of
  JobSlot job_;
};

}  // namespace samverka
