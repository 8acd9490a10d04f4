// PNG of the page: the picture by our own raster (the same pixels as in the window), panels and words by Cairo with the
// Inter files, so that no font has to be installed.
#include <cairo.h>

#include <cmath>

#include "render/cairo_painter.h"

namespace samverka {
namespace {

constexpr float greatest_side = 30000;     // Cairo's own limit is 32 767
constexpr float greatest_pixels = 150e6F;  // 600 MB of memory

Camera scaled(Camera camera, float ratio) {
  camera.scale *= ratio;
  camera.viewport_px = {std::ceil(camera.viewport_px.x * ratio), std::ceil(camera.viewport_px.y * ratio)};
  return camera;
}

Result<Done> paint_view(Painter& painter, const Scene& scene, const PageView& view, float ratio) {
  const Result<Surface> picture = surface_of(rasterize(scene, scaled(view.camera, ratio), ratio));
  if (!picture) return picture.problem();
  const Rect& box = view.frame.box;
  cairo_t* cairo = painter.cairo();
  cairo_save(cairo);
  painter.trace_rounded(box, view.frame.corner_px);
  cairo_clip(cairo);
  cairo_translate(cairo, std::floor(box.min.x * ratio) / ratio, std::floor(box.min.y * ratio) / ratio);
  cairo_scale(cairo, 1 / static_cast<double>(ratio), 1 / static_cast<double>(ratio));
  cairo_set_source_surface(cairo, picture->get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);  // pixel on pixel
  cairo_paint(cairo);
  cairo_restore(cairo);
  paint_labels(painter, scene, view);
  painter.frame(view.frame);
  return Done{};
}

Result<Surface> painted(const Page& page, const Scene* scene, const PictureOptions& options) {
  const float ratio = options.dpi > 0 ? options.dpi / 96 : 1;
  const Vec2 size{std::ceil(page.size_px.x * ratio), std::ceil(page.size_px.y * ratio)};
  if (size.x > greatest_side || size.y > greatest_side || size.x * size.y > greatest_pixels) {
    return error("E_LIMIT", {"problem.picture_size", {{"limit", "150"}}}, Exit::limit);
  }
  Result<PainterFonts> fonts = load_fonts(options);
  if (!fonts) return fonts.problem();
  Result<Surface> surface = make_surface(static_cast<int>(size.x), static_cast<int>(size.y), page.background.a == 0);
  if (!surface) return surface;
  Painter painter(surface->get(), ratio, *std::move(fonts));
  if (page.background.a > 0) {
    painter.set(page.background);
    cairo_paint(painter.cairo());
  }
  for (const PageView& view : page.views) {
    if (const Result<Done> done = paint_view(painter, *scene, view, ratio); !done) return done.problem();
  }
  paint_surroundings(painter, page);
  if (const Result<Done> done = painter_state(painter); !done) return done.problem();
  return surface;
}

}  // namespace

Result<std::string> png_of(const Page& page, const Scene* scene, const PictureOptions& options) {
  const Result<Surface> surface = painted(page, scene, options);
  if (!surface) return surface.problem();
  return png_of(surface->get(), options.dpi > 0 ? options.dpi : 96, options.about);
}

Result<Pixels> pixels_of(const Page& page, const Scene* scene, const PictureOptions& options) {
  const Result<Surface> surface = painted(page, scene, options);
  if (!surface) return surface.problem();
  return pixels_of(surface->get());
}

Result<std::string> to_png(const Scene& scene, const TextMeasure& measure, const PictureOptions& options) {
  return png_of(compose_page(scene, measure, options), &scene, options);
}

Result<Pixels> to_pixels(const Scene& scene, const TextMeasure& measure, const PictureOptions& options) {
  return pixels_of(compose_page(scene, measure, options), &scene, options);
}

}  // namespace samverka
