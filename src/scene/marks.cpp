#include <algorithm>
#include <cmath>

#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float toned_down = 0.62F;  // how far towards the canvas what is not near the selection goes

Mark actor_mark(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  const ActorId id = input.incidence.actors[vertex];
  const ActorGroup& group = input.taxonomy.group_of(input.network.actor(id).type);
  Mark mark;
  mark.centre = input.positions[vertex];
  mark.radius_px = actor_radius(parts, vertex, style);
  mark.symbol = parse_symbol(group.symbol);
  mark.fill = group_colour(input, group);
  mark.outline = style.halo;
  mark.outline_px = 1.2F;
  mark.pick = {PickId::Kind::actor, id.value};
  return mark;
}

Mark agreement_mark(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  const AgreementId id = input.incidence.agreements[vertex - input.incidence.actors.size()];
  Mark mark;
  mark.centre = input.positions[vertex];
  mark.radius_px = agreement_radius(parts, vertex);
  mark.symbol = Symbol::square;
  mark.fill = mixed(input.theme.muted, style.halo, 0.25F);
  mark.outline = style.halo;
  mark.outline_px = 0.8F;
  mark.pick = {PickId::Kind::agreement, id.value};
  return mark;
}

void tone(Mark& mark, const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  if (!parts.has_selection || parts.nearness[vertex] == Nearness::selected) return;
  const bool is_agreement = !input.incidence.is_actor(vertex);
  if (parts.nearness[vertex] == Nearness::none)
    mark.fill = mixed(mark.fill, style.halo, toned_down);
  else if (is_agreement)
    mark.fill = input.theme.accent;
}

// A ring around the selected mark, with air between.
void add_selected(Scene& scene, Mark mark, const SceneInput& input, const MarkStyle& style) {
  Mark glow = mark;
  glow.symbol = Symbol::disc;
  glow.radius_px = mark.radius_px + 4.5F;
  glow.fill = input.theme.accent;
  glow.outline_px = 1.5F;
  scene.marks.push_back(glow);
  glow.radius_px = mark.radius_px + 2.5F;
  glow.fill = style.halo;
  glow.outline_px = 0;
  scene.marks.push_back(glow);
  scene.marks.push_back(mark);
}

// A county's own support bodies stand around its region: the region must be seen over them.
int rank_of(const SceneInput& input, std::uint32_t vertex) {
  const Actor& actor = input.network.actor(input.incidence.actors[vertex]);
  const std::string& group = input.taxonomy.group_of(actor.type).code;
  if (group == "region") return 2;
  return group == "municipality" || group == "rss" ? 1 : 0;
}

// Drawing order: agreements, distant before near, bodies before municipalities before regions, great before small.
std::vector<std::uint32_t> drawing_order(const SceneInput& input, const Parts& parts) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t v = 0; v < parts.is_hidden.size(); ++v) {
    if (!parts.is_hidden[v]) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (parts.nearness[a] != parts.nearness[b]) return parts.nearness[a] < parts.nearness[b];
    const bool a_is_actor = input.incidence.is_actor(a);
    if (a_is_actor != input.incidence.is_actor(b)) return !a_is_actor;
    if (a_is_actor && rank_of(input, a) != rank_of(input, b)) return rank_of(input, a) < rank_of(input, b);
    return parts.weight[a] > parts.weight[b];
  });
  return order;
}

}  // namespace

Rgba group_colour(const SceneInput& input, const ActorGroup& group) {
  const bool is_dark = input.theme.is_dark;
  if (input.theme.is_colour_safe) return parse_colour(is_dark ? group.color_safe_dark : group.color_safe);
  return parse_colour(is_dark ? group.color_dark : group.color);
}

float actor_radius(const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  if (style.is_placed && !(*style.is_placed)[vertex]) return std::min(style.least_px + 0.6F, 3.2F);
  // Against at least 40, so that in a small picture two ties do not make a giant.
  const float greatest = static_cast<float>(std::max(parts.greatest_weight, 40U));
  const float share = std::sqrt(static_cast<float>(parts.weight[vertex]) / greatest);
  return style.least_px + (style.greatest_px - style.least_px) * share;
}

float agreement_radius(const Parts& parts, std::uint32_t vertex) {
  return std::min(2.2F + 0.12F * std::sqrt(static_cast<float>(parts.weight[vertex])) * 2, 4.0F);
}

void add_marks(Scene& scene, const SceneInput& input, const Parts& parts, const MarkStyle& style) {
  const std::vector<std::uint32_t> order = drawing_order(input, parts);
  scene.marks.reserve(order.size() + 2);
  for (const std::uint32_t v : order) {
    const bool is_actor = input.incidence.is_actor(v);
    Mark mark = is_actor ? actor_mark(input, parts, v, style) : agreement_mark(input, parts, v, style);
    tone(mark, input, parts, v, style);
    if (parts.nearness[v] == Nearness::selected)
      add_selected(scene, mark, input, style);
    else
      scene.marks.push_back(mark);
  }
}

}  // namespace samverka
