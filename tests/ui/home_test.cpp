// The tab Läget, clicked through by label.
#include <doctest/doctest.h>

#include <tuple>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* sweden = "datasets/sverige-2025.json";
constexpr const char* county = "datasets/exempellan-2025.json";
constexpr Vec2 tall{1600, 2600};  // so tall that nothing has to be scrolled to

void open_home(UiDriver& d, const char* place = "") {
  d.session.view.own_place = place;
  d.session.view.tab = Tab::home;
  d.frames(2);
  d.ui->wait_for_work();  // the norms
  d.frames(2);
}

// The key as ImGui's own fields see it.
void press_enter(UiDriver& d) {
  ImGui::GetIO().KeysDown[Chord::enter] = true;
  d.frames(1);
  ImGui::GetIO().KeysDown[Chord::enter] = false;
  d.frames(2);
}

void click_last(UiDriver& d, std::string_view label) {
  const Item* last = nullptr;
  for (const Item& item : d.ui->items()) {
    if (item.label == label && item.role == "button" && item.is_visible) last = &item;
  }
  REQUIRE(last);
  d.click_at(last->rect.centre());
  d.frames(2);
}

std::size_t count_role(const UiDriver& d, std::string_view role) {
  std::size_t count = 0;
  for (const Item& item : d.ui->items()) count += item.role == role ? 1U : 0U;
  return count;
}

}  // namespace

TEST_CASE("without a network home says what to do") {
  UiDriver d("");
  open_home(d);
  CHECK(d.has_text_with("Inget nätverk är öppet"));
}

TEST_CASE("home greets with the chooser; typing finds Dalarna, and a click makes it one's own") {
  UiDriver d(sweden);
  open_home(d);
  CHECK(d.has("Välkommen till Samverka"));
  CHECK(d.has("Välj din plats"));
  d.click("Sök plats", "input");
  d.type("dala");
  d.frames(2);
  CHECK(d.has("Dalarna"));
  CHECK_FALSE(d.has("Falun"));
  d.click("Dalarna", "row");
  CHECK(d.session.view.own_place == "20");
  d.frames(2);
  CHECK(d.has("Läget i Dalarna"));
  CHECK(d.has_text_with("15 kommuner"));
}

TEST_CASE("a place may be typed without its dots, and Enter takes the first") {
  UiDriver d(sweden);
  open_home(d);
  d.click("Sök plats", "input");
  d.type("alvdal");
  d.frames(2);
  CHECK(d.has("Älvdalen"));
  press_enter(d);
  CHECK(d.session.view.own_place == "2039");
  CHECK(d.has("Läget i Älvdalen"));
}

TEST_CASE("letters that no place has say so and choose nothing") {
  UiDriver d(sweden);
  open_home(d);
  d.click("Sök plats", "input");
  d.type("%s%n##");
  d.frames(2);
  CHECK(d.has_text_with("Ingen plats i underlaget heter så"));
  press_enter(d);
  CHECK(d.session.view.own_place.empty());
}

TEST_CASE("a place of another network is not this one's: home asks anew and keeps the choice until another is made") {
  UiDriver d(county);
  open_home(d, "20");
  CHECK(d.has_text_with("finns inte i det här underlaget"));
  CHECK(d.session.view.own_place == "20");
}

TEST_CASE("every figure opens the list of just what it counts") {
  UiDriver d(county, tall);
  open_home(d, "9901");
  CHECK(d.has("Läget i Granby"));
  const std::size_t links = count_role(d, "link");
  const Item* holds = d.find("överenskommelser gäller", "tile");
  REQUIRE(holds);
  const std::size_t expected = d.ui->state().pages.home.situation.count(Standing::confirmed);
  d.click("överenskommelser gäller", "tile");
  d.frames(2);
  CHECK(count_role(d, "link") == links + expected);
  d.click("överenskommelser gäller", "tile");
  d.frames(2);
  CHECK(count_role(d, "link") == links);
}

TEST_CASE("home asks how sure the data is, of one's own place, and leads to all questions") {
  UiDriver d(county, tall);
  open_home(d, "99");
  d.click("Hur säkra är uppgifterna om länet?", "link");
  d.frames(2);
  d.ui->wait_for_work();
  d.frames(2);
  CHECK(d.session.view.drawer == ViewState::Drawer::questions);
  CHECK(d.ui->state().questions.number == 24);
  const QuestionAnswer* answer = d.ui->state().questions.asker.answer();
  REQUIRE(answer);
  CHECK_FALSE(answer->sentences.empty());
  d.click("Alla 25 frågor", "button");
  d.frames(2);
  CHECK(d.ui->state().questions.number == 0);
}

TEST_CASE("the steps begin with what law asks for, also where it is only to be found out, as Luckor does") {
  UiDriver d(sweden, tall);
  open_home(d, "20");
  const std::vector<NormStep>& steps = d.ui->state().pages.home.norm_steps;
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].rule_class == RuleClass::law);
  CHECK(steps[0].rule_class <= steps[1].rule_class);
  CHECK(steps[0].outcome == Outcome::unknown);  // no law is known to be unmet there
  CHECK(steps[0].lead.is_set());
  CHECK(steps[0].rule != steps[1].rule);
  const std::string norm = d.ui->state().gaps.norms.rules()->rules[steps[0].rule].title.in("sv");
  const std::string rule = d.ui->state().gaps.norms.rules()->rules[steps[0].rule].id;
  d.click("Ta reda på: " + norm, "link");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::gaps);
  REQUIRE(d.ui->state().gaps.groups.size() == 1);
  CHECK(d.ui->state().gaps.groups.front().id == rule);
  for (const GapRow& row : d.ui->state().gaps.groups.front().rows) CHECK(row.is_own);
}

TEST_CASE("an area opens its agreements, and a click on one selects it") {
  UiDriver d(county, tall);
  open_home(d, "9901");
  d.click("Brottsförebyggande stödstrukturer", "row");
  d.frames(2);
  const AgreementId police = d.session.index().agreement("a-polis-granby");
  d.click(d.session.network().agreement(police).title, "link");
  CHECK(d.session.view.selection == PickId{PickId::Kind::agreement, police.value});
  CHECK(d.session.view.tab == Tab::home);
}

TEST_CASE("a county's door shows the county in its area, a municipality's itself with its partners") {
  UiDriver d(sweden, tall);
  open_home(d, "20");
  d.click("Idéburna utförare och partner", "row");
  d.frames(2);
  CHECK(d.has_text_with("Ingen överenskommelse i området finns i underlaget"));
  click_last(d, "Karta");  // the area's own door, below the tab and the page's door
  CHECK(d.session.view.tab == Tab::map);
  CHECK(to_words(d.session.view.filter) == "county=20 area=A9");

  open_home(d, "2080");
  click_last(d, "Nätverk");
  CHECK(d.session.view.tab == Tab::network);
  CHECK(to_words(d.session.view.filter) == "area!=A0");
  CHECK(d.session.view.focus.of == std::vector<Key>{"k-falun"});
}

TEST_CASE("a step without an agreement opens its area, where silence is never told as no cooperation") {
  UiDriver d(sweden, tall);
  open_home(d, "2080");
  d.ui->state().pages.home.norm_steps.clear();  // as where no norm asks for anything
  d.frames(1);
  CHECK(d.has("saknas i underlaget") == false);  // it is part of a row, not an item of its own
  d.click("Fråga om Strategi, ledning och samhällsplanering", "link");
  d.frames(2);
  CHECK(d.find("Strategi, ledning och samhällsplanering", "row")->is_on);
  CHECK(d.has_text_with("Det säger inget om hur det är"));
  for (const Item& item : d.ui->items()) CHECK(item.label.find("ingen samverkan") == std::string::npos);
}

TEST_CASE("what is owed is passed or to come against the chosen date") {
  UiDriver d(sweden, tall);
  open_home(d, "20");
  CHECK(d.has("om 3 månader"));
  d.session.view.date = {2026, 3, 31};
  d.frames(2);
  CHECK(d.has("i dag"));
  d.session.view.date = {2026, 4, 1};
  d.frames(2);
  CHECK_FALSE(d.has("i dag"));
  CHECK_FALSE(d.has("om 3 månader"));
  CHECK(d.has("passerat"));
}

TEST_CASE("another day is another situation: what holds in 2025 has passed its end in 2030") {
  UiDriver d(county, tall);
  open_home(d, "99");
  const std::size_t now = d.ui->state().pages.home.situation.count(Standing::expired);
  d.session.view.date = {2030, 1, 1};
  d.frames(2);
  CHECK(d.ui->state().pages.home.situation.count(Standing::expired) > now);
  CHECK(d.ui->state().pages.home.situation.deadlines.empty());
}

TEST_CASE("the language changes midway and the place, the open list and the selection stay") {
  UiDriver d(county, tall);
  open_home(d, "9901");
  d.click("Brottsförebyggande stödstrukturer", "row");
  d.session.view.language = "en";
  d.frames(2);
  CHECK(d.has("The situation in Granby"));
  CHECK(d.find("Crime-prevention support structures", "row")->is_on);
  CHECK(d.has("Three next steps"));
  CHECK(d.has("Invented example data"));
}

TEST_CASE("illustrative data keep their mark on home, real data have none") {
  for (const auto& [file, place, is_invented] : {std::tuple{county, "99", true}, std::tuple{sweden, "20", false}}) {
    UiDriver d(file);
    open_home(d, place);
    CHECK(d.has("Påhittade exempeldata") == is_invented);
  }
}

TEST_CASE("the place is changed in the dialog, or put away") {
  UiDriver d(sweden);
  open_home(d, "20");
  d.click("Byt plats", "button");
  d.frames(3);
  d.type("falu");
  d.frames(2);
  press_enter(d);
  CHECK(d.session.view.own_place == "2080");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(d.has("Läget i Falun"));
  d.click("Byt plats", "button");
  d.frames(3);
  d.click("Ingen egen plats", "button");
  d.frames(2);
  CHECK(d.session.view.own_place.empty());
  CHECK(d.has("Välkommen till Samverka"));
}

TEST_CASE("home is told in any window, however small or odd") {
  UiDriver d(county);
  open_home(d, "9901");
  for (const Vec2 size : {Vec2{1, 1}, Vec2{300, 200}, Vec2{10'000, 100}, Vec2{1280, 720}}) {
    d.resize(size);
    d.frames(2);
  }
  CHECK(d.has("Läget i Granby"));
}

}  // namespace samverka
