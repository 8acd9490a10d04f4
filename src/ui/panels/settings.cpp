// How the window looks. Every choice takes effect at once, and is kept by whoever runs the window.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/settings.h"
#include "ui/panels.h"
#include "ui/panels/dialog.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float names_width = 150;
constexpr float scale_step = 0.25F;

void begin_row(UiContext& ui, const char* key) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.tr(key).c_str());
  ImGui::SameLine(ui.px(names_width));
}

// One of two: a button each, the one that holds now filled.
void choose(UiContext& ui, const char* key, const char* off_key, const char* on_key, bool& value) {
  begin_row(ui, key);
  ImGui::PushID(key);
  if (button(ui, off_key, ui.tr(off_key), Look::plain, !value)) value = false;
  ImGui::SameLine(0, ui.px(6));
  if (button(ui, on_key, ui.tr(on_key), Look::plain, value)) value = true;
  ImGui::PopID();
}

void choose_language(UiContext& ui) {
  bool is_english = ui.session.view.language == "en";
  choose(ui, "settings.language", "settings.language.sv", "settings.language.en", is_english);
  ui.session.view.language = is_english ? "en" : "sv";
}

void choose_scale(UiContext& ui) {
  ViewState& view = ui.session.view;
  const float now = std::round(ui.scale * 100) / 100;
  begin_row(ui, "settings.scale");
  const auto step = [&](float by) {
    view.scale = std::clamp(std::round((now + by) / scale_step) * scale_step, least_scale, greatest_scale);
  };
  ImGui::BeginDisabled(now <= least_scale);
  if (button(ui, "smaller", "−")) step(-scale_step);
  ImGui::EndDisabled();
  ImGui::SameLine(0, ui.px(6));
  const std::string percent = ui.session.texts().number(std::lround(now * 100)) + " %";
  ImGui::TextUnformatted(percent.c_str());
  record(ui, percent, "text");
  ImGui::SameLine(0, ui.px(6));
  ImGui::BeginDisabled(now >= greatest_scale);
  if (button(ui, "larger", "+")) step(scale_step);
  ImGui::EndDisabled();
  ImGui::SameLine(0, ui.px(12));
  if (button(ui, "as_screen", ui.tr("settings.scale.screen"), Look::plain, view.scale == 0)) view.scale = 0;
}

constexpr std::array autosave_choices{0, 1, 5, 15};

void choose_autosave(UiContext& ui) {
  int& minutes = ui.session.view.autosave_minutes;
  begin_row(ui, "settings.autosave");
  for (const int choice : autosave_choices) {
    if (choice != autosave_choices.front()) ImGui::SameLine(0, ui.px(6));
    const std::string id = "autosave" + std::to_string(choice);
    const std::string words =
        choice == 0 ? ui.tr("settings.autosave.off") : ui.session.texts().plural("settings.autosave.minutes", choice);
    if (button(ui, id.c_str(), words, Look::plain, minutes == choice)) minutes = choice;
  }
}

}  // namespace

void draw_settings(UiContext& ui) {
  if (!begin_dialog_window(ui, "###settings", ui.tr("settings.title"), {520})) return;
  ViewState& view = ui.session.view;
  ImGui::Dummy({0, ui.px(4)});
  choose_language(ui);
  choose(ui, "settings.theme", "settings.theme.light", "settings.theme.dark", view.is_dark);
  choose(ui, "settings.contrast", "settings.contrast.normal", "settings.contrast.high", view.is_high_contrast);
  choose(ui, "settings.palette", "settings.palette.standard", "settings.palette.safe", view.is_colour_safe);
  choose(ui, "settings.motion", "settings.motion.normal", "settings.motion.reduced", view.is_motion_reduced);
  choose_scale(ui);
  choose_autosave(ui);
  choose(ui, "settings.legend", "settings.hidden", "settings.shown", view.panels.has_legend);
  choose(ui, "settings.inspector", "settings.hidden", "settings.shown", view.panels.has_inspector);
  ImGui::Dummy({0, ui.px(2)});
  muted(ui, ui.tr("settings.help"));
  begin_dialog_buttons(ui);
  if (button(ui, "close", ui.tr("ui.close"), Look::accent)) close_dialog(ui);
  ImGui::SameLine();
  if (button(ui, "reset", ui.tr("settings.reset"))) reset_look(view);
  ImGui::EndPopup();
}

}  // namespace samverka
