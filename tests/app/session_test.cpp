#include "app/session.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "app/actions.h"
#include "base/posix.h"
#include "support/folder.h"

namespace samverka {
namespace {

constexpr const char* folder = SAMVERKA_SOURCE_DIR;

Session make_session() {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  Result<Assets> assets = load_assets(true);
  REQUIRE(assets);
  return Session(std::move(*assets));
}

std::string dataset(const std::string& name) { return std::string(folder) + "/datasets/" + name; }

Vec2 place_of(const Session& session, const Key& key) {
  const PickId pick{PickId::Kind::actor, session.index().actor(key).value};
  for (const Mark& mark : session.scene().marks) {
    if (mark.pick == pick) return mark.centre;
  }
  FAIL("not in the picture: ", key);
  return {};
}

}  // namespace

TEST_CASE("opening in the background shows the network once it is whole") {
  Session session = make_session();
  CHECK_FALSE(session.has_document());
  session.open_file(dataset("exempellan-2025.json"));
  session.wait_for_jobs();
  REQUIRE(session.has_document());
  CHECK(session.network().id == "exempellan-2025");
  CHECK(to_string(session.view.date) == "2025-12-31");
  CHECK(session.report().error_count == 0);
}

TEST_CASE("Sweden has 290 municipalities and 20 regions on its map") {
  Session session = make_session();
  session.open_file_now(dataset("sverige-2025.json"));
  session.tick();
  CHECK(session.census().actors_by_type.at("municipality") == 290);
  CHECK(session.census().actors_by_type.at("region") == 20);
  CHECK(session.scene().is_map);
  CHECK(session.scene().polygons.size() >= 290);
}

TEST_CASE("a filter hides without moving what stays") {
  Session session = make_session();
  session.open_file_now(dataset("exempellan-2025.json"));
  session.view.tab = Tab::network;
  session.wait_for_jobs();
  const Vec2 before = place_of(session, "k-granby");
  session.view.filter = *parse_filter("area=A4");
  session.wait_for_jobs();
  CHECK(place_of(session, "k-granby") == before);
  session.view.filter = default_filter();
  session.wait_for_jobs();
  CHECK(place_of(session, "k-granby") == before);
}

TEST_CASE("the picture that is written has the layers, the level and the part of the map that is seen") {
  Session session = make_session();
  session.open_file_now(dataset("sverige-2025.json"));
  const TestFolder folder_of_test;
  const std::string path = folder_of_test / "seen.svg";
  const auto written = [&] {
    session.tick();
    session.export_picture(path, {1600, 900});
    return *read_file(path);
  };
  const auto holds = [](const std::string& svg, const char* words) { return svg.find(words) != svg.npos; };
  session.view.map_wants_fit = false;  // as when the window has drawn it
  session.view.map_is_fitted = true;
  session.view.map_detail = MapDetail::country;
  session.view.map_look.fill = MapLook::Fill::population;
  const std::string country = written();
  CHECK(holds(country, ">Invånare per län<"));
  CHECK(holds(country, ">Överenskommelser per län<"));
  CHECK(holds(country, ">Norrbotten<"));
  const auto falun = bounds_of_area(session.assets().shapes, land_of_code("2080"));
  REQUIRE(falun);
  session.view.map_camera = fit(*falun, {900, 700}, 20);
  session.view.map_is_fitted = false;
  session.view.map_detail = MapDetail::county;
  session.view.map_look = {};
  const std::string near = written();
  CHECK(holds(near, ">Falun<"));
  CHECK_FALSE(holds(near, ">Kiruna<"));  // not in the part that is seen
  session.view.map_look.shows_support = true;
  CHECK(holds(written(), ">Stödstrukturernas kommuner<"));
}

TEST_CASE("so near that units can be told apart the map shows them all, and the network is laid out no more for it") {
  Session session = make_session();
  session.open_file_now(dataset("sverige-2025.json"));
  session.wait_for_jobs();
  const std::size_t folded = session.shown().incidence.actors.size();
  const std::size_t in_network = session.network_picture().placed.keys.size();
  const Vec2 falun = place_of(session, "k-falun");
  const Agreement& agreement = session.network().agreement(session.shown().part.agreements.front());
  const auto agreement_place = [&] {
    const PickId pick{PickId::Kind::agreement, session.index().agreement(agreement.key).value};
    for (const Mark& mark : session.scene().marks) {
      if (mark.pick == pick) return mark.centre;
    }
    return Vec2{};
  };
  const Vec2 before = agreement_place();
  session.view.map_detail = MapDetail::municipality;
  session.tick();
  CHECK(session.shown().folding.folded_count == 0);
  CHECK(session.shown().incidence.actors.size() > folded + 2000);
  CHECK(place_of(session, "k-falun") == falun);
  CHECK(agreement_place() == before);
  CHECK_FALSE(session.is_busy());
  CHECK(session.network_picture().placed.keys.size() == in_network);
  session.view.tab = Tab::network;
  session.tick();
  CHECK(session.shown().incidence.actors.size() == folded);
  CHECK_FALSE(session.is_busy());
  session.view.tab = Tab::map;
  session.open_file_now(dataset("exempellan-2025.json"));
  CHECK(session.view.map_detail == MapDetail::county);
}

TEST_CASE("the same layout comes out of two sessions") {
  Session first = make_session();
  Session second = make_session();
  for (Session* session : {&first, &second}) {
    session->open_file_now(dataset("exempellan-2025.json"));
    session->view.tab = Tab::network;
    session->wait_for_jobs();
  }
  for (const char* key : {"k-granby", "k-sjoby", "k-fjallby"}) CHECK(place_of(first, key) == place_of(second, key));
}

TEST_CASE("the scene is renewed only when something it is made from changed") {
  Session session = make_session();
  session.open_file_now(dataset("exempellan-2025.json"));
  session.wait_for_jobs();
  const auto revision = session.scene_revision();
  CHECK_FALSE(session.tick());
  CHECK(session.scene_revision() == revision);
  session.view.is_dark = true;
  CHECK(session.tick());
  CHECK(session.scene_revision() == revision + 1);
}

TEST_CASE("every action has its texts in both languages, its own id and its own keys") {
  Session session = make_session();
  for (const Action& action : actions()) {
    CHECK(session.assets().sv.has(action.text));
    CHECK(session.assets().en.has(action.text));
    CHECK(find_action(action.id) == &action);
    if (action.chord.key != Chord::none) CHECK(action_for(action.chord) == &action);
  }
}

TEST_CASE("actions that need a network are not enabled without one") {
  Session session = make_session();
  CHECK_FALSE(run_action(session, "view.fit"));
  CHECK(run_action(session, "view.theme"));
  CHECK(session.view.is_dark);
}

TEST_CASE("a problem is told as file, line, column, code, words and pointer") {
  const Session session = make_session();
  Problem problem = error("E_OPEN", {"notice.cannot_open", {{"file", "x.json"}}});
  problem.file = "x.json";
  problem.line = 3;
  problem.column = 7;
  problem.pointer = "/actors/0";
  CHECK(problem_line(problem, session.assets().en) == "x.json:3:7: error E_OPEN: Cannot open x.json. (/actors/0)");
}

}  // namespace samverka
