// The tab Stöd, used by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* sweden = "datasets/sverige-2025.json";

void open_support(UiDriver& d) {
  d.press({'7', true});
  d.frames(2);
}

void choose(UiDriver& d, const std::string& from, const std::string& county) {
  d.click(from, "button");
  d.click(county, "choice");
}

const Key& selected(const UiDriver& d) {
  const PickId selection = d.session.view.selection;
  if (selection.kind == PickId::Kind::agreement) return d.session.network().agreements[selection.index].key;
  REQUIRE(selection.kind == PickId::Kind::actor);
  return d.session.network().actors[selection.index].key;
}

}  // namespace

TEST_CASE("without a county of one's own all are listed, and a click opens one") {
  UiDriver d(sweden, {1600, 1400});
  open_support(d);
  CHECK(d.has("Regionala samverkans- och stödstrukturer"));
  CHECK(d.has("RSS Dalarna"));
  CHECK(d.has("6 av 6, varav 6 ej bekräftade"));    // Halland
  CHECK(d.has("Ingen stödstruktur i underlaget"));  // Gotland
  d.click("Dalarnas län", "link");
  CHECK(d.has("1 stödstruktur · 15 av 15 kommuner betjänas av någon · Ur hela underlaget, oavsett urvalet"));
}

TEST_CASE("one's own county comes first, and another can be chosen") {
  UiDriver d(sweden, {1600, 1800});
  d.session.view.own_place = "2080";
  open_support(d);
  CHECK(d.has("RSS Dalarna"));
  CHECK(d.has("Region Dalarna"));  // its host
  CHECK(d.has("15 av 15 kommuner i länet"));
  CHECK(d.has("Socialchefsnätverket (RSS Dalarna)"));
  choose(d, "Dalarnas län", "Östergötlands län");
  CHECK(d.has("Ingen uppgift om värd"));
  CHECK(d.has("13 av 13 kommuner i länet"));
  choose(d, "Östergötlands län", "Jämtlands län");
  CHECK(d.has("Ingen uppgift om dess uppgifter"));
  CHECK(d.has("Inte bekräftade:"));
  CHECK_FALSE(d.has_text_with("8 av dem"));  // said once
  CHECK(d.has("8 av 8 kommuner i länet, varav 8 ej bekräftade"));
  CHECK(d.has_text_with("8 av 8 kommuner betjänas av någon, varav 8 ej bekräftade · "));
  choose(d, "Jämtlands län", "Hallands län");
  CHECK(d.has("6 av 6 kommuner i länet, varav 6 ej bekräftade"));
  CHECK(d.has_text_with("6 av 6 kommuner betjänas av någon, varav 5 ej bekräftade"));
  CHECK(d.has_text_with("Kungsbacka har också bekräftat stöd av "));  // why they differ
  choose(d, "Hallands län", "Gotlands län");
  CHECK(d.has("Ingen stödstruktur i underlaget"));
  CHECK(d.has_text_with("1 kommun utan känd stödstruktur"));
  choose(d, "Gotlands län", "Alla län");
  CHECK(d.has("Regionala samverkans- och stödstrukturer"));
}

TEST_CASE("a click selects the structure, its host, what founds it and whom it serves") {
  UiDriver d(sweden, {1600, 1800});
  d.session.view.own_place = "20";
  open_support(d);
  d.click("RSS Dalarna", "link");
  CHECK(selected(d) == "rss-20-dalarna");
  d.click("Region Dalarna", "link");
  CHECK(selected(d) == "r-dalarna");
  d.click("Falun", "button");
  CHECK(selected(d) == "k-falun");
  d.click("Samverkan genom RSS Dalarna", "link");
  CHECK(selected(d) == "a-rss-20-dalarna");
}

TEST_CASE("the map shows the structures when it is asked to") {
  UiDriver d(sweden);
  open_support(d);
  d.click("Visa på kartan", "button");
  CHECK(d.session.view.tab == Tab::map);
  CHECK(d.session.view.map_look.shows_support);
}

TEST_CASE("another day, another ground; the filter changes nothing here") {
  UiDriver d(sweden, {1600, 1800});
  d.session.view.own_place = "24";
  open_support(d);
  CHECK(d.has("15 av 15 kommuner i länet"));
  d.session.view.filter = *parse_filter("county=01 area=A6");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.has("15 av 15 kommuner i länet"));
  d.session.view.date = {2010, 1, 1};  // its agreement begins in 2011
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.has_text_with("kommuner i länet, varav 15 ej bekräftade"));
}

TEST_CASE("nested, a structure holds counties and they their municipalities, also across the border") {
  UiDriver d(sweden, {1600, 6000});
  open_support(d);
  d.click("Nästlad vy", "button");
  CHECK(d.has("Dalarnas län · 15 av 15"));
  CHECK(d.has("Hallands län · 6 av 6, varav 6 ej bekräftade"));
  CHECK(d.has("Falun"));
  CHECK(d.has_text_with("Gotlands län · 1 kommun utan känd stödstruktur"));
  choose(d, "Alla län", "Dalarnas län");
  CHECK(d.has("RSS Dalarna"));
  CHECK_FALSE(d.has_text_with("Gotlands län · "));
}

TEST_CASE("what falls if a structure ends is thought through in its own mode") {
  UiDriver d("datasets/exempellan-2025.json", {1600, 1800});
  d.session.view.own_place = "99";
  open_support(d);
  d.click("Vad faller om den upphör?", "button");
  d.ui->wait_for_work();
  d.frames(2);
  d.ui->wait_for_work();
  d.frames(2);
  CHECK(d.session.view.mode == Mode::what_if);
  CHECK(d.session.is_hypothetical());
  CHECK(d.has("RSS Exempel upphör"));
  CHECK(d.has("Det här skulle ändras"));
  CHECK(run_action(d.session, "change.undo"));
  d.frames(2);
  CHECK_FALSE(d.session.is_hypothetical());
}

TEST_CASE("the words are English in English") {
  UiDriver d(sweden, {1600, 1800});
  d.session.view.language = "en";
  d.session.view.own_place = "20";
  open_support(d);
  CHECK(d.has("Forums and networks in the county"));
  CHECK(d.has("15 of 15 municipalities in the county"));
}

TEST_CASE("odd structures, no network and an odd window do the tab no harm") {
  const std::string path = "build/odd_support.json";
  std::ofstream(std::string(SAMVERKA_SOURCE_DIR) + "/" + path)
      << R"({"format":"samverka-network","format_version":"1.0","id":"odd","as_of":"2025-12-31","taxonomy":"se-2025",)"
      << R"("actors":[{"id":"a","type":"support_structure","name":"%s%n##","functions":["no_such"]},)"
      << R"({"id":"b","type":"support_structure","name":")" << std::string(1'000'000, 'x') << R"(","county":"98",)"
      << R"("members":["a","c"],"parent":"b"},{"id":"c","type":"municipality","name":"","county":"98"}],)"
      << R"("agreements":[{"id":"g","form":"other","title":"","areas":[],"status":"active","founds":"b",)"
      << R"("parties":[{"actor":"b","role":"host"}]}]})";
  {
    UiDriver d(path, {1600, 1400});
    open_support(d);
    d.click("Utan uppgift om län", "link");
    d.click("%s%n##", "link");
    CHECK(selected(d) == "a");
    for (const Item& item : d.ui->items()) CHECK(item.label.size() < 2000);
    for (const Vec2 size : {Vec2{1, 1}, Vec2{400, 60}, Vec2{10'000, 100}}) d.resize(size);
  }
  std::remove((std::string(SAMVERKA_SOURCE_DIR) + "/" + path).c_str());
  UiDriver nothing("");
  open_support(nothing);
  nothing.frames(2);
}

}  // namespace samverka
