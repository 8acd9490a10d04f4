#pragma once
// The only place that calls the operating system directly (posix.cpp; a test enforces it). The rest of the program sees
// values and Results.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace samverka {

constexpr std::size_t default_file_limit = std::size_t{1} << 30;  // 1 GiB (BAD-INPUT: limits)

// A whole regular file. Refused before a byte is read: E_OPEN (missing, unreadable; exit 2), E_NOTREG (directory, FIFO,
// device, socket; exit 2, never hangs), E_SIZE (over `limit`; exit 4). "-" reads standard input, up to `limit`.
Result<std::string> read_file(const std::string& path, std::size_t limit = default_file_limit);

// Replaces the file at `path` with `bytes`, whole or not at all: temp file in the same folder (O_EXCL), write loop,
// fsync, checked close, rename, fsync of the folder. Writes through a symbolic link to the real file; keeps mode and
// owner. E_SAVE (exit 5) with the old file untouched; if only the rename failed, the temp file is kept and named in the
// problem.
// "-" writes standard output.
Result<Done> write_file_atomically(const std::string& path, std::string_view bytes);

Result<Done> make_folders(const std::string& path);  // like mkdir -p
bool file_exists(const std::string& path);
std::string folder_of(const std::string& path);
std::string executable_folder();  // of this running program; empty if not known
std::optional<std::string> environment(const char* name);
bool is_terminal_stdout();
bool is_terminal_stderr();
double cpu_seconds();   // of this process, all threads
double wall_seconds();  // monotonic
Date today();           // local calendar day; only where the user asks for "today"

}  // namespace samverka
