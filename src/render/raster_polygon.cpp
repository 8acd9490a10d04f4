// Polygon fill by signed-area accumulation (Raph Levien's font-rs, after FreeType's smooth raster): every edge adds, to
// the pixels it passes, the change of covered area from left to right; a running sum over a row is then the winding of
// each pixel, fractions included, and folding the sum into 0–1–0 gives even-odd. Exact for every angle, no samples.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "render/picture.h"
#include "render/raster.h"

namespace samverka::raster {
namespace {

class Accumulator {
 public:
  explicit Accumulator(Band& band) : band_(band), right_(static_cast<float>(band.width)) {}

  Extent rows() const { return rows_; }  // that were touched, from the band's first

  void add_edge(Vec2 a, Vec2 b) {
    if (a.y == b.y) return;
    const float direction = a.y < b.y ? 1.0F : -1.0F;
    if (direction < 0) std::swap(a, b);
    const float top = std::max(a.y, static_cast<float>(band_.top));
    const float bottom = std::min(b.y, static_cast<float>(band_.bottom));
    if (top >= bottom) return;
    const float slope = (b.x - a.x) / (b.y - a.y);
    float x = a.x + (top - a.y) * slope;
    float y = top;
    for (int row = static_cast<int>(top); y < bottom; ++row) {
      const float next_y = std::min(static_cast<float>(row + 1), bottom);
      const float next_x = x + (next_y - y) * slope;
      add_row(row - band_.top, x, next_x, direction * (next_y - y));
      x = next_x;
      y = next_y;
    }
  }

 private:
  // One edge within one row, from x0 to x1, turning `height` rows of winding. What lies left of the picture counts
  // whole from column 0, what lies right of it not at all; an edge across a side is cut there.
  void add_row(int row, float x0, float x1, float height) {
    const float low = std::min(x0, x1);
    const float high = std::max(x0, x1);
    const float left = std::clamp(low, 0.0F, right_);
    const float right = std::clamp(high, 0.0F, right_);
    const float per_x = high > low ? height / (high - low) : 0;
    if (low < 0 && high > 0) add_within(row, 0, 0, per_x * -low);
    const float inside = high > low && (low < 0 || high > right_) ? per_x * (right - left) : height;
    const bool is_outside = high <= 0 || low >= right_;
    add_within(row, left, right, is_outside ? height : inside);
  }

  void add_within(int row, float left, float right, float height) {
    const int first = static_cast<int>(left);
    const int last = -floor_int(-right);
    float* line = band_.coverage.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(band_.width + 2);
    if (last <= first + 1) {
      const float middle = (left + right) / 2 - static_cast<float>(first);
      line[first] += height * (1 - middle);
      line[first + 1] += height * middle;
    } else {
      spread(line, first, last, left, right, height);
    }
    band_.covered[static_cast<std::size_t>(row)].note(first, std::max(last, first + 1) + 1);
    rows_.note(row, row + 1);
  }

  static void spread(float* line, int first, int last, float left, float right, float height) {
    const float per_column = 1 / (right - left);
    const float in_first = static_cast<float>(first) + 1 - left;
    const float first_area = 0.5F * per_column * in_first * in_first;
    const float in_last = right - static_cast<float>(last - 1);
    const float last_area = 0.5F * per_column * in_last * in_last;
    line[first] += height * first_area;
    if (last == first + 2) {
      line[first + 1] += height * (1 - first_area - last_area);
    } else {
      const float second = per_column * (in_first + 0.5F);
      line[first + 1] += height * (second - first_area);
      for (int x = first + 2; x < last - 1; ++x) line[x] += height * per_column;
      const float before_last = second + static_cast<float>(last - first - 3) * per_column;
      line[last - 1] += height * (1 - before_last - last_area);
    }
    line[last] += height * last_area;
  }

  Band& band_;
  Extent rows_;
  float right_;
};

float even_odd(float winding) {
  const float turns = std::abs(winding);
  if (turns <= 1) return turns;  // nearly always
  const float within = turns - 2 * static_cast<float>(floor_int(turns / 2));
  return within > 1 ? 2 - within : within;
}

void paint_run(std::uint8_t* pixel, int count, const Ink& ink, std::uint32_t alpha) {
  if (alpha == 0) return;
  if (alpha == 256) {
    for (; count > 0; --count, pixel += 4) store_pixel(pixel, ink.word);
  } else {
    for (; count > 0; --count, pixel += 4) blend(pixel, ink, alpha);
  }
}

void paint_hatch(std::uint8_t* pixel, int count, const Hatch& hatch, std::size_t place, float coverage) {
  const Ink ink(hatch.colour);
  for (; count > 0; --count, pixel += 4) {
    if (const float strength = hatch.strengths[place]; strength > 0) blend(pixel, ink, ink.alpha(coverage * strength));
    if (++place == hatch.strengths.size()) place = 0;
  }
}

// Coverage changes only where an edge passes: the alpha is worked out there and the run up to the next one is painted
// at once.
void paint_row(Band& band, int row, const Ink& ink, const Hatch* hatch) {
  const Extent columns = std::exchange(band.covered[static_cast<std::size_t>(row)], {});
  float* line = band.coverage.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(band.width + 2);
  const int end = std::min(columns.end, band.width);
  float winding = 0;
  for (int x = columns.begin; x < end;) {
    winding += line[x];
    line[x] = 0;
    int next = x + 1;
    while (next < end && line[next] == 0) ++next;
    const float coverage = even_odd(winding);
    paint_run(band.pixel(x, band.top + row), next - x, ink, ink.alpha(coverage));
    if (hatch && coverage > 0) {
      const int y = band.top + row;
      paint_hatch(band.pixel(x, y), next - x, *hatch, hatch->place_of(x, y), coverage);
    }
    x = next;
  }
  for (int x = std::max(columns.begin, band.width); x < columns.end; ++x) line[x] = 0;
}

}  // namespace

Hatch make_hatch(Rgba colour, double origin_px, float pixel_ratio) {
  Hatch hatch;
  if (colour.a == 0) return hatch;
  hatch.colour = colour;
  const int step = std::max(2, static_cast<int>(std::lround(hatch_step_px * pixel_ratio)));
  // Across a row a slanting line is wider than it is thick.
  const float half = 0.5F * hatch_line_px * pixel_ratio * std::numbers::sqrt2_v<float>;
  for (int i = 0; i < step; ++i) {
    const float away = std::abs(static_cast<float>(i) - 0.5F * static_cast<float>(step));
    hatch.strengths.push_back(std::clamp(half + 0.5F - away, 0.0F, 1.0F));
  }
  const double turns = std::floor(origin_px / step);
  const auto place = static_cast<int>(std::floor(origin_px - turns * step));
  hatch.phase = (step - std::clamp(place, 0, step - 1)) % step;
  return hatch;
}

void fill_polygon(Band& band, std::span<const std::vector<Vec2>> rings, Rgba colour, const Hatch* hatch) {
  const Ink ink(colour);
  Accumulator accumulator(band);
  for (const std::vector<Vec2>& ring : rings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) accumulator.add_edge(ring[j], ring[i]);
  }
  for (int row = accumulator.rows().begin; row < accumulator.rows().end; ++row) paint_row(band, row, ink, hatch);
}

}  // namespace samverka::raster
