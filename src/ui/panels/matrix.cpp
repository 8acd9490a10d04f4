// The tab Matris: counties, municipalities or groups of them against areas, forms, partners, norms, the links of a
// chain or one agreement's adoption. The number is what is recorded and confirmed, the hatching what nothing is known
// of.
#include "ui/panels/matrix_parts.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/gap_words.h"
#include "base/collate.h"
#include "ui/cards.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/gaps_parts.h"
#include "ui/ui.h"

namespace samverka::matrix {

MatrixState& state_of(const UiContext& ui) { return ui.state.matrix; }

std::string number(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

MatrixSource source_of(const UiContext& ui) {
  const Session& session = ui.session;
  return {session.network(),
          session.index(),
          session.assets(),
          session.shown().part,
          session.view.filter,
          session.view.date,
          *ui.state.gaps.norms.rules(),
          ui.state.gaps.finder.found(),
          session.view.lens};
}

MatrixPaint paint_of(const UiContext& ui) {
  return {state_of(ui).top, ui.session.theme(), ui.session.texts(), has_lens(ui)};
}

bool has_sum_column(MatrixKind kind) { return is_matrix_of_agreements(kind) || kind == MatrixKind::chain; }

bool has_lens(const UiContext& ui) {
  return is_matrix_of_agreements(state_of(ui).top.kind) && !ui.session.view.lens.empty();
}

std::string column_name(const UiContext& ui, std::size_t column) {
  const Matrix& top = state_of(ui).top;
  if (column < top.columns.size()) {
    return shown_text(ui, matrix_column_name(source_of(ui), top, column, ui.session.texts()));
  }
  if (top.kind == MatrixKind::chain) return ui.tr("chain.whole");
  return ui.tr(top.kind == MatrixKind::area ? "matrix.all_areas" : "matrix.all_columns");
}

namespace {

// ---- keeping up ----

using Line = MatrixState::Line;

Line::Of kind_of(const Matrix& matrix, const MatrixRow& row) {
  if (row.other.is_set()) return Line::Of::party;
  if (matrix.by == MatrixRows::counties) return Line::Of::county;
  return matrix.by == MatrixRows::municipalities ? Line::Of::municipality : Line::Of::group;
}

// In their order; with `county` only its own.
std::vector<Line> ordered_lines(const UiContext& ui, const Matrix& matrix, const std::string* county = nullptr) {
  const MatrixLook& look = ui.session.view.matrix_look;
  const std::vector<std::string> names = matrix_row_names(source_of(ui), matrix, ui.session.texts());
  NeedOrder order = rows_by_need(matrix, names, look.ranks_all);
  if (!look.is_by_need) {
    std::stable_sort(order.rows.begin(), order.rows.end(),
                     [&](std::size_t a, std::size_t b) { return swedish_less(names[a], names[b]); });
    order.ranked = order.rows.size();
  }
  std::vector<Line> lines;
  for (std::size_t i = 0; i < order.rows.size(); ++i) {
    const MatrixRow& row = matrix.rows[order.rows[i]];
    if (county && row.county != *county) continue;
    lines.push_back({row.code, names[order.rows[i]], kind_of(matrix, row), county != nullptr, i >= order.ranked, &row});
  }
  return lines;
}

MatrixState::Stamp wanted(const UiContext& ui) {
  const ViewState& view = ui.session.view;
  const std::uint64_t gaps = view.matrix_look.columns == "rule" ? ui.state.gaps.finder.revision() : 0;
  return {
      ui.session.graph_revision(), gaps, view.language, view.lens, view.own_place, state_of(ui).open, view.matrix_look};
}

bool is_same_but_open(MatrixState::Stamp a, const MatrixState::Stamp& b) {
  a.open = b.open;
  return a == b;
}

bool is_own(const UiContext& ui, const Line& line) {
  const std::string& own = ui.session.view.own_place;
  return !own.empty() && (line.is_county() ? own.substr(0, 2) == line.code : own == line.code);
}

// Among municipalities one's own stands first and then the others of its county: nobody has to look for them.
void put_own_first(const UiContext& ui, std::vector<Line>& lines) {
  const std::string& own = ui.session.view.own_place;
  if (own.empty()) return;
  const auto others =
      std::stable_partition(lines.begin(), lines.end(), [&](const Line& line) { return is_own(ui, line); });
  std::stable_partition(others, lines.end(), [&](const Line& line) { return line.row->county == own.substr(0, 2); });
}

std::vector<Line> top_lines(const UiContext& ui) {
  std::vector<Line> lines = ordered_lines(ui, state_of(ui).top);
  if (state_of(ui).top.by == MatrixRows::municipalities) put_own_first(ui, lines);
  return lines;
}

void list_lines(UiContext& ui) {
  MatrixState& state = state_of(ui);
  state.lines.clear();
  state.unranked.clear();
  for (const Line& line : top_lines(ui)) {
    state.lines.push_back(line);
    if (line.is_unranked) state.unranked.push_back(line.name);
    if (!line.is_county() || !state.open.contains(line.code)) continue;
    for (Line& inner : ordered_lines(ui, *state.municipalities, &line.code)) state.lines.push_back(std::move(inner));
  }
}

void renew(UiContext& ui) {
  MatrixState& state = state_of(ui);
  MatrixLook& look = ui.session.view.matrix_look;
  if (!matrix_kind_of(look, ui.session.index())) look.columns = "area";  // of another network
  GapsState& gaps = ui.state.gaps;
  gaps.norms.renew(ui.session);
  if (look.columns == "rule") gaps.finder.renew(ui.session, gaps.norms.rules());
  const MatrixState::Stamp stamp = wanted(ui);
  if (state.stamp == stamp) return;
  const bool is_other = !state.stamp || !is_same_but_open(*state.stamp, stamp);
  const MatrixSource source = source_of(ui);
  if (is_other) {
    std::optional<Matrix> made = make_matrix(source, look, look.rows);
    state.is_waiting = !made;
    if (!made) state.stamp.reset();  // what was shown before is gone
    state.lines.clear();
    state.municipalities.reset();
    if (!made) return;
    state.top = std::move(*made);
  }
  state.stamp = stamp;
  const bool has_inner = look.rows == MatrixRows::counties && !state.open.empty();
  if (has_inner && !state.municipalities) state.municipalities = make_matrix(source, look, MatrixRows::municipalities);
  list_lines(ui);
}

// ---- cells ----

float cell_height(const UiContext& ui) { return ImGui::GetFontSize() + ui.px(10); }

void draw_cell(UiContext& ui, const Line* line, std::size_t column, const MatrixCell& cell) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const Rect at{{start.x, start.y}, {start.x + width, start.y + cell_height(ui)}};
  ImGui::PushID(static_cast<int>(column));
  const bool is_clicked = ImGui::InvisibleButton("cell", {width, cell_height(ui)});
  ImGui::PopID();
  const bool is_seen = ImGui::IsItemVisible();
  if (!is_seen) return;
  const CellLook look = look_of(ui, line, column, cell);
  const Matrix& top = state_of(ui).top;
  const bool is_area = top.kind == MatrixKind::area && column < top.columns.size();
  record(ui,
         line_name(ui, line) + " " + (is_area ? top.columns[column].code : column_name(ui, column)) + ": " + look.words,
         "cell");
  const bool leads = leads_anywhere(ui, cell);
  const bool is_lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  draw_block(ui, at, look, is_lit && leads);
  if (ImGui::IsItemHovered()) {
    const std::string_view lead = !leads                                  ? "matrix.leads_nowhere"
                                  : state_of(ui).leads_to == Tab::network ? "matrix.leads_to_network"
                                                                          : "matrix.leads_to_map";
    tooltip(ui, cell_in_words(ui, line, column, cell) + "\n" + ui.tr(lead));
  }
  if (is_clicked && leads) show_cell(ui, line, column);
}

void draw_cells(UiContext& ui, const Line* line, const MatrixRow& row) {
  const ColumnPage page = shown_columns(ui);
  for (std::size_t i = 0; i < page.count; ++i) {
    const std::size_t column = page.first + i;
    if (!ImGui::TableSetColumnIndex(static_cast<int>(i) + 1)) continue;
    draw_cell(ui, line, column, column < row.cells.size() ? row.cells[column] : row.all);
  }
}

// ---- names of rows ----

void triangle(const UiContext& ui, Vec2 c, bool is_open) {
  const float r = ui.px(4);
  const unsigned colour = colour_u32(ui.session.theme().muted);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_open) {
    list.AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F}, {c.x, c.y + r * 0.8F}, colour);
  } else {
    list.AddTriangleFilled({c.x - r * 0.6F, c.y - r}, {c.x - r * 0.6F, c.y + r}, {c.x + r * 0.8F, c.y}, colour);
  }
}

void follow_line(UiContext& ui, const Line& line) {
  MatrixState& state = state_of(ui);
  if (line.of == Line::Of::party) return ui.session.select(line.code);
  if (line.of == Line::Of::municipality) {
    const ActorId municipality = ui.session.index().municipality(line.code);
    if (municipality.is_set()) ui.session.select(ui.session.network().actor(municipality).key);
  } else if (line.is_county() && state.open.contains(line.code)) {
    state.open.erase(line.code);
  } else if (line.is_county()) {
    state.open.insert(line.code);
  }
}

float indent_of(const UiContext& ui, const Line& line) { return ui.px(line.is_county() ? 18 : line.is_inner ? 30 : 8); }

// A county's name opens it; a municipality's selects it. One's own place stands in bold.
void draw_line_name(UiContext& ui, const Line& line) {
  const Theme& theme = ui.session.theme();
  const bool is_open = line.is_county() && state_of(ui).open.contains(line.code);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const float height = cell_height(ui);
  const bool is_clicked = ImGui::InvisibleButton("name", {width, height});
  const std::string name = shown_text(ui, line.name);
  record(ui, name, "matrix row", is_open);
  const bool is_lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImFont* font = is_own(ui, line) ? ui.fonts.bold : ui.fonts.body;
  const float indent = indent_of(ui, line);
  ImGui::PushFont(font);
  const std::string shown = fitting(name, width - indent);
  ImGui::PopFont();
  if (shown != name) tooltip(ui, name);
  if (line.is_county()) triangle(ui, {at.x + ui.px(7), at.y + height * 0.5F}, is_open);
  const Rgba ink = is_lit ? theme.accent : line.is_unranked ? theme.muted : theme.text;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x + indent, at.y + (height - font->FontSize) * 0.5F},
                                      colour_u32(ink), shown.c_str());
  if (is_clicked) follow_line(ui, line);
}

// ---- the whole ----

// What the matrix answers, over it: a picture of it is then understood without the row of tools.
std::string title_in_words(const UiContext& ui) {
  return shown_text(
      ui, matrix_title(source_of(ui), ui.session.view.matrix_look, state_of(ui).top.kind, ui.session.texts()));
}

void draw_title(UiContext& ui) {
  const std::string words = title_in_words(ui);
  const bool is_synthetic = ui.session.network().is_synthetic();
  const std::string mark = is_synthetic ? ui.tr("caption.illustrative") : "";
  const float marked = is_synthetic ? chip_width(ui, mark) + ui.px(8) : 0;
  ImGui::PushFont(ui.fonts.bold);
  const std::string shown = fitting(words, std::max(1.0F, ImGui::GetContentRegionAvail().x - marked));
  ImGui::TextUnformatted(shown.c_str());
  ImGui::PopFont();
  record(ui, words, "text");
  if (shown != words) tooltip(ui, words);
  if (!is_synthetic) return;
  ImGui::SameLine(0, ui.px(8));
  chip(ui, mark, Tone::warning);
}

// `width`: of a column, at least.
void draw_headings(UiContext& ui, float width) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  const ColumnPage page = shown_columns(ui);
  const std::size_t lines = heading_lines(ui, page, width);
  for (std::size_t i = 0; i < page.count; ++i) {
    if (ImGui::TableSetColumnIndex(static_cast<int>(i) + 1)) draw_column_name(ui, page.first + i, lines);
  }
}

void draw_sums(UiContext& ui) {
  ImGui::TableNextRow(ImGuiTableRowFlags_None, cell_height(ui));
  ImGui::TableSetColumnIndex(0);
  ImGui::PushID("sums");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool has_arrows = state_of(ui).top.by == MatrixRows::counties;
  ImGui::SetCursorScreenPos({at.x + ui.px(has_arrows ? 18 : 8), at.y + ui.px(5)});
  ImGui::PushFont(ui.fonts.bold);
  ImGui::TextUnformatted(line_name(ui, nullptr).c_str());
  ImGui::PopFont();
  tooltip(ui, ui.tr("matrix.sum_help"));
  draw_cells(ui, nullptr, state_of(ui).top.sum);
  ImGui::PopID();
}

void draw_line(UiContext& ui, const Line& line) {
  ImGui::TableNextRow(ImGuiTableRowFlags_None, cell_height(ui));
  ImGui::PushID(static_cast<int>(line.of));
  ImGui::PushID(line.code.c_str());
  ImGui::TableSetColumnIndex(0);
  draw_line_name(ui, line);
  draw_cells(ui, &line, *line.row);
  ImGui::PopID();
  ImGui::PopID();
}

// As wide as the longest name, as far as the window allows.
float name_width_of(const UiContext& ui) {
  ImGui::PushFont(ui.fonts.bold);
  const float sum = ImGui::CalcTextSize(line_name(ui, nullptr).c_str()).x + ui.px(22);  // with room for an arrow
  float longest = ui.px(150);
  for (const Line& line : state_of(ui).lines) {
    longest =
        std::max(longest, ImGui::CalcTextSize(shown_text(ui, line.name).c_str()).x + indent_of(ui, line) + ui.px(6));
  }
  ImGui::PopFont();
  const float most = state_of(ui).top.by == MatrixRows::groups ? 0.32F : 0.2F;
  const float allowed = std::max(ui.px(150), ImGui::GetContentRegionAvail().x * most);
  return std::max(std::min(longest, allowed), sum);
}

// Below that there is no room for what stands in a cell.
float least_width(const UiContext& ui) {
  switch (state_of(ui).top.kind) {
    case MatrixKind::rule:
      return ui.px(124);  // the longest words of the titles
    case MatrixKind::form:
      return ui.px(98);
    case MatrixKind::partner_group:
    case MatrixKind::adoption:
    case MatrixKind::chain:
      return ui.px(76);
    case MatrixKind::area:
      break;
  }
  return ui.px(has_lens(ui) ? 64 : 38);
}

// Columns that fit in the window without scrolling sideways; all of them where they share the room.
std::size_t columns_in_sight(const UiContext& ui) {
  const float room = ImGui::GetContentRegionAvail().x - std::round(name_width_of(ui)) - ImGui::GetStyle().ScrollbarSize;
  const std::size_t all = shown_columns(ui).count;
  const float least = least_width(ui) + ui.px(3);  // with what is between two
  if (room > least * static_cast<float>(all)) return all;
  return std::min(all, static_cast<std::size_t>(std::max(room, 0.0F) / least));
}

// Nothing else tells that there is more to the right: the last column ends where the window does.
void draw_in_sight(UiContext& ui) {
  const std::size_t all = shown_columns(ui).count;
  const std::size_t seen = columns_in_sight(ui);
  if (seen == all) return;
  muted(ui, ui.session.texts().tr("matrix.in_sight", {{"n", number(ui, seen)}, {"all", number(ui, all)}}));
}

// Columns share the room; where that is too little they keep a least width and the matrix scrolls sideways.
void draw_matrix_table(UiContext& ui, float height) {
  const MatrixState& state = state_of(ui);
  const int columns = static_cast<int>(shown_columns(ui).count) + 1;
  const float name_width = std::round(name_width_of(ui));
  const float least = least_width(ui);
  const bool fits = ImGui::GetContentRegionAvail().x > name_width + least * static_cast<float>(columns - 1);
  const auto flags = ImGuiTableFlags_ScrollY | (fits ? ImGuiTableFlags_None : ImGuiTableFlags_ScrollX) |
                     ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX;
  // A table keeps the widths it began with: another width, another table.
  ImGui::PushID(static_cast<int>(name_width) * 2 + (fits ? 1 : 0));
  ImGui::PushID(static_cast<int>(least));
  ImGui::PushID(columns);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(1.5F), ui.px(1.5F)});
  if (ImGui::BeginTable("matrix", columns, flags, {0, height})) {
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, name_width);
    for (int i = 1; i < columns; ++i) {
      ImGui::TableSetupColumn("", fits ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed,
                              fits ? 1.0F : least);
    }
    ImGui::TableSetupScrollFreeze(1, 2);
    const float room =
        fits ? (ImGui::GetWindowContentRegionMax().x - name_width) / static_cast<float>(columns - 1) : least;
    draw_headings(ui, std::max(least, room) - ui.px(6));
    draw_sums(ui);
    const std::vector<Line> lines = state.lines;  // a click opens or closes a county while they are drawn
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()), cell_height(ui) + ui.px(3));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) draw_line(ui, lines[static_cast<std::size_t>(i)]);
    }
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
  ImGui::PopID();
  ImGui::PopID();
}

}  // namespace
}  // namespace samverka::matrix

namespace samverka {

void draw_matrix(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  matrix::renew(ui);
  const MatrixState& state = ui.state.matrix;
  if (state.is_waiting) return muted(ui, ui.tr("job.gaps") + " …");
  if (state.lines.empty()) {
    muted(ui, ui.tr(ui.session.network().actors.empty() ? "ui.empty_network" : "matrix.no_rows"));
    if (ui.session.view.filter != default_filter()) action_button(ui, "filter.clear");
    return;
  }
  matrix::draw_title(ui);
  matrix::draw_pages(ui);
  matrix::draw_in_sight(ui);
  const float legend = matrix::legend_height(ui);
  matrix::draw_matrix_table(ui, std::max(matrix::cell_height(ui) * 4, ImGui::GetContentRegionAvail().y - legend));
  matrix::draw_legend_of_matrix(ui);
}

}  // namespace samverka
