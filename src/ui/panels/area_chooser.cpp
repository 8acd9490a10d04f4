#include "ui/panels/area_chooser.h"

#include <imgui.h>

#include "app/session.h"
#include "ui/ui.h"

namespace samverka {
namespace {

bool row(UiContext& ui, const std::string& code, const std::string& words, bool is_on) {
  ImGui::PushID(code.c_str());
  const bool clicked = ImGui::Selectable("###area", is_on, 0, {ui.px(360), ImGui::GetTextLineHeight() + ui.px(2)});
  record(ui, words, "choice", is_on);
  const ImVec2 at = ImGui::GetItemRectMin();
  ImGui::GetWindowDrawList()->AddText({at.x + ui.px(code.size() > 2 ? 18.0F : 4.0F), at.y + ui.px(1)},
                                      colour_u32(ui.session.theme().text), words.c_str());
  ImGui::PopID();
  return clicked;
}

}  // namespace

std::string chosen_area(const UiContext& ui, const AreaCode& area) {
  if (area.empty()) return ui.tr("answers.all_areas");
  return area + " " + ui.session.taxonomy().areas.short_label(area, ui.session.view.language);
}

bool area_chooser(UiContext& ui, std::string_view id, AreaCode& area, bool with_all, float most) {
  const AreaCode before = area;
  const std::string popup(id);
  if (drop_button(ui, id, chosen_area(ui, area), most, Look::plain)) ImGui::OpenPopup(popup.c_str());
  if (!ImGui::BeginPopup(popup.c_str())) return false;
  if (with_all && row(ui, "", ui.tr("answers.all_areas"), area.empty())) area.clear();
  for (const Area& known : ui.session.taxonomy().areas.rows()) {
    if (known.is_outside) continue;
    if (row(ui, known.code, known.code + " " + known.short_label.in(ui.session.view.language), area == known.code)) {
      area = known.code;
    }
  }
  ImGui::EndPopup();
  return area != before;
}

}  // namespace samverka
