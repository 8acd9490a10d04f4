#pragma once
// What the table remembers between frames: of each of its three tables how it is looked at, and the rows made for that.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/sheet_preview.h"
#include "app/table_editor.h"
#include "app/table_rows.h"
#include "scene/scene.h"

namespace samverka {

struct TableTab {
  TableScope scope = TableScope::shown;
  std::string sort_by;  // a column's id; empty: the first
  bool is_descending = false;
  std::vector<TableWish::ThenBy> then_by;  // where rows are equal by that
  std::string search;
  std::vector<bool> is_shown;  // by column; empty until somebody has chosen

  // What the rows were made of; other than the session's, and they are made anew.
  struct Stamp {
    std::uint64_t graph = 0;
    std::string language;
    TableScope scope = TableScope::shown;
    std::vector<std::string> hidden_groups;
    std::vector<PlannerNote> notes{};  // of the document
    bool operator==(const Stamp&) const = default;
  };
  std::optional<Stamp> stamp;
  TableRows rows;
  TableWish wish;
  std::vector<std::uint32_t> order;  // places in rows, as they stand
  std::uint64_t revision = 0;        // grows when rows, order or columns are others

  std::size_t cursor = 0;    // where in order the keyboard is
  std::size_t anchor = 0;    // where a range begins
  std::size_t column = 0;    // that the keyboard is in
  bool keeps_order = false;  // the next change is of a cell typed here: the row stays where it is

  std::vector<std::optional<TableTotal>> totals;  // by column, of the rows in sight; found one column a frame
  std::uint64_t totals_revision = 0;

  // The words of rows lately drawn, of the shown columns; by place in rows.
  std::uint64_t drawn_revision = 0;
  std::unordered_map<std::uint32_t, std::vector<std::string>> drawn;
};

struct PickHash {
  std::size_t operator()(PickId pick) const {
    return std::size_t{pick.index} * 16 + static_cast<std::size_t>(pick.kind);
  }
};

// The cell that is written in.
struct CellEditing {
  enum class Move : std::uint8_t { none, down, right, left };
  bool is_open = false;
  TableKind kind = TableKind::actors;
  CellOwner owner;
  std::uint32_t place = 0;  // of the row
  std::size_t column = 0;   // of the table
  std::size_t cell = 0;     // of the row's cells
  std::string typed, before;
  std::vector<Problem> problems;  // when it was last tried
  bool wants_focus = false;
  int choice = -1;         // that the arrows have come to
  Move move = Move::none;  // after what is being tried
  TableEditor editor;
  void close() {
    is_open = false;
    editor.forget();
    problems.clear();
  }
};

// The dialog that changes one member of many rows.
struct SeveralState {
  RowSheet sheet = RowSheet::actors;
  std::vector<CellOwner> owners;
  std::size_t cell = 0;
  std::string typed;
  bool is_removal = false;
  bool wants_preview = false;
  TableEditor editor;
};

struct TableState {
  TableKind kind = TableKind::actors;
  std::array<TableTab, 3> tabs;
  PickId followed;  // the selection that the table last scrolled to, or that was made in it
  bool wants_scroll = false;
  bool wants_side_scroll = false;
  std::vector<PickId> selected;  // as in view.selected(), to notice a change
  std::unordered_set<PickId, PickHash> is_selected;
  CellEditing editing;
  TableEditor filling;
  SheetPreview paste;
  SeveralState several;
  TableTab& tab() { return tabs[static_cast<std::size_t>(kind)]; }
};

}  // namespace samverka
