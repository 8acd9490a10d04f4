// Ties as lines between an actor and its agreement. Their alpha follows their number, so that a county of fifty ties is
// drawn firmly and a country of five thousand reads as density.
#include <algorithm>
#include <array>
#include <cmath>

#include "scene/lens_look.h"
#include "scene/parts.h"

namespace samverka {
namespace {

enum class Layer : std::uint8_t { unconfirmed, confirmed, near, selected, path };
constexpr std::size_t layer_count = 5;
constexpr float founding_width_px = 2.6F;

struct Ends {
  std::uint32_t actor, agreement;
};

bool is_selected(const Parts& parts, const Ends& ends) {
  return parts.nearness[ends.actor] == Nearness::selected || parts.nearness[ends.agreement] == Nearness::selected;
}

// Both ends, where a line between them is drawn at all.
std::optional<Ends> drawn_ends(const Parts& parts, const LinkStyle& style, ActorId actor, AgreementId agreement) {
  const Ends ends{parts.vertex_of_actor[actor.value], parts.vertex_of_agreement[agreement.value]};
  if (ends.actor == Parts::no_vertex || ends.agreement == Parts::no_vertex) return {};
  if (parts.is_hidden[ends.actor] || parts.is_hidden[ends.agreement]) return {};
  if (is_selected(parts, ends) || !style.is_placed) return ends;
  if (parts.is_umbrella(ends.agreement) || !(*style.is_placed)[ends.actor]) return {};
  return ends;
}

Layer layer_of(const Parts& parts, const Ends& ends, bool is_confirmed) {
  if (is_on_path(parts, ends.actor, ends.agreement)) return Layer::path;
  if (is_selected(parts, ends)) return Layer::selected;
  const bool are_near =
      parts.nearness[ends.actor] == Nearness::near && parts.nearness[ends.agreement] == Nearness::near;
  if (are_near && !parts.is_umbrella(ends.agreement)) return Layer::near;
  return is_confirmed ? Layer::confirmed : Layer::unconfirmed;
}

struct Look {
  Rgba colour;
  float width_px;
};

Look look_of(const SceneInput& input, const Parts& parts, Layer layer, float alpha) {
  const Theme& theme = input.theme;
  const float ground = parts.has_selection ? alpha * 0.4F : alpha;
  switch (layer) {
    case Layer::path:
      return {theme.accent, 3.4F};
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

Rgba founding_look(const SceneInput& input, const Parts& parts, const Ends& ends) {
  if (is_selected(parts, ends)) return with_alpha(input.theme.accent, 0.5F);
  return with_alpha(founding_colour(input), parts.has_selection ? 0.4F : 1);
}

// Numbers the parties of one actor in one agreement (two roles, two services), so that each gets a line of its own.
// Participations come by agreement.
class Repeats {
 public:
  explicit Repeats(std::size_t actors) : agreement_(actors), times_(actors, 0) {}
  std::uint32_t count(const Participation& p) {
    std::uint32_t& times = times_[p.actor.value];
    if (agreement_[p.actor.value] != p.agreement) times = 0;
    agreement_[p.actor.value] = p.agreement;
    return times++;
  }

 private:
  std::vector<AgreementId> agreement_;
  std::vector<std::uint32_t> times_;
};

// To the one side, to the other, then farther out.
float fanned(float bend, std::uint32_t repeat) {
  constexpr float wider = 1.8F;
  const float side = repeat % 2 == 0 ? bend : -bend;
  return side * (1 + wider * static_cast<float>(repeat / 2));
}

// A charter and the body it founds: structure, so it is drawn broad and faint under the ties and never counted as one.
void add_foundings(Scene& scene, const SceneInput& input, const Parts& parts, const LinkStyle& style) {
  if (is_switched_off(input, "founding")) return;
  for (const Founding& f : input.part.foundings) {
    const std::optional<Ends> ends = drawn_ends(parts, style, f.actor, f.agreement);
    if (!ends) continue;
    Link link;
    link.from = input.positions[ends->agreement];
    link.to = input.positions[ends->actor];
    link.width_px = founding_width_px;
    link.colour = founding_look(input, parts, *ends);
    link.pick = {PickId::Kind::agreement, f.agreement.value};
    scene.links.push_back(link);
  }
}

}  // namespace

float density_alpha(std::size_t links) {
  return std::clamp(0.62F / (1 + static_cast<float>(links) / 1500), 0.07F, 0.55F);
}

bool is_on_path(const Parts& parts, std::uint32_t a, std::uint32_t b) {
  if (parts.nearness[a] != Nearness::path || parts.nearness[b] != Nearness::path) return false;
  for (std::size_t i = 1; i < parts.path.size(); ++i) {
    const auto [from, to] = std::minmax(parts.path[i - 1], parts.path[i]);
    if (from == std::min(a, b) && to == std::max(a, b)) return true;
  }
  return false;
}

Rgba founding_colour(const SceneInput& input) { return mixed(input.theme.muted, input.theme.canvas, 0.55F); }

void add_links(Scene& scene, const SceneInput& input, const Parts& parts, const LinkStyle& style) {
  std::array<std::vector<Link>, layer_count> layers;
  std::size_t total = 0;
  Repeats repeats(input.network.actors.size());
  for (std::uint32_t i = 0; i < input.part.participations.size(); ++i) {
    const Participation& p = input.part.participations[i];
    const std::uint32_t repeat = repeats.count(p);
    if (is_switched_off(input, p.is_confirmed ? "confirmed" : "unconfirmed")) continue;
    const std::optional<Ends> ends = drawn_ends(parts, style, p.actor, p.agreement);
    if (!ends) continue;
    ++total;
    Link link;
    link.from = input.positions[ends->agreement];
    link.to = input.positions[ends->actor];
    link.bend = fanned(style.bend, repeat);
    link.is_dashed = !p.is_confirmed;
    link.pick = {PickId::Kind::party, i};
    layers[static_cast<std::size_t>(layer_of(parts, *ends, p.is_confirmed))].push_back(link);
  }
  scene.links.reserve(total + input.part.foundings.size());
  add_foundings(scene, input, parts, style);
  const float alpha = density_alpha(total) * style.strength;
  for (std::size_t layer = 0; layer < layer_count; ++layer) {
    const Look look = look_of(input, parts, static_cast<Layer>(layer), alpha);
    const bool is_ground = layer <= static_cast<std::size_t>(Layer::confirmed);
    for (Link& link : layers[layer]) {
      link.colour = look.colour;
      if (is_ground && !input.lens.empty()) {
        link.colour = tie_through_lens(input, input.part.participations[link.pick.index].agreement, look.colour);
      }
      link.width_px = look.width_px;
      scene.links.push_back(link);
    }
  }
}

}  // namespace samverka
