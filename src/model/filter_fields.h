#pragma once
// The fields of the format that are no list of codes: what a row says of them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/filter.h"

namespace samverka {

// One thing that a row says: words, and what they are where they are a number or a date.
struct FieldValue {
  std::string words;
  std::optional<double> number{};
  PartialDate date{};
  std::string name{};  // of the row that a reference leads to
};
using FieldValues = std::vector<FieldValue>;

// False for a key that is read otherwise (codes). A row that says nothing adds nothing. An end that is said to be open
// is the word `open` without a date.
bool add_field_values(const Actor& row, std::string_view key, const Network* network, FieldValues& values);
bool add_field_values(const Agreement& row, std::string_view key, const Network* network, FieldValues& values);
bool add_field_values(const Party& row, std::string_view key, const Network* network, FieldValues& values);

// Whether the clause lets a row through that says these. `=` and `~` want one value that is named (a date: one that
// lies wholly within the named day, month or year), `unrecorded` where there is none; what is compared by order holds
// only where it holds whichever day is meant, and never of what is not recorded.
bool field_passes(const FilterClause& clause, const FilterKey& key, const FieldValues& values);

// The same of a code that a row has one of.
bool word_passes(const FilterClause& clause, std::string_view word);

std::optional<double> parse_number(std::string_view words);

}  // namespace samverka
