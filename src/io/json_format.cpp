#include "io/json_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

#include "base/check.h"

namespace samverka {
namespace {

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      break;
  }
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
  out += text;
}

bool must_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return std::min(at + 1, json.size());
}

std::size_t end_of_space(std::string_view json, std::size_t at) {
  while (at < json.size() && is_space(json[at])) ++at;
  return at;
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!must_escape(text[at])) continue;
    out.append(text, done, at - done);
    append_escaped(out, text[at]);
    done = at + 1;
  }
  out.append(text, done);
  out += '"';
}

// Python writes an exponent below 1e-4 and from 1e16, with at least two digits; and always a point or an exponent.
void append_number(std::string& out, double value) {
  SAM_CHECK(std::isfinite(value), "a number that JSON does not have");
  char text[40];
  const double size = std::abs(value);
  const bool is_plain = size == 0 || (size >= 1e-4 && size < 1e16);
  const auto format = is_plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(text, text + sizeof text, value, format).ptr;
  const std::string_view written(text, static_cast<std::size_t>(end - text));
  out += written;
  if (is_plain && written.find('.') == std::string_view::npos) out += ".0";
}

void append_line(std::string& out, int depth) {
  out += '\n';
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
}

void append_relaid(std::string& out, std::string_view json, int depth) {
  for (std::size_t at = end_of_space(json, 0); at < json.size(); at = end_of_space(json, at)) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_string(json, at);
      out.append(json, at, end - at);
      at = end;
      continue;
    }
    ++at;
    if (c == '{' || c == '[') {
      out += c;
      const std::size_t next = end_of_space(json, at);
      const bool is_empty = next < json.size() && (json[next] == '}' || json[next] == ']');
      if (is_empty) {
        out += json[next];
        at = next + 1;
      } else {
        append_line(out, ++depth);
      }
    } else if (c == '}' || c == ']') {
      append_line(out, --depth);
      out += c;
    } else if (c == ',') {
      out += c;
      append_line(out, depth);
    } else if (c == ':') {
      out += ": ";
    } else {
      out += c;
    }
  }
}

}  // namespace samverka
