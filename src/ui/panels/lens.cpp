// The button that chooses a perspective to look through, in the rows of tools.
#include <imgui.h>

#include "app/look_through.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr const char* lens_popup = "lens";

void choice(UiContext& ui, const std::string& code, const std::string& words) {
  ViewState& view = ui.session.view;
  const std::string label = shown_text(ui, words);
  ImGui::PushID(code.c_str());
  if (ImGui::Selectable("###choice", view.lens == code, 0, {ui.px(230), ImGui::GetTextLineHeight()})) {
    look_through(ui.session, code);
  }
  const ImVec2 at = ImGui::GetItemRectMin();
  ImGui::GetWindowDrawList()->AddText({at.x + ImGui::GetStyle().ItemSpacing.x * 0.5F, at.y},
                                      colour_u32(ui.session.theme().text), label.c_str());
  record(ui, label, "choice", view.lens == code);
  ImGui::PopID();
}

}  // namespace

void draw_lens(UiContext& ui) {
  const Session& session = ui.session;
  const auto& perspectives = session.taxonomy().perspectives;
  const std::string& language = session.texts().language();
  const std::string& lens = session.view.lens;
  const std::string now = lens.empty() ? ui.tr("lens.none") : shown_text(ui, perspectives.label(lens, language));
  const std::string label = session.texts().tr("lens.button", {{"lens", now}});
  const float width = button_width(label) + ui.px(16);
  flow(ui, width, ui.px(10));
  const Look look = lens.empty() ? Look::plain : Look::accent;
  if (drop_button(ui, "lens", label, width, look)) ImGui::OpenPopup(lens_popup);
  tooltip(ui, ui.tr("lens.help"));
  if (!ImGui::BeginPopup(lens_popup)) return;
  choice(ui, "", ui.tr("lens.none"));
  for (const Term& perspective : perspectives.rows()) choice(ui, perspective.code, perspective.label.in(language));
  ImGui::EndPopup();
}

}  // namespace samverka
