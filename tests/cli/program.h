#pragma once
// Runs the real program as a user's shell would, and compares what it says with golden files.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace samverka::test {

struct Said {
  int exit = -1;
  std::string out, err;
};

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A folder for this test program's own files, gone when it ends.
inline const std::filesystem::path& scratch_folder() {
  struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("samverka-cli-test-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
  };
  static const Folder folder;
  return folder.path;
}

inline std::string scratch(const std::string& name) { return (scratch_folder() / name).string(); }

// `arguments` go through the shell; `before` too (an environment, a pipe). LANG is Swedish unless said otherwise.
inline Said run(const std::string& arguments, const std::string& before = "LANG=sv_SE.UTF-8") {
  const std::string err = scratch("stderr");
  const std::string command = before + " " SAMVERKA_BINARY " " + arguments + " 2>" + err;
  Said said;
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char bytes[4096];
  for (std::size_t n = 0; (n = std::fread(bytes, 1, sizeof bytes, pipe)) > 0;) said.out.append(bytes, n);
  const int status = ::pclose(pipe);
  said.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  said.err = content_of(err);
  return said;
}

// The golden file tests/cli/golden/NAME; SAMVERKA_RENEW_GOLDEN=1 writes it anew. A difference leaves NAME.out beside
// it.
inline void check_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path golden = std::filesystem::path(SAMVERKA_SOURCE_DIR) / "tests/cli/golden" / name;
  if (std::getenv("SAMVERKA_RENEW_GOLDEN")) std::ofstream(golden, std::ios::binary) << actual;
  const std::filesystem::path kept = golden.string() + ".out";
  std::filesystem::remove(kept);
  if (actual == content_of(golden)) return;
  std::ofstream(kept, std::ios::binary) << actual;
  FAIL_CHECK("differs from ", golden.string(), "; what came is in ", kept.string());
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace samverka::test
