#include "scene/map_support.h"

#include <algorithm>
#include <array>
#include <map>

#include "analysis/support.h"
#include "scene/parts.h"

namespace samverka {
namespace {

// Neighbours mostly have neighbouring county codes, so the tints follow each other; names and borders tell them apart
// where two of one tint meet. Okabe and Ito's colours for all eyes, thinned to let names be read over them.
constexpr std::array tints{Rgba{86, 180, 233, 255},  Rgba{230, 159, 0, 255},  Rgba{0, 158, 115, 255},
                           Rgba{204, 121, 167, 255}, Rgba{240, 228, 66, 255}, Rgba{0, 114, 178, 255}};
constexpr float strength = 0.38F;

Rgba tint(const SceneInput& input, std::size_t number) {
  return mixed(input.theme.land, tints[number % tints.size()], strength);
}

Rgba several_colour(const SceneInput& input) { return mixed(input.theme.land, input.theme.text, 0.45F); }

const MapShapes::Place* land_of(const SceneInput& input, ActorId municipality) {
  const auto& ids = input.network.actor(municipality).ids;
  if (!ids) return nullptr;
  for (const MapShapes::Place& place : input.shapes->municipalities) {
    if (place.code == ids->municipality_code) return &place;
  }
  return nullptr;
}

void add_structure(SupportLayer& layer, const SceneInput& input, const SupportStructure& structure, Rgba colour,
                   std::map<std::string, std::size_t>& served) {
  Vec2 sum;
  float count = 0;
  for (const ServedMunicipality& one : structure.served) {
    const MapShapes::Place* place = land_of(input, one.municipality);
    if (!place) continue;
    const bool is_another = served[place->code]++ > 0;
    layer.land[place->code] = is_another ? several_colour(input) : colour;
    sum = sum + place->bounds.centre();
    count += 1;
  }
  if (count == 0) return;
  Label name;
  name.at = sum * (1 / count);
  name.text = drawn_name(input, input.network.actor(structure.actor).shown_name(), 30);
  name.size_px = 12.5F;
  name.is_bold = true;
  name.colour = input.theme.text;
  name.halo = input.theme.land;
  name.importance = 1e6F + count;
  name.pick = {PickId::Kind::actor, structure.actor.value};
  layer.names.push_back(std::move(name));
}

LegendRow row(const SceneInput& input, const char* code, std::size_t count, Rgba colour) {
  LegendRow made;
  made.code = code;
  made.text = word_of(input, code);
  made.count = count;
  made.is_switch = false;
  made.sign = LegendRow::Sign::area;
  made.colour = colour;
  return made;
}

void explain(SupportLayer& layer, const SceneInput& input, const std::map<std::string, std::size_t>& served) {
  std::size_t municipalities = 0;
  for (const Actor& actor : input.network.actors) municipalities += actor.type == "municipality" ? 1U : 0U;
  const auto several = static_cast<std::size_t>(
      std::count_if(served.begin(), served.end(), [](const auto& entry) { return entry.second > 1; }));
  LegendRow heading = row(input, "legend.support", 0, {});
  heading.sign = LegendRow::Sign::heading;
  heading.has_count = false;
  layer.legend.push_back(heading);
  layer.legend.push_back(row(input, "legend.support_one", served.size() - several, tint(input, 0)));
  if (several > 0) layer.legend.push_back(row(input, "legend.support_several", several, several_colour(input)));
  if (municipalities <= served.size()) return;
  layer.legend.push_back(row(input, "legend.support_unknown", municipalities - served.size(), input.theme.land));
}

}  // namespace

SupportLayer support_layer(const SceneInput& input) {
  SupportLayer layer;
  if (!input.shapes) return layer;
  std::map<std::string, std::size_t> served;  // by how many structures
  std::size_t number = 0;
  for (const CountySupport& county :
       support_by_county(input.network, input.index, input.taxonomy, input.network.as_of)) {
    for (const SupportStructure& structure : county.structures) {
      add_structure(layer, input, structure, tint(input, number++), served);
    }
  }
  explain(layer, input, served);
  return layer;
}

}  // namespace samverka
