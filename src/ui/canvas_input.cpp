// What the hand does in the picture.
#include <imgui.h>

#include <cmath>

#include "app/session.h"
#include "ui/canvas.h"
#include "ui/describe.h"
#include "ui/map_camera.h"
#include "ui/panels.h"

namespace samverka {
namespace {

constexpr float wheel_step = 1.18F;
constexpr float drag_threshold_px = 4;

Vec2 vec(ImVec2 v) { return {v.x, v.y}; }

}  // namespace

void Canvas::take_input(UiContext& ui) {
  const ImGuiIO& io = ImGui::GetIO();
  ViewState& view = ui.session.view;
  Camera& camera = view.camera();
  const Vec2 mouse = vec(io.MousePos) - area_.min;
  const bool is_hovered = ImGui::IsItemHovered();
  if (is_hovered && io.MouseWheel != 0) camera = camera.zoomed_at(mouse, std::pow(wheel_step, io.MouseWheel));
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, drag_threshold_px)) {
    camera.centre = camera.centre - vec(io.MouseDelta) * (1.0F / camera.scale);
    is_dragging_ = true;
  }
  view.hover = is_hovered && !is_dragging_
                   ? pick_at(ui.session.scene(), at_scale_1(camera, ui.scale), mouse * (1 / ui.scale))
                   : PickId{};
  if (is_hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) open_context_menu(ui, view.hover);
  if (ImGui::IsItemDeactivated()) {
    if (!is_dragging_ && is_hovered) view.selection = selectable(ui.session, view.hover);
    is_dragging_ = false;
  }
  if (is_hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    camera = camera_on_land(ui.session, ui.scale).value_or(camera.zoomed_at(mouse, 2));
  }
}

}  // namespace samverka
