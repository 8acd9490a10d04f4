// Another planner's copy merged into the open network: what each has changed, and what both have, side by side, to be
// chosen one by one.
#include <imgui.h>

#include "app/version_words.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

VersionsState& merging(UiContext& ui) { return ui.state.versions; }

std::string base_words(const UiContext& ui) {
  const auto& base = ui.state.versions.merge.base;
  return base ? shown_text(ui, version_title(ui.session, *base)) : ui.tr("version_merge.base_none");
}

void base_item(UiContext& ui, const std::optional<VersionChoice>& one, const std::string& words,
               const std::string& id) {
  if (ImGui::MenuItem((words + "###" + id).c_str(), nullptr, one == merging(ui).merge.base))
    merging(ui).merge.base = one;
  record(ui, words, "menu");
}

void choose_base(UiContext& ui) {
  muted(ui, ui.tr("version_merge.base_about"));
  if (drop_button(ui, "base", base_words(ui), ui.px(420), Look::plain)) ImGui::OpenPopup("###bases");
  if (!ImGui::BeginPopup("###bases")) return;
  for (std::size_t i = 0; i < ui.session.document().snapshots.size(); ++i) {
    const VersionChoice one{VersionChoice::Kind::snapshot, i, {}};
    base_item(ui, one, shown_text(ui, version_title(ui.session, one)), std::to_string(i));
  }
  if (ImGui::MenuItem((ui.tr("version_compare.other_file") + "###file").c_str())) {
    ui.session.view.dialog = ViewState::Dialog::open_merge_base;
  }
  record(ui, ui.tr("version_compare.other_file"), "menu");
  base_item(ui, std::nullopt, ui.tr("version_merge.base_none"), "none");
  ImGui::EndPopup();
}

// A value in a box that is chosen by a click.
void value_choice(UiContext& ui, const MergeConflict& conflict, std::size_t number, MergeSide side, float width) {
  std::optional<MergeSide>& choice = merging(ui).merger.choices[number];
  const bool is_mine = side == MergeSide::mine;
  ImGui::BeginGroup();
  const std::string key = is_mine ? "version_merge.take_mine" : "version_merge.take_theirs";
  if (button(ui, is_mine ? "mine" : "theirs", ui.tr(key), Look::plain, choice == side)) choice = side;
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
  text(ui, shown_text(ui, value_words(ui.session, conflict.member, is_mine ? conflict.mine : conflict.theirs)));
  ImGui::PopTextWrapPos();
  ImGui::EndGroup();
}

void draw_conflict(UiContext& ui, const MergeConflict& conflict, std::size_t number) {
  const MergeFinder& merger = merging(ui).merger;
  ImGui::PushID(static_cast<int>(number));
  ImGui::PushFont(ui.fonts.bold);
  text(ui, shown_text(ui, conflict_name(ui.session, conflict, *merger.theirs())));
  ImGui::PopFont();
  const Texts& texts = ui.session.texts();
  const std::string what =
      conflict.member.empty() ? ui.tr("version_merge.whole_row") : member_words(ui.session, conflict.member);
  const std::string was = texts.tr(
      "version_merge.was", {{"what", what}, {"value", value_words(ui.session, conflict.member, conflict.base)}});
  const bool has_base = merging(ui).merge.base.has_value();
  muted(ui, shown_text(ui, has_base ? was : what));
  if (ImGui::BeginTable("sides", 2, ImGuiTableFlags_SizingStretchSame)) {
    for (const MergeSide side : {MergeSide::mine, MergeSide::theirs}) {
      ImGui::TableNextColumn();
      value_choice(ui, conflict, number, side, ImGui::GetContentRegionAvail().x);
    }
    ImGui::EndTable();
  }
  ImGui::Dummy({0, ui.px(6)});
  ImGui::PopID();
}

void draw_conflicts(UiContext& ui, const MergedNetwork& found) {
  MergeFinder& merger = merging(ui).merger;
  const Texts& texts = ui.session.texts();
  const auto number = [&](std::size_t n) { return texts.number(static_cast<long long>(n)); };
  if (merging(ui).merge.base) {  // else nobody knows who has changed what
    text(ui, texts.tr("version_merge.counts", {{"mine", number(found.from_mine)},
                                               {"theirs", number(found.from_theirs)},
                                               {"both", number(found.from_both)}}));
  }
  text(ui, texts.plural("version_merge.conflicts", static_cast<long long>(found.conflicts.size())));
  if (found.report.error_count > 0) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    text(ui, texts.plural("version_merge.errors", static_cast<long long>(found.report.error_count)));
    ImGui::PopStyleColor();
  }
  if (found.conflicts.empty()) return;
  const auto choose_all = [&](const char* key, MergeSide side) {
    if (button(ui, key, ui.tr(key), Look::quiet)) merger.choices.assign(found.conflicts.size(), side);
  };
  choose_all("version_merge.all_mine", MergeSide::mine);
  ImGui::SameLine(0, ui.px(4));
  choose_all("version_merge.all_theirs", MergeSide::theirs);
  const float room = ImGui::GetContentRegionAvail().y - ui.px(56);
  constexpr std::size_t most = 200;  // at a time: what is chosen gives way to the rest
  if (ImGui::BeginChild("conflicts", {0, std::max(room, ui.px(80))}, true)) {
    std::size_t shown = 0;
    for (std::size_t i = 0; i < found.conflicts.size() && shown < most; ++i) {
      if (found.conflicts.size() > most && merger.choices[i]) continue;
      draw_conflict(ui, found.conflicts[i], i);
      ++shown;
    }
  }
  ImGui::EndChild();
}

void draw_merge_body(UiContext& ui) {
  VersionsState& state = merging(ui);
  choose_base(ui);
  ImGui::Dummy({0, ui.px(4)});
  if (!state.merge.base) muted(ui, ui.tr("version_merge.no_base"));
  state.merger.renew(ui.session, state.merge);
  if (!state.merger.problem().empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    text(ui, state.merger.problem());
    ImGui::PopStyleColor();
  }
  if (state.merger.is_running()) muted(ui, ui.tr("version_merge.working"));
  if (const MergedNetwork* found = state.merger.found()) draw_conflicts(ui, *found);
}

}  // namespace

void draw_merge(UiContext& ui) {
  VersionsState& state = merging(ui);
  if (!begin_dialog_window(ui, "###merge", ui.tr("version_merge.title"), {760, 620})) return;
  text(ui, ui.session.texts().tr("version_merge.about", {{"file", shown_text(ui, state.merge.theirs)}}));
  draw_merge_body(ui);
  begin_dialog_buttons(ui);
  const std::size_t left = state.merger.left_to_choose();
  const bool may = state.merger.found() && left == 0;
  ImGui::BeginDisabled(!may);
  const bool wanted = button(ui, "do", ui.tr("version_merge.do"), Look::accent);
  ImGui::EndDisabled();
  ImGui::SameLine();
  const bool cancelled = button(ui, "cancel", ui.tr("ui.cancel"));
  if (left > 0) {
    ImGui::SameLine();
    muted(ui, ui.session.texts().plural("version_merge.left", static_cast<long long>(left)));
  }
  if (wanted && may && state.merger.take(ui.session)) {
    ui.session.set_notice(Notice{ui.tr("version_merge.done"), false});
    close_dialog(ui);
  } else if (cancelled) {
    state.merger.forget();
    close_dialog(ui);
  }
  ImGui::EndPopup();
}

// The files that were chosen.
void take_their_copy(UiContext& ui, const std::string& path) {
  VersionsState& state = merging(ui);
  state.merge = {path, std::nullopt};
  const std::size_t snapshots = ui.session.document().snapshots.size();
  if (snapshots > 0) state.merge.base = VersionChoice{VersionChoice::Kind::snapshot, snapshots - 1, {}};
  state.merger.forget();
  ui.session.view.dialog = ViewState::Dialog::merge;
}

void take_merge_base(UiContext& ui, const std::string& path) {
  merging(ui).merge.base = VersionChoice{VersionChoice::Kind::file, 0, path};
  ui.session.view.dialog = ViewState::Dialog::merge;
}

}  // namespace samverka
