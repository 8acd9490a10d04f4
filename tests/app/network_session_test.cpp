// The network picture over time: what stays where it is, what is pinned, and what opens.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

#include "app/session.h"

namespace samverka {
namespace {

Assets assets() {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  Result<Assets> loaded = load_assets(true);
  REQUIRE(loaded);
  return std::move(*loaded);
}

struct Desk {
  Session session{assets()};

  Desk() {
    session.open_file_now(SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json");
    session.view.tab = Tab::network;
    session.wait_for_jobs();
  }
  PickId actor(const Key& key) const { return {PickId::Kind::actor, session.index().actor(key).value}; }
  // Where each mark of an actor, agreement or class is, by kind and index.
  std::map<std::pair<int, std::uint32_t>, Vec2> places() const {
    std::map<std::pair<int, std::uint32_t>, Vec2> found;
    for (const Mark& mark : session.scene().marks) {
      if (mark.pick.kind != PickId::Kind::none)
        found[{static_cast<int>(mark.pick.kind), mark.pick.index}] = mark.centre;
    }
    return found;
  }
  Vec2 place(PickId pick) const { return places().at({static_cast<int>(pick.kind), pick.index}); }
};

float farthest_move(const std::map<std::pair<int, std::uint32_t>, Vec2>& before,
                    const std::map<std::pair<int, std::uint32_t>, Vec2>& after) {
  float farthest = 0;
  for (const auto& [what, place] : after) {
    if (before.contains(what)) farthest = std::max(farthest, distance(before.at(what), place));
  }
  return farthest;
}

}  // namespace

TEST_CASE("what is pinned moves at once; what hangs on it settles, and nothing else moves") {
  Desk desk;
  const auto before = desk.places();
  const PickId granby = desk.actor("k-granby");
  const Vec2 there = desk.place(granby) + Vec2{4, 3};
  REQUIRE(desk.session.can_pin(granby));
  desk.session.pin(granby, there, false);
  desk.session.tick();
  CHECK(desk.place(granby) == there);
  CHECK_FALSE(desk.session.is_busy());
  desk.session.pin(granby, there);
  desk.session.wait_for_jobs();
  CHECK(desk.place(granby) == there);
  std::size_t moved = 0;
  for (const auto& [what, place] : desk.places()) {
    if (place == before.at(what) || what.second == granby.index) continue;
    ++moved;
    const bool is_agreement = what.first == static_cast<int>(PickId::Kind::agreement);
    bool hangs_on_it = false;
    for (const Participation& p : desk.session.shown().part.participations) {
      hangs_on_it |= is_agreement && p.agreement.value == what.second && p.actor.value == granby.index;
    }
    if (is_agreement) CHECK(hangs_on_it);
  }
  CHECK(moved > 0);
}

TEST_CASE("a pin stays through a new layout and a filter, and can be taken away") {
  Desk desk;
  const PickId granby = desk.actor("k-granby");
  desk.session.pin(granby, {9, 9});
  desk.session.wait_for_jobs();
  CHECK(desk.session.pin_count() == 1);
  desk.session.rerun_layout();
  desk.session.wait_for_jobs();
  CHECK(desk.place(granby) == Vec2{9, 9});
  desk.session.unpin(granby);
  desk.session.tick();
  CHECK(desk.session.pin_count() == 0);
  CHECK(desk.place(granby) == Vec2{9, 9});  // let go, not thrown
  desk.session.pin(granby, {9, 9});
  desk.session.pin(desk.actor("k-hagby"), {1, 1});
  CHECK(desk.session.pin_count() == 2);
  desk.session.unpin_all();
  CHECK(desk.session.pin_count() == 0);
}

TEST_CASE("what is not in the picture, and a place that is none, pin nothing") {
  Desk desk;
  desk.session.pin({}, {1, 1});
  desk.session.pin({PickId::Kind::actor, 1'000'000}, {1, 1});
  desk.session.pin({PickId::Kind::county_area, 99}, {1, 1});
  desk.session.pin(desk.actor("k-granby"), {std::nanf(""), 1});
  desk.session.unpin(desk.actor("k-granby"));
  CHECK(desk.session.pin_count() == 0);
}

TEST_CASE("neither a filter, a date nor a look moves what was there") {
  Desk desk;
  const auto before = desk.places();
  desk.session.view.filter = *parse_filter("area=A4");
  desk.session.wait_for_jobs();
  CHECK(desk.places().size() < before.size());
  CHECK(farthest_move(before, desk.places()) == 0);
  desk.session.view.filter = {};
  desk.session.view.date = {2024, 6, 1};
  desk.session.wait_for_jobs();
  CHECK(farthest_move(before, desk.places()) == 0);
  desk.session.view.network_look.is_actors_only = true;
  desk.session.wait_for_jobs();
  CHECK(farthest_move(before, desk.places()) == 0);
  desk.session.view.network_look.is_actors_only = false;
  desk.session.view.network_look.collapse = CollapseBy::group;
  desk.session.wait_for_jobs();
  const auto by_group = desk.places();
  desk.session.view.network_look.collapse = CollapseBy::none;
  desk.session.wait_for_jobs();
  CHECK(farthest_move(before, desk.places()) == 0);
  desk.session.view.network_look.collapse = CollapseBy::group;
  desk.session.wait_for_jobs();
  CHECK(desk.places() == by_group);
}

TEST_CASE("a host opens to its units and closes again; one without units does not open") {
  Desk desk;
  REQUIRE_FALSE(desk.session.shown().folding.folds.empty());
  const Fold fold = desk.session.shown().folding.folds.front();
  const PickId host{PickId::Kind::actor, fold.host.value};
  const auto before = desk.places();
  CHECK(desk.session.open_at(host));
  desk.session.wait_for_jobs();
  CHECK(desk.places().size() == before.size() + fold.units.size());
  CHECK(farthest_move(before, desk.places()) == 0);
  CHECK(desk.session.open_at(host));
  desk.session.wait_for_jobs();
  CHECK(desk.places().size() == before.size());
  CHECK_FALSE(desk.session.open_at({PickId::Kind::agreement, 0}));
  CHECK_FALSE(desk.session.open_at({}));
}

}  // namespace samverka
