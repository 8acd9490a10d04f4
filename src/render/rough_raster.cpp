// Drawn at half the width and height, then enlarged: each pixel is mixed from the four small ones around it by how near
// they are, which for a doubling is 9, 3, 3 and 1 sixteenths.
#include "render/rough_raster.h"

#include <algorithm>

#include "jobs/jobs.h"
#include "render/raster.h"

namespace samverka {
namespace {

constexpr std::size_t rows_a_piece = 64;
constexpr std::uint32_t even = 0x00FF00FFU;

// The four channels of a pixel, two and two with room above each to multiply. Which of them is which does not matter.
struct Lanes {
  std::uint32_t low = 0, high = 0;
};

// The small picture's camera: its pixel (x, y) is where the large one has (2x, 2y) to (2x + 1, 2y + 1), also where a
// side is odd and the last small pixel reaches beyond it.
Camera half_of(const Camera& camera, int width, int height) {
  Camera half = camera;
  half.scale = camera.scale / 2;
  half.viewport_px = {static_cast<float>((width + 1) / 2), static_cast<float>((height + 1) / 2)};
  const Vec2 off = half.viewport_px * 0.5F - camera.viewport_px * 0.25F;
  half.centre = camera.centre + off * (1 / half.scale);
  return half;
}

const std::uint8_t* row_of(const Pixels& pixels, int y) {
  const auto row = static_cast<std::size_t>(std::clamp(y, 0, pixels.height - 1));
  return pixels.rgba.data() + row * static_cast<std::size_t>(pixels.width) * 4;
}

// Three parts of the near row and one of the far one; before the first pixel and after the last they stand once more.
void mix_rows(const std::uint8_t* near, const std::uint8_t* far, std::vector<Lanes>& mixed) {
  const std::size_t width = mixed.size() - 2;
  for (std::size_t x = 0; x < width; ++x) {
    const std::uint32_t a = raster::load_pixel(near + x * 4);
    const std::uint32_t b = raster::load_pixel(far + x * 4);
    mixed[x + 1] = {3 * (a & even) + (b & even), 3 * (a >> 8U & even) + (b >> 8U & even)};
  }
  mixed.front() = mixed[1];
  mixed.back() = mixed[width];
}

std::uint32_t sixteenth(Lanes near, Lanes far) {
  constexpr std::uint32_t half = 0x00080008U;
  return ((3 * near.low + far.low + half) >> 4U & even) | ((3 * near.high + far.high + half) >> 4U & even) << 8U;
}

void double_columns(const std::vector<Lanes>& mixed, std::uint8_t* to, std::size_t width) {
  for (std::size_t x = 0; x < width / 2; ++x) {
    raster::store_pixel(to + x * 8, sixteenth(mixed[x + 1], mixed[x]));
    raster::store_pixel(to + x * 8 + 4, sixteenth(mixed[x + 1], mixed[x + 2]));
  }
  if (width % 2 == 1) raster::store_pixel(to + (width - 1) * 4, sixteenth(mixed[width / 2 + 1], mixed[width / 2]));
}

}  // namespace

Pixels rasterize_rough(const Scene& scene, const Camera& camera, float pixel_ratio, unsigned threads) {
  const bool is_sound = camera.viewport_px.x >= 2 && camera.viewport_px.y >= 2 && camera.viewport_px.x <= 32768 &&
                        camera.viewport_px.y <= 32768;
  if (!is_sound) return rasterize(scene, camera, pixel_ratio, threads);
  Pixels pixels{static_cast<int>(camera.viewport_px.x), static_cast<int>(camera.viewport_px.y), {}};
  const Pixels small = rasterize(scene, half_of(camera, pixels.width, pixels.height), pixel_ratio / 2, threads);
  const auto width = static_cast<std::size_t>(pixels.width);
  pixels.rgba.resize(width * static_cast<std::size_t>(pixels.height) * 4);
  const auto enlarge = [&](std::size_t begin, std::size_t end) {
    std::vector<Lanes> mixed(static_cast<std::size_t>(small.width) + 2);
    for (std::size_t y = begin; y < end; ++y) {
      const int near = static_cast<int>(y) / 2;
      mix_rows(row_of(small, near), row_of(small, y % 2 == 0 ? near - 1 : near + 1), mixed);
      double_columns(mixed, pixels.rgba.data() + y * width * 4, width);
    }
  };
  parallel_for(static_cast<std::size_t>(pixels.height), rows_a_piece, enlarge, threads);
  return pixels;
}

}  // namespace samverka
