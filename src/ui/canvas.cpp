#include "ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/camera_moves.h"
#include "app/session.h"
#include "base/posix.h"
#include "render/rough_raster.h"
#include "ui/map_camera.h"
#include "ui/ui.h"

namespace samverka {
namespace {

constexpr float fit_margin_px = 36;
constexpr float least_zoom = 0.3F;  // of the whole picture: further out there is nothing to see
constexpr float greatest_zoom = 800;

ImVec2 im(Vec2 v) { return {v.x, v.y}; }

bool same(const Camera& a, const Camera& b) {
  return a.centre == b.centre && a.scale == b.scale && a.viewport_px == b.viewport_px && a.mark_scale == b.mark_scale;
}

// A whole country in a small window has small marks; nearer they grow, but slower than the map.
float mark_scale_for(const Camera& camera, const Camera& whole, float ui_scale) {
  constexpr float growth = 0.3F;
  constexpr float full_size_px = 850;  // a picture this tall shows the whole with marks as they are
  const float side = std::min(camera.viewport_px.x, camera.viewport_px.y) / (ui_scale * full_size_px);
  return std::clamp(std::sqrt(side), 0.6F, 1.1F) *
         std::clamp(std::pow(camera.scale / whole.scale, growth), 0.75F, 2.2F);
}

Pixels clear_pixels(Vec2 size) {
  Pixels pixels{static_cast<int>(size.x), static_cast<int>(size.y), {}};
  pixels.rgba.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4);
  return pixels;
}

}  // namespace

Camera at_scale_1(const Camera& camera, float ui_scale) {
  return {camera.centre, camera.scale / ui_scale, camera.viewport_px * (1 / ui_scale), camera.mark_scale};
}

Canvas::Canvas(CanvasTexture& texture, std::unique_ptr<TextMeasure> measure)
    : texture_(texture), measure_(std::move(measure)) {}

void Canvas::draw(UiContext& ui, const Rect& wished_area) {
  // Whole pixels: the picture is copied pixel for pixel, and covers what is below it to its very edge.
  area_ = {{std::floor(wished_area.min.x), std::floor(wished_area.min.y)},
           {std::floor(wished_area.max.x), std::floor(wished_area.max.y)}};
  const Rect& area = area_;
  Session& session = ui.session;
  ImGui::SetCursorScreenPos(im(area.min));
  const ImVec2 size{std::max(1.0F, area.width()), std::max(1.0F, area.height())};
  ImGui::InvisibleButton(
      "canvas", size,
      ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle | ImGuiButtonFlags_MouseButtonRight);
  has_focus_ring_ = ui.state.picture_has_keys && ui.state.is_by_keys;
  record(ui, ui.tr("ui.canvas"), "canvas", has_focus_ring_);
  if (!session.has_document() || !session.is_scene_ready()) return draw_waiting(ui);
  session.tick();  // a tab or a search just now may have changed what the camera is to show
  Camera& camera = session.view.camera();
  const Vec2 viewport{std::floor(size.x), std::floor(size.y)};
  const float margin = std::min(ui.px(fit_margin_px), 0.05F * std::min(viewport.x, viewport.y) + ui.px(6));
  const Camera whole = fit(session.scene().bounds, viewport, margin);
  fit_camera(ui, whole, viewport);
  if (std::exchange(session.view.wants_fit_selection, false)) show_selection(session);
  if (session.view.tab == Tab::map) show_land(session, ui.scale);
  const Camera before = camera;
  take_input(ui);
  camera.scale = std::clamp(camera.scale, whole.scale * least_zoom, whole.scale * greatest_zoom);
  if (!same(before, camera)) session.view.is_fitted() = false;
  camera.mark_scale = mark_scale_for(camera, whole, ui.scale);
  if (session.view.tab == Tab::map)
    session.view.map_detail = map_detail_for(camera.scale / ui.scale, session.view.map_detail);
  renew(ui);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(im(area.min), im(area.max), false);
  if (has_picture_) texture_.draw(list, area.min);
  draw_overlay(ui);
  list.PopClipRect();
  draw_hover_card(ui);
}

void Canvas::fit_camera(UiContext& ui, const Camera& whole, Vec2 viewport) {
  ViewState& view = ui.session.view;
  Camera& camera = view.camera();
  const bool is_resized = !(camera.viewport_px == viewport);
  const bool is_lost = !is_finite(camera.centre) || !std::isfinite(camera.scale) || !(camera.scale > 0);
  if (view.wants_fit() || is_lost || (is_resized && view.is_fitted())) {
    camera = whole;
    view.wants_fit() = false;
    view.is_fitted() = true;
  }
  camera.viewport_px = viewport;
}

bool Canvas::wants_frames() const {
  constexpr double longest_s = 0.5;  // after that it is not in view
  return is_rough_ && pace_.was_turned_within(longest_s, ImGui::GetTime());
}

void Canvas::draw_shapes(const UiContext& ui, const Camera& camera) {
  const Session& session = ui.session;
  const double begin = wall_seconds();
  is_rough_ = false;
  if (texture_.draw_scene(session.scene(), session.scene_revision(), camera, ui.scale)) {
    frame_ = clear_pixels(camera.viewport_px);
  } else if (pace_.wants_rough(ImGui::GetTime())) {
    frame_ = rasterize_rough(session.scene(), camera, ui.scale);
    is_rough_ = true;
    pace_.note_rough(wall_seconds() - begin);
  } else {
    frame_ = raster_.draw(session.scene(), session.scene_revision(), camera, ui.scale);
    pace_.note_whole(wall_seconds() - begin);
  }
}

void Canvas::renew(UiContext& ui) {
  Session& session = ui.session;
  session.tick();  // a click just now may have changed what is to be drawn
  const Camera& camera = session.view.camera();
  minimap_.place(session.scene(), camera, ui.scale);
  const bool is_good_enough = !is_rough_ || pace_.is_turning(ImGui::GetTime());
  const bool is_same = drawn_scene_ == session.scene_revision() && same(drawn_camera_, camera);
  if (has_picture_ && is_same && is_good_enough) return;
  draw_shapes(ui, camera);
  const std::vector<PlacedLabel> labels = place_labels(session.scene(), at_scale_1(camera, ui.scale), *measure_);
  labels_.paint(frame_, session.scene(), labels, ui.fonts, ui.scale);
  minimap_.paint(frame_, session.scene(), session.scene_revision(), ui.scale);
  texture_.update(frame_);
  has_picture_ = true;
  drawn_scene_ = session.scene_revision();
  drawn_camera_ = camera;
}

}  // namespace samverka
