#include "ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/session.h"
#include "ui/describe.h"

namespace samverka {
namespace {

constexpr float fit_margin_px = 36;
constexpr float wheel_step = 1.18F;
constexpr float drag_threshold_px = 4;
constexpr float least_zoom = 0.3F;  // of the whole picture: further out there is nothing to see
constexpr float greatest_zoom = 800;

Vec2 vec(ImVec2 v) { return {v.x, v.y}; }
ImVec2 im(Vec2 v) { return {v.x, v.y}; }

bool same(const Camera& a, const Camera& b) {
  return a.centre == b.centre && a.scale == b.scale && a.viewport_px == b.viewport_px && a.mark_scale == b.mark_scale;
}

// The camera in the pixels of scale 1, which labels, marks and reaches are measured in.
Camera at_scale_1(const Camera& camera, float ui_scale) {
  return {camera.centre, camera.scale / ui_scale, camera.viewport_px * (1 / ui_scale), camera.mark_scale};
}

// A whole country in a small window has small marks; nearer they grow, but slower than the map.
float mark_scale_for(const Camera& camera, const Camera& whole, float ui_scale) {
  constexpr float growth = 0.3F;
  constexpr float full_size_px = 850;  // a picture this tall shows the whole with marks as they are
  const float side = std::min(camera.viewport_px.x, camera.viewport_px.y) / (ui_scale * full_size_px);
  return std::clamp(std::sqrt(side), 0.6F, 1.1F) *
         std::clamp(std::pow(camera.scale / whole.scale, growth), 0.75F, 2.2F);
}

// The halo keeps a label readable over lines: the text four times in the canvas colour, then once in its own.
void draw_haloed(ImDrawList& list, const Fonts& fonts, const Label& label, Vec2 baseline, float scale) {
  ImFont* font = fonts.label(label.size_px, label.is_bold);
  const float size = label.size_px * scale * inter_line_per_em;
  const Vec2 top_left{std::round(baseline.x), std::round(baseline.y - font->Ascent * size / font->FontSize)};
  const char* begin = label.text.data();
  const char* end = begin + label.text.size();
  const float reach = 1.25F * scale;
  for (const Vec2 step : {Vec2{-reach, 0}, Vec2{reach, 0}, Vec2{0, -reach}, Vec2{0, reach}}) {
    list.AddText(font, size, im(top_left + step), colour_u32(label.halo), begin, end);
  }
  list.AddText(font, size, im(top_left), colour_u32(label.colour), begin, end);
}

// 1, 2 or 5 times a power of ten, at most `most`.
float round_length(float most) {
  const float power = std::pow(10.0F, std::floor(std::log10(std::max(most, 0.001F))));
  for (const float step : {5.0F, 2.0F}) {
    if (step * power <= most) return step * power;
  }
  return power;
}

}  // namespace

Canvas::Canvas(CanvasTexture& texture, std::unique_ptr<TextMeasure> measure)
    : texture_(texture), measure_(std::move(measure)) {}

void Canvas::draw(UiContext& ui, const Rect& area) {
  area_ = area;
  Session& session = ui.session;
  ImGui::SetCursorScreenPos(im(area.min));
  const ImVec2 size{std::max(1.0F, area.width()), std::max(1.0F, area.height())};
  ImGui::InvisibleButton("canvas", size, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
  record(ui, ui.tr("ui.canvas"), "canvas");
  if (!session.has_document() || !session.is_scene_ready()) return draw_waiting(ui);
  Camera& camera = session.view.camera();
  const Vec2 viewport{std::floor(size.x), std::floor(size.y)};
  const float margin = std::min(ui.px(fit_margin_px), 0.05F * std::min(viewport.x, viewport.y) + ui.px(6));
  const Camera whole = fit(session.scene().bounds, viewport, margin);
  const bool is_resized = !(camera.viewport_px == viewport);
  if (session.view.wants_fit() || (is_resized && session.view.is_fitted())) {
    camera = whole;
    session.view.wants_fit() = false;
    session.view.is_fitted() = true;
  }
  camera.viewport_px = viewport;
  const Camera before = camera;
  take_input(ui);
  camera.scale = std::clamp(camera.scale, whole.scale * least_zoom, whole.scale * greatest_zoom);
  if (!same(before, camera)) session.view.is_fitted() = false;
  camera.mark_scale = mark_scale_for(camera, whole, ui.scale);
  renew(ui);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(im(area.min), im(area.max), true);
  if (picture_)
    list.AddImageRounded(picture_, im(area.min), im(area.min + viewport), {0, 0}, {1, 1}, IM_COL32_WHITE, ui.px(8));
  draw_labels(ui);
  if (session.scene().is_map) draw_scale_bar(ui);
  draw_illustrative_mark(ui);
  if (session.scene().marks.empty()) draw_nothing_shown(ui);
  list.PopClipRect();
  draw_hover_card(ui);
}

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
  if (ImGui::IsItemDeactivated()) {
    if (!is_dragging_ && is_hovered) view.selection = selectable(ui.session, view.hover);
    is_dragging_ = false;
  }
  if (is_hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) camera = camera.zoomed_at(mouse, 2);
}

void Canvas::renew(UiContext& ui) {
  Session& session = ui.session;
  session.tick();  // a click just now may have changed what is to be drawn
  const Camera& camera = session.view.camera();
  if (picture_ && drawn_scene_ == session.scene_revision() && same(drawn_camera_, camera)) return;
  picture_ = texture_.update(rasterize(session.scene(), camera, ui.scale));
  labels_ = place_labels(session.scene(), at_scale_1(camera, ui.scale), *measure_);
  drawn_scene_ = session.scene_revision();
  drawn_camera_ = camera;
}

void Canvas::draw_labels(UiContext& ui) const {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const PlacedLabel& placed : labels_) {
    draw_haloed(list, ui.fonts, ui.session.scene().labels[placed.label], area_.min + placed.baseline_px * ui.scale,
                ui.scale);
  }
}

void Canvas::draw_scale_bar(UiContext& ui) const {
  const Camera& camera = ui.session.view.camera();
  const float km = round_length(ui.px(140) / camera.scale);
  const float length = km * camera.scale;
  if (!(length > 4) || length > area_.width()) return;
  const Rgba colour = ui.session.theme().muted;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Vec2 right = area_.max - Vec2{ui.px(18), ui.px(18)};
  const Vec2 left = right - Vec2{length, 0};
  list.AddLine(im(left), im(right), colour_u32(colour), ui.px(1.5F));
  for (const Vec2 end : {left, right})
    list.AddLine(im(end - Vec2{0, ui.px(4)}), im(end + Vec2{0, ui.px(1)}), colour_u32(colour), ui.px(1.5F));
  const std::string words = km >= 1 ? ui.session.texts().number(std::lround(km)) + " km"
                                    : ui.session.texts().number(std::lround(km * 1000)) + " m";
  const ImFont& font = *ui.fonts.small;
  list.AddText(ui.fonts.small, font.FontSize, {left.x, right.y - font.FontSize - ui.px(4)}, colour_u32(colour),
               words.c_str());
}

// Invented data must be known as such wherever the picture goes, a photograph of the screen too.
void Canvas::draw_illustrative_mark(UiContext& ui) const {
  const std::string& words = ui.session.scene().caption.illustrative;
  if (words.empty()) return;
  const Theme& theme = ui.session.theme();
  const ImFont& font = *ui.fonts.small_bold;
  const ImVec2 size = font.CalcTextSizeA(font.FontSize, area_.width(), 0, words.c_str());
  const Vec2 from = area_.min + Vec2{ui.px(14), ui.px(14)};
  const Vec2 to = from + Vec2{size.x + ui.px(20), size.y + ui.px(10)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(im(from), im(to), colour_u32(theme.panel), ui.px(6));
  list.AddRect(im(from), im(to), colour_u32(theme.warning), ui.px(6));
  list.AddText(ui.fonts.small_bold, font.FontSize, {from.x + ui.px(10), from.y + ui.px(5)}, colour_u32(theme.warning),
               words.c_str());
}

void Canvas::draw_hover_card(UiContext& ui) const {
  const Described card = describe(ui.session, ui.session.view.hover);
  if (card.title.empty()) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(9)});
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(340));
  ImGui::PushFont(ui.fonts.bold);
  ImGui::TextUnformatted(card.title.c_str());
  ImGui::PopFont();
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_u32(ui.session.theme().muted));
  for (const std::string& line : card.lines) ImGui::TextUnformatted(line.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

void Canvas::draw_nothing_shown(UiContext& ui) const {
  const bool is_empty = ui.session.network().actors.empty();
  draw_centred(ui, ui.tr(is_empty ? "ui.empty_network" : "ui.nothing_shown"));
}

void Canvas::draw_centred(UiContext& ui, const std::string& words) const {
  const float width = std::max(area_.width() - ui.px(40), 1.0F);
  const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, width);
  const Vec2 at = area_.centre() - Vec2{size.x, size.y} * 0.5F;
  const Rect box{at - Vec2{ui.px(16), ui.px(12)}, at + Vec2{size.x + ui.px(16), size.y + ui.px(12)}};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(im(box.min), im(box.max), colour_u32(ui.session.theme().panel), ui.px(8));
  list.AddText(ui.fonts.body, ui.fonts.body->FontSize, im(at), colour_u32(ui.session.theme().muted), words.c_str(),
               nullptr, width);
}

void Canvas::draw_waiting(UiContext& ui) const {
  Session& session = ui.session;
  const JobSlot& job = session.load_job().is_running() ? session.load_job() : session.layout_job();
  std::string words = ui.tr("ui.nothing_open");
  if (job.is_running()) {
    words = ui.tr(job.label()) + " " + std::to_string(std::lround(job.fraction() * 100)) + " %";
  }
  draw_centred(ui, words);
}

}  // namespace samverka
