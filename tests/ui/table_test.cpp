// The tab Tabell, used by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "base/collate.h"
#include "base/posix.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

using Words = std::vector<std::string>;

// The labels of the items of a role, in the order they were drawn.
Words all(const UiDriver& d, std::string_view role) {
  Words words;
  for (const Item& item : d.ui->items()) {
    if (item.role == role) words.push_back(item.label);
  }
  return words;
}

Words rows(const UiDriver& d) { return all(d, "row"); }

std::string selected(const UiDriver& d) {
  const PickId selection = d.session.view.selection;
  if (selection.kind == PickId::Kind::actor) return d.session.network().actors[selection.index].key;
  if (selection.kind == PickId::Kind::agreement) return d.session.network().agreements[selection.index].key;
  return "";
}

std::string clipboard() {
  const char* text = ImGui::GetClipboardText();
  return text ? text : "";
}

void open_table(UiDriver& d) {
  d.press({'6', true});
  d.frames(2);
}

void hold(bool ctrl, bool shift) {
  ImGui::GetIO().KeyCtrl = ctrl;
  ImGui::GetIO().KeyShift = shift;
}

void press_key(UiDriver& d, ImGuiKey key) {
  ImGuiIO& io = ImGui::GetIO();
  const int place = 400 + key;
  io.KeyMap[key] = place;
  io.KeysDown[place] = true;
  d.frames(1);
  io.KeysDown[place] = false;
  d.frames(2);
}

}  // namespace

TEST_CASE("the table lists what the picture shows, by name") {
  UiDriver d(county);
  open_table(d);
  const std::size_t shown = d.session.shown().folding.shown.size();
  CHECK(d.has("Aktörer " + std::to_string(shown)));
  CHECK(d.find("Namn", "heading")->is_on);
  REQUIRE(rows(d).size() > 5);
  const Words names = rows(d);
  CHECK(std::is_sorted(names.begin(), names.end(), swedish_less));
  CHECK(d.has_text_with(std::to_string(shown) + " rader"));
}

TEST_CASE("a click on a heading sorts, a second turns the order") {
  UiDriver d(county, {2600, 900});
  open_table(d);
  d.click("Invånare", "heading");
  CHECK(d.find("Invånare", "heading")->is_on);
  const std::string least = rows(d).front();
  d.click("Invånare", "heading");
  const std::string most = rows(d).front();
  const auto population = [&](const std::string& name) {
    for (const Actor& actor : d.session.network().actors) {
      if (actor.name == name) return actor.population.value();
    }
    return std::int64_t{0};
  };
  for (const Actor& actor : d.session.network().actors) {
    if (!actor.population) continue;
    CHECK(population(least) <= *actor.population);
    CHECK(population(most) >= *actor.population);
  }
}

TEST_CASE("typing leaves the rows that have the words; nothing found offers a way back") {
  UiDriver d(county);
  open_table(d);
  const std::size_t before = rows(d).size();
  d.click("Filtrera raderna", "input");
  d.type("granb");
  REQUIRE_FALSE(rows(d).empty());
  CHECK(rows(d).size() < before);
  CHECK(d.find("Granby kommun", "row") != nullptr);
  CHECK(d.find("Sjöby kommun", "row") == nullptr);
  d.type("zzz");
  CHECK(rows(d).empty());
  CHECK(d.has("Ingen rad har ”granbzzz”."));
  d.click("Visa alla rader", "button");
  CHECK(rows(d).size() == before);
}

TEST_CASE("columns are chosen, and the name stays") {
  UiDriver d(county, {2600, 900});
  open_table(d);
  CHECK(d.find("Driftsform", "heading") != nullptr);
  CHECK(d.find("Kortnamn", "heading") == nullptr);
  d.click("Kolumner", "button");
  d.click("Kortnamn", "check");
  d.click("Driftsform", "check");
  CHECK(d.find("Kortnamn", "heading") != nullptr);
  CHECK(d.find("Driftsform", "heading") == nullptr);
  d.click_at(d.find("Namn", "check")->rect.centre());
  CHECK(d.find("Namn", "heading") != nullptr);
  d.click("Som från början", "button");
  CHECK(d.find("Driftsform", "heading") != nullptr);
}

TEST_CASE("a click selects in every tab; Ctrl adds, and takes away again; Shift takes all between") {
  UiDriver d(county);
  open_table(d);
  const Words names = rows(d);
  d.click(names[1], "row");
  CHECK(d.session.network().actors[d.session.view.selection.index].name == names[1]);
  CHECK(d.find(names[1], "row")->is_on);
  hold(true, false);
  d.click(names[3], "row");
  CHECK(d.session.view.selected().size() == 2);
  CHECK(d.find(names[1], "row")->is_on);
  d.click(names[3], "row");
  CHECK(d.session.view.selected().size() == 1);
  hold(false, true);
  d.click(names[4], "row");
  hold(false, false);
  CHECK(d.session.view.selected().size() == 2);  // from 3, where Ctrl was last
  d.click(names[1], "row");
  hold(false, true);
  d.click(names[4], "row");
  hold(false, false);
  CHECK(d.session.view.selected().size() == 4);
  CHECK_FALSE(d.find(names[0], "row")->is_on);
  CHECK(d.find(names[2], "row")->is_on);
}

TEST_CASE("a range that began in a row that the search took away begins with the first that is left") {
  UiDriver d(county);
  open_table(d);
  d.click(rows(d)[9], "row");
  d.ui->state().table.tab().search = "granby kommun";
  d.frames(2);
  REQUIRE_FALSE(rows(d).empty());
  REQUIRE(rows(d).size() < 9);
  hold(false, true);
  d.click(rows(d).back(), "row");
  hold(false, false);
  CHECK(d.session.view.selected().size() == rows(d).size());
}

TEST_CASE("the keys walk the rows as soon as the table is open, without a click") {
  UiDriver d(county);
  open_table(d);
  press_key(d, ImGuiKey_DownArrow);
  CHECK(d.find(rows(d)[0], "row")->is_on);
  press_key(d, ImGuiKey_DownArrow);
  CHECK(d.find(rows(d)[1], "row")->is_on);
}

TEST_CASE("a selection made elsewhere is scrolled to") {
  UiDriver d("datasets/sverige-2025.json");
  open_table(d);
  CHECK(d.find("Örebro kommun", "row") == nullptr);
  d.session.select("k-orebro");
  d.frames(3);
  REQUIRE(d.find("Örebro kommun", "row") != nullptr);
  CHECK(d.find("Örebro kommun", "row")->is_on);
  CHECK(d.find("Örebro kommun", "row")->is_visible);
}

TEST_CASE("the table of agreements opens where the selected agreement stands") {
  UiDriver d("datasets/sverige-2025.json");
  open_table(d);
  d.session.select("a-rss-20-dalarna");
  d.frames(2);
  CHECK(d.find("Samverkan genom RSS Dalarna", "row") == nullptr);
  d.click("Överenskommelser " + std::to_string(d.session.shown().part.agreements.size()), "button");
  d.frames(2);
  REQUIRE(d.find("Samverkan genom RSS Dalarna", "row") != nullptr);
  CHECK(d.find("Samverkan genom RSS Dalarna", "row")->is_on);
}

TEST_CASE("the keys walk the rows: one, a page, to either end, and with Shift all on the way") {
  UiDriver d("datasets/sverige-2025.json");
  open_table(d);
  const Words names = rows(d);
  d.click(names[0], "row");
  press_key(d, ImGuiKey_DownArrow);
  CHECK(d.find(names[1], "row")->is_on);
  press_key(d, ImGuiKey_UpArrow);
  CHECK(d.find(names[0], "row")->is_on);
  press_key(d, ImGuiKey_End);
  d.frames(2);
  CHECK_FALSE(d.find(names[1], "row") != nullptr);
  const std::string last = rows(d).back();
  CHECK(d.find(last, "row")->is_on);
  press_key(d, ImGuiKey_DownArrow);
  CHECK(d.find(last, "row")->is_on);
  press_key(d, ImGuiKey_Home);
  d.frames(2);
  CHECK(d.find(names[0], "row")->is_on);
  CHECK(d.find(names[1], "row")->is_visible);
  press_key(d, ImGuiKey_PageDown);
  CHECK_FALSE(d.find(names[0], "row")->is_on);
  press_key(d, ImGuiKey_PageUp);
  CHECK(d.find(names[0], "row")->is_on);
  hold(false, true);
  press_key(d, ImGuiKey_DownArrow);
  press_key(d, ImGuiKey_DownArrow);
  hold(false, false);
  CHECK(d.session.view.selected().size() == 3);
}

TEST_CASE("rows are copied as columns a spreadsheet takes: the selected ones, or all") {
  UiDriver d(county);
  open_table(d);
  d.click("Kopiera rader", "button");
  const std::string whole = clipboard();
  const auto lines = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n'));
  CHECK(lines == d.session.shown().folding.shown.size() + 1);
  CHECK(whole.starts_with("Namn\tTyp\tLän\tKommun\tInvånare\t"));
  CHECK(d.has_text_with("rader är kopierade"));
  const std::string name = rows(d)[2];
  d.click(name, "row");
  d.press({'c', true});
  CHECK(clipboard().find("\n" + name + "\t") != std::string::npos);
  CHECK(d.has_text_with("1 rad är kopierad"));
}

TEST_CASE("Ctrl+C in the filter field copies its own text, not the rows") {
  UiDriver d(county);
  open_table(d);
  ImGui::SetClipboardText("before");
  d.click("Filtrera raderna", "input");
  d.press({'c', true});
  CHECK(clipboard() == "before");
}

TEST_CASE("agreements and parties are tables too; a party's row chooses its actor by name, else its agreement") {
  UiDriver d(county, {2600, 900});
  open_table(d);
  const auto agreements = std::to_string(d.session.shown().part.agreements.size());
  const auto parties = std::to_string(d.session.shown().part.participations.size());
  d.click("Överenskommelser " + agreements, "button");
  CHECK(d.find("Tillförlitlighet", "heading") != nullptr);
  const std::string title = rows(d)[1];
  d.click(title, "row");
  CHECK(d.session.network().agreement(d.session.index().agreement(selected(d))).title == title);
  d.click("Parter " + parties, "button");
  CHECK(d.find("Ställning", "heading") != nullptr);
  const std::string actor = rows(d)[0];
  const Item row = *d.find(actor, "row");
  d.click_at({row.rect.min.x + 30, row.rect.centre().y});
  CHECK(d.session.network().actor(d.session.index().actor(selected(d))).name == actor);
  d.click_at({d.find("Ställning", "heading")->rect.centre().x, row.rect.centre().y});
  CHECK(d.session.view.selection.kind == PickId::Kind::agreement);
}

TEST_CASE("the table follows the filter and the legend; folded units and everything can be asked for") {
  UiDriver d(county);
  open_table(d);
  const std::size_t shown = d.session.shown().folding.shown.size();
  const std::size_t every = d.session.network().actors.size();
  d.click("Som i bilden", "button");
  d.click("Även hopfällda enheter", "choice");
  CHECK(d.has("Aktörer " + std::to_string(d.session.shown().part.actors.size())));
  d.session.view.filter = *parse_filter("type=region");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(rows(d).size() == 1);
  d.click("Även hopfällda enheter", "button");
  d.click("Allt i underlaget", "choice");
  CHECK(d.has("Aktörer " + std::to_string(every)));
  d.click("Allt i underlaget", "button");
  d.click("Som i bilden", "choice");
  d.session.view.filter = *parse_filter("county=14");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(rows(d).empty());
  CHECK(d.has_text_with("Inget i underlaget passar urvalet"));
  d.session.view.filter = default_filter();
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.has("Aktörer " + std::to_string(shown)));
  const auto municipalities = d.session.census().actors_by_group.at("municipality");
  d.session.toggle_group("municipality", false);
  d.frames(2);
  CHECK(d.find("Granby kommun", "row") == nullptr);
  CHECK(d.has_text_with(std::to_string(shown - municipalities) + " rader"));
}

TEST_CASE("the language changes the headings at once, the words of the rows too") {
  UiDriver d(county);
  open_table(d);
  d.click("English", "button");
  d.frames(2);
  CHECK(d.find("Name", "heading") != nullptr);
  CHECK(d.has("Copy rows"));
  d.click("Copy rows", "button");
  CHECK(clipboard().find("Municipality\t") != std::string::npos);
}

TEST_CASE("odd names, no names and no rows do the table no harm") {
  const std::string path = "build/odd_table.json";
  const auto write = [&](const std::string& actors, const std::string& agreements) {
    std::ofstream out(std::string(SAMVERKA_SOURCE_DIR) + "/" + path);
    out << R"({"format":"samverka-network","format_version":"1.0","id":"odd","as_of":"2025-12-31",)"
        << R"("taxonomy":"se-2025","actors":[)" << actors << R"(],"agreements":[)" << agreements << "]}";
  };
  const std::string long_name(1'000'000, 'x');
  write(R"({"id":"a","type":"other","name":"%s%n%d"},{"id":"b","type":"other","name":"##id###x"},)"
        R"({"id":"c","type":"other","name":""},{"id":"d","type":"no_such_type","name":")" +
            long_name + R"("})",
        R"({"id":"g","form":"other","title":"%s\t##","areas":[],"status":"active",)"
        R"("parties":[{"actor":"a","sub_body":"%n##"},{"actor":"d"}]})");
  {
    UiDriver d(path);
    d.session.view.filter = {};
    d.session.view.is_unfolded = true;
    open_table(d);
    d.session.wait_for_jobs();
    d.frames(2);
    CHECK(d.find("%s%n%d", "row") != nullptr);
    CHECK(d.find("##id###x", "row") != nullptr);
    d.click("##id###x", "row");
    CHECK(selected(d) == "b");
    d.click("Kopiera rader", "button");
    for (const Item& item : d.ui->items()) CHECK(item.label.size() < 1000);
    d.click("Överenskommelser 1", "button");
    d.click("Parter 2", "button");
    CHECK(rows(d).size() == 2);
    for (const Vec2 size : {Vec2{1, 1}, Vec2{400, 60}, Vec2{10'000, 100}}) d.resize(size);
  }
  write("", "");
  {
    UiDriver d(path);
    open_table(d);
    CHECK(rows(d).empty());
    CHECK(d.has("Nätverket i filen har inga aktörer."));
    d.press({'c', true});
  }
  std::remove((std::string(SAMVERKA_SOURCE_DIR) + "/" + path).c_str());
}

// Run by hand: test_ui -tc='*200 000*' --no-skip
TEST_CASE("a table of 200 000 rows is drawn in a moment" * doctest::skip()) {
  UiDriver d(county, {1600, 900});
  Document document;
  document.network = d.session.network();
  while (document.network.actors.size() < 200'000) {
    Actor row = document.network.actors[document.network.actors.size() % 80];
    row.key = "x" + std::to_string(document.network.actors.size());
    row.name += " " + std::to_string(document.network.actors.size());
    document.network.actors.push_back(row);
  }
  d.session.view.tab = Tab::table;
  d.session.view.is_unfolded = true;
  d.session.show(std::move(document), "many.json", {});
  d.session.wait_for_jobs();
  d.frames(3);
  const auto told = [&](const char* what, int count) {
    const double start = cpu_seconds();
    d.frames(count);
    MESSAGE(std::string(what) << ": " << (cpu_seconds() - start) * 1000 / count << " ms a frame");
  };
  told("standing still", 100);
  d.session.select("x150000");
  told("far away selection", 2);
  d.move_to(d.find(rows(d)[5], "row")->rect.centre());
  ImGui::GetIO().MouseWheel = -3;
  told("scrolling", 1);
  ImGui::GetIO().MouseWheel = 0;
  d.ui->state().table.tab().search = "1";
  told("first letter searched", 1);
  d.ui->state().table.tab().search = "12";
  told("second letter searched", 1);
}

}  // namespace samverka
