// Ties as lines between an actor and its agreement. Their alpha follows their number, so that a county of fifty ties is
// drawn firmly and a country of five thousand reads as density.
#include <algorithm>
#include <array>
#include <cmath>

#include "scene/parts.h"

namespace samverka {
namespace {

enum class Layer : std::uint8_t { unconfirmed, confirmed, near, selected };
constexpr std::size_t layer_count = 4;
constexpr float founding_width_px = 2.6F;

struct Ends {
  std::uint32_t actor, agreement;
};

// Both ends, where the participation is drawn at all.
std::optional<Ends> drawn_ends(const SceneInput& input, const Parts& parts, const LinkStyle& style,
                               const Participation& p) {
  const Ends ends{parts.vertex_of_actor[p.actor.value], parts.vertex_of_agreement[p.agreement.value]};
  if (ends.actor == Parts::no_vertex || ends.agreement == Parts::no_vertex) return {};
  if (parts.is_hidden[ends.actor] || parts.is_hidden[ends.agreement]) return {};
  if (is_switched_off(input, p.is_confirmed ? "confirmed" : "unconfirmed")) return {};
  const bool is_selected =
      parts.nearness[ends.actor] == Nearness::selected || parts.nearness[ends.agreement] == Nearness::selected;
  if (is_selected || !style.is_placed) return ends;
  if (parts.is_umbrella(ends.agreement) || !(*style.is_placed)[ends.actor]) return {};
  return ends;
}

Layer layer_of(const Parts& parts, const Ends& ends, bool is_confirmed) {
  const Nearness actor = parts.nearness[ends.actor];
  const Nearness agreement = parts.nearness[ends.agreement];
  if (actor == Nearness::selected || agreement == Nearness::selected) return Layer::selected;
  const bool is_near = actor == Nearness::near && agreement == Nearness::near && !parts.is_umbrella(ends.agreement);
  if (is_near) return Layer::near;
  return is_confirmed ? Layer::confirmed : Layer::unconfirmed;
}

float density_alpha(std::size_t links) {
  return std::clamp(0.62F / (1 + static_cast<float>(links) / 1500), 0.07F, 0.55F);
}

struct Look {
  Rgba colour;
  float width_px;
};

Look look_of(const SceneInput& input, const Parts& parts, Layer layer, float alpha) {
  const Theme& theme = input.theme;
  const float ground = parts.has_selection ? alpha * 0.4F : alpha;
  switch (layer) {
    case Layer::selected:
      return {with_alpha(theme.accent, 0.95F), 1.8F};
    case Layer::near:
      return {with_alpha(theme.accent, 0.5F), 1.2F};
    case Layer::confirmed:
      return {with_alpha(theme.tie, ground), 1};
    case Layer::unconfirmed:
      break;
  }
  return {with_alpha(theme.unconfirmed, ground * 0.75F), 1};
}

// A charter and the body it founds: structure, so it is drawn broad and faint under the ties and never counted as one.
void add_foundings(Scene& scene, const SceneInput& input, const Parts& parts, const LinkStyle& style) {
  if (is_switched_off(input, "founding")) return;
  for (const Founding& f : input.part.foundings) {
    const std::uint32_t actor = parts.vertex_of_actor[f.actor.value];
    const std::uint32_t agreement = parts.vertex_of_agreement[f.agreement.value];
    if (actor == Parts::no_vertex || agreement == Parts::no_vertex) continue;
    if (parts.is_hidden[actor] || parts.is_hidden[agreement]) continue;
    if (style.is_placed && !(*style.is_placed)[actor]) continue;
    Link link;
    link.from = input.positions[agreement];
    link.to = input.positions[actor];
    link.width_px = founding_width_px;
    link.colour = founding_colour(input);
    const bool is_near = parts.nearness[actor] != Nearness::none && parts.nearness[agreement] != Nearness::none;
    if (parts.has_selection && !is_near) link.colour = with_alpha(link.colour, 0.3F);
    link.pick = {PickId::Kind::agreement, f.agreement.value};
    scene.links.push_back(link);
  }
}

}  // namespace

Rgba founding_colour(const SceneInput& input) { return mixed(input.theme.muted, input.theme.canvas, 0.55F); }

void add_links(Scene& scene, const SceneInput& input, const Parts& parts, const LinkStyle& style) {
  std::array<std::vector<Link>, layer_count> layers;
  std::size_t total = 0;
  for (std::uint32_t i = 0; i < input.part.participations.size(); ++i) {
    const Participation& p = input.part.participations[i];
    const std::optional<Ends> ends = drawn_ends(input, parts, style, p);
    if (!ends) continue;
    ++total;
    Link link;
    link.from = input.positions[ends->agreement];
    link.to = input.positions[ends->actor];
    link.bend = style.bend;
    link.is_dashed = !p.is_confirmed;
    link.pick = {PickId::Kind::party, i};
    layers[static_cast<std::size_t>(layer_of(parts, *ends, p.is_confirmed))].push_back(link);
  }
  scene.links.reserve(total + input.part.foundings.size());
  add_foundings(scene, input, parts, style);
  const float alpha = density_alpha(total);
  for (std::size_t layer = 0; layer < layer_count; ++layer) {
    const Look look = look_of(input, parts, static_cast<Layer>(layer), alpha);
    for (Link& link : layers[layer]) {
      link.colour = look.colour;
      link.width_px = look.width_px;
      scene.links.push_back(link);
    }
  }
}

}  // namespace samverka
