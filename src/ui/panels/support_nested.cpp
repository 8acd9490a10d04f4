// The nested view of the tab Stöd: municipality within county within structure.
#include <imgui.h>

#include <algorithm>
#include <map>

#include "base/collate.h"
#include "ui/panels/support_parts.h"
#include "ui/ui.h"

namespace samverka::support {
namespace {

// A frame around what is drawn in it, as wide as the room there is but for `inset` pixels at scale 1.
template <class Draw>
void box(UiContext& ui, Rgba colour, float inset, const Draw& draw) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float padding = ui.px(10);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ui.px(inset);
  // An outline and no surface: what is drawn in it stands there before its height is known, and boxes in boxes
  // cannot share the layers that a surface would need.
  ImGui::Dummy({0, padding * 0.4F});
  ImGui::Indent(padding);
  draw();
  ImGui::Unindent(padding);
  ImGui::Dummy({0, padding * 0.4F});
  const ImVec2 end = ImGui::GetCursorScreenPos();
  list.AddRect({start.x, start.y}, {start.x + width, end.y - ui.px(4)}, colour_u32(colour), ui.px(8), 0, ui.px(1.5F));
  ImGui::Dummy({0, ui.px(2)});
}

using ByCounty = std::map<std::string, std::vector<ActorId>>;

ByCounty by_county(const UiContext& ui, const SupportStructure& structure, Footing footing) {
  ByCounty found;
  for (const ServedMunicipality& served : structure.served) {
    if (served.footing == footing) found[network(ui).actor(served.municipality).county].push_back(served.municipality);
  }
  return found;
}

// How many municipalities a county has, whoever serves them.
std::size_t size_of(const std::vector<CountySupport>& counties, const std::string& code) {
  for (const CountySupport& county : counties) {
    if (county.county == code) return county.municipalities.size();
  }
  return 0;
}

void draw_county_box(UiContext& ui, const std::vector<CountySupport>& counties, const std::string& code,
                     const std::vector<ActorId>& confirmed, const std::vector<ActorId>& unconfirmed) {
  const Texts& texts = ui.session.texts();
  ImGui::PushID(code.c_str());
  box(ui, ui.session.theme().border, 12, [&] {
    ImGui::PushFont(ui.fonts.small_bold);
    text(ui, county_title(ui, code) + " · " +
                 texts.tr("support.n_of_m_short", {{"served", number(ui, confirmed.size() + unconfirmed.size())},
                                                   {"all", number(ui, size_of(counties, code))}}) +
                 unconfirmed_in_words(ui, unconfirmed.size()));
    ImGui::PopFont();
    if (!confirmed.empty()) draw_municipalities(ui, "confirmed", confirmed);
    if (unconfirmed.empty()) return;
    muted(ui, ui.tr("support.nested_unconfirmed"));
    draw_municipalities(ui, "unconfirmed", unconfirmed);
  });
  ImGui::PopID();
}

void draw_structure_box(UiContext& ui, const std::vector<CountySupport>& counties, const SupportStructure& structure) {
  const ByCounty confirmed = by_county(ui, structure, Footing::confirmed);
  const ByCounty unconfirmed = by_county(ui, structure, Footing::unconfirmed);
  std::vector<std::string> codes;
  for (const ByCounty* found : {&confirmed, &unconfirmed}) {
    for (const auto& [code, municipalities] : *found) {
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
  }
  std::sort(codes.begin(), codes.end());
  const auto of = [](const ByCounty& found, const std::string& code) {
    const auto at = found.find(code);
    return at == found.end() ? std::vector<ActorId>{} : at->second;
  };
  ImGui::PushID(static_cast<int>(structure.actor.value));
  box(ui, ui.session.theme().accent, 4, [&] {
    ImGui::PushFont(ui.fonts.bold);
    if (link(ui, "name", name_of(ui, structure.actor))) select_actor(ui, structure.actor);
    ImGui::PopFont();
    if (codes.empty()) muted(ui, ui.tr("support.missing.served"));
    for (const std::string& code : codes)
      draw_county_box(ui, counties, code, of(confirmed, code), of(unconfirmed, code));
  });
  ImGui::PopID();
}

bool serves(const UiContext& ui, const SupportStructure& structure, const CountySupport& county) {
  return network(ui).actor(structure.actor).county == county.county ||
         std::any_of(structure.served.begin(), structure.served.end(), [&](const ServedMunicipality& served) {
           return network(ui).actor(served.municipality).county == county.county;
         });
}

}  // namespace

void draw_nested(UiContext& ui, const std::vector<CountySupport>& counties, const CountySupport* only) {
  title(ui, only ? county_title(ui, only->county) : ui.tr("support.title"));
  muted(ui, ui.tr("support.nested_help") + " " + ui.tr("support.whole_data") + ".");
  for (const CountySupport& county : counties) {
    for (const SupportStructure& structure : county.structures) {
      if (!only || serves(ui, structure, *only)) draw_structure_box(ui, counties, structure);
    }
  }
  for (const CountySupport& county : counties) {
    if (county.served_by_none.empty() || (only && county.county != only->county)) continue;
    ImGui::PushID(("none" + county.county).c_str());
    box(ui, ui.session.theme().border, 4, [&] {
      const auto count = static_cast<long long>(county.served_by_none.size());
      ImGui::PushFont(ui.fonts.small_bold);
      text(ui, county_title(ui, county.county) + " · " + ui.session.texts().plural("support.none", count));
      ImGui::PopFont();
      muted(ui, ui.tr("support.none_help"));
      draw_municipalities(ui, "none", county.served_by_none);
    });
    ImGui::PopID();
  }
}

}  // namespace samverka::support
