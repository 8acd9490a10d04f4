// Notes, kept filters, periods, a held actor and all ways between two, without a window.
#include <doctest/doctest.h>

#include "app/files.h"
#include "app/period.h"
#include "app/pinned.h"
#include "app/planner_notes.h"
#include "app/way_finder.h"
#include "support/app_desk.h"

using namespace samverka;

namespace {

//  Alby -- 1 -- Ekby -- 2 -- Öby      Alby -- 3 -- Öby      Ensam
test::NetworkMaker four_actors() {
  test::NetworkMaker maker;
  maker.municipality("Alby", "2080");
  maker.municipality("Ekby", "2180");
  maker.municipality("Öby", "2181");
  maker.municipality("Ensam", "2182");
  maker.agreement("1", {"Alby", "Ekby"});
  maker.agreement("2", {"Ekby", "Öby"});
  maker.agreement("3", {"Alby", "Öby"});
  return maker;
}

WayQuestion between(const test::Desk& desk, const char* from, const char* to, std::size_t steps) {
  return {desk.session.index().actor(from), desk.session.index().actor(to), steps};
}

}  // namespace

TEST_CASE("a note is written, changed and removed, and each can be undone") {
  test::Desk desk(four_actors());
  Session& session = desk.session;
  add_note(session, "Alby", "Ring på måndag", {2025, 11, 22});
  add_note(session, "1", "Saknar slutdatum", {2025, 11, 23});
  REQUIRE(session.document().notes.size() == 2);
  CHECK(notes_about(session, "Alby") == std::vector<std::size_t>{0});
  CHECK(has_note(session, "1"));
  CHECK_FALSE(has_note(session, "Ekby"));
  change_note(session, 0, "Ringt", {2025, 11, 24});
  CHECK(session.document().notes[0].text == "Ringt");
  CHECK(to_string(session.document().notes[0].date) == "2025-11-24");
  remove_note(session, 1);
  CHECK(session.document().notes.size() == 1);
  session.undo();
  session.undo();
  CHECK(session.document().notes[0].text == "Ring på måndag");
  CHECK(session.document().notes.size() == 2);
  session.undo();
  session.undo();
  CHECK(session.document().notes.empty());
  session.redo();
  CHECK(session.document().notes.size() == 1);
}

TEST_CASE("notes are found by what they say and by what they are about, the newest first") {
  test::Desk desk(four_actors());
  add_note(desk.session, "Alby", "Vård", {2025, 1, 1});
  add_note(desk.session, "Öby", "skola", {2025, 6, 1});
  add_note(desk.session, "borta", "vårdval", {2024, 1, 1});
  CHECK(notes_with(desk.session, "") == std::vector<std::size_t>{1, 0, 2});
  CHECK(notes_with(desk.session, "VARD") == std::vector<std::size_t>{0, 2});
  CHECK(notes_with(desk.session, "oby") == std::vector<std::size_t>{1});
  CHECK(notes_with(desk.session, "2024-01-01") == std::vector<std::size_t>{2});
  CHECK(about_in_words(desk.session, "borta") == "borta");
}

TEST_CASE("a note makes the work unsaved and goes to the workspace, and never to the network") {
  test::Desk desk(four_actors());
  add_note(desk.session, "Alby", "x", {2025, 1, 1});
  keep_filter(desk.session, "Skolan", *parse_filter("form=iop | county=20"));
  CHECK(is_unsaved(desk.session));
  const Workspace workspace = workspace_of(desk.session);
  CHECK(workspace.notes.at(0).about == "Alby");
  CHECK(workspace.filters.at(0).filter == "form=iop | county=20");
  CHECK(equal(desk.session.document().network, desk.maker.network));
  desk.session.tick();
}

TEST_CASE("filters are kept by name, one a name, renamed and removed") {
  test::Desk desk(four_actors());
  Session& session = desk.session;
  keep_filter(session, "A", *parse_filter("form=iop"));
  keep_filter(session, "B", *parse_filter("county=20"));
  keep_filter(session, "A", *parse_filter("form=network"));
  REQUIRE(session.document().filters.size() == 2);
  CHECK(to_words(*filter_by_name(session, 0)) == "form=network");
  rename_filter(session, 0, "B");  // taken
  CHECK(session.document().filters[0].name == "A");
  rename_filter(session, 0, "C");
  CHECK(session.document().filters[0].name == "C");
  remove_filter(session, 0);
  CHECK(session.document().filters.at(0).name == "B");
  session.undo();
  CHECK(session.document().filters.size() == 2);
}

TEST_CASE("a period stands in the filter, is shown, and is taken away by its action") {
  test::NetworkMaker maker = four_actors();
  Validity past;
  past.from = *parse_partial_date("2020");
  past.end = Validity::End::date;
  past.to = *parse_partial_date("2021");
  maker.network.agreements.mutable_row(0).valid = past;
  test::Desk desk(maker);
  CHECK(desk.session.shown().part.agreements.size() == 2);
  set_period(desk.session, DaySpan{{2021, 6, 1}, {2022, 1, 1}});
  desk.session.wait_for_jobs();
  CHECK(to_words(desk.session.view.filter) == "area!=A0 during=2021-06-01..2022-01-01");
  CHECK(desk.session.shown().part.agreements.size() == 3);
  CHECK(desk.run("date.no_period"));
  CHECK(desk.session.shown().part.agreements.size() == 2);
  CHECK_FALSE(desk.run("date.no_period"));
}

TEST_CASE("playing goes by months or years and ends on the last day") {
  test::Desk desk(four_actors());
  desk.session.view.date = {2024, 11, 15};
  CHECK(play_on(desk.session, {2026, 1, 1}, 12));
  CHECK(desk.session.view.date == Date{2025, 11, 15});
  CHECK(play_on(desk.session, {2026, 1, 1}, 1));
  CHECK_FALSE(play_on(desk.session, {2026, 1, 1}, 1));  // the step that reaches the end is the last
  CHECK(desk.session.view.date == Date{2026, 1, 1});
  CHECK_FALSE(play_on(desk.session, {2026, 1, 1}, 12));
}

TEST_CASE("a held actor stays while another is selected, and the two can change places") {
  test::Desk desk(four_actors());
  desk.select({"Alby"});
  CHECK(desk.run("near.pin"));
  desk.select({"Ekby"});
  CHECK(desk.session.view.pinned == "Alby");
  CHECK(desk.run("near.switch"));
  CHECK(desk.session.view.pinned == "Ekby");
  CHECK(desk.selected() == std::vector<std::string>{"Alby"});
  CHECK(desk.run("near.pin"));
  CHECK_FALSE(pinned_actor(desk.session).is_set());
  CHECK_FALSE(desk.run("near.switch"));
}

TEST_CASE("all ways between two are found beside the window, the shortest first") {
  test::Desk desk(four_actors());
  WayFinder finder;
  finder.renew(desk.session, between(desk, "Alby", "Öby", 2));
  finder.wait();
  REQUIRE(finder.found() != nullptr);
  const Routes& routes = finder.found()->routes;
  REQUIRE(routes.routes.size() == 2);
  CHECK(way_keys(desk.session.network(), routes.routes[0]) == std::vector<Key>{"Alby", "3", "Öby"});
  CHECK(way_keys(desk.session.network(), routes.routes[1]) == std::vector<Key>{"Alby", "1", "Ekby", "2", "Öby"});
  CHECK_FALSE(routes.is_cut);
}

TEST_CASE("where there is no way of so few steps the nearest is told, and where there is none at all, that") {
  test::NetworkMaker maker = four_actors();
  maker.network.agreements.mutable_row(2).parties.pop_back();  // Alby and Öby share nothing now
  test::Desk desk(maker);
  WayFinder finder;
  finder.renew(desk.session, between(desk, "Alby", "Öby", 1));
  finder.wait();
  CHECK(finder.found()->routes.routes.empty());
  CHECK(finder.found()->nearest.steps() == 2);
  finder.renew(desk.session, between(desk, "Alby", "Ensam", 6));
  finder.wait();
  CHECK_FALSE(finder.found()->nearest.is_found());
  CHECK_FALSE(finder.found()->over_crowds.is_found());
}

TEST_CASE("a stopped search finds nothing more until something else is asked") {
  test::Desk desk(four_actors());
  WayFinder finder;
  finder.renew(desk.session, between(desk, "Alby", "Öby", 2));
  finder.stop();
  finder.renew(desk.session, between(desk, "Alby", "Öby", 2));
  CHECK(finder.is_stopped());
  CHECK(finder.found() == nullptr);
  finder.renew(desk.session, between(desk, "Alby", "Öby", 3));
  finder.wait();
  CHECK(finder.found()->routes.routes.size() == 2);
}
