#include "app/walk.h"

#include <doctest/doctest.h>

#include "app/camera_moves.h"
#include "support/app_desk.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Names = std::vector<std::string>;

Vec2 place_of(const Desk& desk, PickId pick) {
  for (const Mark& mark : desk.session.scene().marks) {
    if (mark.pick == pick) return mark.centre;
  }
  FAIL("not in the picture");
  return {};
}

//  Mitt --V-- Väster, Mitt --Ö-- Öster, Mitt --S-- Söder, each where its name says; Ensam far to the north
NetworkMaker cross() {
  NetworkMaker m;
  const auto at = [&](const char* name, double latitude, double longitude) {
    m.actor(name, "municipality").position = LatLon{latitude, longitude};
  };
  at("Mitt", 60, 15);
  at("Väster", 60, 13);
  at("Öster", 60, 17);
  at("Söder", 59, 15);
  at("Ensam", 62, 15);
  m.agreement("V", {"Mitt", "Väster"});
  m.agreement("Ö", {"Mitt", "Öster"});
  m.agreement("S", {"Mitt", "Söder"});
  return m;
}

struct Walker : Desk {
  explicit Walker(NetworkMaker m) : Desk(std::move(m)) {
    session.view.map_camera = fit(session.scene().bounds, {800, 600}, 40);
  }
  std::string here() const { return session.key_of(session.view.selection); }
  std::string go(Direction direction) {
    walk(session, direction);
    return here();
  }
};

}  // namespace

TEST_CASE("in an empty picture there is nowhere to walk") {
  Walker w((NetworkMaker()));
  CHECK_FALSE(can_walk(w.session));
  walk_to_next(w.session, false);
  walk(w.session, Direction::up);
  CHECK(w.here().empty());
}

TEST_CASE("Tab goes by the number of agreements, then by Swedish order, and around") {
  Walker w(cross());
  Names seen;
  for (int i = 0; i < 6; ++i) {
    CHECK(w.run("walk.next"));
    seen.push_back(w.here());
  }
  CHECK(seen == Names{"Mitt", "Söder", "Väster", "Öster", "Ensam", "Mitt"});
  w.run("walk.previous");
  CHECK(w.here() == "Ensam");
  w.run("select.none");
  w.run("walk.previous");
  CHECK(w.here() == "Ensam");
}

TEST_CASE("what is not in the picture is passed over") {
  Walker w(cross());
  w.session.view.hidden = {"Mitt"};
  w.session.wait_for_jobs();
  w.run("walk.next");
  CHECK(w.here() == "Söder");
}

TEST_CASE("an arrow goes along the tie that points most that way, by way of the agreement") {
  Walker w(cross());
  w.select({"Mitt"});
  CHECK(w.go(Direction::left) == "V");
  CHECK(w.go(Direction::left) == "Väster");
  CHECK(w.go(Direction::left) == "Väster");  // nothing further that way
  CHECK(w.go(Direction::right) == "V");
  CHECK(w.go(Direction::right) == "Mitt");
  CHECK(w.go(Direction::down) == "S");
  CHECK(w.go(Direction::down) == "Söder");
}

TEST_CASE("an arrow from nothing goes to the first actor, and without ties nowhere") {
  Walker w(cross());
  CHECK(w.go(Direction::down) == "Mitt");
  w.select({"Ensam"});
  for (const Direction direction : {Direction::left, Direction::right, Direction::up, Direction::down})
    CHECK(w.go(direction) == "Ensam");
}

TEST_CASE("walking selects one alone and moves the picture only when it must") {
  Walker w(cross());
  w.run("select.all");
  const Vec2 before = w.session.view.camera().centre;
  w.select({"Mitt"});
  w.go(Direction::left);
  CHECK(w.session.view.also_selected.empty());
  CHECK(w.session.view.camera().centre == before);
  Camera& camera = w.session.view.camera();
  camera = camera.zoomed_at(camera.screen_from_world(place_of(w, w.session.view.selection)), 40);
  const float scale = camera.scale;
  w.go(Direction::left);
  const Vec2 on_screen = camera.screen_from_world(place_of(w, w.session.view.selection));
  CHECK(w.here() == "Väster");
  CHECK(on_screen.x > 0);
  CHECK(on_screen.x < 800);
  CHECK(camera.scale == scale);
}

TEST_CASE("the selection is brought into view whole, however near or far the camera was") {
  Walker w(cross());
  w.select({"Väster", "Öster"});
  Camera& camera = w.session.view.camera();
  camera.scale *= 1000;
  show_selection(w.session);
  for (const PickId pick : w.session.view.selected()) {
    const Vec2 px = camera.screen_from_world(place_of(w, pick));
    CHECK(px.x > 0);
    CHECK(px.x < 800);
  }
  w.select({"Ensam"});
  show_selection(w.session);
  CHECK(camera.world_view().height() > 29);  // one alone is not blown up: 30 km
  const Camera unchanged = camera;
  w.run("select.none");
  show_selection(w.session);
  CHECK(camera.centre == unchanged.centre);
}
