#include <algorithm>
#include <cmath>

#include "render/raster.h"

namespace samverka::raster {
namespace {

// Everything between two radii, its rim soft over a pixel. A hole of 0 or less is none.
void fill_ring(Band& band, Vec2 centre, float hole, float radius, Rgba colour) {
  if (!(radius > 0) || colour.a == 0) return;
  const Ink ink(colour);
  const int y0 = std::max(static_cast<int>(std::floor(centre.y - radius - 1)), band.top);
  const int y1 = std::min(static_cast<int>(std::ceil(centre.y + radius + 1)), band.bottom);
  const int x0 = std::max(static_cast<int>(std::floor(centre.x - radius - 1)), 0);
  const int x1 = std::min(static_cast<int>(std::ceil(centre.x + radius + 1)), band.width);
  // Without square roots inside: a disc is mostly pixels well within its rim.
  const float surely_in = std::max(radius - 1, 0.0F) * std::max(radius - 1, 0.0F);
  for (int y = y0; y < y1; ++y) {
    const float dy = static_cast<float>(y) + 0.5F - centre.y;
    for (int x = x0; x < x1; ++x) {
      const float dx = static_cast<float>(x) + 0.5F - centre.x;
      const float square = dx * dx + dy * dy;
      float coverage = 1;
      if (square > surely_in || hole > 0) {
        const float away = std::sqrt(square);
        coverage = std::clamp(radius + 0.5F - away, 0.0F, 1.0F);
        if (hole > 0) coverage -= std::clamp(hole + 0.5F - away, 0.0F, 1.0F);
      }
      if (coverage > 0) blend(band.pixel(x, y), ink, ink.alpha(coverage));
    }
  }
}

void fill_symbol(Band& band, Symbol symbol, Vec2 centre, float radius, Rgba colour) {
  if (!(radius > 0) || colour.a == 0) return;
  const std::vector<Vec2> corners = symbol_corners(symbol, centre, radius);
  fill_polygon(band, {&corners, 1}, colour);
}

}  // namespace

// The outline is a greater mark below: it parts the mark from lines and neighbours and needs no stroking.
void draw_mark(Band& band, const Mark& mark, Vec2 centre_px, float radius_px, float outline_px) {
  const bool is_ring = mark.symbol == Symbol::ring;
  if (is_ring || mark.symbol == Symbol::disc) {
    if (outline_px > 0) fill_ring(band, centre_px, 0, radius_px + outline_px, mark.outline);
    fill_ring(band, centre_px, is_ring ? radius_px * ring_hole : 0, radius_px, mark.fill);
    return;
  }
  if (outline_px > 0) fill_symbol(band, mark.symbol, centre_px, radius_px + outline_px, mark.outline);
  fill_symbol(band, mark.symbol, centre_px, radius_px, mark.fill);
}

}  // namespace samverka::raster
