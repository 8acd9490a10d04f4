// An answer in the drawer: sentences, how much is known and from what, and tables whose rows select what they are
// about.
#include "ui/panels/questions_answer.h"

#include <imgui.h>

#include <algorithm>

#include "app/selection.h"
#include "app/session.h"
#include "base/utf8.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t rows_at_first = 50;
constexpr float words_share = 0.36F;                         // of the width
constexpr float least_beside = 760;                          // narrower than this, the tables lie under the words
constexpr std::size_t least_letters = 5, most_letters = 46;  // what a column's width is given by

std::string line_of(const UiContext& ui, const QuestionAnswer& answer) {
  std::string line = ui.session.texts().tr("info.as_of", {{"date", to_string(answer.day)}});
  if (answer.filter_words.empty()) return line;
  return line + ". " + displayable(ui.session.texts().tr("caption.filter", {{"filter", answer.filter_words}}));
}

void draw_words(UiContext& ui, const QuestionAnswer& answer) {
  for (const std::string& sentence : answer.sentences) {
    text(ui, displayable(sentence));
    ImGui::Dummy({0, ui.px(1)});
  }
  ImGui::Dummy({0, ui.px(3)});
  muted(ui, counts_in_words(answer.counts, ui.session.texts()));
  muted(ui, line_of(ui, answer));
  if (ui.session.is_hypothetical()) muted(ui, ui.tr("whatif.not_facts"));
  if (ui.session.network().is_synthetic()) muted(ui, ui.tr("caption.illustrative"));
  for (const std::string& note : answer.notes) muted(ui, note);
}

// ---- tables ----

bool is_figure(const std::string& cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789 ,.-%\u202f–") == std::string::npos;
}

bool holds_figures(const QuestionTable& table, std::size_t column) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const QuestionRow& row) { return column < row.cells.size() && is_figure(row.cells[column]); });
}

// As wide as its longest words, within bounds: of the first rows, which are the ones that are read.
float weight_of(const QuestionTable& table, std::size_t column) {
  std::size_t letters = table.columns[column].size();
  for (std::size_t i = 0; i < std::min(rows_at_first, table.rows.size()); ++i) {
    letters = std::max(letters, table.rows[i].cells[column].size());
  }
  return static_cast<float>(std::clamp(letters, least_letters, most_letters));
}

void move_to_right(float room, const std::string& words) {
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, room - ImGui::CalcTextSize(words.c_str()).x));
}

void set_up_columns(UiContext& ui, const QuestionTable& table, const std::vector<bool>& figures) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ImGui::TableSetupColumn(("###c" + std::to_string(c)).c_str(), ImGuiTableColumnFlags_WidthStretch,
                            weight_of(table, c));
  }
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  ImGui::PushFont(ui.fonts.small);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ImGui::TableSetColumnIndex(static_cast<int>(c));
    const std::string words = displayable(table.columns[c]);
    const float room = ImGui::GetContentRegionAvail().x;
    const std::string shown = fitting(words, room);
    if (figures[c]) move_to_right(room, shown);
    ImGui::TextUnformatted(shown.c_str());
    if (shown.size() < words.size()) tooltip(ui, words);
  }
  ImGui::PopFont();
}

void draw_cell(UiContext& ui, const std::string& words, bool at_right) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string whole = displayable(words);
  const std::string shown = fitting(whole, room);
  if (at_right) move_to_right(room, shown);
  ImGui::TextUnformatted(shown.c_str());
  record(ui, whole, "cell");
  if (shown.size() < whole.size()) tooltip(ui, whole);
}

void select_shown(UiContext& ui, const QuestionRow& row) {
  clear_route(ui.session);
  select_keys(ui.session, row.is_of_all ? row.ids : std::vector<Key>{row.shows});
  ui.session.view.wants_fit_selection = true;
}

void draw_row(UiContext& ui, const QuestionTable& table, const QuestionRow& row, const std::vector<bool>& figures) {
  ImGui::TableNextRow();
  ImGui::TableSetColumnIndex(0);
  QuestionsState& state = ui.state.questions;
  if (!row.shows.empty()) {
    const bool is_on = state.marked_row == row.shows;
    const auto flags = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap;
    if (ImGui::Selectable("###row", is_on, flags)) {
      state.marked_row = row.shows;
      select_shown(ui, row);
    }
    record(ui, row.cells.empty() ? std::string() : displayable(row.cells.front()), "row", is_on);
    ImGui::SameLine(0, 0);
  }
  for (std::size_t c = 0; c < table.columns.size() && c < row.cells.size(); ++c) {
    ImGui::TableSetColumnIndex(static_cast<int>(c));
    draw_cell(ui, row.cells[c], figures[c]);
  }
}

void draw_rows(UiContext& ui, const QuestionTable& table, std::size_t shown) {
  const auto flags = ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_Resizable |
                     ImGuiTableFlags_SizingStretchProp;
  if (!ImGui::BeginTable("rows", static_cast<int>(table.columns.size()), flags)) return;
  std::vector<bool> figures;
  for (std::size_t c = 0; c < table.columns.size(); ++c) figures.push_back(holds_figures(table, c));
  set_up_columns(ui, table, figures);
  for (std::size_t i = 0; i < shown; ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw_row(ui, table, table.rows[i], figures);
    ImGui::PopID();
  }
  ImGui::EndTable();
}

constexpr std::size_t most_columns = 60;  // Dear ImGui's tables take 64

void draw_table(UiContext& ui, const QuestionTable& table, std::size_t& shown) {
  heading(ui, table.title);
  if (table.rows.empty()) return muted(ui, ui.tr("question.no_rows"));
  if (table.columns.size() > most_columns) {
    QuestionTable fewer = table;
    fewer.columns.resize(most_columns);
    draw_rows(ui, fewer, std::min(shown, table.rows.size()));
    muted(ui, ui.session.texts().plural("question.more_columns",
                                        static_cast<long long>(table.columns.size() - most_columns)));
  } else {
    draw_rows(ui, table, std::min(shown, table.rows.size()));
  }
  if (table.rows.size() <= shown) return;
  const std::size_t more = std::min(rows_at_first, table.rows.size() - shown);
  const std::string words = ui.session.texts().plural("question.show_more", static_cast<long long>(more));
  if (button(ui, "more", words, Look::quiet)) shown += rows_at_first;
  ImGui::SameLine();
  muted(ui, ui.session.texts().tr("question.of_rows",
                                  {{"n", ui.session.texts().number(static_cast<long long>(table.rows.size()))}}));
}

void draw_tables(UiContext& ui, const QuestionAnswer& answer) {
  QuestionsState& state = ui.state.questions;
  if (state.shown_revision != state.asker.revision()) {
    state.shown_revision = state.asker.revision();
    state.rows_shown.clear();
    state.marked_row.clear();
  }
  state.rows_shown.resize(answer.tables.size(), rows_at_first);
  for (std::size_t i = 0; i < answer.tables.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw_table(ui, answer.tables[i], state.rows_shown[i]);
    ImGui::PopID();
  }
}

}  // namespace

void draw_question_answer(UiContext& ui, const QuestionAnswer& answer) {
  const float width = ImGui::GetContentRegionAvail().x;
  if (width < ui.px(least_beside)) {
    ImGui::BeginChild("answer", {0, 0}, false);
    draw_words(ui, answer);
    draw_tables(ui, answer);
    ImGui::EndChild();
    return;
  }
  ImGui::BeginChild("words", {width * words_share, 0}, false);
  draw_words(ui, answer);
  ImGui::EndChild();
  ImGui::SameLine(0, ui.px(18));
  ImGui::BeginChild("tables", {0, 0}, false);
  draw_tables(ui, answer);
  ImGui::EndChild();
}

}  // namespace samverka
