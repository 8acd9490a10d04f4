// Ten things that a planner does in a day, with hand and keyboard alone, one test each.
#include <doctest/doctest.h>

#include "app/files.h"
#include "app/recovery_keeper.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

using Dialog = ViewState::Dialog;

// A copy of Exempellän that may be changed.
struct Office {
  TestFolder folder;
  std::string path = folder / "länet.json";
  std::string state = folder / "state";
  std::optional<UiDriver> window;

  Office() {
    REQUIRE(write_file_atomically(path, *read_file(SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json")));
    open();
  }
  void open() {
    window.reset();
    window.emplace("", Vec2{1600, 900});
    window->session.open_file(path);
    settle();
    REQUIRE(window->session.has_document());
  }
  UiDriver& d() { return *window; }
  Session& session() { return window->session; }
  void settle() {
    for (int round = 0; round < 3; ++round) {
      window->frames(2);
      window->ui->wait_for_work();
    }
    window->frames(2);
  }
  void click(std::string_view label, std::string_view role = {}) {
    CAPTURE(label);
    d().click(label, role);
    settle();
  }
  void press(Chord chord) {
    d().press(chord);
    settle();
  }
  void type(std::string_view words) {
    d().type(words);
    settle();
  }
  void find(std::string_view words) {
    press({'f', true});
    type(words);
    press({Chord::enter});
  }
  // Any action can be done by its name in the palette.
  void run(std::string_view words) {
    press({'k', true});
    type(words);
    press({Chord::enter});
  }
  void write_into(std::string_view label, std::string_view words) {
    click(label, "input");
    type(words);
  }
  Key selected() { return session().key_of(session().view.selection); }
  const Actor& actor(const Key& key) { return session().network().actor(session().index().actor(key)); }
  std::size_t shown() { return session().shown().folding.shown.size(); }
  // The day goes by: what is unsaved is kept as the window keeps it.
  void keep_for_some_seconds(RecoveryKeeper& keeper) {
    for (const double at : {0.0, 0.6, 1.2, 1.3}) keeper.keep(session(), at);
    while (keeper.is_waiting()) keeper.keep(session(), 3);
  }
};

}  // namespace

TEST_CASE("task 1, find: a municipality by some of its letters") {
  Office office;
  office.find("fjalby");
  CHECK(office.selected() == "k-fjallby");
  CHECK(office.d().has("Fjällby kommun"));
}

TEST_CASE("task 2, focus: its neighbourhood alone, and all again") {
  Office office;
  const std::size_t all = office.shown();
  office.find("fjallby kommun");
  office.press({'1'});
  CHECK(office.shown() < all);
  CHECK(office.d().has_text_with("Grannskap 1 steg runt Fjällby kommun"));
  office.click("Grannskap 1 steg runt Fjällby kommun · visa allt", "button");
  CHECK(office.shown() == all);
}

TEST_CASE("task 3, filter: one area, in every tab") {
  Office office;
  office.click("Skola och vård", "legend");
  CHECK(to_words(office.session().view.filter) == "area=A4");
  const std::size_t agreements = office.session().shown().part.agreements.size();
  CHECK(agreements > 0);
  CHECK(agreements < office.session().network().agreements.size());
  office.press({'6', true});
  CHECK(office.session().view.tab == Tab::table);
  CHECK(office.session().shown().part.agreements.size() == agreements);
}

TEST_CASE("task 4, date: what held three years ago is something else") {
  Office office;
  const auto now = office.session().census();
  office.session().view.date = {2022, 12, 31};
  office.settle();
  CHECK(office.session().census().agreements_active < now.agreements_active);
  CHECK(office.d().has_text_with("2022-12-31"));
}

TEST_CASE("task 5, path: the way from one to another, and all the ways") {
  Office office;
  office.find("fjallby kommun");
  office.session().view.also_selected = {{PickId::Kind::actor, office.session().index().actor("k-granby").value}};
  office.settle();
  office.press({'p'});
  CHECK(office.session().view.path.size() == 3);
  CHECK(office.d().has_text_with("1 steg"));
  office.press({'p', true});
  CHECK(office.session().view.drawer == ViewState::Drawer::ways);
  CHECK(office.d().has_text_with("Fjällby"));
}

TEST_CASE("task 6, edit: a municipality's people, in its form") {
  Office office;
  office.find("fjallby kommun");
  office.press({Chord::f2});
  office.write_into("Invånare", "5 200");
  office.click("Spara i nätverket", "button");
  CHECK(office.actor("k-fjallby").population == 5200);
  CHECK(is_unsaved(office.session()));
}

TEST_CASE("task 7, undo: and it is as it was, to the byte") {
  Office office;
  const std::string before = write_network(office.session().document().network);
  office.find("fjallby kommun");
  office.press({Chord::f2});
  office.write_into("Invånare", "5 200");
  office.click("Spara i nätverket", "button");
  CHECK(write_network(office.session().document().network) != before);
  office.press({'z', true});
  CHECK(write_network(office.session().document().network) == before);
  CHECK_FALSE(is_unsaved(office.session()));
}

TEST_CASE("task 8, snapshot: the network as it is today, to come back to") {
  Office office;
  office.run("ögonblicksbilder");
  REQUIRE(office.session().view.dialog == Dialog::snapshots);
  office.type("Före mötet");
  office.click("Ta ögonblicksbild", "button");
  REQUIRE(office.session().document().snapshots.size() == 1);
  CHECK(office.session().document().snapshots[0].title == "Före mötet");
  CHECK(file_exists(office.folder / ("länet.snapshots/" + office.session().document().snapshots[0].file)));
}

TEST_CASE("task 9, compare: what has changed since then") {
  Office office;
  office.run("ögonblicksbilder");
  office.type("Före mötet");
  office.click("Ta ögonblicksbild", "button");
  office.press({Chord::escape});
  office.find("fjallby kommun");
  office.press({Chord::f2});
  office.write_into("Invånare", "5 200");
  office.click("Spara i nätverket", "button");
  office.run("ögonblicksbilder");
  office.click("Jämför med nu", "button");
  REQUIRE(office.session().comparison());
  CHECK(office.session().comparison()->rows.size() == 1);
  CHECK(office.d().has_text_with("Fjällby kommun"));
}

TEST_CASE("task 10, recover: the power goes, and the work is offered back") {
  Office office;
  {
    RecoveryKeeper keeper(office.state);
    keeper.keep(office.session(), 0);
    office.find("fjallby kommun");
    office.press({Chord::f2});
    office.write_into("Invånare", "5 200");
    office.click("Spara i nätverket", "button");
    office.keep_for_some_seconds(keeper);
  }  // nobody saved, and nobody quit
  office.open();
  CHECK(office.actor("k-fjallby").population == 5190);
  RecoveryKeeper keeper(office.state);
  keeper.keep(office.session(), 0);
  office.settle();
  REQUIRE(office.session().view.dialog == Dialog::recover);
  CHECK(office.d().has_text_with("Fjällby kommun"));
  office.click("Återställ", "button");
  CHECK(office.actor("k-fjallby").population == 5200);
  CHECK(is_unsaved(office.session()));
  office.press({'s', true});
  CHECK_FALSE(is_unsaved(office.session()));
}

}  // namespace samverka
