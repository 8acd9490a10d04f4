#include "ui/places.h"

#include <imgui.h>

#include <algorithm>

namespace samverka {
namespace {

constexpr float margin = 10;
constexpr float top_height = 50;
constexpr float status_height = 26;
constexpr float least_canvas_width = 240;  // narrower than this and the side panels give way
constexpr float least_canvas_height = 160;
constexpr float least_side = 200;
constexpr float greatest_side = 560;
constexpr float least_drawer = 90;
constexpr float greatest_drawer = 520;

enum class Way { across, down };

// An invisible grip of the gap's width; gives how far it was dragged, and whether it was double clicked.
struct Pull {
  float by_px = 0;
  bool wants_reset = false;
};
Pull grip(UiContext& ui, const char* id, const Rect& gap, Way way) {
  if (gap.width() < 1 || gap.height() < 1) return {};
  ImGui::SetCursorScreenPos({gap.min.x, gap.min.y});
  ImGui::InvisibleButton(id, {gap.width(), gap.height()});
  record(ui, ui.tr("ui.splitter"), "splitter");
  if (!ImGui::IsItemHovered() && !ImGui::IsItemActive()) return {};
  ImGui::SetMouseCursor(way == Way::across ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
  const Vec2 c = gap.centre();
  const Vec2 half = way == Way::across ? Vec2{ui.px(1), ui.px(18)} : Vec2{ui.px(18), ui.px(1)};
  ImGui::GetWindowDrawList()->AddRectFilled({c.x - half.x, c.y - half.y}, {c.x + half.x, c.y + half.y},
                                            colour_u32(ui.session.theme().accent), ui.px(1));
  const ImVec2 moved = ImGui::IsItemActive() ? ImGui::GetIO().MouseDelta : ImVec2{0, 0};
  const bool is_double = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  return {(way == Way::across ? moved.x : moved.y) / ui.scale, is_double};
}

void pull(float& size, const Pull& by, float sign, float otherwise, float least, float greatest) {
  size = by.wants_reset ? otherwise : std::clamp(size + sign * by.by_px, least, greatest);
}

}  // namespace

Places places_in(Vec2 size, float scale, const UiState& state, const ViewState& view, bool wants_legend) {
  const auto px = [scale](float v) { return v * scale; };
  const PanelSizes& panels = view.panels;
  const float top = std::max(px(top_height), state.top_height);
  const float status = std::max(top + 1, size.y - px(status_height));
  const float left = px(margin);
  const float right = std::max(size.x - px(margin), left + 1);
  Places at;
  at.is_narrow = size.x < px(panels.legend + panels.inspector + least_canvas_width + 4 * margin);
  at.has_legend = at.is_narrow ? state.side == UiState::Side::legend : wants_legend && panels.has_legend;
  at.has_inspector = at.is_narrow ? state.side == UiState::Side::inspector : panels.has_inspector;
  const float room = status - top - px(least_canvas_height);
  at.has_drawer = view.drawer != ViewState::Drawer::none && room > px(least_drawer);
  const float bottom = at.has_drawer ? status - std::min(px(panels.drawer), room) - px(margin) : status;
  at.top = {{left, 0}, {right, top}};
  at.status = {{left, status}, {right, status + px(status_height)}};
  if (at.has_drawer) at.drawer = {{left, bottom + px(margin)}, {right, status}};
  at.middle = {{left, top}, {right, bottom}};
  const float most = right - left - (at.is_narrow ? 0 : px(least_canvas_width));
  if (at.has_legend) {
    at.legend = {{left, top}, {left + std::min(px(panels.legend), most), bottom}};
    at.middle.min.x = std::min(at.legend.max.x + px(margin), right - 1);
  }
  if (at.has_inspector) {
    at.inspector = {{right - std::min(px(panels.inspector), most), top}, {right, bottom}};
    at.middle.max.x = std::max(at.inspector.min.x - px(margin), at.middle.min.x + 1);
  }
  return at;
}

void draw_splitters(UiContext& ui, const Places& at) {
  PanelSizes& panels = ui.session.view.panels;
  const PanelSizes first;
  if (at.has_legend && !at.is_narrow) {
    const Rect gap{{at.legend.max.x, at.legend.min.y}, {at.middle.min.x, at.legend.max.y}};
    pull(panels.legend, grip(ui, "split.legend", gap, Way::across), 1, first.legend, least_side, greatest_side);
  }
  if (at.has_inspector && !at.is_narrow) {
    const Rect gap{{at.middle.max.x, at.inspector.min.y}, {at.inspector.min.x, at.inspector.max.y}};
    pull(panels.inspector, grip(ui, "split.inspector", gap, Way::across), -1, first.inspector, least_side,
         greatest_side);
  }
  if (at.has_drawer) {
    const Rect gap{{at.drawer.min.x, at.middle.max.y}, {at.drawer.max.x, at.drawer.min.y}};
    pull(panels.drawer, grip(ui, "split.drawer", gap, Way::down), -1, first.drawer, least_drawer, greatest_drawer);
  }
}

}  // namespace samverka
