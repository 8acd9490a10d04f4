#pragma once
// One row of a network as it stands in a file, and back: what editing, pasting and merging have in common with opening
// a file, so that they say the same things in the same words.
#include <string>
#include <string_view>

#include "io/read_network.h"
#include "model/network.h"

namespace samverka {

// As write_network() writes it, from the first bracket to the last.
std::string row_text(const Network& network, const Actor& row);
std::string row_text(const Network& network, const Agreement& row);
std::string row_text(const Network& network, const Source& row);
std::string row_text(const Network& network, const Survey& row);
std::string row_text(const Network& network, const Register& row);

template <class Row>
struct ReadRow {
  Row row;
  ReadReport report;  // unusable for what is no JSON object; E_REF for a reference that leads nowhere in the network
};

// The row in `json`, with its references into `network`. Pointers and lines are those of `json`. Linear in the rows of
// the network.
ReadRow<Actor> read_actor(std::string_view json, const std::string& file_name, const Network& network);
ReadRow<Agreement> read_agreement(std::string_view json, const std::string& file_name, const Network& network);
ReadRow<Source> read_source(std::string_view json, const std::string& file_name, const Network& network);
ReadRow<Survey> read_survey(std::string_view json, const std::string& file_name, const Network& network);
ReadRow<Register> read_register(std::string_view json, const std::string& file_name, const Network& network);

// The same of many rows, with the keys of a network made once. Constant beside the row's own length.
class Keys;
template <class Row>
ReadRow<Row> read_row(std::string_view json, const std::string& file_name, Keys& keys);
extern template ReadRow<Actor> read_row(std::string_view, const std::string&, Keys&);
extern template ReadRow<Agreement> read_row(std::string_view, const std::string&, Keys&);
extern template ReadRow<Source> read_row(std::string_view, const std::string&, Keys&);
extern template ReadRow<Survey> read_row(std::string_view, const std::string&, Keys&);
extern template ReadRow<Register> read_row(std::string_view, const std::string&, Keys&);

}  // namespace samverka
