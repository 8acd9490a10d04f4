// The parts that the layouts are made of, each against the slow and obvious way.
#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "layout/assemble.h"
#include "layout/component_graph.h"
#include "layout/full_stress.h"
#include "layout/pack.h"
#include "layout/random.h"
#include "layout/separate.h"
#include "layout/shortest_paths.h"
#include "small_graphs.h"

using namespace samverka;
using namespace samverka::test;

namespace {

Graph random_connected(std::size_t vertices, unsigned seed) {
  std::mt19937 random(seed);
  Edges edges;
  for (std::uint32_t v = 1; v < vertices; ++v) edges.emplace_back(v, random() % v);
  for (std::size_t i = 0; i < vertices; ++i) {
    edges.emplace_back(static_cast<std::uint32_t>(random() % vertices),
                       static_cast<std::uint32_t>(random() % vertices));
  }
  return Graph(vertices, edges);
}

std::vector<std::vector<std::uint32_t>> distances_by_relaxing(const ComponentGraph& graph) {
  const std::size_t n = graph.size();
  std::vector<std::vector<std::uint32_t>> d(n, std::vector<std::uint32_t>(n, 1000000));
  for (std::size_t v = 0; v < n; ++v) {
    d[v][v] = 0;
    for (std::uint32_t arc = graph.row_start[v]; arc < graph.row_start[v + 1]; ++arc) {
      std::uint32_t& to = d[v][graph.neighbours[arc]];
      to = std::min<std::uint32_t>(to, graph.lengths[arc]);
    }
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    }
  }
  return d;
}

// Passes until no two are nearer than `distance_wanted`; a hair more is asked for, so that rounding does not keep the
// last pairs just too near for ever.
void separate(std::span<Vec2> points, std::span<const float> gives, float distance_wanted, int passes) {
  while (passes-- > 0 && push_apart(points, gives, distance_wanted * 1.01F, 1.0F) > 0) {
  }
}

}  // namespace

TEST_CASE("random numbers are the same everywhere") {
  Random random(1);
  CHECK(random.next() == 0x910A2DEC89025CC1ULL);  // SplitMix64's published first answer for seed 1
  std::vector<int> items = {1, 2, 3, 4, 5};
  Random(7).shuffle(items);
  std::vector<int> again = {1, 2, 3, 4, 5};
  Random(7).shuffle(again);
  CHECK(items == again);
  for (int i = 0; i < 1000; ++i) CHECK(random.below(3) < 3);
}

TEST_CASE("components come largest first, and vertices without edges apart") {
  //  0 -- 1     2     3 -- 4 -- 5     6
  const SplitGraph split = split_components(Graph(7, {{0, 1}, {3, 4}, {4, 5}}), EdgeLengths::hops, 1);
  REQUIRE(split.components.size() == 2);
  CHECK(split.components[0].size() == 3);
  CHECK(split.components[0].arcs() == 4);
  CHECK(split.components[1].size() == 2);
  CHECK(split.singletons == std::vector<std::uint32_t>{2, 6});
}

TEST_CASE("an edge is one long up to six at a vertex, and grows from there") {
  for (const auto& [leaves, quanta] : {std::pair{1U, 8U}, {6U, 8U}, {7U, 9U}, {50U, 29U}, {311U, 85U}}) {
    const SplitGraph split = split_components(star_graph(leaves), EdgeLengths::by_degree, 1);
    CHECK(split.components[0].longest == quanta);
    CHECK(split.components[0].quantum == 0.125F);
  }
  CHECK(split_components(star_graph(50), EdgeLengths::hops, 1).components[0].longest == 1);
}

TEST_CASE("shortest paths and the table of pairs agree with the slow way on random graphs") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Graph whole = random_connected(2 + seed * 5, seed);
    const SplitGraph split = split_components(whole, seed % 2 == 0 ? EdgeLengths::hops : EdgeLengths::by_degree, seed);
    const ComponentGraph& graph = split.components.front();
    const auto expected = distances_by_relaxing(graph);
    ShortestPaths paths(graph);
    std::vector<std::uint16_t> row(graph.size());
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
      paths.from(v, row);
      for (std::size_t w = 0; w < row.size(); ++w) CHECK(row[w] == expected[v][w]);
    }
    std::vector<std::uint16_t> rows(graph.size() * graph.size());
    paths.from_each(0, static_cast<std::uint32_t>(graph.size()), rows);
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i] == expected[i / graph.size()][i % graph.size()]);
    PairDistances table(graph);
    while (table.advance(1000, 2)) {
    }
    std::size_t pairs = 0;
    for (std::size_t s = 1; s <= table.diagonals(); ++s) {
      const auto diagonal = table.diagonal(s);
      for (std::size_t i = 0; i < diagonal.size(); ++i) CHECK(diagonal[i] == expected[i][(i + s) % graph.size()]);
      pairs += diagonal.size();
    }
    CHECK(pairs == graph.size() * (graph.size() - 1) / 2);
  }
}

TEST_CASE("relaxing by fours moves every pair of a diagonal as one by one does") {
  const Graph whole = random_connected(61, 3);
  const SplitGraph split = split_components(whole, EdgeLengths::hops, 3);
  PairDistances table(split.components.front());
  while (table.advance(100000, 1)) {
  }
  Random random(5);
  Drawing by_fours;
  for (int i = 0; i < 61; ++i) {
    by_fours.x.push_back(10 * random.unit());
    by_fours.y.push_back(10 * random.unit());
  }
  Drawing one_by_one = by_fours;
  one_by_one.gives.assign(61, 1.0F);  // all give way: the plain loop
  for (const std::size_t s : {1U, 7U, 8U, 20U, 30U}) {
    relax_diagonal(table.diagonal(s), s, 1, 0.5F, by_fours);
    relax_diagonal(table.diagonal(s), s, 1, 0.5F, one_by_one);
  }
  for (std::size_t i = 0; i < 61; ++i) {
    CHECK(by_fours.x[i] == doctest::Approx(one_by_one.x[i]).epsilon(1e-5));
    CHECK(by_fours.y[i] == doctest::Approx(one_by_one.y[i]).epsilon(1e-5));
  }
}

TEST_CASE("separated points keep their distance, and a held one its place") {
  std::mt19937 random(9);
  std::uniform_real_distribution<float> unit(0, 1);
  std::vector<Vec2> points(200);
  for (Vec2& p : points) p = {10 * unit(random), 10 * unit(random)};
  points[1] = points[0];
  std::vector<float> gives(200, 1);
  gives[0] = 0;
  const Vec2 held = points[0];
  separate(points, gives, 0.5F, 500);
  CHECK(points[0] == held);
  CHECK(nearest_pair(points) >= 0.4999);
}

TEST_CASE("points far apart, in one place or of no extent separate all the same") {
  std::vector<Vec2> far = {{0, 0}, {1e5F, 0}, {0, 1e5F}, {0.1F, 0}};
  separate(far, {}, 1, 20);
  CHECK(nearest_pair(far) >= 0.999);
  std::vector<Vec2> same(50, Vec2{3, 3});
  separate(same, {}, 1, 500);
  CHECK(nearest_pair(same) >= 0.99);
  std::vector<Vec2> one = {{1, 1}};
  separate(one, {}, 1, 5);
  CHECK(one[0] == Vec2{1, 1});
}

TEST_CASE("distinct points are not moved; equal and impossible ones are") {
  std::vector<Vec2> points = {{1, 2}, {3, 4}, {1, 2}, {1, 2}, {std::nanf(""), 0}};
  ensure_distinct(points, 0.05F);
  CHECK(points[0] == Vec2{1, 2});
  CHECK(points[1] == Vec2{3, 4});
  CHECK(points[4] == Vec2{0, 0});
  CHECK(nearest_pair(points) > 0.02);
}

TEST_CASE("packed boxes do not overlap, and the first stands in the corner") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    std::vector<Vec2> sizes;
    for (std::size_t i = 0; i < 1 + random() % 60; ++i) {
      sizes.push_back({1 + static_cast<float>(random() % 40) / 8, 1 + static_cast<float>(random() % 40) / 8});
    }
    std::sort(sizes.begin(), sizes.end(), [](Vec2 a, Vec2 b) { return a.x * a.y > b.x * b.y; });
    const std::vector<Vec2> corners = pack_boxes(sizes);
    REQUIRE(corners.size() == sizes.size());
    CHECK(corners[0] == Vec2{0, 0});
    float filled = 0;
    Rect all;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const Rect box{corners[i], corners[i] + sizes[i]};
      all.include(box.min);
      all.include(box.max);
      filled += sizes[i].x * sizes[i].y;
      for (std::size_t j = 0; j < i; ++j) {
        CHECK_FALSE(box.grown(-0.01F).overlaps(Rect{corners[j], corners[j] + sizes[j]}));
      }
    }
    if (sizes.size() > 20) CHECK(filled / (all.width() * all.height()) > 0.6F);
  }
}

TEST_CASE("points are turned and mirrored to lie as wanted") {
  const std::vector<Vec2> wanted = {{0, 0}, {4, 0}, {4, 2}, {0, 1}};
  std::vector<Vec2> turned;
  for (const Vec2& p : wanted) turned.push_back({p.y, p.x});  // mirrored in the diagonal
  turn_towards(turned, wanted);
  for (std::size_t i = 1; i < 4; ++i) {
    CHECK(turned[i].x - turned[0].x == doctest::Approx(wanted[i].x));
    CHECK(turned[i].y - turned[0].y == doctest::Approx(wanted[i].y));
  }
}
