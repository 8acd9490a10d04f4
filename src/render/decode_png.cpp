#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "render/cairo_surface.h"

namespace samverka {
namespace {

constexpr std::uint32_t greatest_png_side = 16384;

// What is left to read.
cairo_status_t take_bytes(void* left, unsigned char* into, unsigned count) {
  auto& bytes = *static_cast<std::string_view*>(left);
  if (bytes.size() < count) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(into, bytes.data(), count);
  bytes.remove_prefix(count);
  return CAIRO_STATUS_SUCCESS;
}

// The sides stand first in every PNG (PNG 1.2, 4.1.1): a file that claims to be huge is not opened at all.
bool has_sound_sides(std::string_view bytes) {
  constexpr std::size_t at = 16;
  if (bytes.size() < at + 8) return false;
  const auto side = [&](std::size_t from) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[from + i]);
    return value;
  };
  const std::uint32_t width = side(at), height = side(at + 4);
  return width > 0 && height > 0 && width <= greatest_png_side && height <= greatest_png_side;
}

}  // namespace

Result<Pixels> decode_png(std::string_view bytes, Vec2 most) {
  if (!has_sound_sides(bytes)) return picture_problem("PNG");
  const Surface whole(cairo_image_surface_create_from_png_stream(take_bytes, &bytes));
  if (const cairo_status_t status = cairo_surface_status(whole.get()); status != CAIRO_STATUS_SUCCESS) {
    return picture_problem(cairo_status_to_string(status));
  }
  const auto width = static_cast<float>(cairo_image_surface_get_width(whole.get()));
  const auto height = static_cast<float>(cairo_image_surface_get_height(whole.get()));
  const float scale = std::min({most.x / width, most.y / height, 1.0F});
  const Result<Surface> small = make_surface(std::max(1, static_cast<int>(std::lround(width * scale))),
                                             std::max(1, static_cast<int>(std::lround(height * scale))));
  if (!small) return small.problem();
  cairo_t* cairo = cairo_create(small->get());
  cairo_scale(cairo, static_cast<double>(scale), static_cast<double>(scale));
  cairo_set_source_surface(cairo, whole.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
  cairo_paint(cairo);
  cairo_destroy(cairo);
  return pixels_of(small->get());
}

}  // namespace samverka
