// Exportera data: the network as data for others, by mouse and by keys.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/posix.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";

std::string bytes_of(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  return bytes ? *bytes : "";
}

// A window on a copy of Exempellän in a folder of its own, with the dialog open by its keys.
struct Stage {
  TestFolder folder;
  std::string path = folder / "länet.json";
  UiDriver d{"", {1600, 900}};

  Stage() {
    REQUIRE(write_file_atomically(path, bytes_of(county)));
    d.session.open_file(path);
    settle();
    d.press({'x', true, true});
    settle();
    REQUIRE(d.session.view.dialog == ViewState::Dialog::export_data);
  }
  void settle() {
    d.frames(2);
    d.ui->wait_for_work();
    d.frames(3);
  }
  // The topmost of that name: a dialog's own, not the one in the bar that it covers.
  void click(const std::string& label) {
    const Item* found = nullptr;
    for (const Item& item : d.ui->items()) {
      if (item.label == label && item.role == "button") found = &item;
    }
    INFO("label: ", label);
    REQUIRE(found);
    d.click_at(found->rect.centre());
    settle();
  }
  const std::string& target() const { return d.ui->state().path_text; }
  // The field keeps what is typed in it while it has the keyboard.
  void save_to(const std::string& where) {
    click("Med, utan läge");
    d.ui->state().path_text = where;
    settle();
  }
  bool is_open() const { return d.session.view.dialog == ViewState::Dialog::export_data; }
};

}  // namespace

TEST_CASE("data goes beside the open network unless one says otherwise, and a notice says where") {
  Stage s;
  CHECK(s.target() == s.folder / "exempellan-2025-data.xlsx");
  s.click("Spara");
  CHECK_FALSE(s.is_open());
  CHECK(bytes_of(s.folder / "exempellan-2025-data.xlsx").starts_with("PK"));
  REQUIRE(s.d.session.notice());
  CHECK(s.d.session.notice()->text.find("Exporterat till") != std::string::npos);
  CHECK_FALSE(s.d.session.notice()->is_error);
}

TEST_CASE("the format and the name's ending follow each other") {
  Stage s;
  s.click("GraphML");
  CHECK(s.target().ends_with("-data.graphml"));
  s.click("CSV");
  CHECK(s.target().ends_with("-data.csv"));
  s.save_to(s.folder / "bild.gexf");
  s.click("Spara");
  CHECK(bytes_of(s.folder / "bild.gexf").find("<gexf") != std::string::npos);
}

TEST_CASE("a file that is there is replaced at the second press, the open network never") {
  Stage s;
  REQUIRE(write_file_atomically(s.folder / "ut.json", "före"));
  s.save_to(s.folder / "ut.json");
  s.click("Spara");
  CHECK(s.is_open());
  CHECK(bytes_of(s.folder / "ut.json") == "före");
  s.click("Spara");
  CHECK_FALSE(s.is_open());
  CHECK(bytes_of(s.folder / "ut.json").find("exempellan") != std::string::npos);

  s.d.press({'x', true, true});
  s.settle();
  const std::string before = bytes_of(s.path);
  s.save_to(s.path);
  s.click("Spara");
  s.click("Spara");
  CHECK(s.is_open());
  CHECK(bytes_of(s.path) == before);
  s.save_to(s.folder / "ut.svg");
  s.click("Spara");
  CHECK(s.is_open());
  CHECK_FALSE(file_exists(s.folder / "ut.svg"));
  s.d.press({Chord::escape});
  s.settle();
  CHECK_FALSE(s.is_open());
}

TEST_CASE("what is chosen in the dialog decides what the file holds") {
  Stage s;
  Document changed = s.d.session.document();
  changed.network.actors.mutable_row(0).sensitive = true;
  const std::string name = changed.network.actors[0].name;
  s.d.session.change({"history.accept", {}}, std::move(changed));
  s.d.session.view.filter = *parse_filter("type=municipality");
  s.settle();
  s.save_to(s.folder / "ut.json");
  s.click("Utelämnade");
  s.click("Det urvalet visar");
  s.click("Spara");
  const std::string text = bytes_of(s.folder / "ut.json");
  CHECK(text.find("\"type\": \"municipality\"") != std::string::npos);
  CHECK(text.find("\"type\": \"school\"") == std::string::npos);
  CHECK(text.find(name) == std::string::npos);
  CHECK(s.d.session.notice()->text.find("utelämnad") != std::string::npos);
}

TEST_CASE("a folder that cannot be written leaves a notice that says so, and no file") {
  Stage s;
  s.save_to("/proc/ut.json");
  s.click("Spara");
  REQUIRE(s.d.session.notice());
  CHECK(s.d.session.notice()->is_error);
}

}  // namespace samverka
