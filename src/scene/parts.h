#pragma once
// What the map and the network picture share: which vertices are shown and how much weight they carry, what the
// selection is about, and how ties and marks look. Internal to scene.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scene/build.h"

namespace samverka {

enum class Nearness : std::uint8_t { none, near, selected };

struct Parts {
  static constexpr std::uint32_t no_vertex = 0xFFFFFFFFU;

  std::vector<std::uint32_t> vertex_of_actor;      // by ActorId, no_vertex where not shown
  std::vector<std::uint32_t> vertex_of_agreement;  // by AgreementId
  std::vector<std::uint32_t> weight;               // participations of each vertex
  std::vector<bool> is_hidden;                     // each vertex: switched off in the legend, or without a sound place
  std::vector<Nearness> nearness;                  // each vertex
  bool has_selection = false;
  std::uint32_t greatest_weight = 0;  // of any shown actor

  bool is_umbrella(std::uint32_t agreement_vertex) const { return weight[agreement_vertex] > umbrella_parties; }
};
Parts make_parts(const SceneInput& input);

bool is_switched_off(const SceneInput& input, std::string_view legend_code);
// A word of the scene; the key where it is missing, so that it is seen.
std::string word_of(const SceneInput& input, const std::string& key);
// A name fit to draw: bidi controls visible, cut to `graphemes`, "(utan namn)" where empty.
std::string drawn_name(const SceneInput& input, const std::string& name, std::size_t graphemes = 44);
// "Falun · 9 skolor, 1 vårdcentral, ingen uppgift"; the name alone where nothing is folded into the actor.
std::string name_with_fold(const SceneInput& input, ActorId host);

struct LinkStyle {
  float bend = 0;
  // On a map: which vertices have a place. Rays of umbrella agreements, and rays to what has no place, are then drawn
  // only for what is selected: they say nothing of where, and cover the country.
  const std::vector<bool>* is_placed = nullptr;
};
Rgba founding_colour(const SceneInput& input);
// Ties, and below them what charters found.
void add_links(Scene& scene, const SceneInput& input, const Parts& parts, const LinkStyle& style);

struct MarkStyle {
  Rgba halo;  // parts marks from what is below
  float least_px = 3.5F, greatest_px = 12;
  const std::vector<bool>* is_placed = nullptr;  // on a map: what has no place stands in narrow rows
};
// Agreements below, then actors, the greater below the smaller, the selected one on top.
void add_marks(Scene& scene, const SceneInput& input, const Parts& parts, const MarkStyle& style);
float actor_radius(const Parts& parts, std::uint32_t vertex, const MarkStyle& style);
float agreement_radius(const Parts& parts, std::uint32_t vertex);

struct LabelStyle {
  Rgba halo;
  MarkStyle marks;
};
// The name of an actor or agreement, where the selection leaves it worth a place.
void add_name(Scene& scene, const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style);

std::vector<LegendRow> legend_rows(const SceneInput& input);
Rgba group_colour(const SceneInput& input, const ActorGroup& group);
// Where captions, theme and number form come from.
void add_surroundings(Scene& scene, const SceneInput& input);

}  // namespace samverka
