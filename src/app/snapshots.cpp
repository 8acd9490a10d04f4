#include "app/snapshots.h"

#include <algorithm>

#include "app/files.h"
#include "base/collate.h"
#include "base/posix.h"
#include "base/sha256.h"

namespace samverka {
namespace {

constexpr std::size_t longest_name = 120;  // bytes
constexpr std::size_t longest_title = 60;  // of it in a name
constexpr Vec2 picture_size{1280, 800};

// BAD-INPUT 35: letters, figures and few signs, nothing hidden, nothing that a command would take for an option.
bool is_safe_name(std::string_view name) {
  const auto is_fine = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_' || c == '+';
  };
  return !name.empty() && name.size() <= longest_name && name.front() != '.' && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), is_fine);
}

Problem unusable(const char* key, const Snapshot& snapshot) {
  return error("E_SNAPSHOT", {key, {{"title", snapshot.title}, {"file", snapshot.file}}}, Exit::usage);
}

// A name that nothing in the folder has.
std::string free_stem(const SnapshotRequest& request, const std::string& day, const std::string& hash) {
  const std::string title = id_from_name(request.title).substr(0, longest_title);
  const std::string stem = day + (title.empty() ? "" : "-" + title) + "-" + hash.substr(0, 8);
  std::string free = stem;
  for (int number = 2; file_exists(*snapshot_path(request.network_path, free + ".json")) ||
                       file_exists(*snapshot_path(request.network_path, free + ".png"));
       ++number) {
    free = stem + "-" + std::to_string(number);
  }
  return free;
}

std::string shown_title(const Snapshot& snapshot) { return snapshot.title.empty() ? snapshot.file : snapshot.title; }

bool has(const Session& session, std::size_t place) { return place < session.document().snapshots.size(); }

}  // namespace

std::string snapshot_folder(const std::string& network_path) {
  const bool has_ending = network_path.ends_with(".json");
  return network_path.substr(0, network_path.size() - (has_ending ? 5 : 0)) + ".snapshots";
}

std::optional<std::string> snapshot_path(const std::string& network_path, const std::string& name) {
  if (!is_safe_name(name)) return std::nullopt;
  return snapshot_folder(network_path) + "/" + name;
}

SnapshotRequest snapshot_request(Session& session, const std::string& title, const std::string& note) {
  SnapshotRequest request{session.shared_document(), session.file(), title, note, session.picture_request()};
  PictureRequest& picture = request.picture;
  // The facts, without what somebody thinks of or compares them with.
  const bool is_of_facts = picture.scenario.empty() && !picture.compared;
  const bool is_on_screen = is_of_facts && session.view.is_picture();
  if (!is_on_screen) {
    picture.view = "map";  // has places of its own: nothing must be laid out
    picture.seen.reset();
    picture.positions.clear();
  }
  picture.scenario.clear();
  picture.compared.reset();
  picture.format = "png";
  picture.size_px = picture_size;
  return request;
}

Result<Snapshot> write_snapshot(const SnapshotRequest& request, const Assets& assets) {
  const Result<Done> folder = make_folders(snapshot_folder(request.network_path));
  if (!folder) return folder.problem();
  const std::string bytes = write_network(request.document->network);
  Snapshot snapshot;
  snapshot.title = request.title;
  snapshot.date = partial(today());
  snapshot.note = request.note;
  snapshot.hash = sha256_hex(bytes);
  const std::string stem = free_stem(request, to_string(today()), snapshot.hash);
  snapshot.file = stem + ".json";
  const Result<Done> written = write_file_atomically(*snapshot_path(request.network_path, snapshot.file), bytes);
  if (!written) return written.problem();
  const Result<std::string> picture = draw_picture(request.document->network, assets, request.picture);
  const std::string name = stem + ".png";
  if (picture && write_file_atomically(*snapshot_path(request.network_path, name), *picture)) snapshot.picture = name;
  return snapshot;
}

Result<std::string> read_snapshot(const std::string& network_path, const Snapshot& snapshot) {
  const auto path = snapshot_path(network_path, snapshot.file);
  if (!path || !is_sha256_hex(snapshot.hash)) return unusable("version_snapshot.no_name", snapshot);
  if (!file_exists(*path)) return unusable("version_snapshot.missing", snapshot);
  Result<std::string> bytes = read_file(*path);
  if (!bytes) return bytes.problem();
  if (sha256_hex(*bytes) != snapshot.hash) return unusable("version_snapshot.altered", snapshot);
  return bytes;
}

void add_snapshot(Session& session, Snapshot snapshot) {
  Document changed = session.document();
  const Message label{"version_history.snapshot_taken", {{"title", shown_title(snapshot)}}};
  changed.snapshots.push_back(std::move(snapshot));
  session.change(label, std::move(changed));
}

void remove_snapshot(Session& session, std::size_t place, bool files) {
  if (!has(session, place)) return;
  Document changed = session.document();
  const Snapshot gone = changed.snapshots[place];
  changed.snapshots.erase(changed.snapshots.begin() + static_cast<std::ptrdiff_t>(place));
  session.change({"version_history.snapshot_removed", {{"title", shown_title(gone)}}}, std::move(changed));
  if (!files) return;
  for (const std::string& name : {gone.file, gone.picture}) {
    if (const auto path = snapshot_path(session.file(), name)) remove_file(*path);
  }
}

void retitle_snapshot(Session& session, std::size_t place, const std::string& title, const std::string& note) {
  if (!has(session, place)) return;
  Document changed = session.document();
  Snapshot& snapshot = changed.snapshots[place];
  if (snapshot.title == title && snapshot.note == note) return;
  snapshot.title = title;
  snapshot.note = note;
  session.change({"version_history.snapshot_retitled", {{"title", shown_title(snapshot)}}}, std::move(changed));
}

Result<Done> copy_snapshots(const std::string& from, const std::string& to, const std::vector<Snapshot>& snapshots) {
  for (const Snapshot& snapshot : snapshots) {
    for (const std::string& name : {snapshot.file, snapshot.picture}) {
      const auto source = snapshot_path(from, name);
      const auto target = snapshot_path(to, name);
      if (!source || !target || !file_exists(*source) || file_exists(*target)) continue;
      if (const Result<Done> folder = make_folders(snapshot_folder(to)); !folder) return folder;
      const Result<std::string> bytes = read_file(*source);
      if (!bytes) return bytes.problem();
      if (const Result<Done> written = write_file_atomically(*target, *bytes); !written) return written;
    }
  }
  return Done{};
}

Result<Pixels> read_snapshot_picture(const std::string& network_path, const Snapshot& snapshot, Vec2 most) {
  const auto path = snapshot_path(network_path, snapshot.picture);
  if (!path || !file_exists(*path)) return unusable("version_snapshot.no_picture", snapshot);
  const Result<std::string> bytes = read_file(*path);
  if (!bytes) return bytes.problem();
  return decode_png(*bytes, most);
}

bool open_snapshot(Session& session, std::size_t place) {
  if (!has(session, place)) return false;
  if (is_unsaved(session)) {
    session.set_notice(Notice{session.texts().tr("version_snapshot.save_first"), true});
    return false;
  }
  const Snapshot snapshot = session.document().snapshots[place];
  const Result<std::string> bytes = read_snapshot(session.file(), snapshot);
  if (!bytes) {
    session.set_notice(Notice{session.told(bytes.problem()), true});
    return false;
  }
  OpenedFile opened;
  opened.read = read_network(*bytes, snapshot.file, session.taxonomy());
  if (!opened.read.report.is_usable) {
    session.set_notice(Notice{session.texts().tr("notice.cannot_open", {{"file", snapshot.file}}), true});
    return false;
  }
  session.take(std::move(opened), "-");  // no place of its own
  session.set_notice(Notice{session.texts().tr("version_snapshot.opened", {{"title", shown_title(snapshot)}}), false});
  return true;
}

void export_snapshot(Session& session, std::size_t place, const std::string& path) {
  if (!has(session, place)) return;
  const Result<std::string> bytes = read_snapshot(session.file(), session.document().snapshots[place]);
  const Result<Done> written = bytes ? write_file_atomically(path, *bytes) : Result<Done>(bytes.problem());
  session.set_notice(written ? Notice{session.texts().tr("notice.saved", {{"file", path}}), false}
                             : Notice{session.told(written.problem()), true});
}

}  // namespace samverka
