// The planner's own county or municipality: chosen once, changed when wanted.
#include "ui/panels/place_chooser.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/places.h"
#include "ui/ui.h"

namespace samverka {
namespace {

void renew(UiContext& ui, PlaceChooserState& state) {
  const PagesStamp stamp{ui.session.document_revision(), {}, {}, ui.session.view.language};
  if (state.stamp != stamp) {
    state.stamp = stamp;
    state.choices = place_choices(ui.session);
  } else if (state.found_for == state.typed) {
    return;
  }
  state.found = matching(state.choices, state.typed);
  state.found_for = state.typed;
  state.marked = 0;
}

// The long one where there is room for it whole.
std::string hint_for(const UiContext& ui, float width) {
  const float room = width - 2 * ImGui::GetStyle().FramePadding.x;
  std::string hint = ui.tr("place.hint");
  if (ImGui::CalcTextSize(hint.c_str()).x > room) hint = ui.tr("place.hint_short");
  return fitting(hint, room);
}

void draw_field(UiContext& ui, PlaceChooserState& state) {
  if (state.wants_focus) ImGui::SetKeyboardFocusHere();
  state.wants_focus = false;
  ImGui::SetNextItemWidth(-1);
  const std::string hint = hint_for(ui, ImGui::GetContentRegionAvail().x);
  ImGui::InputTextWithHint("###place", hint.c_str(), &state.typed);
  record(ui, hint, "hint");
  record(ui, ui.tr("place.field"), "input");
}

// Moves the mark; true when Enter chooses what is marked.
bool take_arrows(PlaceChooserState& state) {
  if (state.found.empty() || !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows)) return false;
  const std::size_t last = state.found.size() - 1;
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) state.marked = std::min(state.marked + 1, last);
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow)) && state.marked > 0) --state.marked;
  return !state.typed.empty() && (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) ||
                                  ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter)));
}

bool draw_row(UiContext& ui, const PlaceChoice& choice, bool is_own, bool is_marked, float height) {
  const Theme& theme = ui.session.theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  ImGui::PushID(choice.code.c_str());
  const bool clicked = ImGui::InvisibleButton("row", {width, height});
  ImGui::PopID();
  const std::string name = shown_text(ui, choice.name);
  record(ui, name, "row", is_own);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_marked || ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
    list.AddRectFilled(at, {at.x + width, at.y + height}, colour_u32(theme.accent_soft), ui.px(5));
  }
  const std::string where = choice.county.empty() ? ui.tr("place.county") : shown_text(ui, choice.county);
  const float where_width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, FLT_MAX, 0, where.c_str()).x;
  const float top = at.y + (height - ui.fonts.body->FontSize) * 0.5F;
  list.PushClipRect(at, {at.x + width - where_width - ui.px(16), at.y + height}, true);
  list.AddText(is_own ? ui.fonts.bold : ui.fonts.body, ui.fonts.body->FontSize, {at.x + ui.px(8), top},
               colour_u32(is_own ? theme.accent : theme.text), name.c_str());
  list.PopClipRect();
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize,
               {at.x + width - where_width - ui.px(8), at.y + (height - ui.fonts.small->FontSize) * 0.5F},
               colour_u32(theme.muted), where.c_str());
  return clicked;
}

// The row that was clicked, or none.
const PlaceChoice* draw_rows(UiContext& ui, const PlaceChooserState& state, const std::string& place_now) {
  const float height = ImGui::GetTextLineHeight() + ui.px(8);
  const PlaceChoice* chosen = nullptr;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(state.found.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto place = static_cast<std::size_t>(i);
      const bool is_marked = place == state.marked && !state.typed.empty();
      if (draw_row(ui, state.found[place], state.found[place].code == place_now, is_marked, height))
        chosen = &state.found[place];
    }
  }
  ImGui::PopStyleVar();
  return chosen;
}

}  // namespace

bool draw_place_chooser(UiContext& ui, float height, std::string& place) {
  PlaceChooserState& state = ui.state.pages.chooser;
  draw_field(ui, state);
  renew(ui, state);
  const bool entered = take_arrows(state);
  const PlaceChoice* chosen = nullptr;
  ImGui::BeginChild("places", {0, height}, false, ImGuiWindowFlags_NavFlattened);
  if (state.found.empty()) muted(ui, ui.tr(state.choices.empty() ? "place.no_places" : "place.none"));
  chosen = draw_rows(ui, state, place);
  ImGui::EndChild();
  if (!chosen && entered) chosen = &state.found[state.marked];
  if (!chosen) return false;
  place = chosen->code;
  state.typed.clear();
  return true;
}

void draw_place_dialog(UiContext& ui) {
  constexpr float width = 440;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!ImGui::IsPopupOpen("###place_dialog")) ImGui::OpenPopup("###place_dialog");
  if (ui.state.dialog_wants_focus) {  // it has just been asked for
    ui.state.pages.chooser.typed.clear();
    ui.state.pages.chooser.wants_focus = true;
    ui.state.dialog_wants_focus = false;
  }
  ImGui::SetNextWindowPos({display.x * 0.5F, display.y * 0.4F}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({std::min(ui.px(width), display.x - ui.px(20)), 0});
  if (!ImGui::BeginPopupModal("###place_dialog", nullptr,
                              ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove)) {
    return;
  }
  ViewState& view = ui.session.view;
  title(ui, ui.tr("place.title"));
  muted(ui, ui.tr("place.help"));
  bool is_done = draw_place_chooser(ui, std::min(ui.px(320), display.y * 0.45F), view.own_place);
  ImGui::Dummy({0, ui.px(6)});
  if (button(ui, "cancel", ui.tr("ui.cancel"))) is_done = true;
  if (!view.own_place.empty()) {
    ImGui::SameLine();
    if (button(ui, "place.clear", ui.tr("place.clear"), Look::quiet)) {
      view.own_place.clear();
      is_done = true;
    }
  }
  if (is_done) {
    view.dialog = ViewState::Dialog::none;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace samverka
