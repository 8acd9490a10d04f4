// The menu, and the menu of the thing under the mouse: both from the table of actions.
#include <imgui.h>

#include <array>

#include "app/scenario_words.h"
#include "app/selection.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/panels/finding.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr const char* menu_id = "###menu";
constexpr const char* context_id = "###context";

// What can be done with what is under the mouse, in this order; those that cannot be done now are left out.
constexpr auto about_things =
    std::to_array<std::string_view>({"near.one", "near.two", "near.all", "near.way", "near.no_way", "select.neighbours",
                                     "select.fit", "select.hide", "edit.row"});
constexpr auto about_the_picture = std::to_array<std::string_view>(
    {"view.fit", "select.all", "select.invert", "select.none", "select.show_hidden", "near.all", "view.layout"});

bool menu_item(UiContext& ui, std::string_view id, const std::string& words, const std::string& keys, bool is_enabled) {
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool clicked = ImGui::MenuItem((words + "###item").c_str(), keys.c_str(), false, is_enabled);
  record(ui, words, "menu");
  ImGui::PopID();
  return clicked;
}

void action_item(UiContext& ui, const Action& action) {
  const bool clicked = menu_item(ui, action.id, fitting(action_words(ui.session, action), ui.px(360)),
                                 chord_text(action.chord), action.is_enabled(ui.session));
  if (clicked) use_action(ui, action);
}

void draw_subject(UiContext& ui, const Subject& subject) {
  const std::string words = ui.tr(subject.text);
  ImGui::PushID(subject.id.data(), subject.id.data() + subject.id.size());
  const ImVec2 min = ImGui::GetCursorScreenPos();
  const ImVec2 max{min.x + ImGui::GetContentRegionAvail().x, min.y + ImGui::GetTextLineHeight()};
  // Recorded beforehand: once it is open, the last item is one of its own.
  ui.items.push_back(
      {words, "menu", {{min.x, min.y}, {max.x, max.y}}, true, ImGui::IsMouseHoveringRect(min, max), false});
  const bool is_open = ImGui::BeginMenu((words + "###subject").c_str());
  if (is_open) {
    for (const Action& action : actions()) {
      if (subject_of(action) == subject.id) action_item(ui, action);
    }
    ImGui::EndMenu();
  }
  ImGui::PopID();
}

template <std::size_t n>
void draw_items(UiContext& ui, const std::array<std::string_view, n>& ids) {
  for (const std::string_view id : ids) {
    const Action* action = find_action(id);
    SAM_CHECK(action, "a menu with an action that is not in the table");
    if (action->is_enabled(ui.session)) action_item(ui, *action);
  }
}

// The way from the actor that was selected before the menu was opened on another.
void draw_way_here(UiContext& ui) {
  const FindingState& state = ui.state.finding;
  const bool are_two = state.context.kind == PickId::Kind::actor && state.context_from.kind == PickId::Kind::actor &&
                       state.context != state.context_from;
  if (!are_two) return;
  const Actor& from = ui.session.network().actor(ActorId(state.context_from.index));
  const std::string words = ui.session.texts().tr("context.way_from", {{"from", shown_text(ui, from.shown_name())}});
  if (!menu_item(ui, "way_here", words, "", true)) return;
  ui.session.view.selection = {};
  set_selection(ui.session, {state.context, state.context_from});
  find_route(ui.session);
}

// What can be thought of it, in the mode for that.
void draw_thoughts(UiContext& ui) {
  const std::vector<ScenarioStep> steps = steps_for(ui.session, ui.state.finding.context);
  if (!steps.empty()) ImGui::Separator();
  for (const ScenarioStep& step : steps) {
    const std::string words =
        ui.session.texts().tr("context.what_if", {{"what", ui.tr(offer_key(*step_kind(step.kind)))}});
    if (!menu_item(ui, "think_" + step.kind, words, "", true)) continue;
    if (ui.session.view.mode != Mode::what_if) run_action(ui.session, "mode.what_if");
    ui.session.add_step(step);
  }
}

}  // namespace

void draw_menu(UiContext& ui) {
  if (button(ui, "menu", ui.tr("menu.button"), Look::quiet)) ImGui::OpenPopup(menu_id);
  tooltip(ui, ui.tr("menu.help"));
  if (!ImGui::BeginPopup(menu_id)) return;
  for (const Subject& subject : subjects()) draw_subject(ui, subject);
  ImGui::Separator();
  action_item(ui, *find_action("help.palette"));
  ImGui::EndPopup();
}

void open_context_menu(UiContext& ui, PickId under_mouse) {
  FindingState& state = ui.state.finding;
  ViewState& view = ui.session.view;
  state.context = selectable(ui.session, under_mouse);
  state.context_from = view.also_selected.empty() ? view.selection : PickId{};
  if (state.context.kind != PickId::Kind::none && !view.is_selected(state.context)) {
    set_selection(ui.session, {state.context});
  }
  state.wants_context = true;
}

void draw_context_menu(UiContext& ui) {
  FindingState& state = ui.state.finding;
  if (std::exchange(state.wants_context, false)) ImGui::OpenPopup(context_id);
  if (!ImGui::BeginPopup(context_id)) return;
  if (state.context.kind == PickId::Kind::none) {
    draw_items(ui, about_the_picture);
  } else {
    const std::string name = describe(ui.session, state.context).title;
    ImGui::PushFont(ui.fonts.small_bold);
    muted(ui, fitting(name, ui.px(260)));
    ImGui::PopFont();
    draw_items(ui, about_things);
    draw_way_here(ui);
    draw_thoughts(ui);
  }
  ImGui::EndPopup();
}

}  // namespace samverka
