// The tab Tabell: every actor, agreement and party as rows, the picture's twin for those who read. Rows are made anew
// only when what they are made of changes; words only of the rows that are seen.
#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/table_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Holds = TableColumn::Holds;

using table_parts::is_row_selected;
using table_parts::row_height;
using table_parts::shown_columns;
using table_parts::source_of;

constexpr std::size_t most_selected = 5000;  // by a range: every panel looks through the selection

std::string number(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

// ---- keeping up ----

std::vector<bool> shown_at_first(TableKind kind) {
  std::vector<bool> shown;
  for (const TableColumn& column : table_columns(kind)) shown.push_back(column.is_shown_at_first);
  return shown;
}

// The column that names an actor or an agreement chooses it; elsewhere a party's row chooses its agreement.
PickId pick_of(const Network& network, const TableRows& rows, std::size_t place, std::size_t column) {
  const TableRow& row = rows.row(place);
  if (rows.kind() == TableKind::actors) return {PickId::Kind::actor, row.index};
  if (rows.kind() == TableKind::parties && column == 0) {
    const ActorId actor = network.agreements[row.index].parties[row.party].actor.id;
    if (actor.is_set()) return {PickId::Kind::actor, actor.value};
  }
  return {PickId::Kind::agreement, row.index};
}

// Where in the order what is selected stands first.
std::optional<std::size_t> row_of_selection(const Session& session, const TableTab& tab) {
  const PickId selection = session.view.selection;
  if (selection.kind == PickId::Kind::none) return std::nullopt;
  const auto found = std::find_if(tab.order.begin(), tab.order.end(), [&](std::uint32_t place) {
    return pick_of(session.network(), tab.rows, place, 0) == selection ||
           pick_of(session.network(), tab.rows, place, 1) == selection;
  });
  if (found == tab.order.end()) return std::nullopt;
  return static_cast<std::size_t>(found - tab.order.begin());
}

void renew(const Session& session, TableKind kind, TableTab& tab) {
  if (tab.is_shown.empty()) tab.is_shown = shown_at_first(kind);
  const TableSource source = source_of(session);
  const TableTab::Stamp stamp{session.graph_revision(), session.view.language, tab.scope, session.view.hidden_groups,
                              session.document().notes};
  const bool is_stale = tab.stamp != stamp;
  const TableWish wish{tab.sort_by, tab.is_descending, tab.search, shown_columns(tab), tab.then_by};
  if (is_stale) {
    TableRows rows(kind, table_rows(source, session.shown().folding, kind, tab.scope, stamp.hidden_groups));
    // A row that is written in stays where it is until somebody sorts: the hand is on its way to the next one.
    const bool is_kept = std::exchange(tab.keeps_order, false) && tab.wish == wish && tab.rows.has_same_rows(rows);
    tab.rows = std::move(rows);
    tab.stamp = stamp;
    if (is_kept) {
      ++tab.revision;
      return;
    }
  }
  if (!is_stale && tab.wish == wish) return;
  tab.order = tab.rows.ordered(source, wish);
  tab.wish = wish;
  ++tab.revision;
  tab.cursor = tab.anchor = row_of_selection(session, tab).value_or(0);
}

// A selection made elsewhere is scrolled to; one made here is in sight already.
void follow_selection(UiContext& ui) {
  TableState& table = ui.state.table;
  const ViewState& view = ui.session.view;
  std::vector<PickId> selected = view.selected();
  if (table.selected != selected) {
    table.is_selected = {selected.begin(), selected.end()};
    table.selected = std::move(selected);
  }
  if (table.followed == view.selection) return;
  table.followed = view.selection;
  TableTab& tab = table.tab();
  const auto row = row_of_selection(ui.session, tab);
  if (!row) return;
  tab.cursor = tab.anchor = *row;
  table.wants_scroll = true;
}

// ---- choosing rows ----

void select_only(UiContext& ui, PickId pick) {
  ui.session.view.selection = ui.state.table.followed = pick;
  ui.session.view.also_selected.clear();
}

void toggle_selected(UiContext& ui, PickId pick) {
  ViewState& view = ui.session.view;
  std::vector<PickId> all = view.selected();
  const auto found = std::find(all.begin(), all.end(), pick);
  if (found == all.end()) {
    all.insert(all.begin(), pick);
  } else {
    all.erase(found);
  }
  view.selection = all.empty() ? PickId{} : all.front();
  view.also_selected.assign(all.begin() + (all.empty() ? 0 : 1), all.end());
  ui.state.table.followed = view.selection;
}

void select_range(UiContext& ui, TableTab& tab, std::size_t column) {
  const auto [first, last] = std::minmax(tab.anchor, tab.cursor);
  const PickId at_cursor = pick_of(ui.session.network(), tab.rows, tab.order[tab.cursor], column);
  std::unordered_set<PickId, PickHash> seen = {at_cursor};
  std::vector<PickId> others;
  for (std::size_t i = first; i <= last && seen.size() < most_selected; ++i) {
    const PickId pick = pick_of(ui.session.network(), tab.rows, tab.order[i], column);
    if (seen.insert(pick).second) others.push_back(pick);
  }
  select_only(ui, at_cursor);
  ui.session.view.also_selected = std::move(others);
  if (seen.size() < most_selected) return;
  ui.session.set_notice(Notice{ui.session.texts().tr("table.range_cut", {{"n", number(ui, most_selected)}}), false});
}

void choose_row(UiContext& ui, TableTab& tab, std::size_t at, std::size_t column) {
  const ImGuiIO& io = ImGui::GetIO();
  tab.cursor = at;
  if (column < tab.is_shown.size() && tab.is_shown[column]) tab.column = column;
  if (!io.KeyShift) tab.anchor = at;
  if (io.KeyShift) return select_range(ui, tab, column);
  const PickId pick = pick_of(ui.session.network(), tab.rows, tab.order[at], column);
  return io.KeyCtrl ? toggle_selected(ui, pick) : select_only(ui, pick);
}

// ---- copying ----

std::vector<std::uint32_t> rows_to_copy(const UiContext& ui, const TableTab& tab) {
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t place : tab.order) {
    if (is_row_selected(ui, tab.rows, place)) chosen.push_back(place);
  }
  return chosen.empty() ? tab.order : chosen;
}

void copy_rows(UiContext& ui, TableTab& tab) {
  const std::vector<std::uint32_t> places = rows_to_copy(ui, tab);
  ImGui::SetClipboardText(tab.rows.as_tsv(source_of(ui.session), places, shown_columns(tab)).c_str());
  const auto count = static_cast<long long>(places.size());
  ui.session.set_notice(Notice{ui.session.texts().plural("table.copied", count), false});
}

// ---- the rows ----

// Made when the row first comes into sight.
const std::vector<std::string>& words_of_row(UiContext& ui, TableTab& tab, std::uint32_t place) {
  constexpr std::size_t most_kept = 1000;
  if (tab.drawn_revision != tab.revision || tab.drawn.size() > most_kept) tab.drawn.clear();
  tab.drawn_revision = tab.revision;
  const auto [at, is_new] = tab.drawn.try_emplace(place);
  if (!is_new) return at->second;
  for (const std::size_t column : shown_columns(tab)) {
    const std::string words = tab.rows.cell(source_of(ui.session), place, column);
    at->second.push_back(words.empty() ? words : shown_text(ui, words));
  }
  return at->second;
}

// A name has its group's sign before it, as in the picture.
float draw_sign(const UiContext& ui, PickId pick, Vec2 at) {
  const float radius = ui.px(5);
  const Vec2 centre = at + Vec2{radius, ImGui::GetFontSize() * 0.5F};
  const Session& session = ui.session;
  if (pick.kind == PickId::Kind::agreement) {
    draw_symbol(Symbol::square, centre, radius * 0.8F, session.theme().muted);
  } else {
    const ActorGroup& group = session.taxonomy().group_of(session.network().actors[pick.index].type);
    const Rgba colour = parse_colour(session.theme().is_dark ? group.color_dark : group.color);
    draw_symbol(parse_symbol(group.symbol), centre, radius, colour);
  }
  return radius * 2 + ui.px(6);
}

// What does not fit ends in an ellipsis, and stands whole where the mouse is.
void tell_whole(const UiContext& ui, std::string_view words) {
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  const bool is_column = (ImGui::TableGetColumnFlags() & ImGuiTableColumnFlags_IsHovered) != 0;
  if (!is_column || !ImGui::IsMouseHoveringRect({-1e6F, min.y}, {1e6F, max.y})) return;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(420));
  ImGui::TextUnformatted(words.data(), words.data() + words.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void draw_words(const UiContext& ui, std::string_view words, bool is_right) {
  const float room = ImGui::GetContentRegionAvail().x;
  const float width = ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
  if (width > room) {
    ImGui::TextUnformatted(fitting(words, room).c_str());
    return tell_whole(ui, words);
  }
  if (is_right) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - width);
  ImGui::TextUnformatted(words.data(), words.data() + words.size());
}

void draw_cell(UiContext& ui, TableTab& tab, std::size_t at, std::size_t column, std::string_view words) {
  const TableColumn& spec = table_columns(tab.rows.kind())[column];
  const Theme& theme = ui.session.theme();
  const bool is_known = !words.empty();
  if (spec.is_name && is_known) {
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const PickId pick = pick_of(ui.session.network(), tab.rows, tab.order[at], column);
    const float taken = draw_sign(ui, pick, {cursor.x, cursor.y});
    ImGui::SetCursorScreenPos({cursor.x + taken, cursor.y});
  }
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(is_known ? theme.text : theme.muted));
  draw_words(ui, is_known ? words : "–", spec.holds == Holds::number);
  ImGui::PopStyleColor();
}

std::size_t column_under_mouse(const TableTab& tab) {
  for (std::size_t i = 0; i < tab.is_shown.size(); ++i) {
    if ((ImGui::TableGetColumnFlags(static_cast<int>(i)) & ImGuiTableColumnFlags_IsHovered) != 0) return i;
  }
  return 1;  // beside them all: as on any cell that is no actor's name
}

// Around the cell that the keys are in, while they are in the table.
void draw_cursor(UiContext& ui) {
  const bool has_keys = ImGui::IsWindowFocused() && ui.session.view.selection.kind != PickId::Kind::none;
  if (std::exchange(ui.state.table.wants_side_scroll, false)) ImGui::SetScrollHereX(0.5F);
  if (!has_keys) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  const ImVec2 pad{ui.px(4), ui.px(2)};
  ImGui::GetWindowDrawList()->AddRect({at.x - pad.x, at.y - pad.y},
                                      {right + pad.x, at.y + ImGui::GetFontSize() + pad.y},
                                      colour_u32(ui.session.theme().accent), ui.px(3));
}

// `words` is a copy: a cell that is written in may make them anew.
void draw_row(UiContext& ui, TableTab& tab, std::size_t at) {
  const std::vector<std::string> words = words_of_row(ui, tab, tab.order[at]);
  const bool is_selected = is_row_selected(ui, tab.rows, tab.order[at]);
  const std::vector<std::size_t> columns = shown_columns(tab);
  ImGui::TableNextRow(ImGuiTableRowFlags_None, row_height(ui));
  ImGui::TableSetColumnIndex(static_cast<int>(columns.front()));
  ImGui::PushID(static_cast<int>(tab.order[at]));
  const ImVec2 start = ImGui::GetCursorPos();
  const auto flags = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap;
  const float inner = row_height(ui) - 2 * ImGui::GetStyle().CellPadding.y;
  const bool is_clicked = ImGui::Selectable("###row", is_selected, flags, {0, inner});
  record(ui, words.front(), "row", is_selected);
  Rect& seen = ui.items.back().rect;  // of a row as broad as all its columns, what is in the window
  const ImVec2 window = ImGui::GetWindowPos();
  seen.min.x = std::max(seen.min.x, window.x);
  seen.max.x = std::min(seen.max.x, window.x + ImGui::GetWindowWidth());
  ImGui::SetCursorPos(start);
  if (is_clicked) choose_row(ui, tab, at, column_under_mouse(tab));
  const bool is_double = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    ImGui::TableSetColumnIndex(static_cast<int>(columns[i]));
    if (table_parts::is_edited_here(ui, tab, tab.order[at], columns[i])) {
      table_parts::draw_cell_editor(ui, tab);
    } else {
      if (at == tab.cursor && columns[i] == tab.column) draw_cursor(ui);
      draw_cell(ui, tab, at, columns[i], words[i]);
    }
  }
  if (is_double) ui.session.view.wants_cell = true;
  ImGui::PopID();
}

// ---- headings ----

// With Shift one more column, or the other way round by one that is there already.
void sort_also_by(TableTab& tab, const std::string& id) {
  const auto first = table_columns(tab.rows.kind()).front().id;
  const std::string sorted = tab.sort_by.empty() ? std::string(first) : tab.sort_by;
  if (sorted == id) {
    tab.is_descending = !tab.is_descending;
    return;
  }
  tab.sort_by = sorted;
  const auto found =
      std::find_if(tab.then_by.begin(), tab.then_by.end(), [&](const auto& by) { return by.column == id; });
  if (found == tab.then_by.end()) {
    tab.then_by.push_back({id, false});
  } else {
    found->is_descending = !found->is_descending;
  }
}

void sort_by(TableTab& tab, std::string_view id) {
  if (ImGui::GetIO().KeyShift) return sort_also_by(tab, std::string(id));
  tab.then_by.clear();
  const bool is_same = tab.sort_by == id;
  tab.is_descending = is_same && !tab.is_descending;
  tab.sort_by = id;
}

// Which in turn the column is sorted by, from 1; 0: not by it.
struct SortPlace {
  std::size_t place = 0;
  bool is_descending = false;
};

SortPlace sort_place(const TableTab& tab, std::size_t column) {
  const TableKind kind = tab.rows.kind();
  if (table_column(kind, tab.sort_by).value_or(0) == column) return {1, tab.is_descending};
  for (std::size_t i = 0; i < tab.then_by.size(); ++i) {
    if (table_column(kind, tab.then_by[i].column) == column) return {i + 2, tab.then_by[i].is_descending};
  }
  return {};
}

void draw_heading(UiContext& ui, TableTab& tab, std::size_t column) {
  const TableColumn& spec = table_columns(tab.rows.kind())[column];
  const Theme& theme = ui.session.theme();
  const std::string label = ui.tr(spec.text);
  const SortPlace sort = sort_place(tab, column);
  const bool is_sorted = sort.place > 0;
  ImGui::TableSetColumnIndex(static_cast<int>(column));
  ImGui::PushFont(ui.fonts.small_bold);
  ImGui::PushID(static_cast<int>(column));
  const float room = std::max(1.0F, ImGui::GetContentRegionAvail().x);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = row_height(ui);
  if (ImGui::InvisibleButton("heading", {room, height})) sort_by(tab, spec.id);
  record(ui, label, "heading", is_sorted);
  const bool is_lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  const std::string turn = is_sorted && !tab.then_by.empty() ? std::to_string(sort.place) : std::string();
  const float arrow = (is_sorted ? ui.px(12) : 0) + (turn.empty() ? 0 : ui.px(8));
  const std::string shown = fitting(label, room - arrow);
  if (shown != label) tooltip(ui, label);
  const float width = ImGui::CalcTextSize(shown.c_str()).x;
  const bool is_right = spec.holds == Holds::number;
  const float x = is_right ? std::max(at.x, at.x + room - width - arrow) : at.x;
  const float y = at.y + (height - ImGui::GetFontSize()) * 0.5F;
  const unsigned colour = colour_u32(is_sorted || is_lit ? theme.accent : theme.muted);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText({x, y}, colour, shown.c_str());
  if (is_sorted) {
    const Vec2 c{x + width + ui.px(7), at.y + height * 0.5F};
    const float r = ui.px(4) * (sort.is_descending ? 1.0F : -1.0F);
    list.AddTriangleFilled({c.x - ui.px(4), c.y - r * 0.5F}, {c.x + ui.px(4), c.y - r * 0.5F}, {c.x, c.y + r * 0.6F},
                           colour);
    if (!turn.empty()) {
      const float small = ImGui::GetFontSize() * 0.8F;
      list.AddText(ImGui::GetFont(), small, {c.x + ui.px(6), at.y + height * 0.5F - small * 0.7F}, colour,
                   turn.c_str());
      record(ui, turn, "turn");
    }
  }
  ImGui::PopID();
  ImGui::PopFont();
}

void set_up_columns(const TableTab& tab) {
  const auto columns = table_columns(tab.rows.kind());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ImGuiTableColumnFlags there = tab.is_shown[i] ? ImGuiTableColumnFlags_None : ImGuiTableColumnFlags_Disabled;
    ImGui::TableSetupColumn(columns[i].id.data(), ImGuiTableColumnFlags_WidthFixed | there,
                            columns[i].width * ImGui::GetFontSize());
  }
  ImGui::TableSetupScrollFreeze(1, 2);
}

// ---- the keyboard ----

bool is_pressed(ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); }

// How many rows the keys pressed move by.
long rows_to_move(const TableTab& tab, long page) {
  const auto all = static_cast<long>(tab.order.size());
  long rows = 0;
  if (is_pressed(ImGuiKey_DownArrow)) rows += 1;
  if (is_pressed(ImGuiKey_UpArrow)) rows -= 1;
  if (is_pressed(ImGuiKey_PageDown)) rows += page;
  if (is_pressed(ImGuiKey_PageUp)) rows -= page;
  if (is_pressed(ImGuiKey_Home)) rows -= all;
  if (is_pressed(ImGuiKey_End)) rows += all;
  return rows;
}

// Left and right, among the columns that are shown.
void move_between_columns(UiContext& ui, TableTab& tab) {
  const long way = (is_pressed(ImGuiKey_RightArrow) ? 1 : 0) - (is_pressed(ImGuiKey_LeftArrow) ? 1 : 0);
  if (way == 0) return;
  const std::vector<std::size_t> columns = shown_columns(tab);
  const auto found = std::find(columns.begin(), columns.end(), tab.column);
  const long at = found == columns.end() ? 0 : static_cast<long>(found - columns.begin()) + way;
  tab.column = columns[static_cast<std::size_t>(std::clamp(at, 0L, static_cast<long>(columns.size()) - 1))];
  ui.state.table.wants_side_scroll = true;
}

// Up and down choose the row they come to; with Shift all rows on the way. The arrows belong to the rows here, and not
// to ImGui's walk between buttons.
void take_keys(UiContext& ui, TableTab& tab, float visible_height) {
  ImGui::GetCurrentWindow()->Flags |= ImGuiWindowFlags_NoNavInputs;
  const bool is_typing = ImGui::GetIO().WantTextInput;
  if (ImGui::IsWindowAppearing() && !is_typing) ImGui::SetWindowFocus();  // the keys work without a click first
  if (!ImGui::IsWindowFocused() || is_typing || tab.order.empty()) return;
  const long page = std::max(1L, static_cast<long>(visible_height / row_height(ui)) - 3);
  move_between_columns(ui, tab);
  if (is_pressed(ImGuiKey_Enter)) ui.session.view.wants_cell = true;
  const long rows = rows_to_move(tab, page);
  if (rows == 0) return;
  const long last = static_cast<long>(tab.order.size()) - 1;
  const long from =
      ui.session.view.selection.kind == PickId::Kind::none ? (rows > 0 ? -1 : 0) : static_cast<long>(tab.cursor);
  const std::size_t column = tab.column;
  choose_row(ui, tab, static_cast<std::size_t>(std::clamp(from + rows, 0L, last)), 1);
  tab.column = column;
  ui.state.table.wants_scroll = true;
}

// Just so far that the row is in sight; to the middle when it was far away.
void scroll_to_cursor(UiContext& ui, const TableTab& tab, float visible_height) {
  if (!std::exchange(ui.state.table.wants_scroll, false)) return;
  const float height = row_height(ui);
  const float top = static_cast<float>(tab.cursor) * height;
  const float seen = std::max(visible_height - 3 * height, height);  // the heading and the totals take a row each
  const float scroll = ImGui::GetScrollY();
  if (top >= scroll && top + height <= scroll + seen) return;
  const bool is_near = top > scroll - 3 * height && top < scroll + seen + 3 * height;
  const float wanted = !is_near ? top - seen * 0.5F : top < scroll ? top : top + height - seen;
  ImGui::SetScrollY(std::ceil(std::max(0.0F, wanted) / height) * height);  // no half row under the totals
}

void draw_rows(UiContext& ui, TableTab& tab, float height) {
  const auto flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_Resizable |
                     ImGuiTableFlags_RowBg | ImGuiTableFlags_PadOuterX | ImGuiTableFlags_NoSavedSettings;
  const int columns = static_cast<int>(tab.is_shown.size());
  const int id = static_cast<int>(tab.rows.kind()) * 1000 + static_cast<int>(ui.scale * 100);
  ImGui::PushID(id);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(6), ui.px(4)});
  if (ImGui::BeginTable("table", columns, flags, {0, height})) {
    set_up_columns(tab);
    take_keys(ui, tab, height);
    scroll_to_cursor(ui, tab, height);
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, row_height(ui));
    for (const std::size_t column : shown_columns(tab)) draw_heading(ui, tab, column);
    table_parts::draw_totals(ui, tab);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(tab.order.size()), row_height(ui));
    while (clipper.Step()) {
      for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at)
        draw_row(ui, tab, static_cast<std::size_t>(at));
    }
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
}

// ---- tools ----

void draw_kind_button(UiContext& ui, TableKind kind, std::string_view id, std::string_view key, std::size_t count) {
  const bool is_on = ui.state.table.kind == kind;
  const std::string label = ui.tr(key) + " " + number(ui, count);
  if (kind != TableKind::actors) flow(ui, button_width(label), ui.px(4));
  if (!button(ui, id, label, Look::plain, is_on)) return;
  ui.state.table.kind = kind;
  ui.state.table.followed = {};  // what is selected may stand far down in this one
}

std::size_t shown_count(const UiContext& ui, TableKind kind) {
  const TableTab& tab = ui.state.table.tabs[static_cast<std::size_t>(kind)];
  const ShownGraph& shown = ui.session.shown();
  if (tab.stamp && tab.stamp->graph == ui.session.graph_revision()) return tab.rows.size();
  if (kind == TableKind::actors) return shown.folding.shown.size();
  return kind == TableKind::agreements ? shown.part.agreements.size() : shown.part.participations.size();
}

void draw_search(UiContext& ui, TableTab& tab) {
  flow(ui, ui.px(170), ui.px(12));
  ImGui::SetNextItemWidth(ui.px(170));
  const std::string hint = ui.tr("table.search");
  ImGui::InputTextWithHint("###table.search", hint.c_str(), &tab.search);
  record(ui, hint, "input");
}

void scope_row(UiContext& ui, TableTab& tab, TableScope scope, std::string_view key) {
  const std::string label = ui.tr(key) + "###" + std::string(key);
  if (ImGui::Selectable(label.c_str(), tab.scope == scope)) tab.scope = scope;
  record(ui, ui.tr(key), "choice", tab.scope == scope);
}

std::string_view scope_key(TableKind kind, TableScope scope) {
  if (scope == TableScope::everything) return "table.scope.everything";
  if (scope == TableScope::folded_too) return "table.scope.folded_too";
  return kind == TableKind::actors ? "table.scope.picture" : "table.scope.filter";
}

void draw_scope(UiContext& ui, TableKind kind, TableTab& tab) {
  const std::string label = ui.tr(scope_key(kind, tab.scope));
  flow(ui, button_width(label) + ui.px(14), ui.px(4));
  if (drop_button(ui, "table.scope", label, ui.px(240), Look::plain)) ImGui::OpenPopup("scope");
  if (!ImGui::BeginPopup("scope")) return;
  scope_row(ui, tab, TableScope::shown, scope_key(kind, TableScope::shown));
  if (kind == TableKind::actors) scope_row(ui, tab, TableScope::folded_too, "table.scope.folded_too");
  scope_row(ui, tab, TableScope::everything, "table.scope.everything");
  ImGui::EndPopup();
}

void draw_column_choice(UiContext& ui, TableTab& tab) {
  const std::string label = ui.tr("table.columns");
  flow(ui, button_width(label) + ui.px(14), ui.px(4));
  if (drop_button(ui, "table.columns", label, ui.px(200), Look::plain)) ImGui::OpenPopup("columns");
  if (!ImGui::BeginPopup("columns")) return;
  const auto columns = table_columns(tab.rows.kind());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string name = ui.tr(columns[i].text);
    bool is_on = tab.is_shown[i];
    ImGui::BeginDisabled(i == 0);  // the name stays: a row must say whose it is
    if (ImGui::Checkbox((name + "###" + std::string(columns[i].id)).c_str(), &is_on)) tab.is_shown[i] = is_on;
    record(ui, name, "check", is_on);
    ImGui::EndDisabled();
  }
  if (button(ui, "table.columns.first", ui.tr("table.columns_at_first"), Look::quiet)) {
    tab.is_shown = shown_at_first(tab.rows.kind());
  }
  ImGui::EndPopup();
}

void draw_copy(UiContext& ui, TableTab& tab) {
  const std::string label = ui.tr("action.select.copy");
  flow(ui, button_width(label), ui.px(4));
  ImGui::BeginDisabled(tab.order.empty());
  action_button(ui, "select.copy");
  ImGui::EndDisabled();
  tooltip(ui, ui.tr("table.copy_help"));
}

void draw_edit_buttons(UiContext& ui) {
  const std::string label = ui.tr("sheet_tools.edit");
  flow(ui, button_width(label) + ui.px(14), ui.px(4));
  if (drop_button(ui, "table.edit", label, ui.px(200), Look::plain)) ImGui::OpenPopup("table_edit");
  if (!ImGui::BeginPopup("table_edit")) return;
  for (const char* id : {"edit.row", "edit.fill_down", "edit.several", "edit.paste"}) {
    const Action& action = *find_action(id);
    const std::string words = ui.tr(std::string_view(id) == "edit.row" ? "sheet_tools.cell" : action.text);
    const std::string keys = chord_text(action.chord);
    if (ImGui::MenuItem((words + "###" + id).c_str(), keys.c_str(), false, action.is_enabled(ui.session))) {
      run_action(ui.session, id);
    }
    record(ui, words, "menu");
  }
  ImGui::EndPopup();
}

// What the actions have asked of the table.
void take_wishes(UiContext& ui, TableTab& tab) {
  ViewState& view = ui.session.view;
  const bool is_typing = ImGui::GetIO().WantTextInput;
  const bool wants_copy = std::exchange(view.wants_copy, false);
  if (wants_copy && !is_typing && !tab.order.empty()) copy_rows(ui, tab);
  if (std::exchange(view.wants_paste, false) && !is_typing) table_parts::begin_paste(ui, tab.rows.kind());
  if (std::exchange(view.wants_fill_down, false)) table_parts::fill_down(ui, tab);
  if (std::exchange(view.wants_cell, false) && !ui.state.table.editing.is_open) {
    table_parts::begin_cell(ui, tab, tab.column);
  }
}

// ---- what stands around the rows ----

void draw_nothing(UiContext& ui, TableTab& tab) {
  if (!tab.search.empty()) {
    muted(ui, ui.session.texts().tr("table.nothing_found", {{"search", shown_text(ui, tab.search)}}));
    if (button(ui, "table.clear_search", ui.tr("table.clear_search"))) tab.search.clear();
    return;
  }
  muted(ui, ui.tr(ui.session.network().actors.empty() ? "ui.empty_network" : "ui.nothing_shown"));
  if (ui.session.view.filter != default_filter()) action_button(ui, "filter.clear");
}

void draw_foot(UiContext& ui, const TableTab& tab) {
  const Texts& texts = ui.session.texts();
  std::string words =
      tab.order.size() == tab.rows.size()
          ? texts.plural("table.rows", static_cast<long long>(tab.rows.size()))
          : texts.tr("table.rows_of", {{"n", number(ui, tab.order.size())}, {"all", number(ui, tab.rows.size())}});
  if (!ui.state.table.selected.empty()) {
    words += " · " + texts.plural("table.selected", static_cast<long long>(ui.state.table.selected.size()));
  }
  words += " · " + ui.tr("table.unknown_sign");
  muted(ui, words);
}

}  // namespace

namespace table_parts {

TableSource source_of(const Session& session) {
  return {session.network(),    session.index(),   session.assets(),         session.texts(),
          session.shown().part, session.view.date, &session.document().notes};
}

std::vector<std::size_t> shown_columns(const TableTab& tab) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < tab.is_shown.size(); ++i) {
    if (tab.is_shown[i]) columns.push_back(i);
  }
  return columns;
}

bool is_row_selected(const UiContext& ui, const TableRows& rows, std::size_t place) {
  const auto& selected = ui.state.table.is_selected;
  if (selected.empty()) return false;
  const Network& network = ui.session.network();
  return selected.contains(pick_of(network, rows, place, 0)) || selected.contains(pick_of(network, rows, place, 1));
}

float row_height(const UiContext& ui) { return ImGui::GetFontSize() + ui.px(8); }

void move_cursor(UiContext& ui, TableTab& tab, std::size_t at) {
  tab.cursor = tab.anchor = at;
  select_only(ui, pick_of(ui.session.network(), tab.rows, tab.order[at], 1));
  ui.state.table.wants_scroll = true;
}

}  // namespace table_parts

void draw_table_tools(UiContext& ui) {
  if (!ui.session.has_document()) return;
  TableState& table = ui.state.table;
  draw_kind_button(ui, TableKind::actors, "table.actors", "table.actors", shown_count(ui, TableKind::actors));
  draw_kind_button(ui, TableKind::agreements, "table.agreements", "table.agreements",
                   shown_count(ui, TableKind::agreements));
  draw_kind_button(ui, TableKind::parties, "table.all_parties", "table.all_parties",
                   shown_count(ui, TableKind::parties));
  TableTab& tab = table.tab();
  renew(ui.session, table.kind, tab);
  draw_search(ui, tab);
  draw_scope(ui, table.kind, tab);
  draw_column_choice(ui, tab);
  draw_copy(ui, tab);
  draw_edit_buttons(ui);
  if (table.kind == TableKind::agreements) draw_lens(ui);
}

void draw_table(UiContext& ui) {
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  TableState& table = ui.state.table;
  TableTab& tab = table.tab();
  renew(ui.session, table.kind, tab);
  follow_selection(ui);
  table_parts::deliver_edits(ui, tab);
  take_wishes(ui, tab);
  const float foot = ui.fonts.small->FontSize + ui.px(8);
  if (tab.order.empty()) return draw_nothing(ui, tab);
  draw_rows(ui, tab, std::max(row_height(ui) * 2, ImGui::GetContentRegionAvail().y - foot));
  draw_foot(ui, tab);
}

}  // namespace samverka
