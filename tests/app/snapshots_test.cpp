#include "app/snapshots.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/files.h"
#include "app/saved_views.h"
#include "base/posix.h"
#include "support/app_desk.h"
#include "support/folder.h"

using namespace samverka;
using namespace samverka::test;

namespace {

// A network saved in a folder of its own.
struct SnapshotDesk {
  TestFolder folder;
  Session session = empty_session();
  SnapshotDesk() {
    NetworkMaker maker;
    maker.municipality("alby", "9901");
    maker.region("reg", "99");
    maker.agreement("a-ett", {"alby", "reg"});
    maker.network.taxonomy = "se-2025";
    REQUIRE(write_file_atomically(path(), write_network(maker.network)));
    session.open_file(path());
    session.wait_for_jobs();
    REQUIRE(session.has_document());
  }
  std::string path() const { return folder / "n.json"; }
  Snapshot take(const std::string& title) {
    Result<Snapshot> taken = write_snapshot(snapshot_request(session, title, "en anteckning"), session.assets());
    REQUIRE(taken);
    add_snapshot(session, *taken);
    return *taken;
  }
  void save_all() {
    save(session);
    session.wait_for_jobs();
    REQUIRE_FALSE(is_unsaved(session));
  }
};

void rename_first(Session& session, const std::string& name) {
  Document changed = session.document();
  changed.network.actors.mutable_row(0).name = name;
  session.change({"form.history.changed", {{"name", name}}}, std::move(changed));
}

}  // namespace

TEST_CASE("a snapshot keeps the bytes and a picture in a folder beside the network, and can be undone") {
  SnapshotDesk desk;
  const Snapshot taken = desk.take("Före beslutet");
  CHECK(taken.file.ends_with(".json"));
  CHECK(file_exists(desk.folder / "n.snapshots/" + taken.file));
  CHECK(first_bytes(desk.folder / "n.snapshots/" + taken.picture, 4) == "\x89PNG");
  CHECK(*read_snapshot(desk.path(), taken) == write_network(desk.session.document().network));
  CHECK(is_unsaved(desk.session));
  desk.session.undo();
  CHECK(desk.session.document().snapshots.empty());
  desk.session.redo();
  CHECK(desk.session.document().snapshots.size() == 1);
}

TEST_CASE("title and note of a snapshot are written anew, as one step that can be undone") {
  SnapshotDesk desk;
  desk.take("Före");
  retitle_snapshot(desk.session, 0, "Före beslutet", "mars");
  CHECK(desk.session.document().snapshots[0].title == "Före beslutet");
  CHECK(desk.session.document().snapshots[0].note == "mars");
  desk.session.undo();
  CHECK(desk.session.document().snapshots[0].title == "Före");
  CHECK(desk.session.document().snapshots[0].note == "en anteckning");
  retitle_snapshot(desk.session, 7, "x", "y");  // none of them
  CHECK(desk.session.document().snapshots.size() == 1);
}

TEST_CASE("saving under another name takes the snapshots along, and leaves those of the old name") {
  SnapshotDesk desk;
  const Snapshot taken = desk.take("Före beslutet");
  desk.save_all();
  save_as(desk.session, desk.folder / "ny.json");
  desk.session.wait_for_jobs();
  CHECK(desk.session.file() == desk.folder / "ny.json");
  CHECK(read_snapshot(desk.folder / "ny.json", taken));
  CHECK(read_snapshot(desk.path(), taken));
  CHECK(read_snapshot_picture(desk.folder / "ny.json", taken, {100, 100}));
}

TEST_CASE("a snapshot's picture is shown as small as is asked for, and a file that is no picture is told") {
  SnapshotDesk desk;
  Snapshot taken = desk.take("Före");
  const Result<Pixels> picture = read_snapshot_picture(desk.path(), taken, {320, 300});
  REQUIRE(picture);
  CHECK(picture->width == 320);
  CHECK(picture->height == 200);
  REQUIRE(write_file_atomically(desk.folder / "n.snapshots/" + taken.picture, "no picture"));
  CHECK(read_snapshot_picture(desk.path(), taken, {320, 300}).problem().code == "E_PICTURE");
  taken.picture = "../n.json";
  CHECK(read_snapshot_picture(desk.path(), taken, {320, 300}).problem().code == "E_SNAPSHOT");
}

TEST_CASE("snapshots of one title and one content get files of their own") {
  SnapshotDesk desk;
  const Snapshot first = desk.take("Lika"), second = desk.take("Lika");
  CHECK(first.hash == second.hash);
  CHECK(first.file != second.file);
}

TEST_CASE(
    "a snapshot whose file is gone or altered says so, and a name never leads out of the folder") {  // BAD-INPUT 34
  SnapshotDesk desk;
  Snapshot taken = desk.take("Före");
  const auto problem = [&](const Snapshot& snapshot) {
    const Result<std::string> read = read_snapshot(desk.path(), snapshot);
    return read ? std::string() : read.problem().message.key;
  };
  for (const char* name : {"../n.json", "/etc/passwd", "", ".dold", "-rf", "a/b.json", "..", "a\nb", "å.json"}) {
    Snapshot other = taken;
    other.file = name;
    CAPTURE(name);
    CHECK(problem(other) == "version_snapshot.no_name");
  }
  Snapshot no_hash = taken;
  no_hash.hash = "ab";
  CHECK(problem(no_hash) == "version_snapshot.no_name");
  const std::string path = *snapshot_path(desk.path(), taken.file);
  std::ofstream(path, std::ios::app) << " ";
  CHECK(problem(taken) == "version_snapshot.altered");
  remove_file(path);
  CHECK(problem(taken) == "version_snapshot.missing");
}

TEST_CASE("a snapshot opens as a network without a place, after the open one is saved") {
  SnapshotDesk desk;
  desk.take("Före");
  rename_first(desk.session, "Alby stad");
  CHECK_FALSE(open_snapshot(desk.session, 0));
  CHECK(desk.session.notice()->is_error);
  desk.save_all();
  REQUIRE(open_snapshot(desk.session, 0));
  CHECK(desk.session.document().network.actors[0].name == "alby");
  CHECK(desk.session.file() == "-");
  CHECK(read_file(desk.path())->find("Alby stad") != std::string::npos);
}

TEST_CASE("snapshots and views come back from the workspace, and taking one away can leave its files") {
  SnapshotDesk desk;
  const Snapshot taken = desk.take("Före");
  desk.session.view.filter = *parse_filter("area=A4.1");
  save_view(desk.session, "Skolan");
  desk.save_all();
  Session again = empty_session();
  again.open_file(desk.path());
  again.wait_for_jobs();
  REQUIRE(again.document().snapshots.size() == 1);
  CHECK(again.document().snapshots[0] == taken);
  REQUIRE(again.document().views.size() == 1);
  CHECK(again.document().views[0].filter == "area=A4.1");
  CHECK_FALSE(is_unsaved(again));
  remove_snapshot(again, 0, false);
  CHECK(file_exists(*snapshot_path(desk.path(), taken.file)));
  again.undo();
  remove_snapshot(again, 0, true);
  CHECK_FALSE(file_exists(*snapshot_path(desk.path(), taken.file)));
}

TEST_CASE("a copy of a snapshot is the bytes themselves; an altered one is not copied") {
  SnapshotDesk desk;
  const Snapshot taken = desk.take("Före");
  const std::string copy = desk.folder / "kopia.json";
  export_snapshot(desk.session, 0, copy);
  CHECK(*read_file(copy) == *read_snapshot(desk.path(), taken));
  remove_file(copy);
  std::ofstream(*snapshot_path(desk.path(), taken.file), std::ios::app) << " ";
  export_snapshot(desk.session, 0, copy);
  CHECK_FALSE(file_exists(copy));
  CHECK(desk.session.notice()->is_error);
}

TEST_CASE("a saved view brings back filter, date, tab and selection; saving under its name replaces it") {
  SnapshotDesk desk;
  Session& session = desk.session;
  session.view.tab = Tab::table;
  session.view.filter = *parse_filter("area=A7");
  session.view.date = {2024, 6, 30};
  session.select("alby");
  save_view(session, "Min vy");
  session.view.tab = Tab::map;
  session.view.filter = {};
  session.view.date = {2025, 1, 1};
  session.select("reg");
  show_view(session, 0);
  session.wait_for_jobs();
  CHECK(session.view.tab == Tab::table);
  CHECK(to_words(session.view.filter) == "area=A7");
  CHECK(session.view.date == Date{2024, 6, 30});
  CHECK(session.key_of(session.view.selection) == "alby");
  session.view.date = {2023, 1, 1};
  save_view(session, "Min vy");
  REQUIRE(session.document().views.size() == 1);
  CHECK(to_string(session.document().views[0].date) == "2023-01-01");
  rename_view(session, 0, "Vår vy");
  CHECK(find_view(session, "Vår vy") == 0);
  remove_view(session, 0);
  CHECK(session.document().views.empty());
  for (int i = 0; i < 4; ++i) session.undo();
  CHECK(session.document().views.empty());
  CHECK(session.history().to_undo() == nullptr);
}
