#include "app/settings.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "app/recent_files.h"
#include "base/posix.h"
#include "support/folder.h"

namespace samverka {
namespace {

Session make_session() {
  setenv("SAMVERKA_ASSETS", SAMVERKA_SOURCE_DIR "/assets", 1);
  Result<Assets> assets = load_assets(false);
  REQUIRE(assets);
  return Session(std::move(*assets));
}

std::string bytes_of(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  return bytes ? *bytes : "";
}

}  // namespace

TEST_CASE("settings of a window that nobody has touched are empty, and write nothing") {
  Session session = make_session();
  apply_settings({}, session);
  CHECK(session.view.language == "sv");
  CHECK(session.view.scale == 0);
  CHECK(settings_of(session, {}) == Settings{});
  const TestFolder folder;
  SettingsFile file(folder / "samverka/settings.json");
  file.begin_with(file.load());
  CHECK_FALSE(file.keep(settings_of(session, {}), 0));
  CHECK_FALSE(file.keep(settings_of(session, {}), 100));
  CHECK_FALSE(file.keep_at_once(settings_of(session, {})));
  CHECK(folder.is_empty());
}

TEST_CASE("what was changed is written once it has been left alone for a second, and holds at the next start") {
  const TestFolder folder;
  Session session = make_session();
  apply_settings({}, session);
  SettingsFile file(folder / "new/samverka/settings.json");
  file.begin_with({});
  session.view.language = "en";
  session.view.is_dark = session.view.is_high_contrast = session.view.is_colour_safe = true;
  session.view.is_motion_reduced = true;
  session.view.scale = 1.25F;
  session.view.panels.legend = 300;
  session.view.panels.has_inspector = false;
  session.view.own_place = "20";
  session.view.recent_files = {"/län.json"};
  CHECK_FALSE(file.keep(settings_of(session, {}), 10));
  CHECK(file.is_waiting());
  session.view.panels.legend = 310;  // still dragging
  CHECK_FALSE(file.keep(settings_of(session, {}), 10.9));
  CHECK_FALSE(file.keep(settings_of(session, {}), 11.5));
  CHECK_FALSE(file_exists(file.path()));
  CHECK_FALSE(file.keep(settings_of(session, {}), 12));
  CHECK(file_exists(file.path()));
  CHECK_FALSE(file.is_waiting());

  Session next = make_session();
  apply_settings(SettingsFile(file.path()).load(), next);
  CHECK(next.view.language == "en");
  CHECK(next.view.theme_choice() == ThemeChoice{true, true, true});
  CHECK(next.view.is_motion_reduced);
  CHECK(next.view.scale == 1.25F);
  CHECK(next.view.panels == session.view.panels);
  CHECK(next.view.own_place == "20");
  CHECK(next.view.recent_files == std::vector<std::string>{"/län.json"});
}

TEST_CASE("going back to what is the default is kept too") {
  Session session = make_session();
  Settings dark;
  dark.theme = "dark";
  dark.legend_hidden = true;
  apply_settings(dark, session);
  session.view.is_dark = false;
  session.view.panels.has_legend = true;
  const Settings now = settings_of(session, dark);
  CHECK(now.theme == "light");
  CHECK(now.legend_hidden == false);
}

TEST_CASE("members and words of a later version survive, value-exact") {
  const std::string text = R"({
  "format": "samverka-settings",
  "format_version": "1.0",
  "theme": "solariserat",
  "scale_percent": "stor",
  "nytt": {
    "tal": 1.500
  }
}
)";
  const auto settings = read_settings(text);
  REQUIRE(settings);
  Session session = make_session();
  apply_settings(*settings, session);
  CHECK_FALSE(session.view.is_dark);
  CHECK(session.view.scale == 0);
  CHECK(write_settings(settings_of(session, *settings)) == text);
}

TEST_CASE("wild sizes and more recent files than are kept are brought within bounds") {
  Settings wild;
  wild.scale_percent = 1'000'000;
  wild.legend_width = 9'000'000'000;
  wild.drawer_height = 0;
  for (int i = 0; i < 25; ++i) wild.recent.push_back("/" + std::to_string(i));
  Session session = make_session();
  apply_settings(wild, session);
  CHECK(session.view.scale == greatest_scale);
  CHECK(session.view.panels.legend == 560);
  CHECK(session.view.panels.drawer == 90);
  CHECK(session.view.recent_files.size() == recent_files_kept);
}

TEST_CASE("a settings file cut at any byte is put aside, and the program starts with defaults") {  // BAD-INPUT 52
  Settings some;
  some.theme = "dark";
  some.recent = {"/å/ä/ö.json"};
  const std::string whole = write_settings(some);
  for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
    INFO("cut at ", length);
    CHECK_FALSE(read_settings(std::string_view(whole).substr(0, length)));
  }
  const TestFolder folder;
  const std::string path = folder / "settings.json";
  REQUIRE(write_file_atomically(path, whole.substr(0, 40)));
  SettingsFile file(path);
  CHECK(file.load() == Settings{});
  CHECK(file.was_put_aside());
  CHECK_FALSE(file_exists(path));
  CHECK(bytes_of(path + ".bad") == whole.substr(0, 40));
  CHECK(file.load() == Settings{});  // the next start finds nothing, and is not told again
  SettingsFile next(path);
  next.load();
  CHECK_FALSE(next.was_put_aside());
}

TEST_CASE("without a home nothing is kept and nothing is said") {
  SettingsFile file("");
  CHECK(file.load() == Settings{});
  Settings dark;
  dark.theme = "dark";
  CHECK_FALSE(file.keep_at_once(dark));
}

TEST_CASE("where settings cannot be saved, that is said once") {
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "in-the-way", "a file, not a folder"));
  SettingsFile file(folder / "in-the-way/settings.json");
  file.begin_with({});
  Settings dark;
  dark.theme = "dark";
  file.keep(dark, 0);
  const auto problem = file.keep(dark, 2);
  REQUIRE(problem);
  CHECK(problem->code == "E_SAVE");
  CHECK_FALSE(file.keep_at_once({}));
}

TEST_CASE("the settings are where XDG says, else in the home; a relative XDG folder is no folder") {
  const auto with = [](const char* config, const char* home) {
    config ? setenv("XDG_CONFIG_HOME", config, 1) : unsetenv("XDG_CONFIG_HOME");
    home ? setenv("HOME", home, 1) : unsetenv("HOME");
    return settings_path();
  };
  const std::string home_before = environment("HOME").value_or("/root");
  CHECK(with("/etc/mine", "/home/eva") == "/etc/mine/samverka/settings.json");
  CHECK(with(nullptr, "/home/eva") == "/home/eva/.config/samverka/settings.json");
  CHECK(with("relative", "/home/eva") == "/home/eva/.config/samverka/settings.json");
  CHECK(with("", nullptr).empty());
  setenv("HOME", home_before.c_str(), 1);
  unsetenv("XDG_CONFIG_HOME");
}

TEST_CASE("a recent file is first, once, and the eleventh is forgotten") {
  std::vector<std::string> recent;
  for (int i = 0; i < 12; ++i) add_recent(recent, std::to_string(i));
  CHECK(recent.size() == 10);
  CHECK(recent.front() == "11");
  CHECK(recent.back() == "2");
  add_recent(recent, "5");
  CHECK(recent.front() == "5");
  CHECK(recent.size() == 10);
}

TEST_CASE("a path that is no UTF-8 is not written, since the file could not be read again") {
  Session session = make_session();
  session.view.recent_files = {"/\xFF.json", "/ok.json"};
  CHECK(settings_of(session, {}).recent == std::vector<std::string>{"/ok.json"});
}

}  // namespace samverka
