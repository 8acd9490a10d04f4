// Ties straight between nodes: as broad as they are strong, the weak below and fainter, so that a county's many pairs
// read as a ground that the close partners stand out from. What is confirmed and what is not of one pair are fanned
// apart.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float fan = 0.07F;
constexpr float joined_founding_width_px = 2.6F;

bool is_one_pair(const ProjectedTie& x, const ProjectedTie& y) { return x.a == y.a && x.b == y.b; }

// Ties come by pair, confirmed first.
std::vector<float> bends_of(const std::vector<ProjectedTie>& ties) {
  std::vector<float> bends(ties.size(), 0);
  for (std::size_t i = 1; i < ties.size(); ++i) {
    if (!is_one_pair(ties[i - 1], ties[i])) continue;
    bends[i - 1] = fan;
    bends[i] = -fan;
  }
  return bends;
}

bool is_selected(const Parts& parts, const ProjectedTie& tie) {
  const auto is = [&](std::uint32_t v) { return parts.nearness[v] == Nearness::selected; };
  const auto is_near = [&](std::uint32_t v) { return parts.nearness[v] != Nearness::none; };
  return is(tie.a) || is(tie.b) || (parts.joins_near && is_near(tie.a) && is_near(tie.b));
}

// The same strength is the same width whatever else is shown, so that a filter changes no tie that it leaves.
float width_of(float strength) { return std::min(7.0F, 0.7F + 1.3F * std::sqrt(strength)); }

class TieLooks {
 public:
  TieLooks(const SceneInput& input, const Parts& parts, std::size_t drawn)
      : theme_(input.theme), parts_(parts), alpha_(density_alpha(drawn)) {}

  void dress(const ProjectedTie& tie, Link& link) const {
    link.width_px = width_of(tie.strength);
    if (is_on_path(parts_, tie.a, tie.b)) {
      link.colour = theme_.accent;
      link.width_px = std::max(link.width_px, 3.4F);
    } else if (is_selected(parts_, tie)) {
      link.colour = with_alpha(theme_.accent, 0.9F);
      link.width_px = std::max(link.width_px, 1.4F);
    } else {
      constexpr float firm_strength = 3;
      const float share = std::min(1.0F, tie.strength / firm_strength);
      const float tone = (parts_.has_selection ? 0.35F : 1.0F) * (tie.is_confirmed ? 1.0F : 0.75F);
      const float alpha = alpha_ + (0.75F - alpha_) * share;
      link.colour = with_alpha(tie.is_confirmed ? theme_.tie : theme_.unconfirmed, alpha * tone);
    }
  }

 private:
  const Theme& theme_;
  const Parts& parts_;
  float alpha_;
};

// 0 the ground, 1 what is selected, 2 the path; within each the strong above the weak.
int layer_of(const Parts& parts, const ProjectedTie& tie) {
  if (is_on_path(parts, tie.a, tie.b)) return 2;
  return is_selected(parts, tie) ? 1 : 0;
}

bool is_drawn(const SceneInput& input, const Parts& parts, const ProjectedTie& tie) {
  if (is_switched_off(input, tie.is_confirmed ? "confirmed" : "unconfirmed")) return false;
  return !parts.is_hidden[tie.a] && !parts.is_hidden[tie.b];
}

std::vector<std::uint32_t> drawn_in_order(const SceneInput& input, const Parts& parts,
                                          const std::vector<ProjectedTie>& ties) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < ties.size(); ++i) {
    if (is_drawn(input, parts, ties[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const int layer_x = layer_of(parts, ties[x]);
    const int layer_y = layer_of(parts, ties[y]);
    return layer_x != layer_y ? layer_x < layer_y : ties[x].strength < ties[y].strength;
  });
  return order;
}

void add_foundings(Scene& scene, const SceneInput& input, const Parts& parts) {
  if (is_switched_off(input, "founding")) return;
  for (const auto& [a, b] : input.network_parts.joined->foundings) {
    if (parts.is_hidden[a] || parts.is_hidden[b]) continue;
    Link link;
    link.from = input.positions[a];
    link.to = input.positions[b];
    link.width_px = joined_founding_width_px;
    link.colour = with_alpha(founding_colour(input), parts.has_selection ? 0.4F : 1);
    scene.links.push_back(link);
  }
}

// How many agreements a tie between classes stands for, at its middle.
void add_count(Scene& scene, const SceneInput& input, const Parts& parts, const ProjectedTie& tie, const Link& link) {
  if (parts.has_selection && !is_selected(parts, tie) && !is_on_path(parts, tie.a, tie.b)) return;
  Label label;
  label.at = (link.from + link.to) * 0.25F + bend_control(link.from, link.to, link.bend) * 0.5F;
  label.text = std::to_string(tie.agreements);
  label.size_px = 10.5F;
  label.colour = input.theme.muted;
  label.halo = input.theme.canvas;
  label.importance = 3 + std::log10(static_cast<float>(tie.agreements));
  label.may_hide = 0.1F;
  label.pick = link.pick;
  scene.labels.push_back(std::move(label));
}

}  // namespace

void add_joined_links(Scene& scene, const SceneInput& input, const Parts& parts) {
  const std::vector<ProjectedTie>& ties = input.network_parts.joined->projection.ties;
  const std::vector<std::uint32_t> order = drawn_in_order(input, parts, ties);
  const std::vector<float> bends = bends_of(ties);
  const TieLooks looks(input, parts, order.size());
  scene.links.reserve(order.size() + input.network_parts.joined->foundings.size());
  add_foundings(scene, input, parts);
  for (const std::uint32_t i : order) {
    Link link;
    link.from = input.positions[ties[i].a];
    link.to = input.positions[ties[i].b];
    link.bend = bends[i];
    link.is_dashed = !ties[i].is_confirmed;
    link.pick = {PickId::Kind::tie, i};
    looks.dress(ties[i], link);
    scene.links.push_back(link);
    const bool joins_classes = parts.is_cluster(ties[i].a) && parts.is_cluster(ties[i].b);
    if (joins_classes && ties[i].agreements > 1) add_count(scene, input, parts, ties[i], link);
  }
}

}  // namespace samverka
