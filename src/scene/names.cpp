// Which names are worth a place. Importance is on one scale for a picture: a municipality by the logarithm of its
// people, regions and support structures like a large town, everyone else by how much is recorded of them; what the
// selection is about comes before all.
#include <algorithm>
#include <cmath>

#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float selected_bonus = 100;
constexpr float near_bonus = 50;
constexpr float great_city = 5.6F;  // about 200 000 people

float importance_of(const SceneInput& input, const Parts& parts, std::uint32_t vertex) {
  const Actor& actor = input.network.actor(parts.actors[vertex]);
  const std::string& group = input.taxonomy.group_of(actor.type).code;
  const float recorded = std::log10(1 + static_cast<float>(parts.weight[vertex]));
  if (group == "municipality") {
    const auto people = static_cast<float>(std::max<std::int64_t>(actor.population.value_or(5000), 1));
    return std::log10(people) + 0.2F * recorded;
  }
  if (group == "region") return 5.2F + 0.2F * recorded;
  if (group == "rss") return 4.6F + 0.2F * recorded;
  return 2.6F + recorded;
}

// Beside a selection only the greater of the others are named: they are the ground it is seen against.
constexpr float least_importance_beside = 4.4F;

float bonus_of(Nearness nearness) {
  if (nearness >= Nearness::path) return selected_bonus;
  return nearness == Nearness::near ? near_bonus : 0;
}

// Toned down beside a selection, but never below 3:1: a name that is drawn can be read.
Rgba name_colour(const Parts& parts, std::uint32_t vertex, Rgba plain, Rgba halo) {
  constexpr double least_contrast = 3;
  if (!parts.is_dimmed(vertex)) return plain;
  for (const float share : {0.4F, 0.3F, 0.2F, 0.1F}) {
    if (const Rgba dim = mixed(plain, halo, share); contrast_ratio(dim, halo) >= least_contrast) return dim;
  }
  return plain;
}

Label name_at(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  Label label;
  label.at = input.positions[vertex];
  label.halo = style.halo;
  label.is_bold = parts.is_ringed(vertex);
  if (label.is_bold) label.clear_px = 5;  // the ring around it
  return label;
}

bool is_worth_naming(const Parts& parts, const Label& label, std::uint32_t vertex) {
  return !parts.is_dimmed(vertex) || label.importance >= least_importance_beside;
}

Label actor_label(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  const ActorId id = parts.actors[vertex];
  const Actor& actor = input.network.actor(id);
  Label label = name_at(input, parts, vertex, style);
  label.text = label.is_bold ? name_with_fold(input, id) : drawn_name(input, actor.shown_name(), 32);
  label.clear_px += radius_of(parts, vertex, style.marks);
  const float importance = importance_of(input, parts, vertex);
  const bool is_municipality = actor.type == "municipality";
  label.importance = importance + bonus_of(parts.nearness[vertex]);
  // A town of 50 000, a region, the selected one; where few are shown, every municipality.
  const bool is_sparse = parts.vertex_count() < 200;
  const bool must_be_read = importance >= (is_sparse ? 3.5F : 4.7F) || label.is_bold;
  if (must_be_read) label.may_hide = 0.3F;
  if (is_municipality && importance >= great_city) label.may_hide = 0.7F;  // nobody looks for Haninge to find Stockholm
  label.size_px = is_municipality && label.importance >= 5 ? 13 : 11.5F;
  label.colour = name_colour(parts, vertex, is_municipality ? input.theme.text : input.theme.muted, style.halo);
  label.pick = {PickId::Kind::actor, id.value};
  return label;
}

Label agreement_label(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  const AgreementId id = parts.agreement(vertex);
  Label label = name_at(input, parts, vertex, style);
  label.text = drawn_name(input, input.network.agreement(id).title);
  if (parts.is_umbrella(vertex)) {
    label.text += " · " + std::to_string(parts.weight[vertex]) + " " + word_of(input, "scene.parties");
  }
  label.clear_px += radius_of(parts, vertex, style.marks);
  label.importance = 2 + bonus_of(parts.nearness[vertex]);
  label.size_px = 11;
  label.colour = name_colour(parts, vertex, input.theme.muted, style.halo);
  label.pick = {PickId::Kind::agreement, id.value};
  return label;
}

const MapShapes::Place* county_shape(const MapShapes* shapes, const std::string& code) {
  if (!shapes) return nullptr;
  for (const MapShapes::Place& county : shapes->counties) {
    if (county.code == code) return &county;
  }
  return nullptr;
}

// By group; where the class is a group, how many. The one that a class is named after is not counted.
std::string members_in_words(const SceneInput& input, const Cluster& cluster) {
  constexpr std::size_t most_groups = 2;
  const Classes& classes = *input.network_parts.classes;
  if (classes.by == CollapseBy::group) return std::to_string(cluster.members.size());
  std::vector<ActorId> others = cluster.members;
  const std::string& code = classes.codes[cluster.number];
  if (classes.by == CollapseBy::municipality) std::erase(others, input.index.municipality(code));
  if (classes.by == CollapseBy::structure) std::erase(others, input.index.actor(code));
  return counted_by_group(input, others, most_groups);
}

// "Dalarnas län · 15 kommuner, 1 region m.fl. · 12 avtal inom". What the class is named after is not counted.
Label cluster_label(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  const Cluster& cluster = parts.cluster(vertex);
  const std::uint32_t inside = input.network_parts.joined->projection.inside[vertex];
  Label label = name_at(input, parts, vertex, style);
  const std::string name = class_name(input.network, input.index, input.taxonomy, input.shapes,
                                      *input.network_parts.classes, cluster.number, input.language);
  label.text = drawn_name(input, name, 32) + " · " + members_in_words(input, cluster);
  if (inside > 0) label.text += " · " + std::to_string(inside) + " " + word_of(input, "scene.inside");
  label.clear_px += radius_of(parts, vertex, style.marks) + 1.8F;
  label.importance = 6 + std::log10(static_cast<float>(cluster.members.size())) + bonus_of(parts.nearness[vertex]);
  label.may_hide = parts.clusters.size() <= 40 ? 0.5F : 0.1F;
  label.size_px = parts.clusters.size() <= 40 ? 12.5F : 11.5F;
  label.colour = name_colour(parts, vertex, input.theme.text, style.halo);
  label.pick = {PickId::Kind::cluster, cluster.number};
  return label;
}

}  // namespace

std::string class_name(const Network& network, const NetworkIndex& index, const Taxonomy& taxonomy,
                       const MapShapes* shapes, const Classes& classes, std::uint32_t number,
                       const std::string& language) {
  const std::string& code = classes.codes[number];
  ActorId namesake;
  switch (classes.by) {
    case CollapseBy::county:
      if (const auto* shape = county_shape(shapes, code)) return shape->name;
      namesake = index.region_of_county(code);
      break;
    case CollapseBy::municipality:
      namesake = index.municipality(code);
      break;
    case CollapseBy::structure:
      namesake = index.actor(code);
      break;
    case CollapseBy::group:
      return taxonomy.groups.short_label(code, language);
    case CollapseBy::none:
      break;
  }
  return namesake.is_set() ? network.actor(namesake).shown_name() : code;
}

void add_name(Scene& scene, const SceneInput& input, const Parts& parts, std::uint32_t vertex,
              const LabelStyle& style) {
  Label label = parts.is_actor(vertex)     ? actor_label(input, parts, vertex, style)
                : parts.is_cluster(vertex) ? cluster_label(input, parts, vertex, style)
                                           : agreement_label(input, parts, vertex, style);
  if (is_worth_naming(parts, label, vertex)) scene.labels.push_back(std::move(label));
}

}  // namespace samverka
