#include "ui/panels/support_parts.h"

#include <imgui.h>

#include "ui/describe.h"
#include "ui/ui.h"

namespace samverka::support {

std::string number(const UiContext& ui, std::size_t n) { return ui.session.texts().number(static_cast<long long>(n)); }

const Network& network(const UiContext& ui) { return ui.session.network(); }

std::string name_of(const UiContext& ui, ActorId actor) { return shown_text(ui, network(ui).actor(actor).name); }

void select_actor(UiContext& ui, ActorId actor) {
  ui.session.view.selection = {PickId::Kind::actor, actor.value};
  ui.session.view.also_selected.clear();
}

void select_agreement(UiContext& ui, AgreementId agreement) {
  ui.session.view.selection = {PickId::Kind::agreement, agreement.value};
  ui.session.view.also_selected.clear();
}

std::string county_title(const UiContext& ui, const std::string& county) {
  return county.empty() ? ui.tr("support.no_county") : county_name(ui.session, county);
}

void choose_county(UiContext& ui, const std::string& code) {
  ui.state.support.shows = SupportState::Shows::chosen;
  ui.state.support.county = code;
}

std::string footing_in_words(const UiContext& ui, Footing footing) {
  return ui.tr(footing == Footing::confirmed ? "support.confirmed" : "support.unconfirmed");
}

std::string unconfirmed_in_words(const UiContext& ui, std::size_t n) {
  return n == 0 ? std::string() : ui.session.texts().plural("support.of_them_unconfirmed", static_cast<long long>(n));
}

// Municipalities as words to click, one after the other.
void draw_municipalities(UiContext& ui, std::string_view id, const std::vector<ActorId>& municipalities) {
  ImGui::PushID(id.data(), id.data() + id.size());
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(5), ui.px(1)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(4), ui.px(2)});
  for (std::size_t i = 0; i < municipalities.size(); ++i) {
    const std::string name = shown_text(ui, network(ui).actor(municipalities[i]).shown_name());
    if (i > 0) {
      const float room = ImGui::GetContentRegionMax().x;
      ImGui::SameLine(0, ui.px(3));
      if (ImGui::GetCursorPosX() + button_width(name) > room) ImGui::NewLine();
    }
    const bool is_on = ui.session.view.is_selected({PickId::Kind::actor, municipalities[i].value});
    if (button(ui, std::to_string(municipalities[i].value), name, Look::plain, is_on))
      select_actor(ui, municipalities[i]);
  }
  ImGui::PopStyleVar(2);
  ImGui::PopID();
}

}  // namespace samverka::support
