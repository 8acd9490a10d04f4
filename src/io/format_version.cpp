#include "io/format_version.h"

#include <charconv>

namespace samverka {
namespace {

constexpr int own_major = 1, own_minor = 0;

}  // namespace

std::optional<Problem> version_problem(const std::string& version) {
  int major = -1, minor = -1;
  const char* const end = version.data() + version.size();
  auto read = std::from_chars(version.data(), end, major);
  if (read.ptr != end && *read.ptr == '.') read = std::from_chars(read.ptr + 1, end, minor);
  const std::string own = std::to_string(own_major) + "." + std::to_string(own_minor);
  const char* const key = version.empty()     ? "problem.version.empty"
                          : major > own_major ? "problem.version.newer"
                                              : "problem.version.unknown";
  Message message{key, {{"version", version}, {"own", own}}};
  if (major != own_major || minor < 0 || read.ptr != end) return error("E_VERSION", std::move(message), Exit::parse);
  if (minor > own_minor) return warning("W_VERSION", {"problem.version.minor", std::move(message.args)});
  return std::nullopt;
}

}  // namespace samverka
