#include "io/check_bytes.h"

#include <cstdio>

#include "base/utf8.h"

namespace samverka {
namespace {

bool starts_with(std::string_view bytes, std::string_view start) { return bytes.substr(0, start.size()) == start; }

// By its mark, or by where the zero bytes of an ASCII first character stand. Longer marks first: UTF-32LE's begins with
// UTF-16LE's.
const char* wide_encoding(std::string_view b) {
  using namespace std::string_view_literals;
  if (starts_with(b, "\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (starts_with(b, "\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (starts_with(b, "\xFF\xFE"sv)) return "UTF-16LE";
  if (starts_with(b, "\xFE\xFF"sv)) return "UTF-16BE";
  if (b.size() < 4) return nullptr;
  const bool zero[4] = {b[0] == 0, b[1] == 0, b[2] == 0, b[3] == 0};
  if (zero[0] && zero[1] && zero[2] && !zero[3]) return "UTF-32BE";
  if (!zero[0] && zero[1] && zero[2] && zero[3]) return "UTF-32LE";
  if (zero[0] && !zero[1] && zero[2] && !zero[3]) return "UTF-16BE";
  if (!zero[0] && zero[1] && !zero[2] && zero[3]) return "UTF-16LE";
  return nullptr;
}

std::string hex(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    char text[8];
    std::snprintf(text, sizeof text, "%s%02X", out.empty() ? "" : " ",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += text;
  }
  return out;
}

ByteProblem refused(const char* code, Message message, std::size_t offset) {
  return {error(code, std::move(message), Exit::parse), offset};
}

}  // namespace

std::size_t length_of_mark(std::string_view bytes) { return starts_with(bytes, "\xEF\xBB\xBF") ? 3 : 0; }

std::optional<ByteProblem> check_bytes(std::string_view bytes) {
  if (bytes.find_first_not_of(" \t\r\n", length_of_mark(bytes)) == std::string_view::npos) {
    return refused("E_EMPTY", {"problem.empty", {}}, 0);
  }
  if (const char* encoding = wide_encoding(bytes)) {
    return refused("E_ENCODING", {"problem.encoding", {{"encoding", encoding}}}, 0);
  }
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return refused("E_NUL", {"problem.nul", {{"offset", std::to_string(nul)}}}, nul);
  }
  if (const auto bad = first_invalid_utf8(bytes)) {
    return refused("E_UTF8", {"problem.utf8", {{"bytes", hex(bytes.substr(*bad, 4))}}}, *bad);
  }
  return std::nullopt;
}

}  // namespace samverka
