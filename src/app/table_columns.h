#pragma once
// The columns of the tables: what a cell holds and how it is said. Private to app/table_rows.
#include <string>

#include "app/table_rows.h"

namespace samverka {

// What the columns of one row are read from.
struct TableCell {
  const TableSource& source;
  const TableRows::Counts& counts;
  TableRow row;
};

// What tells the cell's words from others': cells with the same value have the same words.
struct CellValue {
  bool is_known = false;
  std::int64_t number = 0;  // a number, a day as YYYYMMDD, or the index of whom the words name
  std::string_view code;    // else a code of the taxonomy, or other words
};

struct ColumnReader {
  TableColumn column;
  enum class Needs : std::uint8_t { nothing, agreements, partners } needs = Needs::nothing;  // of Counts
  bool has_code = false;  // the value is its code, else its number
  // `scratch` is where a code may be put together.
  CellValue (*value)(const TableCell& cell, std::string& scratch) = nullptr;
  std::string (*words)(const TableCell& cell) = nullptr;
};
std::span<const ColumnReader> column_readers(TableKind kind);

}  // namespace samverka
