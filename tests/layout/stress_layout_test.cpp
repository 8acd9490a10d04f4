#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <random>
#include <thread>

#include "layout/layout.h"
#include "small_graphs.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

Positions laid_out(const Graph& graph, LayoutOptions options = {}, std::span<const Anchor> anchors = {}) {
  Progress progress;
  const auto positions = stress_layout({graph, anchors}, options, progress);
  REQUIRE(positions.has_value());
  CHECK(progress.fraction() == 1.0F);
  REQUIRE(positions->size() == graph.vertex_count());
  for (const Vec2& p : *positions) REQUIRE(is_finite(p));
  return *positions;
}

// Groups of vertices with many edges inside and few between, and some vertices by themselves.
Graph clustered_graph(std::uint32_t vertices, unsigned seed) {
  std::mt19937 random(seed);
  Edges edges;
  for (std::uint32_t v = 0; v < vertices; ++v) {
    const std::uint32_t home = v / 40 * 40;
    for (int k = 0; k < 3; ++k) edges.emplace_back(v, (home + random() % 40) % vertices);
    if (random() % 10 == 0) edges.emplace_back(v, random() % vertices);
  }
  return Graph(vertices + 20, edges);
}

double seconds_until_cancelled(const Graph& graph) {
  Progress progress;
  std::atomic<bool> was_nothing = false;
  std::thread worker([&] { was_nothing = !stress_layout({graph, {}}, {}, progress).has_value(); });
  while (progress.fraction() <= 0) std::this_thread::yield();
  const auto begin = std::chrono::steady_clock::now();
  progress.cancel();
  worker.join();
  CHECK(was_nothing);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("an empty graph has an empty picture") { CHECK(laid_out(Graph()).empty()); }

TEST_CASE("one vertex stands somewhere finite") { CHECK(laid_out(Graph(1, {})).size() == 1); }

TEST_CASE("two joined vertices stand one edge apart, side by side") {
  const Positions p = laid_out(path_graph(2));
  CHECK(distance(p[0], p[1]) == doctest::Approx(1));
  CHECK(p[0].y == doctest::Approx(p[1].y));
}

TEST_CASE("a path becomes a straight line of even steps, lying flat") {
  //  0 -- 1 -- 2 -- ... -- 9
  const Positions p = laid_out(path_graph(10));
  CHECK(stress_at_best_scale(path_graph(10), p) < 1e-4);
  CHECK(bounds_of(p).width() == doctest::Approx(9).epsilon(0.01));
  CHECK(bounds_of(p).height() < 0.5F);
}

TEST_CASE("a triangle becomes an equilateral one") {
  const Positions p = laid_out(cycle_graph(3));
  for (std::size_t i = 0; i < 3; ++i) CHECK(distance(p[i], p[(i + 1) % 3]) == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("a cycle becomes as good as the regular polygon") {
  std::vector<Vec2> polygon;
  for (int i = 0; i < 24; ++i) {
    const float turn = 6.2831853F * static_cast<float>(i) / 24;
    polygon.push_back({std::cos(turn), std::sin(turn)});
  }
  CHECK(stress_at_best_scale(cycle_graph(24), laid_out(cycle_graph(24))) <
        1.001 * stress_at_best_scale(cycle_graph(24), polygon));
}

TEST_CASE("a grid becomes as good as the square grid") {
  std::vector<Vec2> square;
  for (int i = 0; i < 100; ++i) square.push_back({static_cast<float>(i % 10), static_cast<float>(i / 10)});
  const Graph grid = grid_graph(10, 10);
  CHECK(stress_at_best_scale(grid, laid_out(grid)) < stress_at_best_scale(grid, square));
}

TEST_CASE("a complete graph of four becomes a square, which no drawing betters") {
  //  best: sides 1 - e, diagonals longer; mean stress of the square at best scale: 1 - (4 + 2√2)² / (6 · 8)
  const Graph graph(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});
  const double square = 1 - std::pow(4 + 2 * std::sqrt(2.0), 2) / 48;
  CHECK(stress_at_best_scale(graph, laid_out(graph)) == doctest::Approx(square).epsilon(0.001));
}

TEST_CASE("the leaves of a star of 300 spread around it without sitting on each other") {
  const Positions p = laid_out(star_graph(300));
  CHECK(nearest_pair(p) > 0.05);
  Vec2 mean;
  for (std::size_t i = 1; i <= 300; ++i) mean = mean + (p[i] - p[0]) * (1.0F / 300);
  CHECK(length(mean) < 0.5F);
}

TEST_CASE("in a collaboration network the edges of a large agreement are longer, and a small one's are not") {
  const std::vector<Anchor> unplaced(301);
  const Positions large = laid_out(star_graph(300), {}, unplaced);
  CHECK(nearest_pair(large) > 0.45);
  float sum = 0;
  for (std::size_t i = 1; i <= 300; ++i) sum += distance(large[0], large[i]) / 300;
  // Their wish to be two such lengths apart drives them somewhat farther out.
  CHECK(sum > std::pow(300.0F / 6.0F, 0.6F));
  CHECK(sum < 1.3F * std::pow(300.0F / 6.0F, 0.6F));
  const Positions small = laid_out(star_graph(3), {}, std::span(unplaced).first(4));
  CHECK(distance(small[0], small[1]) == doctest::Approx(1).epsilon(0.1));
}

TEST_CASE("500 vertices without edges stand in a grid shaped like a window") {
  const Positions p = laid_out(Graph(500, {}));
  CHECK(nearest_pair(p) == doctest::Approx(1));
  const Rect bounds = bounds_of(p);
  CHECK(bounds.width() / bounds.height() > 1.3F);
  CHECK(bounds.width() / bounds.height() < 1.9F);
}

TEST_CASE("a few vertices without edges stand in a compact grid and not in a row below the whole picture") {
  //  a path of forty, six vertices alone
  Edges edges;
  for (std::uint32_t v = 1; v < 40; ++v) edges.emplace_back(v - 1, v);
  const Positions p = laid_out(Graph(46, edges));
  const Rect alone = bounds_of({p.begin() + 40, p.end()});
  CHECK(alone.width() == doctest::Approx(3));
  CHECK(alone.height() == doctest::Approx(1));
  CHECK_FALSE(alone.overlaps(bounds_of({p.begin(), p.begin() + 40})));
}

TEST_CASE("components stand beside each other, the largest first, together shaped like a window") {
  //  a grid of 30, sixty pairs, ten vertices alone
  Edges edges;
  for (std::uint32_t v = 0; v < 30; ++v) {
    if (v % 6 != 5) edges.emplace_back(v, v + 1);
    if (v < 24) edges.emplace_back(v, v + 6);
  }
  for (std::uint32_t v = 30; v < 150; v += 2) edges.emplace_back(v, v + 1);
  const Positions p = laid_out(Graph(160, edges));
  const Rect grid = bounds_of({p.begin(), p.begin() + 30});
  CHECK(grid.min.x == doctest::Approx(0).epsilon(0.001));
  for (std::size_t v = 30; v < 160; ++v) CHECK_FALSE(grid.contains(p[v]));
  for (std::size_t v = 30; v < 150; v += 2) CHECK(distance(p[v], p[v + 1]) == doctest::Approx(1).epsilon(0.01));
  CHECK(nearest_pair(p) > 0.7);
  const Rect bounds = bounds_of(p);
  CHECK(bounds.width() / bounds.height() > 1.2F);
  CHECK(bounds.width() / bounds.height() < 2.1F);
}

TEST_CASE("a picture is the same bit for bit on any number of threads, and another with another seed") {
  const Graph graph = clustered_graph(400, 1);
  LayoutOptions options;
  options.seed = 42;
  options.threads = 1;
  const Positions expected = laid_out(graph, options);
  for (const unsigned threads : {2U, 7U, 0U}) {
    options.threads = threads;
    CHECK(laid_out(graph, options) == expected);
  }
  CHECK(nearest_pair(expected) > 0.1);
  options.seed = 43;
  CHECK(laid_out(graph, options) != expected);
}

TEST_CASE("a large component is laid out by pivots, just as well behaved") {
  //  a band of 6 000, wide as 20: long enough that a fold would show
  const Graph band = grid_graph(20, 300);
  LayoutOptions options;
  options.threads = 1;
  const Positions p = laid_out(band, options);
  options.threads = 3;
  CHECK(laid_out(band, options) == p);
  CHECK(bounds_of(p).width() > 200);
  CHECK(distance(p[0], p[5999]) > 200);
  double longest = 0;
  for (std::uint32_t v = 0; v < 6000; ++v) {
    for (const std::uint32_t w : band.neighbours(v)) {
      longest = std::max(longest, static_cast<double>(distance(p[v], p[w])));
    }
  }
  CHECK(longest < 4);
}

TEST_CASE("what has a start stays there, and what has none is laid out around it") {
  //  0 -- 1 -- 2 -- 3 (new) -- 4 (new)     5 (alone, placed)    6 (alone, new)
  const Graph graph(7, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  LayoutOptions options;
  const Vec2 unset{nothing, nothing};
  options.start = {{10, 20}, {11, 20}, {12, 20}, unset, unset, {3, 4}, unset};
  const Positions p = laid_out(graph, options);
  for (const std::size_t v : {0U, 1U, 2U, 5U}) CHECK(p[v] == options.start[v]);
  CHECK(distance(p[2], p[3]) == doctest::Approx(1).epsilon(0.05));
  CHECK(distance(p[0], p[4]) == doctest::Approx(4).epsilon(0.05));
  CHECK(nearest_pair(p) > 0.5);
}

TEST_CASE("with some pinned, the others may leave their start, and settle around those") {
  LayoutOptions options;
  options.start = laid_out(path_graph(5));
  options.start[2].y += 3;  // pulled out of line, and let go
  options.pinned = {true, true, false, true, true};
  const Positions settled = laid_out(path_graph(5), options);
  for (const std::uint32_t v : {0U, 1U, 3U, 4U}) CHECK(settled[v] == options.start[v]);
  CHECK(distance(settled[2], settled[1]) < 1.2F);
  CHECK(distance(settled[2], settled[3]) < 1.2F);
}

TEST_CASE("a picture laid out anew around one pin keeps that pin and its sense of direction") {
  LayoutOptions options;
  options.start = laid_out(path_graph(9));
  options.start[0] = options.start[0] + Vec2{20, 0};
  options.pinned.assign(9, false);
  options.pinned[0] = true;
  const Positions anew = laid_out(path_graph(9), options);
  CHECK(anew[0] == options.start[0]);
  for (std::uint32_t v = 1; v < 9; ++v) CHECK(distance(anew[v], anew[v - 1]) == doctest::Approx(1).epsilon(0.15));
}

TEST_CASE("starting from a finished picture changes nothing") {
  const Graph graph = clustered_graph(200, 5);
  const Positions first = laid_out(graph);
  LayoutOptions options;
  options.start = first;
  CHECK(laid_out(graph, options) == first);
}

TEST_CASE("vertices that start in one place part, and impossible starts count as none") {
  LayoutOptions options;
  options.start = {{5, 5}, {5, 5}, {1e30F, 0}, {std::numeric_limits<float>::infinity(), 0}};
  const Positions p = laid_out(path_graph(4), options);
  CHECK(nearest_pair(p) > 0);
  CHECK(distance(p[0], {5, 5}) < 0.2F);
  CHECK(distance(p[1], {5, 5}) < 0.2F);
  for (const Vec2& place : p) CHECK(distance(place, {5, 5}) < 5);
}

TEST_CASE("a cancelled layout gives nothing and stops soon") {
  Progress progress;
  progress.cancel();
  CHECK_FALSE(stress_layout({path_graph(3), {}}, {}, progress).has_value());
  CHECK_FALSE(stress_layout({Graph(), {}}, {}, progress).has_value());
  // No time is asserted in earnest: a second is far above what is promised, and only catches a loop that never asks.
  CHECK(seconds_until_cancelled(clustered_graph(3000, 2)) < 1);
  CHECK(seconds_until_cancelled(grid_graph(200, 100)) < 1);
}

TEST_CASE("every step of a layout under way shows a whole picture and comes nearer the end") {
  const Graph graph = clustered_graph(1200, 3);
  const auto stepper = begin_stress({graph, {}}, {});
  float fraction = -1;
  int steps = 0;
  for (bool goes_on = true; goes_on; ++steps) {
    REQUIRE(stepper->positions().size() == graph.vertex_count());
    for (const Vec2& p : stepper->positions()) REQUIRE(is_finite(p));
    CHECK(stepper->fraction() >= fraction);
    fraction = stepper->fraction();
    goes_on = stepper->step();
  }
  CHECK(stepper->fraction() == 1.0F);
  CHECK(steps > 10);
  Progress progress;
  CHECK(stepper->positions() == *stress_layout({graph, {}}, {}, progress));
}

TEST_CASE("a network picture lies as the map does, north upwards") {
  //  a path of places from south to north, on the map in a line along the coast
  const Graph graph = path_graph(8);
  std::vector<Anchor> anchors(8);
  for (std::size_t v = 0; v < 8; ++v) {
    anchors[v] = {{500 + 20 * static_cast<float>(v), -6200 - 150 * static_cast<float>(v)}, Anchor::Precision::exact};
  }
  const Positions p = laid_out(graph, {}, anchors);
  for (std::size_t v = 1; v < 8; ++v) CHECK(p[v].y < p[v - 1].y);
  CHECK(p[7].x > p[0].x);
}

TEST_CASE("a quick layout is another picture of a large graph, and nearly as good") {
  const Graph large = grid_graph(30, 20);
  LayoutOptions quick;
  quick.is_fast = true;
  CHECK(laid_out(large, quick) != laid_out(large));
  CHECK(laid_out(large, quick) == laid_out(large, quick));
  CHECK(stress_at_best_scale(large, laid_out(large, quick)) < stress_at_best_scale(large, laid_out(large)) + 0.02);
  const Graph small = grid_graph(4, 3);
  CHECK(laid_out(small, quick) == laid_out(small));
}
