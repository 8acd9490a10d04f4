#pragma once
// What the table remembers between frames: of each of its three tables how it is looked at, and the rows made for that.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/table_rows.h"
#include "scene/scene.h"

namespace samverka {

struct TableTab {
  TableScope scope = TableScope::shown;
  std::string sort_by;  // a column's id; empty: the first
  bool is_descending = false;
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

  std::size_t cursor = 0;  // where in order the keyboard is
  std::size_t anchor = 0;  // where a range begins

  // The words of rows lately drawn, of the shown columns; by place in rows.
  std::uint64_t drawn_revision = 0;
  std::unordered_map<std::uint32_t, std::vector<std::string>> drawn;
};

struct PickHash {
  std::size_t operator()(PickId pick) const {
    return std::size_t{pick.index} * 16 + static_cast<std::size_t>(pick.kind);
  }
};

struct TableState {
  TableKind kind = TableKind::actors;
  std::array<TableTab, 3> tabs;
  PickId followed;  // the selection that the table last scrolled to, or that was made in it
  bool wants_scroll = false;
  std::vector<PickId> selected;  // as in view.selected(), to notice a change
  std::unordered_set<PickId, PickHash> is_selected;
  TableTab& tab() { return tabs[static_cast<std::size_t>(kind)]; }
};

}  // namespace samverka
