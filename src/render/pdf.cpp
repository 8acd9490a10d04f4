// PDF of the page: vectors and text by Cairo, which puts the parts of the fonts that are used into the file. No more
// accessible than any picture is: the page that one reads with a screen reader is the report's.
#include <cairo-pdf.h>

#include "render/cairo_scene.h"

namespace samverka {
namespace {

constexpr double points_a_pixel = 72.0 / 96;
constexpr float greatest_side_px = 14400 * 96 / 72.0F;  // of a page, by the PDF standard

cairo_status_t append_pdf(void* text, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

// Strings that PDF has names for; the rest is told as keywords, which readers show.
void tell_about(cairo_surface_t* surface, const PictureAbout& about) {
  const auto set = [&](cairo_pdf_metadata_t which, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(surface, which, clean_text(text).c_str());
  };
  std::string facts;
  for (const auto& [name, value] : about.facts) facts += (facts.empty() ? "" : "; ") + name + ": " + value;
  set(CAIRO_PDF_METADATA_TITLE, about.title);
  set(CAIRO_PDF_METADATA_SUBJECT, about.description);
  set(CAIRO_PDF_METADATA_KEYWORDS, facts);
  set(CAIRO_PDF_METADATA_CREATOR, "Samverka");
  // Cairo would put the time of day here, and no two runs would agree.
  set(CAIRO_PDF_METADATA_CREATE_DATE, (about.day.empty() ? "2000-01-01" : about.day) + "T00:00:00Z");
}

void paint_page(Painter& painter, const Page& page, const Scene* scene) {
  if (page.background.a > 0) {
    painter.set(page.background);
    cairo_paint(painter.cairo());
  }
  for (const PageView& view : page.views) {
    paint_scene(painter, *scene, view);
    paint_labels(painter, *scene, view);
    painter.frame(view.frame);
  }
  paint_surroundings(painter, page);
}

}  // namespace

Result<std::string> pdf_of(const Page& page, const Scene* scene, const PictureOptions& options) {
  if (page.size_px.x > greatest_side_px || page.size_px.y > greatest_side_px) {
    return error("E_LIMIT", {"problem.picture_size", {{"limit", "150"}}}, Exit::limit);
  }
  Result<PainterFonts> fonts = load_fonts(options);
  if (!fonts) return fonts.problem();
  std::string pdf;
  const Surface surface(cairo_pdf_surface_create_for_stream(append_pdf, &pdf, page.size_px.x * points_a_pixel,
                                                            page.size_px.y * points_a_pixel));
  tell_about(surface.get(), options.about);
  {
    Painter painter(surface.get(), static_cast<float>(points_a_pixel), *std::move(fonts));
    paint_page(painter, page, scene);
    cairo_show_page(painter.cairo());
    if (const Result<Done> done = painter_state(painter); !done) return done.problem();
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  return pdf;
}

Result<std::string> to_pdf(const Scene& scene, const TextMeasure& measure, const PictureOptions& options) {
  PictureOptions told = options;
  if (told.about.title.empty()) told.about.title = scene.caption.title;
  return pdf_of(compose_page(scene, measure, options), &scene, told);
}

}  // namespace samverka
