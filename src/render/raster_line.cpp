// Lines two ways.
//
// Links are thin, many and see-through, and where they cross their alpha must add up. Each piece is walked along its
// longer axis and covers, in every row (or column), a box as wide as the line is there: two or three pixels, no square
// root. Pieces own rows by their middles, so a joint is not drawn twice; where a curve turns from steep to flat both
// sides draw the fraction of the row that is theirs.
//
// Borders are one shape of one colour: their pieces are joined in a mask by the greatest coverage and painted once, so
// a coast of a thousand short pieces shows no dots.
#include <algorithm>
#include <cmath>

#include "render/raster.h"

namespace samverka::raster {
namespace {

bool is_steep(Vec2 a, Vec2 b) { return std::abs(b.y - a.y) >= std::abs(b.x - a.x); }

// How much of a dash lies at a distance along the line; edges are soft over a pixel.
struct Dashes {
  float dash = 0, gap = 0;
  float at(float along) const {
    if (gap <= 0) return 1;
    const float phase = along - (dash + gap) * static_cast<float>(floor_int(along / (dash + gap)));
    return std::clamp(std::min(phase, dash - phase) + 0.5F, 0.0F, 1.0F);
  }
};

struct Piece {
  Vec2 a, b;
  float along = 0;        // arc length at a
  bool is_first = false;  // a (or b) is an end or a turn between steep and flat: fractions count
  bool is_last = false;
};

// A piece as seen along its longer axis: u runs, v is across.
struct Run {
  float u0, u1, v0, slope;
  float half_width;
  float along, along_step;  // arc length at u0 and per unit of u
  bool soft0, soft1;        // u0 (u1) ends with a fraction
};

Run run_of(const Piece& piece, float width, bool steep) {
  const auto u = [steep](Vec2 p) { return steep ? p.y : p.x; };
  const auto v = [steep](Vec2 p) { return steep ? p.x : p.y; };
  const bool is_forward = u(piece.a) <= u(piece.b);
  const Vec2 low = is_forward ? piece.a : piece.b;
  const Vec2 high = is_forward ? piece.b : piece.a;
  const float extent = u(high) - u(low);
  const float slope = extent > 0 ? (v(high) - v(low)) / extent : 0;
  const float stretch = std::sqrt(1 + slope * slope);
  return {u(low),
          u(high),
          v(low),
          slope,
          0.5F * width * stretch,
          is_forward ? piece.along : piece.along + extent * stretch,
          is_forward ? stretch : -stretch,
          is_forward ? piece.is_first : piece.is_last,
          is_forward ? piece.is_last : piece.is_first};
}

// The share of cell [cell, cell + 1) that the run owns: all or nothing inside a line, a fraction at soft ends.
float owned(const Run& run, int cell) {
  const float low = static_cast<float>(cell);
  const float middle = low + 0.5F;
  float share = 1;
  if (run.soft0)
    share -= std::clamp(run.u0 - low, 0.0F, 1.0F);
  else if (middle < run.u0)
    return 0;
  if (run.soft1)
    share -= std::clamp(low + 1 - run.u1, 0.0F, 1.0F);
  else if (middle >= run.u1)
    return 0;
  return std::max(share, 0.0F);
}

struct Cells {
  int begin, end;  // along u
};

// Cells of the run that lie in [low, high) of u and may touch [v_low, v_high).
Cells cells_in(const Run& run, int low, int high, float v_low, float v_high) {
  float from = std::max(run.u0, static_cast<float>(low));
  float to = std::min(run.u1, static_cast<float>(high));
  const float reach = run.half_width + 1 + std::abs(run.slope);
  if (std::abs(run.slope) > 1e-6F) {
    float enter = run.u0 + (v_low - reach - run.v0) / run.slope;
    float leave = run.u0 + (v_high + reach - run.v0) / run.slope;
    if (enter > leave) std::swap(enter, leave);
    from = std::max(from, enter);
    to = std::min(to, leave);
  } else if (run.v0 + reach < v_low || run.v0 - reach > v_high) {
    return {0, 0};
  }
  if (!(from <= to)) return {0, 0};
  return {std::max(floor_int(from), low), std::min(static_cast<int>(std::ceil(to)) + 1, high)};
}

// Where the pixels of a run are: pixel (u, v) is at origin + u * step_u + v * step_v bytes.
struct Canvas {
  std::uint8_t* origin;
  std::ptrdiff_t step_u, step_v;
  int v_low, v_high;
  std::uint8_t* at(int u, int v) const { return origin + u * step_u + v * step_v; }
};

// The pixels across the line at one step: whole ones between two fractions.
void put_across(const Canvas& canvas, int u, float left, float right, const Ink& ink, float share) {
  int first = floor_int(left);
  int last = floor_int(right);
  if (first >= canvas.v_high || last < canvas.v_low) return;
  float in_first = first == last ? right - left : static_cast<float>(first + 1) - left;
  float in_last = right - static_cast<float>(last);
  if (first < canvas.v_low) {
    first = canvas.v_low;
    in_first = first == last ? in_last : 1;
  }
  if (last >= canvas.v_high) {
    last = canvas.v_high - 1;
    in_last = 1;
  }
  std::uint8_t* pixel = canvas.at(u, first);
  blend(pixel, ink, ink.alpha(in_first * share));
  for (int v = first + 1; v < last; ++v) blend(pixel += canvas.step_v, ink, ink.alpha(share));
  if (last > first) blend(pixel + canvas.step_v, ink, ink.alpha(in_last * share));
}

// A line about a pixel wide always touches two pixels at a step (Wu 1991): no branch to guess wrong, which is what the
// general way spends half its time on. A slanted line's extra width becomes strength, so it must be see-through enough
// to have room for that; opaque ones go the general way.
bool is_hairline(const Run& run, float width, const Ink& ink) {
  return width <= 1.05F && ink.strength * 2 * run.half_width <= 256;
}

void walk_hairline(const Run& run, Cells cells, const Canvas& canvas, const Ink& ink) {
  const float strength = ink.strength * 2 * run.half_width;
  const float v0 = run.v0 + (0.5F - run.u0) * run.slope - 0.5F;
  for (int u = cells.begin; u < cells.end; ++u) {
    const float v = v0 + static_cast<float>(u) * run.slope;
    const int first = floor_int(v);
    const float in_second = (v - static_cast<float>(first)) * strength;
    std::uint8_t* pixel = canvas.at(u, first);
    const bool has_first = first >= canvas.v_low && first < canvas.v_high;
    const bool has_second = first + 1 >= canvas.v_low && first + 1 < canvas.v_high;
    if (has_first) blend(pixel, ink, rounded(strength - in_second));
    if (has_second) blend(pixel + canvas.step_v, ink, rounded(in_second));
  }
}

void walk(const Run& run, Cells cells, const Canvas& canvas, const Ink& ink, const Dashes& dashes) {
  const float v0 = run.v0 - run.u0 * run.slope;
  for (int u = cells.begin; u < cells.end; ++u) {
    const float middle = static_cast<float>(u) + 0.5F;
    const bool is_inside = middle - 0.5F >= run.u0 && middle + 0.5F <= run.u1;
    float share = is_inside ? 1 : owned(run, u);
    const float at = is_inside ? middle : std::clamp(middle, run.u0, run.u1);
    if (dashes.gap > 0) share *= dashes.at(run.along + (at - run.u0) * run.along_step);
    if (share <= 0) continue;
    const float v = v0 + at * run.slope;
    put_across(canvas, u, v - run.half_width, v + run.half_width, ink, share);
  }
}

void draw_piece(Band& band, const Piece& piece, float width, const Ink& ink, const Dashes& dashes) {
  const bool steep = is_steep(piece.a, piece.b);
  const Run run = run_of(piece, width, steep);
  const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(band.width) * 4;
  std::uint8_t* origin = band.pixels - band.top * row;
  const auto draw = [&](Cells cells, const Canvas& canvas) {
    if (dashes.gap > 0 || !is_hairline(run, width, ink)) return walk(run, cells, canvas, ink, dashes);
    // Cells that the run owns whole; what is left at the ends goes the general way.
    const int begin = std::clamp(floor_int(run.u0) + 1, cells.begin, cells.end);
    const int end = std::clamp(floor_int(run.u1), begin, cells.end);
    walk(run, {cells.begin, begin}, canvas, ink, dashes);
    walk_hairline(run, {begin, end}, canvas, ink);
    walk(run, {end, cells.end}, canvas, ink, dashes);
  };
  if (steep) {
    const Cells rows = cells_in(run, band.top, band.bottom, 0, static_cast<float>(band.width));
    draw(rows, {origin, row, 4, 0, band.width});
  } else {
    const Cells columns = cells_in(run, 0, band.width, static_cast<float>(band.top), static_cast<float>(band.bottom));
    draw(columns, {origin, 4, row, band.top, band.bottom});
  }
}

}  // namespace

void draw_link(Band& band, std::span<const Vec2> points, float width, Rgba colour, float dash, float gap) {
  // Thinner than a pixel: as wide as one and paler, which is the same amount of ink without gaps.
  const float drawn_width = std::max(width, 1.0F);
  Ink ink(colour);
  ink.strength *= std::clamp(width, 0.0F, 1.0F);
  const Dashes dashes{dash, gap};
  const float low = static_cast<float>(band.top) - drawn_width - 1;
  const float high = static_cast<float>(band.bottom) + drawn_width + 1;
  float along = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Vec2 a = points[i - 1];
    const Vec2 b = points[i];
    const float start = along;
    if (gap > 0) along += distance(a, b);
    if (std::max(a.y, b.y) < low || std::min(a.y, b.y) > high) continue;
    const bool steep = is_steep(a, b);
    const bool is_first = i == 1 || is_steep(points[i - 2], a) != steep;
    const bool is_last = i + 1 == points.size() || is_steep(b, points[i + 1]) != steep;
    draw_piece(band, {a, b, start, is_first, is_last}, drawn_width, ink, dashes);
  }
}

void add_border(Band& band, std::span<const Vec2> points, float width) {
  const float half = std::max(width, 1.0F) / 2;
  const float strength = 255 * std::min(width, 1.0F);
  const float reach = half + 0.5F;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Vec2 a = points[i - 1];
    const Vec2 along = points[i] - a;
    const float square = dot(along, along);
    const float per_square = square > 0 ? 1 / square : 0;
    const int y0 = std::max(static_cast<int>(std::floor(std::min(a.y, points[i].y) - reach)), band.top);
    const int y1 = std::min(static_cast<int>(std::ceil(std::max(a.y, points[i].y) + reach)), band.bottom);
    const int x0 = std::max(static_cast<int>(std::floor(std::min(a.x, points[i].x) - reach)), 0);
    const int x1 = std::min(static_cast<int>(std::ceil(std::max(a.x, points[i].x) + reach)), band.width);
    if (x0 >= x1 || y0 >= y1) continue;
    band.mask_rows.note(y0, y1);
    band.mask_columns.note(x0, x1);
    // Columns of a row that can be within reach: a long slanted piece does not visit its whole box.
    const float spread = std::abs(along.y) > 0 ? reach * std::sqrt(square) / std::abs(along.y) : 1e9F;
    const float run = std::abs(along.y) > 0 ? along.x / along.y : 0;
    for (int y = y0; y < y1; ++y) {
      const float row = static_cast<float>(y) + 0.5F;
      const float centre = a.x + (row - a.y) * run;
      const int from = std::max(x0, static_cast<int>(std::max(centre - spread - 1, -1.0F)));
      const int to = std::min(x1, static_cast<int>(std::min(centre + spread + 2, 1e6F)));
      std::uint8_t* mask =
          band.mask.data() + static_cast<std::size_t>(y - band.top) * static_cast<std::size_t>(band.width);
      for (int x = from; x < to; ++x) {
        const Vec2 p = Vec2{static_cast<float>(x) + 0.5F, row} - a;
        const float t = std::clamp(dot(p, along) * per_square, 0.0F, 1.0F);
        const float away = length(p - along * t);
        const float coverage = std::clamp(reach - away, 0.0F, 1.0F);
        mask[x] = std::max(mask[x], static_cast<std::uint8_t>(rounded(coverage * strength)));
      }
    }
  }
}

void paint_mask(Band& band, Rgba colour) {
  const Ink ink(colour);
  for (int y = band.mask_rows.begin; y < band.mask_rows.end; ++y) {
    std::uint8_t* mask =
        band.mask.data() + static_cast<std::size_t>(y - band.top) * static_cast<std::size_t>(band.width);
    for (int x = band.mask_columns.begin; x < band.mask_columns.end; ++x) {
      if (mask[x] == 0) continue;
      blend(band.pixel(x, y), ink, ink.alpha(static_cast<float>(mask[x]) / 255));
      mask[x] = 0;
    }
  }
  band.mask_rows = {};
  band.mask_columns = {};
}

}  // namespace samverka::raster
