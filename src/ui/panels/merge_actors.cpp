// The dialog that makes one actor of two: who may be meant twice, what each row says, what comes along and what is
// lost. Nothing is changed before it has been seen; one undo takes it back.
#include <imgui.h>

#include <algorithm>

#include "app/selection.h"
#include "base/utf8.h"
#include "ui/cards.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float member_width = 140;
constexpr std::size_t most_joined = 6;  // agreements named

ActorMergeState& state_of(const UiContext& ui) { return ui.state.actor_merge; }
const Network& facts_of(const UiContext& ui) { return ui.session.document().network; }

const Actor* actor_named(const UiContext& ui, const Key& key) {
  for (const Actor& actor : facts_of(ui).actors) {
    if (actor.key == key) return &actor;
  }
  return nullptr;
}

void choose(UiContext& ui, const Key& stays, const Key& goes) {
  ActorMergeState& state = state_of(ui);
  ui.state.form_job.cancel();
  state.stays = stays;
  state.goes = goes;
  state.edited.reset();
}

// Two selected actors are the pair: the one chosen first stays.
void begin(UiContext& ui) {
  state_of(ui) = {};
  ui.state.form_job.cancel();
  std::vector<Key> actors;
  for (const Key& key : selected_keys(ui.session)) {
    if (actor_named(ui, key)) actors.push_back(key);
  }
  if (actors.size() == 2) choose(ui, actors[0], actors[1]);
}

// ---- worked out beside the window ----

void try_merge(UiContext& ui) {
  ActorMergeState& state = state_of(ui);
  Edit edit;
  edit.kind = Edit::Kind::merge;
  edit.key = state.goes;
  edit.into = state.stays;
  const Taxonomy& taxonomy = ui.session.taxonomy();
  ui.state.form_job.start("job.form", [&state, document = state.document, &taxonomy, edit](Progress&) {
    auto edited = std::make_shared<Edited>(apply(document->network, taxonomy, edit));
    return [&state, edited] { state.edited = std::move(*edited); };
  });
}

void look_for_duplicates(UiContext& ui) {
  ActorMergeState& state = state_of(ui);
  ui.state.form_job.start("job.form", [&state, document = state.document](Progress&) {
    auto found = std::make_shared<std::vector<PossibleDuplicate>>(possible_duplicates(document->network));
    return [&state, found] { state.duplicates = std::move(*found); };
  });
}

void follow(UiContext& ui) {
  ActorMergeState& state = state_of(ui);
  ui.state.form_job.deliver();
  if (state.document != ui.session.shared_document()) {
    ui.state.form_job.cancel();
    state.document = ui.session.shared_document();
    state.edited.reset();
    state.duplicates.reset();
  }
  if (ui.state.form_job.is_running()) return;
  if (state.stays.empty()) {
    if (!state.duplicates) look_for_duplicates(ui);
  } else if (!state.edited) {
    try_merge(ui);
  }
}

// ---- who may be meant twice ----

std::string with_key(const UiContext& ui, const Actor& actor) {
  return shown_text(ui, actor.name) + " [" + actor.key + "]";
}

void draw_duplicates(UiContext& ui) {
  const ActorMergeState& state = state_of(ui);
  muted(ui, ui.tr("merge.about"));
  if (!state.duplicates) return muted(ui, ui.tr("merge.looking"));
  heading(ui, ui.tr("merge.possible"));
  if (state.duplicates->empty()) return muted(ui, ui.tr("merge.none"));
  const std::vector<PossibleDuplicate> pairs = *state.duplicates;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(pairs.size()), 2 * ImGui::GetTextLineHeightWithSpacing() + ui.px(8));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const PossibleDuplicate& pair = pairs[static_cast<std::size_t>(i)];
      const Actor& first = facts_of(ui).actor(pair.first);
      const Actor& second = facts_of(ui).actor(pair.second);
      ImGui::PushID(i);
      const bool by_id = pair.why == PossibleDuplicate::Why::same_id;
      const std::string words = with_key(ui, first) + " – " + with_key(ui, second);
      if (link(ui, "pair", words, ui.tr(by_id ? "merge.same_id" : "merge.same_name"))) {
        choose(ui, first.key, second.key);
      }
      ImGui::PopID();
    }
  }
}

// ---- the two beside one another ----

bool is_clash(const Edited& edited, const FormField& field) {
  const std::string pointer = "/" + std::string(field.member);
  return std::any_of(edited.clashes.begin(), edited.clashes.end(), [&](const std::string& clash) {
    return clash == pointer || pointer.starts_with(clash + "/") || clash.starts_with(pointer + "/");
  });
}

// What goes is told by a word and by colour.
void draw_member(UiContext& ui, const FormValue& stays, const FormValue& goes, bool is_lost) {
  const float width = (ImGui::GetContentRegionAvail().x - ui.px(member_width)) / 2;
  const auto cell = [&](const std::string& words, int place) {
    ImGui::SameLine(ui.px(member_width) + width * static_cast<float>(place));
    const std::string shown = fitting(shown_text(ui, words), width - ui.px(10));
    ImGui::TextUnformatted(shown.c_str());
    record(ui, words, "text");
  };
  ImGui::TextUnformatted(ui.tr(stays.field.label).c_str());
  if (!stays.before.empty()) cell(stays.before, 0);
  if (goes.before.empty() || goes.before == stays.before) return;
  if (is_lost) ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
  cell((is_lost ? ui.tr("merge.lost") + " " : "+ ") + goes.before, 1);
  if (is_lost) ImGui::PopStyleColor();
}

void draw_members(UiContext& ui, const Edited& edited) {
  const ActorMergeState& state = state_of(ui);
  const auto stays = form_of(facts_of(ui), ui.session.taxonomy(), RowKind::actor, state.stays);
  const auto goes = form_of(facts_of(ui), ui.session.taxonomy(), RowKind::actor, state.goes);
  if (!stays || !goes) return;
  const float width = (ImGui::GetContentRegionAvail().x - ui.px(member_width)) / 2;
  for (const auto& [key, place] : {std::pair("merge.stays", 0), std::pair("merge.goes", 1)}) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(member_width) + width * static_cast<float>(place));
    muted(ui, ui.tr(key));
    if (place == 0) ImGui::SameLine(0, 0);
    if (place == 0) ImGui::SetCursorPosX(ui.px(14));
  }
  for (std::size_t i = 0; i < stays->values.size(); ++i) {
    const FormValue &kept = stays->values[i], &other = goes->values[i];
    if (kept.before.empty() && other.before.empty()) continue;
    draw_member(ui, kept, other, is_clash(edited, kept.field));
  }
}

void draw_what_follows(UiContext& ui, const Edited& edited) {
  const Texts& texts = ui.session.texts();
  gap(ui, 6);
  text(ui, texts.plural("edit.taken_along", static_cast<long long>(edited.taken_along)));
  if (!edited.clashes.empty()) muted(ui, ui.tr("merge.clashes"));
  if (edited.joined.empty()) return;
  std::string names;
  for (std::size_t i = 0; i < std::min(edited.joined.size(), most_joined); ++i) {
    names += (i == 0 ? "" : ", ") + displayable(edited.joined[i]);
  }
  if (edited.joined.size() > most_joined) names += " …";
  muted(ui, texts.tr("merge.joined", {{"which", names}}));
}

void draw_pair(UiContext& ui) {
  const ActorMergeState& state = state_of(ui);
  const Actor* stays = actor_named(ui, state.stays);
  const Actor* goes = actor_named(ui, state.goes);
  if (!stays || !goes) return muted(ui, ui.tr("merge.gone"));
  text(ui, ui.session.texts().tr("merge.pair", {{"stays", with_key(ui, *stays)}, {"goes", with_key(ui, *goes)}}));
  gap(ui, 4);
  if (!state.edited) return muted(ui, ui.tr("merge.looking"));
  draw_problem_lines(ui, state.edited->problems);
  draw_members(ui, *state.edited);
  draw_what_follows(ui, *state.edited);
}

// ---- the buttons ----

void merge(UiContext& ui) {
  ActorMergeState& state = state_of(ui);
  const Actor* goes = actor_named(ui, state.goes);
  const std::string name = goes ? goes->name : state.goes;
  const Key stays = state.stays;
  Document changed = ui.session.document();
  changed.network = std::move(state.edited->network);
  ui.session.select("");
  ui.session.change({"merge.history", {{"name", name}}}, std::move(changed));
  ui.session.tick();
  ui.session.select(stays);
  state = {};
  close_dialog(ui);
}

void draw_merge_buttons(UiContext& ui) {
  ActorMergeState& state = state_of(ui);
  if (!state.stays.empty()) {
    ImGui::BeginDisabled(!state.edited || !state.edited->is_done);
    const bool is_wanted = button(ui, "merge", ui.tr("merge.do"), Look::accent);
    ImGui::EndDisabled();
    if (is_wanted) return merge(ui);
    ImGui::SameLine();
    if (button(ui, "swap", ui.tr("merge.swap"))) choose(ui, Key(state.goes), Key(state.stays));
    ImGui::SameLine();
    if (button(ui, "others", ui.tr("merge.others"), Look::quiet)) choose(ui, {}, {});
    ImGui::SameLine();
  }
  if (!button(ui, "cancel", ui.tr("ui.cancel"))) return;
  ui.state.form_job.cancel();
  close_dialog(ui);
}

}  // namespace

void draw_merge_actors(UiContext& ui) {
  if (std::exchange(ui.state.dialog_wants_focus, false)) begin(ui);
  if (!begin_dialog_window(ui, "###merge", ui.tr("merge.title"), {760, 560})) return;
  follow(ui);
  const float below = ImGui::GetFrameHeightWithSpacing() + ui.px(14);
  ImGui::BeginChild("rows", {0, std::max(ui.px(60), ImGui::GetContentRegionAvail().y - below)});
  if (state_of(ui).stays.empty()) {
    draw_duplicates(ui);
  } else {
    draw_pair(ui);
  }
  ImGui::EndChild();
  begin_dialog_buttons(ui);
  draw_merge_buttons(ui);
  ImGui::EndPopup();
}

}  // namespace samverka
