#include "base/posix.h"

#include "base/memory_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <sstream>
#include <thread>
#include <utility>

namespace samverka {
namespace {

// A file descriptor that is closed with its scope. close() is for those who want to know whether it went well.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.give()) {}
  Descriptor& operator=(Descriptor&&) = delete;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }
  int give() { return std::exchange(fd_, -1); }
  bool close() {
    const int fd = std::exchange(fd_, -1);
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  int fd_;
};

std::string reason() { return std::strerror(errno); }

Problem open_problem(const std::string& path, const std::string& why) {
  Problem p = error("E_OPEN", {"problem.open", {{"file", path}, {"reason", why}}}, Exit::usage);
  p.file = path;
  return p;
}

Problem not_regular(const std::string& path) {
  Problem p = error("E_NOTREG", {"problem.notreg", {{"file", path}}}, Exit::usage);
  p.file = path;
  return p;
}

Problem too_big(const std::string& path, std::size_t limit) {
  Problem p = error("E_SIZE", {"problem.size", {{"file", path}, {"limit", std::to_string(limit)}}}, Exit::limit);
  p.file = path;
  return p;
}

Problem save_problem(const std::string& path, const std::string& key, const std::string& why) {
  Problem p = error("E_SAVE", {key, {{"file", path}, {"reason", why}}}, Exit::save);
  p.file = path;
  return p;
}

// Reads to the end. The file may have grown since it was measured, so the limit is watched here too.
Result<std::string> read_all(int fd, const std::string& path, std::size_t expected, std::size_t limit) {
  std::string bytes;
  bytes.resize(expected + 1);  // one more, so that the end is seen without growing
  std::size_t length = 0;
  while (true) {
    const ssize_t got = ::read(fd, bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return open_problem(path, reason());
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > limit) return too_big(path, limit);
    if (length == bytes.size()) bytes.resize(bytes.size() + bytes.size() / 2 + 65536);
  }
  bytes.resize(length);
  return bytes;
}

bool is_there_but_special(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode);
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

std::optional<std::string> real_path(const std::string& path) {
  char* found = ::realpath(path.c_str(), nullptr);
  if (found == nullptr) return std::nullopt;
  std::string out = found;
  std::free(found);
  return out;
}

// Where the bytes shall really go, and what is there now.
struct Target {
  std::string path;  // no symbolic links left in it
  bool exists = false;
  struct stat before {};
};

Result<Target> existing_target(const std::string& path, const std::string& real) {
  Target target{real, true, {}};
  if (::stat(real.c_str(), &target.before) != 0) return save_problem(path, "problem.save", reason());
  if (!S_ISREG(target.before.st_mode)) return save_problem(path, "problem.save.notreg", "");
  if (::access(real.c_str(), W_OK) != 0) return save_problem(path, "problem.save", reason());
  return target;
}

Result<Target> find_target(const std::string& path) {
  if (const auto real = real_path(path)) return existing_target(path, *real);
  const int why = errno;
  struct stat link {};
  if (::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode)) {
    return save_problem(path, "problem.save.link", std::strerror(why));
  }
  const auto folder = real_path(folder_of(path));
  if (!folder || name_of(path).empty()) return save_problem(path, "problem.save", std::strerror(why));
  return Target{*folder + "/" + name_of(path), false, {}};
}

// Hidden, in the same folder (a rename does not cross file systems), and never the name of anybody else's file.
std::string temporary_name(const std::string& target) {
  static std::atomic<unsigned> counter{0};
  const std::string name = name_of(target).substr(0, 180);
  return folder_of(target) + "/." + name + "." + std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp";
}

// The end of such a name: "17-3.tmp".
bool is_temporary(std::string_view end) {
  if (!end.ends_with(".tmp")) return false;
  end.remove_suffix(4);
  return end.find('-') != std::string_view::npos && end.find_first_not_of("0123456789-") == std::string_view::npos;
}

struct Temporary {
  std::string path;
  int fd = -1;  // and then errno says why
};

// A process that was killed may have left its file behind, and its number to us.
Temporary open_temporary(const Target& target) {
  const mode_t mode = target.exists ? 0600 : 0666;  // a new file gets what the user's umask leaves
  while (true) {
    const std::string path = temporary_name(target.path);
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY | O_CLOEXEC, mode);
    if (fd >= 0 || errno != EEXIST) return {path, fd};
  }
}

// A file that others may read must not become private by being saved, nor the other way round.
bool keep_mode_and_owner(int fd, const Target& target) {
  if (!target.exists) return true;
  const bool same_owner = ::fchown(fd, target.before.st_uid, target.before.st_gid) == 0;
  const mode_t mode = target.before.st_mode & (same_owner ? 07777U : 0777U);
  return ::fchmod(fd, mode) == 0;
}

bool fill(Descriptor& file, const Target& target, std::string_view bytes) {
  return write_all(file.get(), bytes) && keep_mode_and_owner(file.get(), target) && ::fsync(file.get()) == 0 &&
         file.close();
}

// Without this the name may still point to the old file after a power cut.
bool sync_folder(const std::string& folder) {
  Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!open_folder.is_open()) return errno == EACCES;         // a folder may be writable and not readable
  return ::fsync(open_folder.get()) == 0 || errno == EINVAL;  // some file systems cannot
}

Result<Done> write_standard_output(std::string_view bytes) {
  if (!write_all(STDOUT_FILENO, bytes)) return save_problem("-", "problem.save.output", reason());
  return Done{};
}

// What the disk has, not what the system remembers of the writing: the pages are dropped first where it can be asked.
bool is_read_back(int fd, std::string_view bytes) {
  ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
  std::string part(std::size_t{1} << 18, '\0');
  while (true) {
    const ssize_t got = ::read(fd, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) return bytes.empty();
    const auto length = static_cast<std::size_t>(got);
    if (bytes.substr(0, length) != std::string_view(part).substr(0, length)) return false;
    bytes.remove_prefix(length);
  }
}

bool is_same_file(int fd, const struct stat& other) {
  struct stat info {};
  return ::fstat(fd, &info) == 0 && info.st_dev == other.st_dev && info.st_ino == other.st_ino;
}

bool is_locked(int fd) { return ::flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK; }

// Not told apart from a file that nobody holds where the file system knows no locks.
bool is_held_by_another(const Target& target, int own) {
  if (!target.exists || (own >= 0 && is_same_file(own, target.before))) return false;
  const Descriptor file(::open(target.path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  return file.is_open() && is_locked(file.get());
}

Problem locked_problem(const std::string& path) {
  Problem p = error("E_LOCK", {"problem.save.locked", {{"file", path}}}, Exit::locked);
  p.file = path;
  return p;
}

Result<Done> put_in_place(const std::string& path, const Target& target, const std::string& temporary) {
  if (::rename(temporary.c_str(), target.path.c_str()) != 0) {
    Problem p = save_problem(path, "problem.save.kept", reason());
    p.message.args.emplace_back("kept", temporary);
    return p;
  }
  if (!sync_folder(folder_of(target.path))) return save_problem(path, "problem.save.sync", reason());
  return Done{};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  if (path == "-") return read_all(STDIN_FILENO, path, 65536, limit);
  // O_NONBLOCK: a FIFO without a writer would otherwise hang the program before anyone could see what it is.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open()) {
    const std::string why = reason();
    return is_there_but_special(path) ? not_regular(path) : open_problem(path, why);
  }
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return open_problem(path, reason());
  if (!S_ISREG(info.st_mode)) return not_regular(path);
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > limit) return too_big(path, limit);
  return read_all(file.get(), path, size, limit);
}

namespace {

struct Written {
  Target target;
  std::string temporary;
  Descriptor file;  // of the temporary file, for reading
};

// All but the rename: the bytes are on the disk beside the old ones.
Result<Written> write_beside(const std::string& path, std::string_view bytes, int own_hold) {
  Result<Target> target = find_target(path);
  if (!target) return target.problem();
  if (is_held_by_another(*target, own_hold)) return locked_problem(path);
  const Temporary temporary = open_temporary(*target);
  Descriptor file(temporary.fd);
  if (!file.is_open()) return save_problem(path, "problem.save", reason());
  // Held from now on, so that nobody takes it for something left behind.
  Descriptor back(::open(temporary.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (back.is_open()) static_cast<void>(::flock(back.get(), LOCK_EX | LOCK_NB));
  const auto give_up = [&](const std::string& key, const std::string& why) {
    ::unlink(temporary.path.c_str());
    return save_problem(path, key, why);
  };
  if (!back.is_open() || !fill(file, *target, bytes)) return give_up("problem.save", reason());
  errno = 0;
  if (!is_read_back(back.get(), bytes)) {
    return errno == 0 ? give_up("problem.save.differs", "") : give_up("problem.save", reason());
  }
  return Written{*std::move(target), temporary.path, std::move(back)};
}

// A second name for what is there, since nothing then has to be copied; a copy where the file system has only one name
// for a file.
Result<Done> keep_previous(const std::string& path, const Target& target) {
  if (!target.exists) return Done{};
  const std::string name = temporary_name(target.path), kept = previous_version(target.path);
  if (::link(target.path.c_str(), name.c_str()) == 0) {
    if (::rename(name.c_str(), kept.c_str()) == 0) {
      ::unlink(name.c_str());  // it is still there where both were names of one file already
      return Done{};
    }
    const std::string why = reason();
    ::unlink(name.c_str());
    return save_problem(path, "problem.save.previous", why);
  }
  const Result<std::string> bytes = read_file(target.path);
  if (!bytes) return save_problem(path, "problem.save.previous", reason());
  const Result<Written> copy = write_beside(kept, *bytes, -1);
  return copy ? put_in_place(kept, copy->target, copy->temporary) : copy.problem();
}

}  // namespace

Result<Done> write_file_atomically(const std::string& path, std::string_view bytes) {
  if (path == "-") return write_standard_output(bytes);
  const Result<Written> written = write_beside(path, bytes, -1);
  return written ? put_in_place(path, written->target, written->temporary) : written.problem();
}

Result<Done> save_file(const std::string& path, std::string_view bytes, FileHold* hold) {
  if (path == "-") return write_standard_output(bytes);
  Result<Written> written = write_beside(path, bytes, hold == nullptr ? -1 : hold->descriptor_);
  if (!written) return written.problem();
  if (const Result<Done> kept = keep_previous(path, written->target); !kept) {
    ::unlink(written->temporary.c_str());
    return kept;
  }
  const Result<Done> placed = put_in_place(path, written->target, written->temporary);
  if (!placed) return placed;
  for (const std::string& leftover : leftovers_of(path)) ::unlink(leftover.c_str());
  if (hold != nullptr) *hold = FileHold(written->file.give());
  return placed;
}

std::string previous_version(const std::string& path) { return real_path(path).value_or(path) + ".bak"; }

std::vector<std::string> leftovers_of(const std::string& path) {
  const std::string target = real_path(path).value_or(path), start = "." + name_of(target).substr(0, 180) + ".";
  std::vector<std::string> found;
  DIR* folder = ::opendir(folder_of(target).c_str());
  if (folder == nullptr) return found;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string name = entry->d_name;
    if (!name.starts_with(start) || !is_temporary(name.substr(start.size()))) continue;
    std::string whole = folder_of(target) + "/" + name;
    if (!is_held(whole)) found.push_back(std::move(whole));
  }
  ::closedir(folder);
  return found;
}

Result<Done> make_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), 0777) != 0 && errno != EEXIST) return save_problem(part, "problem.save.folder", reason());
    if (end == std::string::npos) break;
  }
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return Done{};
  return save_problem(path, "problem.save.folder", std::strerror(ENOTDIR));
}

bool file_exists(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0;
}

bool folder_exists(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

Result<Done> move_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return save_problem(from, "problem.save", reason());
  return Done{};
}

FileHold& FileHold::operator=(FileHold&& other) noexcept {
  if (this != &other) {
    release();
    descriptor_ = std::exchange(other.descriptor_, -1);
  }
  return *this;
}

FileHold FileHold::take(const std::string& path) {
  FileHold hold;
  hold.descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (hold.is_taken() && ::flock(hold.descriptor_, LOCK_EX | LOCK_NB) != 0) hold.release();
  return hold;
}

FileHold FileHold::take_on(const std::string& path) {
  FileHold hold;
  hold.descriptor_ = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (hold.is_taken() && ::flock(hold.descriptor_, LOCK_EX | LOCK_NB) != 0) hold.release();
  return hold;
}

bool FileHold::is_of(const std::string& path) const {
  struct stat info {};
  return is_taken() && ::stat(path.c_str(), &info) == 0 && is_same_file(descriptor_, info);
}

void FileHold::release() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

bool is_held(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  return file.is_open() && is_locked(file.get());
}

// A line of /proc/locks: "3: FLOCK  ADVISORY  WRITE 4711 fd:01:131077 0 EOF".
std::string holder_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  const std::string file = ":" + std::to_string(info.st_ino);
  const Descriptor locks(::open("/proc/locks", O_RDONLY | O_CLOEXEC));
  if (!locks.is_open()) return {};
  const Result<std::string> text = read_all(locks.get(), "/proc/locks", 4096, std::size_t{1} << 20);
  if (!text) return {};
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string number, kind, how, what, process, place;
    words >> number >> kind >> how >> what >> process >> place;
    if (kind == "FLOCK" && what == "WRITE" && place.ends_with(file)) return process;
  }
  return {};
}

void remove_file(const std::string& path) { ::unlink(path.c_str()); }

// The signals are blocked in every thread but taken by one that waits for them: there it may do what a handler may not.
void when_asked_to_end(void (*then)()) {
  sigset_t asking;
  sigemptyset(&asking);
  for (const int number : {SIGTERM, SIGHUP, SIGINT}) sigaddset(&asking, number);
  if (pthread_sigmask(SIG_BLOCK, &asking, nullptr) != 0) return;
  std::thread([asking, then] {
    int number = 0;
    if (sigwait(&asking, &number) != 0) return;
    then();
    if (sigwait(&asking, &number) == 0) std::_Exit(128 + number);  // asked twice: it hangs
  }).detach();
}

std::string first_bytes(const std::string& path, std::size_t count) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat info {};
  if (!file.is_open() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  std::string bytes(count, '\0');
  const ssize_t got = ::read(file.get(), bytes.data(), bytes.size());
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  constexpr std::int64_t second_ns = 1'000'000'000;
  return FileStamp{info.st_dev, info.st_ino, static_cast<std::uint64_t>(info.st_size),
                   info.st_mtim.tv_sec * second_ns + info.st_mtim.tv_nsec};
}

namespace {

// Nothing for what is neither file nor folder: a device, a socket, a link to nothing.
std::optional<FolderEntry> entry_of(int folder, const char* name) {
  struct stat info {};
  if (name[0] == '.' || ::fstatat(folder, name, &info, 0) != 0) return std::nullopt;
  if (!S_ISDIR(info.st_mode) && !S_ISREG(info.st_mode)) return std::nullopt;
  return FolderEntry{name, S_ISDIR(info.st_mode)};
}

}  // namespace

Result<std::vector<FolderEntry>> list_folder(const std::string& path) {
  DIR* folder = ::opendir(path.c_str());
  if (folder == nullptr) return open_problem(path, reason());
  std::vector<FolderEntry> entries;
  while (const dirent* item = ::readdir(folder)) {
    if (auto entry = entry_of(::dirfd(folder), item->d_name)) entries.push_back(std::move(*entry));
  }
  ::closedir(folder);
  return entries;
}

std::string absolute_path(const std::string& path) {
  std::string whole = path;
  if (path == "~" || path.substr(0, 2) == "~/") whole = environment("HOME").value_or("") + path.substr(1);
  if (whole.empty() || whole.front() != '/') {
    char folder[PATH_MAX];
    if (::getcwd(folder, sizeof folder) != nullptr) whole = std::string(folder) + "/" + whole;
  }
  std::string out;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string part = whole.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      out.erase(std::min(out.find_last_of('/'), out.size()));
    } else {
      out += "/" + part;
    }
  }
  return out.empty() ? "/" : out;
}

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string executable_folder() {
  char path[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  return length <= 0 ? std::string() : folder_of(std::string(path, static_cast<std::size_t>(length)));
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

bool is_terminal_stdout() { return ::isatty(STDOUT_FILENO) == 1; }
bool is_terminal_stderr() { return ::isatty(STDERR_FILENO) == 1; }

namespace {
double clock_seconds(clockid_t clock) {
  struct timespec now {};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
}  // namespace

double cpu_seconds() { return clock_seconds(CLOCK_PROCESS_CPUTIME_ID); }
double wall_seconds() { return clock_seconds(CLOCK_MONOTONIC); }

Date today() {
  const std::time_t now = std::time(nullptr);
  struct tm local {};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::uint64_t room_for_temporary_files() {
  struct ::statvfs about {};
  if (::statvfs("/tmp", &about) != 0) return UINT64_MAX;
  return static_cast<std::uint64_t>(about.f_bavail) * static_cast<std::uint64_t>(about.f_frsize);
}

MemoryFile::MemoryFile() : descriptor_(::memfd_create("samverka", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

std::string MemoryFile::bytes() const {
  struct ::stat about {};
  if (descriptor_ < 0 || ::fstat(descriptor_, &about) != 0) return {};
  std::string all(static_cast<std::size_t>(about.st_size), '\0');
  for (std::size_t at = 0; at < all.size();) {
    const ssize_t count = ::pread(descriptor_, all.data() + at, all.size() - at, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return {};
    at += static_cast<std::size_t>(count);
  }
  return all;
}

}  // namespace samverka
