#include <algorithm>
#include <cmath>

#include "scene/lens_look.h"
#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float toned_down = 0.62F;  // how far towards the canvas what is not near the selection goes

Mark actor_mark(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  const ActorId id = parts.actors[vertex];
  const ActorGroup& group = input.taxonomy.group_of(input.network.actor(id).type);
  Mark mark;
  mark.centre = input.positions[vertex];
  mark.radius_px = radius_of(parts, vertex, style);
  mark.symbol = parse_symbol(group.symbol);
  mark.fill = group_colour(input, group);
  mark.outline = style.halo;
  mark.outline_px = 1.2F;
  mark.pick = {PickId::Kind::actor, id.value};
  return mark;
}

Mark agreement_mark(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  const AgreementId id = parts.agreement(vertex);
  Mark mark;
  mark.centre = input.positions[vertex];
  mark.radius_px = radius_of(parts, vertex, style);
  mark.symbol = Symbol::square;
  mark.fill = mixed(input.theme.muted, style.halo, 0.25F);
  mark.outline = style.halo;
  mark.outline_px = 0.8F;
  mark.pick = {PickId::Kind::agreement, id.value};
  if (!input.lens.empty()) look_through_lens(mark, input, id, style);
  return mark;
}

bool is_path(const Parts& parts, std::uint32_t vertex) { return parts.nearness[vertex] == Nearness::path; }

// A class: large, pale and rimmed, so that it is seen to hold others. Groups keep their own look.
Mark cluster_mark(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  const Cluster& cluster = parts.cluster(vertex);
  Mark mark;
  mark.centre = input.positions[vertex];
  mark.radius_px = radius_of(parts, vertex, style);
  mark.symbol = Symbol::disc;
  Rgba colour = cluster_colour(input);
  if (input.network_parts.classes->by == CollapseBy::group) {
    const ActorGroup& group = input.taxonomy.group_of(input.network.actor(cluster.members.front()).type);
    colour = group_colour(input, group);
    if (group.symbol != "ring") mark.symbol = parse_symbol(group.symbol);
  }
  mark.fill = mixed(colour, style.halo, 0.72F);
  mark.outline = colour;
  mark.outline_px = 1.8F;
  mark.pick = {PickId::Kind::cluster, cluster.number};
  return mark;
}

Mark mark_of(const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  if (parts.is_actor(vertex)) return actor_mark(input, parts, vertex, style);
  if (parts.is_cluster(vertex)) return cluster_mark(input, parts, vertex, style);
  return agreement_mark(input, parts, vertex, style);
}

void tone(Mark& mark, const SceneInput& input, const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  if (parts.is_dimmed(vertex)) {
    mark.fill = mixed(mark.fill, style.halo, toned_down);
    if (parts.is_cluster(vertex)) mark.outline = mixed(mark.outline, style.halo, toned_down);
  } else if (!input.lens.empty()) {
    const bool is_brought_forward = parts.nearness[vertex] != Nearness::none;
    if (!parts.is_agreement(vertex) && !is_brought_forward) step_back(mark, style);
  } else if (parts.is_agreement(vertex) && (parts.nearness[vertex] == Nearness::near || is_path(parts, vertex))) {
    mark.fill = input.theme.accent;
  }
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

// A thin ring around those that units without a record are folded into: there is more to open.
void add_fold_ring(Scene& scene, const Mark& mark, const SceneInput& input, const MarkStyle& style) {
  Mark ring = mark;
  ring.symbol = Symbol::disc;
  ring.radius_px = mark.radius_px + 2;
  ring.fill = style.halo;
  ring.outline = mixed(input.theme.muted, style.halo, 0.45F);
  ring.outline_px = 0.9F;
  scene.marks.push_back(ring);
}

std::vector<bool> fold_hosts(const SceneInput& input, const Parts& parts, const MarkStyle& style) {
  std::vector<bool> is_host(parts.vertex_count(), false);
  if (!style.shows_folds || is_switched_off(input, "folded")) return is_host;
  for (const Fold& fold : input.folding.folds) {
    const std::uint32_t host = fold.host.is_set() ? parts.vertex_of_actor[fold.host.value] : Parts::no_vertex;
    if (host != Parts::no_vertex && parts.is_actor(host)) is_host[host] = true;
  }
  return is_host;
}

// A pinned mark has the head of its pin in the middle.
void add_pin(Scene& scene, const SceneInput& input, const Mark& of) {
  Mark pin = of;
  pin.symbol = Symbol::disc;
  pin.radius_px = std::clamp(of.radius_px * 0.3F, 1.6F, 3.0F);
  pin.fill = input.theme.text;
  pin.outline = input.theme.panel;
  pin.outline_px = 1.1F;
  scene.marks.push_back(pin);
}

// A county's own support bodies stand around its region: the region must be seen over them.
int rank_of(const SceneInput& input, const Parts& parts, std::uint32_t vertex) {
  const Actor& actor = input.network.actor(parts.actors[vertex]);
  const std::string& group = input.taxonomy.group_of(actor.type).code;
  if (group == "region") return 2;
  return group == "municipality" || group == "rss" ? 1 : 0;
}

// Drawing order: agreements and classes, distant before near, bodies before municipalities before regions, great before
// small.
std::vector<std::uint32_t> drawing_order(const SceneInput& input, const Parts& parts) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t v = 0; v < parts.is_hidden.size(); ++v) {
    if (!parts.is_hidden[v]) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (parts.nearness[a] != parts.nearness[b]) return parts.nearness[a] < parts.nearness[b];
    const bool a_is_actor = parts.is_actor(a);
    if (a_is_actor != parts.is_actor(b)) return !a_is_actor;
    if (a_is_actor && rank_of(input, parts, a) != rank_of(input, parts, b))
      return rank_of(input, parts, a) < rank_of(input, parts, b);
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

Rgba cluster_colour(const SceneInput& input) { return input.theme.accent; }

namespace {

float actor_radius(const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  if (style.is_placed && !(*style.is_placed)[vertex]) return std::min(style.least_px + 0.6F, 3.2F);
  // Against at least 40, so that in a small picture two ties do not make a giant.
  const float greatest = static_cast<float>(std::max(parts.greatest_weight, 40U));
  const float share = std::sqrt(static_cast<float>(parts.weight[vertex]) / greatest);
  return style.least_px + (style.greatest_px - style.least_px) * share;
}

// The area follows the number of members; the largest of few classes is a large disc, of hundreds a small one.
float cluster_radius(const Parts& parts, std::uint32_t vertex) {
  std::uint32_t greatest = 1;
  for (std::uint32_t v = static_cast<std::uint32_t>(parts.actors.size()); v < parts.vertex_count(); ++v) {
    greatest = std::max(greatest, parts.weight[v]);
  }
  const bool are_few = parts.clusters.size() <= 40;
  const float share = std::sqrt(static_cast<float>(parts.weight[vertex]) / static_cast<float>(greatest));
  return are_few ? 6 + 18 * share : 4 + 8 * share;
}

}  // namespace

float radius_of(const Parts& parts, std::uint32_t vertex, const MarkStyle& style) {
  if (parts.is_actor(vertex)) return actor_radius(parts, vertex, style);
  if (parts.is_cluster(vertex)) return cluster_radius(parts, vertex);
  return std::min(2.2F + 0.12F * std::sqrt(static_cast<float>(parts.weight[vertex])) * 2, 4.0F);
}

void add_marks(Scene& scene, const SceneInput& input, const Parts& parts, const MarkStyle& style) {
  const std::vector<std::uint32_t> order = drawing_order(input, parts);
  const std::vector<bool> is_host = fold_hosts(input, parts, style);
  const std::vector<bool>& is_pinned = input.network_parts.is_pinned;
  scene.marks.reserve(order.size() + 2);
  for (const std::uint32_t v : order) {
    Mark mark = mark_of(input, parts, v, style);
    tone(mark, input, parts, v, style);
    if (is_host[v] && !parts.is_ringed(v)) add_fold_ring(scene, mark, input, style);
    if (parts.is_ringed(v))
      add_selected(scene, mark, input, style);
    else
      scene.marks.push_back(mark);
    if (v < is_pinned.size() && is_pinned[v]) add_pin(scene, input, mark);
  }
}

}  // namespace samverka
