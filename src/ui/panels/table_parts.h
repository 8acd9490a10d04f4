#pragma once
// What the files of the table share.
#include "ui/ui.h"

namespace samverka::table_parts {

TableSource source_of(const Session& session);
bool is_row_selected(const UiContext& ui, const TableRows& rows, std::size_t place);
float row_height(const UiContext& ui);
std::vector<std::size_t> shown_columns(const TableTab& tab);
void move_cursor(UiContext& ui, TableTab& tab, std::size_t at);  // and selects the row, as the arrows do

// ---- writing in cells (table_cells.cpp) ----

// Opens the cell at the cursor, or says why it is none that can be written in.
void begin_cell(UiContext& ui, TableTab& tab, std::size_t column);
bool is_edited_here(const UiContext& ui, const TableTab& tab, std::uint32_t place, std::size_t column);
void draw_cell_editor(UiContext& ui, TableTab& tab);  // into the cell
void deliver_edits(UiContext& ui, TableTab& tab);     // once a frame
void fill_down(UiContext& ui, TableTab& tab);
std::vector<CellOwner> selected_owners(const UiContext& ui, const TableTab& tab);
// A choice that has been made takes the place of what is typed last.
void draw_totals(UiContext& ui, TableTab& tab);  // a row under the headings
void begin_paste(UiContext& ui, TableKind kind);

}  // namespace samverka::table_parts
