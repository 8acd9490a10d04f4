#pragma once
// The picture as it stands in a document, composed once and written by SVG and PNG alike: where the picture, the legend
// and the captions are, in pixels at 96 dpi. Internal to render.
#include <string>
#include <vector>

#include "render/picture.h"

namespace samverka {

struct PageText {
  Vec2 at;  // left end of the baseline
  std::string text;
  float size_px = 12;
  bool is_bold = false;
  Rgba colour;
};
struct PageBox {
  Rect box;
  float corner_px = 0;
  Rgba fill, border;
};
struct PageLine {
  Vec2 from, to;
  float width_px = 1;
  Rgba colour;
  bool is_dashed = false;
};

// The scene through one window: the picture itself, or a part of it enlarged.
struct PageView {
  PageBox frame;                    // its fill is the scene's canvas
  Camera camera;                    // its pixels are counted from the frame's corner
  std::vector<PlacedLabel> labels;  // likewise
};

struct Page {
  Vec2 size_px;
  Rgba background;
  std::vector<PageView> views;  // the picture first, then its insets on top of it
  // Above the views, in this order. Texts are clean (clean_text).
  std::vector<PageBox> boxes;
  std::vector<PageLine> lines;
  std::vector<Mark> marks;  // centre is in page pixels
  std::vector<PageText> texts;
};
Page compose_page(const Scene& scene, const TextMeasure& measure, const PictureOptions& options);

// The lines that are wanted; the mark of illustrative data stays whatever is asked for.
Caption wanted_caption(Caption caption, const PictureOptions& options);

// A page as bytes. `scene` is what its views look at; null where it has none.
std::string svg_of(const Page& page, const Scene* scene, const PictureOptions& options);
Result<std::string> png_of(const Page& page, const Scene* scene, const PictureOptions& options);
Result<Pixels> pixels_of(const Page& page, const Scene* scene, const PictureOptions& options);
Result<std::string> pdf_of(const Page& page, const Scene* scene, const PictureOptions& options);

// Well-formed and drawable: what is ill-formed, a control character or not a character is U+FFFD.
std::string clean_text(std::string_view text);
// A count with its thousands parted: "2 238".
std::string grouped_number(std::size_t number, const std::string& digit_group);
// Cut with "…" so that it is at most that wide; empty where not even that fits.
std::string fitted_text(const TextMeasure& measure, std::string text, float size_px, bool is_bold, float width_px);
// Broken at spaces into at most `lines` lines; the last one is cut.
std::vector<std::string> wrapped_text(const TextMeasure& measure, const std::string& text, float size_px, bool is_bold,
                                      float width_px, std::size_t lines);

// The legend as rows in columns. Rows that are off are pale.
struct LegendBlock {
  Vec2 size_px;
  std::size_t columns = 1;
  float column_px = 0;
  bool is_empty() const { return size_px.x <= 0; }
};
LegendBlock measure_legend(const Scene& scene, const TextMeasure& measure, float width_px, std::size_t columns);
void place_legend(Page& page, const Scene& scene, const TextMeasure& measure, const LegendBlock& block, Vec2 corner);

constexpr float panel_corner_px = 10;
constexpr float halo_px = 2.6F;  // around names in the picture, both sides together

}  // namespace samverka
