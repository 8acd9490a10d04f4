// The areas of the agreement with what each would show, and their clauses when they are unfolded.
#include <imgui.h>

#include <algorithm>

#include "model/filter_edit.h"
#include "ui/panels/filter_panel.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float count_px = 34;  // room for the count at the right edge

bool is_among(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void toggle(std::vector<std::string>& list, const std::string& value) {
  if (is_among(list, value)) {
    std::erase(list, value);
  } else {
    list.push_back(value);
  }
}

// Shown as on: chosen itself, by its parent or through a clause of it; with no area chosen, all but what is left out.
bool is_shown(const Filter& filter, const Taxonomy& taxonomy, const AreaCode& area) {
  bool has_choice = false;
  for (const FilterClause& clause : filter.clauses) {
    if (clause.key != "area" || clause.negated) continue;
    has_choice = true;
    for (const std::string& value : clause.values) {
      if (taxonomy.area_matches(area, value) || taxonomy.area_matches(value, area)) return true;
    }
  }
  return !has_choice && !is_left_out(filter, "area", area);
}

std::size_t agreements_of(const Session& session, const AreaCode& code) {
  const Facet* facet = session.facets().find("area");
  const FacetCount* count = facet ? facet->find(code) : nullptr;
  return count ? count->agreements : 0;
}

bool has_clauses(const Taxonomy& taxonomy, const Area& area) {
  const auto& rows = taxonomy.areas.rows();
  return std::any_of(rows.begin(), rows.end(), [&](const Area& other) { return other.parent == area.code; });
}

// A small triangle before the count, which unfolds the clauses. It lies on the row, which lets it have the mouse.
void draw_unfold(UiContext& ui, const Area& area, Vec2 at) {
  FilterPanelState& state = ui.state.filter_panel;
  const bool is_open = is_among(state.open_areas, area.code);
  const ImVec2 back = ImGui::GetCursorScreenPos();
  const float side = panel_row_height(ui);
  ImGui::SetCursorScreenPos({at.x, at.y});
  ImGui::PushID(area.code.c_str());
  if (ImGui::InvisibleButton("unfold", {side, side})) toggle(state.open_areas, area.code);
  ImGui::PopID();
  const std::string label =
      ui.session.texts().tr(is_open ? "filter.fold_area" : "filter.unfold_area", {{"area", area.code}});
  record(ui, label, "button", is_open);
  tooltip(ui, label);
  const bool is_near = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  const Rgba colour = is_near ? ui.session.theme().accent : ui.session.theme().muted;
  const Vec2 middle{at.x + side * 0.5F, at.y + side * 0.5F};
  const float arm = ui.px(3.5F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_open) {
    list.AddTriangleFilled({middle.x - arm, middle.y - arm * 0.6F}, {middle.x + arm, middle.y - arm * 0.6F},
                           {middle.x, middle.y + arm * 0.7F}, colour_u32(colour));
  } else {
    list.AddTriangleFilled({middle.x - arm * 0.6F, middle.y - arm}, {middle.x + arm * 0.7F, middle.y},
                           {middle.x - arm * 0.6F, middle.y + arm}, colour_u32(colour));
  }
  ImGui::SetCursorScreenPos(back);
}

void draw_area(UiContext& ui, const Area& area, bool can_unfold) {
  const std::string& language = ui.session.texts().language();
  const bool is_clause = !area.parent.empty();
  const float indent = is_clause ? 56 : 24;
  PanelRow row;
  row.id = "area." + area.code;
  row.label = area.short_label.in(language);
  row.count = ui.session.texts().number(static_cast<long long>(agreements_of(ui.session, area.code)));
  row.help = area.code + " " + area.label.in(language) + "\n" + ui.tr("filter.help");
  row.is_on = is_shown(ui.session.view.filter, ui.session.taxonomy(), area.code);
  row.is_struck_out = is_left_out(ui.session.view.filter, "area", area.code);
  row.indent_px = indent;
  row.right_px = can_unfold ? 20 : 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  const bool clicked = panel_row(ui, row);
  if (can_unfold) draw_unfold(ui, area, {right - ui.px(count_px) - panel_row_height(ui), at.y});
  panel_row_code(ui, {at.x + ui.px(is_clause ? 24 : 0), at.y}, area.code, row.is_on);
  if (!clicked) return;
  Filter& filter = ui.session.view.filter;
  if (ImGui::GetIO().KeyAlt) {
    choose_only(filter, "area", area.code);
  } else {
    toggle_value(filter, "area", area.code, ui.session.taxonomy());
  }
}

}  // namespace

void draw_filter_areas(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(1)});
  heading(ui, ui.tr("legend.areas"));
  const Taxonomy& taxonomy = ui.session.taxonomy();
  for (const Area& area : taxonomy.areas.rows()) {
    if (!area.parent.empty()) continue;
    draw_area(ui, area, has_clauses(taxonomy, area));
    if (!is_among(ui.state.filter_panel.open_areas, area.code)) continue;
    for (const Area& clause : taxonomy.areas.rows()) {
      if (clause.parent == area.code) draw_area(ui, clause, false);
    }
  }
  ImGui::PopStyleVar();
}

}  // namespace samverka
