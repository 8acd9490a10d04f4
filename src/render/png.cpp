// PNG of the page: the picture by our own raster (the same pixels as in the window), panels and words by Cairo with the
// Inter files, so that no font has to be installed.
#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <numbers>
#include <span>
#include <utility>

#include "render/cairo_surface.h"
#include "render/page.h"

namespace samverka {
namespace {

constexpr float greatest_side = 30000;     // Cairo's own limit is 32 767
constexpr float greatest_pixels = 150e6F;  // 600 MB of memory

// A font file that Cairo may hold on to in its caches after we are done: it owns its own FreeType.
struct FontFile {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  FontFile() = default;
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;
  ~FontFile() {
    if (face) FT_Done_Face(face);
    if (library) FT_Done_FreeType(library);
  }
};

using Font = std::unique_ptr<cairo_font_face_t, decltype(&cairo_font_face_destroy)>;

Result<Font> load_font(const std::string& file) {
  static const cairo_user_data_key_t owner_key{};
  auto owner = std::make_unique<FontFile>();
  const bool is_loaded =
      FT_Init_FreeType(&owner->library) == 0 && FT_New_Face(owner->library, file.c_str(), 0, &owner->face) == 0;
  if (!is_loaded) return error("E_FONT", {"problem.font", {{"file", file}}}, Exit::save);
  Font font(cairo_ft_font_face_create_for_ft_face(owner->face, FT_LOAD_NO_HINTING), cairo_font_face_destroy);
  const auto release = [](void* held) { delete static_cast<FontFile*>(held); };
  const cairo_status_t status = cairo_font_face_set_user_data(font.get(), &owner_key, owner.get(), release);
  if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  owner.release();  // NOLINT: the font face has it now
  return font;
}

class Painter {
 public:
  Painter(cairo_surface_t* surface, float ratio, Font regular, Font bold)
      : context_(cairo_create(surface), cairo_destroy), regular_(std::move(regular)), bold_(std::move(bold)) {
    cairo_scale(cairo(), static_cast<double>(ratio), static_cast<double>(ratio));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo(), options);
    cairo_font_options_destroy(options);
    cairo_set_line_join(cairo(), CAIRO_LINE_JOIN_ROUND);
  }
  cairo_t* cairo() { return context_.get(); }

  void set(Rgba c) { cairo_set_source_rgba(cairo(), c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0); }

  void trace_rounded(const Rect& box, float corner_px) {
    constexpr double turn = std::numbers::pi / 2;
    const double r = std::min({corner_px, box.width() / 2, box.height() / 2});
    cairo_new_sub_path(cairo());
    cairo_arc(cairo(), box.max.x - r, box.min.y + r, r, -turn, 0);
    cairo_arc(cairo(), box.max.x - r, box.max.y - r, r, 0, turn);
    cairo_arc(cairo(), box.min.x + r, box.max.y - r, r, turn, 2 * turn);
    cairo_arc(cairo(), box.min.x + r, box.min.y + r, r, 2 * turn, 3 * turn);
    cairo_close_path(cairo());
  }

  void box(const PageBox& b) {
    trace_rounded(b.box, b.corner_px);
    set(b.fill);
    cairo_fill_preserve(cairo());
    set(b.border);
    cairo_set_line_width(cairo(), 1);
    cairo_stroke(cairo());
  }

  void line(const PageLine& l) {
    constexpr double dashes[] = {4.5, 3.5};
    cairo_set_dash(cairo(), dashes, l.is_dashed ? 2 : 0, 0);
    cairo_move_to(cairo(), l.from.x, l.from.y);
    cairo_line_to(cairo(), l.to.x, l.to.y);
    set(l.colour);
    cairo_set_line_width(cairo(), static_cast<double>(l.width_px));
    cairo_stroke(cairo());
    cairo_set_dash(cairo(), nullptr, 0, 0);
  }

  void mark(const Mark& m) {
    const std::vector<Vec2> corners = symbol_corners(m.symbol, m.centre, m.radius_px);
    constexpr double round = 2 * std::numbers::pi;
    if (corners.empty()) cairo_arc(cairo(), m.centre.x, m.centre.y, m.radius_px, 0, round);
    for (const Vec2 corner : corners) cairo_line_to(cairo(), corner.x, corner.y);
    cairo_close_path(cairo());
    if (m.symbol == Symbol::ring) {
      cairo_new_sub_path(cairo());
      cairo_arc_negative(cairo(), m.centre.x, m.centre.y, m.radius_px * ring_hole, round, 0);
    }
    set(m.fill);
    cairo_fill(cairo());
  }

  void text(Vec2 at, const std::string& words, float size_px, bool is_bold, Rgba colour, const Rgba* halo) {
    cairo_set_font_face(cairo(), is_bold ? bold_.get() : regular_.get());
    cairo_set_font_size(cairo(), static_cast<double>(size_px));
    cairo_move_to(cairo(), at.x, at.y);
    if (halo) {
      cairo_text_path(cairo(), words.c_str());
      set(*halo);
      cairo_set_line_width(cairo(), static_cast<double>(halo_px));
      cairo_stroke(cairo());
      cairo_move_to(cairo(), at.x, at.y);
    }
    set(colour);
    cairo_show_text(cairo(), words.c_str());
  }

 private:
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context_;
  Font regular_, bold_;
};

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
  for (const PlacedLabel& place : view.labels) {
    const Label& label = scene.labels[place.label];
    painter.text(box.min + place.baseline_px, clean_text(label.text), label.size_px, label.is_bold, label.colour,
                 &label.halo);
  }
  painter.trace_rounded(box, view.frame.corner_px);
  painter.set(view.frame.border);
  cairo_set_line_width(cairo, 1);
  cairo_stroke(cairo);
  return Done{};
}

void paint_surroundings(Painter& painter, const Page& page) {
  for (const PageBox& box : page.boxes) painter.box(box);
  for (const PageLine& line : page.lines) painter.line(line);
  for (const Mark& mark : page.marks) painter.mark(mark);
  for (const PageText& text : page.texts) {
    painter.text(text.at, text.text, text.size_px, text.is_bold, text.colour, nullptr);
  }
}

}  // namespace

Result<std::string> to_png(const Scene& scene, const TextMeasure& measure, const PictureOptions& options) {
  const Page page = compose_page(scene, measure, options);
  const float ratio = options.dpi > 0 ? options.dpi / 96 : 1;
  const Vec2 size{std::ceil(page.size_px.x * ratio), std::ceil(page.size_px.y * ratio)};
  if (size.x > greatest_side || size.y > greatest_side || size.x * size.y > greatest_pixels) {
    return error("E_LIMIT", {"problem.picture_size", {{"limit", "150"}}}, Exit::limit);
  }
  Result<Font> regular = load_font(options.regular_font);
  if (!regular) return regular.problem();
  Result<Font> bold = load_font(options.bold_font);
  if (!bold) return bold.problem();
  const Result<Surface> surface = make_surface(static_cast<int>(size.x), static_cast<int>(size.y));
  if (!surface) return surface.problem();
  {
    Painter painter(surface->get(), ratio, *std::move(regular), *std::move(bold));
    painter.set(page.background);
    cairo_paint(painter.cairo());
    for (const PageView& view : page.views) {
      if (const Result<Done> painted = paint_view(painter, scene, view, ratio); !painted) return painted.problem();
    }
    paint_surroundings(painter, page);
    const cairo_status_t status = cairo_status(painter.cairo());
    if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  }
  return png_of(surface->get(), options.dpi > 0 ? options.dpi : 96);
}

}  // namespace samverka
