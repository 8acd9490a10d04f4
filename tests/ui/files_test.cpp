// Files, settings and problems by hand: what is clicked and typed in the dialogs.
#include <doctest/doctest.h>

#include <filesystem>

#include "app/files.h"
#include "base/posix.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";
constexpr int page_keys = 400;  // where the test keeps keys of its own in ImGui's map

std::string bytes_of(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  return bytes ? *bytes : "";
}
void put(const std::string& path, const std::string& bytes) { REQUIRE(write_file_atomically(path, bytes)); }

// A window on a copy of Exempellän in a folder of its own.
struct Stage {
  TestFolder folder;
  std::string path = folder / "länet.json";
  UiDriver d{"", {1600, 900}};

  explicit Stage(const std::string& text = bytes_of(county)) {
    put(path, text);
    d.session.open_file(path);
    settle();
  }
  void settle() {
    d.frames(2);
    if (BrowserState* state = d.ui->state().files.browser.get()) state->browser.wait();
    d.session.wait_for_jobs();
    d.frames(3);
  }
  void key(ImGuiKey_ which) {
    ImGuiIO& io = ImGui::GetIO();
    if (io.KeyMap[which] < 0) io.KeyMap[which] = page_keys + which;
    io.KeysDown[io.KeyMap[which]] = true;
    d.frames(1);
    io.KeysDown[io.KeyMap[which]] = false;
    settle();
  }
  void press(Chord chord) {
    d.press(chord);
    settle();
  }
  // The topmost of that name: a dialog's own, not the one in the bar that it covers.
  void click(const std::string& label, const std::string& role = "button") {
    const Item* found = nullptr;
    for (const Item& item : d.ui->items()) {
      if (item.label == label && item.role == role) found = &item;
    }
    INFO("label: ", label);
    REQUIRE(found);
    d.click_at(found->rect.centre());
    settle();
  }
  void pin(const Key& key_of, Vec2 at) {
    Document changed = d.session.document();
    changed.pins[key_of] = at;
    d.session.change({"history.accept", {}}, std::move(changed));
    settle();
  }
};

}  // namespace

TEST_CASE("a network is found by typing in the folder and opened with Enter") {
  Stage s;
  put(s.folder / "grannlänet.json", bytes_of(county));
  put(s.folder / "inget.txt", "x");
  s.press({'o', true});
  CHECK(s.d.find("länet.json", "file"));
  CHECK(s.d.find("inget.txt", "file"));
  s.d.type("GRANN");
  s.settle();
  CHECK_FALSE(s.d.find("länet.json", "file"));
  REQUIRE(s.d.find("grannlänet.json", "file"));
  CHECK(s.d.has_text_with(s.d.session.network().title));
  CHECK(s.d.has_text_with("Underlag per 2025-12-31"));
  s.key(ImGuiKey_Enter);
  CHECK(s.d.session.view.dialog == ViewState::Dialog::none);
  CHECK(s.d.session.file() == s.folder / "grannlänet.json");
}

TEST_CASE("arrows move the mark, Enter goes into a folder and Backspace in an empty field comes back") {
  Stage s;
  std::filesystem::create_directory(s.folder / "under");
  put(s.folder / "under/djupt.json", bytes_of(county));
  s.press({'o', true});
  CHECK(s.d.find("länet.json", "file")->is_on);
  s.key(ImGuiKey_DownArrow);
  CHECK(s.d.find("under", "folder")->is_on);
  s.key(ImGuiKey_Enter);
  REQUIRE(s.d.find("djupt.json", "file"));
  CHECK(s.d.find("djupt.json", "file")->is_on);
  s.key(ImGuiKey_Backspace);
  REQUIRE(s.d.find("under", "folder"));
  CHECK(s.d.find("under", "folder")->is_on);
  s.key(ImGuiKey_UpArrow);
  CHECK(s.d.find("länet.json", "file")->is_on);
}

TEST_CASE("a path can be typed: a folder is entered, a file opened, and nothing there is said") {
  Stage s;
  std::filesystem::create_directory(s.folder / "under");
  put(s.folder / "under/djupt.json", bytes_of(county));
  const auto type_path = [&](const std::string& path) {
    s.d.click("Sökväg", "input");
    ImGui::GetIO().KeyCtrl = true;
    s.key(ImGuiKey_A);
    ImGui::GetIO().KeyCtrl = false;
    s.d.type(path);
    s.key(ImGuiKey_Enter);
  };
  s.press({'o', true});
  type_path(s.folder / "finns/inte");
  CHECK(s.d.has_text_with("finns/inte"));
  CHECK(s.d.has_text_with("Det finns ingen fil eller mapp"));
  type_path(s.folder / "under");
  CHECK(s.d.find("djupt.json", "file"));
  type_path(s.folder / "under/../länet.json");
  CHECK(s.d.session.view.dialog == ViewState::Dialog::none);
  CHECK(s.d.session.file() == s.path);
}

TEST_CASE("a double click opens, and a recent file that is gone is marked") {
  Stage s;
  put(s.folder / "annan.json", bytes_of(county));
  s.d.session.view.recent_files = {s.path, s.folder / "borta.json"};
  s.press({'o', true});
  s.settle();
  CHECK(s.d.find("borta.json", "link"));
  CHECK(s.d.ui->state().files.browser->is_missing == std::vector<bool>{false, true});
  s.d.double_click_at(s.d.find("annan.json", "file")->rect.centre());
  s.settle();
  CHECK(s.d.session.file() == s.folder / "annan.json");
  CHECK(s.d.session.view.recent_files.front() == s.folder / "annan.json");
}

TEST_CASE("a folder that is dropped is opened in the dialog, a file in the window") {
  Stage s;
  put(s.folder / "annan.json", bytes_of(county));
  s.d.ui->drop_file(s.folder.path);
  s.settle();
  CHECK(s.d.session.view.dialog == ViewState::Dialog::open);
  CHECK(s.d.find("annan.json", "file"));
  s.press({Chord::escape});
  CHECK(s.d.session.view.dialog == ViewState::Dialog::none);
  s.d.ui->drop_file(s.folder / "annan.json");
  s.settle();
  CHECK(s.d.session.file() == s.folder / "annan.json");
}

TEST_CASE("save as proposes the name, adds the ending and asks before it replaces") {
  Stage s;
  put(s.folder / "tagen.json", "gammalt");
  s.press({'s', true, true});
  s.d.type("tagen");
  s.click("Spara");
  CHECK(s.d.has_text_with("Det finns redan en fil"));
  CHECK(bytes_of(s.folder / "tagen.json") == "gammalt");
  s.click("Ersätt");
  CHECK(s.d.session.view.dialog == ViewState::Dialog::none);
  CHECK(s.d.session.file() == s.folder / "tagen.json");
  CHECK(equal(read_network_file(s.folder / "tagen.json", s.d.session.taxonomy()).network, s.d.session.network()));
}

TEST_CASE("save as asks before it replaces a workspace that stands alone") {
  Stage s;
  put(s.folder / "annans.work.json", "anteckningar");
  s.press({'s', true, true});
  s.d.type("annans");
  s.click("Spara");
  CHECK(s.d.has_text_with("Det finns redan en fil"));
  CHECK(bytes_of(s.folder / "annans.work.json") == "anteckningar");
}

TEST_CASE("a question waits for its answer: no key runs anything else behind it") {
  Stage s;
  s.pin("k-granby", {1, 2});
  s.press({'q', true});
  s.press({'k', true});
  s.press({'3', true});
  CHECK(s.d.session.view.dialog == ViewState::Dialog::quit);
  s.press({Chord::escape});
  CHECK(s.d.session.files().next == FileState::Next::nothing);
}

TEST_CASE("an unsaved change shows as a star, which saving takes away") {
  Stage s;
  const std::string title = s.d.session.network().title.substr(0, 15);
  CHECK(s.d.has_text_with(title));
  CHECK_FALSE(s.d.has_text_with("* " + title));
  s.pin("k-granby", {1, 2});
  CHECK(s.d.has_text_with("* " + title));
  s.press({'s', true});
  CHECK_FALSE(s.d.has_text_with("* " + title));
  CHECK(s.d.has_text_with("Sparat: "));
}

TEST_CASE("quitting with something unsaved asks once, and every answer does what it says") {
  Stage s;
  s.pin("k-granby", {1, 2});
  s.press({'q', true});
  CHECK(s.d.has("Osparade ändringar"));
  s.click("Avbryt");
  CHECK_FALSE(s.d.session.view.wants_quit);
  s.press({'q', true});
  s.press({Chord::escape});
  CHECK_FALSE(s.d.session.view.wants_quit);
  s.press({'q', true});
  s.click("Spara");
  CHECK(s.d.session.view.wants_quit);
  CHECK(file_exists(s.folder / "länet.work.json"));
  s.d.session.view.wants_quit = false;
  s.pin("k-granby", {3, 4});
  s.press({'q', true});
  s.click("Spara inte");
  CHECK(s.d.session.view.wants_quit);
}

TEST_CASE("a file that another program has changed can be saved elsewhere, written over or read again") {
  Stage s;
  const auto change = [&] {
    Document mine = s.d.session.document();
    mine.network.title = "Min egen";
    s.d.session.change({"history.accept", {}}, std::move(mine));
    put(s.path, bytes_of(county) + "\n");
    s.press({'s', true});
    CHECK(s.d.has("Filen har ändrats på disken"));
  };
  change();
  s.click("Läs om från disk");
  CHECK(s.d.session.network().title != "Min egen");
  change();
  s.click("Visa skillnader");
  s.d.ui->wait_for_work();
  s.d.frames(3);
  CHECK(s.d.session.view.mode == Mode::compare);
  CHECK(s.d.session.network().title == "Min egen");
  s.d.session.view.mode = Mode::explore;
  s.d.frames(2);
  s.press({'s', true});
  s.click("Spara som…");
  CHECK(s.d.session.view.dialog == ViewState::Dialog::save_as);
  s.press({Chord::escape});
  s.press({'s', true});
  s.click("Skriv över");
  CHECK(read_network_file(s.path, s.d.session.taxonomy()).network.title == "Min egen");
}

TEST_CASE("every choice in the settings takes effect at once, and reset takes them back") {
  Stage s;
  s.press({',', true});
  CHECK(s.d.has("Inställningar"));
  s.click("Mörkt");
  s.click("Hög");
  s.click("För färgblinda");
  s.click("Färre");
  CHECK(s.d.session.view.theme_choice() == ThemeChoice{true, true, true});
  CHECK(&s.d.session.theme() == &theme_of({true, true, true}));
  CHECK(s.d.session.scene().theme.is_high_contrast);
  CHECK(s.d.session.view.is_motion_reduced);
  s.click("English");
  CHECK(s.d.has("Settings"));
  s.click("Reset");
  CHECK(s.d.session.view.theme_choice() == ThemeChoice{});
  CHECK_FALSE(s.d.session.view.is_motion_reduced);
  CHECK(s.d.has("Settings"));  // the language is no look
}

TEST_CASE("a larger scale makes letters larger at once, and the picture is drawn anew") {
  Stage s;
  s.press({',', true});
  const float before = s.d.find("Mörkt", "button")->rect.height();
  const int drawn = s.d.texture.updates;
  s.click("+");
  CHECK(s.d.session.view.scale == 1.25F);
  CHECK(s.d.has("125 %"));
  CHECK(s.d.find("Mörkt", "button")->rect.height() > before * 1.15F);
  CHECK(s.d.texture.updates > drawn);
  for (int i = 0; i < 12 && s.d.session.view.scale < greatest_scale; ++i) s.click("+");
  CHECK(s.d.has("225 %"));  // what leaves room for a picture in this window
  s.d.session.view.scale = greatest_scale;
  s.d.resize({1920, 1280});
  s.settle();
  CHECK(s.d.has("300 %"));
  s.d.resize({1280, 720});
  s.settle();
  CHECK(s.d.has("175 %"));
  s.d.resize({1600, 900});
  s.d.session.view.scale = 0;
  s.settle();
  CHECK(s.d.find("Mörkt", "button")->rect.height() == doctest::Approx(before));
}

TEST_CASE("the list of problems tells each with its line; a click selects what it is about") {
  std::string text = bytes_of(county);
  const std::string granby = "\"id\": \"k-granby\"";
  text.replace(text.find(granby), granby.size(), granby + ", \"sensitive\": \"kanske\"");
  Stage s(text);
  CHECK(s.d.session.report().error_count >= 1);
  s.click("Problem");
  CHECK(s.d.session.view.drawer == ViewState::Drawer::problems);
  const Problem& first = s.d.session.report().problems.front();
  const Item* row = nullptr;
  for (const Item& item : s.d.ui->items()) {
    if (item.role == "problem" && !row) row = &item;
  }
  REQUIRE(row);
  CHECK(first.line > 0);
  s.d.click_at({row->rect.min.x + 40, row->rect.centre().y});
  const PickId selected = s.d.session.view.selection;
  REQUIRE(selected.kind == PickId::Kind::actor);
  CHECK(s.d.session.network().actor(ActorId(selected.index)).key == "k-granby");
  s.click("Kopiera alla");
  const std::string copied = ImGui::GetClipboardText();
  CHECK(copied.find("error " + first.code) != std::string::npos);
  CHECK(copied.find("länet.json:") != std::string::npos);
}

TEST_CASE("errors and warnings can be looked at apart, and a sound file says that it is sound") {
  Stage s;
  s.d.session.view.drawer = ViewState::Drawer::problems;
  s.settle();
  if (s.d.session.report().warning_count == 0) CHECK(s.d.has("Inga problem. Filen följer formatet."));
  std::string text = bytes_of(county);
  text.insert(text.find("\"actors\": [") + 11, R"({"id": "k-granby", "type": "okänt", "name": "En till"},)");
  put(s.path, text);
  s.press({'r', true});
  const auto rows = [&] {
    std::size_t count = 0;
    for (const Item& item : s.d.ui->items()) count += item.role == "problem" ? 1U : 0U;
    return count;
  };
  const std::size_t errors = s.d.session.report().error_count;
  const std::size_t warnings = s.d.session.report().warning_count;
  REQUIRE(errors == 1);
  REQUIRE(warnings >= 1);
  s.d.session.view.panels.drawer = 400;
  s.settle();
  CHECK(rows() == errors + warnings);
  s.click("Fel 1");
  CHECK(rows() == errors);
  s.click("Varningar " + std::to_string(warnings));
  CHECK(rows() == warnings);
}

TEST_CASE("the first start leads through three steps, and what is done is not asked for") {
  Stage s;
  CHECK_FALSE(s.d.has("Steg 1 av 3"));
  s.d.session.view.hint = ViewState::Hint::place;
  s.settle();
  CHECK(s.d.has("Steg 1 av 3"));
  s.d.session.view.own_place = "99";
  s.settle();
  CHECK(s.d.has("Steg 2 av 3"));
  s.d.session.view.filter = *parse_filter("area=A4");
  s.settle();
  CHECK(s.d.has("Steg 3 av 3"));
  s.d.session.select("k-granby");
  s.settle();
  CHECK(s.d.session.view.hint == ViewState::Hint::seen);
  CHECK_FALSE(s.d.has("Steg 3 av 3"));
  s.d.session.view.own_place.clear();
  s.d.session.view.hint = ViewState::Hint::place;
  s.settle();
  s.click("Visa inte igen");
  CHECK(s.d.session.view.hint == ViewState::Hint::seen);
}

TEST_CASE("the menu under the network's name has everything that is done with files, and the recent ones") {
  Stage s;
  for (const Item& item : std::vector<Item>(s.d.ui->items())) {
    if (item.label.starts_with(s.d.session.network().title.substr(0, 15)) && item.role == "button") s.click(item.label);
  }
  for (const char* words : {"Öppna…", "Läs om från disk", "Spara", "Spara som…", "Inställningar…", "Avsluta"}) {
    INFO(words);
    CHECK(s.d.find(words, "menu"));
  }
  CHECK(s.d.find("länet.json", "menu"));
  s.d.click("Inställningar…", "menu");
  s.settle();
  CHECK(s.d.session.view.dialog == ViewState::Dialog::settings);
}

TEST_CASE("the dialogs draw without harm in windows of any size, in both languages and every theme") {
  Stage s;
  using Dialog = ViewState::Dialog;
  s.pin("k-granby", {1, 1});
  for (const Dialog dialog : {Dialog::open, Dialog::save_as, Dialog::settings, Dialog::quit, Dialog::changed_on_disk}) {
    for (const Vec2 size : {Vec2{200, 200}, Vec2{1, 1}, Vec2{10000, 100}, Vec2{1280, 720}}) {
      s.d.session.view.dialog = dialog;
      s.d.session.view.language = size.x > 1000 ? "en" : "sv";
      s.d.session.view.is_dark = size.y > 150;
      s.d.resize(size);
      s.settle();
      CHECK(s.d.session.view.dialog == dialog);
      s.press({Chord::escape});
      CHECK(s.d.session.view.dialog == Dialog::none);
    }
  }
}

}  // namespace samverka
