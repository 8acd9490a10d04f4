#include "render/cairo_painter.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <numbers>
#include <utility>

namespace samverka {
namespace {

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

Result<Font> load_font(const std::string& file) {
  static const cairo_user_data_key_t owner_key{};
  auto owner = std::make_unique<FontFile>();
  const bool is_loaded =
      FT_Init_FreeType(&owner->library) == 0 && FT_New_Face(owner->library, file.c_str(), 0, &owner->face) == 0;
  if (!is_loaded) return error("E_FONT", {"problem.font", {{"file", file}}}, Exit::save);
  Font font(cairo_ft_font_face_create_for_ft_face(owner->face, FT_LOAD_NO_HINTING));
  const auto release = [](void* held) { delete static_cast<FontFile*>(held); };
  const cairo_status_t status = cairo_font_face_set_user_data(font.get(), &owner_key, owner.get(), release);
  if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  owner.release();  // NOLINT: the font face has it now
  return font;
}

}  // namespace

void FontRelease::operator()(cairo_font_face_t* font) const { cairo_font_face_destroy(font); }

Result<PainterFonts> load_fonts(const PictureOptions& options) {
  Result<Font> regular = load_font(options.regular_font);
  if (!regular) return regular.problem();
  Result<Font> bold = load_font(options.bold_font);
  if (!bold) return bold.problem();
  return PainterFonts{*std::move(regular), *std::move(bold)};
}

Painter::Painter(cairo_surface_t* surface, float ratio, PainterFonts fonts)
    : cairo_(cairo_create(surface)), fonts_(std::move(fonts)) {
  cairo_scale(cairo_, static_cast<double>(ratio), static_cast<double>(ratio));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options(cairo_, options);
  cairo_font_options_destroy(options);
  cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
}

Painter::~Painter() { cairo_destroy(cairo_); }

void Painter::set(Rgba c) { cairo_set_source_rgba(cairo_, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0); }

void Painter::trace_rounded(const Rect& box, float corner_px) {
  constexpr double turn = std::numbers::pi / 2;
  const double r = std::min({corner_px, box.width() / 2, box.height() / 2});
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, box.max.x - r, box.min.y + r, r, -turn, 0);
  cairo_arc(cairo_, box.max.x - r, box.max.y - r, r, 0, turn);
  cairo_arc(cairo_, box.min.x + r, box.max.y - r, r, turn, 2 * turn);
  cairo_arc(cairo_, box.min.x + r, box.min.y + r, r, 2 * turn, 3 * turn);
  cairo_close_path(cairo_);
}

void Painter::box(const PageBox& b) {
  trace_rounded(b.box, b.corner_px);
  set(b.fill);
  cairo_fill(cairo_);
  frame(b);
}

void Painter::frame(const PageBox& b) {
  trace_rounded(b.box, b.corner_px);
  set(b.border);
  cairo_set_line_width(cairo_, 1);
  cairo_stroke(cairo_);
}

void Painter::line(const PageLine& l) {
  constexpr double dashes[] = {4.5, 3.5};
  cairo_set_dash(cairo_, dashes, l.is_dashed ? 2 : 0, 0);
  cairo_move_to(cairo_, l.from.x, l.from.y);
  cairo_line_to(cairo_, l.to.x, l.to.y);
  set(l.colour);
  cairo_set_line_width(cairo_, static_cast<double>(l.width_px));
  cairo_stroke(cairo_);
  cairo_set_dash(cairo_, nullptr, 0, 0);
}

void Painter::shape(Symbol symbol, Vec2 centre, float radius, Rgba fill) {
  const std::vector<Vec2> corners = symbol_corners(symbol, centre, radius);
  constexpr double round = 2 * std::numbers::pi;
  cairo_new_path(cairo_);
  if (corners.empty()) cairo_arc(cairo_, centre.x, centre.y, radius, 0, round);
  for (const Vec2 corner : corners) cairo_line_to(cairo_, corner.x, corner.y);
  cairo_close_path(cairo_);
  if (symbol == Symbol::ring) {
    cairo_new_sub_path(cairo_);
    cairo_arc_negative(cairo_, centre.x, centre.y, radius * ring_hole, round, 0);
  }
  set(fill);
  cairo_fill(cairo_);
}

// The outline is a greater mark below, as in the raster.
void Painter::mark(const Mark& m, Vec2 centre) {
  if (m.outline_px > 0 && m.outline.a > 0) {
    shape(m.symbol == Symbol::ring ? Symbol::disc : m.symbol, centre, m.radius_px + m.outline_px, m.outline);
  }
  shape(m.symbol, centre, m.radius_px, m.fill);
}

void Painter::text(Vec2 at, const std::string& words, float size_px, bool is_bold, Rgba colour, const Rgba* halo) {
  cairo_set_font_face(cairo_, is_bold ? fonts_.bold.get() : fonts_.regular.get());
  cairo_set_font_size(cairo_, static_cast<double>(size_px));
  cairo_move_to(cairo_, at.x, at.y);
  if (halo) {
    cairo_text_path(cairo_, words.c_str());
    set(*halo);
    cairo_set_line_width(cairo_, static_cast<double>(halo_px));
    cairo_stroke(cairo_);
    cairo_move_to(cairo_, at.x, at.y);
  }
  set(colour);
  cairo_show_text(cairo_, words.c_str());
}

void paint_labels(Painter& painter, const Scene& scene, const PageView& view) {
  for (const PlacedLabel& place : view.labels) {
    const Label& label = scene.labels[place.label];
    painter.text(view.frame.box.min + place.baseline_px, clean_text(label.text), label.size_px, label.is_bold,
                 label.colour, &label.halo);
  }
}

void paint_surroundings(Painter& painter, const Page& page) {
  for (const PageBox& box : page.boxes) painter.box(box);
  for (const PageLine& line : page.lines) painter.line(line);
  for (const Mark& mark : page.marks) painter.mark(mark, mark.centre);
  for (const PageText& text : page.texts) {
    painter.text(text.at, text.text, text.size_px, text.is_bold, text.colour, nullptr);
  }
}

Result<Done> painter_state(Painter& painter) {
  const cairo_status_t status = cairo_status(painter.cairo());
  if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  return Done{};
}

}  // namespace samverka
