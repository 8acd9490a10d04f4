// The tab Stöd where no county is chosen: one line a structure, county by county.
#include <imgui.h>

#include "ui/panels/support_parts.h"
#include "ui/ui.h"

namespace samverka::support {
namespace {

std::string hosts_in_words(const UiContext& ui, const SupportStructure& structure) {
  std::string words;
  for (const SupportHost& host : structure.hosts) {
    const bool is_itself = host.actor == structure.actor;
    words += (words.empty() ? "" : ", ") +
             (is_itself ? ui.tr("support.its_own_host") : shown_text(ui, network(ui).actor(host.actor).shown_name()));
  }
  return words.empty() ? ui.tr("support.missing.host") : words;
}

void draw_overview_line(UiContext& ui, const CountySupport& county, const SupportStructure* structure) {
  const Texts& texts = ui.session.texts();
  const std::string name =
      structure ? shown_text(ui, network(ui).actor(structure->actor).shown_name()) : ui.tr("support.missing.structure");
  ImGui::TableNextRow();
  ImGui::TableSetColumnIndex(0);
  ImGui::PushID(structure ? static_cast<int>(structure->actor.value) : -1);
  if (link(ui, "county" + county.county, county_title(ui, county.county))) choose_county(ui, county.county);
  ImGui::TableSetColumnIndex(1);
  if (structure) {
    if (link(ui, "structure", name)) select_actor(ui, structure->actor);
  } else {
    muted(ui, name);
  }
  ImGui::PopID();
  if (!structure) return;
  ImGui::TableSetColumnIndex(2);
  muted(ui, hosts_in_words(ui, *structure));
  ImGui::TableSetColumnIndex(3);
  muted(ui, texts.tr("support.n_of_m_short", {{"served", number(ui, county.served_here(*structure))},
                                              {"all", number(ui, county.municipalities.size())}}) +
                unconfirmed_in_words(ui, county.unconfirmed_here(*structure)));
  ImGui::TableSetColumnIndex(4);
  muted(ui, structure->footing == Footing::none ? ui.tr("support.missing.ground")
                                                : footing_in_words(ui, structure->footing));
}

}  // namespace

void draw_overview(UiContext& ui) {
  const SupportState& support = ui.state.support;
  title(ui, ui.tr("support.title"));
  muted(ui, ui.tr("support.whole_data"));
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(8), ui.px(3)});
  if (ImGui::BeginTable("counties", 5, ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_BordersInnerH)) {
    constexpr float shares[] = {1.3F, 1.8F, 1.5F, 0.9F, 1.0F};
    for (const float share : shares) ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, share);
    ImGui::TableNextRow();
    constexpr std::string_view headings[] = {"support.county", "support.structure", "support.host",
                                             "support.municipalities", "support.ground"};
    for (int i = 0; i < 5; ++i) {
      ImGui::TableSetColumnIndex(i);
      ImGui::PushFont(ui.fonts.small_bold);
      ImGui::TextUnformatted(ui.tr(headings[i]).c_str());
      ImGui::PopFont();
    }
    for (const CountySupport& county : support.counties) {
      if (county.structures.empty()) draw_overview_line(ui, county, nullptr);
      for (const SupportStructure& structure : county.structures) draw_overview_line(ui, county, &structure);
    }
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
}

}  // namespace samverka::support
