// The strip of figures at the top of Läget: a click opens the list of what one counts.
#include <imgui.h>

#include <algorithm>

#include "ui/cards.h"
#include "ui/panels/home_parts.h"
#include "ui/ui.h"

namespace samverka::home {
namespace {

bool is_recorded_only(const PlaceAgreement& row) {
  return row.standing == Standing::on_its_way || row.standing == Standing::unconfirmed ||
         row.standing == Standing::unknown;
}

void draw_missing_areas(UiContext& ui) {
  const Situation& situation = state_of(ui).situation;
  muted(ui, ui.tr("home.missing_help"));
  for (const AreaSituation& area : situation.areas) {
    if (!has_no_record(situation, area)) continue;
    const std::size_t earlier = area.of(Standing::earlier);
    const std::string line = earlier == 0 ? ui.tr("home.not_on_record") : plural(ui, "home.earlier_known", earlier);
    if (link(ui, "missing" + area.area, area.area + " " + area_name(ui, area.area), line)) {
      state_of(ui).opened = "area." + area.area;
    }
  }
}

struct Figure {
  std::string list;  // what a click opens
  std::string_view words;
  std::size_t count;
  Firmness firmness;
  void (*draw)(UiContext&);
};

std::vector<Figure> figures_of(const Situation& situation) {
  const auto count_areas = static_cast<std::size_t>(
      std::count_if(situation.areas.begin(), situation.areas.end(),
                    [&](const AreaSituation& area) { return has_no_record(situation, area); }));
  const std::size_t recorded = situation.count(Standing::on_its_way) + situation.count(Standing::unconfirmed) +
                               situation.count(Standing::unknown);
  std::vector<Figure> figures = {
      {"holds", "home.figure.holds", situation.count(Standing::confirmed), Firmness::firm,
       [](UiContext& ui) {
         draw_agreements(ui, [](const auto& row) { return row.standing == Standing::confirmed && !row.is_crowd; });
       }},
      {"recorded", "home.figure.recorded", recorded, Firmness::unconfirmed,
       [](UiContext& ui) {
         draw_agreements(ui, [](const auto& row) { return is_recorded_only(row) && !row.is_crowd; });
       }},
      {"deadlines", "home.figure.deadlines", situation.deadlines.size(), Firmness::on_its_way, draw_deadlines},
      {"missing", "home.figure.missing", count_areas, Firmness::not_known, draw_missing_areas}};
  if (const std::size_t expired = situation.count(Standing::expired); expired > 0) {
    const auto draw = [](UiContext& ui) {
      draw_agreements(ui, [](const auto& row) { return row.standing == Standing::expired && !row.is_crowd; });
    };
    figures.insert(figures.begin() + 3, {"expired", "home.figure.expired", expired, Firmness::past, draw});
  }
  return figures;
}

}  // namespace

void draw_figures(UiContext& ui) {
  const std::vector<Figure> figures = figures_of(state_of(ui).situation);
  const float space = ui.px(10);
  const float room = ImGui::GetContentRegionAvail().x;
  const auto in_a_row = std::clamp<std::size_t>(static_cast<std::size_t>(room / ui.px(165)), 1, figures.size());
  const float width = (room - space * static_cast<float>(in_a_row - 1)) / static_cast<float>(in_a_row);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {space, space});
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (i % in_a_row != 0) ImGui::SameLine();
    const Figure& figure = figures[i];
    const std::string words = plural(ui, figure.words, figure.count);
    if (tile(ui, figure.list, number(ui, figure.count), words, figure.firmness, width, is_open(ui, figure.list))) {
      toggle(ui, figure.list);
    }
  }
  ImGui::PopStyleVar();
  gap(ui, 2);
  for (const Figure& figure : figures) {
    if (!is_open(ui, figure.list)) continue;
    Cards cards(ui, "opened", 320, 1);
    cards.card("list", 0, [&] {
      title(ui, plural(ui, figure.words, figure.count));
      figure.draw(ui);
    });
    cards.accent_last();
  }
}

}  // namespace samverka::home
