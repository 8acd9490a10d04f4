#pragma once
// The only place that calls the operating system directly (posix.cpp; a test enforces it). The rest of the program sees
// values and Results.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace samverka {

constexpr std::size_t default_file_limit = std::size_t{1} << 30;  // 1 GiB (BAD-INPUT: limits)

// A whole regular file. Refused before a byte is read: E_OPEN (missing, unreadable; exit 2), E_NOTREG (directory, FIFO,
// device, socket; exit 2, never hangs), E_SIZE (over `limit`; exit 4). "-" reads standard input, up to `limit`.
Result<std::string> read_file(const std::string& path, std::size_t limit = default_file_limit);

// Replaces the file at `path` with `bytes`, whole or not at all: temp file in the same folder (O_EXCL), write loop,
// fsync, checked close, read back and compared, rename, fsync of the folder. Writes through a symbolic link to the real
// file; keeps mode and owner. E_SAVE (exit 5) with the old file untouched; if only the rename failed, the temp file is
// kept and named in the problem. E_LOCK (exit 6) where another window holds the file (FileHold).
// "-" writes standard output.
Result<Done> write_file_atomically(const std::string& path, std::string_view bytes);

class FileHold;
// The same for what somebody has worked on: what was there stays as previous_version(path), in place of an older one,
// before anything takes its place; and `hold`, if it is this file's or nobody's, is afterwards of the new file. Null:
// as if there were none. What earlier writers left half done is cleared away when all is safe.
Result<Done> save_file(const std::string& path, std::string_view bytes, FileHold* hold = nullptr);
std::string previous_version(const std::string& path);  // "a.json.bak", beside the real file; nothing need be there
// Temp files of this target that nobody writes any more: a save was cut off. In no order.
std::vector<std::string> leftovers_of(const std::string& path);

Result<Done> make_folders(const std::string& path);  // like mkdir -p
bool file_exists(const std::string& path);
bool folder_exists(const std::string& path);
Result<Done> move_file(const std::string& from, const std::string& to);  // replaces what is there; E_SAVE
// A file that says that this process is at work on something: held until the process ends, however it ends, or the hold
// does. The file is made where there is none, and is left where it is.
class FileHold {
 public:
  FileHold() = default;
  FileHold(FileHold&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileHold& operator=(FileHold&& other) noexcept;
  FileHold(const FileHold&) = delete;
  FileHold& operator=(const FileHold&) = delete;
  ~FileHold() { release(); }

  static FileHold take(const std::string& path);  // not taken where somebody holds it, or it cannot be made
  // Of a file that is there, which is not changed by it; a link is followed. While it is held, nobody else's save takes
  // its place.
  static FileHold take_on(const std::string& path);
  bool is_taken() const { return descriptor_ >= 0; }
  bool is_of(const std::string& path) const;
  void release();

 private:
  explicit FileHold(int descriptor) : descriptor_(descriptor) {}
  friend Result<Done> save_file(const std::string& path, std::string_view bytes, FileHold* hold);
  int descriptor_ = -1;
};
bool is_held(const std::string& path);  // by anybody, this process too
// The process of this machine that holds it, as a number; empty if nobody does or the system does not tell.
std::string holder_of(const std::string& path);

void remove_file(const std::string& path);  // if it is there
// Calls it, on a thread of its own, when somebody asks the program to end from outside (SIGTERM, SIGHUP, SIGINT). Call
// before any other thread is made.
void when_asked_to_end(void (*then)());
// The first bytes of a regular file, to see what it is; empty where there is none or it cannot be read.
std::string first_bytes(const std::string& path, std::size_t count);

// What tells whether a file has been changed by another program since it was read or written.
struct FileStamp {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const FileStamp&) const = default;
};
std::optional<FileStamp> stamp_of(const std::string& path);  // nothing where there is no file

struct FolderEntry {
  std::string name;
  bool is_folder = false;  // a link to a folder too
};
// What is in a folder, without hidden files and what is neither file nor folder, in no order. E_OPEN.
Result<std::vector<FolderEntry>> list_folder(const std::string& path);
// The whole path, from the root, without "." and "..", as words; links stay. "~" is the user's home.
std::string absolute_path(const std::string& path);
std::string name_of(const std::string& path);  // what follows the last slash
std::string folder_of(const std::string& path);
std::string executable_folder();  // of this running program; empty if not known
std::optional<std::string> environment(const char* name);
bool is_terminal_stdout();
bool is_terminal_stderr();
double cpu_seconds();   // of this process, all threads
double wall_seconds();  // monotonic
Date today();           // local calendar day; only where the user asks for "today"

}  // namespace samverka
