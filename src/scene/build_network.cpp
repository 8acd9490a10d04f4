// The bipartite picture: agreements as small squares between their parties.
#include "scene/parts.h"

namespace samverka {
namespace {

constexpr float bend = 0.06F;             // just enough to tell two ties of one pair apart
constexpr std::size_t few_vertices = 60;  // then agreements are named too

MarkStyle marks_for(const SceneInput& input) {
  const std::size_t count = input.incidence.vertex_count();
  MarkStyle style{input.theme.canvas};
  if (count <= few_vertices)
    style.least_px = 6;
  else if (count <= 500)
    style.least_px = 4.5F;
  else
    style.greatest_px = 9;
  return style;
}

bool is_named(const SceneInput& input, const Parts& parts, std::uint32_t vertex) {
  if (parts.is_hidden[vertex]) return false;
  if (input.incidence.is_actor(vertex) || input.incidence.vertex_count() <= few_vertices) return true;
  return parts.nearness[vertex] == Nearness::selected;
}

void add_names(Scene& scene, const SceneInput& input, const Parts& parts, const LabelStyle& style) {
  for (std::uint32_t v = 0; v < input.incidence.vertex_count(); ++v) {
    if (is_named(input, parts, v)) add_name(scene, input, parts, v, style);
  }
}

}  // namespace

Scene build_network_scene(const SceneInput& input) {
  const Parts parts = make_parts(input);
  const MarkStyle marks = marks_for(input);
  Scene scene;
  scene.canvas = input.theme.canvas;
  add_links(scene, input, parts, {bend, nullptr});
  add_marks(scene, input, parts, marks);
  add_names(scene, input, parts, {input.theme.canvas, marks});
  add_surroundings(scene, input);
  for (const Mark& mark : scene.marks) scene.bounds.include(mark.centre);
  return scene;
}

}  // namespace samverka
