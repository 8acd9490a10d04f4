// The map: land and borders, actors at their place, agreements as stars from a small square among their parties.
#include <algorithm>
#include <charconv>

#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float bend = 0.09F;
constexpr float county_extent = 0.55F;  // what spans less of the country than this is shown by itself

std::uint32_t code_number(const std::string& code) {
  std::uint32_t number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number);
  return number;
}

MarkStyle marks_for(const SceneInput& input) {
  MarkStyle style{input.theme.land, 3.5F, 12};
  if (input.incidence.vertex_count() > 500) style = {input.theme.land, 2.6F, 9};
  return style;
}

// The code of the municipality whose land is lifted: selected itself, or as an actor.
std::string selected_municipality(const SceneInput& input) {
  if (input.selection.kind != PickId::Kind::actor || input.selection.index >= input.network.actors.size()) return {};
  const Actor& actor = input.network.actor(ActorId(input.selection.index));
  return actor.type == "municipality" ? actor.municipality : std::string();
}

void add_land(Scene& scene, const SceneInput& input) {
  const std::string selected = selected_municipality(input);
  for (const MapShapes::Place& place : input.shapes->municipalities) {
    Polygon polygon;
    polygon.rings = place.rings;
    polygon.pick = {PickId::Kind::municipality_area, code_number(place.code)};
    const bool is_selected = place.code == selected || input.selection == polygon.pick;
    polygon.fill = is_selected ? input.theme.accent_soft : input.theme.land;
    scene.polygons.push_back(std::move(polygon));
  }
}

void add_borders(Scene& scene, const SceneInput& input) {
  const auto add = [&](MapShapes::Border kind, float width_px, Rgba colour) {
    for (const MapShapes::Line& line : input.shapes->borders) {
      if (line.kind == kind) scene.outlines.push_back({line.points, width_px, colour});
    }
  };
  add(MapShapes::Border::municipality, 0.7F, input.theme.land_border);
  add(MapShapes::Border::county, 1, input.theme.county_border);
  add(MapShapes::Border::coast, 0.9F, input.theme.coast);
}

void add_names(Scene& scene, const SceneInput& input, const Parts& parts, const LabelStyle& style) {
  for (std::uint32_t v = 0; v < input.incidence.vertex_count(); ++v) {
    if (parts.is_hidden[v]) continue;
    if (input.incidence.is_actor(v)) scene.labels.push_back(actor_label(input, parts, v, style));
    // The square of an umbrella stands without rays: it must say what it is.
    else if (parts.nearness[v] == Nearness::selected || parts.is_umbrella(v)) {
      scene.labels.push_back(agreement_label(input, parts, v, style));
    }
  }
}

struct Extents {
  Rect placed, unplaced;
};

Extents extents_of(const SceneInput& input, const Parts& parts) {
  using Precision = Anchor::Precision;
  const std::vector<Anchor> anchors = anchors_of(input.network, input.index, input.incidence);
  Extents extents;
  for (std::uint32_t v = 0; v < input.incidence.actors.size(); ++v) {
    if (parts.is_hidden[v]) continue;
    const Precision precision = anchors[v].precision;
    if (precision == Precision::none) extents.unplaced.include(input.positions[v]);
    if (precision == Precision::exact || precision == Precision::municipality)
      extents.placed.include(input.positions[v]);
  }
  return extents;
}

Rect country_of(const MapShapes& shapes) {
  Rect country;
  for (const MapShapes::Place& place : shapes.counties.empty() ? shapes.municipalities : shapes.counties) {
    country.include(place.bounds.min);
    country.include(place.bounds.max);
  }
  return country;
}

// The part of the country that the actors are in, or all of it.
Rect bounds_of(const SceneInput& input, const Extents& extents) {
  const Rect country = input.shapes ? country_of(*input.shapes) : Rect{};
  if (extents.placed.is_empty()) return country.is_empty() ? extents.unplaced : country;
  const Rect near = extents.placed.grown(0.04F * std::max(extents.placed.width(), extents.placed.height()) + 5);
  if (!country.is_empty() && near.height() > county_extent * country.height()) {
    Rect all = country;
    if (!extents.unplaced.is_empty()) {
      all.include(extents.unplaced.min);
      all.include(extents.unplaced.max);
    }
    return all;
  }
  return near;
}

void add_unplaced_heading(Scene& scene, const SceneInput& input, const Rect& unplaced) {
  if (unplaced.is_empty()) return;
  Label label;
  label.at = {unplaced.centre().x, unplaced.min.y};
  label.clear_px = 14;
  label.text = word_of(input, "scene.unplaced");
  label.size_px = 12;
  label.is_bold = true;
  label.colour = input.theme.muted;
  label.halo = input.theme.sea;
  label.importance = 90;
  scene.labels.push_back(std::move(label));
}

}  // namespace

Scene build_map_scene(const SceneInput& input) {
  const Parts parts = make_parts(input);
  const MarkStyle marks = marks_for(input);
  const Extents extents = extents_of(input, parts);
  Scene scene;
  scene.is_map = true;
  scene.canvas = input.theme.sea;
  if (input.shapes) {
    add_land(scene, input);
    add_borders(scene, input);
  }
  add_links(scene, input, parts, {bend, true});
  add_marks(scene, input, parts, marks);
  add_names(scene, input, parts, {input.theme.land, marks});
  add_unplaced_heading(scene, input, extents.unplaced);
  add_surroundings(scene, input);
  scene.bounds = bounds_of(input, extents);
  return scene;
}

}  // namespace samverka
