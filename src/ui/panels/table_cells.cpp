// Writing in the table: a cell, the same thing down the selected rows, and what the columns come to.
#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/problem_words.h"
#include "app/question_sheet.h"
#include "app/sheet_names.h"
#include "base/collate.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/panels.h"
#include "ui/panels/table_parts.h"

namespace samverka::table_parts {
namespace {

using Move = CellEditing::Move;

const Network& facts(const UiContext& ui) { return ui.session.document().network; }

const char* member_of(const CellEditing& editing) { return cell_specs(editing.owner.sheet)[editing.cell].member; }

// What is at a cell, or why nothing can be written there.
const char* why_not(const UiContext& ui, const TableTab& tab, std::uint32_t place, std::size_t column) {
  const TableKind kind = tab.rows.kind();
  if (!edited_cell(kind, table_columns(kind)[column].id)) return "sheet_edit.not_here";
  return owner_of(facts(ui), kind, tab.rows.row(place), ui.session.network()) ? nullptr : "sheet_edit.no_fact";
}

// What is there as people say it: a code by its label, somebody by name and id.
std::string words_to_type(const UiContext& ui, const CellEditing& editing) {
  using Holds = CellSpec::Holds;
  const Holds holds = cell_specs(editing.owner.sheet)[editing.cell].holds;
  const std::string words =
      cell_words(facts(ui), ui.session.assets(), ui.session.texts(), editing.owner.sheet, editing.cell, editing.typed);
  if (holds == Holds::actor && !words.empty()) return titled(words, editing.typed);
  const bool is_said = holds == Holds::code || holds == Holds::word || holds == Holds::last_day;
  return is_said ? words : editing.typed;
}

bool open_cell(UiContext& ui, TableTab& tab, std::size_t at, std::size_t column) {
  if (at >= tab.order.size() || why_not(ui, tab, tab.order[at], column)) return false;
  CellEditing& editing = ui.state.table.editing;
  editing.close();
  editing.kind = tab.rows.kind();
  editing.place = tab.order[at];
  editing.owner = *owner_of(facts(ui), editing.kind, tab.rows.row(editing.place), ui.session.network());
  editing.column = tab.column = column;
  editing.cell = *edited_cell(editing.kind, table_columns(editing.kind)[column].id);
  editing.typed = editing.before = typed_in(facts(ui), editing.owner, editing.cell);
  editing.typed = editing.before = words_to_type(ui, editing);
  editing.choice = -1;
  editing.move = Move::none;
  editing.is_open = editing.wants_focus = true;
  ui.state.table.wants_scroll = true;
  return true;
}

// ---- choices ----

std::string last_part(const std::string& typed) {
  const std::size_t comma = typed.rfind(',');
  std::string part = comma == std::string::npos ? typed : typed.substr(comma + 1);
  part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
  return part;
}

std::vector<FormChoice> name_choices(const UiContext& ui, const CellEditing& editing) {
  constexpr std::size_t most = 8;
  const CellSpec& spec = cell_specs(editing.owner.sheet)[editing.cell];
  std::vector<FormChoice> found;
  const std::string wanted = folded(last_part(editing.typed));
  if (wanted.size() < 2 || editing.typed == editing.before) return found;
  const auto look = [&](const auto& rows, auto name) {
    for (const auto& row : rows) {
      if (found.size() < most && folded(row.*name).find(wanted) != std::string::npos) {
        found.push_back({row.key, row.*name});
      }
    }
  };
  if (spec.holds == CellSpec::Holds::actor) look(facts(ui).actors, &Actor::name);
  if (spec.holds == CellSpec::Holds::sources) {
    for (const Source& row : facts(ui).sources) {
      const bool is_it = folded(row.title + " " + row.key).find(wanted) != std::string::npos;
      if (is_it && found.size() < most) found.push_back({row.key, row.title});
    }
  }
  return found;
}

// Those that what is typed is a part of; all until something has been.
std::vector<FormChoice> choices_now(const UiContext& ui, const CellEditing& editing) {
  std::vector<FormChoice> choices =
      cell_choices(editing.owner.sheet, editing.cell, ui.session.assets(), ui.session.view.language);
  if (choices.empty()) return name_choices(ui, editing);
  const std::string wanted = folded(last_part(editing.typed));
  if (editing.typed == editing.before || wanted.empty()) return choices;
  std::erase_if(choices, [&](const FormChoice& choice) {
    return folded(choice.words + " " + choice.code).find(wanted) == std::string::npos;
  });
  return choices;
}

// Among several, codes are what is typed and so they are shown; one is known by its words.
std::string choice_words(const CellEditing& editing, const FormChoice& choice) {
  return takes_several(editing.owner.sheet, editing.cell) ? choice.code + "  " + choice.words : choice.words;
}

void take_choice(CellEditing& editing, const FormChoice& choice) {
  const std::size_t comma = editing.typed.rfind(',');
  const bool goes_on = takes_several(editing.owner.sheet, editing.cell) && comma != std::string::npos;
  editing.typed = (goes_on ? editing.typed.substr(0, comma + 1) + " " : "") + choice.code;
}

// Under the field; true when one has been clicked. The arrows walk them, and Enter takes the one they have come to.
bool draw_choices(UiContext& ui, CellEditing& editing, const std::vector<FormChoice>& choices, Rect under) {
  if (choices.empty()) return false;
  constexpr int most_rows = 9;
  const int rows = std::min(most_rows, static_cast<int>(choices.size()));
  const float height = ImGui::GetTextLineHeightWithSpacing() * static_cast<float>(rows) + ui.px(10);
  const bool fits_below = under.max.y + height < ImGui::GetIO().DisplaySize.y;
  ImGui::SetNextWindowPos({under.min.x, fits_below ? under.max.y : under.min.y - height});
  ImGui::SetNextWindowSize({std::max(under.max.x - under.min.x, ui.px(260)), height});
  const auto flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;
  bool is_taken = false;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(6), ui.px(5)});
  if (ImGui::Begin("###cell_choices", nullptr, flags)) {
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
      const FormChoice& choice = choices[static_cast<std::size_t>(i)];
      const std::string words =
          fitting(shown_text(ui, choice_words(editing, choice)), ImGui::GetContentRegionAvail().x);
      ImGui::PushID(i);
      if (ImGui::Selectable("###choice", i == editing.choice)) {
        take_choice(editing, choice);
        is_taken = true;
      }
      record(ui, choice.words, "choice", i == editing.choice);
      if (i == editing.choice) ImGui::SetScrollHereY();
      const ImVec2 at = ImGui::GetItemRectMin();
      ImGui::GetWindowDrawList()->AddText(at, colour_u32(ui.session.theme().text), words.c_str());
      ImGui::PopID();
    }
  }
  ImGui::End();
  ImGui::PopStyleVar();
  return is_taken;
}

// ---- trying it ----

std::string name_of_row(const UiContext& ui, const CellOwner& owner) {
  const auto key_of_words = [&](std::size_t cell) {
    return cell_words(facts(ui), ui.session.assets(), ui.session.texts(), owner.sheet, cell,
                      typed_in(facts(ui), owner, cell));
  };
  if (owner.sheet == RowSheet::actors) return key_of_words(*cell_spec(owner.sheet, "name"));
  if (owner.sheet == RowSheet::agreements) return key_of_words(*cell_spec(owner.sheet, "title"));
  return key_of_words(*cell_spec(owner.sheet, "actor"));
}

// The next cell that can be written in: down, or to the side and on to the next row.
void move_on(UiContext& ui, TableTab& tab, Move move) {
  const CellEditing& editing = ui.state.table.editing;
  const auto found = std::find(tab.order.begin(), tab.order.end(), editing.place);
  if (found == tab.order.end() || move == Move::none) return;
  auto at = static_cast<std::size_t>(found - tab.order.begin());
  const std::size_t column = editing.column;
  if (move == Move::down) {
    if (at + 1 >= tab.order.size()) return;
    move_cursor(ui, tab, at + 1);
    open_cell(ui, tab, at + 1, column);
    return;
  }
  const std::vector<std::size_t> columns = shown_columns(tab);
  auto c = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin());
  for (std::size_t tries = 0; tries < 2 * columns.size(); ++tries) {
    if (move == Move::right && ++c == columns.size()) {
      c = 0;
      ++at;
    } else if (move == Move::left && c-- == 0) {
      if (at == 0) return;
      c = columns.size() - 1;
      --at;
    }
    if (at >= tab.order.size()) return;
    if (why_not(ui, tab, tab.order[at], columns[c])) continue;
    move_cursor(ui, tab, at);
    open_cell(ui, tab, at, columns[c]);
    return;
  }
}

void try_cell(UiContext& ui, TableTab& tab, Move move) {
  CellEditing& editing = ui.state.table.editing;
  editing.move = move;
  if (editing.typed == editing.before) {
    editing.close();
    return move_on(ui, tab, move);
  }
  std::string typed = editing.typed;
  if (folded(typed) == folded(ui.tr("valid.open"))) typed = open_end;
  editing.editor.start(ui.session, {{editing.owner}, editing.cell, typed}, today());
}

void take_cell(UiContext& ui, TableTab& tab) {
  CellEditing& editing = ui.state.table.editing;
  const CellsDone* done = editing.editor.done();
  if (!done) return;
  if (!done->refused.empty()) {
    editing.problems = done->refused.front().problems;
    editing.editor.forget();
    editing.wants_focus = true;
    return;
  }
  const Move move = editing.move;
  if (done->changed > 0) {
    const std::string member = member_words(editing.owner.sheet, member_of(editing), ui.session.texts());
    const Message label{"sheet_history.cell", {{"member", member}, {"name", name_of_row(ui, editing.owner)}}};
    tab.keeps_order = true;
    if (!editing.editor.take(ui.session, label)) return editing.editor.forget();  // the document is another: try again
  }
  editing.close();
  move_on(ui, tab, move);
}

void tell_problem(UiContext& ui, const CellEditing& editing, Rect under) {
  if (editing.problems.empty()) return;
  ImGui::SetNextWindowPos({under.min.x, under.max.y + ui.px(2)});
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(380));
  for (const Problem& problem : editing.problems) {
    const Message message = with_labels(problem.message, ui.session.taxonomy(), ui.session.view.language);
    const std::string words = displayable(problem.code + ": " + ui.session.texts().tr(message));
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopStyleColor();
    record(ui, words, "text");
  }
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

bool key_pressed(ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); }

}  // namespace

void begin_cell(UiContext& ui, TableTab& tab, std::size_t column) {
  if (tab.order.empty()) return;
  const std::size_t at = std::min(tab.cursor, tab.order.size() - 1);
  if (const char* reason = why_not(ui, tab, tab.order[at], column)) {
    ui.session.set_notice(Notice{ui.tr(reason), false});
    return;
  }
  open_cell(ui, tab, at, column);
}

bool is_edited_here(const UiContext& ui, const TableTab& tab, std::uint32_t place, std::size_t column) {
  const CellEditing& editing = ui.state.table.editing;
  return editing.is_open && editing.kind == tab.rows.kind() && editing.place == place && editing.column == column;
}

void draw_cell_editor(UiContext& ui, TableTab& tab) {
  CellEditing& editing = ui.state.table.editing;
  const std::vector<FormChoice> choices = choices_now(ui, editing);
  if (std::exchange(editing.wants_focus, false)) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(2), 0});
  const bool is_wrong = !editing.problems.empty();
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ui.px(is_wrong ? 2 : 1));
  ImGui::PushStyleColor(ImGuiCol_Border, colour_u32(is_wrong ? ui.session.theme().warning : ui.session.theme().accent));
  // A callback for Tab keeps it from ImGui's walk between fields.
  const auto flags =
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_CallbackCompletion;
  const auto no_completion = [](ImGuiInputTextCallbackData*) { return 0; };
  ImGui::PushID(static_cast<int>(editing.column));  // else the next cell of the row would go on with this one's letters
  const bool is_entered = ImGui::InputText("###cell", &editing.typed, flags, no_completion);
  ImGui::PopID();
  const bool is_active = ImGui::IsItemActive();
  const bool is_left = ImGui::IsItemDeactivated();
  const std::string heading = ui.tr(table_columns(editing.kind)[editing.column].text);
  record(ui, heading, "input");
  const Rect field = ui.items.back().rect;
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  if (ImGui::IsItemEdited()) {
    editing.problems.clear();
    editing.choice = -1;
  }
  const bool is_tab = is_active && key_pressed(ImGuiKey_Tab);
  const int count = static_cast<int>(choices.size());
  if (is_active && count > 0 && key_pressed(ImGuiKey_DownArrow))
    editing.choice = std::min(editing.choice + 1, count - 1);
  if (is_active && count > 0 && key_pressed(ImGuiKey_UpArrow)) editing.choice = std::max(editing.choice - 1, -1);
  if (is_wrong) {
    tell_problem(ui, editing, field);
  } else if (draw_choices(ui, editing, choices, field)) {
    return try_cell(ui, tab, Move::none);
  }
  if (!is_entered && !is_tab) {
    const bool is_escape = key_pressed(ImGuiKey_Escape);
    if (is_escape && is_left) return editing.close();
    const bool is_elsewhere = is_left && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && choices.empty();
    if (is_elsewhere) try_cell(ui, tab, Move::none);
    return;
  }
  const bool has_choice = editing.choice >= 0 && editing.choice < count;
  if (has_choice) take_choice(editing, choices[static_cast<std::size_t>(editing.choice)]);
  try_cell(ui, tab, is_entered ? Move::down : ImGui::GetIO().KeyShift ? Move::left : Move::right);
}

// ---- many ----

std::vector<CellOwner> selected_owners(const UiContext& ui, const TableTab& tab) {
  std::vector<CellOwner> owners;
  for (const std::uint32_t place : tab.order) {
    if (!is_row_selected(ui, tab.rows, place)) continue;
    auto owner = owner_of(facts(ui), tab.rows.kind(), tab.rows.row(place), ui.session.network());
    if (owner) owners.push_back(std::move(*owner));
  }
  return owners;
}

void fill_down(UiContext& ui, TableTab& tab) {
  const TableKind kind = tab.rows.kind();
  const auto cell = edited_cell(kind, table_columns(kind)[tab.column].id);
  std::vector<CellOwner> owners = selected_owners(ui, tab);
  const auto tell = [&](const char* key) { ui.session.set_notice(Notice{ui.tr(key), false}); };
  if (!cell) return tell("sheet_edit.not_here");
  if (owners.size() < 2) return tell("sheet_fill.few");
  std::string typed = typed_in(facts(ui), owners.front(), *cell);
  owners.erase(owners.begin());
  ui.state.table.filling.start(ui.session, {std::move(owners), *cell, std::move(typed)}, today());
}

namespace {

void take_filled(UiContext& ui, TableTab& tab) {
  TableEditor& filling = ui.state.table.filling;
  const CellsDone* done = filling.done();
  if (!done) return;
  const Texts& texts = ui.session.texts();
  const CellsTyped& typed = filling.typed();
  const std::string member =
      member_words(typed.owners.front().sheet, cell_specs(typed.owners.front().sheet)[typed.cell].member, texts);
  const std::size_t changed = done->changed, refused = done->refused.size();
  std::string words = texts.plural("sheet_fill.done", static_cast<long long>(changed));
  if (refused > 0) {
    const Problem& first = done->refused.front().problems.front();
    words += " " + texts.plural("sheet_fill.refused", static_cast<long long>(refused)) + " " +
             texts.tr(with_labels(first.message, ui.session.taxonomy(), ui.session.view.language));
  }
  tab.keeps_order = changed > 0;
  filling.take(ui.session, {"sheet_history.several", {{"member", member}, {"n", std::to_string(changed)}}});
  filling.forget();
  ui.session.set_notice(Notice{words, refused > 0});
}

}  // namespace

void deliver_edits(UiContext& ui, TableTab& tab) {
  TableState& table = ui.state.table;
  CellEditing& editing = table.editing;
  editing.editor.deliver();
  table.filling.deliver();
  if (editing.is_open && editing.kind == tab.rows.kind()) {
    const bool is_there = editing.place < tab.rows.size();
    const auto owner =
        is_there ? owner_of(facts(ui), editing.kind, tab.rows.row(editing.place), ui.session.network()) : std::nullopt;
    if (owner != editing.owner) editing.close();
    take_cell(ui, tab);
  }
  take_filled(ui, tab);
}

// ---- totals ----

namespace {

std::string total_words(const UiContext& ui, const TableColumn& spec, const TableTotal& total, bool is_first) {
  const Texts& texts = ui.session.texts();
  const auto number = [&](std::int64_t n) { return texts.number(n); };
  if (is_first)
    return texts.tr("sheet_total.rows", {{"n", number(static_cast<std::int64_t>(total.known + total.unknown))}});
  const bool is_sum = spec.holds == TableColumn::Holds::number && spec.id != "confidence";
  std::string words = is_sum && total.known > 0 ? number(total.sum) : "";
  if (total.unknown > 0) {
    words += (words.empty() ? "" : " · ") + number(static_cast<std::int64_t>(total.unknown)) + " –";
  }
  return words;
}

// One column a frame, so that no frame waits for all of them.
void renew_totals(UiContext& ui, TableTab& tab) {
  if (tab.totals_revision != tab.revision || tab.totals.size() != tab.is_shown.size()) {
    tab.totals.assign(tab.is_shown.size(), std::nullopt);
    tab.totals_revision = tab.revision;
  }
  for (const std::size_t column : shown_columns(tab)) {
    if (tab.totals[column]) continue;
    tab.totals[column] = tab.rows.total(source_of(ui.session), tab.order, column);
    return;
  }
}

}  // namespace

void draw_totals(UiContext& ui, TableTab& tab) {
  renew_totals(ui, tab);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, row_height(ui));
  ImGui::PushFont(ui.fonts.small);
  const Theme& theme = ui.session.theme();
  const std::vector<std::size_t> columns = shown_columns(tab);
  for (const std::size_t column : columns) {
    ImGui::TableSetColumnIndex(static_cast<int>(column));
    if (!tab.totals[column]) continue;
    const TableColumn& spec = table_columns(tab.rows.kind())[column];
    const TableTotal& total = *tab.totals[column];
    const std::string words = total_words(ui, spec, total, column == columns.front());
    if (words.empty()) continue;
    const float room = ImGui::GetContentRegionAvail().x;
    const std::string shown = fitting(words, room);
    const float width = ImGui::CalcTextSize(shown.c_str()).x;
    const bool is_number = spec.holds == TableColumn::Holds::number;
    if (is_number && width < room) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - width);
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(is_number ? theme.text : theme.muted));
    ImGui::TextUnformatted(shown.c_str());
    ImGui::PopStyleColor();
    record(ui, words, "total");
    const Texts& texts = ui.session.texts();
    const std::string of_whom = total.is_of_municipalities ? ". " + ui.tr("sheet_total.municipalities") : "";
    tooltip(ui, ui.tr(spec.text) + ": " +
                    texts.tr("sheet_total.help", {{"known", texts.number(static_cast<long long>(total.known))},
                                                  {"unknown", texts.number(static_cast<long long>(total.unknown))}}) +
                    of_whom);
  }
  ImGui::PopFont();
}

}  // namespace samverka::table_parts
