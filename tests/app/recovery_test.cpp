// Work that was not saved when the program ended: kept, found again, brought back or thrown away.
#include <doctest/doctest.h>

#include "app/files.h"
#include "app/recovery_keeper.h"
#include "support/app_desk.h"
#include "support/folder.h"

namespace samverka {
namespace {

constexpr const char* county = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";

struct Stage {
  TestFolder folder;
  std::string path = folder / "länet.json";
  std::string kept = folder / "state";
  Session session = test::empty_session();
  std::optional<RecoveryKeeper> running{std::in_place, kept};
  RecoveryKeeper& keeper = *running;

  Stage() {
    REQUIRE(write_file_atomically(path, *read_file(county)));
    open(session);
  }
  void open(Session& in) const {
    in.open_file(path);
    in.wait_for_jobs();
    REQUIRE(in.has_document());
  }
  void rename_first(Session& in, const std::string& name) const {
    Document changed = in.document();
    changed.network.actors.mutable_row(0).name = name;
    in.change({"history.accept", {}}, std::move(changed));
    in.tick();
  }
  bool has_copy(char number) const {  // "…-1.json" is the first, "…-2.json" another run's beside it
    std::string file = free_recovery_file(kept, path);
    file[file.size() - 6] = number;
    return file_exists(file);
  }
  // As frames over some seconds.
  void keep(RecoveryKeeper& by, Session& in, double from_s) const {
    for (const double at : {0.0, 0.5, 1.1, 1.2}) {
      by.keep(in, from_s + at);
      while (by.is_waiting() && at > 1) by.keep(in, from_s + 2);
    }
  }
};

}  // namespace

TEST_CASE("what is not saved is found when the network is opened again, and brought back as one change") {
  Stage s;
  s.keep(s.keeper, s.session, 0);
  CHECK_FALSE(find_recovery(s.kept, s.path));
  s.rename_first(s.session, "Nytt namn");
  s.keep(s.keeper, s.session, 10);
  s.running.reset();  // the program died here
  const auto found = find_recovery(s.kept, s.path);
  REQUIRE(found);
  CHECK(found->has_network == true);
  CHECK(found->steps == std::vector<std::string>{"godta en lucka"});

  Session later = test::empty_session();  // and starts again
  RecoveryKeeper other(s.kept);
  s.open(later);
  other.keep(later, 0);
  CHECK(later.view.dialog == ViewState::Dialog::recover);
  REQUIRE(later.files().recovery);
  CHECK(later.network().actors[0].name != "Nytt namn");
  CHECK(recover(later, *later.files().recovery));
  later.tick();
  CHECK(later.network().actors[0].name == "Nytt namn");
  CHECK(is_unsaved(later));
  later.undo();
  later.tick();
  CHECK_FALSE(is_unsaved(later));
}

TEST_CASE("the copy goes when the network is saved, an older one with it") {
  Stage s;
  s.rename_first(s.session, "Ett");
  s.keep(s.keeper, s.session, 0);
  s.running.reset();
  Session later = test::empty_session();
  RecoveryKeeper other(s.kept);
  s.open(later);
  s.keep(other, later, 0);
  later.view.dialog = ViewState::Dialog::none;  // decided later
  s.rename_first(later, "Två");
  s.keep(other, later, 10);
  CHECK(s.has_copy('1'));  // the first is not written over
  CHECK(s.has_copy('2'));
  save(later);
  later.wait_for_jobs();
  s.keep(other, later, 20);
  CHECK_FALSE(s.has_copy('1'));
  CHECK_FALSE(s.has_copy('2'));
}

TEST_CASE("undone back to what is saved, nothing is kept; left by choice, neither") {
  Stage s;
  s.rename_first(s.session, "Ett");
  s.keep(s.keeper, s.session, 0);
  CHECK(s.has_copy('1'));
  s.session.undo();
  s.keep(s.keeper, s.session, 10);
  CHECK_FALSE(s.has_copy('1'));
  s.session.redo();
  s.keep(s.keeper, s.session, 20);
  CHECK(s.has_copy('1'));
  s.session.close();
  s.keeper.keep(s.session, 30);
  CHECK_FALSE(s.has_copy('1'));
}

TEST_CASE("a scenario alone is kept without the network, and comes back") {
  Stage s;
  ScenarioStep step;
  step.kind = word(StepKind::close);
  step.actor = "rss-exempel";
  s.session.add_step(step);
  s.keeper.keep(s.session, 0);
  s.keeper.keep_at_once(s.session);  // the system asks the program to end
  s.running.reset();
  const auto found = find_recovery(s.kept, s.path);
  REQUIRE(found);
  CHECK(found->has_network == false);
  Session later = test::empty_session();
  s.open(later);
  CHECK(recover(later, *found));
  REQUIRE(later.scenario());
  CHECK(later.scenario()->steps[0].actor == "rss-exempel");
  throw_away(*found);
  CHECK_FALSE(find_recovery(s.kept, s.path));
}

TEST_CASE("a broken copy leaves the network as it is and says so; a folder that cannot be made is told once") {
  Stage s;
  s.rename_first(s.session, "Ett");
  s.keep(s.keeper, s.session, 0);
  s.running.reset();
  const auto found = find_recovery(s.kept, s.path);
  REQUIRE(found);
  REQUIRE(write_file_atomically(recovery_network(found->file), "{\"format\":"));
  Session later = test::empty_session();
  s.open(later);
  CHECK_FALSE(recover(later, *found));
  CHECK_FALSE(is_unsaved(later));
  RecoveryKeeper nowhere("/proc/nowhere");
  s.keep(nowhere, s.session, 0);
  REQUIRE(s.session.notice());
  CHECK(s.session.notice()->text == "Osparat arbete kan inte säkras i /proc/nowhere. Spara ofta.");
}

TEST_CASE("copies of two networks of one name do not meet, and another's file is no copy") {
  Stage s;
  s.rename_first(s.session, "Ett");
  s.keep(s.keeper, s.session, 0);
  s.running.reset();
  CHECK_FALSE(find_recovery(s.kept, s.folder / "annan/länet.json"));
  const auto found = find_recovery(s.kept, s.path);
  REQUIRE(found);
  REQUIRE(write_file_atomically(found->file, "inte ens JSON"));
  CHECK_FALSE(find_recovery(s.kept, s.path));
}

}  // namespace samverka

namespace samverka {

TEST_CASE("what another window is at work on is not offered, and does not go when this one saves") {
  Stage s;
  s.rename_first(s.session, "Ett");
  s.keep(s.keeper, s.session, 0);
  REQUIRE(s.has_copy('1'));
  Session second = test::empty_session();
  RecoveryKeeper other(s.kept);
  s.open(second);
  other.keep(second, 0);
  CHECK_FALSE(second.files().recovery.has_value());
  s.rename_first(second, "Två");
  s.keep(other, second, 10);
  save(second);
  second.wait_for_jobs();
  s.keep(other, second, 20);
  CHECK(s.has_copy('1'));
}

TEST_CASE("saving what was brought back throws all older copies away") {
  Stage s;
  for (const char* name : {"Ett", "Två"}) {
    Session crashed = test::empty_session();
    s.open(crashed);
    s.rename_first(crashed, name);
    RecoveryKeeper keeper(s.kept);
    s.keep(keeper, crashed, 0);
  }
  Session later = test::empty_session();
  RecoveryKeeper keeper(s.kept);
  s.open(later);
  keeper.keep(later, 0);
  REQUIRE(later.files().recovery);
  CHECK(recover(later, *later.files().recovery));
  later.tick();
  CHECK(later.network().actors[0].name == "Två");
  s.keep(keeper, later, 10);
  save(later);
  later.wait_for_jobs();
  s.keep(keeper, later, 20);
  CHECK_FALSE(find_recovery(s.kept, s.path));
}

TEST_CASE("a copy of a file that has been written since says so") {
  Stage s;
  {
    RecoveryKeeper keeper(s.kept);
    s.rename_first(s.session, "Ett");
    s.keep(keeper, s.session, 0);
  }
  const auto found = find_recovery(s.kept, s.path);
  REQUIRE(found);
  CHECK_FALSE(has_changed_since(*found));
  REQUIRE(write_file_atomically(s.path, *read_file(county) + "\n"));
  CHECK(has_changed_since(*found));
}

}  // namespace samverka
