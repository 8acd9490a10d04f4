// Comparing, snapshots, saved views and merging, as a planner uses them: by label, in the window.
#include <doctest/doctest.h>

#include "app/files.h"
#include "base/posix.h"
#include "support/folder.h"
#include "support/small_network.h"
#include "support/ui_driver.h"

using namespace samverka;
using namespace samverka::test;

namespace {

NetworkMaker small_county() {
  NetworkMaker maker;
  maker.municipality("Alby", "9901");
  maker.municipality("Borg", "9902");
  maker.region("Regionen", "99");
  // Ids as a file may have them.
  const char* keys[] = {"alby", "borg", "regionen"};
  for (std::size_t i = 0; i < 3; ++i) maker.network.actors.mutable_row(i).key = keys[i];
  maker.network.taxonomy = "se-2025";
  const auto add = [&](const char* key, const char* title, std::initializer_list<std::size_t> parties) {
    Agreement row;
    row.key = key;
    row.title = title;
    row.form = "other";
    row.status = AgreementStatus::active;
    row.areas = {"A4.2"};
    for (const std::size_t actor : parties) {
      Party party;
      party.actor.id = ActorId(actor);
      party.role = "participant";
      party.state = PartyState::adopted;
      row.parties.push_back(party);
    }
    maker.network.agreements.push_back(row);
  };
  add("varden", "Vården", {0, 2});
  add("skolan", "Skolan", {0, 1});
  maker.network.agreements.mutable_row(0).valid = from_to("2025-03-01", "");
  maker.network.agreements.mutable_row(1).valid = from_to("2020", "");
  return maker;
}

struct VersionStage {
  TestFolder folder;
  UiDriver d{""};
  explicit VersionStage(Tab tab = Tab::network) {
    REQUIRE(write_file_atomically(folder / "n.json", write_network(small_county().network)));
    d.session.open_file(folder / "n.json");
    d.session.wait_for_jobs();
    REQUIRE(d.session.has_document());
    d.session.view.tab = tab;
    settle();
  }
  void settle() {
    for (int i = 0; i < 3; ++i) {
      d.frames(2);
      d.ui->wait_for_work();
    }
    d.frames(2);
  }
  void click(const std::string& label, const std::string& role = {}) {
    CAPTURE(label);
    d.click(label, role);
    settle();
  }
  void leave() {  // the dialog: by its key, since a notice behind it has a button of the same name
    d.press({Chord::escape});
    settle();
    REQUIRE(d.session.view.dialog == ViewState::Dialog::none);
  }
  void run(std::string_view action) {
    REQUIRE(run_action(d.session, action));
    settle();
  }
  void change(const std::function<void(Network&)>& by) {
    Document changed = d.session.document();
    by(changed.network);
    d.session.change({"form.history.changed", {{"name", "x"}}}, std::move(changed));
    settle();
  }
};

}  // namespace

TEST_CASE("Jämför begins with a year of the network, and a click in its list selects") {
  VersionStage stage;
  stage.click("Jämför", "button");
  CHECK(stage.d.session.view.mode == Mode::compare);
  REQUIRE(stage.d.session.comparison());
  CHECK(stage.d.has_text_with("NYA ÖVERENSKOMMELSER") == false);
  CHECK(stage.d.has("Nya överenskommelser"));
  CHECK(stage.d.has("Vården"));
  stage.click("Vården", "link");
  CHECK(stage.d.session.key_of(stage.d.session.view.selection) == "varden");
  stage.click("Sida vid sida");
  CHECK(stage.d.session.view.compared == ComparedSides::beside);
  stage.click("Utforska");
  CHECK_FALSE(stage.d.session.is_comparing());
}

TEST_CASE("a snapshot is taken in its dialog, and compared with after a change") {
  VersionStage stage;
  stage.run("file.snapshots");
  CHECK(stage.d.has_text_with("Inga ögonblicksbilder än"));
  stage.d.type("Före");
  stage.settle();
  stage.click("Ta ögonblicksbild", "button");
  REQUIRE(stage.d.session.document().snapshots.size() == 1);
  CHECK(stage.d.has("Före"));
  stage.leave();
  stage.change([](Network& network) {
    network.agreements.mutable_row(0).note = "Ny anteckning";  // rows of a file stand by id
    network.agreements.mutable_row(1).title = "Vården i länet";
  });
  stage.run("file.snapshots");
  stage.click("Jämför med nu", "button");
  REQUIRE(stage.d.session.comparison());
  CHECK(stage.d.session.comparison()->rows.size() == 2);
  CHECK(stage.d.has("Ändrade överenskommelser"));
  stage.click("Skolan", "link");
  CHECK(stage.d.has_text_with("finns inte → Ny anteckning"));
}

TEST_CASE("a snapshot's picture is shown in the list, and its title is written anew there") {
  VersionStage stage;
  stage.run("file.snapshots");
  stage.d.type("Före");
  stage.settle();
  stage.click("Ta ögonblicksbild", "button");
  CHECK_FALSE(stage.d.has("Ögonblicksbildens bild"));
  stage.click("Visa bild", "button");
  CHECK(stage.d.has("Ögonblicksbildens bild"));
  stage.click("Visa bild", "button");
  stage.settle();
  CHECK_FALSE(stage.d.has("Ögonblicksbildens bild"));
  stage.click("Ändra text …", "button");
  stage.click("Ny rubrik", "input");
  stage.d.type(" beslutet");
  stage.click("Ändra", "button");
  CHECK(stage.d.session.document().snapshots[0].title == "Före beslutet");
}

TEST_CASE("removing a snapshot asks, and undo brings it back") {
  VersionStage stage;
  stage.run("file.snapshots");
  stage.d.type("Före");
  stage.settle();
  stage.click("Ta ögonblicksbild", "button");
  stage.click("Ta bort", "button");
  CHECK(stage.d.session.document().snapshots.size() == 1);
  stage.click("Ur listan", "button");
  CHECK(stage.d.session.document().snapshots.empty());
  stage.d.session.undo();
  CHECK(stage.d.session.document().snapshots.size() == 1);
}

TEST_CASE("a view is saved by name, shown by a click, renamed and removed") {
  VersionStage stage(Tab::table);
  stage.run("file.views");
  CHECK(stage.d.has_text_with("Inga vyer är sparade"));
  stage.d.type("Tabellen");
  stage.settle();
  stage.click("Spara vyn", "button");
  REQUIRE(stage.d.session.document().views.size() == 1);
  stage.leave();
  stage.d.session.view.tab = Tab::map;
  stage.run("file.views");
  stage.click("Tabellen", "link");
  CHECK(stage.d.session.view.tab == Tab::table);
  CHECK(stage.d.session.view.dialog == ViewState::Dialog::none);
  stage.run("file.views");
  stage.click("Ta bort", "button");
  CHECK(stage.d.session.document().views.empty());
}

TEST_CASE("another planner's copy is merged: what both changed is chosen, and one undo takes it back") {
  VersionStage stage;
  stage.run("file.snapshots");
  stage.d.type("Gemensam");
  stage.settle();
  stage.click("Ta ögonblicksbild", "button");
  stage.leave();
  NetworkMaker theirs = small_county();
  theirs.network.actors.mutable_row(0).name = "Alby kommun";
  theirs.network.actors.mutable_row(1).population = 4711;
  REQUIRE(write_file_atomically(stage.folder / "deras.json", write_network(theirs.network)));
  stage.change([](Network& network) { network.actors.mutable_row(0).name = "Alby stad"; });
  VersionsState& state = stage.d.ui->state().versions;
  state.merge = {stage.folder / "deras.json", VersionChoice{VersionChoice::Kind::snapshot, 0, {}}};
  stage.d.session.view.dialog = ViewState::Dialog::merge;
  stage.settle();
  REQUIRE(state.merger.found());
  CHECK(state.merger.found()->conflicts.size() == 1);
  CHECK(stage.d.has_text_with("Alby stad"));
  CHECK(stage.d.has_text_with("Alby kommun"));
  CHECK(state.merger.left_to_choose() == 1);
  stage.click("Ta deras", "button");
  stage.click("Foga ihop", "button");
  CHECK(stage.d.session.document().network.actors[0].name == "Alby kommun");
  CHECK(stage.d.session.document().network.actors[1].population == 4711);
  stage.d.session.undo();
  CHECK(stage.d.session.document().network.actors[0].name == "Alby stad");
  CHECK_FALSE(stage.d.session.document().network.actors[1].population);
}
