#pragma once
// A small invented scene, and where the fonts are.
#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "render/picture.h"

namespace samverka::test {

inline std::string font(const char* style) {
  return std::string(SAMVERKA_SOURCE_DIR) + "/assets/fonts/Inter-" + style + ".otf";
}

inline std::unique_ptr<TextMeasure> inter() { return load_text_measure(font("Regular"), font("SemiBold")); }

inline PictureOptions picture(float width, float height) {
  PictureOptions options;
  options.size_px = {width, height};
  options.regular_font = font("Regular");
  options.bold_font = font("SemiBold");
  return options;
}

inline Mark actor_mark(Vec2 at, std::uint32_t actor, Symbol symbol, const char* colour) {
  Mark mark;
  mark.centre = at;
  mark.radius_px = 7;
  mark.symbol = symbol;
  mark.fill = parse_colour(colour);
  mark.outline = light_theme().canvas;
  mark.outline_px = 1.2F;
  mark.pick = {PickId::Kind::actor, actor};
  return mark;
}

inline Label name_label(Vec2 at, std::uint32_t actor, const std::string& name) {
  Label label;
  label.at = at;
  label.clear_px = 7;
  label.text = name;
  label.colour = light_theme().text;
  label.halo = light_theme().canvas;
  label.importance = static_cast<float>(actor);
  label.pick = {PickId::Kind::actor, actor};
  return label;
}

//  Granby o---- avtal ----o Regionen        one land with a lake, one dashed tie to Tallmo
inline Scene small_scene() {
  const Theme& theme = light_theme();
  Scene scene;
  scene.canvas = theme.canvas;
  scene.polygons.push_back({{{{0, 0}, {100, 0}, {100, 60}, {0, 60}}, {{40, 40}, {50, 40}, {45, 50}}}, theme.land, {}});
  scene.outlines.push_back({{{0, 0}, {100, 0}, {100, 60}, {0, 60}, {0, 0}}, 1, theme.coast});
  const Vec2 granby{20, 20};
  const Vec2 agreement{50, 25};
  const Vec2 region{80, 15};
  const Vec2 tallmo{30, 50};
  scene.links.push_back({agreement, granby, 0.1F, 1.5F, with_alpha(theme.tie, 0.5F), false, {PickId::Kind::party, 0}});
  scene.links.push_back({agreement, region, 0.1F, 1.5F, with_alpha(theme.tie, 0.5F), false, {PickId::Kind::party, 1}});
  scene.links.push_back({agreement, tallmo, 0, 1, with_alpha(theme.unconfirmed, 0.6F), true, {PickId::Kind::party, 2}});
  scene.marks = {actor_mark(agreement, 9, Symbol::square, "#70757D"), actor_mark(granby, 1, Symbol::disc, "#0F6B6B"),
                 actor_mark(region, 2, Symbol::diamond, "#2A6CB0"), actor_mark(tallmo, 3, Symbol::ring, "#8A4CB0")};
  scene.labels = {name_label(granby, 1, "Granby"), name_label(region, 2, "Exempelregionen"),
                  name_label(tallmo, 3, "Tallmo")};
  LegendRow row;
  row.code = "municipality";
  row.text = "Kommuner";
  row.count = 2238;
  row.colour = parse_colour("#0F6B6B");
  scene.legend = {row, row};
  LegendRow& faint = scene.legend[1];
  faint.code = "unconfirmed";
  faint.text = "Ej bekräftad koppling";
  faint.count = 1;
  faint.is_on = false;
  faint.sign = LegendRow::Sign::dashed_line;
  faint.colour = theme.unconfirmed;
  scene.caption = {"Exempellän", "area!=A0", "Påhittad källa", "Underlag per 2025-12-31", "Påhittade uppgifter"};
  scene.bounds = {{0, 0}, {100, 60}};
  return scene;
}

}  // namespace samverka::test
