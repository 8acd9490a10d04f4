#pragma once
// A network as three tables for spreadsheets: actors, agreements, parties. What each column holds, a row of the network
// as cells, and cells as a row again. Columns are called as the format's members are ("valid/to"); what has no column
// of its own, also what the program does not know, stands as JSON in the last one, so that nothing is lost on the way.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/taxonomy.h"

namespace samverka {

enum class RowSheet : std::uint8_t { actors, agreements, parties };
constexpr std::size_t sheet_count = 3;

struct CellSpec {
  enum class Holds : std::uint8_t {
    text,
    code,    // a word of the taxonomy
    word,    // one that the program reasons with: state, status, covers
    actor,   // somebody's id
    actors,  // several, by comma
    agreement,
    agreements,
    sources,  // one id, or several by comma
    list,     // texts by comma
    codes,    // words of the taxonomy, by comma
    integer,
    decimal,
    flag,
    day,
    last_day,  // the same, or `open_end`
    rest       // JSON
  };
  const char* member;  // inside the row, two steps at most; of parties `agreement` is where they stand
  Holds holds = Holds::text;
  std::uint8_t digits = 0;  // of an official code, whose leading zeros matter; 0: it is none
};
inline constexpr std::string_view open_end = "open";           // `"to": null`: until further notice
inline constexpr std::string_view rest_member = "other";       // heading of the last column
inline constexpr std::string_view network_member = "network";  // of the actors' table: pieces of what is no row

std::span<const CellSpec> cell_specs(RowSheet sheet);
std::optional<std::size_t> cell_spec(RowSheet sheet, std::string_view member);
// The taxonomy's list that the column's codes are of, as (code, label) by a visit; nothing for other columns.
const Terms<Term>* terms_of(const CellSpec& spec, const Taxonomy& taxonomy);
// The code that a cell says, by itself or by its label in either language; the cell where there is none.
std::string code_of(const CellSpec& spec, const Taxonomy& taxonomy, const std::string& cell);

// One a column of the sheet; empty where there is nothing, and where a value is not of the column's kind: it is then in
// the rest. `row` is sound JSON as row_text() writes it. An agreement's parties are left out where they are a list.
std::vector<std::string> cells_of(RowSheet sheet, std::string_view row);
// The texts of an agreement's parties; empty where they are no list.
std::vector<std::string> party_texts(std::string_view agreement);

// As JSON; words of codes and names must have become codes and ids before. What is not of the column's kind becomes a
// JSON text, so that the reader says what is wrong with it. Empty for an empty cell.
std::string raw_of(const CellSpec& spec, std::string_view cell);
// As cells_of() would write that JSON: to see whether two cells mean the same.
std::string cell_of(const CellSpec& spec, std::string_view raw);
// The row that the cells make, one raw JSON a column; of the rest any value.
std::string json_of(RowSheet sheet, const std::vector<std::string>& raws);
// `row` with the cells that are not empty put in the place of its own.
std::string with_cells(RowSheet sheet, std::string row, const std::vector<std::string>& raws);
std::string compact_json(std::string_view json);

// Digits that are too few for the code: what a spreadsheet makes of "0180". Lists are looked through.
bool has_lost_zeros(const CellSpec& spec, std::string_view cell);
std::string with_zeros(const CellSpec& spec, std::string_view cell);

}  // namespace samverka
