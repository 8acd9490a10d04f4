#pragma once
// XML 1.0 written straight to text, so that the same data are the same bytes. Every text is escaped; what XML cannot
// hold at all (control characters, U+FFFE, U+FFFF, a byte that is no UTF-8) becomes U+FFFD, and is told of. Line feeds
// and tabs come back as they were, in attributes too.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samverka {

// The text as XML can hold it, not yet escaped. `is_changed` is set where it had to be changed, and else left.
std::string storable_in_xml(std::string_view text, bool& is_changed);

class XmlText {
 public:
  XmlText() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

  // Names of elements and attributes are our own.
  XmlText& begin(std::string_view name);
  XmlText& attribute(std::string_view name, std::string_view value);
  XmlText& attribute(std::string_view name, double value) { return attribute(name, digits(value)); }
  XmlText& text(std::string_view value);  // all there is in the element
  XmlText& end();
  // <name>value</name>
  XmlText& element(std::string_view name, std::string_view value) { return begin(name).text(value).end(); }
  std::string finished() &&;

  // The rows in which something had to be replaced, in the order they were written, each once.
  void speak_of(std::string_view row) { row_ = row; }
  const std::vector<std::string>& replaced() const { return replaced_; }

  static std::string digits(double value);  // the shortest that read back the same; no locale

 private:
  void close_head();
  void put(std::string_view value, bool is_attribute);

  std::string out_;
  std::vector<std::string> open_;
  std::string row_;
  std::vector<std::string> replaced_;
  bool is_in_head_ = false, has_text_ = false;
};

}  // namespace samverka
