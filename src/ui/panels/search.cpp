// The search field and what it finds, under it while one types.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "ui/panels.h"
#include "ui/panels/finding.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr std::size_t hits_of_each = 5;
constexpr float list_width = 460;

// The field must not give up on up and down: they walk in the list below it.
int keep_up_and_down(ImGuiInputTextCallbackData*) { return 0; }

Rect draw_field(UiContext& ui, float width) {
  FindingState& state = ui.state.finding;
  ViewState& view = ui.session.view;
  if (view.wants_search && ui.session.has_document()) {
    ImGui::SetKeyboardFocusHere();
    state.is_open = true;
  }
  view.wants_search = false;
  ImGui::SetNextItemWidth(width);
  ImGui::PushID(state.search_round);
  ImGui::BeginDisabled(!ui.session.has_document());
  const std::string hint = fitting(ui.tr("search.hint"), width - 2 * ImGui::GetStyle().FramePadding.x);
  const bool changed = ImGui::InputTextWithHint("###search", hint.c_str(), &state.search.typed,
                                                ImGuiInputTextFlags_CallbackHistory, keep_up_and_down);
  ImGui::EndDisabled();
  ImGui::PopID();
  record(ui, ui.tr("search.field"), "input");
  record(ui, hint, "hint");
  if (changed || ImGui::IsItemActivated()) state.is_open = true;
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  return {{min.x, min.y}, {max.x, max.y}};
}

// Answered anew when something else is typed, or in another network.
void answer(UiContext& ui) {
  FindingState& state = ui.state.finding;
  PickList& list = state.search;
  state.searcher.renew(ui.session);
  if (list.answered == list.typed && list.revision == state.searcher.revision()) return;
  list.answered = list.typed;
  list.revision = state.searcher.revision();
  state.found = state.searcher.find(list.typed, hits_of_each);
  list.rows = state.found.hits.size();
  list.row = 0;
}

// Another round is another field to ImGui, which lets go of the keyboard and of what was typed.
void close(FindingState& state) {
  state.is_open = state.had_keyboard = false;
  const int round = state.search_round + 1;
  state.search = {};
  state.search_round = round;
}

void draw_list(UiContext& ui) {
  FindingState& state = ui.state.finding;
  const HitChoice choice = draw_hits(ui, state.search, state.found, 0);
  if (state.found.hits.empty()) muted(ui, ui.tr(state.searcher.is_running() ? "search.preparing" : "search.nothing"));
  ImGui::Dummy({0, ui.px(3)});
  ImGui::Indent(ui.px(6));
  muted(ui, ui.tr("search.keys"));
  ImGui::Unindent(ui.px(6));
  state.search.wants_choice = false;
  if (!choice.hit) return;
  take_choice(ui, choice);
  close(state);
}

// Under the field, above everything but dialogs. True while the mouse is in it.
bool draw_results(UiContext& ui, const Rect& field) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float width = std::min(std::max(field.width(), ui.px(list_width)), display.x - ui.px(8));
  const float x = std::clamp(field.min.x, ui.px(4), std::max(ui.px(4), display.x - width - ui.px(4)));
  const float y = field.max.y + ui.px(4);
  ImGui::SetNextWindowPos({x, y});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(display.y - y - ui.px(8), ui.px(60))});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(8), ui.px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(1)});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, colour_u32(ui.session.theme().panel));
  ImGui::Begin("###found", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoNav);
  draw_list(ui);
  const bool is_hovered =
      ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  return is_hovered;
}

}  // namespace

void draw_search_box(UiContext& ui, float width) {
  FindingState& state = ui.state.finding;
  const Rect field = draw_field(ui, width);
  const bool has_keyboard = ImGui::IsItemActive();
  if (!state.is_open) tooltip(ui, ui.tr("search.help") + "  " + chord_text(find_action("select.search")->chord));
  if (!state.is_open || !ui.session.has_document()) return;
  answer(ui);
  bool has_mouse = false;
  if (!state.search.typed.empty()) {
    move_in_list(state.search);
    has_mouse = draw_results(ui, field);
  }
  const bool is_left = state.had_keyboard && !has_keyboard;
  const bool is_clicked_elsewhere = !has_keyboard && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  state.had_keyboard = has_keyboard;
  if ((is_left || is_clicked_elsewhere) && !has_mouse) close(state);
}

bool take_search_key(UiContext& ui, Chord chord) {
  FindingState& state = ui.state.finding;
  if (!state.is_open) return false;
  if (chord.key == Chord::escape) {
    close(state);
    return true;
  }
  return !state.search.typed.empty() && take_list_key(state.search, chord);
}

}  // namespace samverka
