// The colour-blind-safe palette of the taxonomy, seen through the eyes it is for.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "app/assets.h"
#include "scene/scene.h"

namespace samverka {
namespace {

using Triple = std::array<double, 3>;

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Triple times(const std::array<Triple, 3>& matrix, Triple v) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  return out;
}

// Machado, Oliveira and Fernandes (2009), severity 1: none, protanopia, deuteranopia, tritanopia.
constexpr std::array<std::array<Triple, 3>, 4> sights{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

// Ottosson's OKLab: distances are about as large as differences look.
Triple oklab(Rgba colour, const std::array<Triple, 3>& sight) {
  Triple seen = times(sight, {linear(colour.r), linear(colour.g), linear(colour.b)});
  for (double& v : seen) v = std::clamp(v, 0.0, 1.0);
  Triple cones = times({{{0.4122214708, 0.5363325363, 0.0514459929},
                         {0.2119034982, 0.6806995451, 0.1073969566},
                         {0.0883024619, 0.2817188376, 0.6299787005}}},
                       seen);
  for (double& v : cones) v = std::cbrt(v);
  return times({{{0.2104542553, 0.7936177850, -0.0040720468},
                 {1.9779984951, -2.4285922050, 0.4505937099},
                 {0.0259040371, 0.7827717662, -0.8086757660}}},
               cones);
}

double least_distance(const std::vector<Rgba>& colours) {
  double least = 9;
  for (const auto& sight : sights) {
    for (std::size_t i = 0; i < colours.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Triple a = oklab(colours[i], sight);
        const Triple b = oklab(colours[j], sight);
        least = std::min(least, std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
      }
    }
  }
  return least;
}

std::vector<Rgba> colours(const Taxonomy& taxonomy, std::string ActorGroup::*member) {
  std::vector<Rgba> out;
  for (const ActorGroup& group : taxonomy.groups.rows()) out.push_back(parse_colour(group.*member));
  return out;
}

}  // namespace

TEST_CASE("the safe palette keeps all groups apart for every kind of colour sight, and off every ground") {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  const Result<Assets> assets = load_assets(false);
  REQUIRE(assets);
  const Taxonomy& taxonomy = assets->taxonomy;
  CHECK(taxonomy.groups.rows().size() == 9);
  CHECK(least_distance(colours(taxonomy, &ActorGroup::color)) < 0.02);  // the plain one does not: here is why
  CHECK(least_distance(colours(taxonomy, &ActorGroup::color_safe)) > 0.1);
  CHECK(least_distance(colours(taxonomy, &ActorGroup::color_safe_dark)) > 0.1);
  for (const bool is_high : {false, true}) {
    for (const bool is_dark : {false, true}) {
      const Theme& theme = theme_of({is_dark, is_high, true});
      const auto inks = colours(taxonomy, is_dark ? &ActorGroup::color_safe_dark : &ActorGroup::color_safe);
      for (const Rgba ink : inks) {
        for (const Rgba ground : {theme.canvas, theme.panel, theme.land, theme.sea}) {
          CHECK(contrast_ratio(ink, ground) >= 2.9);
        }
      }
    }
  }
}

}  // namespace samverka
