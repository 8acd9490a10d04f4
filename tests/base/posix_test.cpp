#include "base/posix.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <random>

using namespace samverka;
namespace fs = std::filesystem;

namespace {

// A folder of its own for one test, gone with it.
struct Folder {
  std::string path;
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "samverka-test-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
    fs::permissions(path, fs::perms::all);
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const std::string& name) const { return path + "/" + name; }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

std::string content(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  return bytes ? *bytes : "(" + bytes.problem().code + ")";
}

void put(const std::string& path, std::string_view bytes) { REQUIRE(write_file_atomically(path, bytes)); }

std::string problem_of(const Result<Done>& result) {
  return result ? "" : result.problem().code + " " + result.problem().message.key;
}

// Runs the check in a child that is nobody in particular, so that the superuser's tests see what users see.
bool as_user(const std::function<bool()>& check) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(2);
    ::_exit(check() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("a file comes back as it was saved, whatever its bytes") {
  const Folder folder;
  std::string bytes(100000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  put(folder / "a", bytes);
  CHECK(content(folder / "a") == bytes);
  put(folder / "a", "");
  CHECK(content(folder / "a").empty());
  CHECK(folder.count() == 1);  // no temporary file is left
}

TEST_CASE("a missing or unreadable file is E_OPEN and says which") {  // BAD-INPUT 20
  const Folder folder;
  const Result<std::string> missing = read_file(folder / "missing");
  REQUIRE_FALSE(missing);
  CHECK(missing.problem().code == "E_OPEN");
  CHECK(missing.problem().exit == Exit::usage);
  CHECK(missing.problem().file == folder / "missing");
  put(folder / "secret", "x");
  fs::permissions(folder / "secret", fs::perms::none);
  CHECK(as_user([&] { return content(folder / "secret") == "(E_OPEN)"; }));
}

TEST_CASE("a FIFO, a device, a socket and a folder are E_NOTREG at once") {  // BAD-INPUT 19
  const Folder folder;
  REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, (folder / "socket").c_str(), sizeof address.sun_path - 1);
  REQUIRE(::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  const double start = wall_seconds();
  for (const std::string& path : {folder / "fifo", folder / "socket", folder.path, std::string("/dev/zero")}) {
    CHECK(content(path) == "(E_NOTREG)");
  }
  CHECK(wall_seconds() - start < 0.1);
  ::close(listening);
}

TEST_CASE("a file over the limit is refused before it is read") {  // BAD-INPUT 18
  const Folder folder;
  put(folder / "big", "");
  REQUIRE(::truncate((folder / "big").c_str(), 10LL << 30) == 0);  // 10 GB that take no room
  const Result<std::string> big = read_file(folder / "big");
  REQUIRE_FALSE(big);
  CHECK(big.problem().code == "E_SIZE");
  CHECK(big.problem().exit == Exit::limit);
  put(folder / "five", "12345");
  CHECK(read_file(folder / "five", 5));
  CHECK_FALSE(read_file(folder / "five", 4));
}

TEST_CASE("saving through a symbolic link changes the real file and keeps the link") {  // BAD-INPUT 21
  const Folder folder;
  fs::create_directory(folder / "there");
  put(folder / "there/real", "old");
  fs::create_symlink("there/real", folder / "link");
  put(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(content(folder / "there/real") == "new");
}

TEST_CASE("a link that leads nowhere, or round and round, is refused") {  // BAD-INPUT 21
  const Folder folder;
  fs::create_symlink("nothing", folder / "dangling");
  fs::create_symlink("loop", folder / "loop");
  CHECK(problem_of(write_file_atomically(folder / "dangling", "x")) == "E_SAVE problem.save.link");
  CHECK(problem_of(write_file_atomically(folder / "loop", "x")) == "E_SAVE problem.save.link");
  CHECK_FALSE(fs::exists(folder / "nothing"));
  CHECK(folder.count() == 2);
}

TEST_CASE("saving keeps the mode of the file, and of a hard link only the name that was saved") {  // BAD-INPUT 22
  const Folder folder;
  put(folder / "a", "old");
  fs::permissions(folder / "a", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  fs::create_hard_link(folder / "a", folder / "b");
  put(folder / "a", "new");
  CHECK(fs::status(folder / "a").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
  CHECK(content(folder / "b") == "old");
}

TEST_CASE("a file or folder that may not be written is E_SAVE, and nothing is touched") {  // BAD-INPUT 23
  const Folder folder;
  put(folder / "readonly", "old");
  fs::permissions(folder / "readonly", fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  CHECK(
      as_user([&] { return problem_of(write_file_atomically(folder / "readonly", "new")) == "E_SAVE problem.save"; }));
  fs::create_directory(folder / "closed");
  fs::permissions(folder / "closed", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
  CHECK(
      as_user([&] { return problem_of(write_file_atomically(folder / "closed/a", "new")) == "E_SAVE problem.save"; }));
  CHECK(content(folder / "readonly") == "old");
  CHECK(problem_of(write_file_atomically(folder / "missing/a", "x")) == "E_SAVE problem.save");
  CHECK(problem_of(write_file_atomically(folder.path, "x")) == "E_SAVE problem.save.notreg");
  CHECK(folder.count() == 2);
}

TEST_CASE("a full disk leaves the old file as it was and no rubbish") {  // BAD-INPUT 24
  const Folder folder;
  put(folder / "a", "old");
  fs::permissions(folder / "a", fs::perms::all);
  const bool refused = as_user([&] {
    ::signal(SIGXFSZ, SIG_IGN);  // the limit then fails the write, as a full disk does
    const rlimit small{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Result<Done> saved = write_file_atomically(folder / "a", std::string(100000, 'x'));
    return !saved && saved.problem().code == "E_SAVE" && saved.problem().exit == Exit::save;
  });
  CHECK(refused);
  CHECK(content(folder / "a") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("kill -9 at any moment of saving leaves the old file or the new one, whole") {  // BAD-INPUT 25
  const Folder folder;
  const std::string old_bytes(200000, 'o'), new_bytes(300000, 'n');
  put(folder / "a", old_bytes);
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (int i = 0;; ++i) static_cast<void>(write_file_atomically(folder / "a", i % 2 == 0 ? new_bytes : old_bytes));
    }
    ::usleep(static_cast<useconds_t>(random() % 6000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const std::string found = content(folder / "a");
    REQUIRE((found == old_bytes || found == new_bytes));
  }
}

// In a container every start has the same few process ids: one kill made every later first save fail.
TEST_CASE("what a killed process of our own number left behind does not stop a save") {  // BAD-INPUT 25
  const Folder folder;
  const std::string start = folder / (".a." + std::to_string(::getpid()) + "-");
  for (int i = 0; i < 1000; ++i)
    ::close(::open((start + std::to_string(i) + ".tmp").c_str(), O_WRONLY | O_CREAT, 0600));
  put(folder / "a", "new");
  CHECK(content(folder / "a") == "new");
  CHECK(folder.count() == 1001);
}

TEST_CASE("the version before stays beside what was saved, and only the last one") {
  const Folder folder;
  REQUIRE(save_file(folder / "a", "first"));
  CHECK_FALSE(file_exists(previous_version(folder / "a")));
  REQUIRE(save_file(folder / "a", "second"));
  CHECK(content(previous_version(folder / "a")) == "first");
  REQUIRE(save_file(folder / "a", "third"));
  CHECK(content(folder / "a") == "third");
  CHECK(content(previous_version(folder / "a")) == "second");
  CHECK(folder.count() == 2);
}

TEST_CASE("the version before stays beside the real file, where a link was saved through") {
  const Folder folder;
  REQUIRE(make_folders(folder / "real"));
  put(folder / "real/a", "first");
  REQUIRE(::symlink((folder / "real/a").c_str(), (folder / "link").c_str()) == 0);
  REQUIRE(save_file(folder / "link", "second"));
  CHECK(content(folder / "real/a.bak") == "first");
  CHECK(content(folder / "real/a") == "second");
}

TEST_CASE("where the version before cannot be kept nothing is written") {
  const Folder folder;
  put(folder / "a", "first");
  REQUIRE(make_folders(folder / "a.bak/in the way"));
  CHECK(problem_of(save_file(folder / "a", "second")) == "E_SAVE problem.save.previous");
  CHECK(content(folder / "a") == "first");
  CHECK(folder.count() == 2);
}

TEST_CASE("what one window holds no other writes over, and a save hands the hold on to the new file") {  // BAD-INPUT 27
  const Folder folder;
  put(folder / "a", "first");
  FileHold hold = FileHold::take_on(folder / "a");
  REQUIRE(hold.is_taken());
  CHECK(holder_of(folder / "a") == std::to_string(::getpid()));
  CHECK_FALSE(FileHold::take_on(folder / "a").is_taken());
  CHECK(problem_of(write_file_atomically(folder / "a", "other")) == "E_LOCK problem.save.locked");
  CHECK(problem_of(save_file(folder / "a", "other")) == "E_LOCK problem.save.locked");
  CHECK(content(folder / "a") == "first");
  REQUIRE(save_file(folder / "a", "second", &hold));
  CHECK(hold.is_of(folder / "a"));
  CHECK(problem_of(save_file(folder / "a", "other")) == "E_LOCK problem.save.locked");
  hold.release();
  CHECK(holder_of(folder / "a").empty());
  CHECK(save_file(folder / "a", "other"));
}

TEST_CASE("a save clears away what a killed one of the same file left behind, and nothing else") {  // BAD-INPUT 25
  const Folder folder;
  for (const char* name : {".a.17-3.tmp", ".a.b.17-3.tmp", ".a.17.tmp", ".a.x-3.tmp"}) put(folder / name, "half");
  const FileHold busy = FileHold::take(folder / ".a.18-1.tmp");
  CHECK(leftovers_of(folder / "a") == std::vector<std::string>{folder / ".a.17-3.tmp"});
  REQUIRE(save_file(folder / "a", "whole"));
  CHECK(leftovers_of(folder / "a").empty());
  CHECK(folder.count() == 5);
}

TEST_CASE("folders are made with all above them, and what stands in the way is told") {
  const Folder folder;
  CHECK(make_folders(folder / "a/b/c"));
  CHECK(make_folders(folder / "a/b/c"));
  put(folder / "file", "x");
  CHECK(problem_of(make_folders(folder / "file/d")) == "E_SAVE problem.save.folder");
  CHECK(problem_of(make_folders(folder / "file")) == "E_SAVE problem.save.folder");
}

TEST_CASE("the folder of a path is its part before the last slash") {
  CHECK(folder_of("a") == ".");
  CHECK(folder_of("/a") == "/");
  CHECK(folder_of("a/b/c") == "a/b");
  CHECK_FALSE(executable_folder().empty());
  CHECK(file_exists(executable_folder()));
  CHECK_FALSE(environment("SAMVERKA_NO_SUCH_THING"));
}

TEST_CASE("a folder is listed without hidden files, devices and links to nothing") {
  const Folder folder;
  put(folder / "å.json", "{}");
  put(folder / ".hidden", "x");
  fs::create_directory(folder / "under");
  fs::create_symlink("under", folder / "länk");
  fs::create_symlink("nowhere", folder / "broken");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  auto listed = list_folder(folder.path);
  REQUIRE(listed);
  std::sort(listed->begin(), listed->end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  REQUIRE(listed->size() == 3);
  CHECK((*listed)[0].name == "länk");
  CHECK((*listed)[0].is_folder);
  CHECK((*listed)[1].name == "under");
  CHECK((*listed)[2].name == "å.json");
  CHECK_FALSE((*listed)[2].is_folder);
  CHECK(list_folder(folder / "missing").problem().code == "E_OPEN");
  CHECK(list_folder(folder / "å.json").problem().code == "E_OPEN");
  CHECK(folder_exists(folder / "länk"));
  CHECK_FALSE(folder_exists(folder / "å.json"));
}

TEST_CASE("a stamp changes with every write, also of the same length, and is gone with the file") {
  const Folder folder;
  CHECK_FALSE(stamp_of(folder / "a"));
  put(folder / "a", "one");
  const auto first = stamp_of(folder / "a");
  REQUIRE(first);
  CHECK(stamp_of(folder / "a") == first);
  put(folder / "a", "two");
  CHECK(stamp_of(folder / "a") != first);
}

TEST_CASE("the first bytes of a file, and nothing of what is no file") {
  const Folder folder;
  put(folder / "a", "{\"format\"");
  CHECK(first_bytes(folder / "a", 4) == "{\"fo");
  CHECK(first_bytes(folder / "a", 400) == "{\"format\"");
  CHECK(first_bytes(folder / "missing", 4).empty());
  CHECK(first_bytes(folder.path, 4).empty());
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(first_bytes(folder / "pipe", 4).empty());  // and does not hang
}

TEST_CASE("a path becomes whole, word by word") {
  CHECK(absolute_path("/a/b/../c/./d//e") == "/a/c/d/e");
  CHECK(absolute_path("/..") == "/");
  CHECK(absolute_path("/") == "/");
  CHECK(absolute_path("x") == (fs::current_path() / "x").string());
  CHECK(absolute_path("") == fs::current_path().string());
  CHECK(absolute_path("~/x") == environment("HOME").value_or("") + "/x");
  CHECK(absolute_path("/a/~/x") == "/a/~/x");
}
