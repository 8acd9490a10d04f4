#include "layout/rings_layout.h"

#include <algorithm>
#include <random>
#include <set>

#include "doctest/doctest.h"

using namespace samverka;

namespace {

Rings rings_of(const Graph& graph, std::uint32_t centre, std::vector<std::uint32_t> sectors = {},
               std::vector<bool> dead_ends = {}) {
  sectors.resize(graph.vertex_count());
  return rings_layout({graph, centre, sectors, std::move(dead_ends)});
}

float out(const Rings& rings, std::uint32_t vertex) { return length(rings.positions[vertex]); }

void check_sound(const Rings& rings) {
  std::set<std::pair<float, float>> places;
  for (const Vec2 p : rings.positions) {
    CHECK(is_finite(p));
    CHECK(places.insert({p.x, p.y}).second);
  }
}

constexpr std::uint32_t unreached = Rings::unreached;
using Edges = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("no graph, or a centre that is not in it, gives no rings") {
  CHECK(rings_of(Graph(), 0).positions.empty());
  CHECK(rings_of(Graph(3, {}), 3).positions.empty());
}

TEST_CASE("one alone stands in the middle, with no ring around it") {
  const Rings rings = rings_of(Graph(1, {}), 0);
  CHECK(rings.positions == Positions{{0, 0}});
  CHECK(rings.radii.empty());
}

TEST_CASE("the points of a star stand on one ring, equally far from each other") {
  const Rings rings = rings_of(Graph(7, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}}), 0);
  CHECK(rings.edges == Edges{0, 1, 1, 1, 1, 1, 1});
  REQUIRE(rings.radii.size() == 1);
  CHECK(rings.positions[0] == Vec2{0, 0});
  for (std::uint32_t v = 1; v < 7; ++v) CHECK(out(rings, v) == doctest::Approx(rings.radii[0]));
  check_sound(rings);
}

TEST_CASE("a path goes one ring farther out with every edge") {
  const Rings rings = rings_of(Graph(4, {{0, 1}, {1, 2}, {2, 3}}), 1);
  CHECK(rings.edges == Edges{1, 0, 1, 2});
  REQUIRE(rings.radii.size() == 2);
  CHECK(out(rings, 0) == doctest::Approx(rings.radii[0]));
  CHECK(out(rings, 3) == doctest::Approx(rings.radii[1]));
  CHECK(rings.radii[1] > rings.radii[0] + 1);
  check_sound(rings);
}

TEST_CASE("who is not reached stands outside all rings") {
  const Rings rings = rings_of(Graph(4, {{0, 1}}), 0);
  CHECK(rings.edges == Edges{0, 1, unreached, unreached});
  CHECK(rings.radii.size() == 1);
  CHECK(out(rings, 2) > rings.radii[0] + 1);
  CHECK(out(rings, 3) > rings.radii[0] + 1);
  check_sound(rings);
}

TEST_CASE("a dead end is reached, but no way goes on through it; the centre is none") {
  const Graph path(4, {{0, 1}, {1, 2}, {2, 3}});
  CHECK(rings_of(path, 0, {}, {true, false, true, false}).edges == Edges{0, 1, 2, unreached});
}

TEST_CASE("a group stands in the same direction on every ring") {
  //  0 -- 1..4 -- 5..8, of two sectors: even and odd
  const Graph graph(9, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 5}, {2, 6}, {3, 7}, {4, 8}});
  const Rings rings = rings_of(graph, 0, {0, 1, 0, 1, 0, 1, 0, 1, 0});
  for (const std::uint32_t even : {2U, 4U, 6U, 8U}) CHECK(rings.positions[even].x > 0);
  for (const std::uint32_t odd : {1U, 3U, 5U, 7U}) CHECK(rings.positions[odd].x < 0);
  check_sound(rings);
}

TEST_CASE("what stands between is nearer than those it joins, in their direction") {
  //  0 -- a -- 2, 3      0 -- b -- 4, 5      sectors: 2 and 3 the one, 4 and 5 the other
  const std::uint32_t a = 1, b = 6;
  const Graph graph(7, {{0, a}, {a, 2}, {a, 3}, {0, b}, {b, 4}, {b, 5}});
  const Rings rings = rings_of(graph, 0, {0, RingsInput::between, 0, 0, 1, 1, RingsInput::between});
  CHECK(out(rings, a) < out(rings, 2));
  CHECK(rings.positions[a].x > 0);
  CHECK(rings.positions[b].x < 0);
  CHECK(rings.radii.size() == 2);
  check_sound(rings);
}

TEST_CASE("a crowded ring holds several rows, none nearer to another than a mark is wide") {
  std::vector<Graph::Edge> edges;
  for (std::uint32_t v = 1; v <= 500; ++v) edges.emplace_back(0, v);
  std::vector<std::uint32_t> sectors(501);
  for (std::uint32_t v = 0; v <= 500; ++v) sectors[v] = v % 5;
  const Rings rings = rings_of(Graph(501, edges), 0, sectors);
  float nearest = 1e9F;
  for (std::uint32_t v = 1; v <= 500; ++v) {
    for (std::uint32_t w = v + 1; w <= 500; ++w) {
      nearest = std::min(nearest, distance(rings.positions[v], rings.positions[w]));
    }
  }
  CHECK(nearest > 0.45F);
  CHECK(rings.radii[0] < 30);
}

TEST_CASE("random graphs: distances as found by waves of neighbours, everything finite and apart, twice the same") {
  std::mt19937 random(5);
  const auto below = [&](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const std::uint32_t size = 1 + below(60);
    std::vector<Graph::Edge> edges;
    for (std::uint32_t i = below(2 * size); i > 0; --i) edges.emplace_back(below(size), below(size));
    std::vector<std::uint32_t> sectors;
    for (std::uint32_t v = 0; v < size; ++v) sectors.push_back(below(5) == 0 ? RingsInput::between : below(3));
    const Graph graph(size, edges);
    const std::uint32_t centre = below(size);
    const Rings rings = rings_of(graph, centre, sectors);
    Edges expected(size, unreached);
    expected[centre] = 0;
    for (std::uint32_t wave = 0; wave < size; ++wave) {
      for (const auto& [a, b] : edges) {
        if (expected[a] == wave) expected[b] = std::min(expected[b], wave + 1);
        if (expected[b] == wave) expected[a] = std::min(expected[a], wave + 1);
      }
    }
    CHECK(rings.edges == expected);
    check_sound(rings);
    CHECK(rings.positions == rings_of(graph, centre, sectors).positions);
    CHECK(std::is_sorted(rings.radii.begin(), rings.radii.end()));
  }
}
