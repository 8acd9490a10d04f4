// The network picture. By agreements: small squares between their parties. Or with ties straight between actors, or
// between classes of them. On rings: circles around the one in the middle.
#include <cmath>
#include <numbers>

#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float network_bend = 0.06F;     // just enough to tell two ties of one pair apart
constexpr std::size_t few_vertices = 60;  // then agreements are named too

MarkStyle marks_for(const SceneInput& input, const Parts& parts) {
  const std::size_t count = parts.vertex_count();
  MarkStyle style{input.theme.canvas};
  style.shows_folds = true;
  if (count <= few_vertices)
    style.least_px = 6;
  else if (count <= 500)
    style.least_px = 4.5F;
  else
    style.greatest_px = 9;
  return style;
}

bool is_named(const Parts& parts, std::uint32_t vertex) {
  if (parts.is_hidden[vertex]) return false;
  return !parts.is_agreement(vertex) || parts.vertex_count() <= few_vertices || parts.is_ringed(vertex);
}

void add_network_names(Scene& scene, const SceneInput& input, const Parts& parts, const LabelStyle& style) {
  for (std::uint32_t v = 0; v < parts.vertex_count(); ++v) {
    if (is_named(parts, v)) add_name(scene, input, parts, v, style);
  }
}

Outline circle(float radius, Rgba colour) {
  constexpr int pieces = 180;
  Outline line{{}, 1, colour};
  for (int i = 0; i <= pieces; ++i) {
    const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / pieces;
    line.points.push_back({radius * std::sin(turn), -radius * std::cos(turn)});
  }
  return line;
}

Label step_label(const SceneInput& input, std::uint32_t step, float radius) {
  Label label;
  label.at = {0, -radius};
  label.text = std::to_string(step) + " " + word_of(input, step == 1 ? "scene.step" : "scene.steps");
  label.size_px = 11;
  label.colour = input.theme.muted;
  label.halo = input.theme.canvas;
  label.importance = 40;
  label.may_hide = 1;
  return label;
}

// A circle for every step that someone drawn has taken.
void add_rings(Scene& scene, const SceneInput& input) {
  const NetworkParts& network = input.network_parts;
  if (!network.rings) return;
  const std::vector<float>& radii = network.rings->radii;
  for (std::uint32_t step = 1; step <= most_ring_steps; ++step) {
    // Agreements are between: a step ends at the actors, also where an agreement is in the middle.
    const std::size_t edges = std::size_t{step} * network.edges_a_step;
    const std::size_t at = network.is_centre_agreement ? edges - 1 : edges;
    if (at == 0 || at > radii.size()) break;
    scene.outlines.push_back(circle(radii[at - 1], mixed(input.theme.border, input.theme.muted, 0.25F)));
    scene.labels.push_back(step_label(input, step, radii[at - 1]));
  }
}

}  // namespace

Scene build_network_scene(const SceneInput& input) {
  const Parts parts = make_parts(input);
  const MarkStyle marks = marks_for(input, parts);
  Scene scene;
  scene.canvas = input.theme.canvas;
  add_rings(scene, input);
  if (input.network_parts.joined)
    add_joined_links(scene, input, parts);
  else
    add_links(scene, input, parts, {network_bend, nullptr});
  add_marks(scene, input, parts, marks);
  add_network_names(scene, input, parts, {input.theme.canvas, marks});
  add_surroundings(scene, input, parts);
  for (const Mark& mark : scene.marks) scene.bounds.include(mark.centre);
  return scene;
}

}  // namespace samverka
