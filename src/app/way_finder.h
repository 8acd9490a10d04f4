#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "app/session.h"
#include "graph/all_routes.h"
#include "jobs/jobs.h"

namespace samverka {

// What is asked for: every way between two actors in what is shown. `samverka path` finds the same.
struct WayQuestion {
  ActorId from, to;
  std::size_t steps = 3;  // 1-6
  bool operator==(const WayQuestion&) const = default;
};

struct FoundWays {
  WayQuestion of;
  Routes routes;
  Route nearest;      // where there is none of so few steps: the shortest there is, which may be none either
  Route over_crowds;  // and one over agreements of very many parties, if only those join them
};

// Finds them beside the window; many steps in a dense network take seconds.
class WayFinder {
 public:
  static constexpr std::size_t most_ways = 1000;
  // Call once a frame while it is looked at: takes in what is found, and finds anew when what is shown or asked is
  // another.
  void renew(const Session& session, const WayQuestion& question);
  void stop();  // nothing more is found of the present question
  void wait();  // until it is found (tests)
  bool is_running() const { return job_.is_running(); }
  bool is_stopped() const { return is_stopped_; }
  const FoundWays* found() const { return found_.get(); }

 private:
  struct Stamp {
    std::uint64_t document = 0, graph = 0;
    WayQuestion question;
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp_;
  std::shared_ptr<const FoundWays> found_;
  bool is_stopped_ = false;
  JobSlot job_;
};

// Keys as ViewState::path has them: actor, agreement, actor ...
std::vector<Key> way_keys(const Network& network, const Route& route);

}  // namespace samverka
