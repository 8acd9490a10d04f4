#include "app/recovery.h"

#include <algorithm>

#include "base/posix.h"
#include "io/row_file.h"

namespace samverka {

template <class Archive>
void members(Archive& ar, RowOf<Archive, Recovery>& r) {
  ar.constant("format", "samverka-recovery");
  ar.text("format_version", r.format_version, Need::required);
  ar.text("path", r.path);
  ar.date("day", r.day);
  ar.text("language", r.language);
  ar.texts("steps", r.steps);
  ar.text("file_stamp", r.file_stamp);
  ar.flag("has_network", r.has_network);
}

namespace {

constexpr RowFileKind recovery_kind{"samverka-recovery", "problem.version.recovery"};
constexpr std::size_t most_slots = 9;

// FNV-1a (Fowler, Noll, Vo), so that networks of one name in two folders do not share a file.
std::string name_for(const std::string& path) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : path) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  std::string hex;
  for (int i = 0; i < 16; ++i, hash >>= 4) hex += "0123456789abcdef"[hash & 15];
  return hex;
}

std::string slot(const std::string& folder, const std::string& path, std::size_t number) {
  return folder + "/" + name_for(path) + "-" + std::to_string(number) + ".json";
}

std::string stem(const std::string& file) { return file.substr(0, file.size() - 5); }

std::optional<Recovery> read_recovery(const std::string& file) {
  if (!file_exists(file)) return std::nullopt;
  const Result<std::string> bytes = read_file(file, std::size_t{1} << 20);
  if (!bytes) return std::nullopt;
  Recovery recovery;
  const ReadReport report = read_row_file(*bytes, file, recovery_kind, recovery);
  if (!report.is_usable) return std::nullopt;
  recovery.file = file;
  return recovery;
}

}  // namespace

std::string recovery_folder() {
  const std::string state = environment("XDG_STATE_HOME").value_or("");
  if (state.starts_with('/')) return state + "/samverka/recovery";
  const std::string home = environment("HOME").value_or("");
  return home.starts_with('/') ? home + "/.local/state/samverka/recovery" : std::string();
}

std::optional<Recovery> find_recovery(const std::string& folder, const std::string& path) {
  std::optional<Recovery> newest;
  std::int64_t newest_ns = 0;
  for (std::size_t number = 1; number <= most_slots; ++number) {
    const std::string file = slot(folder, absolute_path(path), number);
    auto found = read_recovery(file);
    const auto stamp = stamp_of(file);
    const bool is_newer = found && stamp && (!newest || stamp->changed_ns > newest_ns);
    if (!is_newer || found->path != absolute_path(path) || is_held(recovery_hold(file))) continue;
    newest_ns = stamp->changed_ns;
    newest = std::move(found);
  }
  return newest;
}

void throw_away(const Recovery& recovery) {
  // The list first: what is left without it is nobody's.
  for (const std::string& file : {recovery.file, recovery_network(recovery.file), recovery_workspace(recovery.file),
                                  recovery_hold(recovery.file)}) {
    remove_file(file);
  }
}

// A copy from before, that nobody has decided about, is never written over while there is room.
std::string free_recovery_file(const std::string& folder, const std::string& path) {
  for (std::size_t number = 1; number < most_slots; ++number) {
    const std::string file = slot(folder, absolute_path(path), number);
    if (!file_exists(file) && !is_held(recovery_hold(file))) return file;
  }
  return slot(folder, absolute_path(path), most_slots);
}

std::string recovery_network(const std::string& file) { return stem(file) + ".network.json"; }
std::string recovery_workspace(const std::string& file) { return stem(file) + ".work.json"; }
std::string recovery_hold(const std::string& file) { return stem(file) + ".hold"; }

// Text, since nanoseconds are more than a JSON number holds everywhere.
std::string in_words(const FileStamp& stamp) {
  return std::to_string(stamp.size) + " " + std::to_string(stamp.changed_ns);
}

bool has_changed_since(const Recovery& recovery) {
  const auto now = stamp_of(recovery.path);
  return now && !recovery.file_stamp.empty() && in_words(*now) != recovery.file_stamp;
}

std::string write_recovery(const Recovery& recovery) { return write_row_file(recovery); }

}  // namespace samverka
