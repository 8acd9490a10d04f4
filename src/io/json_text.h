#pragma once
// JSON that programs read from the command line: written straight to text, members in the order they are given, so that
// the same answer is the same bytes. (Network files have their own writer, which keeps what it does not know.)
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samverka {

// The text as a JSON string with its quotes. Bytes that are not UTF-8 (a file name may hold any) become U+FFFD, so
// the answer is always sound JSON.
std::string json_quoted(std::string_view text);

// Objects and lists, indented by two spaces. Begin and end in pairs; inside an object every value has a key before it.
class JsonText {
 public:
  JsonText& begin_object() { return begin('{'); }
  JsonText& end_object() { return end('}'); }
  JsonText& begin_list() { return begin('['); }
  JsonText& end_list() { return end(']'); }
  JsonText& key(std::string_view name);
  JsonText& text(std::string_view value) { return put(json_quoted(value)); }
  JsonText& number(std::size_t value) { return put(std::to_string(value)); }
  JsonText& decimal(float value);  // the shortest digits that read back the same; null where JSON has no such number
  JsonText& decimal(double value);
  JsonText& boolean(bool value) { return put(value ? "true" : "false"); }
  JsonText& null() { return put("null"); }
  std::string finished() &&;  // with a final newline

 private:
  JsonText& begin(char bracket);
  JsonText& end(char bracket);
  JsonText& put(std::string_view value);
  template <class Number>
  JsonText& put_shortest(Number value);
  void next_place();
  std::string out_;
  std::vector<std::size_t> counts_;  // values so far in each open bracket
  bool after_key_ = false;
};

}  // namespace samverka
