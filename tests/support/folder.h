#pragma once
// A folder of its own for one test, gone with it.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace samverka {

struct TestFolder {
  std::string path;
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "samverka-test-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() { std::filesystem::remove_all(path); }
  std::string operator/(const std::string& name) const { return path + "/" + name; }
  bool is_empty() const { return std::filesystem::is_empty(path); }
};

}  // namespace samverka
