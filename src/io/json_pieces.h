#pragma once
// A JSON value taken apart one level, as texts: for what compares or puts together values without knowing what they
// mean. Numbers keep their digits.
#include <string>
#include <string_view>
#include <vector>

#include "io/json_scan.h"

namespace samverka {

struct JsonMember {
  std::string name, raw;  // the name as it reads, the value as it is written
};

JsonKind json_kind(std::string_view raw);
// All of these of sound JSON, and empty for a value of another kind. Linear.
std::vector<JsonMember> json_members(std::string_view object);
std::vector<std::string> json_items(std::string_view list);
std::string json_text_value(std::string_view raw);          // of a text, without quotes and escapes
std::vector<std::string> json_texts(std::string_view raw);  // every text in the value, at any depth, but for names

// As a file has it, without the file's line feeds and indents.
std::string json_on_one_line(std::string_view raw);
std::string json_object(const std::vector<JsonMember>& members);
std::string json_list(const std::vector<std::string>& items);

}  // namespace samverka
