// Reports from the window, by hand and by keys.
#include <doctest/doctest.h>

#include "base/posix.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

void settle(UiDriver& d) {
  d.frames(2);
  if (BrowserState* browser = d.ui->state().files.browser.get()) browser->browser.wait();
  d.ui->wait_for_work();
  d.frames(3);
}

void go_to_folder(UiDriver& d, const std::string& folder) {
  settle(d);
  REQUIRE(d.ui->state().files.browser != nullptr);
  d.ui->state().files.browser->browser.go(folder);
  settle(d);
}

std::string written(const std::string& path) {
  const auto bytes = read_file(path);
  REQUIRE(bytes);
  return *bytes;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Laget makes the paper for a meeting about one's own place, and tells where it was written") {
  const TestFolder folder;
  UiDriver d(county, {1600, 1000});
  d.session.view.own_place = "99";
  d.session.view.tab = Tab::home;
  settle(d);
  d.click("Gör mötesunderlag", "button");
  go_to_folder(d, folder.path);
  CHECK(d.ui->state().files.browser->name == "motesunderlag-99.html");
  CHECK(d.has_text_with("Gäller: "));
  d.click("Skriv rapporten", "button");
  settle(d);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  REQUIRE(d.session.notice().has_value());
  CHECK(d.session.notice()->text == "Rapporten är skriven: " + folder / "motesunderlag-99.html");
  const std::string html = written(folder / "motesunderlag-99.html");
  CHECK(html.substr(0, 15) == "<!DOCTYPE html>");
  CHECK(holds(html, "underlag för beslut"));
  CHECK(holds(html, "samverka:sha256"));
}

TEST_CASE("a report is never written over a file without asking") {
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "motesunderlag-99.html", "mitt eget"));
  UiDriver d(county, {1600, 1000});
  d.session.view.own_place = "99";
  d.press({'r', true, true});
  go_to_folder(d, folder.path);
  d.click("Skriv rapporten", "button");
  settle(d);
  CHECK(d.session.view.dialog == ViewState::Dialog::report);
  CHECK(written(folder / "motesunderlag-99.html") == "mitt eget");
  d.click("Ersätt", "button");
  settle(d);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(holds(written(folder / "motesunderlag-99.html"), "<!DOCTYPE html>"));
}

TEST_CASE("the kind and the place name the file, what is typed stays, and Markdown is a click away") {
  const TestFolder folder;
  UiDriver d(county, {1600, 1000});
  d.session.view.own_place = "9901";
  d.press({'r', true, true});
  go_to_folder(d, folder.path);
  BrowserState& browser = *d.ui->state().files.browser;
  d.click("Länets läge och behov", "button");
  settle(d);
  CHECK(browser.name == "lanets-lage-99.html");
  d.click("Text (Markdown)", "button");
  settle(d);
  CHECK(browser.name == "lanets-lage-99.md");
  d.click("Bilaga till verksamhetsrapport", "button");
  settle(d);
  CHECK(browser.name == "verksamhetsrapport.md");
  browser.name = "min.md";
  d.click("Mötesunderlag", "button");
  settle(d);
  CHECK(browser.name == "min.md");
  d.click("Skriv rapporten", "button");
  settle(d);
  CHECK(holds(written(folder / "min.md"), ": underlag för beslut\n"));
}

TEST_CASE("a kind that the place does not suit says so, and nothing is written") {
  const TestFolder folder;
  UiDriver d(county, {1600, 1000});
  d.session.view.own_place = "99";
  d.press({'r', true, true});
  go_to_folder(d, folder.path);
  d.click("Avtalssamverkan till fullmäktige", "button");
  settle(d);
  CHECK(d.has("Välj en annan plats: den här sortens rapport kan inte göras om den."));
  d.click("Sök plats", "input");
  d.type("Granby");
  settle(d);
  d.click("Granby", "row");
  settle(d);
  CHECK_FALSE(d.has("Välj en annan plats: den här sortens rapport kan inte göras om den."));
  CHECK(d.has("Gäller: Granby"));
  CHECK(d.session.view.own_place == "99");  // the choice is the report's alone
}

TEST_CASE("a folder that cannot be written to is told, and the window goes on") {
  UiDriver d(county, {1600, 1000});
  d.press({'r', true, true});
  settle(d);
  d.ui->state().report.writer.write(d.session, ReportKind::meeting, "", nullptr, "/finns-inte/rapport.html");
  settle(d);
  REQUIRE(d.session.notice().has_value());
  CHECK(d.session.notice()->is_error);
}

}  // namespace samverka
