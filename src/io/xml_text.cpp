#include "io/xml_text.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::string_view not_storable = "\xEF\xBF\xBD";  // U+FFFD

// How many bytes at `at` are one of the characters of UTF-8 that XML 1.0 leaves out (its production 2, Char): 0 for
// none.
std::size_t bytes_left_out(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  const bool is_last_of_plane = text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF";
  return is_last_of_plane ? 3 : 0;
}

}  // namespace

std::string storable_in_xml(std::string_view text, bool& is_changed) {
  std::string out;
  std::string_view rest = text;
  // Almost always all of it at once.
  while (const auto bad = first_invalid_utf8(rest)) {
    out.append(rest.substr(0, *bad)).append(not_storable);
    rest.remove_prefix(*bad + 1);
    is_changed = true;
  }
  out.append(rest);
  for (std::size_t at = 0; at < out.size(); ++at) {
    const std::size_t bytes = bytes_left_out(out, at);
    if (bytes == 0) continue;
    out.replace(at, bytes, not_storable);
    at += not_storable.size() - 1;
    is_changed = true;
  }
  return out;
}

XmlText& XmlText::begin(std::string_view name) {
  close_head();
  out_.append(open_.size() * 2, ' ').append("<").append(name);
  open_.emplace_back(name);
  is_in_head_ = true;
  has_text_ = false;
  return *this;
}

XmlText& XmlText::attribute(std::string_view name, std::string_view value) {
  SAM_CHECK(is_in_head_, "an attribute stands before what is in the element");
  out_.append(" ").append(name).append("=\"");
  put(value, true);
  out_.append("\"");
  return *this;
}

XmlText& XmlText::text(std::string_view value) {
  SAM_CHECK(is_in_head_, "an element has either a text or elements");
  out_.append(">");
  put(value, false);
  is_in_head_ = false;
  has_text_ = true;
  return *this;
}

XmlText& XmlText::end() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (is_in_head_) {
    out_.append("/>\n");
  } else {
    if (!has_text_) out_.append(open_.size() * 2, ' ');
    out_.append("</").append(name).append(">\n");
  }
  is_in_head_ = has_text_ = false;
  return *this;
}

std::string XmlText::finished() && {
  SAM_CHECK(open_.empty(), "an element was never ended");
  return std::move(out_);
}

std::string XmlText::digits(double value) {
  std::array<char, 32> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), written.ptr};
}

void XmlText::close_head() {
  SAM_CHECK(!has_text_, "an element has either a text or elements");
  if (is_in_head_) out_.append(">\n");
  is_in_head_ = false;
}

// A parser makes a space of a line feed in an attribute, and a line feed of a carriage return anywhere, unless they are
// written by number. ">" is escaped for the sake of "]]>".
void XmlText::put(std::string_view value, bool is_attribute) {
  bool is_changed = false;
  for (const char c : storable_in_xml(value, is_changed)) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += is_attribute ? "&quot;" : "\"";
        break;
      case '\r':
        out_ += "&#13;";
        break;
      case '\n':
        out_ += is_attribute ? "&#10;" : "\n";
        break;
      case '\t':
        out_ += is_attribute ? "&#9;" : "\t";
        break;
      default:
        out_ += c;
    }
  }
  if (is_changed && (replaced_.empty() || replaced_.back() != row_)) replaced_.push_back(row_);
}

}  // namespace samverka
