// The filter panel is the legend: colour, symbol, name, count. A click switches a row, Alt+click shows only that one.
// Over it stands the filter in words, under it the areas and a section for each other key of the filter.
#include <imgui.h>

#include <algorithm>

#include "ui/panels.h"
#include "ui/panels/filter_panel.h"
#include "ui/panels/note_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float low_panel = 700;  // at scale 1: rows stand closer, so that more of the panel is seen

void draw_line_sign(const UiContext& ui, Vec2 centre, Rgba colour, bool is_dashed, float width_px = 1.6F) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = ui.px(8);
  const float piece = is_dashed ? half * 0.5F : half * 2;
  for (float x = -half; x < half; x += is_dashed ? piece * 1.6F : piece * 2) {
    list.AddLine({centre.x + x, centre.y}, {centre.x + std::min(x + piece, half), centre.y}, colour_u32(colour),
                 ui.px(width_px));
  }
}

// A patch of the map: its colour, the hatching over it, and an edge, since it may be as pale as the panel.
void draw_area_sign(const UiContext& ui, const LegendRow& row, Vec2 centre) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Vec2 half{ui.px(8), ui.px(6)};
  const Rect box{centre - half, centre + half};
  const ImVec2 min{box.min.x, box.min.y};
  const ImVec2 max{box.max.x, box.max.y};
  list.AddRectFilled(min, max, colour_u32(row.colour), ui.px(2));
  const float stripe = box.width() / static_cast<float>(std::max<std::size_t>(row.colours.size(), 1));
  for (std::size_t i = 0; i < row.colours.size(); ++i) {
    const float left = box.min.x + stripe * static_cast<float>(i);
    list.AddRectFilled({left, min.y}, {left + stripe, max.y}, colour_u32(row.colours[i]));
  }
  if (row.hatch.a > 0) {
    list.PushClipRect(min, max, true);
    for (float x = box.min.x - box.height(); x < box.max.x; x += ui.px(4)) {
      list.AddLine({x, box.max.y}, {x + box.height(), box.min.y}, colour_u32(row.hatch), ui.px(1.2F));
    }
    list.PopClipRect();
  }
  list.AddRect(min, max, colour_u32(with_alpha(ui.session.theme().muted, 0.5F)), ui.px(2));
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
      return draw_area_sign(ui, row, centre);
    case LegendRow::Sign::heading:
    case LegendRow::Sign::text:
      break;
  }
}

// A row that only explains the picture.
void explaining_row(UiContext& ui, const LegendRow& row) {
  if (row.sign == LegendRow::Sign::heading) return heading(ui, row.text);
  const Theme& theme = ui.session.theme();
  const std::string count = row.has_count ? ui.session.texts().number(static_cast<long long>(row.count)) : "";
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = panel_row_height(ui);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushFont(&panel_font(ui));
  ImGui::Dummy({std::max(width, 1.0F), height});
  record(ui, row.text, "text");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float text_y = at.y + (height - ImGui::GetFontSize()) * 0.5F;
  const float count_width = ImGui::CalcTextSize(count.c_str()).x;
  const bool is_plain = row.sign == LegendRow::Sign::text;
  const ImVec4 clip{at.x, at.y, at.x + width - count_width - ui.px(8), at.y + height};
  list.AddText(&panel_font(ui), panel_font(ui).FontSize, {at.x + (is_plain ? 0 : ui.px(24)), text_y},
               colour_u32(is_plain ? theme.muted : theme.text), row.text.c_str(), nullptr, 0, &clip);
  list.AddText({at.x + width - count_width, text_y}, colour_u32(theme.muted), count.c_str());
  ImGui::PopFont();
  tooltip(ui, row.text);
  draw_sign(ui, row, {at.x + ui.px(8), at.y + height * 0.5F});
}

void draw_picture_row(UiContext& ui, const LegendRow& row) {
  if (!row.is_switch) return explaining_row(ui, row);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = panel_row_height(ui);
  const std::string count = row.has_count ? ui.session.texts().number(static_cast<long long>(row.count)) : "";
  const bool clicked =
      panel_row(ui, {row.code, row.text, count, row.text + "\n" + ui.tr("legend.help"), row.is_on, !row.is_on});
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
  draw_note_legend(ui);
  ImGui::PopStyleVar();
}

void draw_switches(UiContext& ui) {
  ImGui::Dummy({0, ui.px(2)});
  const std::string unfold = ui.tr(ui.session.view.is_unfolded ? "legend.fold" : "legend.unfold");
  if (button(ui, "unfold", unfold)) run_action(ui.session, "view.unfold");
  tooltip(ui, ui.tr("action.view.unfold"));
}

}  // namespace

void draw_legend(UiContext& ui) {
  ui.state.filter_panel.is_low = ImGui::GetWindowHeight() < ui.px(low_panel);
  title(ui, ui.tr("legend.title"));
  if (!ui.session.has_document()) return muted(ui, ui.tr("ui.nothing_open"));
  draw_filter_words(ui);
  draw_picture_rows(ui);
  draw_filter_areas(ui);
  draw_filter_sections(ui);
  draw_switches(ui);
}

}  // namespace samverka
