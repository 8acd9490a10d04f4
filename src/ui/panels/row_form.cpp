// The dialog in which an actor or an agreement is written: a new one, or one that is there. What is wrong is told as
// `samverka check` tells it, and nothing is changed before it is right; every change is one step of undo.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "base/collate.h"
#include "base/posix.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using Kind = FormField::Kind;
using Dialog = ViewState::Dialog;

constexpr float names_width = 150;

RowFormState& state_of(const UiContext& ui) { return ui.state.row_form; }

// Facts, also while something else is thought through.
const Network& facts_of(const UiContext& ui) { return ui.session.document().network; }

void begin(UiContext& ui) {
  RowFormState& state = state_of(ui);
  state = {};
  const Session& session = ui.session;
  const PickId selected = session.view.selection;
  const bool is_new = session.view.dialog != Dialog::edit_row;
  const bool is_agreement =
      is_new ? session.view.dialog == Dialog::new_agreement : selected.kind == PickId::Kind::agreement;
  const Key key = is_new ? Key() : session.key_of(selected);
  if (!is_new && key.empty()) return;
  state.form = form_of(facts_of(ui), session.taxonomy(), is_agreement ? RowKind::agreement : RowKind::actor, key);
  if (state.form && is_new && is_agreement) state.form->parties.resize(2, new_party(session.taxonomy()));
}

// ---- one value ----

std::string words_of_choice(const std::vector<FormChoice>& choices, const std::string& code) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const FormChoice& choice) { return choice.code == code; });
  return found == choices.end() ? displayable(code) : found->words;
}

void draw_code(UiContext& ui, FormValue& value, float width) {
  const std::vector<FormChoice> choices = choices_of(value.field, ui.session.taxonomy(), ui.session.view.language);
  const std::string none = ui.tr("form.not_recorded");
  const std::string shown = value.typed.empty() ? none : words_of_choice(choices, value.typed);
  if (drop_button(ui, value.field.label, shown, width, Look::plain)) ImGui::OpenPopup(value.field.label);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(420), ui.px(320)});
  if (!ImGui::BeginPopup(value.field.label)) return;
  if (ImGui::MenuItem((none + "###none").c_str(), nullptr, value.typed.empty())) value.typed.clear();
  record(ui, none, "menu");
  for (const FormChoice& choice : choices) {
    const bool is_on = choice.code == value.typed;
    if (ImGui::MenuItem((choice.words + "###" + choice.code).c_str(), nullptr, is_on)) value.typed = choice.code;
    record(ui, choice.words, "menu");
  }
  ImGui::EndPopup();
}

bool has_code(const std::string& codes, const std::string& code) {
  const std::string all = ", " + codes + ",";
  return all.find(", " + code + ",") != std::string::npos;
}

void toggle_code(std::string& codes, const std::string& code) {
  if (!has_code(codes, code)) {
    codes += (codes.empty() ? "" : ", ") + code;
    return;
  }
  std::string all = ", " + codes + ",";
  all.erase(all.find(", " + code + ","), code.size() + 2);
  codes = all.size() > 3 ? all.substr(2, all.size() - 3) : "";
}

void draw_codes(UiContext& ui, FormValue& value, float width) {
  const std::vector<FormChoice> choices = choices_of(value.field, ui.session.taxonomy(), ui.session.view.language);
  const std::string shown = value.typed.empty() ? ui.tr("form.not_recorded") : displayable(value.typed);
  if (drop_button(ui, value.field.label, shown, width, Look::plain)) ImGui::OpenPopup(value.field.label);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(460), ui.px(320)});
  if (!ImGui::BeginPopup(value.field.label)) return;
  for (const FormChoice& choice : choices) {
    const std::string words = choice.code + " " + choice.words;
    if (ImGui::Selectable((words + "###" + choice.code).c_str(), has_code(value.typed, choice.code),
                          ImGuiSelectableFlags_DontClosePopups)) {
      toggle_code(value.typed, choice.code);
    }
    record(ui, words, "menu");
  }
  ImGui::EndPopup();
}

void draw_input(UiContext& ui, FormValue& value, float width) {
  ImGui::SetNextItemWidth(width);
  // A day or a number is written anew, words are gone on with.
  const bool is_short =
      value.field.kind == Kind::day || value.field.kind == Kind::last_day || value.field.kind == Kind::number;
  ImGui::InputText("###typed", &value.typed, is_short ? ImGuiInputTextFlags_AutoSelectAll : 0);
  record(ui, ui.tr(value.field.label), "input");
}

void draw_last_day(UiContext& ui, FormValue& value) {
  const bool is_open = value.typed == until_further_notice;
  if (!is_open) {
    draw_input(ui, value, ui.px(140));
    ImGui::SameLine(0, ui.px(6));
  }
  if (button(ui, "open_end", ui.tr("form.until_further_notice"), Look::plain, is_open)) {
    value.typed = is_open ? std::string() : std::string(until_further_notice);
  }
}

// The first few whose name holds what has been typed, to be taken by a click.
void draw_matches(UiContext& ui, FormValue& value) {
  constexpr std::size_t most = 4;
  if (value.typed == value.before || value.typed.size() < 2 || value.typed.ends_with(']')) return;
  const std::string wanted = folded(value.typed);
  std::size_t found = 0;
  const auto offer = [&](const auto& rows, auto name) {
    for (const auto& row : rows) {
      if (found == most) return;
      if (folded(row.*name).find(wanted) == std::string::npos) continue;
      const std::string words = (row.*name) + " [" + row.key + "]";
      if (button(ui, row.key, shown_text(ui, words), Look::quiet)) value.typed = words;
      ++found;
    }
  };
  if (value.field.kind == Kind::actor) return offer(facts_of(ui).actors, &Actor::name);
  offer(facts_of(ui).agreements, &Agreement::title);
}

void draw_value(UiContext& ui, FormValue& value, float width) {
  switch (value.field.kind) {
    case Kind::code:
      return draw_code(ui, value, width);
    case Kind::codes:
      return draw_codes(ui, value, width);
    case Kind::last_day:
      return draw_last_day(ui, value);
    case Kind::day:
    case Kind::number:
      return draw_input(ui, value, std::min(width, ui.px(140)));
    case Kind::text:
    case Kind::sources:
    case Kind::actor:
    case Kind::agreement:
      break;
  }
  draw_input(ui, value, width);
}

void draw_line(UiContext& ui, FormValue& value) {
  ImGui::PushID(value.field.member);
  ImGui::AlignTextToFramePadding();
  const std::string words = ui.tr(value.field.label);
  ImGui::TextUnformatted(words.c_str());
  ImGui::SameLine(ui.px(names_width));
  ImGui::BeginGroup();
  draw_value(ui, value, ImGui::GetContentRegionAvail().x);
  if (value.field.kind == Kind::actor || value.field.kind == Kind::agreement) draw_matches(ui, value);
  ImGui::EndGroup();
  ImGui::PopID();
}

// ---- the parties of an agreement ----

void draw_party(UiContext& ui, FormParty& party, std::size_t place) {
  ImGui::PushID(static_cast<int>(place));
  const float room = ImGui::GetContentRegionAvail().x;
  draw_input(ui, party.actor, room * 0.4F);
  ImGui::SameLine(0, ui.px(4));
  draw_code(ui, party.role, room * 0.22F);
  ImGui::SameLine(0, ui.px(4));
  draw_code(ui, party.state, room * 0.2F);
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "remove", ui.tr("form.remove_party"), Look::quiet)) party.is_removed = true;
  draw_matches(ui, party.actor);
  ImGui::PopID();
}

void draw_parties(UiContext& ui, RowForm& form) {
  heading(ui, ui.tr("form.parties"));
  for (std::size_t i = 0; i < form.parties.size(); ++i) {
    if (!form.parties[i].is_removed) draw_party(ui, form.parties[i], i);
  }
  if (button(ui, "add_party", ui.tr("form.add_party"))) form.parties.push_back(new_party(ui.session.taxonomy()));
}

// ---- the dialog ----

std::string name_of(const RowForm& form) { return form.values.front().typed; }

void change(UiContext& ui, const char* label, const std::string& name, Network network) {
  Document changed = ui.session.document();
  changed.network = std::move(network);
  ui.session.change({label, {{"name", name}}}, std::move(changed));
}

// The new row is what one wants to look at.
void select_added(UiContext& ui, const RowForm& form) {
  const Network& network = facts_of(ui);
  const bool is_agreement = form.kind == RowKind::agreement;
  const Key key = is_agreement ? network.agreements[network.agreements.size() - 1].key
                               : network.actors[network.actors.size() - 1].key;
  ui.session.tick();
  ui.session.select(key);
  ui.session.view.panels.has_inspector = true;
}

void keep(UiContext& ui) {
  RowFormState& state = state_of(ui);
  const RowForm form = *state.form;
  Edited edited = filled_in(facts_of(ui), ui.session.taxonomy(), form, today());
  state.problems = edited.problems;
  if (!edited.is_done) return;
  change(ui, form.is_new() ? "form.history.added" : "form.history.changed", name_of(form), std::move(edited.network));
  if (form.is_new()) select_added(ui, form);
  state = {};
  close_dialog(ui);
}

void remove(UiContext& ui) {
  RowFormState& state = state_of(ui);
  if (!std::exchange(state.wants_removal, true)) return;
  Edit edit;
  edit.kind = Edit::Kind::remove;
  edit.key = state.form->key;
  Edited edited = apply(facts_of(ui), ui.session.taxonomy(), edit);
  const std::string name = name_of(*state.form);
  ui.session.select("");
  change(ui, "form.history.removed", name, std::move(edited.network));
  state = {};
  close_dialog(ui);
}

std::string removal_words(const UiContext& ui) {
  const RowFormState& state = state_of(ui);
  if (!state.wants_removal) return ui.tr("form.remove");
  Edit edit;
  edit.kind = Edit::Kind::remove;
  edit.key = state.form->key;
  const std::size_t along = apply(facts_of(ui), ui.session.taxonomy(), edit).taken_along;
  return ui.session.texts().plural("form.remove_sure", static_cast<long long>(along));
}

void draw_buttons(UiContext& ui) {
  RowFormState& state = state_of(ui);
  if (state.form) {
    ImGui::BeginDisabled(!is_changed(*state.form));
    const bool wants_to_keep = button(ui, "keep", ui.tr("form.keep"), Look::accent);
    ImGui::EndDisabled();
    if (wants_to_keep) return keep(ui);
    ImGui::SameLine();
  }
  if (button(ui, "cancel", ui.tr("ui.cancel"))) {
    state = {};
    return close_dialog(ui);
  }
  if (!state.form || state.form->is_new()) return;
  ImGui::SameLine();
  if (button(ui, "remove", removal_words(ui), Look::quiet)) remove(ui);
}

const char* title_of(const RowForm* form) {
  if (!form) return "form.edit";
  if (form->kind == RowKind::agreement) return form->is_new() ? "form.new_agreement" : "form.edit_agreement";
  return form->is_new() ? "form.new_actor" : "form.edit_actor";
}

}  // namespace

void draw_row_form(UiContext& ui) {
  RowFormState& state = state_of(ui);
  if (std::exchange(ui.state.dialog_wants_focus, false)) begin(ui);
  const RowForm* form = state.form ? &*state.form : nullptr;
  if (!begin_dialog_window(ui, "###row_form", ui.tr(title_of(form)), {720, 600})) return;
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("values", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  draw_problem_lines(ui, state.problems);
  if (state.form) {
    for (FormValue& value : state.form->values) draw_line(ui, value);
    if (state.form->kind == RowKind::agreement) draw_parties(ui, *state.form);
  } else {
    muted(ui, ui.tr("form.no_fact"));
  }
  ImGui::EndChild();
  begin_dialog_buttons(ui);
  draw_buttons(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
