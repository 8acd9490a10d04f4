#pragma once
// Merges another planner's copy into the open network, beside the window, as often as somebody chooses otherwise.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/version_finder.h"
#include "io/merge_networks.h"

namespace samverka {

struct MergeQuestion {
  std::string theirs;                 // a file
  std::optional<VersionChoice> base;  // what both began from; nothing: nobody has it
  bool operator==(const MergeQuestion&) const = default;
};

class MergeFinder {
 public:
  void renew(Session& session, const MergeQuestion& question);
  void forget();
  bool is_running() const { return job_.is_running(); }
  void wait();
  const std::string& problem() const { return problem_; }  // why a file could not be read; for people
  const MergedNetwork* found() const { return found_.get(); }
  const Network* theirs() const { return theirs_.get(); }

  // One for each conflict, in their order: nothing until somebody has chosen.
  std::vector<std::optional<MergeSide>> choices;
  std::size_t left_to_choose() const;
  // The merged network becomes the open one, with what is chosen; one undo takes it back. Every conflict must have a
  // choice. False where nothing was found, or the network has been changed since it was.
  bool take(Session& session);

 private:
  JobSlot job_;
  MergeQuestion question_;
  std::shared_ptr<const Document> document_;
  std::shared_ptr<const Network> base_, theirs_;
  std::shared_ptr<const MergedNetwork> found_;
  std::string problem_;
};

}  // namespace samverka
