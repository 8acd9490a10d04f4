// The map's own row of buttons: what the land is coloured by, and its layers.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "app/session.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr const char* fill_popup = "fill";

struct Choice {
  MapLook::Fill fill;
  std::string_view words;   // text key
  std::string_view action;  // that chooses it
};
constexpr std::array<Choice, 4> choices{{{MapLook::Fill::none, "map.fill.none", "view.fill_none"},
                                         {MapLook::Fill::agreements, "map.fill.agreements", "view.fill_agreements"},
                                         {MapLook::Fill::areas_covered, "map.fill.areas", "view.fill_areas"},
                                         {MapLook::Fill::population, "map.fill.population", "view.fill_population"}}};

const Choice& chosen(const UiContext& ui) {
  const MapLook::Fill fill = ui.session.view.map_look.fill;
  const auto found =
      std::find_if(choices.begin(), choices.end(), [fill](const Choice& choice) { return choice.fill == fill; });
  return found == choices.end() ? choices.front() : *found;
}

void draw_choices(UiContext& ui) {
  if (!ImGui::BeginPopup(fill_popup)) return;
  for (const Choice& choice : choices) {
    const std::string label = ui.tr(choice.words);
    const bool is_on = &choice == &chosen(ui);
    ImGui::PushID(choice.action.data());
    if (ImGui::Selectable((label + "###choice").c_str(), is_on, 0, {ui.px(210), 0})) {
      run_action(ui.session, choice.action);
    }
    record(ui, label, "choice", is_on);
    ImGui::PopID();
  }
  ImGui::EndPopup();
}

void draw_fill(UiContext& ui) {
  const Choice& now = chosen(ui);
  const std::string label = ui.session.texts().tr("map.fill", {{"by", ui.tr(now.words)}});
  const float width = button_width(label) + ui.px(16);
  flow(ui, width, 0);
  const Look look = now.fill == MapLook::Fill::none ? Look::plain : Look::accent;
  if (drop_button(ui, "fill", label, width, look)) ImGui::OpenPopup(fill_popup);
  tooltip(ui, ui.tr("map.fill.help"));
  draw_choices(ui);
}

void layer_button(UiContext& ui, std::string_view action, std::string_view key, bool is_on) {
  const std::string label = ui.tr(key);
  flow(ui, button_width(label), ui.px(4));
  if (button(ui, action, label, Look::plain, is_on)) run_action(ui.session, action);
  tooltip(ui, ui.tr(find_action(action)->text));
}

}  // namespace

void draw_map_tools(UiContext& ui) {
  ImGui::Dummy({0, ImGui::GetFrameHeight()});
  draw_fill(ui);
  layer_button(ui, "view.support_layer", "map.support", ui.session.view.map_look.shows_support);
  layer_button(ui, "view.unfold", "map.units", ui.session.view.is_unfolded);
  draw_lens(ui);
}

}  // namespace samverka
