#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/partners.h"
#include "graph/project.h"
#include "graph/subnetwork.h"
#include "layout/layout.h"
#include "layout/rings_layout.h"
#include "model/map_shapes.h"
#include "scene/scene.h"

namespace samverka {

// The words a scene needs, already in the user's language (scene knows no text keys). Keys: see scene_word_keys().
using SceneWords = std::unordered_map<std::string, std::string>;
const std::vector<std::string>& scene_word_keys();

// How far in the map is: far out counties with counts and what joins them; nearer municipalities and structures; near
// schools, care and associations too. Documents draw at `county`.
enum class MapDetail : std::uint8_t { country, county, municipality };
// What suits that many pixels a kilometre (at UI scale 1), by what is shown now: a level is kept until the zoom is well
// past its border, so that a picture on the border does not flicker.
MapDetail map_detail_for(float px_per_km, MapDetail now);
// The least pixels a kilometre at which `detail` is certain to be shown by whoever zooms in.
float least_px_per_km(MapDetail detail);

struct MapLook {
  // What the land is coloured by: nothing; the agreements in force that a place has a confirmed tie to; how many of the
  // areas those are about; its people. The support structures' layer goes before it.
  enum class Fill : std::uint8_t { none, agreements, areas_covered, population } fill = Fill::none;
  bool shows_support = false;  // the municipalities that each regional support structure serves
  bool operator==(const MapLook&) const = default;
};

struct NetworkLook {
  bool is_actors_only = false;  // ties straight between actors, as broad as they are strong; else by agreements
  using Collapse = CollapseBy;
  Collapse collapse = Collapse::none;
  std::vector<std::string> expanded;  // codes of the classes that are opened again, one by one
  bool has_rings = false;             // one in the middle, its partners around it by step
  Key ring_centre;                    // who is in the middle, if it is shown: actor or agreement
  bool operator==(const NetworkLook&) const = default;
};

// On rings, what is farther away than so many steps is not drawn: it would be the whole country.
constexpr std::uint32_t most_ring_steps = 3;

// What a network picture has beside the sub-network; the map has none of it.
struct NetworkParts {
  const JoinedNodes* joined = nullptr;  // ties straight between nodes; null: by agreements
  const Classes* classes = nullptr;     // what the clusters of `joined` are
  const Rings* rings = nullptr;         // `positions` are then its
  std::uint32_t edges_a_step = 1;       // on rings: 2 where agreements stand between
  bool is_centre_agreement = false;     // its parties are then one step away
  std::vector<bool> is_pinned;          // each vertex of `positions`; empty: none
};

// Everything a picture is made from. References live through the call only.
struct SceneInput {
  const Network& network;
  const NetworkIndex& index;
  const Taxonomy& taxonomy;
  const SubNetwork& part;
  const Folding& folding;
  const Incidence& incidence;
  const Positions& positions;         // one a vertex of incidence; of a collapsed network picture, one a node
  const MapShapes* shapes = nullptr;  // map only
  const Theme& theme;
  std::string language;
  const SceneWords& words;
  PickId selection;                        // drawn with its ties brought forward, the rest toned down
  std::vector<PickId> also_selected = {};  // the others of a selection of several
  std::vector<std::string> hidden_groups;  // legend rows that are switched off; counts stay
  Caption caption;
  MapLook map_look = {};
  MapDetail map_detail = MapDetail::county;
  NetworkLook network_look = {};
  std::vector<Key> path = {};  // drawn above all: actor, agreement, actor ...; an empty key between two ways
  NetworkParts network_parts = {};
  std::optional<Date> day = {};    // that `part` is restricted to; else the network's as_of
  const Filter* filter = nullptr;  // that `part` is restricted by; else everything
  // Code of a perspective ("P1") by which agreements are told apart: recorded with it, without it, or not recorded at
  // all. Empty: they are all alike.
  std::string lens = {};
};

// Map: land and borders, agreements as stars from a small square, actors at their place. Agreements of more than
// `umbrella_parties` shown parties draw no rays but where they or the party are selected (one national agreement would
// cover the country). At MapDetail::country: counties with the number of agreements within them, and what joins two of
// them; where fewer than two counties with a shape are shown it is as at MapDetail::county.
Scene build_map_scene(const SceneInput& input);

// The land that an area's pick stands for; nothing for other picks and codes that have no shape.
std::optional<Rect> bounds_of_area(const MapShapes& shapes, PickId pick);

// The pick of a county ("20") or a municipality ("2080"); none for what is no such code.
PickId land_of_code(std::string_view code);

// What the legend leaves on, of all that is shown: what counts of the map are made from.
std::vector<Participation> switched_on(const Network& network, const Taxonomy& taxonomy, const SubNetwork& part,
                                       const std::vector<std::string>& hidden_groups);

// Network: the bipartite picture, agreements as small squares between their parties; or, with `joined`, ties straight
// between actors, or between classes of them that are drawn as one. In both pictures, a charter and the body that it
// founds are joined by a broad faint line; `incidence` is then best made with Joined::parties_and_founded.
Scene build_network_scene(const SceneInput& input);

// A class as people call it, as it is in the data: "Dalarnas län", "Falun", "Skolor". The code where nothing has a name
// for it.
std::string class_name(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const MapShapes* shapes, const Classes& classes, std::uint32_t number,
                       const std::string& language);

// As in the list of partners: every county's own agreements are drawn alike.
constexpr std::size_t umbrella_parties = crowd_parties;

}  // namespace samverka
