#pragma once
// Scene to bytes.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "scene/scene.h"

namespace samverka {

// Widths by FreeType from the fonts in assets/fonts, unhinted and scaled from one size, so that every output agrees.
std::unique_ptr<TextMeasure> load_text_measure(const std::string& regular_font, const std::string& bold_font);

// Hatching, the same in every output.
constexpr float hatch_step_px = 7;  // along a row
constexpr float hatch_line_px = 1.1F;

// What a picture's file says of itself to whoever cannot see it, or asks where it is from.
struct PictureAbout {
  std::string title;
  std::string description;                                 // alternative text
  std::string day;                                         // "2025-12-31"; PDF's own date, since no clock is read
  std::vector<std::pair<std::string, std::string>> facts;  // file, hash, filter …: name (ASCII) and value
};

struct PictureOptions {
  Vec2 size_px{1600, 900};
  float dpi = 96;  // PNG: written into the file; sizes in px are multiplied by dpi / 96
  bool with_legend = true;
  bool with_title = true, with_filter = true, with_source = true, with_date = true;
  std::optional<float> margin_px;       // else by size
  std::optional<Rgba> background;       // else the theme's; alpha 0: none, for slides of another colour
  std::string regular_font, bold_font;  // files, for PNG and PDF
  PictureAbout about;
  // SVG: what may be found has data-i: "a" and the ActorId's value, "g" an agreement's, "p" a participation's place.
  // Marks and labels are then groups of their own, and all but frames stand in one with data-world.
  bool with_ids = false;
};

// The picture as it stands in a document: title, map or network fitted, legend, filter line, source line, date and the
// "illustrative" mark, which nothing takes away. SVG has real <text>, <title> and <desc>; PDF has text and the fonts it
// needs, and a page of size_px at 96 dpi. The same bytes for the same scene.
std::string to_svg(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);
Result<std::string> to_png(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);
Result<std::string> to_pdf(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);

struct Pixels;
// The same as PNG has, not encoded: a preview.
Result<Pixels> to_pixels(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);

// Straight RGBA, 8 bits, top row first.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

// Areas, outlines, links and marks (no text) drawn by an own anti-aliasing raster: what the window shows, fast without
// a GPU. Deterministic for any number of threads. `pixel_ratio` scales widths and radii (HiDPI); camera is in real
// pixels.
Pixels rasterize(const Scene& scene, const Camera& camera, float pixel_ratio = 1, unsigned threads = 0);

Result<std::string> encode_png(const Pixels& pixels, float dpi = 96);
// Made smaller, if it has to be, to fit within `most`. E_PICTURE where the bytes are no PNG, or one too large to open.
Result<Pixels> decode_png(std::string_view bytes, Vec2 most);

}  // namespace samverka
