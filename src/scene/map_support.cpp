#include "scene/map_support.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "analysis/support.h"
#include "scene/map_parts.h"

namespace samverka {
namespace {

// Structures whose lands touch never share a tint while there are tints enough: each takes one that no neighbour has,
// of those the one that is used least. Far apart they may share, as there are more structures than tints that are told
// apart, and each carries its name. Okabe and Ito's colours for all eyes, thinned to let names be read over them.
constexpr std::array tints{Rgba{86, 180, 233, 255},  Rgba{230, 159, 0, 255},  Rgba{0, 158, 115, 255},
                           Rgba{204, 121, 167, 255}, Rgba{240, 228, 66, 255}, Rgba{0, 114, 178, 255}};
constexpr float strength = 0.38F;

struct Land {
  const MapShapes::Place* place = nullptr;
  bool is_confirmed = false;
};
using Lands = std::vector<Land>;

// A corner of a border, to the nearest ten metres: neighbours have the same corners along what they share.
std::uint64_t corner_key(Vec2 corner) {
  const auto cell = [](float km) { return static_cast<std::uint32_t>(std::lround(km * 100)); };
  return static_cast<std::uint64_t>(cell(corner.x)) << 32U | cell(corner.y);
}

// Of each structure those that have land beside its own, or the same land.
std::vector<std::set<std::size_t>> neighbours_of(const std::vector<Lands>& lands) {
  std::vector<std::set<std::size_t>> neighbours(lands.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> at_corner;
  const auto meet = [&](std::vector<std::size_t>& there, std::size_t structure) {
    if (!there.empty() && there.back() == structure) return;
    for (const std::size_t other : there) {
      neighbours[structure].insert(other);
      neighbours[other].insert(structure);
    }
    there.push_back(structure);
  };
  for (std::size_t structure = 0; structure < lands.size(); ++structure) {
    for (const Land& land : lands[structure]) {
      for (const std::vector<Vec2>& ring : land.place->rings) {
        for (const Vec2 corner : ring) meet(at_corner[corner_key(corner)], structure);
      }
    }
  }
  return neighbours;
}

std::vector<std::size_t> tints_of(const std::vector<Lands>& lands) {
  const auto neighbours = neighbours_of(lands);
  std::vector<std::size_t> chosen(lands.size());
  std::array<std::size_t, tints.size()> uses{};
  for (std::size_t i = 0; i < lands.size(); ++i) {
    std::array<std::size_t, tints.size()> cost = uses;
    for (const std::size_t other : neighbours[i]) {
      if (other < i) cost[chosen[other]] += lands.size();
    }
    chosen[i] = static_cast<std::size_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
    if (!lands[i].empty()) ++uses[chosen[i]];
  }
  return chosen;
}

Rgba tint(const SceneInput& input, std::size_t number) { return mixed(input.theme.land, tints[number], strength); }

Rgba several_colour(const SceneInput& input) { return mixed(input.theme.land, input.theme.text, 0.45F); }

// Over a tint the hatching of what is not known would hardly show.
Rgba unconfirmed_hatch(const SceneInput& input) { return with_alpha(input.theme.text, 0.45F); }

const MapShapes::Place* land_of(const SceneInput& input, ActorId municipality) {
  const auto& ids = input.network.actor(municipality).ids;
  if (!ids) return nullptr;
  for (const MapShapes::Place& place : input.shapes->municipalities) {
    if (place.code == ids->municipality_code) return &place;
  }
  return nullptr;
}

Lands lands_of(const SceneInput& input, const SupportStructure& structure) {
  Lands lands;
  for (const ServedMunicipality& one : structure.served) {
    const MapShapes::Place* place = land_of(input, one.municipality);
    if (place) lands.push_back({place, one.footing == Footing::confirmed});
  }
  return lands;
}

Label name_of(const SceneInput& input, const SupportStructure& structure, const Lands& lands) {
  Vec2 sum;
  for (const Land& land : lands) sum = sum + land.place->bounds.centre();
  const auto count = static_cast<float>(lands.size());
  Label name;
  name.at = sum * (1 / count);
  name.text = drawn_name(input, input.network.actor(structure.actor).shown_name(), 30);
  name.size_px = 12.5F;
  name.is_bold = true;
  name.colour = input.theme.text;
  name.halo = input.theme.land;
  name.importance = 1e6F + count;
  name.pick = {PickId::Kind::actor, structure.actor.value};
  return name;
}

LegendRow legend_row(const SceneInput& input, const char* code, std::size_t count, Rgba colour) {
  LegendRow made;
  made.code = code;
  made.text = word_of(input, code);
  made.count = count;
  made.is_switch = false;
  made.sign = LegendRow::Sign::area;
  made.colour = colour;
  return made;
}

// How many structures a municipality is recorded under, and whether a confirmed tie is among them.
struct Served {
  std::size_t structures = 0;
  bool is_confirmed = false;
};
using ServedByCode = std::map<std::string, Served>;

std::size_t count_of(const ServedByCode& served, bool is_confirmed, bool by_several) {
  return static_cast<std::size_t>(std::count_if(served.begin(), served.end(), [&](const auto& entry) {
    return entry.second.is_confirmed == is_confirmed && (entry.second.structures > 1) == by_several;
  }));
}

LegendRow telling_row(const SceneInput& input, const char* code, LegendRow::Sign sign) {
  LegendRow made = legend_row(input, code, 0, {});
  made.sign = sign;
  made.has_count = false;
  return made;
}

// The tints say nothing but where one structure ends and its neighbour begins, which has to be said.
void explain(SupportLayer& layer, const SceneInput& input, const ServedByCode& served,
             const std::vector<Rgba>& tints_used) {
  std::size_t municipalities = 0;
  for (const Actor& actor : input.network.actors) municipalities += actor.type == "municipality" ? 1U : 0U;
  const std::size_t several = count_of(served, true, true);
  const std::size_t unconfirmed = count_of(served, false, false) + count_of(served, false, true);
  std::vector<LegendRow>& rows = layer.legend;
  rows.push_back(telling_row(input, "legend.support", LegendRow::Sign::heading));
  rows.push_back(legend_row(input, "legend.support_one", count_of(served, true, false), tint(input, 0)));
  rows.back().colours = tints_used;
  if (tints_used.size() > 1) rows.push_back(telling_row(input, "legend.support_tints", LegendRow::Sign::text));
  if (several > 0) rows.push_back(legend_row(input, "legend.support_several", several, several_colour(input)));
  if (unconfirmed > 0) {
    rows.push_back(legend_row(input, "legend.support_unconfirmed", unconfirmed, tint(input, 0)));
    rows.back().colours = tints_used;
    rows.back().hatch = unconfirmed_hatch(input);
  }
  if (municipalities <= served.size()) return;
  rows.push_back(legend_row(input, "legend.support_unknown", municipalities - served.size(), input.theme.land));
  rows.back().hatch = unknown_look(input).hatch;
}

// Of those on the map, in the order of the tints.
std::vector<Rgba> used(const SceneInput& input, const std::vector<Lands>& lands,
                       const std::vector<std::size_t>& chosen) {
  std::set<std::size_t> numbers;
  for (std::size_t i = 0; i < lands.size(); ++i) {
    if (!lands[i].empty()) numbers.insert(chosen[i]);
  }
  std::vector<Rgba> colours;
  for (const std::size_t number : numbers) colours.push_back(tint(input, number));
  return colours;
}

}  // namespace

SupportLayer support_layer(const SceneInput& input) {
  SupportLayer layer;
  if (!input.shapes) return layer;
  std::vector<SupportStructure> structures;
  std::vector<Lands> lands;
  const Date day = input.day.value_or(input.network.as_of);
  for (CountySupport& county : support_by_county(input.network, input.index, input.taxonomy, day)) {
    for (SupportStructure& structure : county.structures) {
      lands.push_back(lands_of(input, structure));
      structures.push_back(std::move(structure));
    }
  }
  const std::vector<std::size_t> chosen = tints_of(lands);
  ServedByCode served;
  for (std::size_t i = 0; i < structures.size(); ++i) {
    for (const Land& land : lands[i]) {
      Served& one = served[land.place->code];
      one.is_confirmed = one.is_confirmed || land.is_confirmed;
      layer.land[land.place->code].fill = one.structures++ > 0 ? several_colour(input) : tint(input, chosen[i]);
    }
    if (!lands[i].empty()) layer.names.push_back(name_of(input, structures[i], lands[i]));
  }
  for (auto& [code, look] : layer.land) {
    if (!served[code].is_confirmed) look.hatch = unconfirmed_hatch(input);
  }
  explain(layer, input, served, used(input, lands, chosen));
  return layer;
}

}  // namespace samverka
