#pragma once
// Opening and saving: the network file and the workspace beside it (docs/format.md, section 6). A file on disk is never
// replaced unasked by what another program has written, and work stays in the window until it is safe.
//
// Saving goes on beside the window. What was to come after it (quit, open another) waits in FileState::next.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/recovery.h"
#include "base/posix.h"
#include "io/read_network.h"
#include "io/read_workspace.h"
#include "jobs/jobs.h"
#include "model/document.h"

namespace samverka {

class Session;

// A network file as it was read, with the workspace that stands beside it, if one does.
struct OpenedFile {
  ReadNetwork read;
  std::optional<FileStamp> network_stamp;  // taken before reading
  std::optional<ReadWorkspace> workspace;
  std::optional<FileStamp> workspace_stamp;
};
OpenedFile read_with_workspace(const std::string& path, const Taxonomy& taxonomy, Progress* progress = nullptr);

// What the session knows of its files on disk.
struct FileState {
  std::shared_ptr<const Document> saved;                    // what the disk has
  std::optional<FileStamp> network_stamp, workspace_stamp;  // as last read or written here
  Workspace workspace;                                      // as last read or written: unknown members live here
  bool is_workspace_broken = false;                         // saving puts it aside first
  std::vector<Problem> problems;                            // of the workspace file

  enum class Next { nothing, quit, open, reload, close } next = Next::nothing;
  std::string next_path;
  std::string failure;  // why saving failed, in words, for the dialog that offers another place
  JobSlot save_job, version_job;
  // Of the network's file while this window has it; shared with the job that saves. Null: nobody has asked (FileCare).
  std::shared_ptr<FileHold> hold;
  bool is_held_elsewhere = false;    // another window has it: it is saved only from there
  std::optional<Recovery> recovery;  // work of an earlier run that nobody has decided about

  std::uint64_t shows = 0;  // grows each time another network is shown

  // For is_unsaved: whether `compared` differs from `saved`.
  mutable std::shared_ptr<const Document> compared;
  mutable bool differs = false;
};

void begin_files(FileState& files, std::shared_ptr<const Document> shown);  // nothing is known of the disk yet
std::unordered_map<Key, Vec2> places_of(const std::vector<Pin>& pins);

// The network, the pins or what is accepted differ from what the disk has. How it is looked at is no reason to ask.
bool is_unsaved(const Session& session);
bool network_differs(const Session& session);

// Another program has written, or taken away, what saving now would replace.
bool has_changed_on_disk(const Session& session);

// Takes what came with a network that has just been shown, and looks as its workspace says.
void take_workspace(Session& session, OpenedFile& opened);
// Keys that the workspace speaks of and the network does not have. They are kept.
std::vector<Key> unknown_keys(const Workspace& workspace, const Session& session);
// The workspace as it would be saved now.
Workspace workspace_of(const Session& session);

// Holds the file that is open, so that no other window saves over it; false, with a notice, where another has it. A
// file that is not there (any more) is nobody's.
bool hold_file(Session& session);
// The version that was there before the last save, as one change of the network that can be undone; what lies beside
// the network stays. Read beside the window.
bool has_previous_version(const Session& session);
void go_back_to_previous(Session& session);

// A network, or a workspace that somebody keeps beside one, is there already and would be replaced.
bool would_replace(const std::string& path);

// What the user asks for. Each asks first (ViewState::dialog) where something would be lost.
void ask_to_open(Session& session, const std::string& path);
void ask_to_reload(Session& session);
void ask_to_close(Session& session);
void ask_to_quit(Session& session);
void save(Session& session);                              // asks if the file has been changed on disk
void save_as(Session& session, const std::string& path);  // replaces what is there: the caller has asked

// Answers to what was asked.
void answer_save(Session& session);       // save, and then go on
void answer_discard(Session& session);    // go on without saving
void answer_overwrite(Session& session);  // save over what another program has written, and then go on
void answer_cancel(Session& session);

}  // namespace samverka
