// What stands over the picture: scale bar, marks, cards, and the words where there is no picture.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/session.h"
#include "ui/canvas.h"
#include "ui/describe.h"
#include "ui/describe_support.h"
#include "ui/panels/note_parts.h"
#include "ui/ui.h"

namespace samverka {
namespace {

ImVec2 im(Vec2 v) { return {v.x, v.y}; }

// 1, 2 or 5 times a power of ten, at most `most`.
float round_length(float most) {
  const float power = std::pow(10.0F, std::floor(std::log10(std::max(most, 0.001F))));
  for (const float step : {5.0F, 2.0F}) {
    if (step * power <= most) return step * power;
  }
  return power;
}

}  // namespace

void Canvas::draw_overlay(UiContext& ui) const {
  const Scene& scene = ui.session.scene();
  draw_note_signs(ui, area_);
  draw_minimap_frame(ui);
  round_corners(ui);
  if (scene.is_map) draw_scale_bar(ui);
  draw_illustrative_mark(ui);
  if (scene.marks.empty() && scene.labels.empty()) draw_nothing_shown(ui);
  draw_drag_line(ui);
  draw_focus_ring(ui);
}

void Canvas::draw_minimap_frame(UiContext& ui) const {
  if (!minimap_.is_shown()) return;
  const Theme& theme = ui.session.theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect box{area_.min + minimap_.box().min, area_.min + minimap_.box().max};
  const Rect view{area_.min + minimap_.view_box().min, area_.min + minimap_.view_box().max};
  if (view.width() > 0 && view.height() > 0) {
    list.AddRectFilled(im(view.min), im(view.max), colour_u32(with_alpha(theme.accent, 0.15F)));
    list.AddRect(im(view.min), im(view.max), colour_u32(theme.accent), 0, 0, ui.px(1.5F));
  }
  list.AddRect(im(box.min), im(box.max), colour_u32(theme.border), 0, 0, ui.px(1));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  ui.items.push_back({ui.tr("ui.minimap"), "minimap", box, true, box.contains({mouse.x, mouse.y}), false});
}

// What Shift+drag or the lasso has drawn so far.
void Canvas::draw_drag_line(UiContext& ui) const {
  const bool is_line = hand_.drag == Drag::rectangle || hand_.drag == Drag::lasso;
  if (!is_line || hand_.line.size() < 2) return;
  const Rgba colour = ui.session.theme().accent;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::vector<ImVec2> points;
  for (const Vec2 px : hand_.line) points.push_back(im(area_.min + px));
  if (hand_.drag == Drag::rectangle) list.AddRectFilled(points[0], points[2], colour_u32(with_alpha(colour, 0.12F)));
  list.AddPolyline(points.data(), static_cast<int>(points.size()), colour_u32(colour), ImDrawFlags_Closed, ui.px(1.5F));
}

// The keyboard is in use and the picture has it: arrows and Tab walk the picture.
void Canvas::draw_focus_ring(UiContext& ui) const {
  if (!has_focus_ring_) return;
  const Vec2 inset{ui.px(1), ui.px(1)};
  ImGui::GetWindowDrawList()->AddRect(im(area_.min + inset), im(area_.max - inset),
                                      colour_u32(ui.session.theme().accent), ui.px(6), 0, ui.px(2));
}

void Canvas::draw_scale_bar(UiContext& ui) const {
  const Camera& camera = ui.session.view.camera();
  const float km = round_length(ui.px(140) / camera.scale);
  const float length = km * camera.scale;
  if (!(length > 4) || length > area_.width()) return;
  const Rgba colour = ui.session.theme().muted;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float room = minimap_.is_shown() ? area_.width() - minimap_.box().min.x : ui.px(4);
  const Vec2 right = area_.max - Vec2{room + ui.px(14), ui.px(18)};
  const Vec2 left = right - Vec2{length, 0};
  // Names of the map may lie under it.
  list.AddRectFilled(im(left - Vec2{ui.px(6), ui.fonts.small->FontSize + ui.px(7)}),
                     im(right + Vec2{ui.px(6), ui.px(6)}), colour_u32(ui.session.scene().canvas), ui.px(4));
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
  Described card = describe(ui.session, ui.session.view.hover);
  if (card.title.empty()) return;
  for (std::string& line : support_lines(ui.session, ui.state.support, ui.session.view.hover)) {
    card.lines.push_back(std::move(line));
  }
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

// The picture is copied as a rectangle; this gives its lower corners back to the rounded panel around it.
void Canvas::round_corners(UiContext& ui) const {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect& area = area_;
  const Theme& theme = ui.session.theme();
  const float radius = std::min(ImGui::GetStyle().ChildRounding, 0.5F * std::min(area.width(), area.height()));
  constexpr float quarter = 1.5707963F;
  constexpr int steps = 8;
  for (const bool is_right : {true, false}) {
    const Vec2 tip{is_right ? area.max.x : area.min.x, area.max.y};
    const Vec2 middle{tip.x + (is_right ? -radius : radius), tip.y - radius};
    const auto on_arc = [&](int step) {
      const float turn = quarter * (static_cast<float>(step) / steps + (is_right ? 0 : 1));
      return im(middle + Vec2{std::cos(turn), std::sin(turn)} * radius);
    };
    for (int step = 0; step < steps; ++step) {
      list.AddTriangleFilled(im(tip), on_arc(step), on_arc(step + 1), colour_u32(theme.background));
    }
    for (int step = 0; step <= steps; ++step) list.PathLineTo(on_arc(step));
    list.PathStroke(colour_u32(theme.border), 0, ImGui::GetStyle().ChildBorderSize);
  }
}

}  // namespace samverka
