// The map: land and borders, actors at their place, agreements as stars from a small square among their parties.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "scene/map_parts.h"
#include "scene/map_support.h"

namespace samverka {
namespace {

constexpr float bend = 0.09F;

MarkStyle marks_for(const SceneInput& input) {
  MarkStyle style{input.theme.land, 3.5F, 12};
  if (input.incidence.vertex_count() > 500) style = {input.theme.land, 2.4F, 6.5F};
  return style;
}

// The code of the municipality whose land is lifted: selected itself, or as an actor.
std::string selected_municipality(const SceneInput& input) {
  if (input.selection.kind != PickId::Kind::actor || input.selection.index >= input.network.actors.size()) return {};
  const Actor& actor = input.network.actor(ActorId(input.selection.index));
  return actor.type == "municipality" ? actor.municipality : std::string();
}

void add_land(Scene& scene, const SceneInput& input, const MapFill& fill) {
  const std::string selected = selected_municipality(input);
  for (const MapShapes::Place& place : input.shapes->municipalities) {
    Polygon polygon;
    polygon.rings = place.rings;
    polygon.pick = {PickId::Kind::municipality_area, code_number(place.code)};
    const bool is_selected = place.code == selected || input.selection == polygon.pick;
    const AreaLook look = look_of_area(input, fill, place.code);
    polygon.fill = is_selected && !fill.is_on ? input.theme.accent_soft : look.fill;
    polygon.hatch = look.hatch;
    scene.polygons.push_back(std::move(polygon));
  }
}

// Land that has a colour to keep shows by its border that it is selected.
void add_selected_border(Scene& scene, const SceneInput& input, bool by_county) {
  const std::string municipality = selected_municipality(input);
  for (const MapShapes::Place& place : by_county ? input.shapes->counties : input.shapes->municipalities) {
    const PickId::Kind kind = by_county ? PickId::Kind::county_area : PickId::Kind::municipality_area;
    if (place.code != municipality && !(input.selection == PickId{kind, code_number(place.code)})) continue;
    for (std::vector<Vec2> ring : place.rings) {
      if (ring.empty()) continue;
      ring.push_back(ring.front());
      scene.outlines.push_back({std::move(ring), 2, input.theme.accent});
    }
  }
}

void add_borders(Scene& scene, const SceneInput& input, bool with_municipalities) {
  const auto add = [&](MapShapes::Border kind, float width_px, Rgba colour) {
    for (const MapShapes::Line& line : input.shapes->borders) {
      if (line.kind == kind) scene.outlines.push_back({line.points, width_px, colour});
    }
  };
  if (with_municipalities) add(MapShapes::Border::municipality, 0.7F, input.theme.land_border);
  add(MapShapes::Border::county, 1, input.theme.county_border);
  add(MapShapes::Border::coast, 0.9F, input.theme.coast);
}

// Actors; of agreements the selected one, and umbrellas, whose square stands without rays and must say what it is.
bool is_named(const SceneInput& input, const Parts& parts, std::uint32_t vertex) {
  if (parts.is_hidden[vertex]) return false;
  return input.incidence.is_actor(vertex) || parts.is_ringed(vertex) || parts.is_umbrella(vertex);
}

void add_names(Scene& scene, const SceneInput& input, const Parts& parts, const LabelStyle& style) {
  for (std::uint32_t v = 0; v < input.incidence.vertex_count(); ++v) {
    if (is_named(input, parts, v)) add_name(scene, input, parts, v, style);
  }
}

struct Extents {
  MapExtent map;
  Rect placed, unplaced;        // of what is not hidden
  std::vector<bool> is_placed;  // each vertex: actors with an anchor, and agreements beside one of them
};

std::vector<bool> placed_vertices(const Incidence& incidence, const std::vector<Anchor>& anchors) {
  std::vector<bool> is_placed(incidence.vertex_count(), false);
  for (std::uint32_t v = 0; v < incidence.actors.size(); ++v) {
    is_placed[v] = anchors[v].precision != Anchor::Precision::none;
    if (!is_placed[v]) continue;
    for (const std::uint32_t agreement : incidence.graph.neighbours(v)) is_placed[agreement] = true;
  }
  return is_placed;
}

Extents extents_of(const SceneInput& input, const Parts& parts) {
  using Precision = Anchor::Precision;
  const std::vector<Anchor> anchors = anchors_of(input.network, input.index, input.incidence, input.shapes);
  Extents extents{map_extent(anchors), {}, {}, placed_vertices(input.incidence, anchors)};
  for (std::uint32_t v = 0; v < anchors.size(); ++v) {
    if (parts.is_hidden[v]) continue;
    if (!extents.is_placed[v]) extents.unplaced.include(input.positions[v]);
    if (anchors[v].precision == Precision::exact || anchors[v].precision == Precision::municipality)
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

struct View {
  Rect bounds;
  bool is_country = false;
};

// With the room that its heading and its names take; they are in pixels, so this is a fair guess.
void include_unplaced(Rect& bounds, const Rect& unplaced, float side_km) {
  if (unplaced.is_empty()) return;
  bounds.include(unplaced.max);
  bounds.include(unplaced.min + Vec2{0.19F * side_km, -0.1F * side_km});
}

// The part of the country that the actors are in, or all of it; with what stands beside.
View view_of(const SceneInput& input, const Extents& extents) {
  const Rect country = input.shapes ? country_of(*input.shapes) : Rect{};
  const bool is_country = !country.is_empty() && !extents.map.is_part;
  const Rect& placed = extents.placed;
  const float air = 0.04F * std::max(placed.width(), placed.height()) + 5;
  View view{is_country ? country : placed, is_country};
  if (!is_country && !placed.is_empty()) view.bounds = placed.grown(air);
  include_unplaced(view.bounds, extents.unplaced, is_country ? country.height() : extents.map.side_km());
  return view;
}

// Above what has no place, where any of it is drawn, from its left edge: what it is, and why no rays go there.
void add_unplaced_heading(Scene& scene, const SceneInput& input, const Rect& unplaced, Rgba halo) {
  const auto is_there = [&](const Mark& mark) { return unplaced.contains(mark.centre); };
  if (unplaced.is_empty() || std::none_of(scene.marks.begin(), scene.marks.end(), is_there)) return;
  const auto add = [&](const char* key, float clear_px, bool is_bold) {
    Label label;
    label.at = unplaced.min;
    label.clear_px = clear_px;
    label.text = word_of(input, key);
    label.size_px = is_bold ? 12.5F : 11;
    label.is_bold = is_bold;
    label.is_heading = true;
    label.colour = is_bold ? input.theme.text : input.theme.muted;
    label.halo = halo;
    label.importance = 90;
    label.may_hide = 1;
    scene.labels.push_back(std::move(label));
  };
  add("scene.unplaced_ties", 9, false);
  add("scene.unplaced_where", 26, false);
  add("scene.unplaced", 43, true);
}

std::unordered_set<std::string_view> counties_shown(const SceneInput& input, const Parts& parts) {
  std::unordered_set<std::string_view> shown;
  for (std::uint32_t v = 0; v < input.incidence.actors.size(); ++v) {
    if (!parts.is_hidden[v]) shown.insert(input.network.actor(input.incidence.actors[v]).county);
  }
  return shown;
}

// The counties with most municipalities, of those that a box can enlarge and where somebody stands.
void add_insets(Scene& scene, const SceneInput& input, const Parts& parts) {
  constexpr std::size_t most = 4;
  constexpr float greatest_extent_km = 330;
  std::unordered_map<std::string, std::size_t> municipalities;
  for (const MapShapes::Place& place : input.shapes->municipalities) ++municipalities[place.code.substr(0, 2)];
  const auto shown = counties_shown(input, parts);
  std::vector<const MapShapes::Place*> counties;
  for (const MapShapes::Place& county : input.shapes->counties) {
    const bool is_small = std::max(county.bounds.width(), county.bounds.height()) < greatest_extent_km;
    if (is_small && shown.count(county.code) > 0) counties.push_back(&county);
  }
  std::stable_sort(counties.begin(), counties.end(),
                   [&](const auto* a, const auto* b) { return municipalities[a->code] > municipalities[b->code]; });
  for (const MapShapes::Place* county : counties) {
    const ActorId region = input.index.region_of_county(county->code);
    if (scene.insets.size() == most || !region.is_set()) continue;
    scene.insets.push_back({drawn_name(input, input.network.actor(region).name), county->bounds});
  }
}

// What is coloured must be seen through what lies on it.
LinkStyle ties_over(const MapFill& fill, const Extents& extents) {
  return {bend, &extents.is_placed, fill.is_on ? 0.45F : 1.0F};
}

void add_county_view(Scene& scene, const SceneInput& input, const Parts& parts, const LabelStyle& style,
                     const Extents& extents, const MapFill& fill) {
  if (input.shapes) {
    add_land(scene, input, fill);
    add_borders(scene, input, true);
    if (fill.is_on) add_selected_border(scene, input, false);
  }
  add_links(scene, input, parts, ties_over(fill, extents));
  if (fill.is_on) add_fill_halos(scene, input, parts, fill, style.marks);
  add_marks(scene, input, parts, style.marks);
  add_names(scene, input, parts, style);
}

bool is_region(const SceneInput& input, std::uint32_t vertex) {
  return input.incidence.is_actor(vertex) && input.network.actor(input.incidence.actors[vertex]).type == "region";
}

// Of the actors only those that are selected, and those who have no place to be counted at; a region is its county.
Parts without_counted(const SceneInput& input, Parts parts, const Extents& extents) {
  for (std::uint32_t v = 0; v < parts.is_hidden.size(); ++v) {
    const bool is_selected = parts.nearness[v] == Nearness::selected && !is_region(input, v);
    if (extents.is_placed[v] && !is_selected) parts.is_hidden[v] = true;
  }
  return parts;
}

void add_country_view(Scene& scene, const SceneInput& input, const Parts& parts, const LabelStyle& style,
                      const Extents& extents, const CountryPicture& country, const MapFill& fill) {
  add_county_land(scene, input, fill);
  add_borders(scene, input, false);
  if (fill.is_on) add_selected_border(scene, input, true);
  const Parts few = without_counted(input, parts, extents);
  add_links(scene, input, few, ties_over(fill, extents));
  add_county_ties(scene, input, country);
  add_marks(scene, input, few, style.marks);
  for (std::uint32_t v = 0; v < input.incidence.vertex_count(); ++v) {
    if (!few.is_hidden[v] && few.nearness[v] == Nearness::selected) add_name(scene, input, few, v, style);
  }
  add_county_names(scene, input, country);
}

// The layer of support structures: whom each serves; of the actors only the structures and what is selected.
void add_support_view(Scene& scene, const SceneInput& input, Parts parts, const LabelStyle& style,
                      const Extents& extents, const SupportLayer& layer) {
  add_land(scene, input, {});
  for (Polygon& polygon : scene.polygons) {
    std::string code = std::to_string(polygon.pick.index);
    if (code.size() < 4) code.insert(0, 4 - code.size(), '0');
    const auto found = layer.land.find(code);
    if (found != layer.land.end()) {
      polygon.fill = found->second.fill;
      polygon.hatch = found->second.hatch;
    } else if (input.index.municipality(code).is_set()) {
      polygon.hatch = unknown_look(input).hatch;
    }
  }
  add_borders(scene, input, true);
  for (std::uint32_t v = 0; v < parts.is_hidden.size(); ++v) {
    const bool is_structure =
        input.incidence.is_actor(v) && input.network.actor(input.incidence.actors[v]).type == "support_structure";
    if (!is_structure && parts.nearness[v] == Nearness::none) parts.is_hidden[v] = true;
  }
  add_links(scene, input, parts, {bend, &extents.is_placed});
  add_marks(scene, input, parts, style.marks);
  for (std::uint32_t v = 0; v < input.incidence.vertex_count(); ++v) {
    if (!parts.is_hidden[v] && parts.nearness[v] != Nearness::none) add_name(scene, input, parts, v, style);
  }
  scene.labels.insert(scene.labels.end(), layer.names.begin(), layer.names.end());
}

// Nothing where the map is nearer, or where there are no counties to tell apart.
CountryPicture country_if_far(const SceneInput& input, const Parts& parts) {
  const bool is_of_agreements = input.map_look.shows_support || !input.lens.empty();  // counts of counties hide them
  if (input.map_detail != MapDetail::country || !input.shapes || is_of_agreements) return {};
  return make_country(input, parts);
}

}  // namespace

PickId land_of_code(std::string_view code) {
  const bool is_digits = code.find_first_not_of("0123456789") == code.npos;
  if (!is_digits || (code.size() != 2 && code.size() != 4)) return {};
  const PickId::Kind kind = code.size() == 2 ? PickId::Kind::county_area : PickId::Kind::municipality_area;
  return {kind, code_number(std::string(code))};
}

std::optional<Rect> bounds_of_area(const MapShapes& shapes, PickId pick) {
  const bool is_county = pick.kind == PickId::Kind::county_area;
  if (!is_county && pick.kind != PickId::Kind::municipality_area) return {};
  for (const MapShapes::Place& place : is_county ? shapes.counties : shapes.municipalities) {
    if (code_number(place.code) == pick.index) return place.bounds;
  }
  return {};
}

Scene build_map_scene(const SceneInput& input) {
  const Parts parts = make_parts(input);
  const Extents extents = extents_of(input, parts);
  MarkStyle marks = marks_for(input);
  marks.is_placed = &extents.is_placed;
  const LabelStyle style{input.theme.land, marks};
  const View view = view_of(input, extents);
  const CountryPicture country = country_if_far(input, parts);
  const bool has_layer = input.map_look.shows_support && input.shapes;
  const SupportLayer layer = has_layer ? support_layer(input) : SupportLayer{};
  const MapFill fill = make_fill(input, country.is_worth_drawing());
  Scene scene;
  scene.is_map = true;
  scene.canvas = input.theme.sea;
  scene.bounds = view.bounds;
  if (has_layer) {
    add_support_view(scene, input, parts, style, extents, layer);
  } else if (country.is_worth_drawing()) {
    add_country_view(scene, input, parts, style, extents, country, fill);
  } else {
    add_county_view(scene, input, parts, style, extents, fill);
  }
  add_unplaced_heading(scene, input, extents.unplaced, view.is_country ? input.theme.sea : input.theme.land);
  add_surroundings(scene, input, parts);
  const auto add_rows = [&](const std::vector<LegendRow>& rows) {
    scene.legend.insert(scene.legend.end(), rows.begin(), rows.end());
  };
  if (country.is_worth_drawing()) add_rows(country_legend(input, country));
  if (fill.is_on) add_rows(fill_legend(input, fill));
  add_rows(layer.legend);
  if (view.is_country) add_insets(scene, input, parts);
  return scene;
}

}  // namespace samverka
