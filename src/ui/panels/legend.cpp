// The filter panel is the legend: colour, symbol, name, count. A click switches a row, Alt+click shows only that one.
#include <imgui.h>

#include <algorithm>

#include "app/filter_words.h"
#include "ui/describe.h"
#include "ui/panels.h"
#include "ui/ui.h"

namespace samverka {
namespace {

float row_height(const UiContext& ui) { return ImGui::GetFontSize() + ui.px(6); }

struct Row {
  std::string id, label, count;
  bool is_on = true;
};

void draw_line_sign(const UiContext& ui, Vec2 centre, Rgba colour, bool is_dashed, float width_px = 1.6F) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = ui.px(8);
  const float piece = is_dashed ? half * 0.5F : half * 2;
  for (float x = -half; x < half; x += is_dashed ? piece * 1.6F : piece * 2) {
    list.AddLine({centre.x + x, centre.y}, {centre.x + std::min(x + piece, half), centre.y}, colour_u32(colour),
                 ui.px(width_px));
  }
}

void draw_sign(const UiContext& ui, const LegendRow& row, Vec2 centre) {
  const Rgba colour = row.is_on ? row.colour : ui.session.theme().border;
  switch (row.sign) {
    case LegendRow::Sign::symbol:
      return draw_symbol(row.symbol, centre, ui.px(6), colour);
    case LegendRow::Sign::line:
      return draw_line_sign(ui, centre, colour, false, row.code == "founding" ? 2.6F : 1.6F);
    case LegendRow::Sign::dashed_line:
      return draw_line_sign(ui, centre, colour, true);
    case LegendRow::Sign::area:
      return draw_symbol(Symbol::square, centre, ui.px(6), colour);
  }
}

// A row that can be clicked: sign at the left, label, count at the right edge.
bool clickable_row(UiContext& ui, const Row& row) {
  const Theme& theme = ui.session.theme();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = row_height(ui);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushID(row.id.c_str());
  const bool clicked = ImGui::InvisibleButton("row", {std::max(width, 1.0F), height});
  ImGui::PopID();
  record(ui, row.label, "legend", row.is_on);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
    list.AddRectFilled({at.x - ui.px(6), at.y}, {at.x + width + ui.px(6), at.y + height}, colour_u32(theme.accent_soft),
                       ui.px(5));
  }
  const float text_y = at.y + (height - ImGui::GetFontSize()) * 0.5F;
  const float count_width = ImGui::CalcTextSize(row.count.c_str()).x;
  const Rgba colour = row.is_on ? theme.text : theme.muted;
  const ImVec4 clip{at.x, at.y, at.x + width - count_width - ui.px(8), at.y + height};
  list.AddText(ui.fonts.body, ui.fonts.body->FontSize, {at.x + ui.px(24), text_y}, colour_u32(colour),
               row.label.c_str(), nullptr, 0, &clip);
  list.AddText({at.x + width - count_width, text_y}, colour_u32(theme.muted), row.count.c_str());
  if (!row.is_on) {
    const float line_y = at.y + height * 0.5F;
    const float text_width = std::min(ImGui::CalcTextSize(row.label.c_str()).x, clip.z - at.x - ui.px(24));
    list.AddLine({at.x + ui.px(24), line_y}, {at.x + ui.px(24) + text_width, line_y}, colour_u32(theme.muted));
  }
  return clicked;
}

void draw_picture_row(UiContext& ui, const LegendRow& row) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = row_height(ui);
  const std::string count = row.has_count ? ui.session.texts().number(static_cast<long long>(row.count)) : "";
  const bool clicked = clickable_row(ui, {row.code, row.text, count, row.is_on});
  tooltip(ui, row.text + "\n" + ui.tr("legend.help"));
  draw_sign(ui, row, {at.x + ui.px(8), at.y + height * 0.5F});
  if (clicked && row.is_switch) ui.session.toggle_group(row.code, ImGui::GetIO().KeyAlt);
}

// The picture's own rows, and a row of zero for each group that the filter has emptied: a row that left would let the
// ones below jump under the mouse.
std::vector<LegendRow> rows_without_jumps(const Session& session) {
  const std::vector<LegendRow>& shown = session.scene().legend;
  const auto find = [&](const std::string& code) {
    return std::find_if(shown.begin(), shown.end(), [&](const LegendRow& row) { return row.code == code; });
  };
  std::vector<LegendRow> rows;
  for (const ActorGroup& group : session.taxonomy().groups.rows()) {
    if (const auto found = find(group.code); found != shown.end()) {
      rows.push_back(*found);
    } else if (session.census().actors_by_group.contains(group.code)) {
      LegendRow empty;
      empty.code = group.code;
      empty.text = group.short_label.in(session.texts().language());
      empty.symbol = parse_symbol(group.symbol);
      empty.colour = session.theme().border;
      rows.push_back(empty);
    }
  }
  for (const LegendRow& row : shown) {
    if (!session.taxonomy().groups.has(row.code)) rows.push_back(row);
  }
  return rows;
}

void draw_picture_rows(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(1)});
  heading(ui, ui.tr("legend.heading"));
  for (const LegendRow& row : rows_without_jumps(ui.session)) draw_picture_row(ui, row);
  ImGui::PopStyleVar();
}

// ---- areas ----

const FilterClause* wanted_areas(const Filter& filter) {
  const FilterClause* clause = filter.find("area");
  return clause && !clause->negated ? clause : nullptr;
}

bool is_wanted(const Filter& filter, const std::string& area) {
  const FilterClause* clause = wanted_areas(filter);
  if (!clause) return area != "A0";
  const auto is_of_it = [&area](const AreaCode& code) { return code.substr(0, code.find('.')) == area; };
  return std::any_of(clause->values.begin(), clause->values.end(), is_of_it);
}

// The first click on an area shows only it; further ones add to it or take away. None left: back to the default.
void toggle_area(Filter& filter, const std::string& area) {
  const FilterClause* before = wanted_areas(filter);
  std::vector<std::string> values = before ? before->values : std::vector<std::string>{};
  const auto found = std::find(values.begin(), values.end(), area);
  if (found == values.end()) {
    values.push_back(area);
  } else {
    values.erase(found);
  }
  std::erase_if(filter.clauses, [](const FilterClause& c) { return c.key == "area"; });
  std::sort(values.begin(), values.end());
  filter.clauses.push_back(values.empty() ? FilterClause{"area", {"A0"}, true} : FilterClause{"area", values, false});
}

void draw_area_rows(UiContext& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(1)});
  heading(ui, ui.tr("legend.areas"));
  const std::string& language = ui.session.texts().language();
  for (const Area& area : ui.session.taxonomy().areas.rows()) {
    if (!area.parent.empty()) continue;
    const std::string number = ui.session.texts().number(static_cast<long long>(ui.session.agreements_in(area.code)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = row_height(ui);
    const bool is_on = is_wanted(ui.session.view.filter, area.code);
    const bool clicked = clickable_row(ui, {"area." + area.code, area.short_label.in(language), number, is_on});
    tooltip(ui, area.code + " " + area.label.in(language));
    const ImFont& font = *ui.fonts.small;
    ImGui::GetWindowDrawList()->AddText(ui.fonts.small, font.FontSize, {at.x, at.y + (height - font.FontSize) * 0.5F},
                                        colour_u32(is_on ? ui.session.theme().accent : ui.session.theme().muted),
                                        area.code.c_str());
    if (clicked) toggle_area(ui.session.view.filter, area.code);
  }
  ImGui::PopStyleVar();
}

void draw_switches(UiContext& ui) {
  ImGui::Dummy({0, ui.px(2)});
  const std::string unfold = ui.tr(ui.session.view.is_unfolded ? "legend.fold" : "legend.unfold");
  if (button(ui, "unfold", unfold)) run_action(ui.session, "view.unfold");
  tooltip(ui, ui.tr("action.view.unfold"));
  const bool is_filter_default = ui.session.view.filter == default_filter();
  if (is_filter_default && !ui.session.view.hidden_groups.empty()) action_button(ui, "filter.clear");
}

}  // namespace

void draw_legend(UiContext& ui) {
  title(ui, ui.tr("legend.title"));
  if (ui.session.has_document() && ui.session.view.filter != default_filter()) {
    muted(ui, filter_in_words(ui.session.view.filter, ui.session.assets(), ui.session.texts()));
    action_button(ui, "filter.clear");
  }
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  draw_picture_rows(ui);
  draw_area_rows(ui);
  draw_switches(ui);
}

}  // namespace samverka
