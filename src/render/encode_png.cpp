#include "render/cairo_surface.h"
#include "render/page.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace samverka {
namespace {

cairo_status_t append(void* text, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::uint32_t crc32(std::string_view bytes) {  // PNG specification, annex D
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1 ^ 0xEDB88320U : crc >> 1;
  }
  return ~crc;
}

void append_big_endian(std::string& text, std::uint32_t value) {
  for (const int shift : {24, 16, 8, 0}) text.push_back(static_cast<char>(value >> shift & 0xFFU));
}

// Of type and content: length before, check sum after.
std::string chunk_of(const std::string& body) {
  std::string chunk;
  append_big_endian(chunk, static_cast<std::uint32_t>(body.size() - 4));
  chunk += body;
  append_big_endian(chunk, crc32(body));
  return chunk;
}

// How many pixels a metre: word processors place the picture at that size.
std::string resolution_chunk(float dpi) {
  const float sound = dpi > 0 ? std::min(dpi, 100000.0F) : 96;
  const auto per_metre = static_cast<std::uint32_t>(std::lround(sound / 0.0254F));
  std::string body = "pHYs";
  append_big_endian(body, per_metre);
  append_big_endian(body, per_metre);
  body.push_back(1);  // unit: metre
  return chunk_of(body);
}

// PNG 1.2 section 4.2.3, iTXt: UTF-8, not compressed, no language told.
std::string text_chunk(std::string_view name, std::string_view text) {
  std::string body = "iTXt";
  body.append(name).append(5, '\0').append(clean_text(text));
  return chunk_of(body);
}

std::string about_chunks(const PictureAbout& about) {
  std::string chunks;
  if (!about.title.empty()) chunks += text_chunk("Title", about.title);
  if (!about.description.empty()) chunks += text_chunk("Description", about.description);
  for (const auto& [name, value] : about.facts) chunks += text_chunk(name, value);
  return chunks;
}

// Cairo wants the four channels of a pixel in one native word, alpha on top.
void copy_rows(const Pixels& pixels, cairo_surface_t* surface) {
  unsigned char* data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto width = static_cast<std::size_t>(pixels.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(pixels.height); ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + y * stride);
    const std::uint8_t* from = pixels.rgba.data() + y * width * 4;
    for (std::size_t x = 0; x < width; ++x, from += 4) {
      row[x] =
          0xFF000000U | static_cast<std::uint32_t>(from[0]) << 16 | static_cast<std::uint32_t>(from[1]) << 8 | from[2];
    }
  }
  cairo_surface_mark_dirty(surface);
}

}  // namespace

void SurfaceRelease::operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

Problem picture_problem(const char* reason) {
  return error("E_PICTURE", {"problem.picture", {{"reason", reason}}}, Exit::save);
}

Result<Surface> make_surface(int width, int height, bool has_alpha) {
  Surface surface(cairo_image_surface_create(has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height));
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  return surface;
}

Result<Surface> surface_of(const Pixels& pixels) {
  const std::size_t expected = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4;
  SAM_CHECK(pixels.rgba.size() == expected, "a picture with as many bytes as its sides say");
  Result<Surface> surface = make_surface(pixels.width, pixels.height);
  if (surface && expected > 0) copy_rows(pixels, surface->get());
  return surface;
}

Result<std::string> png_of(cairo_surface_t* surface, float dpi, const PictureAbout& about) {
  std::string png;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface, append, &png);
  if (status != CAIRO_STATUS_SUCCESS) return picture_problem(cairo_status_to_string(status));
  constexpr std::size_t after_header = 8 + 25;  // signature, IHDR
  png.insert(after_header, resolution_chunk(dpi) + about_chunks(about));
  return png;
}

Pixels pixels_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  Pixels pixels{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const bool has_alpha = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32;
  pixels.rgba.reserve(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4);
  for (int y = 0; y < pixels.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::size_t>(y) * stride);
    for (int x = 0; x < pixels.width; ++x) {
      const std::uint32_t word = row[x];
      const std::uint32_t alpha = has_alpha ? word >> 24U : 255U;
      // Cairo's colours are times their alpha; a Pixels' are not.
      const auto straight = [&](std::uint32_t channel) {
        return static_cast<std::uint8_t>(alpha == 0 ? 0
                                                    : std::min(255U, ((channel & 255U) * 255U + alpha / 2) / alpha));
      };
      pixels.rgba.insert(pixels.rgba.end(), {straight(word >> 16U), straight(word >> 8U), straight(word),
                                             static_cast<std::uint8_t>(alpha)});
    }
  }
  return pixels;
}

Result<std::string> encode_png(const Pixels& pixels, float dpi) {
  const Result<Surface> surface = surface_of(pixels);
  if (!surface) return surface.problem();
  return png_of(surface->get(), dpi);
}

}  // namespace samverka
