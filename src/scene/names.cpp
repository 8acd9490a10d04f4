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
  const Actor& actor = input.network.actor(input.incidence.actors[vertex]);
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
  if (nearness == Nearness::selected) return selected_bonus;
  return nearness == Nearness::near ? near_bonus : 0;
}

// Toned down beside a selection, but never below 3:1: a name that is drawn can be read.
Rgba name_colour(const Parts& parts, std::uint32_t vertex, Rgba plain, Rgba halo) {
  constexpr double least_contrast = 3;
  const bool is_dim = parts.has_selection && parts.nearness[vertex] == Nearness::none;
  if (!is_dim) return plain;
  for (const float share : {0.4F, 0.3F, 0.2F, 0.1F}) {
    if (const Rgba dim = mixed(plain, halo, share); contrast_ratio(dim, halo) >= least_contrast) return dim;
  }
  return plain;
}

Label name_at(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  Label label;
  label.at = input.positions[vertex];
  label.halo = style.halo;
  label.is_bold = parts.nearness[vertex] == Nearness::selected;
  if (label.is_bold) label.clear_px = 5;  // the ring around it
  return label;
}

bool is_worth_naming(const Parts& parts, const Label& label, std::uint32_t vertex) {
  if (!parts.has_selection || parts.nearness[vertex] != Nearness::none) return true;
  return label.importance >= least_importance_beside;
}

Label actor_label(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  const ActorId id = input.incidence.actors[vertex];
  const Actor& actor = input.network.actor(id);
  Label label = name_at(input, parts, vertex, style);
  label.text = label.is_bold ? name_with_fold(input, id) : drawn_name(input, actor.shown_name(), 32);
  label.clear_px += actor_radius(parts, vertex, style.marks);
  const float importance = importance_of(input, parts, vertex);
  const bool is_municipality = actor.type == "municipality";
  label.importance = importance + bonus_of(parts.nearness[vertex]);
  // A town of 50 000, a region, the selected one; where few are shown, every municipality.
  const bool is_sparse = input.incidence.vertex_count() < 200;
  const bool must_be_read = importance >= (is_sparse ? 3.5F : 4.7F) || label.is_bold;
  if (must_be_read) label.may_hide = 0.3F;
  if (is_municipality && importance >= great_city) label.may_hide = 0.7F;  // nobody looks for Haninge to find Stockholm
  label.size_px = is_municipality && label.importance >= 5 ? 13 : 11.5F;
  label.colour = name_colour(parts, vertex, is_municipality ? input.theme.text : input.theme.muted, style.halo);
  label.pick = {PickId::Kind::actor, id.value};
  return label;
}

Label agreement_label(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const LabelStyle& style) {
  const AgreementId id = input.incidence.agreements[vertex - input.incidence.actors.size()];
  Label label = name_at(input, parts, vertex, style);
  label.text = drawn_name(input, input.network.agreement(id).title);
  if (parts.is_umbrella(vertex)) {
    label.text += " · " + std::to_string(parts.weight[vertex]) + " " + word_of(input, "scene.parties");
  }
  label.clear_px += agreement_radius(parts, vertex);
  label.importance = 2 + bonus_of(parts.nearness[vertex]);
  label.size_px = 11;
  label.colour = name_colour(parts, vertex, input.theme.muted, style.halo);
  label.pick = {PickId::Kind::agreement, id.value};
  return label;
}

}  // namespace

void add_name(Scene& scene, const SceneInput& input, const Parts& parts, std::uint32_t vertex,
              const LabelStyle& style) {
  const bool is_actor = input.incidence.is_actor(vertex);
  Label label = is_actor ? actor_label(input, parts, vertex, style) : agreement_label(input, parts, vertex, style);
  if (is_worth_naming(parts, label, vertex)) scene.labels.push_back(std::move(label));
}

}  // namespace samverka
