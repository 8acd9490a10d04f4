// The tab Matris: counties, and the municipalities of those that are opened, against the nine areas. The number is what
// is recorded and confirmed, the hatching what nothing is known of.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/partners.h"
#include "base/collate.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

std::string number(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

// ---- keeping up ----

std::string municipality_name(const Session& session, const std::string& code) {
  const ActorId municipality = session.index().municipality(code);
  return municipality.is_set() ? session.network().actor(municipality).shown_name() : code;
}

// The counties, or with `county` the municipalities of it.
std::vector<MatrixState::Line> sorted_lines(const Session& session, const AreaMatrix& matrix,
                                            const std::string& county = {}) {
  std::vector<MatrixState::Line> lines;
  const bool is_county = county.empty();
  for (const AreaRow& row : matrix.rows) {
    if (!is_county && row.county != county) continue;
    const std::string name = is_county ? county_name(session, row.code) : municipality_name(session, row.code);
    lines.push_back({row.code, name, is_county, &row});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const MatrixState::Line& a, const MatrixState::Line& b) { return swedish_less(a.name, b.name); });
  return lines;
}

AreaMatrix matrix_of(const Session& session, MatrixRows rows) {
  return area_matrix(session.network(), session.taxonomy(), session.shown().part, session.view.filter,
                     session.view.date, rows);
}

void renew(const Session& session, MatrixState& matrix) {
  const MatrixState::Stamp stamp{session.graph_revision(), session.view.language, matrix.open};
  if (matrix.stamp == stamp) return;
  if (!matrix.stamp || matrix.stamp->graph != stamp.graph) {
    matrix.counties = matrix_of(session, MatrixRows::counties);
    matrix.municipalities.reset();
  }
  matrix.stamp = stamp;
  if (!matrix.open.empty() && !matrix.municipalities) {
    matrix.municipalities = matrix_of(session, MatrixRows::municipalities);
  }
  matrix.lines.clear();
  for (const MatrixState::Line& county : sorted_lines(session, matrix.counties)) {
    matrix.lines.push_back(county);
    if (!matrix.open.contains(county.code)) continue;
    for (MatrixState::Line& line : sorted_lines(session, *matrix.municipalities, county.code)) {
      matrix.lines.push_back(std::move(line));
    }
  }
}

// ---- where a click leads ----

void replace_clause(Filter& filter, const std::string& key, const std::string& value) {
  std::erase_if(filter.clauses, [&](const FilterClause& c) { return c.key == key && !c.negated; });
  if (!value.empty()) filter.clauses.push_back({key, {value}, false});
}

// A cell's sub-network. A county is a place to filter on; a municipality is looked at with its partners, wherever they
// are, since one municipality by itself has nobody to cooperate with. Empty area: all of them; null line: all counties.
void show_cell(UiContext& ui, const MatrixState::Line* line, const AreaCode& area) {
  Session& session = ui.session;
  ViewState& view = session.view;
  if (!area.empty()) {
    std::erase_if(view.filter.clauses, [](const FilterClause& c) { return c.key == "area"; });
    replace_clause(view.filter, "area", area);
  }
  view.focus = {};
  if (line && line->is_county) {
    replace_clause(view.filter, "municipality", "");
    replace_clause(view.filter, "county", line->code);
  } else if (line) {
    for (const Participation& p : session.shown().part.participations) {
      const Actor& actor = session.network().actor(p.actor);
      const bool is_new = std::find(view.focus.of.begin(), view.focus.of.end(), actor.key) == view.focus.of.end();
      if (actor.municipality == line->code && is_new) view.focus.of.push_back(actor.key);
    }
  }
  view.tab = ui.state.matrix.leads_to;
  view.map_wants_fit = view.network_wants_fit = true;
}

// ---- colours ----

std::size_t step_of(std::size_t agreements) {
  std::size_t step = 0;
  while (step + 1 < matrix_steps.size() && agreements >= matrix_steps[step + 1].from) ++step;
  return step;
}

Rgba colour_of(const Theme& theme, std::size_t step) {
  return mixed(theme.panel, theme.accent, matrix_steps[step].share);
}

// Whichever of the theme's own is read best on it.
Rgba ink_on(const Theme& theme, Rgba ground) {
  return contrast_ratio(theme.text, ground) >= contrast_ratio(theme.panel, ground) ? theme.text : theme.panel;
}

void draw_hatching(const UiContext& ui, const Rect& at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const unsigned colour = colour_u32(with_alpha(ui.session.theme().muted, 0.55F));
  const float gap = ui.px(6);
  list.PushClipRect({at.min.x, at.min.y}, {at.max.x, at.max.y}, true);
  // Lines of all cells lie in one pattern, so that neighbouring cells hang together.
  const float first = std::floor((at.min.x + at.min.y) / gap) * gap;
  for (float sum = first; sum < at.max.x + at.max.y; sum += gap) {
    list.AddLine({sum - at.max.y, at.max.y}, {sum - at.min.y, at.min.y}, colour, ui.px(1.2F));
  }
  list.PopClipRect();
}

// The number on its colour; the hatched part, from the right, is as broad as the unknown share.
void draw_block(const UiContext& ui, const Rect& at, std::size_t agreements, double unknown, const std::string& words,
                bool is_lit) {
  const bool is_all_unknown = agreements == 0 && unknown >= 1;  // nought is then no finding, and stands back
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rgba ground = colour_of(theme, step_of(agreements));
  list.AddRectFilled({at.min.x, at.min.y}, {at.max.x, at.max.y}, colour_u32(ground), ui.px(3));
  const float begins = at.max.x - at.width() * static_cast<float>(unknown);
  if (unknown > 0) draw_hatching(ui, {{begins, at.min.y}, at.max});
  const unsigned border = colour_u32(is_lit ? theme.accent : theme.border);
  list.AddRect({at.min.x, at.min.y}, {at.max.x, at.max.y}, border, ui.px(3), 0, is_lit ? ui.px(2) : 1.0F);
  if (words.empty()) return;
  const ImVec2 size = ImGui::CalcTextSize(words.c_str());
  const Vec2 text{at.centre().x - size.x * 0.5F, at.centre().y - size.y * 0.5F};
  const float margin = ui.px(3);
  list.AddRectFilled({text.x - margin, text.y}, {text.x + size.x + margin, text.y + size.y}, colour_u32(ground),
                     ui.px(3));  // no line runs through the number
  list.AddText({text.x, text.y}, colour_u32(is_all_unknown ? theme.muted : ink_on(theme, ground)), words.c_str());
}

// ---- cells ----

float cell_height(const UiContext& ui) { return ImGui::GetFontSize() + ui.px(10); }

std::string area_name(const UiContext& ui, const AreaCode& area) {
  if (area.empty()) return ui.tr("matrix.all_areas");
  return area + " " + ui.session.taxonomy().areas.label(area, ui.session.texts().language());
}

std::string line_name(const UiContext& ui, const MatrixState::Line* line) {
  return line ? shown_text(ui, line->name) : ui.tr("matrix.all_counties");
}

std::string cell_in_words(const UiContext& ui, const MatrixState::Line* line, const AreaCode& area,
                          const AreaCell& cell) {
  const Texts& texts = ui.session.texts();
  const TextArgs of_all = {{"all", number(ui, cell.municipalities)}};
  std::string words = line_name(ui, line) + " · " + area_name(ui, area) + "\n";
  words += texts.plural("matrix.agreements", static_cast<long long>(cell.agreements));
  const bool is_one = line && !line->is_county;
  if (is_one) {
    if (cell.unknown > 0) words += "\n" + ui.tr("matrix.nothing_known");
  } else if (cell.municipalities > 0) {
    words += "\n" + texts.plural("matrix.reached", static_cast<long long>(cell.reached), of_all);
    if (cell.unknown > 0) words += "\n" + texts.plural("matrix.unknown", static_cast<long long>(cell.unknown), of_all);
  }
  return words;
}

// Something is there to be shown: an agreement, or at least an unconfirmed record.
bool has_anything(const AreaCell& cell) { return cell.agreements > 0 || cell.unknown < cell.municipalities; }

void draw_cell(UiContext& ui, const MatrixState::Line* line, const AreaCode& area, const AreaCell& cell) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const Rect at{{start.x, start.y}, {start.x + width, start.y + cell_height(ui)}};
  ImGui::PushID(area.c_str());
  const bool is_clicked = ImGui::InvisibleButton("cell", {width, cell_height(ui)});
  ImGui::PopID();
  const std::string words = number(ui, cell.agreements);
  record(ui, line_name(ui, line) + " " + (area.empty() ? ui.tr("matrix.all_areas") : area) + ": " + words, "cell");
  const bool is_lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  draw_block(ui, at, cell.agreements, cell.unknown_share(), words, is_lit && has_anything(cell));
  if (ImGui::IsItemHovered()) {
    const std::string_view lead = !has_anything(cell)                        ? "matrix.leads_nowhere"
                                  : ui.state.matrix.leads_to == Tab::network ? "matrix.leads_to_network"
                                                                             : "matrix.leads_to_map";
    tooltip(ui, cell_in_words(ui, line, area, cell) + "\n" + ui.tr(lead));
  }
  if (is_clicked && has_anything(cell)) show_cell(ui, line, area);
}

void draw_cells(UiContext& ui, const MatrixState::Line* line, const AreaRow& row) {
  const std::vector<AreaCode>& areas = ui.state.matrix.counties.areas;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    ImGui::TableSetColumnIndex(static_cast<int>(i) + 1);
    draw_cell(ui, line, areas[i], row.cells[i]);
  }
  ImGui::TableSetColumnIndex(static_cast<int>(areas.size()) + 1);
  draw_cell(ui, line, {}, row.all);
}

// ---- headings of rows and columns ----

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

bool is_own(const UiContext& ui, const MatrixState::Line& line) {
  const std::string& own = ui.session.view.own_place;
  return !own.empty() && (line.is_county ? own.substr(0, 2) == line.code : own == line.code);
}

// A county's name opens it; a municipality's selects it. One's own place stands in bold.
void draw_line_name(UiContext& ui, const MatrixState::Line& line) {
  MatrixState& matrix = ui.state.matrix;
  const Theme& theme = ui.session.theme();
  const bool is_open = line.is_county && matrix.open.contains(line.code);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const float height = cell_height(ui);
  const bool is_clicked = ImGui::InvisibleButton("name", {width, height});
  const std::string name = shown_text(ui, line.name);
  record(ui, name, "matrix row", is_open);
  const bool is_lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImFont* font = is_own(ui, line) ? ui.fonts.bold : ui.fonts.body;
  const float indent = ui.px(line.is_county ? 18 : 30);
  ImGui::PushFont(font);
  const std::string shown = fitting(name, width - indent);
  ImGui::PopFont();
  if (shown != name) tooltip(ui, name);
  if (line.is_county) triangle(ui, {at.x + ui.px(7), at.y + height * 0.5F}, is_open);
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x + indent, at.y + (height - font->FontSize) * 0.5F},
                                      colour_u32(is_lit ? theme.accent : theme.text), shown.c_str());
  if (!is_clicked) return;
  if (!line.is_county) {
    const ActorId municipality = ui.session.index().municipality(line.code);
    if (municipality.is_set()) ui.session.view.selection = {PickId::Kind::actor, municipality.value};
  } else if (is_open) {
    matrix.open.erase(line.code);
  } else {
    matrix.open.insert(line.code);
  }
}

void draw_column_name(UiContext& ui, const AreaCode& area) {
  const std::string code = area.empty() ? ui.tr("matrix.all_short") : area;
  const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Theme& theme = ui.session.theme();
  const float line = ui.fonts.small->FontSize;
  ImGui::Dummy({width, 2 * line + ui.px(2)});
  record(ui, area_name(ui, area), "matrix column");
  tooltip(ui, area_name(ui, area));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto centred = [&](ImFont* font, const std::string& words, float y, Rgba colour) {
    const float text_width = font->CalcTextSizeA(font->FontSize, 1e6F, 0, words.c_str()).x;
    list.AddText(font, font->FontSize, {at.x + (width - text_width) * 0.5F, y}, colour_u32(colour), words.c_str());
  };
  centred(ui.fonts.small_bold, code, at.y, theme.text);
  if (area.empty()) return;
  ImGui::PushFont(ui.fonts.small);
  const std::string name = ui.session.taxonomy().areas.short_label(area, ui.session.texts().language());
  const std::string shown = fitting(name, width);
  ImGui::PopFont();
  const bool is_worth_it = shown == name || width > ui.px(60);
  if (is_worth_it) centred(ui.fonts.small, shown, at.y + line, theme.muted);
}

// ---- the whole ----

void draw_headings(UiContext& ui) {
  const std::vector<AreaCode>& areas = ui.state.matrix.counties.areas;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    ImGui::TableSetColumnIndex(static_cast<int>(i) + 1);
    draw_column_name(ui, areas[i]);
  }
  ImGui::TableSetColumnIndex(static_cast<int>(areas.size()) + 1);
  draw_column_name(ui, {});
}

void draw_sums(UiContext& ui) {
  ImGui::TableNextRow(ImGuiTableRowFlags_None, cell_height(ui));
  ImGui::TableSetColumnIndex(0);
  ImGui::PushID("sums");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + ui.px(18), at.y + ui.px(5)});
  ImGui::PushFont(ui.fonts.bold);
  ImGui::TextUnformatted(ui.tr("matrix.all_counties").c_str());
  ImGui::PopFont();
  tooltip(ui, ui.tr("matrix.sum_help"));
  draw_cells(ui, nullptr, ui.state.matrix.counties.sum);
  ImGui::PopID();
}

void draw_line(UiContext& ui, const MatrixState::Line& line) {
  ImGui::TableNextRow(ImGuiTableRowFlags_None, cell_height(ui));
  ImGui::PushID(line.is_county ? "county" : "municipality");
  ImGui::PushID(line.code.c_str());
  ImGui::TableSetColumnIndex(0);
  draw_line_name(ui, line);
  draw_cells(ui, &line, *line.row);
  ImGui::PopID();
  ImGui::PopID();
}

// As wide as the longest name, as far as the window allows.
float name_width_of(const UiContext& ui) {
  float longest = ui.px(150);
  ImGui::PushFont(ui.fonts.bold);
  for (const MatrixState::Line& line : ui.state.matrix.lines) {
    longest =
        std::max(longest, ImGui::CalcTextSize(shown_text(ui, line.name).c_str()).x + ui.px(line.is_county ? 24 : 36));
  }
  ImGui::PopFont();
  return std::min(longest, std::max(ui.px(150), ImGui::GetContentRegionAvail().x * 0.2F));
}

// Columns share the room; where that is too little for numbers they keep a least width and the matrix scrolls sideways.
void draw_matrix_table(UiContext& ui, float height) {
  const MatrixState& matrix = ui.state.matrix;
  const auto columns = static_cast<int>(matrix.counties.areas.size()) + 2;
  const float name_width = std::round(name_width_of(ui));
  const float least = ui.px(38);
  const bool fits = ImGui::GetContentRegionAvail().x > name_width + least * static_cast<float>(columns);
  const auto flags = ImGuiTableFlags_ScrollY | (fits ? ImGuiTableFlags_None : ImGuiTableFlags_ScrollX) |
                     ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_NoPadOuterX;
  ImGui::PushID(static_cast<int>(name_width) * 2 + (fits ? 1 : 0));  // a table keeps the widths it began with
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(1.5F), ui.px(1.5F)});
  if (ImGui::BeginTable("matrix", columns, flags, {0, height})) {
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, name_width);
    for (int i = 1; i < columns; ++i) {
      ImGui::TableSetupColumn("", fits ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed,
                              fits ? 1.0F : least);
    }
    ImGui::TableSetupScrollFreeze(1, 2);
    draw_headings(ui);
    draw_sums(ui);
    const std::vector<MatrixState::Line> lines = matrix.lines;  // a click opens or closes a county while they are drawn
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()), cell_height(ui) + ui.px(3));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) draw_line(ui, lines[static_cast<std::size_t>(i)]);
    }
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
}

std::string step_in_words(const UiContext& ui, std::size_t step) {
  const std::size_t from = matrix_steps[step].from;
  if (step + 1 == matrix_steps.size()) return ui.session.texts().tr("matrix.or_more", {{"n", number(ui, from)}});
  const std::size_t to = matrix_steps[step + 1].from - 1;
  return to == from ? number(ui, from) : number(ui, from) + "–" + number(ui, to);
}

void draw_legend_block(UiContext& ui, std::size_t agreements, double unknown, const std::string& words) {
  const float height = ui.fonts.small->FontSize + ui.px(4);
  const float block = height * 1.5F;
  const float gap = ui.px(5);
  const float text_width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e6F, 0, words.c_str()).x;
  flow(ui, block + gap + text_width, ui.px(12));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({block + gap + text_width, height});
  record(ui, words, "text");
  draw_block(ui, {{at.x, at.y}, {at.x + block, at.y + height}}, agreements, unknown, "", false);
  ImGui::GetWindowDrawList()->AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + block + gap, at.y + ui.px(2)},
                                      colour_u32(ui.session.theme().muted), words.c_str());
}

bool is_narrowed(const ViewState& view) {
  return view.filter != default_filter() || !view.focus.of.empty() || !view.hidden.empty();
}

void draw_legend_of_matrix(UiContext& ui) {
  ImGui::Dummy({0, 0});
  draw_legend_block(ui, 0, 0, step_in_words(ui, 0));
  for (std::size_t step = 1; step < matrix_steps.size(); ++step) {
    draw_legend_block(ui, matrix_steps[step].from, 0, step_in_words(ui, step));
  }
  draw_legend_block(ui, 0, 1, ui.tr("matrix.hatched"));
  const Texts& texts = ui.session.texts();
  std::string words = ui.tr("matrix.what");
  if (is_narrowed(ui.session.view)) words += " " + ui.tr("matrix.narrowed");
  if (const std::size_t out = ui.state.matrix.counties.left_out; out > 0) {
    words += " " + texts.plural("matrix.left_out", static_cast<long long>(out), {{"limit", number(ui, crowd_parties)}});
  }
  muted(ui, words);
}

void draw_lead(UiContext& ui, Tab tab, std::string_view action) {
  const std::string label = ui.tr(find_action(action)->text);
  flow(ui, button_width(label), ui.px(4));
  ImGui::PushID("leads_to");
  if (button(ui, action, label, Look::plain, ui.state.matrix.leads_to == tab)) ui.state.matrix.leads_to = tab;
  ui.items.back().role = "lead";
  ImGui::PopID();
}

}  // namespace

void draw_matrix_tools(UiContext& ui) {
  if (!ui.session.has_document()) return;
  MatrixState& matrix = ui.state.matrix;
  ImGui::AlignTextToFramePadding();
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  ImGui::TextUnformatted(ui.tr("matrix.click_shows").c_str());
  ImGui::PopStyleColor();
  draw_lead(ui, Tab::network, "view.network");
  draw_lead(ui, Tab::map, "view.map");
  const bool has_open = !matrix.open.empty();
  const std::string label = ui.tr(has_open ? "matrix.close_all" : "matrix.open_all");
  flow(ui, button_width(label), ui.px(16));
  if (!button(ui, "matrix.open", label)) return;
  if (!has_open) {
    for (const AreaRow& row : matrix.counties.rows) matrix.open.insert(row.code);
  } else {
    matrix.open.clear();
  }
}

void draw_matrix(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  MatrixState& matrix = ui.state.matrix;
  renew(ui.session, matrix);
  if (matrix.lines.empty()) {
    muted(ui, ui.tr(ui.session.network().actors.empty() ? "ui.empty_network" : "matrix.no_rows"));
    if (ui.session.view.filter != default_filter()) action_button(ui, "filter.clear");
    return;
  }
  const float legend = 5 * ui.fonts.small->FontSize + ui.px(16);
  draw_matrix_table(ui, std::max(cell_height(ui) * 4, ImGui::GetContentRegionAvail().y - legend));
  draw_legend_of_matrix(ui);
}

}  // namespace samverka
