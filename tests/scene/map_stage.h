#pragma once
// A small invented country for tests of the map, of squares:
//
//   county 90: Alby 9001 | Ekby 9002      40 km wide each
//   county 91: Sjöby 9101                 20 km below Alby, 40 km wide
//   county 92: Åby 9201                   20 km below Ekby
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "scene/build.h"
#include "scene/map_places.h"
#include "support/small_network.h"

namespace samverka::test {

inline MapShapes::Place square(const std::string& code, const std::string& name, Vec2 corner, Vec2 size) {
  MapShapes::Place place;
  place.code = code;
  place.name = name;
  place.bounds = {corner, corner + size};
  place.rings = {{corner, corner + Vec2{size.x, 0}, corner + size, corner + Vec2{0, size.y}}};
  return place;
}

inline MapShapes square_country() {
  constexpr Vec2 origin{500, -6700};
  constexpr Vec2 side{40, 40};
  MapShapes shapes;
  shapes.municipalities = {square("9001", "Alby", origin, side), square("9002", "Ekby", origin + Vec2{40, 0}, side),
                           square("9101", "Sjöby", origin + Vec2{0, 60}, side),
                           square("9201", "Åby", origin + Vec2{40, 60}, side)};
  shapes.counties = {square("90", "Norra län", origin, {80, 40}), square("91", "Sjös län", origin + Vec2{0, 60}, side),
                     square("92", "Ålands län", origin + Vec2{40, 60}, side)};
  return shapes;
}

struct MapStage {
  NetworkMaker maker;
  MapShapes shapes = square_country();
  Taxonomy taxonomy = small_taxonomy();
  MapDetail detail = MapDetail::county;
  MapLook look;
  PickId selection;
  std::vector<std::string> hidden;
  bool unfolded = false;
  Theme theme = light_theme();
  SceneWords words;
  std::optional<Date> day;

  // The four municipalities, each in the middle of its square.
  MapStage() {
    for (const MapShapes::Place& place : shapes.municipalities) {
      maker.municipality(place.name, place.code).position = wgs84_from_map(place.bounds.centre());
    }
  }

  Scene scene() const {
    const NetworkIndex index(maker.network);
    const SubNetwork part = restrict(maker.network, taxonomy, {}, maker.network.as_of);
    const Folding folding = fold_units(maker.network, index, taxonomy, part, unfolded);
    const Incidence incidence = incidence_of(part, folding.shown, Joined::parties_and_founded);
    const Positions positions = map_positions(incidence, anchors_of(maker.network, index, incidence, &shapes),
                                              map_places(maker.network, index, shapes));
    return build_map_scene({.network = maker.network,
                            .index = index,
                            .taxonomy = taxonomy,
                            .part = part,
                            .folding = folding,
                            .incidence = incidence,
                            .positions = positions,
                            .shapes = &shapes,
                            .theme = theme,
                            .language = "sv",
                            .words = words,
                            .selection = selection,
                            .hidden_groups = hidden,
                            .caption = {},
                            .map_look = look,
                            .map_detail = detail,
                            .day = day});
  }
};

inline const Mark* find_mark(const Scene& scene, PickId pick) {
  const auto found =
      std::find_if(scene.marks.begin(), scene.marks.end(), [&](const Mark& m) { return m.pick == pick; });
  return found == scene.marks.end() ? nullptr : &*found;
}

inline const Polygon* find_polygon(const Scene& scene, PickId pick) {
  const auto found =
      std::find_if(scene.polygons.begin(), scene.polygons.end(), [&](const Polygon& p) { return p.pick == pick; });
  return found == scene.polygons.end() ? nullptr : &*found;
}

inline const LegendRow* find_row(const Scene& scene, const std::string& code) {
  const auto found =
      std::find_if(scene.legend.begin(), scene.legend.end(), [&](const LegendRow& r) { return r.code == code; });
  return found == scene.legend.end() ? nullptr : &*found;
}

inline bool has_label(const Scene& scene, const std::string& text) {
  return std::any_of(scene.labels.begin(), scene.labels.end(), [&](const Label& l) { return l.text == text; });
}

}  // namespace samverka::test
