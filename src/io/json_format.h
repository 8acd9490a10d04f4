#pragma once
// JSON as Python's json.dumps(value, indent=2, ensure_ascii=False) writes it, so that files made by the dataset scripts
// and by the program are the same bytes.
#include <string>
#include <string_view>

namespace samverka {

void append_quoted(std::string& out, std::string_view text);

// The shortest digits that read back as the same number, in the form of Python's repr: 61.1, 61.0, 1e-05.
// The value must be finite: JSON has no other numbers.
void append_number(std::string& out, double value);

void append_line(std::string& out, int depth);  // line feed and indent

// Sound JSON laid out anew at a depth; strings and numbers to the letter as they are.
void append_relaid(std::string& out, std::string_view json, int depth);

}  // namespace samverka
