// The dialog in which an actor, an agreement or a source is written: a new one, or one that is there. What is wrong is
// told while it is written, as `samverka check` tells it, and nothing is changed before it is right; every change is
// one step of undo.
#include <imgui.h>

#include <algorithm>

#include "base/posix.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/panels/row_form_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

using namespace row_form;
using Dialog = ViewState::Dialog;

constexpr double pause_s = 0.25;  // after the last letter, before it is tried

RowFormState& state_of(const UiContext& ui) { return ui.state.row_form; }

RowKind kind_asked_for(const UiContext& ui) {
  const Dialog dialog = ui.session.view.dialog;
  if (dialog == Dialog::new_agreement) return RowKind::agreement;
  const bool is_agreement = dialog == Dialog::edit_row && ui.session.view.selection.kind == PickId::Kind::agreement;
  return is_agreement ? RowKind::agreement : RowKind::actor;
}

// Decimals as people here write them; both ways are read.
void write_as_here(const UiContext& ui, RowForm& form) {
  if (ui.session.view.language != "sv") return;
  for (FormValue& value : form.values) {
    if (value.field.kind != FormField::Kind::decimal) continue;
    std::replace(value.typed.begin(), value.typed.end(), '.', ',');
    value.before = value.typed;
  }
}

void begin_form(UiContext& ui) {
  RowFormState& state = state_of(ui);
  ui.state.form_job.cancel();
  state = {};
  const Session& session = ui.session;
  if (const auto wanted = ui.state.wanted_form) {
    state.form = form_of(facts_of(ui), session.taxonomy(), wanted->kind, wanted->key);
    return;
  }
  const RowKind kind = kind_asked_for(ui);
  const bool is_new = session.view.dialog != Dialog::edit_row;
  const Key key = is_new ? Key() : session.key_of(session.view.selection);
  if (!is_new && key.empty()) return;
  state.form = form_of(facts_of(ui), session.taxonomy(), kind, key);
  if (state.form && is_new && kind == RowKind::agreement) {
    state.form->parties.resize(2, new_party(session.taxonomy()));
  }
}

void begin(UiContext& ui) {
  begin_form(ui);
  if (state_of(ui).form) write_as_here(ui, *state_of(ui).form);
}

void leave(UiContext& ui) {
  ui.state.form_job.cancel();
  state_of(ui) = {};
  close_dialog(ui);
  if (const auto wanted = std::exchange(ui.state.wanted_form, std::nullopt)) ui.session.view.dialog = wanted->after;
}

// ---- what comes of it, tried beside the window ----

void start_check(UiContext& ui, const std::string& typed) {
  RowFormState& state = state_of(ui);
  state.asked = typed;
  const auto document = ui.session.shared_document();
  const Taxonomy& taxonomy = ui.session.taxonomy();
  ui.state.form_job.start(
      "job.form",
      [&state, document, &taxonomy, form = *state.form, typed, day = today()](Progress&) -> JobSlot::Deliver {
        auto done =
            std::make_shared<FormCheck>(FormCheck{typed, document, filled_in(document->network, taxonomy, form, day)});
        return [&state, done] { state.check = std::move(*done); };
      });
}

// Anew when a letter has not been followed by another for a while; at once where somebody waits to keep it.
void follow_typing(UiContext& ui) {
  RowFormState& state = state_of(ui);
  JobSlot& job = ui.state.form_job;
  job.deliver();
  if (state.check && state.check->document != ui.session.shared_document()) {
    state.check.reset();
    state.asked.clear();
  }
  const std::string typed = is_changed(*state.form) ? typed_in(*state.form) : std::string();
  if (typed != state.seen) {
    state.seen = typed;
    state.typed_s = wall_seconds();
  }
  if (typed.empty()) {
    state.check.reset();
    state.asked.clear();
    return;
  }
  const bool is_due = state.wants_to_keep || wall_seconds() - state.typed_s > pause_s;
  if (is_due && state.asked != typed && !job.is_running()) start_check(ui, typed);
}

// Of what is typed now, on the network as it is now.
const FormCheck* check_of_now(const UiContext& ui) {
  const RowFormState& state = state_of(ui);
  const bool is_of_now = state.check && state.check->typed == typed_in(*state.form) &&
                         state.check->document == ui.session.shared_document();
  return is_of_now ? &*state.check : nullptr;
}

// ---- the parties of an agreement, its money and its duties ----

void draw_party(UiContext& ui, FormParty& party, std::size_t place) {
  RowFormState& state = state_of(ui);
  ImGui::PushID(static_cast<int>(place));
  const float room = ImGui::GetContentRegionAvail().x;
  draw_input(ui, party.actor, room * 0.36F);
  ImGui::SameLine(0, ui.px(4));
  draw_code(ui, party.role, room * 0.2F);
  ImGui::SameLine(0, ui.px(4));
  draw_code(ui, party.state, room * 0.17F);
  ImGui::SameLine(0, ui.px(4));
  const bool is_open = state.party == place;
  if (button(ui, "more", ui.tr("form.party_more"), Look::quiet, is_open)) {
    state.party = is_open ? std::nullopt : std::optional<std::size_t>(place);
  }
  ImGui::SameLine(0, ui.px(4));
  if (button(ui, "remove", ui.tr("form.remove_party"), Look::quiet)) party.is_removed = true;
  draw_matches(ui, party.actor);
  if (is_open) {
    ImGui::Indent(ui.px(14));
    draw_line(ui, party.from);
    for (FormValue& value : party.more) draw_line(ui, value);
    ImGui::Unindent(ui.px(14));
    gap(ui, 4);
  }
  ImGui::PopID();
}

void draw_parties(UiContext& ui, RowForm& form) {
  heading(ui, ui.tr("form.parties"));
  for (std::size_t i = 0; i < form.parties.size(); ++i) {
    if (!form.parties[i].is_removed) draw_party(ui, form.parties[i], i);
  }
  if (button(ui, "add_party", ui.tr("form.add_party"))) form.parties.push_back(new_party(ui.session.taxonomy()));
}

void draw_list_of(UiContext& ui, FormList& list) {
  ImGui::PushID(list.member);
  heading(ui, ui.tr(list.label));
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    FormItem& item = list.items[i];
    if (item.is_removed) continue;
    ImGui::PushID(static_cast<int>(i));
    for (FormValue& value : item.values) draw_line(ui, value);
    if (button(ui, "remove", ui.tr("form.remove_party"), Look::quiet)) item.is_removed = true;
    gap(ui, 4);
    ImGui::PopID();
  }
  if (button(ui, "add", ui.tr("form.add_item"))) list.items.push_back(new_item(list, ui.session.taxonomy()));
  ImGui::PopID();
}

// ---- the dialog ----

std::string name_in(const RowForm& form) { return form.values.front().typed; }

void change(UiContext& ui, const char* label, const std::string& name, Network network) {
  Document changed = ui.session.document();
  changed.network = std::move(network);
  ui.session.change({label, {{"name", name}}}, std::move(changed));
}

// The new row is what one wants to look at.
void select_added(UiContext& ui, const RowForm& form) {
  if (form.kind == RowKind::source) return;
  const Network& network = facts_of(ui);
  const bool is_agreement = form.kind == RowKind::agreement;
  const Key key = is_agreement ? network.agreements[network.agreements.size() - 1].key
                               : network.actors[network.actors.size() - 1].key;
  ui.session.tick();
  ui.session.select(key);
  ui.session.view.panels.has_inspector = true;
}

// Only what is known to be sound, and was tried on the network as it is now, takes its place.
void keep_if_sound(UiContext& ui) {
  RowFormState& state = state_of(ui);
  const FormCheck* check = check_of_now(ui);
  if (!state.wants_to_keep || !check) return;
  state.wants_to_keep = false;
  if (!check->edited.is_done) return;
  const RowForm form = *state.form;
  change(ui, form.is_new() ? "form.history.added" : "form.history.changed", name_in(form),
         std::move(state.check->edited.network));
  if (form.is_new()) select_added(ui, form);
  leave(ui);
}

Edit removal_of(const RowForm& form) {
  Edit edit;
  edit.kind = Edit::Kind::remove;
  edit.key = form.key;
  return edit;
}

void remove(UiContext& ui) {
  RowFormState& state = state_of(ui);
  if (!std::exchange(state.wants_removal, true)) return;
  Edited edited = apply(facts_of(ui), ui.session.taxonomy(), removal_of(*state.form));
  const std::string name = name_in(*state.form);
  if (state.form->kind != RowKind::source) ui.session.select("");
  change(ui, "form.history.removed", name, std::move(edited.network));
  leave(ui);
}

std::string removal_words(const UiContext& ui) {
  const RowFormState& state = state_of(ui);
  if (!state.wants_removal) return ui.tr("form.remove");
  const std::size_t along = apply(facts_of(ui), ui.session.taxonomy(), removal_of(*state.form)).taken_along;
  return ui.session.texts().plural("form.remove_sure", static_cast<long long>(along));
}

void draw_buttons(UiContext& ui) {
  RowFormState& state = state_of(ui);
  if (state.form) {
    ImGui::BeginDisabled(!is_changed(*state.form));
    if (button(ui, "keep", ui.tr("form.keep"), Look::accent)) state.wants_to_keep = true;
    ImGui::EndDisabled();
    ImGui::SameLine();
  }
  if (button(ui, "cancel", ui.tr("ui.cancel"))) return leave(ui);
  if (!state.form || state.form->is_new()) return;
  ImGui::SameLine();
  if (button(ui, "remove", removal_words(ui), Look::quiet)) remove(ui);
}

const char* title_of(const RowForm* form) {
  if (!form) return "form.edit";
  if (form->kind == RowKind::source) return form->is_new() ? "form.new_source" : "form.edit_source";
  if (form->kind == RowKind::agreement) return form->is_new() ? "form.new_agreement" : "form.edit_agreement";
  return form->is_new() ? "form.new_actor" : "form.edit_actor";
}

void draw_values(UiContext& ui, RowForm& form) {
  RowFormState& state = state_of(ui);
  for (FormValue& value : form.values) {
    if (!value.field.is_more) draw_line(ui, value);
  }
  take_defaults(form, ui.session.taxonomy());
  if (form.kind == RowKind::source) return;
  gap(ui, 4);
  if (button(ui, "more", ui.tr(state.shows_more ? "form.less" : "form.more"), Look::plain, state.shows_more)) {
    state.shows_more = !state.shows_more;
  }
  for (FormValue& value : form.values) {
    if (state.shows_more && value.field.is_more) draw_line(ui, value);
  }
  if (form.kind == RowKind::agreement) draw_parties(ui, form);
  if (!state.shows_more) return;
  for (FormList& list : form.lists) draw_list_of(ui, list);
}

// A fresh form has not been tried: what it lacks is no fault yet.
void draw_problems_of(UiContext& ui) {
  const RowFormState& state = state_of(ui);
  if (state.check) draw_problem_lines(ui, state.check->edited.problems);
}

}  // namespace

void draw_row_form(UiContext& ui) {
  RowFormState& state = state_of(ui);
  if (std::exchange(ui.state.dialog_wants_focus, false)) begin(ui);
  const RowForm* form = state.form ? &*state.form : nullptr;
  if (!begin_dialog_window(ui, "###row_form", ui.tr(title_of(form)), {720, 760})) return;
  if (state.form) follow_typing(ui);
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("values", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  draw_problems_of(ui);
  if (state.form) {
    draw_values(ui, *state.form);
  } else {
    muted(ui, ui.tr("form.no_fact"));
  }
  ImGui::EndChild();
  begin_dialog_buttons(ui);
  draw_buttons(ui);
  if (state.form) keep_if_sound(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
