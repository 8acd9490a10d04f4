// The tab Överenskommelsen, clicked through by label.
#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* sweden = "datasets/sverige-2025.json";
constexpr const char* county = "datasets/exempellan-2025.json";
constexpr Vec2 tall{1600, 3600};  // so tall that nothing has to be scrolled to

void open_agreement(UiDriver& d) {
  d.session.view.tab = Tab::agreement;
  d.frames(2);
}

}  // namespace

TEST_CASE("the agreements of both years are opened: parties, money, duty and perspectives") {
  UiDriver d(sweden, tall);
  open_agreement(d);
  CHECK(d.has_text_with("Överenskommelsen 2025 mellan regeringen och SKR"));
  CHECK(d.has_text_with("Överenskommelsen 2024 mellan regeringen och SKR"));
  CHECK(d.has("20\u202F000\u202F000 kronor"));
  CHECK(d.has("Barnrättsperspektiv: ja"));
  CHECK(d.has("Barnrättsperspektiv: ingen uppgift"));  // 2024: not recorded is not no
  CHECK_FALSE(d.has("Barnrättsperspektiv: nej"));
  CHECK(d.has("Inga åtaganden i underlaget"));
  CHECK(d.has("om 3 månader"));
}

TEST_CASE("the school card's Visa sets the area in all tabs and goes to the map") {
  UiDriver d(sweden, tall);
  open_agreement(d);
  d.click("Visa Skola och vård", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::map);
  CHECK(to_words(d.session.view.filter) == "area=A4");
  const std::size_t shown = d.session.shown().part.agreements.size();
  CHECK(shown > 100);
  open_agreement(d);
  CHECK(d.has_text_with(d.session.texts().number(static_cast<long long>(shown)) + " överenskommelser"));
}

TEST_CASE("a clause shows just itself, and the rest of the filter stays") {
  UiDriver d(sweden, tall);
  d.session.view.filter = *parse_filter("county=20 area=A3");
  open_agreement(d);
  d.click("A4.1 Samverkan med förskola och skola", "link");
  CHECK(to_words(d.session.view.filter) == "county=20 area=A4.1");
}

TEST_CASE("a duty becomes passed when the date goes by it, and switching language midway keeps it so") {
  UiDriver d(sweden, tall);
  open_agreement(d);
  CHECK_FALSE(d.has("passerat"));
  d.session.view.date = {2026, 4, 1};
  d.frames(2);
  CHECK(d.has("passerat"));
  CHECK_FALSE(d.has("om 3 månader"));
  d.session.view.language = "en";
  d.frames(2);
  CHECK(d.has("passed"));
  CHECK(d.has("The agreement between the government and SKR"));
  d.click("Show School and care", "button");
  CHECK(to_words(d.session.view.filter) == "area=A4");
}

TEST_CASE("the counts are of everything until one's own place is asked for") {
  UiDriver d(sweden, tall);
  d.session.view.own_place = "20";
  open_agreement(d);
  CHECK(d.has_text_with("av 290 kommuner"));
  d.click("Dalarna", "button");
  d.frames(2);
  CHECK(d.has_text_with("av 15 kommuner"));
  CHECK_FALSE(d.has_text_with("av 290 kommuner"));
  d.click("Visa Brottsförebyggande", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::map);
  CHECK(d.session.view.filter.find("county")->values == std::vector<std::string>{"20"});
  CHECK(d.session.view.filter.find("area")->values == std::vector<std::string>{"A3"});
}

TEST_CASE("the tasks of 2024 stand with what may be compared") {
  UiDriver d(sweden, tall);
  open_agreement(d);
  CHECK(d.has("Samverkan mellan kommuner"));
  CHECK(d.has("Går att jämföra: A5.1 Erfarenhetsutbyte och gemensamt lärande"));
  CHECK(d.has("Går delvis att jämföra: A4.3 Avtalssamverkan mellan kommuner"));
  CHECK(d.has_text_with("Går inte att jämföra: A4.1"));
  CHECK(d.has("Nytt 2025"));
}

TEST_CASE("invented agreements keep their mark") {
  UiDriver d(county, tall);
  open_agreement(d);
  CHECK(d.has("Påhittade exempeldata"));
  CHECK(d.has("2\u202F000\u202F000 kronor"));
}

TEST_CASE("a network without any agreement with the state says so and still shows the areas") {
  UiDriver d("", tall);
  Network network;
  network.id = "tom";
  network.as_of = {2025, 12, 31};
  d.session.show({network, {}, {}}, "tom.json", {});
  open_agreement(d);
  CHECK(d.has_text_with("ingen överenskommelse med staten"));
  CHECK(d.has("Visa Skola och vård"));
}

TEST_CASE("names from the file are letters and never a format") {
  UiDriver d("", tall);
  Network network;
  network.id = "udda";
  network.as_of = {2025, 12, 31};
  Actor actor;
  actor.key = "x";
  actor.type = "government";
  actor.name = "%s%n##";
  network.actors.push_back(actor);
  Agreement agreement;
  agreement.key = "a";
  agreement.form = "state_agreement";
  agreement.title = std::string(1'000'000, 'x') + "%s%n";
  agreement.perspectives = std::vector<std::string>{"P1"};
  Party party;
  party.actor.id = ActorId(0);
  agreement.parties.assign(10'000, party);
  agreement.duties = {Duty{}};
  agreement.funding = {Funding{}};
  network.agreements.push_back(agreement);
  d.session.show({network, {}, {}}, "udda.json", {});
  open_agreement(d);
  CHECK(d.has("%s%n##"));
  CHECK(d.has("Barnrättsperspektiv: ja"));
  CHECK(d.has("Funktionshindersperspektiv: nej"));
  CHECK(d.has_text_with("och 9\u202F988 till"));
}

TEST_CASE("the page is told in any window, however small or odd") {
  UiDriver d(county);
  open_agreement(d);
  for (const Vec2 size : {Vec2{1, 1}, Vec2{300, 200}, Vec2{10'000, 100}, Vec2{1280, 720}}) {
    d.resize(size);
    d.frames(2);
  }
  CHECK(d.has("Överenskommelsen mellan regeringen och SKR"));
}

}  // namespace samverka
