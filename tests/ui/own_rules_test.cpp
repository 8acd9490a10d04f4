// Norms of one's own in the tab Luckor, by hand.
#include <doctest/doctest.h>

#include "app/settings.h"
#include "base/posix.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";
constexpr const char* good =
    R"({"format": "samverka-rules", "format_version": "1.0", "id": "egna", "taxonomy": "se-2025",
  "rules": [{"id": "barnahus", "class": "local", "severity": 2, "verified": false,
    "title": {"sv": "Barnahus med regionen", "en": "Barnahus with the region"},
    "for_each": {"type": "municipality"},
    "need": {"min_partners": 1, "partner": {"type": "region"}, "agreement": {"form": "barnahus"}}, "weight": "one"}]})";

void settle(UiDriver& d) {
  d.frames(2);
  if (BrowserState* browser = d.ui->state().files.browser.get()) browser->browser.wait();
  d.ui->wait_for_work();
  d.frames(3);
  d.ui->wait_for_work();
  d.frames(2);
}

// As a person chooses a file in the open dialog: into the folder, a click on it, and the button.
void choose_file(UiDriver& d, const std::string& folder, const std::string& name, const std::string& done) {
  settle(d);
  REQUIRE(d.ui->state().files.browser != nullptr);
  d.ui->state().files.browser->browser.go(folder);
  settle(d);
  d.click(name, "file");
  settle(d);
  d.click(done, "button");
  settle(d);
}

void open_norms(UiDriver& d) {
  d.press({'8', true});
  settle(d);
  d.click("Normerna", "button");
  settle(d);
}

}  // namespace

TEST_CASE("norms of one's own hold for the whole tab, and the bundled ones again by one click") {
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "egna.json", good));
  UiDriver d(county, {1600, 1400});
  open_norms(d);
  CHECK(d.has("Normerna är de som följer med programmet."));
  const std::size_t bundled = d.ui->state().gaps.finder.found()->rules.size();
  d.click("Normer från egen fil …", "button");
  choose_file(d, folder.path, "egna.json", "Använd normerna");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  REQUIRE(d.ui->state().gaps.finder.found() != nullptr);
  CHECK(d.ui->state().gaps.finder.found()->rules.size() == 1);
  CHECK(d.has("Barnahus med regionen"));
  CHECK(d.has_text_with("egna normer: egna.json"));
  d.click("De medföljande normerna", "button");
  settle(d);
  CHECK(d.ui->state().gaps.finder.found()->rules.size() == bundled);
  CHECK_FALSE(d.has("Barnahus med regionen"));
  CHECK(d.session.view.own_rules.empty());
}

TEST_CASE("a rules file that is wrong is told with file and line and a way out, and the norms before it stay") {
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "egna.json", good));
  std::string bad = good;
  bad.replace(bad.find("\"region\""), 8, "\"regino\"");
  REQUIRE(write_file_atomically(folder / "fel.json", bad));
  UiDriver d(county, {1600, 1400});
  open_norms(d);
  d.click("Normer från egen fil …", "button");
  choose_file(d, folder.path, "egna.json", "Använd normerna");
  d.click("Normer från egen fil …", "button");
  choose_file(d, folder.path, "fel.json", "Använd normerna");
  REQUIRE(d.session.notice().has_value());
  CHECK(d.session.notice()->is_error);
  const std::string& told = d.session.notice()->text;
  CHECK(told.find("fel.json:5:") != std::string::npos);
  CHECK(told.find("E_UNKNOWN") != std::string::npos);
  CHECK(told.find("Normerna från förut gäller fortfarande.") != std::string::npos);
  CHECK(d.has("Barnahus med regionen"));
  CHECK(d.ui->state().gaps.norms.file() == folder / "egna.json");
  REQUIRE(d.session.view.own_rules.size() == 1);
  CHECK(d.session.view.own_rules.front().file == folder / "egna.json");
}

TEST_CASE("norms of one's own are remembered for their network and for no other") {
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "egna.json", good));
  UiDriver d(county, {1600, 1400});
  d.session.view.own_rules = {{d.session.network().id, folder / "egna.json", {}}};
  const Settings kept = settings_of(d.session, {});
  const auto again = read_settings(write_settings(kept));
  REQUIRE(again.has_value());
  CHECK(again->rules == d.session.view.own_rules);
  open_norms(d);
  CHECK(d.ui->state().gaps.finder.found()->rules.size() == 1);
  Document other = d.session.document();
  other.network.id = "ett-annat";
  d.session.show(std::move(other), "annat.json", {});
  settle(d);
  CHECK(d.ui->state().gaps.norms.file().empty());
  CHECK(d.ui->state().gaps.finder.found()->rules.size() > 1);
}

TEST_CASE("a remembered rules file that is gone is told, and the bundled norms hold") {
  UiDriver d(county, {1600, 1400});
  d.session.view.own_rules = {{d.session.network().id, "/finns/inte.json", {}}};
  open_norms(d);
  REQUIRE(d.session.notice().has_value());
  CHECK(d.session.notice()->text.find("/finns/inte.json") != std::string::npos);
  CHECK(d.session.notice()->text.find("Normerna som följer med programmet gäller.") != std::string::npos);
  CHECK(d.ui->state().gaps.finder.found()->rules.size() > 1);
}

}  // namespace samverka
