#pragma once
#include <cstdint>
#include <string>

namespace samverka {

// A file that is nowhere on disk, for a library that writes only to files with a name. Of one owner; gone with it.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool is_there() const { return descriptor_ >= 0; }  // false where the system gives none
  std::string path() const;                           // to be opened by this process while the file is there
  std::string bytes() const;                          // all that has been written; empty where it cannot be read

 private:
  int descriptor_ = -1;
};

// Bytes that may yet be written where the system keeps temporary files, for a library that does not look whether its
// own were written. The largest number where the system does not tell.
std::uint64_t room_for_temporary_files();

}  // namespace samverka
