// What the hand does in the picture. A press becomes a click or a drag, and a drag is one thing until it is let go:
// moving the picture, drawing a rectangle or a lasso, moving a mark of the network, or travelling by the minimap.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/selection.h"
#include "app/session.h"
#include "ui/canvas.h"
#include "ui/describe.h"
#include "ui/map_camera.h"
#include "ui/panels.h"

namespace samverka {
namespace {

constexpr float wheel_step = 1.18F;
constexpr float drag_threshold_px = 4;
constexpr float lasso_step_px = 3;

Vec2 vec(ImVec2 v) { return {v.x, v.y}; }

std::vector<Vec2> corners_of(Vec2 a, Vec2 b) { return {a, {b.x, a.y}, b, {a.x, b.y}}; }

// Where the picture has it, if it does; the last mark of it, which is on top.
std::optional<Vec2> place_of(const Scene& scene, PickId pick) {
  for (auto mark = scene.marks.rbegin(); mark != scene.marks.rend(); ++mark) {
    if (mark->pick == pick) return mark->centre;
  }
  return std::nullopt;
}

void toggle_selected(Session& session, PickId pick) {
  std::vector<PickId> picks = session.view.selected();
  const auto found = std::find(picks.begin(), picks.end(), pick);
  if (found == picks.end()) {
    picks.push_back(pick);
  } else {
    picks.erase(found);
  }
  set_selection(session, picks);
}

void click(Session& session, PickId pick, bool adds) {
  const PickId chosen = selectable(session, pick);
  if (chosen.kind == PickId::Kind::none) {
    if (!adds) select_none(session);  // a miss while gathering takes nothing away
  } else if (adds) {
    toggle_selected(session, chosen);
  } else {
    set_selection(session, {chosen});
  }
}

void select_inside(Session& session, const std::vector<Vec2>& line_px, bool adds) {
  std::vector<PickId> picks = adds ? session.view.selected() : std::vector<PickId>{};
  for (const PickId inside : marks_inside(session.scene(), session.view.camera(), line_px)) {
    const PickId chosen = selectable(session, inside);
    const bool is_known = std::find(picks.begin(), picks.end(), chosen) != picks.end();
    if (chosen.kind != PickId::Kind::none && !is_known) picks.push_back(chosen);
  }
  set_selection(session, picks);
}

}  // namespace

PickId Canvas::pick(const UiContext& ui, Vec2 px) {
  const Scene& scene = ui.session.scene();
  if (indexed_scene_ != ui.session.scene_revision()) {
    index_ = PickIndex(scene);
    indexed_scene_ = ui.session.scene_revision();
  }
  return index_.pick(scene, at_scale_1(ui.session.view.camera(), ui.scale), px * (1 / ui.scale));
}

void Canvas::take_input(UiContext& ui) {
  const ImGuiIO& io = ImGui::GetIO();
  ViewState& view = ui.session.view;
  const Vec2 mouse = vec(io.MousePos) - area_.min;
  const bool is_hovered = ImGui::IsItemHovered();
  if (is_hovered && io.MouseWheel != 0) turn_wheel(ui, mouse);
  if (ImGui::IsItemActivated()) press(ui, mouse);
  if (ImGui::IsItemActive()) drag(ui, mouse);
  const bool points_at_picture = is_hovered && hand_.drag == Drag::none && !is_over_minimap(mouse);
  view.hover = points_at_picture ? pick(ui, mouse) : PickId{};
  if (ImGui::IsItemDeactivated()) let_go(ui, mouse, is_hovered);
  choose_cursor(ui, is_hovered, mouse);
}

void Canvas::turn_wheel(UiContext& ui, Vec2 mouse) {
  Camera& camera = ui.session.view.camera();
  camera = camera.zoomed_at(mouse, std::pow(wheel_step, ImGui::GetIO().MouseWheel));
  begin_pan(ui, mouse);  // a drag goes on from here
  pace_.turn(ImGui::GetTime());
}

bool Canvas::is_over_minimap(Vec2 px) const { return minimap_.is_shown() && minimap_.box().contains(px); }

void Canvas::press(UiContext& ui, Vec2 mouse) {
  hand_ = {};
  for (const int button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right, ImGuiMouseButton_Middle}) {
    if (ImGui::IsMouseDown(button)) hand_.button = button;
  }
  hand_.pressed_px = mouse;
  if (is_over_minimap(mouse)) {
    hand_.drag = Drag::minimap;
  } else if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    double_click(ui, pick(ui, mouse), mouse);
    hand_.drag = Drag::spent;  // the picture may be another when the button comes up
  } else {
    hand_.pressed_on = pick(ui, mouse);
    begin_pan(ui, mouse);
  }
}

void Canvas::double_click(UiContext& ui, PickId on, Vec2 mouse) {
  Session& session = ui.session;
  if (session.view.tab == Tab::network && session.open_at(on)) return;
  const PickId chosen = selectable(session, on);
  const bool is_mark = on.kind == PickId::Kind::actor || on.kind == PickId::Kind::agreement;
  if (is_mark && chosen.kind != PickId::Kind::none) {
    set_selection(session, {chosen});
    set_focus(session, 1);
  } else {
    Camera& camera = session.view.camera();
    camera = camera_on_land(session, ui.scale).value_or(camera.zoomed_at(mouse, 2));
  }
}

// What the drag is to be is known once it has gone further than a click may shake.
Canvas::Drag Canvas::kind_of_drag(const UiContext& ui) const {
  const ViewState& view = ui.session.view;
  if (hand_.button != ImGuiMouseButton_Left) return Drag::pan;
  if (ImGui::GetIO().KeyShift || view.tool == PointerTool::rectangle) return Drag::rectangle;
  if (view.tool == PointerTool::lasso) return Drag::lasso;
  return ui.session.can_pin(hand_.pressed_on) ? Drag::mark : Drag::pan;
}

void Canvas::drag(UiContext& ui, Vec2 mouse) {
  Session& session = ui.session;
  if (hand_.drag == Drag::none) {
    if (distance(mouse, hand_.pressed_px) < ui.px(drag_threshold_px)) return;
    hand_.drag = kind_of_drag(ui);
    hand_.line = {hand_.pressed_px};
    const auto place = hand_.drag == Drag::mark ? place_of(session.scene(), hand_.pressed_on) : std::nullopt;
    if (place) hand_.grip_px = session.view.camera().screen_from_world(*place) - hand_.pressed_px;
  }
  Camera& camera = session.view.camera();
  switch (hand_.drag) {
    case Drag::pan: {
      // By whole pixels from where it began: the picture moves without being drawn anew, and no rounding adds up.
      const Vec2 moved = mouse - hand_.pan_from_px;
      camera.centre = hand_.pan_centre - Vec2{std::round(moved.x), std::round(moved.y)} * (1.0F / camera.scale);
      break;
    }
    case Drag::rectangle:
      hand_.line = corners_of(hand_.pressed_px, mouse);
      break;
    case Drag::lasso:
      if (distance(mouse, hand_.line.back()) >= ui.px(lasso_step_px)) hand_.line.push_back(mouse);
      break;
    case Drag::mark:
      session.pin(hand_.pressed_on, camera.world_from_screen(mouse + hand_.grip_px), false);
      break;
    case Drag::minimap:
      camera.centre = minimap_.world_at(mouse);
      break;
    case Drag::none:
    case Drag::spent:
      break;
  }
}

void Canvas::begin_pan(const UiContext& ui, Vec2 mouse) {
  hand_.pan_from_px = mouse;
  hand_.pan_centre = ui.session.view.camera().centre;
}

void Canvas::let_go(UiContext& ui, Vec2 mouse, bool is_hovered) {
  Session& session = ui.session;
  const ImGuiIO& io = ImGui::GetIO();
  const Hand hand = std::exchange(hand_, {});
  const bool is_tool = session.view.tool != PointerTool::pan;
  switch (hand.drag) {
    case Drag::none:
      if (!is_hovered) break;
      if (hand.button == ImGuiMouseButton_Right) open_context_menu(ui, session.view.hover);
      if (hand.button == ImGuiMouseButton_Left) click(session, session.view.hover, io.KeyCtrl || io.KeyShift);
      break;
    case Drag::rectangle:
    case Drag::lasso:
      select_inside(session, hand.line, io.KeyCtrl || (is_tool && io.KeyShift));
      break;
    case Drag::mark:
      session.pin(hand.pressed_on, session.view.camera().world_from_screen(mouse + hand.grip_px), true);
      break;
    case Drag::pan:
    case Drag::minimap:
    case Drag::spent:
      break;
  }
}

void Canvas::choose_cursor(const UiContext& ui, bool is_hovered, Vec2 mouse) const {
  if (hand_.drag == Drag::pan || hand_.drag == Drag::mark) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  } else if (is_hovered &&
             (is_over_minimap(mouse) || selectable(ui.session, ui.session.view.hover).kind != PickId::Kind::none)) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
}

bool Canvas::cancel_drag() {
  if (hand_.drag != Drag::rectangle && hand_.drag != Drag::lasso) return false;
  hand_.drag = Drag::spent;
  hand_.line.clear();
  return true;
}

}  // namespace samverka
