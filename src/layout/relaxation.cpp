#include "layout/relaxation.h"

#include "layout/random.h"
#include "layout/sunflower.h"

namespace samverka {
namespace {

Vec2 in_disc(Random& random, float radius) {
  const float turn = 6.2831853F * random.unit();
  const float out = radius * std::sqrt(random.unit());
  return {out * std::cos(turn), out * std::sin(turn)};
}

// From the placed vertices outwards, each vertex that is reached gets a place near the one it was reached from.
void spread_from(const ComponentGraph& graph, Random& random, std::vector<Vec2>& places,
                 std::vector<std::uint32_t> reached) {
  std::vector<bool> has_place(places.size(), false);
  for (const std::uint32_t v : reached) has_place[v] = true;
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const std::uint32_t v = reached[next];
    for (std::uint32_t arc = graph.row_start[v]; arc < graph.row_start[v + 1]; ++arc) {
      const std::uint32_t w = graph.neighbours[arc];
      if (has_place[w]) continue;
      has_place[w] = true;
      places[w] = places[v] + in_disc(random, 1);
      reached.push_back(w);
    }
  }
}

}  // namespace

Drawing first_drawing(const ComponentGraph& graph, const ComponentStart& start, float radius) {
  Random random(start.seed);
  std::vector<Vec2> places(graph.size());
  std::vector<std::uint32_t> held, placed;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    places[v] = in_disc(random, radius);
    if (start.is_guessed(v)) places[v] = start.guess[v];
    if (start.is_guessed(v) && !start.is_guess_in_place) places[v] = places[v] + in_disc(random, 0.5F);
    if (start.is_held(v)) places[v] = start.start[v];
    if (start.is_held(v)) held.push_back(v);
    if (start.is_guessed(v) || (start.is_guess_in_place && start.is_held(v))) placed.push_back(v);
  }
  Drawing drawing;
  if (!held.empty()) {
    drawing.gives.assign(graph.size(), 1.0F);
    for (const std::uint32_t v : held) drawing.gives[v] = 0;
    if (!start.is_guess_in_place) placed = std::move(held);
  }
  spread_from(graph, random, places, std::move(placed));
  for (const Vec2& place : places) {
    drawing.x.push_back(place.x);
    drawing.y.push_back(place.y);
  }
  return drawing;
}

std::vector<Vec2> points_of(const Drawing& drawing) {
  std::vector<Vec2> points(drawing.x.size());
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = {drawing.x[i], drawing.y[i]};
  return points;
}

float spacing_for(std::span<const Vec2> points) {
  constexpr float widest = 0.5F;
  constexpr float share_of_room = 0.7F;
  Rect bounds;
  for (const Vec2& p : points) bounds.include(p);
  const float extent = std::max(bounds.width(), bounds.height());
  const float room = extent * std::max(1.0F, std::min(bounds.width(), bounds.height()));
  return std::min(widest, share_of_room * std::sqrt(room / static_cast<float>(points.size())));
}

std::vector<float> giving_way(const ComponentGraph& graph, const Drawing& drawing) {
  std::vector<float> gives(graph.size());
  for (std::size_t v = 0; v < gives.size(); ++v) {
    const auto degree = static_cast<float>(graph.row_start[v + 1] - graph.row_start[v]);
    gives[v] = (drawing.gives.empty() ? 1.0F : drawing.gives[v]) / degree;
  }
  return gives;
}

}  // namespace samverka
