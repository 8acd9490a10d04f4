#pragma once
// What the mode compare, and the dialogs of saved views, snapshots and merging, remember between frames.
#include <optional>
#include <string>

#include "app/merge_finder.h"
#include "app/version_finder.h"
#include "render/picture.h"

namespace samverka {

struct VersionsState {
  // The mode compare.
  std::optional<VersionQuestion> question;  // none: nothing has been asked of this network
  std::uint64_t shows = 0;                  // FileState::shows that it is of
  VersionFinder finder;
  std::string day_before, day_after;  // as they are written
  bool wants_file_after = false;      // which side the file that is chosen is for
  Key opened;                         // the row whose members are shown

  // Saved views.
  std::string view_title;
  std::optional<std::size_t> renamed_view;
  std::string renamed_title;

  // Snapshots.
  std::string snapshot_title, snapshot_note;
  std::optional<std::size_t> removed_snapshot;  // asked once: the next click removes
  std::optional<std::size_t> exported_snapshot;
  std::optional<std::size_t> retitled_snapshot;  // whose title and note are written anew
  std::string new_title, new_note;
  std::optional<std::size_t> shown_snapshot;  // whose picture is shown
  std::optional<Pixels> snapshot_picture;
  std::string snapshot_problem;    // why it is not
  void* snapshot_image = nullptr;  // of the picture, once it is drawn
  JobSlot snapshot_job;

  // Merging.
  MergeQuestion merge;
  MergeFinder merger;

  bool is_busy() const { return finder.is_running() || snapshot_job.is_running() || merger.is_running(); }
  void wait();
};

}  // namespace samverka
