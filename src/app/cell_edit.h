#pragma once
// A cell of the tab Tabell as a member of the network: what it holds, what may be chosen for it, and the edit that
// what has been typed makes. Facts alone can be edited: rows that a scenario thinks of are none.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/assets.h"
#include "app/row_form.h"
#include "app/table_rows.h"
#include "io/edit.h"
#include "io/sheet_cells.h"

namespace samverka {

// The member that a column of the table shows and that can be typed in it; nothing for what is counted or told.
std::optional<std::size_t> edited_cell(TableKind kind, std::string_view column);
RowSheet sheet_of(TableKind kind);

// Whose member: a row of the network, or a party of the agreement `key`.
struct CellOwner {
  RowSheet sheet = RowSheet::actors;
  Key key;
  std::size_t party = 0;
  bool operator==(const CellOwner&) const = default;
};
std::optional<CellOwner> owner_of(const Network& facts, TableKind kind, const TableRow& row, const Network& looked_at);

// As it would be typed: codes, ids, decimal commas; empty where nothing is recorded. Many owners at once share one look
// at an agreement's parties.
std::string typed_in(const Network& facts, const CellOwner& owner, std::size_t cell);
// Words for it: the labels of codes, the names of ids.
std::string cell_words(const Network& facts, const Assets& assets, const Texts& texts, RowSheet sheet, std::size_t cell,
                       const std::string& typed);
// Of codes; empty where anything may be typed. The county's and municipality's are those of the map.
std::vector<FormChoice> cell_choices(RowSheet sheet, std::size_t cell, const Assets& assets,
                                     const std::string& language);
bool takes_several(RowSheet sheet, std::size_t cell);

// What is typed becomes the member; nothing typed takes it away. Labels, names and places are understood as in pasted
// tables. `index` is the facts'.
class CellEditor {
 public:
  CellEditor(const Network& facts, const Assets& assets) : facts_(facts), assets_(assets) {}
  // The edit, and one more that fills in when it was recorded, unless that is what is typed.
  std::vector<Edit> edits(const CellOwner& owner, std::size_t cell, const std::string& typed, Date recorded) const;

 private:
  std::string understood(const CellSpec& spec, const std::string& typed) const;
  Key key_of_actor(const std::string& words) const;
  Key key_of_agreement(const std::string& words) const;
  const Network& facts_;
  const Assets& assets_;
};

}  // namespace samverka
