#include "base/file_name.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t longest_file_name = 120;  // bytes: most file systems take 255, and an ending and a number follow

bool may_stand_in_file_name(std::int32_t c) {
  if (c < 0x80) {
    const auto byte = static_cast<char>(c);
    return std::string_view(" .+-_").find(byte) != std::string_view::npos || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

// Each run of what may not stand there as one "_".
std::string with_allowed_signs(std::string_view name) {
  std::string out;
  bool has_mark = false;
  for (std::size_t at = 0; at < name.size();) {
    utf8proc_int32_t c = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data() + at),
                                       static_cast<utf8proc_ssize_t>(name.size() - at), &c);
    const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
    const bool is_allowed = read > 0 && may_stand_in_file_name(c);
    if (is_allowed) out += name.substr(at, length);
    if (!is_allowed && !has_mark) out += '_';
    has_mark = !is_allowed;
    at += length;
  }
  return out;
}

// At most that many bytes, of whole user-perceived characters.
std::string_view begin_of(std::string_view text, std::size_t bytes) {
  utf8proc_int32_t state = 0, before = -1;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (before < 0 || utf8proc_grapheme_break_stateful(before, c, &state)) {
      if (at > bytes) return text.substr(0, end);
      end = at;
    }
    before = c;
    at += static_cast<std::size_t>(read);
  }
  return text.size() <= bytes ? text : text.substr(0, end);
}

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file: whatever follows the first dot.
bool is_kept_by_windows(std::string_view name) {
  std::string small(name.substr(0, name.find('.')));
  while (small.ends_with(' ')) small.pop_back();
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  constexpr auto words = std::to_array<std::string_view>({"con", "prn", "aux", "nul"});
  if (std::find(words.begin(), words.end(), small) != words.end()) return true;
  const bool is_port = small.starts_with("com") || small.starts_with("lpt");
  return is_port && small.size() == 4 && small[3] >= '0' && small[3] <= '9';
}

}  // namespace

std::string safe_file_name(std::string_view name) {
  const std::string allowed = with_allowed_signs(normalized_nfc(name));
  std::string_view kept = allowed;
  while (!kept.empty() && std::string_view(" .-").find(kept.front()) != std::string_view::npos) kept.remove_prefix(1);
  kept = begin_of(kept, longest_file_name - 1);  // room for a "_"
  while (kept.ends_with(' ') || kept.ends_with('.')) kept.remove_suffix(1);
  if (kept.empty() || is_kept_by_windows(kept)) return "_" + std::string(kept);
  return std::string(kept);
}

}  // namespace samverka
