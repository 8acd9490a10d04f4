// The picture without its text, drawn on the CPU: fast where OpenGL is software, and the same pixels everywhere. Shapes
// are first brought to pixels, checked (anything not finite is dropped here, at the draw boundary) and sorted into
// bands of rows; then the bands are drawn side by side.
#include "render/raster.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "jobs/jobs.h"
#include "render/picture.h"

namespace samverka {
namespace raster {

Band::Band(std::uint8_t* first_pixel, int width_px, int top_row, int bottom_row)
    : pixels(first_pixel), width(width_px), top(top_row), bottom(bottom_row) {
  const auto row_count = static_cast<std::size_t>(rows());
  coverage.assign(row_count * static_cast<std::size_t>(width + 2), 0.0F);
  covered.assign(row_count, {});
  mask.assign(row_count * static_cast<std::size_t>(width), 0);
}

}  // namespace raster

namespace {

using raster::Band;

constexpr int greatest_raster_side = 32768;
constexpr float greatest_radius_px = 400;
constexpr float far_px = 1e7F;  // beyond this a float no longer tells pixels apart
constexpr float dash_px = 4.5F;
constexpr float dash_gap_px = 3.5F;

struct PixelPolygon {
  std::vector<std::vector<Vec2>> rings;
  Rgba fill;
  raster::Hatch hatch;
};
struct PixelLine {
  std::vector<Vec2> points;
  float width = 1;
  Rgba colour;
};
struct PixelLink {
  std::uint32_t first = 0, count = 0;  // in Shapes::link_points
  float width = 1;
  Rgba colour;
  bool is_dashed = false;
};
struct PixelMark {
  const Mark* mark = nullptr;
  Vec2 centre;
  float radius = 0, outline = 0;
};

// Which shapes of a kind touch which bands, in drawing order.
class Bins {
 public:
  Bins(int rows, std::size_t bands) : rows_(rows), lists_(bands) {}
  void add(std::size_t shape, float top, float bottom) {
    if (bottom < 0 || top > static_cast<float>(rows_)) return;
    const auto last_band = static_cast<int>(lists_.size()) - 1;
    const int first = std::clamp(static_cast<int>(top) / raster::band_rows, 0, last_band);
    const int last = std::clamp(static_cast<int>(bottom) / raster::band_rows, 0, last_band);
    for (int band = first; band <= last; ++band) {
      lists_[static_cast<std::size_t>(band)].push_back(static_cast<std::uint32_t>(shape));
    }
  }
  const std::vector<std::uint32_t>& of(std::size_t band) const { return lists_[band]; }

 private:
  int rows_;
  std::vector<std::vector<std::uint32_t>> lists_;
};

struct Shapes {
  std::vector<PixelPolygon> polygons;
  std::vector<PixelLine> borders;
  std::vector<PixelLink> links;
  std::vector<Vec2> link_points;
  std::vector<PixelMark> marks;
  Bins polygon_bins, border_bins, link_bins, mark_bins;

  Shapes(int rows, std::size_t bands)
      : polygon_bins(rows, bands), border_bins(rows, bands), link_bins(rows, bands), mark_bins(rows, bands) {}
};

bool is_near(Vec2 px) { return std::abs(px.x) < far_px && std::abs(px.y) < far_px; }  // false for NaN

// Brings shapes to pixels; leaves out what is not in view.
class Gatherer {
 public:
  Gatherer(Shapes& shapes, const Camera& camera, Vec2 size, float pixel_ratio)
      : shapes_(shapes), camera_(camera), view_{{0, 0}, size}, ratio_(pixel_ratio) {
    const auto place = [&](float centre, float extent) {
      return 0.5 * static_cast<double>(extent) - static_cast<double>(centre) * static_cast<double>(camera.scale);
    };
    const double origin = place(camera.centre.x, camera.viewport_px.x) + place(camera.centre.y, camera.viewport_px.y);
    if (std::isfinite(origin)) hatch_origin_ = std::round(origin);
  }

  void add(const Polygon& polygon) {
    if (polygon.fill.a == 0) return;
    PixelPolygon drawn{{}, polygon.fill, raster::make_hatch(polygon.hatch, hatch_origin_, ratio_)};
    Rect box;
    for (const std::vector<Vec2>& ring : polygon.rings) {
      drawn.rings.push_back(to_pixels(ring, box));
    }
    if (box.is_empty() || !box.overlaps(view_)) return;
    shapes_.polygon_bins.add(shapes_.polygons.size(), box.min.y, box.max.y);
    shapes_.polygons.push_back(std::move(drawn));
  }

  void add(const Outline& outline) {
    if (outline.colour.a == 0 || !(outline.width_px > 0)) return;
    Rect box;
    PixelLine line{to_pixels(outline.points, box), std::min(outline.width_px * ratio_, greatest_radius_px),
                   outline.colour};
    const Rect reach = box.grown(line.width + 1);
    if (box.is_empty() || !reach.overlaps(view_)) return;
    shapes_.border_bins.add(shapes_.borders.size(), reach.min.y, reach.max.y);
    shapes_.borders.push_back(std::move(line));
  }

  void add(const Link& link) {
    const Vec2 from = camera_.screen_from_world(link.from);
    const Vec2 to = camera_.screen_from_world(link.to);
    if (!is_near(from) || !is_near(to) || !std::isfinite(link.bend) || link.colour.a == 0) return;
    if (!(link.width_px > 0)) return;
    const float bend = std::clamp(link.bend, -1.0F, 1.0F);
    PixelLink drawn{0, 0, std::min(link.width_px * ratio_, greatest_radius_px), link.colour, link.is_dashed};
    Rect box;
    box.include(from);
    box.include(to);
    box.include(bend_control(from, to, bend));
    const Rect reach = box.grown(drawn.width + 1);
    if (!reach.overlaps(view_)) return;
    flatten_bend(from, to, bend, curve_);
    drawn.first = static_cast<std::uint32_t>(shapes_.link_points.size());
    drawn.count = static_cast<std::uint32_t>(curve_.size());
    shapes_.link_points.insert(shapes_.link_points.end(), curve_.begin(), curve_.end());
    shapes_.link_bins.add(shapes_.links.size(), reach.min.y, reach.max.y);
    shapes_.links.push_back(drawn);
  }

  void add(const Mark& mark) {
    const Vec2 centre = camera_.screen_from_world(mark.centre);
    if (!is_near(centre) || !(mark.radius_px > 0)) return;
    const float radius = std::min(mark.radius_px * ratio_ * camera_.mark_scale, greatest_radius_px);
    const float outline = mark.outline_px > 0 ? std::min(mark.outline_px * ratio_, greatest_radius_px) : 0;
    const float reach = (radius + outline) * 1.6F + 1;  // corners reach outside the disc of equal area
    const Rect box{{centre.x - reach, centre.y - reach}, {centre.x + reach, centre.y + reach}};
    if (!box.overlaps(view_)) return;
    shapes_.mark_bins.add(shapes_.marks.size(), box.min.y, box.max.y);
    shapes_.marks.push_back({&mark, centre, radius, outline});
  }

 private:
  std::vector<Vec2> to_pixels(const std::vector<Vec2>& world, Rect& box) const {
    std::vector<Vec2> points;
    points.reserve(world.size());
    for (const Vec2 p : world) {
      const Vec2 px = camera_.screen_from_world(p);
      if (!is_near(px)) continue;
      box.include(px);
      points.push_back(px);
    }
    return points;
  }

  Shapes& shapes_;
  const Camera& camera_;
  Rect view_;
  float ratio_;
  double hatch_origin_ = 0;  // column and row of the world's origin
  std::vector<Vec2> curve_;
};

Shapes gather(const Scene& scene, const Camera& camera, int width, int height, float pixel_ratio) {
  const auto bands = static_cast<std::size_t>((height + raster::band_rows - 1) / raster::band_rows);
  Shapes shapes(height, bands);
  Gatherer gatherer(shapes, camera, {static_cast<float>(width), static_cast<float>(height)}, pixel_ratio);
  for (const Polygon& polygon : scene.polygons) gatherer.add(polygon);
  for (const Outline& outline : scene.outlines) gatherer.add(outline);
  for (const Link& link : scene.links) gatherer.add(link);
  for (const Mark& mark : scene.marks) gatherer.add(mark);
  return shapes;
}

void clear(Band& band, Rgba canvas) {
  const raster::Ink ink(canvas);
  const std::size_t count = static_cast<std::size_t>(band.rows()) * static_cast<std::size_t>(band.width);
  for (std::size_t i = 0; i < count; ++i) raster::store_pixel(band.pixels + i * 4, ink.word);
}

// Borders of one colour that follow each other are one shape.
void draw_borders(Band& band, const Shapes& shapes, const std::vector<std::uint32_t>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const PixelLine& line = shapes.borders[list[i]];
    raster::add_border(band, line.points, line.width);
    const bool is_last = i + 1 == list.size() || !(shapes.borders[list[i + 1]].colour == line.colour);
    if (is_last) raster::paint_mask(band, line.colour);
  }
}

void draw_band(Band& band, std::size_t number, const Shapes& shapes, float pixel_ratio) {
  for (const std::uint32_t i : shapes.polygon_bins.of(number)) {
    const PixelPolygon& polygon = shapes.polygons[i];
    const raster::Hatch* hatch = polygon.hatch.colour.a > 0 ? &polygon.hatch : nullptr;
    raster::fill_polygon(band, polygon.rings, polygon.fill, hatch);
  }
  draw_borders(band, shapes, shapes.border_bins.of(number));
  for (const std::uint32_t i : shapes.link_bins.of(number)) {
    const PixelLink& link = shapes.links[i];
    const std::span<const Vec2> points = std::span(shapes.link_points).subspan(link.first, link.count);
    const float scale = link.is_dashed ? pixel_ratio : 0;
    raster::draw_link(band, points, link.width, link.colour, dash_px * scale, dash_gap_px * scale);
  }
  for (const std::uint32_t i : shapes.mark_bins.of(number)) {
    const PixelMark& mark = shapes.marks[i];
    raster::draw_mark(band, *mark.mark, mark.centre, mark.radius, mark.outline);
  }
}

int sound_side(float px) {
  return px >= 1 ? static_cast<int>(std::min(px, static_cast<float>(greatest_raster_side))) : 0;
}

}  // namespace

Pixels rasterize(const Scene& scene, const Camera& camera, float pixel_ratio, unsigned threads) {
  Pixels pixels;
  pixels.width = sound_side(camera.viewport_px.x);
  pixels.height = sound_side(camera.viewport_px.y);
  if (pixels.width == 0 || pixels.height == 0) return Pixels{};
  const float ratio = pixel_ratio > 0 ? std::min(pixel_ratio, 16.0F) : 1;
  const std::size_t row_bytes = static_cast<std::size_t>(pixels.width) * 4;
  pixels.rgba.resize(row_bytes * static_cast<std::size_t>(pixels.height));
  const Shapes shapes = gather(scene, camera, pixels.width, pixels.height, ratio);
  const auto draw = [&](std::size_t begin, std::size_t) {
    const int top = static_cast<int>(begin);
    const int bottom = std::min(top + raster::band_rows, pixels.height);
    Band band(pixels.rgba.data() + begin * row_bytes, pixels.width, top, bottom);
    clear(band, scene.canvas);
    draw_band(band, begin / raster::band_rows, shapes, ratio);
  };
  parallel_for(static_cast<std::size_t>(pixels.height), raster::band_rows, draw, threads);
  return pixels;
}

}  // namespace samverka
