// What the window does for the file that is open: nobody else saves over it, and it may be saved by itself.
#include "app/file_care.h"

#include <doctest/doctest.h>

#include "app/actions.h"
#include "app/files.h"
#include "support/app_desk.h"
#include "support/folder.h"

namespace samverka {
namespace {

constexpr const char* county = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";

// A window over a file.
struct CaredFor {
  Session session = test::empty_session();
  FileCare care;

  explicit CaredFor(const std::string& path) {
    session.open_file(path);
    session.wait_for_jobs();
    REQUIRE(session.has_document());
    care.look_after(session, 0);
  }
  void rename_first(const std::string& name) {
    Document changed = session.document();
    changed.network.actors.mutable_row(0).name = name;
    session.change({"history.accept", {}}, std::move(changed));
    session.tick();
  }
  void save_now() {
    save(session);
    session.wait_for_jobs();
  }
};

struct CareStage {
  TestFolder folder;
  std::string path = folder / "länet.json";
  CareStage() { REQUIRE(write_file_atomically(path, *read_file(county))); }
  std::string text() const { return *read_file(path); }
};

}  // namespace

TEST_CASE("a second window on a file looks and tries, and saves under another name") {  // BAD-INPUT 27
  const CareStage stage;
  CaredFor first(stage.path);
  CaredFor second(stage.path);
  CHECK_FALSE(first.session.files().is_held_elsewhere);
  CHECK(second.session.files().is_held_elsewhere);
  REQUIRE(second.session.notice());
  CHECK(second.session.notice()->text.find(stage.path) != std::string::npos);

  const std::string before = stage.text();
  second.rename_first("Andra fönstret");
  second.save_now();
  CHECK(stage.text() == before);
  CHECK(second.session.view.dialog == ViewState::Dialog::save_as);
  CHECK(second.session.files().failure.find(stage.path) != std::string::npos);
  CHECK(is_unsaved(second.session));

  save_as(second.session, stage.folder / "andra.json");
  second.session.wait_for_jobs();
  CHECK_FALSE(is_unsaved(second.session));
  CHECK_FALSE(second.session.files().is_held_elsewhere);
  CHECK(read_file(stage.folder / "andra.json")->find("Andra fönstret") != std::string::npos);
  CHECK(is_held(stage.folder / "andra.json"));
}

TEST_CASE("no window saves over a file that another has open, under whatever name it came there") {
  const CareStage stage;
  const CaredFor first(stage.path);
  CaredFor second(stage.folder / "länet.json");
  second.rename_first("Andra fönstret");
  save_as(second.session, stage.path);
  second.session.wait_for_jobs();
  CHECK(stage.text().find("Andra fönstret") == std::string::npos);
  CHECK(is_unsaved(second.session));
}

TEST_CASE("the second window saves once the first is closed, and asks if the first has saved meanwhile") {
  const CareStage stage;
  std::optional<CaredFor> first(std::in_place, stage.path);
  CaredFor second(stage.path);
  second.rename_first("Andra fönstret");
  SUBCASE("the first did nothing") {
    first.reset();
    second.save_now();
    CHECK_FALSE(is_unsaved(second.session));
    CHECK(stage.text().find("Andra fönstret") != std::string::npos);
  }
  SUBCASE("the first saved") {
    first->rename_first("Första fönstret");
    first->save_now();
    CHECK_FALSE(is_unsaved(first->session));
    first.reset();
    second.save_now();
    CHECK(second.session.view.dialog == ViewState::Dialog::changed_on_disk);
    CHECK(stage.text().find("Första fönstret") != std::string::npos);
  }
}

TEST_CASE("the version before the last save comes back as one change") {
  const CareStage stage;
  CaredFor window(stage.path);
  const std::string first_name = window.session.network().actors[0].name;
  CHECK_FALSE(has_previous_version(window.session));
  window.rename_first("Nytt namn");
  window.save_now();
  REQUIRE(has_previous_version(window.session));
  run_action(window.session, "file.previous");
  window.session.wait_for_jobs();
  CHECK(window.session.network().actors[0].name == first_name);
  CHECK(is_unsaved(window.session));
  window.session.undo();
  window.session.tick();
  CHECK(window.session.network().actors[0].name == "Nytt namn");
  CHECK_FALSE(is_unsaved(window.session));
}

TEST_CASE("a damaged version before is told, and nothing changes") {
  const CareStage stage;
  CaredFor window(stage.path);
  REQUIRE(write_file_atomically(previous_version(stage.path), "{\"format\": "));
  const auto before = window.session.shared_document();
  go_back_to_previous(window.session);
  window.session.wait_for_jobs();
  CHECK(window.session.shared_document() == before);
  REQUIRE(window.session.notice());
  CHECK(window.session.notice()->is_error);
}

TEST_CASE("what is changed is saved by itself after the chosen minutes, and not otherwise") {
  const CareStage stage;
  CaredFor window(stage.path);
  const auto frames_until = [&](double end_s) {
    for (double at = 0; at <= end_s; at += 20) {
      window.care.look_after(window.session, at);
      window.session.wait_for_jobs();
    }
  };
  window.rename_first("Nytt namn");
  SUBCASE("only when asked to") {
    frames_until(4000);
    CHECK(is_unsaved(window.session));
    CHECK_FALSE(window.care.waits_s(window.session, 4000));
  }
  SUBCASE("after five minutes") {
    window.session.view.autosave_minutes = 5;
    frames_until(280);
    CHECK(is_unsaved(window.session));
    CHECK(window.care.waits_s(window.session, 280) == doctest::Approx(20));
    frames_until(300);
    CHECK_FALSE(is_unsaved(window.session));
    CHECK(stage.text().find("Nytt namn") != std::string::npos);
  }
  SUBCASE("never over what another program has written") {
    window.session.view.autosave_minutes = 1;
    const std::string theirs = *read_file(county) + "\n";
    REQUIRE(write_file_atomically(stage.folder / "theirs", theirs));
    REQUIRE(move_file(stage.folder / "theirs", stage.path));
    frames_until(200);
    CHECK(is_unsaved(window.session));
    CHECK(stage.text() == theirs);
    CHECK(window.session.view.dialog == ViewState::Dialog::none);
  }
}

TEST_CASE("what a killed save left behind is told as a problem, and gone after the next save") {  // BAD-INPUT 25
  const CareStage stage;
  const std::string left = stage.folder / ".länet.json.17-3.tmp";
  REQUIRE(write_file_atomically(left, "{}"));
  CaredFor window(stage.path);
  REQUIRE(window.session.files().problems.size() == 1);
  CHECK(window.session.files().problems.front().code == "W_LEFTOVER");
  CHECK(window.session.files().problems.front().file == left);
  window.rename_first("Nytt namn");
  window.save_now();
  CHECK_FALSE(file_exists(left));
}

}  // namespace samverka
