// The filter as its own words in a field, and as a sentence beneath.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/filter_words.h"
#include "ui/panels/filter_panel.h"
#include "ui/ui.h"

namespace samverka {
namespace {

// The words follow the filter, whoever changes it, but for those that somebody is writing.
void follow_filter(FilterPanelState& state, const Filter& filter) {
  if (state.has_words && (state.is_typing || state.words_of == filter)) return;
  state.words = to_words(filter);
  state.words_of = filter;
  state.has_words = true;
  state.wrong.clear();
}

void take_words(UiContext& ui, FilterPanelState& state) {
  const Result<Filter> filter = parse_filter(state.words);
  const Result<Done> checked = filter ? check_filter(*filter, ui.session.taxonomy()) : Result<Done>(filter.problem());
  if (!checked) {
    state.wrong = ui.session.texts().tr(checked.problem().message);
    state.wants_focus = true;
    return;
  }
  ui.session.view.filter = *filter;
  state.has_words = false;
}

bool is_anything_filtered(const ViewState& view) {
  return view.filter != default_filter() || !view.hidden_groups.empty();
}

void draw_clear(UiContext& ui) {
  ImGui::SameLine(0, ui.px(4));
  ImGui::PushID("clear");
  const float side = ImGui::GetFrameHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton("b", {side, side});
  const std::string label = ui.tr("action.filter.clear");
  record(ui, label, "button");
  tooltip(ui, label);
  const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_near) {
    list.AddRectFilled(at, {at.x + side, at.y + side}, colour_u32(ui.session.theme().accent_soft), ui.px(5));
  }
  const unsigned colour = colour_u32(is_near ? ui.session.theme().text : ui.session.theme().muted);
  const ImVec2 middle{at.x + side * 0.5F, at.y + side * 0.5F};
  const float arm = ui.px(4.5F);
  list.AddLine({middle.x - arm, middle.y - arm}, {middle.x + arm, middle.y + arm}, colour, ui.px(1.6F));
  list.AddLine({middle.x - arm, middle.y + arm}, {middle.x + arm, middle.y - arm}, colour, ui.px(1.6F));
  ImGui::PopID();
  if (clicked) run_action(ui.session, "filter.clear");
}

void draw_field(UiContext& ui, FilterPanelState& state) {
  const bool has_clear = is_anything_filtered(ui.session.view);
  const float width = ImGui::GetContentRegionAvail().x - (has_clear ? ImGui::GetFrameHeight() + ui.px(4) : 0);
  ImGui::SetNextItemWidth(std::max(width, ui.px(40)));
  if (state.wants_focus) ImGui::SetKeyboardFocusHere();
  state.wants_focus = false;
  const bool is_wrong = !state.wrong.empty();
  if (is_wrong) ImGui::PushStyleColor(ImGuiCol_Border, colour_u32(ui.session.theme().warning));
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushID(state.field);
  const std::string hint = ui.tr("filter.words_hint");
  const bool entered =
      ImGui::InputTextWithHint("###words", hint.c_str(), &state.words, ImGuiInputTextFlags_EnterReturnsTrue);
  state.is_typing = ImGui::IsItemActive();
  ImGui::PopID();
  ImGui::PopFont();
  if (is_wrong) ImGui::PopStyleColor();
  record(ui, ui.tr("filter.words"), "input");
  tooltip(ui, ui.tr("filter.words_help"));
  if (entered) take_words(ui, state);
  if (has_clear) draw_clear(ui);
}

void draw_beneath(UiContext& ui, const FilterPanelState& state) {
  const Filter& filter = ui.session.view.filter;
  if (!state.wrong.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().warning));
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(state.wrong.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    ImGui::PopStyleColor();
    record(ui, state.wrong, "text");
  } else if (state.words != to_words(state.words_of)) {
    muted(ui, ui.tr("filter.words_enter"));
  } else if (filter != default_filter()) {
    const std::string words = filter_in_plain_words(filter, ui.session.assets(), ui.session.texts());
    muted(ui, words.empty() ? ui.tr("filter.everything") : shown_text(ui, words));
    tooltip(ui, words);
  }
}

}  // namespace

bool FilterPanelState::take_back_words() {
  if (!is_typing && wrong.empty()) return false;
  is_typing = false;
  has_words = false;
  wrong.clear();
  ++field;
  return true;
}

void draw_filter_words(UiContext& ui) {
  FilterPanelState& state = ui.state.filter_panel;
  follow_filter(state, ui.session.view.filter);
  draw_field(ui, state);
  draw_beneath(ui, state);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(7), ui.px(1)});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - ui.px(7));  // its words stand under the field's
  if (button(ui, "build", ui.tr("deep_builder.open"), Look::quiet)) run_action(ui.session, "filter.build");
  tooltip(ui, ui.tr("deep_action.build"));
  ImGui::PopStyleVar();
}

}  // namespace samverka
