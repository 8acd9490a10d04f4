#pragma once
// Snapshots: the network as it was, with a picture, as files in a folder beside the network ("NAME.snapshots/"). The
// workspace says which there are and what their bytes hash to. A name from data is only ever looked for in that folder,
// and bytes are used only if they are the ones that were written.
#include <optional>
#include <string>

#include "app/pictures.h"
#include "app/session.h"

namespace samverka {

std::string snapshot_folder(const std::string& network_path);
// Where a file of a snapshot is; nothing for a name that could lead anywhere else, or that no snapshot here would get.
std::optional<std::string> snapshot_path(const std::string& network_path, const std::string& name);

struct SnapshotRequest {
  std::shared_ptr<const Document> document;
  std::string network_path, title, note;
  PictureRequest picture;
};
// The picture is what is on screen, where that is the map or the network of the facts, else the map.
SnapshotRequest snapshot_request(Session& session, const std::string& title, const std::string& note);
// Writes the network and its picture, never over anything. Slow for large networks: call it beside the window. A
// picture that cannot be drawn or written is left out.
Result<Snapshot> write_snapshot(const SnapshotRequest& request, const Assets& assets);

// The file's bytes. E_SNAPSHOT where the name is none of ours, the file is gone, or its bytes are others.
Result<std::string> read_snapshot(const std::string& network_path, const Snapshot& snapshot);

// The picture, no larger than `most`. E_SNAPSHOT where there is none, E_PICTURE where the file is no picture.
Result<Pixels> read_snapshot_picture(const std::string& network_path, const Snapshot& snapshot, Vec2 most);

// Into the folder beside another network; what is there stays as it is, and what is missing is passed over.
Result<Done> copy_snapshots(const std::string& from, const std::string& to, const std::vector<Snapshot>& snapshots);

// ---- changes of the document, each of which can be undone ----
void add_snapshot(Session& session, Snapshot snapshot);
void retitle_snapshot(Session& session, std::size_t place, const std::string& title, const std::string& note);
// From the list; with `files` the files too, which no undo brings back.
void remove_snapshot(Session& session, std::size_t place, bool files);

// Shows it as a network of its own, without a place on disk, so that nothing can be saved over the snapshot. Refused
// with a notice where the open network has changes that are not saved, or the snapshot cannot be read.
bool open_snapshot(Session& session, std::size_t place);
// A copy somewhere; replaces what is there: the caller has asked. Leaves a notice.
void export_snapshot(Session& session, std::size_t place, const std::string& path);

}  // namespace samverka
