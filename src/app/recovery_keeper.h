#pragma once
#include <memory>
#include <optional>
#include <string>

#include "app/recovery.h"
#include "app/session.h"
#include "base/posix.h"

namespace samverka {

// What a copy holds.
struct RecoveredWork {
  std::optional<Network> network;  // absent: as the file has it
  Workspace workspace;
};
Result<RecoveredWork> read_recovered(const Recovery& recovery, const Taxonomy& taxonomy);
// Brings it back as one change, which can be undone and is not saved. Problems that keep it from being read leave all
// as it is.
void take_recovered(Session& session, RecoveredWork work);
Result<Done> recover(Session& session, const Recovery& recovery);
void start_recovering(Session& session, const Recovery& recovery);  // beside the window; a notice says how it went
// Writes the copy while the window runs, and looks for one when a network is opened.
class RecoveryKeeper {
 public:
  explicit RecoveryKeeper(std::string folder) : folder_(std::move(folder)) {}  // empty: keeps nothing
  ~RecoveryKeeper() { job_.wait(); }
  RecoveryKeeper(const RecoveryKeeper&) = delete;
  RecoveryKeeper& operator=(const RecoveryKeeper&) = delete;

  // Call once a frame. Writes beside the window, a second after the first change that is not in the copy.
  void keep(Session& session, double now_s);
  // Something waits to be written: keep() wants to be called again within the second.
  bool is_waiting() const { return changed_s_.has_value() || job_.is_running(); }
  // Here and now: somebody ends the program from outside.
  void keep_at_once(Session& session);
  // The planner has ended the program: what is not saved is not wanted.
  void end();

 private:
  void look_for_one(Session& session);
  void forget_copy();
  void start(const Session& session);
  void take_file(const Session& session);

  std::string folder_;
  std::uint64_t shows_ = 0;                 // the network that has been looked for
  FileHold hold_;                           // says that the copy is this run's
  std::string file_;                        // of the copy that is on disk; empty: none
  std::shared_ptr<const Document> saved_;   // what was on disk when it was looked for
  std::shared_ptr<const Document> copied_;  // what it holds, or what is being written
  std::optional<double> changed_s_;
  JobSlot job_;
  bool is_given_up_ = false;  // it cannot be written: told once
};

}  // namespace samverka
