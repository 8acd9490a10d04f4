#pragma once
// What the map and the network picture share: which vertices are shown and how much weight they carry, what the
// selection is about, and how ties and marks look. Internal to scene.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scene/build.h"

namespace samverka {

enum class Nearness : std::uint8_t { none, near, path, selected };

// The vertices of a picture: actors, then agreements or, where ties are drawn straight between actors, clusters.
struct Parts {
  static constexpr std::uint32_t no_vertex = 0xFFFFFFFFU;

  std::span<const ActorId> actors;
  std::span<const AgreementId> agreements;
  std::span<const Cluster> clusters;
  Graph graph;

  std::vector<std::uint32_t> vertex_of_actor;      // by ActorId, no_vertex where not shown; a member's is its cluster's
  std::vector<std::uint32_t> vertex_of_agreement;  // by AgreementId
  std::vector<std::uint32_t> weight;               // participations of each vertex; of a cluster, its members
  std::vector<bool> is_hidden;                     // each vertex: switched off in the legend, or without a sound place
  std::vector<bool> is_beyond_rings;               // each vertex: farther than the rings are drawn
  std::vector<Nearness> nearness;                  // each vertex
  std::vector<std::uint32_t> path;                 // vertices of the way that is drawn above all, in its order
  bool has_selection = false;                      // something is brought forward, and the rest toned down
  bool joins_near = false;                         // the ties between near nodes are too: those of an agreement
  std::uint32_t greatest_weight = 0;               // of any shown actor

  std::size_t vertex_count() const { return actors.size() + agreements.size() + clusters.size(); }
  bool is_actor(std::uint32_t vertex) const { return vertex < actors.size(); }
  bool is_agreement(std::uint32_t vertex) const { return !is_actor(vertex) && !agreements.empty(); }
  bool is_cluster(std::uint32_t vertex) const { return !is_actor(vertex) && agreements.empty(); }
  AgreementId agreement(std::uint32_t vertex) const { return agreements[vertex - actors.size()]; }
  const Cluster& cluster(std::uint32_t vertex) const { return clusters[vertex - actors.size()]; }
  bool is_umbrella(std::uint32_t vertex) const { return is_agreement(vertex) && weight[vertex] > umbrella_parties; }
  bool is_dimmed(std::uint32_t vertex) const { return has_selection && nearness[vertex] == Nearness::none; }
  bool is_ringed(std::uint32_t vertex) const { return nearness[vertex] >= Nearness::path; }
};
Parts make_parts(const SceneInput& input);

bool is_switched_off(const SceneInput& input, std::string_view legend_code);
// A word of the scene; the key where it is missing, so that it is seen.
std::string word_of(const SceneInput& input, const std::string& key);
// A name fit to draw: bidi controls visible, cut to `graphemes`, "(utan namn)" where empty.
std::string drawn_name(const SceneInput& input, const std::string& name, std::size_t graphemes = 44);
// "Falun · 9 skolor, 1 vårdcentral utan uppgift"; the name alone where nothing is folded into the actor.
std::string name_with_fold(const SceneInput& input, ActorId host);
// "15 kommuner, 1 region" by the groups of the taxonomy; at most so many groups, then "m.fl."
std::string counted_by_group(const SceneInput& input, std::span<const ActorId> actors, std::size_t most_groups = 20);

struct LinkStyle {
  float bend = 0;
  // On a map: which vertices have a place. Rays of umbrella agreements, and rays to what has no place, are then drawn
  // only for what is selected: they say nothing of where, and cover the country.
  const std::vector<bool>* is_placed = nullptr;
  float strength = 1;  // of the ties that are neither selected nor near
};
Rgba founding_colour(const SceneInput& input);
// Ties, and below them what charters found. Parallel ones are fanned apart.
void add_links(Scene& scene, const SceneInput& input, const Parts& parts, const LinkStyle& style);
// The same straight between nodes (`joined`): as broad as they are strong.
void add_joined_links(Scene& scene, const SceneInput& input, const Parts& parts);
// Whether the path goes from one of them straight to the other.
bool is_on_path(const Parts& parts, std::uint32_t a, std::uint32_t b);
// How firmly so many lines are drawn: fifty each by itself, five thousand as density.
float density_alpha(std::size_t links);

struct MarkStyle {
  Rgba halo;  // parts marks from what is below
  float least_px = 3.5F, greatest_px = 12;
  const std::vector<bool>* is_placed = nullptr;  // on a map: what has no place stands in narrow rows
  bool shows_folds = false;                      // a ring around those that others are folded into
};
// Agreements below, then actors, the greater below the smaller, the selected ones on top.
void add_marks(Scene& scene, const SceneInput& input, const Parts& parts, const MarkStyle& style);
float radius_of(const Parts& parts, std::uint32_t vertex, const MarkStyle& style);

struct LabelStyle {
  Rgba halo;
  MarkStyle marks;
};
// The name of an actor, an agreement or a class, where the selection leaves it worth a place.
void add_name(Scene& scene, const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style);

std::vector<LegendRow> legend_rows(const SceneInput& input, const Parts& parts);
Rgba group_colour(const SceneInput& input, const ActorGroup& group);
Rgba cluster_colour(const SceneInput& input);
// Where captions, theme and number form come from.
void add_surroundings(Scene& scene, const SceneInput& input, const Parts& parts);

}  // namespace samverka
