#pragma once
// What PNG and PDF draw alike with Cairo: boxes, lines, marks and words in the fonts that come with the program, so
// that none has to be installed. Internal to render.
#include <memory>
#include <string>

#include "render/cairo_surface.h"
#include "render/page.h"

typedef struct _cairo cairo_t;                      // NOLINT: as Cairo declares it
typedef struct _cairo_font_face cairo_font_face_t;  // NOLINT: as Cairo declares it

namespace samverka {

struct FontRelease {
  void operator()(cairo_font_face_t* font) const;
};
using Font = std::unique_ptr<cairo_font_face_t, FontRelease>;
struct PainterFonts {
  Font regular, bold;
};
// E_FONT where a file is no font.
Result<PainterFonts> load_fonts(const PictureOptions& options);

class Painter {
 public:
  Painter(cairo_surface_t* surface, float ratio, PainterFonts fonts);
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;
  ~Painter();

  cairo_t* cairo() { return cairo_; }
  void set(Rgba colour);
  void trace_rounded(const Rect& box, float corner_px);
  void box(const PageBox& box);
  void frame(const PageBox& box);  // its border alone
  void line(const PageLine& line);
  // With its outline, if it has one.
  void mark(const Mark& mark, Vec2 centre);
  void text(Vec2 at, const std::string& words, float size_px, bool is_bold, Rgba colour, const Rgba* halo);

 private:
  void shape(Symbol symbol, Vec2 centre, float radius, Rgba fill);

  cairo_t* cairo_;
  PainterFonts fonts_;
};

// The names of a view, on top of its picture.
void paint_labels(Painter& painter, const Scene& scene, const PageView& view);
// Everything that stands around and above the views.
void paint_surroundings(Painter& painter, const Page& page);
Result<Done> painter_state(Painter& painter);  // E_PICTURE where Cairo could not do all of it

}  // namespace samverka
