#include "scene/pick_index.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

using namespace samverka;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float boundless = std::numeric_limits<float>::infinity();

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  float between(float low, float high) { return std::uniform_real_distribution<float>(low, high)(engine_); }
  bool one_in(int n) { return std::uniform_int_distribution<int>(1, n)(engine_) == 1; }
  Vec2 place() { return {between(-100, 300), between(0, 50)}; }

 private:
  std::mt19937 engine_;
};

PickId actor(std::size_t i) { return {PickId::Kind::actor, static_cast<std::uint32_t>(i)}; }
PickId party(std::size_t i) { return {PickId::Kind::party, static_cast<std::uint32_t>(i)}; }

Scene random_scene(Dice& dice, int marks, int links, int areas) {
  Scene scene;
  for (int i = 0; i < marks; ++i) {
    Mark mark;
    mark.centre = dice.one_in(20) && i > 0 ? scene.marks.back().centre : dice.place();
    mark.radius_px = dice.one_in(30) ? 70 : dice.between(1, 14);
    mark.pick = dice.one_in(15) ? PickId{} : actor(scene.marks.size());
    scene.marks.push_back(mark);
    scene.bounds.include(mark.centre);
  }
  for (int i = 0; i < links; ++i) {
    Link link;
    link.from = dice.place();
    link.to = dice.one_in(3) ? link.from + Vec2{dice.between(-5, 5), dice.between(-5, 5)} : dice.place();
    link.bend = dice.one_in(2) ? 0 : dice.between(-0.6F, 0.6F);
    link.pick = dice.one_in(15) ? PickId{} : party(scene.links.size());
    scene.links.push_back(link);
    if (dice.one_in(10)) scene.links.push_back(link);
    scene.links.back().pick = party(scene.links.size());
  }
  for (int i = 0; i < areas; ++i) {
    const Vec2 at = dice.place();
    Polygon area;
    area.rings = {{at, at + Vec2{40, 3}, at + Vec2{35, 20}, at + Vec2{-5, 18}}, {}};
    area.pick = {PickId::Kind::county_area, static_cast<std::uint32_t>(i)};
    scene.polygons.push_back(area);
  }
  return scene;
}

// A star in the middle of the picture, all over each other, and links of no length.
void add_odd_shapes(Scene& scene) {
  for (const float odd : {not_a_number, boundless, -boundless, 1e30F}) {
    Mark mark;
    mark.pick = actor(9999);
    mark.centre = {odd, 10};
    scene.marks.push_back(mark);
    mark.centre = {50, 30};
    mark.radius_px = odd;
    scene.marks.push_back(mark);
    scene.links.push_back({{odd, 0}, {50, 30}, 0, 1, {}, false, party(9999)});
    scene.links.push_back({{0, 0}, {50, 30}, odd, 1, {}, false, party(9998)});
    scene.polygons.push_back({{{{odd, 0}, {10, odd}, {20, 20}}}, {}, {PickId::Kind::county_area, 77}});
  }
  scene.links.push_back({{50, 30}, {50, 30}, 0.3F, 1, {}, false, party(9997)});
}

void check_against_linear(const Scene& scene, Dice& dice, int questions) {
  const PickIndex index(scene);
  Camera camera = fit(scene.bounds, {700, 400}, 20);
  int hits = 0;
  for (int i = 0; i < questions; ++i) {
    if (i % 40 == 0) {
      camera = fit(scene.bounds, {700, 400}, 20)
                   .zoomed_at({dice.between(0, 700), dice.between(0, 400)}, std::exp(dice.between(-2, 5)));
      camera.mark_scale = dice.between(0.5F, 2.2F);
    }
    Vec2 px{dice.between(-20, 720), dice.between(-20, 420)};
    if (!scene.marks.empty() && dice.one_in(2)) {  // near something
      const auto which = static_cast<std::size_t>(dice.between(0, static_cast<float>(scene.marks.size()) - 0.5F));
      px = camera.screen_from_world(scene.marks[which].centre) + Vec2{dice.between(-9, 9), dice.between(-9, 9)};
    }
    const PickId found = index.pick(scene, camera, px);
    REQUIRE(found == pick_at(scene, camera, px));
    hits += found.kind != PickId::Kind::none ? 1 : 0;
  }
  if (!scene.marks.empty()) CHECK(hits > 0);
}

}  // namespace

TEST_CASE("the index finds what looking at every shape finds") {
  Dice dice(11);
  for (const auto& [marks, links, areas] : {std::array{400, 0, 0}, std::array{0, 300, 0}, std::array{300, 500, 12},
                                            std::array{1, 1, 1}, std::array{3, 0, 5}}) {
    Scene scene = random_scene(dice, marks, links, areas);
    for (const Link& link : scene.links) scene.bounds.include(link.from);
    scene.bounds.include({0, 0});
    check_against_linear(scene, dice, 1500);
  }
}

TEST_CASE("the index finds the same where places are not numbers, endless, or all one") {
  Dice dice(5);
  Scene scene = random_scene(dice, 100, 100, 4);
  add_odd_shapes(scene);
  check_against_linear(scene, dice, 1500);
  Scene heap;
  for (std::size_t i = 0; i < 200; ++i) {
    Mark mark;
    mark.centre = {7, 7};
    mark.pick = actor(i);
    heap.marks.push_back(mark);
  }
  heap.bounds.include({7, 7});
  check_against_linear(heap, dice, 200);
  Scene row;  // no height at all
  for (std::size_t i = 0; i < 200; ++i) {
    Mark mark;
    mark.centre = {static_cast<float>(i), 3};
    mark.pick = actor(i);
    row.marks.push_back(mark);
    row.bounds.include(mark.centre);
  }
  check_against_linear(row, dice, 500);
}

TEST_CASE("an empty scene, a lost camera and a point that is none have nothing to pick") {
  Dice dice(5);
  const Scene empty;
  CHECK(PickIndex(empty).pick(empty, {}, {3, 3}) == PickId{});
  const Scene scene = random_scene(dice, 50, 50, 2);
  const PickIndex index(scene);
  CHECK(index.pick(scene, fit(scene.bounds, {100, 100}, 5), {not_a_number, 3}) == PickId{});
  for (const float odd : {not_a_number, boundless, 0.0F, -1.0F}) {
    Camera lost = fit(scene.bounds, {100, 100}, 5);
    lost.scale = odd;
    CHECK(index.pick(scene, lost, {50, 50}) == pick_at(scene, lost, {50, 50}));
    lost = fit(scene.bounds, {100, 100}, 5);
    lost.mark_scale = odd;
    CHECK(index.pick(scene, lost, {50, 50}) == pick_at(scene, lost, {50, 50}));
  }
}

TEST_CASE("a line around marks selects those whose middle is inside it, each once, in their order") {
  //   0(10,10)  1(20,10)  2(30,10)      and 1 again as the mark of another
  Scene scene;
  for (std::size_t i = 0; i < 3; ++i) {
    Mark mark;
    mark.centre = {10.0F * static_cast<float>(i + 1), 10};
    mark.pick = actor(i);
    scene.marks.push_back(mark);
  }
  scene.marks.push_back(scene.marks[1]);
  scene.marks.push_back(scene.marks[1]);
  scene.marks.back().pick = {};
  const Camera camera{{50, 50}, 1, {100, 100}};
  const std::vector<Vec2> box{{5, 5}, {25, 5}, {25, 15}, {5, 15}};
  CHECK(marks_inside(scene, camera, box) == std::vector{actor(0), actor(1)});
  // A lasso that goes round 1 is even-odd: what lies in its hole is outside.
  const std::vector<Vec2> horseshoe{{0, 0}, {40, 0}, {40, 20}, {25, 20}, {25, 5}, {15, 5}, {15, 20}, {0, 20}};
  CHECK(marks_inside(scene, camera, horseshoe) == std::vector{actor(0), actor(2)});
  CHECK(marks_inside(scene, camera, {}).empty());
  const std::vector<Vec2> point{{10, 10}};
  CHECK(marks_inside(scene, camera, point).empty());
  const std::vector<Vec2> odd{{not_a_number, 0}, {100, not_a_number}, {100, 100}};
  CHECK(marks_inside(scene, camera, odd).empty());
}
