#pragma once
// The parts of the CPU raster. The picture is cut into bands of rows; each band draws every shape that touches it, in
// the scene's order, so bands are independent and the number of threads changes nothing.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "scene/scene.h"

namespace samverka::raster {

constexpr int band_rows = 64;

// A half-open stretch of rows or columns that grows.
struct Extent {
  int begin = std::numeric_limits<int>::max();
  int end = std::numeric_limits<int>::min();
  void note(int from, int to) {
    begin = std::min(begin, from);
    end = std::max(end, to);
  }
};

// Rows [top, bottom) of the picture, opaque RGBA, with scratch for one shape at a time.
struct Band {
  std::uint8_t* pixels = nullptr;  // of row `top`
  int width = 0;
  int top = 0;
  int bottom = 0;
  std::vector<float> coverage;     // (width + 2) a row; zero between shapes
  std::vector<Extent> covered;     // columns of each row that hold coverage; empty between shapes
  std::vector<std::uint8_t> mask;  // width a row; zero between shapes
  Extent mask_rows, mask_columns;

  explicit Band(std::uint8_t* first_pixel, int width_px, int top_row, int bottom_row);
  int rows() const { return bottom - top; }
  std::uint8_t* pixel(int x, int y) {
    return pixels +
           (static_cast<std::size_t>(y - top) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
  }
};

// std::floor is a call into libm on plain x86-64, and these loops ask millions of times. Good within ±2e9.
inline int floor_int(float x) {
  const int cut = static_cast<int>(x);
  return cut - (x < static_cast<float>(cut) ? 1 : 0);
}

// To the nearest whole number, of 0 or more; std::lround is a call too.
inline std::uint32_t rounded(float x) {
  return static_cast<std::uint32_t>(x + 0.5F);  // NOLINT(bugprone-incorrect-roundings): never negative
}

inline std::uint32_t load_pixel(const std::uint8_t* pixel) {
  std::uint32_t word = 0;
  std::memcpy(&word, pixel, 4);
  return word;
}
inline void store_pixel(std::uint8_t* pixel, std::uint32_t word) { std::memcpy(pixel, &word, 4); }

// A colour made ready for blending: as the word that a pixel is in memory.
struct Ink {
  std::uint32_t word = 0;  // opaque
  float strength = 0;      // its own alpha, 0–256

  explicit Ink(Rgba colour) : strength(static_cast<float>(colour.a) * (256.0F / 255.0F)) {
    const std::uint8_t bytes[4] = {colour.r, colour.g, colour.b, 255};
    word = load_pixel(bytes);
  }
  std::uint32_t alpha(float coverage) const { return rounded(coverage * strength); }
};

// The ink over an opaque pixel, two channels at a time; `alpha` 0–256. Even and odd bytes never meet, so the order of
// bytes in a word does not matter.
inline void blend(std::uint8_t* pixel, const Ink& ink, std::uint32_t alpha) {
  constexpr std::uint32_t even = 0x00FF00FFU;
  constexpr std::uint32_t half = 0x00800080U;
  const std::uint32_t below = load_pixel(pixel);
  const std::uint32_t rest = 256 - alpha;
  const std::uint32_t low = ((below & even) * rest + (ink.word & even) * alpha + half) >> 8 & even;
  const std::uint32_t high = ((below >> 8 & even) * rest + (ink.word >> 8 & even) * alpha + half) & ~even;
  store_pixel(pixel, low | high);
}

// Lines that slant from the lower left to the upper right over an area, by where a pixel is: column and row, plus the
// phase, modulo the number of strengths.
struct Hatch {
  Rgba colour{0, 0, 0, 0};  // alpha 0: none
  std::vector<float> strengths;
  int phase = 0;  // not negative

  // Where in `strengths` a pixel is; its right neighbour is one on.
  std::size_t place_of(int x, int y) const { return static_cast<std::size_t>(x + y + phase) % strengths.size(); }
};
// `origin_px` is a point that moves with the picture, so that the lines do too.
Hatch make_hatch(Rgba colour, double origin_px, float pixel_ratio);

// Even-odd, with exact area coverage. Rings close themselves.
void fill_polygon(Band& band, std::span<const std::vector<Vec2>> rings, Rgba colour, const Hatch* hatch = nullptr);
// Thin lines whose alpha adds up where they cross. Joints are not drawn twice.
void draw_link(Band& band, std::span<const Vec2> points, float width, Rgba colour, float dash, float gap);
// Lines of one colour as one shape, so that nothing is drawn twice where they meet: add_border for each, then
// paint_mask.
void add_border(Band& band, std::span<const Vec2> points, float width);
void paint_mask(Band& band, Rgba colour);
void draw_mark(Band& band, const Mark& mark, Vec2 centre_px, float radius_px, float outline_px);

}  // namespace samverka::raster
