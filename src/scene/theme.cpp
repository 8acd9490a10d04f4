// The themes: light and dark, each also in high contrast. Panel and text colours are the program's; the map's are
// chosen so that land is slightly lifted from the sea, borders grow stronger from municipality to county to coast, and
// no line competes with the actors' colours.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "scene/scene.h"

namespace samverka {
namespace {

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgba c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

std::uint8_t mixed_channel(std::uint8_t from, std::uint8_t to, float share) {
  return static_cast<std::uint8_t>(std::lround(static_cast<float>(from) + static_cast<float>(to - from) * share));
}

Theme make_light() {
  Theme t;
  t.background = parse_colour("#F3F5F8");
  t.panel = parse_colour("#FFFFFF");
  t.border = parse_colour("#DDE2E9");
  t.text = parse_colour("#18212F");
  t.muted = parse_colour("#5A6678");
  t.accent = parse_colour("#0F6B6B");
  t.accent_soft = parse_colour("#D9EEEC");
  t.canvas = parse_colour("#FBFCFD");
  t.sea = parse_colour("#E6EDF3");
  t.land = parse_colour("#FDFDFC");
  t.land_border = parse_colour("#D9E0E7");
  t.county_border = parse_colour("#AAB7C5");
  t.coast = parse_colour("#94A5B7");
  t.warning = parse_colour("#9A5B00");
  t.tie = parse_colour("#33475E");
  t.unconfirmed = parse_colour("#5A6678");
  return t;
}

Theme make_dark() {
  Theme t;
  t.is_dark = true;
  t.background = parse_colour("#0F141A");
  t.panel = parse_colour("#171D25");
  t.border = parse_colour("#2B3541");
  t.text = parse_colour("#E6EBF2");
  t.muted = parse_colour("#94A1B3");
  t.accent = parse_colour("#2FB5A9");
  t.accent_soft = parse_colour("#153A3A");
  t.canvas = parse_colour("#12171E");
  t.sea = parse_colour("#0C1117");
  t.land = parse_colour("#1A232C");
  t.land_border = parse_colour("#2A3540");
  t.county_border = parse_colour("#465565");
  t.coast = parse_colour("#5A6B7D");
  t.warning = parse_colour("#F2B35E");
  t.tie = parse_colour("#B4C4D6");
  t.unconfirmed = parse_colour("#94A1B3");
  return t;
}

// White paper and black ink: text 7:1 on everything, frames and coasts 3:1.
void raise_light(Theme& t) {
  t.background = t.panel = t.canvas = t.land = parse_colour("#FFFFFF");
  t.sea = parse_colour("#E3EAF1");
  t.border = parse_colour("#66717E");
  t.text = parse_colour("#000000");
  t.muted = parse_colour("#2B333D");
  t.accent = parse_colour("#00494A");
  t.accent_soft = parse_colour("#C4E3E1");
  t.land_border = parse_colour("#A9B4C0");
  t.county_border = parse_colour("#66717E");
  t.coast = parse_colour("#3A4653");
  t.warning = parse_colour("#6B3A00");
  t.tie = parse_colour("#101B28");
  t.unconfirmed = parse_colour("#36424F");
}

void raise_dark(Theme& t) {
  t.background = t.canvas = t.sea = parse_colour("#000000");
  t.panel = parse_colour("#07090C");
  t.border = parse_colour("#8996A4");
  t.text = parse_colour("#FFFFFF");
  t.muted = parse_colour("#C9D3DE");
  t.accent = parse_colour("#5CE0D3");
  t.accent_soft = parse_colour("#0C4242");
  t.land = parse_colour("#10161C");
  t.land_border = parse_colour("#44525F");
  t.county_border = parse_colour("#7F8D9B");
  t.coast = parse_colour("#AAB8C6");
  t.warning = parse_colour("#FFC979");
  t.tie = parse_colour("#E4EDF6");
  t.unconfirmed = parse_colour("#C0CCD8");
}

Theme make(ThemeChoice choice) {
  Theme t = choice.is_dark ? make_dark() : make_light();
  t.is_high_contrast = choice.is_high_contrast;
  t.is_colour_safe = choice.is_colour_safe;
  if (choice.is_high_contrast) choice.is_dark ? raise_dark(t) : raise_light(t);
  return t;
}

std::array<Theme, 8> make_all() {
  std::array<Theme, 8> all;
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = make({(i & 1) != 0, (i & 2) != 0, (i & 4) != 0});
  return all;
}

}  // namespace

Rgba parse_colour(std::string_view hex) {
  constexpr Rgba magenta{255, 0, 255, 255};
  if (hex.size() != 7 || hex[0] != '#') return magenta;
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
  if (problem != std::errc{} || end != hex.data() + 7) return magenta;
  const auto byte = [value](int shift) { return static_cast<std::uint8_t>(value >> shift & 255U); };
  return {byte(16), byte(8), byte(0), 255};
}

Rgba with_alpha(Rgba colour, float alpha) {
  const float sound = alpha >= 0 ? std::min(alpha, 1.0F) : 0.0F;  // NaN is 0
  colour.a = static_cast<std::uint8_t>(std::lround(sound * 255));
  return colour;
}

Rgba mixed(Rgba from, Rgba to, float share) {
  const float s = share >= 0 ? std::min(share, 1.0F) : 0.0F;
  return {mixed_channel(from.r, to.r, s), mixed_channel(from.g, to.g, s), mixed_channel(from.b, to.b, s),
          mixed_channel(from.a, to.a, s)};
}

double contrast_ratio(Rgba a, Rgba b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const Theme& theme_of(ThemeChoice choice) {
  static const std::array<Theme, 8> all = make_all();
  return all[(choice.is_dark ? 1U : 0U) + (choice.is_high_contrast ? 2U : 0U) + (choice.is_colour_safe ? 4U : 0U)];
}

const Theme& light_theme() { return theme_of({}); }

const Theme& dark_theme() { return theme_of({.is_dark = true}); }

}  // namespace samverka
