#pragma once
// What the window does for the open file beside what the planner asks for: holds it while it is open, tells what an
// interrupted save left behind, and saves by itself where the settings say so.
#include <memory>
#include <optional>

#include "app/session.h"

namespace samverka {

class FileCare {
 public:
  // Call once a frame.
  void look_after(Session& session, double now_s);
  // Something is to be saved by itself: in how many seconds look_after() wants to be called, if in any.
  std::optional<double> waits_s(const Session& session, double now_s) const;

 private:
  void look_at_new(Session& session);
  void save_by_itself(Session& session, double now_s);

  std::uint64_t shows_ = 0;                // the network that has been looked at
  std::string path_;                       // its file
  std::optional<double> unsaved_since_s_;  // since when something has not been saved
  std::shared_ptr<const Document> tried_;  // what it tried to save and could not: not tried again
};

}  // namespace samverka
