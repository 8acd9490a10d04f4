#pragma once
// Scene to bytes.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "scene/scene.h"

namespace samverka {

// Widths by FreeType from the fonts in assets/fonts, unhinted and scaled from one size, so that every output agrees.
std::unique_ptr<TextMeasure> load_text_measure(const std::string& regular_font, const std::string& bold_font);

// Hatching, the same in every output.
constexpr float hatch_step_px = 7;  // along a row
constexpr float hatch_line_px = 1.1F;

struct PictureOptions {
  Vec2 size_px{1600, 900};
  float dpi = 96;  // PNG: written into the file; sizes in px are multiplied by dpi / 96
  bool with_legend = true;
  std::string regular_font, bold_font;  // files, for PNG
};

// The picture as it stands in a document: title, map or network fitted, legend, filter line, source line, date and the
// "illustrative" mark. SVG has real <text> and <title>; the same bytes for the same scene.
std::string to_svg(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);
Result<std::string> to_png(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);

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

}  // namespace samverka
