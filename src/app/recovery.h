#pragma once
// Work that was not saved when the program ended without being asked to (a crash, a power cut, a kill). While something
// is unsaved a copy of it lies in the user's state folder, at most two seconds old; when its network is opened again,
// what it would bring back is told and the planner decides. It is kept until the network is saved, or thrown away.
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/posix.h"
#include "model/network.h"

namespace samverka {

// As it lies on disk: FILE.json says what it is of, FILE.network.json and FILE.work.json hold the work.
struct Recovery {
  std::string format_version = "1.0";
  std::string path;                 // of the network, whole
  PartialDate day;                  // when it was written
  std::string language;             // of `steps`
  std::vector<std::string> steps;   // the last changes in words, the newest first
  std::string file_stamp;           // of the network's file, as it was when the work began
  std::optional<bool> has_network;  // else the network is as saved, and only what lies beside it differs
  Extra extra;
  std::string file;  // FILE.json; not written
};

// $XDG_STATE_HOME/samverka/recovery, else ~/.local/state/samverka/recovery; empty without a home.
std::string recovery_folder();
// Of the network at `path`; the one written last where there are several. Not what a running window is at work on.
std::optional<Recovery> find_recovery(const std::string& folder, const std::string& path);

void throw_away(const Recovery& recovery);

// Where a copy of the network at `path` is kept that no other is written over yet.
std::string free_recovery_file(const std::string& folder, const std::string& path);
std::string recovery_network(const std::string& file);  // beside FILE.json
std::string recovery_workspace(const std::string& file);
std::string recovery_hold(const std::string& file);  // held by the process whose work it is
// Another program has written the network's file since: bringing the copy back replaces what it wrote.
std::string in_words(const FileStamp& stamp);
bool has_changed_since(const Recovery& recovery);
std::string write_recovery(const Recovery& recovery);

}  // namespace samverka
