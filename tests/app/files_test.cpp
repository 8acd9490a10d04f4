#include "app/files.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

#include "app/actions.h"
#include "app/folder_browser.h"
#include "app/problem_target.h"
#include "app/views.h"
#include "support/folder.h"

namespace samverka {
namespace {

using Dialog = ViewState::Dialog;

constexpr const char* county = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";

Assets assets() {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  Result<Assets> loaded = load_assets(false);
  REQUIRE(loaded);
  return std::move(*loaded);
}

std::string bytes_of(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  return bytes ? *bytes : "";
}

void put(const std::string& path, const std::string& bytes) { REQUIRE(write_file_atomically(path, bytes)); }

// A session with a copy of Exempellän in a folder of its own.
struct Stage {
  TestFolder folder;
  std::string path = folder / "länet.json";
  std::string beside = folder / "länet.work.json";
  Session session{assets()};

  Stage() {
    put(path, bytes_of(county));
    open();
  }
  void open() {
    session.open_file(path);
    session.wait_for_jobs();
    REQUIRE(session.has_document());
  }
  // As dragging in the network picture does: another document, with the same rows.
  void pin(const Key& key, Vec2 at) {
    Document changed = session.document();
    changed.pins[key] = at;
    session.change({"history.accept", {}}, std::move(changed));
  }
  void run(const char* action) {
    REQUIRE(run_action(session, action));
    session.wait_for_jobs();
  }
  std::string notice() const { return session.notice() ? session.notice()->text : ""; }
};

}  // namespace

TEST_CASE("a file that was just opened is saved, and nothing is written by opening it") {
  Stage s;
  CHECK_FALSE(is_unsaved(s.session));
  CHECK_FALSE(file_exists(s.beside));
  CHECK(s.session.view.recent_files == std::vector<std::string>{s.path});
  s.session.view.filter = *parse_filter("area=A4");
  s.session.view.tab = Tab::network;
  CHECK_FALSE(is_unsaved(s.session));  // how it is looked at is no reason to ask
}

TEST_CASE("a pin makes it unsaved; saving writes the workspace alone, and the network's file keeps its bytes") {
  Stage s;
  const auto before = stamp_of(s.path);
  s.pin("k-granby", {1.5F, -2});
  CHECK(is_unsaved(s.session));
  CHECK_FALSE(network_differs(s.session));
  s.session.view.own_place = "9901";
  s.run("file.save");
  CHECK_FALSE(is_unsaved(s.session));
  CHECK(stamp_of(s.path) == before);
  CHECK(bytes_of(s.beside).find("\"id\": \"k-granby\"") != std::string::npos);
  CHECK(s.notice().find(s.path) != std::string::npos);

  Stage other;
  put(other.beside, bytes_of(s.beside));
  other.open();
  CHECK(other.session.document().pins.at("k-granby") == Vec2{1.5F, -2});
  CHECK(other.session.view.own_place == "9901");
  CHECK_FALSE(is_unsaved(other.session));
}

TEST_CASE("putting a pin back where it was leaves nothing to save") {
  Stage s;
  s.pin("k-granby", {1, 1});
  s.run("file.save");
  s.pin("k-granby", {2, 2});
  CHECK(is_unsaved(s.session));
  s.pin("k-granby", {1, 1});
  CHECK_FALSE(is_unsaved(s.session));
}

TEST_CASE("what was changed in the network is written, and read again it is the same network") {
  Stage s;
  Document changed = s.session.document();
  changed.network.title = "Ändrad rubrik";
  s.session.change({"history.accept", {}}, std::move(changed));
  CHECK(is_unsaved(s.session));
  CHECK(network_differs(s.session));
  s.run("file.save");
  CHECK_FALSE(is_unsaved(s.session));
  const ReadNetwork read = read_network_file(s.path, s.session.taxonomy());
  CHECK(equal(read.network, s.session.network()));
  CHECK(read.network.title == "Ändrad rubrik");
}

TEST_CASE("how it was looked at comes back with the workspace") {
  Stage s;
  ViewState& view = s.session.view;
  view.tab = Tab::network;
  view.filter = *parse_filter("area=A4.1");
  view.date = {2025, 6, 30};
  view.hidden = {"k-sjoby"};
  view.hidden_groups = {"school"};
  view.focus = {{"k-granby"}, 2};
  view.is_unfolded = true;
  view.unfolded_hosts = {"k-sjoby"};
  view.map_look = {MapLook::Fill::population, true};
  view.lens = "P2";
  view.network_look.collapse = NetworkLook::Collapse::municipality;
  view.network_look.expanded = {"9901"};
  view.network_look.is_actors_only = true;
  const NetworkLook network_look = view.network_look;
  view.map_camera = {{100, 200}, 2.5F, {800, 600}};
  view.map_wants_fit = view.map_is_fitted = false;
  s.session.select("k-granby");
  s.run("file.save");

  Session next(assets());
  next.open_file(s.path);
  next.wait_for_jobs();
  CHECK(next.view.tab == Tab::network);
  CHECK(to_words(next.view.filter) == "area=A4.1");
  CHECK(next.view.date == Date{2025, 6, 30});
  CHECK(next.view.hidden == std::vector<Key>{"k-sjoby"});
  CHECK(next.view.hidden_groups == std::vector<std::string>{"school"});
  CHECK(next.view.focus == Focus{{"k-granby"}, 2});
  CHECK(next.view.is_unfolded);
  CHECK(next.view.unfolded_hosts == std::vector<Key>{"k-sjoby"});
  CHECK(next.view.map_look == MapLook{MapLook::Fill::population, true});
  CHECK(next.view.lens == "P2");
  CHECK(next.view.network_look == network_look);
  CHECK(next.view.map_camera.centre == Vec2{100, 200});
  CHECK(next.view.map_camera.scale == 2.5F);
  CHECK_FALSE(next.view.map_wants_fit);
  CHECK(next.view.network_wants_fit);  // nobody had moved it
  CHECK(next.network().actor(ActorId(next.view.selection.index)).key == "k-granby");
}

TEST_CASE("the mode, the thought and the matrix's look come back with the workspace, and an old one has none of them") {
  Stage s;
  s.session.begin_scenario();
  s.session.begin_scenario();
  REQUIRE(s.session.document().scenarios.size() == 2);
  s.session.view.mode = Mode::what_if;
  s.session.view.scenario = 1;
  const MatrixLook look{MatrixRows::groups, "chain", ChainGroup::older, true, true};
  s.session.view.matrix_look = look;
  s.run("file.save");

  Session next(assets());
  next.open_file(s.path);
  next.wait_for_jobs();
  CHECK(next.view.mode == Mode::what_if);
  CHECK(next.view.scenario == 1);
  CHECK(next.view.matrix_look == look);

  put(s.beside, R"({"format":"samverka-workspace","format_version":"1.0","view":{"tab":"matrix",
    "mode":"drömma","scenario":9,"matrix":{"rows":"hus","columns":"finns-inte","sort":"pris"}}})");
  Session odd(assets());
  odd.open_file(s.path);
  odd.wait_for_jobs();
  CHECK(odd.view.tab == Tab::matrix);
  CHECK(odd.view.mode == Mode::explore);
  CHECK(odd.view.scenario == 0);
  CHECK(odd.view.matrix_look == MatrixLook{});
  put(s.beside, R"({"format":"samverka-workspace","format_version":"1.0","view":{"tab":"matrix"}})");
  Session old(assets());
  old.open_file(s.path);
  old.wait_for_jobs();
  CHECK(old.view.tab == Tab::matrix);
  CHECK(workspace_of(old).view->matrix == std::nullopt);
}

TEST_CASE("a workspace with wild numbers and words that mean nothing leaves the window as it was") {
  Stage s;
  SavedView wild;
  wild.tab = "väggen";
  wild.filter = "area=Q7";
  wild.focus_steps = 900;
  wild.map = SavedCamera{1e300, 0, 1, {}};
  wild.network = SavedCamera{0, 0, 0, {}};
  wild.selected = {"finns-inte"};
  wild.lens = "P77";
  const ViewState before = s.session.view;
  apply_view(wild, s.session);
  CHECK(s.session.view.tab == before.tab);
  CHECK(s.session.view.filter == before.filter);
  CHECK(s.session.view.date == before.date);
  CHECK(s.session.view.focus.steps == 3);
  CHECK(s.session.view.lens.empty());
  CHECK(s.session.view.map_wants_fit == before.map_wants_fit);
  CHECK(s.session.view.selection.kind == PickId::Kind::none);
}

TEST_CASE("keys that the network does not have are kept and listed") {
  Stage s;
  s.run("file.close");
  put(s.beside, R"({"format":"samverka-workspace","format_version":"1.0",
    "pins":[{"id":"försvunnen","x":1,"y":2},{"id":"county:20","x":1,"y":1}],
    "view":{"hidden":["också-borta","k-granby"]},"notes":[{"text":"kvar"}],"nytt":7})");
  s.open();
  CHECK(unknown_keys(s.session.files().workspace, s.session) == std::vector<Key>{"försvunnen", "också-borta"});
  CHECK(s.session.files().problems.size() == 2);
  CHECK(all_problems(s.session).back()->message.args[0].second == "också-borta");
  s.run("file.save");
  const std::string saved = bytes_of(s.beside);
  for (const char* kept : {"försvunnen", "också-borta", "county:20", "\"kvar\"", "\"nytt\": 7"}) {
    INFO(std::string(kept));
    CHECK(saved.find(kept) != std::string::npos);
  }
}

TEST_CASE("a broken workspace leaves the network open, its file untouched, and saving puts it aside") {
  Stage s;
  const std::string broken = R"({"format":"samverka-workspace","format_ver)";
  put(s.beside, broken);
  s.open();
  CHECK(s.session.network().id == "exempellan-2025");
  CHECK(s.session.notice()->is_error);
  CHECK(s.notice().find("E_PARSE") != std::string::npos);
  CHECK(bytes_of(s.beside) == broken);
  s.pin("k-granby", {1, 1});
  s.run("file.save");
  CHECK(bytes_of(s.beside + ".bad") == broken);
  CHECK(read_workspace_file(s.beside).report.is_usable);
}

TEST_CASE("save as takes the work to another place, and goes on there") {
  Stage s;
  s.pin("k-granby", {3, 4});
  const std::string other = s.folder / "annan.json";
  save_as(s.session, other);
  s.session.wait_for_jobs();
  CHECK(s.session.file() == other);
  CHECK_FALSE(is_unsaved(s.session));
  CHECK(equal(read_network_file(other, s.session.taxonomy()).network, s.session.network()));
  CHECK(read_workspace_file(s.folder / "annan.work.json").workspace.pins.at(0).key == "k-granby");
  CHECK_FALSE(file_exists(s.beside));
  CHECK(s.session.view.recent_files.front() == other);
}

TEST_CASE("a file that cannot be written leaves the work unsaved, says why and offers another place") {  // BAD-INPUT 23
  Stage s;
  s.pin("k-granby", {3, 4});
  save_as(s.session, s.folder / "ingen/mapp/alls.json");
  s.session.wait_for_jobs();
  CHECK(is_unsaved(s.session));
  CHECK(s.session.file() == s.path);
  CHECK(s.session.view.dialog == Dialog::save_as);
  CHECK(s.session.files().failure.find("E_SAVE") != std::string::npos);
  CHECK(s.session.document().pins.size() == 1);
}

TEST_CASE("a disk that is full leaves the old files as they were and the work unsaved") {  // BAD-INPUT 24
  Stage s;
  s.pin("k-granby", {3, 4});
  s.run("file.save");
  const std::string old = bytes_of(s.beside);
  Document changed = s.session.document();
  changed.network.title = "Ryms inte";
  changed.pins["k-sjoby"] = {5, 6};
  s.session.change({"history.accept", {}}, std::move(changed));
  const std::string network_before = bytes_of(s.path);
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit small{1000, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  run_action(s.session, "file.save");
  s.session.wait_for_jobs();
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(is_unsaved(s.session));
  CHECK(s.session.notice()->is_error);
  CHECK(bytes_of(s.path) == network_before);
  CHECK(bytes_of(s.beside) == old);
  s.session.view.dialog = Dialog::none;
  s.run("file.save");  // there is room again
  CHECK_FALSE(is_unsaved(s.session));
}

TEST_CASE("what another program has written is not replaced before the user says so") {  // BAD-INPUT 26
  Stage s;
  Document changed = s.session.document();
  changed.network.title = "Mitt";
  s.session.change({"history.accept", {}}, std::move(changed));
  put(s.path, bytes_of(county) + "\n");
  s.run("file.save");
  CHECK(s.session.view.dialog == Dialog::changed_on_disk);
  CHECK(is_unsaved(s.session));
  CHECK(bytes_of(s.path) == bytes_of(county) + "\n");
  answer_cancel(s.session);
  CHECK(s.session.view.dialog == Dialog::none);
  s.run("file.save");
  answer_overwrite(s.session);
  s.session.wait_for_jobs();
  CHECK_FALSE(is_unsaved(s.session));
  CHECK(read_network_file(s.path, s.session.taxonomy()).network.title == "Mitt");
  s.pin("k-granby", {1, 1});
  s.run("file.save");  // our own writing is no other program's
  CHECK(s.session.view.dialog == Dialog::none);
}

TEST_CASE("a file that has gone is told on reload and on save, and the network stays") {  // BAD-INPUT 28
  Stage s;
  REQUIRE(std::remove(s.path.c_str()) == 0);
  s.run("file.reload");
  CHECK(s.session.network().id == "exempellan-2025");
  CHECK(s.notice().find("E_OPEN") != std::string::npos);
  s.run("file.save");
  CHECK(s.session.view.dialog == Dialog::changed_on_disk);
  answer_overwrite(s.session);
  s.session.wait_for_jobs();
  CHECK(equal(read_network_file(s.path, s.session.taxonomy()).network, s.session.network()));
}

TEST_CASE("reloading takes in what is on disk and keeps how it is looked at") {
  Stage s;
  s.session.view.filter = *parse_filter("area=A4");
  s.session.view.date = {2025, 1, 31};
  s.session.select("k-granby");
  std::string text = bytes_of(county);
  text.replace(text.find("Samverkan i Exempellän"), 9, "Nyläst  ");
  put(s.path, text);
  s.run("file.reload");
  CHECK(s.session.network().title.find("Nyläst") == 0);
  CHECK(to_words(s.session.view.filter) == "area=A4");
  CHECK(s.session.view.date == Date{2025, 1, 31});
  CHECK(s.session.view.selection.kind == PickId::Kind::actor);
}

TEST_CASE("quitting asks once, and does what it is told") {
  Stage s;
  s.run("file.quit");
  CHECK(s.session.view.wants_quit);  // nothing to lose, nothing to ask
  s.session.view.wants_quit = false;
  s.pin("k-granby", {1, 1});
  s.run("file.quit");
  CHECK_FALSE(s.session.view.wants_quit);
  CHECK(s.session.view.dialog == Dialog::quit);
  answer_cancel(s.session);
  s.run("file.save");
  CHECK_FALSE(s.session.view.wants_quit);  // the question was taken back
  s.pin("k-granby", {2, 2});
  s.run("file.quit");
  answer_save(s.session);
  s.session.wait_for_jobs();
  CHECK(s.session.view.wants_quit);
  CHECK(bytes_of(s.beside).find("\"x\": 2.0") != std::string::npos);
  s.session.view.wants_quit = false;
  s.pin("k-granby", {3, 3});
  s.run("file.quit");
  answer_discard(s.session);
  CHECK(s.session.view.wants_quit);
  CHECK(bytes_of(s.beside).find("\"x\": 2.0") != std::string::npos);
}

TEST_CASE("a save that fails on the way out keeps the window open") {
  Stage s;
  s.pin("k-granby", {1, 1});
  std::filesystem::remove_all(s.folder.path);
  s.run("file.quit");
  answer_save(s.session);
  s.session.wait_for_jobs();
  CHECK(s.session.view.dialog == Dialog::changed_on_disk);  // the file has gone
  answer_overwrite(s.session);
  s.session.wait_for_jobs();
  CHECK_FALSE(s.session.view.wants_quit);
  CHECK(s.session.view.dialog == Dialog::save_as);
  CHECK(is_unsaved(s.session));
  std::filesystem::create_directory(s.folder.path);
}

TEST_CASE("what came through a pipe is saved where the user says") {
  Stage s;
  s.session.set_file("-");
  s.run("file.save");
  CHECK(s.session.view.dialog == Dialog::save_as);
}

TEST_CASE("opening another asks first, and closing leaves nothing open") {
  Stage s;
  s.pin("k-granby", {1, 1});
  ask_to_open(s.session, county);
  s.session.wait_for_jobs();
  CHECK(s.session.file() == s.path);
  CHECK(s.session.view.dialog == Dialog::quit);
  answer_discard(s.session);
  s.session.wait_for_jobs();
  CHECK(s.session.file() == county);
  CHECK(s.session.document().pins.empty());
  s.run("file.close");
  CHECK_FALSE(s.session.has_document());
  CHECK(s.session.scene().marks.empty());
  CHECK_FALSE(run_action(s.session, "file.save"));
}

TEST_CASE("a problem leads to the actor or agreement that it is about") {
  Stage s;
  const auto target = [&](const char* pointer) {
    Problem problem = error("E_TYPE", {"problem.type.row", {}});
    problem.file = s.path;
    problem.pointer = pointer;
    return target_of(problem, s.session);
  };
  CHECK(target("/actors/0") == PickId{PickId::Kind::actor, 0});
  CHECK(target("/actors/12/name") == PickId{PickId::Kind::actor, 12});
  CHECK(target("/agreements/3/parties/1/actor") == PickId{PickId::Kind::agreement, 3});
  for (const char* none : {"", "/actors", "/actors/", "/actors/x", "/actors/1x", "/actors/999999999",
                           "/actors/99999999999999999999", "/sources/1", "/coverage/surveys/0/asked/2"}) {
    INFO(none);
    CHECK(target(none) == PickId{});
  }
  Problem of_another_file = error("E_TYPE", {"problem.type.row", {}});
  of_another_file.file = s.beside;
  of_another_file.pointer = "/actors/0";
  CHECK(target_of(of_another_file, s.session) == PickId{});
}

TEST_CASE("a folder shows networks first, then folders, then the rest, each in Swedish order") {
  const Stage s;
  for (const char* name : {"ö.json", "å.json", "Z.json", ".dold.json"}) put(s.folder / name, bytes_of(county));
  put(s.folder / "annat.json", "{}");
  put(s.folder / "bild.png", "x");
  put(s.folder / "länet.work.json", write_workspace({}));
  std::filesystem::create_directory(s.folder / "Äldre");
  FolderBrowser browser(s.session.taxonomy());
  browser.go(s.folder.path);
  browser.wait();
  std::vector<std::string> names;
  for (const BrowserRow& row : browser.rows()) names.push_back(row.name);
  CHECK(names == std::vector<std::string>{"länet.json", "Z.json", "å.json", "ö.json", "Äldre", "annat.json", "bild.png",
                                          "länet.work.json"});
  REQUIRE(browser.preview());
  CHECK(browser.preview()->actors == s.session.network().actors.size());
  CHECK(browser.preview()->agreements == s.session.network().agreements.size());
  CHECK(browser.preview()->title == s.session.network().title);
  CHECK(to_string(browser.preview()->as_of) == "2025-12-31");

  browser.set_filter("LANET");
  CHECK(browser.rows().size() == 2);
  browser.set_filter("finns inte");
  CHECK_FALSE(browser.marked());
  browser.step(5);
  CHECK_FALSE(browser.marked_row());
  browser.set_filter("");
  browser.step(1000);
  CHECK(browser.marked_row()->name == "länet.work.json");
  CHECK_FALSE(browser.preview());
  browser.step(-1000);
  CHECK(browser.marked_row()->name == "länet.json");
  browser.wait();
  CHECK(browser.preview());

  browser.go(s.folder / "Äldre");
  browser.wait();
  CHECK(browser.rows().empty());
  CHECK_FALSE(browser.problem());
  browser.go_up();
  browser.wait();
  CHECK(browser.marked_row()->name == "Äldre");
  browser.go(s.folder / "finns inte");
  browser.wait();
  CHECK(browser.problem()->code == "E_OPEN");
}

TEST_CASE("the preview of a broken network says what is wrong") {
  const TestFolder folder;
  put(folder / "a.json", R"({"format": "samverka-network", "format_version": "1.0", )");
  FolderBrowser browser(assets().taxonomy);
  browser.go(folder.path);
  browser.wait();
  REQUIRE(browser.preview());
  CHECK(browser.preview()->problem->code == "E_PARSE");
}

}  // namespace samverka
