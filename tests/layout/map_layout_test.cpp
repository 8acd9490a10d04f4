#include <doctest/doctest.h>

#include "layout/layout.h"
#include "small_graphs.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Precision = Anchor::Precision;
constexpr Vec2 falun{540, -6720};
constexpr Vec2 malmo{370, -6165};
constexpr Vec2 kiruna{720, -7535};

Positions mapped(const Graph& graph, const std::vector<Anchor>& anchors) {
  Progress progress;
  const auto positions = map_layout({graph, anchors}, {}, progress);
  REQUIRE(positions.has_value());
  REQUIRE(positions->size() == graph.vertex_count());
  return *positions;
}

}  // namespace

TEST_CASE("an empty map is empty, and without anchors there is no map") {
  CHECK(mapped(Graph(), {}).empty());
  Progress progress;
  CHECK_FALSE(map_layout({path_graph(2), {}}, {}, progress).has_value());
}

TEST_CASE("an exact place is kept to the bit; a second one at the same address stands close by") {
  const Positions p = mapped(Graph(2, {}), {{falun, Precision::exact}, {falun, Precision::exact}});
  CHECK(p[0] == falun);
  CHECK(distance(p[0], p[1]) > 0.05F);
  CHECK(distance(p[0], p[1]) < 0.3F);
}

TEST_CASE("what is known to its municipality stands around it, apart from each other and from the exact") {
  //  1 in the middle, 0 and 2-30 around it
  std::vector<Anchor> anchors(31, {falun, Precision::municipality});
  anchors[1].precision = Precision::exact;
  const Positions p = mapped(Graph(31, {}), anchors);
  CHECK(p[1] == falun);
  CHECK(nearest_pair(p) > 0.7);
  for (const Vec2& place : p) CHECK(distance(place, falun) < 5);
}

TEST_CASE("what is known to its county stands wider") {
  const std::vector<Anchor> anchors(20, {falun, Precision::county});
  const Positions p = mapped(Graph(20, {}), anchors);
  CHECK(nearest_pair(p) > 2);
  for (const Vec2& place : p) CHECK(distance(place, falun) < 12);
}

TEST_CASE("an agreement stands at the mean of its placed parties; a twin of it stands beside") {
  //  0 (at 0,0)  1 (at 40,0)  2 (no place); agreements 3 and 4 join all three
  const Graph graph(5, {{0, 3}, {1, 3}, {2, 3}, {0, 4}, {1, 4}, {2, 4}});
  std::vector<Anchor> anchors(5);
  anchors[0] = {{500, -6700}, Precision::exact};
  anchors[1] = {{540, -6700}, Precision::exact};
  const Positions p = mapped(graph, anchors);
  CHECK(p[3] == Vec2{520, -6700});
  CHECK(distance(p[3], p[4]) > 1.5F);
  CHECK(distance(p[3], p[4]) < 4);
}

TEST_CASE("an agreement of one placed party stands beside it, not on it") {
  const Graph graph(2, {{0, 1}});
  const Positions p = mapped(graph, {{falun, Precision::exact}, {}});
  CHECK(p[0] == falun);
  CHECK(distance(p[0], p[1]) > 1.5F);
  CHECK(distance(p[0], p[1]) < 4);
}

TEST_CASE("the agreements of a county do not gather on the municipality in its middle") {
  //      w          five municipalities, m at the mean of all; six agreements of all five
  //   w  m  w
  //      w
  const Vec2 east{60, 0}, south{0, 60};
  const Vec2 middle = map_from_wgs84(wgs84_from_map(falun));
  std::vector<Anchor> anchors = {{middle, Precision::exact},
                                 {middle + east, Precision::exact},
                                 {middle - east, Precision::exact},
                                 {middle + south, Precision::exact},
                                 {middle - south, Precision::exact}};
  std::vector<Graph::Edge> edges;
  for (std::uint32_t agreement = 5; agreement < 11; ++agreement) {
    anchors.emplace_back();
    for (std::uint32_t actor = 0; actor < 5; ++actor) edges.emplace_back(actor, agreement);
  }
  const Positions p = mapped(Graph(11, edges), anchors);
  for (std::uint32_t agreement = 5; agreement < 11; ++agreement) {
    CHECK(distance(p[agreement], p[0]) > 2);
    CHECK(distance(p[agreement], p[0]) < 40);
    for (std::uint32_t other = 5; other < agreement; ++other) CHECK(distance(p[agreement], p[other]) > 1);
  }
}

TEST_CASE("what has no place stands in rows beside the country, right of everything on it") {
  std::vector<Anchor> anchors(32);
  anchors[0] = {malmo, Precision::exact};
  anchors[1] = {kiruna, Precision::exact};
  CHECK(mapped(Graph(32, {}), anchors)[2] == map_unplaced_origin);
  anchors[1].map_km.x = 1200;
  const Positions p = mapped(Graph(32, {}), anchors);
  for (std::size_t v = 2; v < 32; ++v) {
    CHECK(p[v].x > 1200);
    CHECK(p[v].y >= map_unplaced_origin.y);
  }
  CHECK(p[2].y == p[13].y);
  CHECK(p[14].y == p[2].y + 16);
  CHECK(nearest_pair(p) == doctest::Approx(16));
}

TEST_CASE("what has no place stands near a part of the country, and is not lost at the country's edge") {
  //  0 Falun -- 3 -- 1 (no place)      2 sixty km south of Falun     4, 5 (no place)
  std::vector<Anchor> anchors(6);
  anchors[0] = {falun, Precision::exact};
  anchors[2] = {{540, -6660}, Precision::municipality};
  const Positions p = mapped(Graph(6, {{0, 3}, {1, 3}}), anchors);
  for (const std::size_t v : {1U, 4U, 5U}) {
    CHECK(p[v].x > 540);
    CHECK(p[v].x < 560);
    CHECK(p[v].y > falun.y);
    CHECK(p[v].y < -6660);
  }
  CHECK(p[1].x == p[4].x);  // under each other
  CHECK(p[4].y > p[1].y);
  CHECK(distance(p[3], falun) < 4);
  CHECK(nearest_pair(p) > 1);
}

TEST_CASE("a part of the country is at most half of it from north to south, of places that are well known") {
  CHECK_FALSE(map_extent({}).is_part);
  const std::vector<Anchor> nowhere(3), county = {{falun, Precision::county}};
  CHECK_FALSE(map_extent(nowhere).is_part);
  CHECK_FALSE(map_extent(county).is_part);
  const std::vector<Anchor> south = {{falun, Precision::exact}, {malmo, Precision::municipality}, {}};
  CHECK(map_extent(south).is_part);
  CHECK(map_extent(south).placed_km.height() == 555);
  CHECK(map_extent(south).side_km() == 565);
  const std::vector<Anchor> whole = {{kiruna, Precision::exact}, {malmo, Precision::municipality}};
  CHECK_FALSE(map_extent(whole).is_part);
}

TEST_CASE("a thousand schools of one municipality find places without coinciding") {
  const std::vector<Anchor> anchors(1000, {falun, Precision::municipality});
  const Positions p = mapped(Graph(1000, {}), anchors);
  CHECK(nearest_pair(p) > 0.7);
  for (const Vec2& place : p) CHECK(distance(place, falun) < 30);
}

TEST_CASE("an agreement stands nearer to its local parties than to the region that is party everywhere") {
  //  0 (at 0) and 1 (at 20) local, 2 the region at 200; agreement 3 joins all
  const Graph graph(4, {{0, 3}, {1, 3}, {2, 3}});
  std::vector<Anchor> anchors = {{{500, -6700}, Precision::exact, true},
                                 {{520, -6700}, Precision::exact, true},
                                 {{700, -6700}, Precision::exact, false},
                                 {}};
  CHECK(mapped(graph, anchors)[3].x < 530);
  anchors[2].is_local = true;
  CHECK(mapped(graph, anchors)[3].x > 560);
}

TEST_CASE("what has a place keeps it, whoever else is there; an agreement too, unless its parties are far from it") {
  const Graph graph(3, {{0, 2}});
  const std::vector<Anchor> anchors = {{falun, Precision::exact}, {falun, Precision::municipality}, {}};
  LayoutOptions options;
  options.start = {falun, falun + Vec2{0.5F, 0}, falun + Vec2{4, 0}};
  Progress progress;
  CHECK(*map_layout({graph, anchors}, options, progress) == options.start);
  options.start[2] = falun + Vec2{400, 0};
  const Positions p = *map_layout({graph, anchors}, options, progress);
  CHECK(p[1] == options.start[1]);
  CHECK(distance(p[2], falun) < 4);
}

TEST_CASE("the catalogue knows the layouts by name") {
  CHECK(layouts().size() == 2);
  REQUIRE(find_layout("stress") != nullptr);
  REQUIRE(find_layout("map") != nullptr);
  CHECK(find_layout("map")->needs_anchors);
  CHECK_FALSE(find_layout("stress")->needs_anchors);
  CHECK(find_layout("no-such") == nullptr);
  CHECK(find_layout("") == nullptr);
}
