#pragma once
// The rows of imported tables on their way into the network. Private to io/sheet_import.
#include <optional>
#include <string>
#include <vector>

#include "io/csv.h"
#include "io/sheet_import.h"

namespace samverka {

// A table whose headings are understood.
struct HeadedSheet {
  std::size_t file = 0;
  RowSheet sheet = RowSheet::actors;
  CsvTable table;
  std::vector<std::optional<std::size_t>> column_of;  // by column of the table: which cell
  std::optional<std::size_t> network, parties;        // columns that hold no member of the row
  std::vector<Problem> problems;
  std::vector<std::size_t> problem_offsets;
};

// One row, with where its cells stand.
struct DraftRow {
  SheetRow out;
  std::size_t offset = 0;
  std::vector<std::string> cells;  // by cell_specs()
  std::vector<std::size_t> offsets;
  std::string parties;            // of an agreement: ids or names, by comma
  std::vector<std::string> raws;  // JSON of the cells
  std::optional<std::size_t> at;  // the row of the network that it is about; of a party, its place in the agreement
  bool is_live = true;            // neither refused nor the same as another
  std::vector<std::size_t> problem_offsets;

  void refuse(Problem problem, std::size_t where);
  std::size_t offset_of(std::string_view pointer) const;  // "/valid/to": of the cell that says it, else of the row
};

// E_TABLE where it is none of the three.
Result<HeadedSheet> headed(std::size_t file, CsvTable table, const SheetNames& names, std::optional<RowSheet> likely);
// Rows that are all empty beside the network's own cell are none; their pieces go to `pieces`.
struct NetworkPiece {
  std::string json;
  std::size_t file = 0, offset = 0;
};
std::vector<DraftRow> draft_rows(const HeadedSheet& sheet, std::vector<NetworkPiece>& pieces);

}  // namespace samverka
