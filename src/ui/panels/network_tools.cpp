// How the network is drawn: by agreements or actors only, collapsed, on rings, with its folded units and its pins.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr const char* collapse_popup = "collapse";

struct Choice {
  CollapseBy by;
  std::string_view words;   // text key
  std::string_view action;  // that chooses it
};
constexpr std::array<Choice, 5> choices{
    {{CollapseBy::none, "network.collapse.none", "network.collapse_none"},
     {CollapseBy::county, "network.collapse.county", "network.collapse_county"},
     {CollapseBy::municipality, "network.collapse.municipality", "network.collapse_municipality"},
     {CollapseBy::group, "network.collapse.group", "network.collapse_group"},
     {CollapseBy::structure, "network.collapse.structure", "network.collapse_structure"}}};

const Choice& chosen(const ViewState& view) {
  for (const Choice& choice : choices) {
    if (choice.by == view.network_look.collapse) return choice;
  }
  return choices.front();
}

// One of the tools: a button that tells by its colour whether it is on, and in its tooltip what it does.
void tool(UiContext& ui, std::string_view action_id, std::string_view words, bool is_on, float gap) {
  const Action* action = find_action(action_id);
  const std::string label = ui.tr(words);
  flow(ui, button_width(label), ui.px(gap));
  const bool is_enabled = action->is_enabled(ui.session);
  ImGui::BeginDisabled(!is_enabled);
  if (button(ui, action_id, label, Look::plain, is_on)) run_action(ui.session, action_id);
  ImGui::EndDisabled();
  const std::string keys = chord_text(action->chord);
  tooltip(ui, ui.tr(action->text) + (keys.empty() ? "" : "  " + keys));
}

// The two ways to draw an agreement, side by side as one switch. Collapsed, ties are straight in any case.
void draw_ways(UiContext& ui) {
  const NetworkLook& look = ui.session.view.network_look;
  const bool is_straight = look.is_actors_only || look.collapse != CollapseBy::none;
  tool(ui, "network.by_agreements", "network.by_agreements", !is_straight, 0);
  tool(ui, "network.actors_only", "network.actors_only", is_straight && look.collapse == CollapseBy::none, 1);
}

void draw_collapse_choices(UiContext& ui) {
  if (!ImGui::BeginPopup(collapse_popup)) return;
  for (const Choice& choice : choices) {
    const std::string label = ui.tr(choice.words);
    const bool is_on = choice.by == ui.session.view.network_look.collapse;
    ImGui::PushID(choice.action.data());
    if (ImGui::Selectable((label + "###choice").c_str(), is_on, 0, {ui.px(150), 0})) {
      run_action(ui.session, choice.action);
    }
    record(ui, label, "choice", is_on);
    ImGui::PopID();
  }
  if (!ui.session.view.network_look.expanded.empty()) {
    ImGui::Separator();
    const std::string label = ui.tr("network.collapse.again");
    if (ImGui::Selectable((label + "###again").c_str())) run_action(ui.session, "network.collapse_again");
    record(ui, label, "choice");
  }
  ImGui::EndPopup();
}

void draw_collapse(UiContext& ui) {
  const std::string label = ui.session.texts().tr("network.collapse", {{"by", ui.tr(chosen(ui.session.view).words)}});
  const float width = button_width(label) + ui.px(16);
  flow(ui, width, ui.px(10));
  const bool is_on = ui.session.view.network_look.collapse != CollapseBy::none;
  if (drop_button(ui, "collapse", label, width, is_on ? Look::accent : Look::plain)) ImGui::OpenPopup(collapse_popup);
  tooltip(ui, ui.tr("network.collapse.help"));
  draw_collapse_choices(ui);
}

// Those of the selected one alone, where it has any; else everybody's.
void draw_units(UiContext& ui) {
  if (const Action* one = find_action("network.units"); one->is_enabled(ui.session)) {
    const Key key = ui.session.key_of(ui.session.view.selection);
    const auto& hosts = ui.session.view.unfolded_hosts;
    return tool(ui, one->id, "network.units_of_one", std::find(hosts.begin(), hosts.end(), key) != hosts.end(), 4);
  }
  tool(ui, "view.unfold", "network.units_of_all", ui.session.view.is_unfolded, 4);
}

void draw_pins(UiContext& ui) {
  const std::size_t count = ui.session.pin_count();
  if (count == 0) return;
  const std::string words = ui.session.texts().plural("network.pins", static_cast<long long>(count));
  flow(ui, ImGui::CalcTextSize(words.c_str()).x, ui.px(10));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(words.c_str());
  record(ui, words, "text");
  tool(ui, "network.unpin_all", "network.unpin_all", false, 6);
}

}  // namespace

void draw_network_tools(UiContext& ui) {
  ImGui::Dummy({0, ImGui::GetFrameHeight()});
  draw_ways(ui);
  draw_collapse(ui);
  tool(ui, "network.rings", "network.rings", ui.session.network_picture().rings.has_value(), 4);
  draw_units(ui);
  tool(ui, "view.layout", "network.layout", false, 4);
  draw_lens(ui);
  draw_pins(ui);
}

}  // namespace samverka
