#include "render/cairo_scene.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace samverka {
namespace {

// What is at hand while one view is painted; the painter's origin is the frame's corner.
struct SceneView {
  Painter& painter;
  const Camera& camera;
  Rect box;

  cairo_t* cairo() const { return painter.cairo(); }
  Vec2 px(Vec2 world) const { return camera.screen_from_world(world); }
  bool is_drawable(Vec2 p) const { return std::abs(p.x) < 1e6F && std::abs(p.y) < 1e6F; }  // false for NaN
  bool is_seen(const Rect& bounds, float grown) const {
    return !bounds.is_empty() && bounds.grown(grown).overlaps(box);
  }
};

Rect traced(const SceneView& view, const std::vector<Vec2>& points, bool is_closed) {
  Rect bounds;
  bool is_begun = false;
  for (const Vec2 world : points) {
    const Vec2 p = view.px(world);
    if (!view.is_drawable(p)) continue;
    bounds.include(p);
    if (is_begun)
      cairo_line_to(view.cairo(), p.x, p.y);
    else
      cairo_move_to(view.cairo(), p.x, p.y);
    is_begun = true;
  }
  if (is_closed && is_begun) cairo_close_path(view.cairo());
  return bounds;
}

// The path that is traced becomes the clip; slanting lines across what is seen of it.
void hatch(const SceneView& view, const Rect& bounds, Rgba colour) {
  cairo_t* cairo = view.cairo();
  cairo_save(cairo);
  cairo_clip(cairo);
  const Rect seen{{std::max(bounds.min.x, view.box.min.x), std::max(bounds.min.y, view.box.min.y)},
                  {std::min(bounds.max.x, view.box.max.x), std::min(bounds.max.y, view.box.max.y)}};
  const float height = seen.max.y - seen.min.y;
  // One pattern for all areas, so that neighbours hang together.
  const float first = std::floor((seen.min.x + seen.min.y) / hatch_step_px) * hatch_step_px - seen.min.y;
  for (float x = first; x - height <= seen.max.x; x += hatch_step_px) {
    cairo_move_to(cairo, x, seen.min.y);
    cairo_line_to(cairo, x - height, seen.max.y);
  }
  view.painter.set(colour);
  cairo_set_line_width(cairo, static_cast<double>(hatch_line_px));
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

void paint_polygon(const SceneView& view, const Polygon& polygon) {
  cairo_t* cairo = view.cairo();
  cairo_new_path(cairo);
  Rect bounds;
  for (const std::vector<Vec2>& ring : polygon.rings) {
    const Rect own = traced(view, ring, true);
    if (own.is_empty()) continue;
    bounds.include(own.min);
    bounds.include(own.max);
  }
  if (polygon.fill.a == 0 || !view.is_seen(bounds, 2)) return cairo_new_path(cairo);
  view.painter.set(polygon.fill);
  cairo_fill_preserve(cairo);
  if (polygon.hatch.a > 0) hatch(view, bounds, polygon.hatch);
  cairo_new_path(cairo);
}

void paint_outline(const SceneView& view, const Outline& outline) {
  cairo_t* cairo = view.cairo();
  cairo_new_path(cairo);
  const Rect bounds = traced(view, outline.points, false);
  if (!view.is_seen(bounds, 2)) return cairo_new_path(cairo);
  view.painter.set(outline.colour);
  cairo_set_line_width(cairo, static_cast<double>(outline.width_px));
  cairo_stroke(cairo);
}

void paint_link(const SceneView& view, const Link& link) {
  const Vec2 from = view.px(link.from);
  const Vec2 to = view.px(link.to);
  if (!view.is_drawable(from) || !view.is_drawable(to) || !std::isfinite(link.bend)) return;
  const Vec2 control = bend_control(from, to, link.bend);
  Rect bounds;
  for (const Vec2 p : {from, control, to}) bounds.include(p);
  if (!view.is_seen(bounds, 2)) return;
  constexpr double dashes[] = {4.5, 3.5};
  cairo_t* cairo = view.cairo();
  cairo_set_dash(cairo, dashes, link.is_dashed ? 2 : 0, 0);
  cairo_move_to(cairo, from.x, from.y);
  // A quadratic curve as a cubic one: its control points lie two thirds of the way to the one it has.
  const Vec2 a = from + (control - from) * (2.0F / 3), b = to + (control - to) * (2.0F / 3);
  cairo_curve_to(cairo, a.x, a.y, b.x, b.y, to.x, to.y);
  view.painter.set(link.colour);
  cairo_set_line_width(cairo, static_cast<double>(link.width_px));
  cairo_stroke(cairo);
}

void paint_mark(const SceneView& view, const Mark& mark) {
  const Vec2 centre = view.px(mark.centre);
  if (!view.is_drawable(centre) || !(mark.radius_px > 0) || !std::isfinite(mark.radius_px)) return;
  if (view.box.grown(mark.radius_px * 2).contains(centre)) view.painter.mark(mark, centre);
}

}  // namespace

void paint_scene(Painter& painter, const Scene& scene, const PageView& view) {
  const Rect& box = view.frame.box;
  cairo_t* cairo = painter.cairo();
  cairo_save(cairo);
  painter.trace_rounded(box, view.frame.corner_px);
  cairo_clip(cairo);
  painter.set(view.frame.fill);
  cairo_paint(cairo);
  cairo_translate(cairo, box.min.x, box.min.y);
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
  const SceneView seen{painter, view.camera, {{0, 0}, {box.width(), box.height()}}};
  for (const Polygon& polygon : scene.polygons) paint_polygon(seen, polygon);
  for (const Outline& outline : scene.outlines) paint_outline(seen, outline);
  for (const Link& link : scene.links) paint_link(seen, link);
  cairo_set_dash(cairo, nullptr, 0, 0);
  for (const Mark& mark : scene.marks) paint_mark(seen, mark);
  cairo_restore(cairo);
}

}  // namespace samverka
