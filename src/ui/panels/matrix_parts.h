#pragma once
// What the files of the tab Matris share.
#include <optional>
#include <string>

#include "app/matrix_look.h"
#include "app/matrix_maker.h"
#include "ui/panels/matrix_state.h"
#include "ui/widgets.h"

namespace samverka::matrix {

MatrixState& state_of(const UiContext& ui);
std::string number(const UiContext& ui, std::size_t n);
MatrixSource source_of(const UiContext& ui);
// Columns of agreements are looked at through the lens that is chosen; others have none.
bool has_lens(const UiContext& ui);
// A column over all others is there where such a sum means something.
bool has_sum_column(MatrixKind kind);
// Which columns stand in the table, of all there are with the sum: more than a table takes are shown page by page.
struct ColumnPage {
  std::size_t first = 0, count = 0, all = 0;
};
ColumnPage shown_columns(const UiContext& ui);
void draw_pages(UiContext& ui);  // which, and the way to the others; nothing where all are shown
// Lines of the headings, so that every title has room in columns of `width`; a title that is longer than that is cut.
std::size_t heading_lines(const UiContext& ui, const ColumnPage& page, float width);
void draw_column_name(UiContext& ui, std::size_t column, std::size_t lines);
std::string column_name(const UiContext& ui, std::size_t column);  // the one after the last is the sum

MatrixPaint paint_of(const UiContext& ui);
CellLook look_of(const UiContext& ui, const MatrixState::Line* line, std::size_t column, const MatrixCell& cell);
void draw_block(UiContext& ui, const Rect& at, const CellLook& look, bool is_lit);

// Everything that a cell says, for the card under the mouse. Null line: the sum over the rows.
std::string cell_in_words(const UiContext& ui, const MatrixState::Line* line, std::size_t column,
                          const MatrixCell& cell);
std::string line_name(const UiContext& ui, const MatrixState::Line* line);

// Where a click leads, if anywhere: sets filter, neighbourhood and selection, and opens the network or the map.
bool leads_anywhere(const UiContext& ui, const MatrixCell& cell);
void show_cell(UiContext& ui, const MatrixState::Line* line, std::size_t column);

void draw_legend_of_matrix(UiContext& ui);
float legend_height(const UiContext& ui);  // of the frame before; a guess at first

}  // namespace samverka::matrix
