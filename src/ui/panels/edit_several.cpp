// The dialog in which one member of many rows becomes the same: what would change and what would be refused is told
// before anything does.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/problem_words.h"
#include "app/sheet_names.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/table_parts.h"

namespace samverka {
namespace {

SeveralState& state_of(const UiContext& ui) { return ui.state.table.several; }

std::string count_words(const UiContext& ui, std::string_view key, std::size_t n) {
  return ui.session.texts().plural(key, static_cast<long long>(n));
}

// Of the picture's selection: the actors, or where what was chosen last is an agreement, the agreements.
std::vector<CellOwner> owners_in_selection(const UiContext& ui, RowSheet& sheet) {
  const Session& session = ui.session;
  const PickId::Kind wanted =
      session.view.selection.kind == PickId::Kind::agreement ? PickId::Kind::agreement : PickId::Kind::actor;
  sheet = wanted == PickId::Kind::agreement ? RowSheet::agreements : RowSheet::actors;
  const TableKind kind = wanted == PickId::Kind::agreement ? TableKind::agreements : TableKind::actors;
  std::vector<CellOwner> owners;
  for (const PickId pick : session.view.selected()) {
    if (pick.kind != wanted) continue;
    auto owner = owner_of(session.document().network, kind, {pick.index, 0}, session.network());
    if (owner) owners.push_back(std::move(*owner));
  }
  return owners;
}

bool is_bulk_cell(RowSheet sheet, std::size_t cell) {
  const CellSpec& spec = cell_specs(sheet)[cell];
  const std::string_view member = spec.member;
  return member != "id" && member != "agreement" && spec.holds != CellSpec::Holds::rest;
}

std::string cell_name(const UiContext& ui, RowSheet sheet, std::size_t cell) {
  return member_words(sheet, cell_specs(sheet)[cell].member, ui.session.texts());
}

void begin(UiContext& ui) {
  SeveralState& state = state_of(ui);
  state.editor.forget();
  state.typed.clear();
  state.is_removal = false;
  state.wants_preview = false;
  const Session& session = ui.session;
  const bool is_table = session.view.tab == Tab::table;
  if (is_table) {
    state.sheet = sheet_of(ui.state.table.kind);
    state.owners = table_parts::selected_owners(ui, ui.state.table.tab());
  }
  if (!is_table || state.owners.empty()) state.owners = owners_in_selection(ui, state.sheet);
  const char* first = state.sheet == RowSheet::actors       ? "type"
                      : state.sheet == RowSheet::agreements ? "status"
                                                            : "state";
  state.cell = *cell_spec(state.sheet, first);
}

// ---- what is to change ----

void draw_member(UiContext& ui, SeveralState& state) {
  if (drop_button(ui, "member", cell_name(ui, state.sheet, state.cell), ui.px(260), Look::plain)) {
    ImGui::OpenPopup("members");
  }
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(420), ui.px(320)});
  if (!ImGui::BeginPopup("members")) return;
  for (std::size_t i = 0; i < cell_specs(state.sheet).size(); ++i) {
    if (!is_bulk_cell(state.sheet, i)) continue;
    const std::string name = cell_name(ui, state.sheet, i);
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::MenuItem((name + "###member").c_str(), nullptr, i == state.cell)) {
      state.cell = i;
      state.typed.clear();
      state.editor.forget();
      state.wants_preview = state.is_removal;
    }
    record(ui, name, "menu");
    ImGui::PopID();
  }
  ImGui::EndPopup();
}

void draw_choice(UiContext& ui, SeveralState& state, const std::vector<FormChoice>& choices) {
  const auto chosen = std::find_if(choices.begin(), choices.end(),
                                   [&](const FormChoice& choice) { return choice.code == state.typed; });
  const std::string shown = chosen == choices.end() ? ui.tr("sheet_several.choose") : chosen->words;
  if (drop_button(ui, "value", shown, ui.px(300), Look::plain)) ImGui::OpenPopup("values");
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(460), ui.px(320)});
  if (!ImGui::BeginPopup("values")) return;
  for (const FormChoice& choice : choices) {
    if (ImGui::MenuItem((choice.words + "###" + choice.code).c_str(), nullptr, choice.code == state.typed)) {
      state.typed = choice.code;
      state.wants_preview = true;
    }
    record(ui, choice.words, "menu");
  }
  ImGui::EndPopup();
}

void draw_new_value(UiContext& ui, SeveralState& state) {
  const std::vector<FormChoice> choices =
      cell_choices(state.sheet, state.cell, ui.session.assets(), ui.session.view.language);
  ImGui::BeginDisabled(state.is_removal);
  if (!choices.empty() && !takes_several(state.sheet, state.cell)) {
    draw_choice(ui, state, choices);
  } else {
    ImGui::SetNextItemWidth(ui.px(300));
    if (ImGui::InputText("###value", &state.typed)) state.wants_preview = true;
    record(ui, ui.tr("sheet_several.value"), "input");
    if (!choices.empty()) {
      std::string codes;
      for (const FormChoice& choice : choices) codes += (codes.empty() ? "" : ", ") + choice.code;
      tooltip(ui, codes);
    }
  }
  ImGui::EndDisabled();
  const std::string label = ui.tr("sheet_several.remove");
  if (ImGui::Checkbox(label.c_str(), &state.is_removal)) {
    state.editor.forget();
    state.wants_preview = true;
  }
  record(ui, label, "check", state.is_removal);
}

// ---- what would come of it ----

void renew_preview(UiContext& ui, SeveralState& state) {
  state.editor.deliver();
  const bool is_stale = state.editor.done() && !state.editor.is_of(ui.session);
  if (!std::exchange(state.wants_preview, false) && !is_stale) return;
  if (state.typed.empty() && !state.is_removal) return state.editor.forget();
  state.editor.start(ui.session, {state.owners, state.cell, state.is_removal ? std::string() : state.typed}, today());
}

std::string owner_name(const UiContext& ui, const CellOwner& owner) {
  const Network& facts = ui.session.document().network;
  const char* member = owner.sheet == RowSheet::actors       ? "name"
                       : owner.sheet == RowSheet::agreements ? "title"
                                                             : "actor";
  const std::size_t cell = *cell_spec(owner.sheet, member);
  return cell_words(facts, ui.session.assets(), ui.session.texts(), owner.sheet, cell, typed_in(facts, owner, cell));
}

void draw_refused_owners(UiContext& ui, const CellsDone& done) {
  constexpr std::size_t most = 100;
  for (std::size_t i = 0; i < std::min(most, done.refused.size()); ++i) {
    text(ui, shown_text(ui, owner_name(ui, done.refused[i].owner)));
    for (const Problem& problem : done.refused[i].problems) {
      const Message message = with_labels(problem.message, ui.session.taxonomy(), ui.session.view.language);
      muted(ui, displayable(problem.code + ": " + ui.session.texts().tr(message)));
    }
  }
  if (done.refused.size() > most) muted(ui, count_words(ui, "sheet_import.more", done.refused.size() - most));
}

void draw_outcome(UiContext& ui, SeveralState& state) {
  if (state.editor.is_running()) return muted(ui, ui.tr("sheet_edit.working") + " …");
  const CellsDone* done = state.editor.done();
  if (!done) return muted(ui, ui.tr("sheet_several.help"));
  const Texts& texts = ui.session.texts();
  const auto number = [&](std::size_t n) { return texts.number(static_cast<long long>(n)); };
  text(ui, texts.tr("sheet_several.counts", {{"changed", number(done->changed)},
                                             {"unchanged", number(done->unchanged)},
                                             {"refused", number(done->refused.size())}}));
  draw_refused_owners(ui, *done);
}

void draw_several_buttons(UiContext& ui, SeveralState& state) {
  begin_dialog_buttons(ui);
  const CellsDone* done = state.editor.done();
  const std::size_t changed = done ? done->changed : 0;
  const bool has_refused = done && !done->refused.empty();
  const std::string label =
      count_words(ui, has_refused ? "sheet_several.take_possible" : "sheet_several.take_all", changed);
  ImGui::BeginDisabled(changed == 0 || !state.editor.is_of(ui.session));
  const bool is_wanted = button(ui, "take", label, Look::accent);
  ImGui::EndDisabled();
  if (is_wanted) {
    const std::string member = cell_name(ui, state.sheet, state.cell);
    ui.state.table.tab().keeps_order = true;
    state.editor.take(ui.session, {"sheet_history.several", {{"member", member}, {"n", std::to_string(changed)}}});
    ui.session.set_notice(Notice{count_words(ui, "sheet_fill.done", changed), false});
    return close_dialog(ui);
  }
  ImGui::SameLine();
  if (!button(ui, "cancel", ui.tr("ui.cancel"))) return;
  state.editor.forget();
  close_dialog(ui);
}

const char* title_key(RowSheet sheet) {
  if (sheet == RowSheet::actors) return "sheet_several.actors";
  return sheet == RowSheet::agreements ? "sheet_several.agreements" : "sheet_several.parties";
}

}  // namespace

void draw_edit_several(UiContext& ui) {
  SeveralState& state = state_of(ui);
  if (std::exchange(ui.state.dialog_wants_focus, false)) begin(ui);
  if (!begin_dialog_window(ui, "###edit_several", count_words(ui, title_key(state.sheet), state.owners.size()),
                           {640, 460})) {
    return;
  }
  renew_preview(ui, state);
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("several", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  if (state.owners.empty()) {
    muted(ui, ui.tr("sheet_several.none"));
  } else {
    draw_member(ui, state);
    ImGui::SameLine(0, ui.px(8));
    draw_new_value(ui, state);
    gap(ui, 6);
    draw_outcome(ui, state);
  }
  ImGui::EndChild();
  draw_several_buttons(ui, state);
  ImGui::EndPopup();
}

}  // namespace samverka
