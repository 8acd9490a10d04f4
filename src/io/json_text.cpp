#include "io/json_text.h"

#include <charconv>
#include <cmath>

#include "base/check.h"
#include "base/utf8.h"
#include "io/json_format.h"

namespace samverka {
namespace {

std::string with_sound_utf8(std::string_view text) {
  std::string out;
  while (const auto bad = first_invalid_utf8(text)) {
    out += text.substr(0, *bad);
    out += "\uFFFD";
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string out;
  append_quoted(out, with_sound_utf8(text));
  return out;
}

void JsonText::next_place() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (counts_.empty()) return;
  out_ += counts_.back()++ == 0 ? "\n" : ",\n";
  out_.append(2 * counts_.size(), ' ');
}

JsonText& JsonText::put(std::string_view value) {
  next_place();
  out_ += value;
  return *this;
}

JsonText& JsonText::decimal(float value) { return put_shortest(value); }
JsonText& JsonText::decimal(double value) { return put_shortest(value); }

template <class Number>
JsonText& JsonText::put_shortest(Number value) {
  if (!std::isfinite(value)) return null();
  char text[32];
  return put({text, std::to_chars(text, text + sizeof text, value).ptr});
}

JsonText& JsonText::key(std::string_view name) {
  SAM_CHECK(!counts_.empty() && !after_key_, "a key stands in an object, before its value");
  next_place();
  out_ += json_quoted(name) + ": ";
  after_key_ = true;
  return *this;
}

JsonText& JsonText::begin(char bracket) {
  next_place();
  out_ += bracket;
  counts_.push_back(0);
  return *this;
}

JsonText& JsonText::end(char bracket) {
  SAM_CHECK(!counts_.empty() && !after_key_, "an end without its beginning");
  const bool is_empty = counts_.back() == 0;
  counts_.pop_back();
  if (!is_empty) out_ += "\n" + std::string(2 * counts_.size(), ' ');
  out_ += bracket;
  return *this;
}

std::string JsonText::finished() && {
  SAM_CHECK(counts_.empty(), "a bracket was left open");
  return std::move(out_) + "\n";
}

}  // namespace samverka
