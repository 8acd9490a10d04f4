#include "ui/label_painter.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.h"

namespace samverka {
namespace {

constexpr std::size_t most_names = 4000;  // kept; a picture shows a few hundred
constexpr float widest_px = 4096;
constexpr float tallest_px = 256;
constexpr std::size_t most_bytes = 1000;  // of a name; scenes cut theirs much shorter
constexpr float halo_px = 1.25F;          // how far the canvas colour reaches out around the letters, at scale 1

// How much of each pixel is covered, 0-1.
struct Cover {
  int width = 0, height = 0;
  std::vector<float> at;
  Cover(int w, int h) : width(w), height(h), at(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), 0.0F) {}
  float& of(int x, int y) {
    return at[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
};

// The atlas between its pixels, as OpenGL's linear filter reads it.
struct Atlas {
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  Atlas() { ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height); }
  float at(int x, int y) const {
    x = std::clamp(x, 0, width - 1);
    y = std::clamp(y, 0, height - 1);
    return static_cast<float>(
               pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]) /
           255;
  }
  float between(float u, float v) const {
    const float x = u * static_cast<float>(width) - 0.5F;
    const float y = v * static_cast<float>(height) - 0.5F;
    const float left = std::floor(x);
    const float top = std::floor(y);
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    const float above = at(column, row) * (left + 1 - x) + at(column + 1, row) * (x - left);
    const float below = at(column, row + 1) * (left + 1 - x) + at(column + 1, row + 1) * (x - left);
    return above * (top + 1 - y) + below * (y - top);
  }
};

// One letter: an upright rectangle of the atlas, its corners as ImGui laid them out.
void add_letter(const Atlas& atlas, const ImDrawVert& from, const ImDrawVert& to, Cover& cover) {
  const float width = to.pos.x - from.pos.x;
  const float height = to.pos.y - from.pos.y;
  if (!(width > 0) || !(height > 0)) return;
  const int left = std::max(0, static_cast<int>(std::floor(from.pos.x + 0.5F)));
  const int right = std::min(cover.width, static_cast<int>(std::floor(to.pos.x + 0.5F)));
  const int top = std::max(0, static_cast<int>(std::floor(from.pos.y + 0.5F)));
  const int bottom = std::min(cover.height, static_cast<int>(std::floor(to.pos.y + 0.5F)));
  for (int y = top; y < bottom; ++y) {
    const float v = from.uv.y + (static_cast<float>(y) + 0.5F - from.pos.y) / height * (to.uv.y - from.uv.y);
    for (int x = left; x < right; ++x) {
      const float u = from.uv.x + (static_cast<float>(x) + 0.5F - from.pos.x) / width * (to.uv.x - from.uv.x);
      float& pixel = cover.of(x, y);
      pixel = std::max(pixel, atlas.between(u, v));
    }
  }
}

// The text moved out in four directions, each over the one before.
Cover halo_of(Cover& text, float reach) {
  Cover halo(text.width, text.height);
  const auto whole = static_cast<int>(reach);
  const float rest = reach - static_cast<float>(whole);
  const auto moved = [&](int x, int y, int step_x, int step_y) {
    const auto at = [&](int steps) {
      const int from_x = x - step_x * steps;
      const int from_y = y - step_y * steps;
      const bool is_inside = from_x >= 0 && from_y >= 0 && from_x < text.width && from_y < text.height;
      return is_inside ? text.of(from_x, from_y) : 0;
    };
    return at(whole) * (1 - rest) + at(whole + 1) * rest;
  };
  for (int y = 0; y < text.height; ++y) {
    for (int x = 0; x < text.width; ++x) {
      float open = 1;
      for (const auto& [step_x, step_y] : {std::pair{-1, 0}, std::pair{1, 0}, std::pair{0, -1}, std::pair{0, 1}}) {
        open *= 1 - moved(x, y, step_x, step_y);
      }
      halo.of(x, y) = 1 - open;
    }
  }
  return halo;
}

std::uint8_t byte_of(float value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F)); }

// Text over halo: one colour, times how much of it there is, and the share of what is below that is hidden.
std::uint32_t premultiplied(Rgba text, float in_text, Rgba halo, float in_halo) {
  in_text *= static_cast<float>(text.a) / 255;
  in_halo *= static_cast<float>(halo.a) / 255 * (1 - in_text);
  const auto channel = [&](std::uint8_t of_text, std::uint8_t of_halo) {
    return byte_of(static_cast<float>(of_text) * in_text + static_cast<float>(of_halo) * in_halo);
  };
  const std::uint8_t bytes[4] = {channel(text.r, halo.r), channel(text.g, halo.g), channel(text.b, halo.b),
                                 byte_of((in_text + in_halo) * 255)};
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, 4);
  return word;
}

// A premultiplied pixel over an opaque one, two channels at a time (see render/raster.h).
std::uint32_t over(std::uint32_t above, std::uint32_t below) {
  constexpr std::uint32_t even = 0x00FF00FFU;
  std::uint8_t bytes[4];
  std::memcpy(bytes, &above, 4);
  const std::uint32_t rest = 256 - (bytes[3] + (bytes[3] >> 7U));
  const std::uint32_t low = ((below & even) * rest) >> 8U & even;
  const std::uint32_t high = ((below >> 8U & even) * rest) & ~even;
  return above + (low | high);
}

template <class T>
void append(std::string& key, const T& value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

LabelPainter::Name LabelPainter::draw_name(const Label& label, const Fonts& fonts, float scale) {
  ImFont* font = fonts.label(label.size_px, label.is_bold);
  const float size = label.size_px * scale * inter_line_per_em;
  const float reach = halo_px * scale;
  const int margin = static_cast<int>(reach) + 2;
  const std::string words = cut_to_bytes(label.text, most_bytes);
  const char* begin = words.data();
  const char* end = begin + words.size();
  const ImVec2 room = font->CalcTextSizeA(size, widest_px, 0, begin, end);
  Cover text(static_cast<int>(std::ceil(std::min(room.x, widest_px))) + 2 * margin,
             static_cast<int>(std::ceil(std::min(room.y, tallest_px))) + 2 * margin);
  ImDrawList letters(ImGui::GetDrawListSharedData());
  letters._ResetForNewFrame();  // a list of our own begins without the command that the next calls write to
  const ImVec4 all{-1e6F, -1e6F, 1e6F, 1e6F};
  letters.PushClipRect({all.x, all.y}, {all.z, all.w});
  letters.PushTextureID(font->ContainerAtlas->TexID);
  const auto edge = static_cast<float>(margin);
  font->RenderText(&letters, size, {edge, edge}, IM_COL32_WHITE, all, begin, end);
  const Atlas atlas;
  for (int i = 0; i + 3 < letters.VtxBuffer.Size; i += 4) {
    add_letter(atlas, letters.VtxBuffer[i], letters.VtxBuffer[i + 2], text);
  }
  Cover halo = halo_of(text, reach);
  const float ascent = font->Ascent * size / font->FontSize;
  Name name{-margin, -static_cast<int>(std::round(ascent)) - margin, text.width, text.height, {}, {}};
  name.pixels.resize(text.at.size());
  name.rows.resize(static_cast<std::size_t>(text.height));
  for (int y = 0; y < text.height; ++y) {
    Name::Row& row = name.rows[static_cast<std::size_t>(y)];
    row = {text.width, 0};
    for (int x = 0; x < text.width; ++x) {
      const std::uint32_t pixel = premultiplied(label.colour, text.of(x, y), label.halo, halo.of(x, y));
      name.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(text.width) + static_cast<std::size_t>(x)] =
          pixel;
      if (pixel == 0) continue;
      row.begin = std::min(row.begin, x);
      row.end = x + 1;
    }
  }
  return name;
}

const LabelPainter::Name& LabelPainter::name_of(const Label& label, const Fonts& fonts, float scale) {
  std::string key = label.text;
  append(key, label.size_px);
  append(key, label.is_bold);
  append(key, label.colour);
  append(key, label.halo);
  append(key, scale);
  const auto found = names_.find(key);
  if (found != names_.end()) return found->second;
  if (names_.size() >= most_names) names_.clear();
  return names_.emplace(std::move(key), draw_name(label, fonts, scale)).first->second;
}

void LabelPainter::lay(const Name& name, int x, int y, Pixels& picture) {
  for (int row = 0; row < name.height; ++row) {
    const int to_y = y + name.top + row;
    if (to_y < 0 || to_y >= picture.height) continue;
    const int left = x + name.left;
    const Name::Row& span = name.rows[static_cast<std::size_t>(row)];
    const int begin = std::max(span.begin, -left);
    const int end = std::min(span.end, picture.width - left);
    const std::uint32_t* from =
        name.pixels.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(name.width);
    std::uint8_t* to = picture.rgba.data() + static_cast<std::ptrdiff_t>(to_y) * picture.width * 4;
    for (int column = begin; column < end; ++column) {
      std::uint8_t* pixel = to + static_cast<std::ptrdiff_t>(left + column) * 4;
      std::uint32_t below = 0;
      std::memcpy(&below, pixel, 4);
      const std::uint32_t mixed = over(from[column], below);
      std::memcpy(pixel, &mixed, 4);
    }
  }
}

void LabelPainter::paint(Pixels& picture, const Scene& scene, std::span<const PlacedLabel> labels, const Fonts& fonts,
                         float scale) {
  for (const PlacedLabel& placed : labels) {
    const Name& name = name_of(scene.labels[placed.label], fonts, scale);
    const Vec2 at = placed.baseline_px * scale;
    lay(name, static_cast<int>(std::round(at.x)), static_cast<int>(std::round(at.y)), picture);
  }
}

}  // namespace samverka
