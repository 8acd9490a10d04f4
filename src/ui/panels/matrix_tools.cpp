// The row of tools over the matrix: what its rows and columns are, their order, the lens, and where a click leads.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

#include "base/collate.h"
#include "ui/panels.h"
#include "ui/panels/matrix_parts.h"
#include "ui/ui.h"

namespace samverka::matrix {
namespace {

constexpr const char* rows_popup = "rows";
constexpr const char* columns_popup = "columns";
constexpr const char* order_popup = "order";
constexpr std::size_t most_found = 12;

// A line to choose in a popup; the label is text from the language files or made safe.
bool choice(UiContext& ui, std::string_view id, const std::string& label, bool is_on, float width = 230) {
  ImGui::PushID(id.data(), id.data() + id.size());
  const std::string shown = fitting(label, ui.px(width));
  const bool is_chosen = ImGui::Selectable("###choice", is_on, 0, {ui.px(width), ImGui::GetTextLineHeight()});
  record(ui, label, "choice", is_on);
  const ImVec2 at = ImGui::GetItemRectMin();
  ImGui::GetWindowDrawList()->AddText({at.x + ImGui::GetStyle().ItemSpacing.x * 0.5F, at.y},
                                      colour_u32(ui.session.theme().text), shown.c_str());
  if (shown != label) tooltip(ui, label);
  ImGui::PopID();
  return is_chosen;
}

void selector(UiContext& ui, const char* popup, const std::string& label, bool is_accented, float gap, float most) {
  const float width = std::min(button_width(label) + ui.px(16), ui.px(most));
  flow(ui, width, ui.px(gap));
  if (drop_button(ui, popup, label, width, is_accented ? Look::accent : Look::plain)) ImGui::OpenPopup(popup);
}

// ---- rows ----

struct RowsChoice {
  MatrixRows rows;
  std::string_view key;
};
constexpr auto rows_choices = std::to_array<RowsChoice>({{MatrixRows::counties, "matrix.rows.counties"},
                                                         {MatrixRows::municipalities, "matrix.rows.municipalities"},
                                                         {MatrixRows::groups, "matrix.rows.groups"}});

void draw_rows_choice(UiContext& ui) {
  MatrixLook& look = ui.session.view.matrix_look;
  const auto now = std::find_if(rows_choices.begin(), rows_choices.end(),
                                [&](const RowsChoice& row) { return row.rows == look.rows; });
  const std::string label = ui.session.texts().tr("matrix.rows", {{"rows", ui.tr(now->key)}});
  selector(ui, rows_popup, label, false, 0, 260);
  if (!ImGui::BeginPopup(rows_popup)) return;
  for (const RowsChoice& row : rows_choices) {
    if (choice(ui, row.key, ui.tr(row.key), row.rows == look.rows)) look.rows = row.rows;
  }
  ImGui::EndPopup();
}

// ---- columns ----

struct ColumnsChoice {
  std::string_view word;
  std::string_view key;
};
constexpr auto columns_choices = std::to_array<ColumnsChoice>({{"area", "matrix.columns.area"},
                                                               {"form", "matrix.columns.form"},
                                                               {"group", "matrix.columns.group"},
                                                               {"rule", "matrix.columns.rule"}});

std::string chain_words(const UiContext& ui, ChainGroup group) {
  return ui.session.texts().tr("matrix.columns.chain", {{"group", ui.tr(chain_key(group))}});
}

std::string columns_in_words(const UiContext& ui) {
  const MatrixLook& look = ui.session.view.matrix_look;
  for (const ColumnsChoice& row : columns_choices) {
    if (row.word == look.columns) return ui.tr(row.key);
  }
  if (look.columns == "chain") return chain_words(ui, look.chain);
  const AgreementId agreement = ui.session.index().agreement(look.columns);
  if (!agreement.is_set()) return ui.tr("matrix.columns.area");
  return shown_text(ui, ui.session.network().agreement(agreement).title);
}

// The selected one first, then county-wide ones, then by title; those of many municipalities are what is asked about.
void find_agreements(UiContext& ui) {
  MatrixState& state = state_of(ui);
  const Session& session = ui.session;
  if (state.found_for == state.typed && state.found_in == session.document_revision()) return;
  state.found_for = state.typed;
  state.found_in = session.document_revision();
  state.found.clear();
  const std::string typed = folded(state.typed);
  const Network& network = session.network();
  for (std::size_t i = 0; i < network.agreements.size(); ++i) {
    const Agreement& agreement = network.agreements[i];
    const bool fits =
        typed.empty() ? agreement.form == "county_agreement" : folded(agreement.title).find(typed) != std::string::npos;
    if (fits && agreement.parties.size() > 1) state.found.emplace_back(i);
  }
  std::stable_sort(state.found.begin(), state.found.end(), [&](AgreementId a, AgreementId b) {
    const Agreement& x = network.agreement(a);
    const Agreement& y = network.agreement(b);
    const bool is_county_wide_x = x.form == "county_agreement", is_county_wide_y = y.form == "county_agreement";
    if (is_county_wide_x != is_county_wide_y) return is_county_wide_x;
    return swedish_less(x.title, y.title);
  });
}

bool draw_agreement(UiContext& ui, AgreementId id) {
  const Agreement& agreement = ui.session.network().agreement(id);
  MatrixLook& look = ui.session.view.matrix_look;
  if (!choice(ui, agreement.key, shown_text(ui, agreement.title), look.columns == agreement.key, 360)) return false;
  look.columns = agreement.key;
  return true;
}

void draw_agreements(UiContext& ui) {
  MatrixState& state = state_of(ui);
  ImGui::Separator();
  muted(ui, ui.tr("matrix.columns.adoption"));
  const PickId selected = ui.session.view.selection;
  if (selected.kind == PickId::Kind::agreement) draw_agreement(ui, AgreementId(selected.index));
  if (state.wants_focus) ImGui::SetKeyboardFocusHere();
  state.wants_focus = false;
  ImGui::SetNextItemWidth(ui.px(360));
  ImGui::InputTextWithHint("###agreement", ui.tr("matrix.columns.hint").c_str(), &state.typed);
  record(ui, ui.tr("matrix.columns.field"), "input");
  find_agreements(ui);
  if (state.found.empty()) return muted(ui, ui.tr("matrix.columns.none"));
  std::size_t shown = 0;
  for (const AgreementId id : state.found) {
    const bool is_first = selected == PickId{PickId::Kind::agreement, id.value};
    if (is_first) continue;
    if (shown++ == most_found) break;
    if (draw_agreement(ui, id)) ImGui::CloseCurrentPopup();
  }
  if (state.found.size() > most_found) {
    muted(ui, ui.session.texts().tr("matrix.columns.more", {{"n", number(ui, state.found.size() - most_found)}}));
  }
}

void draw_columns_choice(UiContext& ui) {
  MatrixLook& look = ui.session.view.matrix_look;
  const std::string label = ui.session.texts().tr("matrix.columns", {{"columns", columns_in_words(ui)}});
  selector(ui, columns_popup, label, look.columns != "area", 4, 330);
  if (!ImGui::BeginPopup(columns_popup)) return;
  for (const ColumnsChoice& row : columns_choices) {
    if (choice(ui, row.word, ui.tr(row.key), look.columns == row.word, 360)) look.columns = row.word;
  }
  for (const ChainGroup group : chain_groups) {
    const bool is_on = look.columns == "chain" && look.chain == group;
    if (choice(ui, word(group), chain_words(ui, group), is_on, 360)) {
      look.columns = "chain";
      look.chain = group;
    }
  }
  draw_agreements(ui);
  ImGui::EndPopup();
}

// ---- order ----

void draw_order_choice(UiContext& ui) {
  MatrixLook& look = ui.session.view.matrix_look;
  const std::string now = ui.tr(look.is_by_need ? "matrix.order.need" : "matrix.order.name");
  selector(ui, order_popup, ui.session.texts().tr("matrix.order", {{"order", now}}), look.is_by_need, 4, 260);
  if (ImGui::BeginPopup(order_popup)) {
    if (choice(ui, "name", ui.tr("matrix.order.name"), !look.is_by_need)) look.is_by_need = false;
    if (choice(ui, "need", ui.tr("matrix.order.need"), look.is_by_need)) look.is_by_need = true;
    ImGui::EndPopup();
  }
  if (!look.is_by_need || (state_of(ui).unranked.empty() && !look.ranks_all)) return;
  const std::string label = ui.tr("matrix.rank_all");
  flow(ui, button_width(label), ui.px(4));
  if (button(ui, "matrix.rank_all", label, Look::plain, look.ranks_all)) look.ranks_all = !look.ranks_all;
  tooltip(ui, ui.tr("matrix.rank_all_help"));
}

// ---- where a click leads, and what is open ----

void draw_lead(UiContext& ui, Tab tab, std::string_view action) {
  const std::string label = ui.tr(find_action(action)->text);
  flow(ui, button_width(label), ui.px(4));
  ImGui::PushID("leads_to");
  if (button(ui, action, label, Look::plain, state_of(ui).leads_to == tab)) state_of(ui).leads_to = tab;
  ui.items.back().role = "lead";
  ImGui::PopID();
}

void draw_leads(UiContext& ui) {
  const std::string words = ui.tr("matrix.click_shows");
  float width = ImGui::CalcTextSize(words.c_str()).x;  // they stay on one line with the words before them
  for (const std::string_view action : {"view.network", "view.map"}) {
    width += button_width(ui.tr(find_action(action)->text)) + ui.px(4);
  }
  flow(ui, width, ui.px(14));
  ImGui::AlignTextToFramePadding();
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopStyleColor();
  draw_lead(ui, Tab::network, "view.network");
  draw_lead(ui, Tab::map, "view.map");
}

void draw_open_all(UiContext& ui) {
  MatrixState& state = state_of(ui);
  if (ui.session.view.matrix_look.rows != MatrixRows::counties) return;
  const bool has_open = !state.open.empty();
  const std::string label = ui.tr(has_open ? "matrix.close_all" : "matrix.open_all");
  flow(ui, button_width(label), ui.px(14));
  if (!button(ui, "matrix.open", label)) return;
  if (!has_open) {
    for (const MatrixRow& row : state.top.rows) state.open.insert(row.code);
  } else {
    state.open.clear();
  }
}

}  // namespace
}  // namespace samverka::matrix

namespace samverka {

void draw_matrix_tools(UiContext& ui) {
  if (!ui.session.has_document()) return;
  ImGui::Dummy({0, ImGui::GetFrameHeight()});
  matrix::draw_rows_choice(ui);
  matrix::draw_columns_choice(ui);
  matrix::draw_order_choice(ui);
  if (is_matrix_of_agreements(ui.state.matrix.top.kind)) draw_lens(ui);
  matrix::draw_leads(ui);
  matrix::draw_open_all(ui);
}

}  // namespace samverka
