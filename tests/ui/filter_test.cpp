#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";
constexpr const char* sweden = "datasets/sverige-2025.json";
constexpr Vec2 tall{1600, 2400};  // the whole panel without scrolling

std::string words(const UiDriver& d) { return to_words(d.session.view.filter); }

void write_words(UiDriver& d, const char* text) {
  d.click("Urvalet i ord", "input");
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = io.KeysDown['a'] = true;
  d.frames(1);
  io.KeyCtrl = io.KeysDown['a'] = false;
  d.type(text);
}

void press_enter(UiDriver& d) {
  ImGui::GetIO().KeysDown[Chord::enter] = true;
  d.frames(1);
  ImGui::GetIO().KeysDown[Chord::enter] = false;
  d.frames(3);
}

std::size_t count_of(const UiDriver& d, const char* key, const char* value) {
  const Facet* facet = d.session.facets().find(key);
  REQUIRE(facet);
  REQUIRE(facet->find(value));
  return facet->count_of(*facet->find(value));
}

}  // namespace

TEST_CASE("a form chosen in its section filters, and its number is what it then shows") {
  UiDriver d(county, tall);
  CHECK_FALSE(d.has("Länsöverenskommelse"));
  d.click("Form", "chip");
  const std::size_t told = count_of(d, "form", "county_agreement");
  REQUIRE(told > 0);
  d.click("Länsöverenskommelse", "legend");
  CHECK(words(d) == "area!=A0 form=county_agreement");
  CHECK(d.session.shown().part.agreements.size() == told);
  CHECK(d.find("Form", "chip")->is_on);
  d.click("rensa", "link");
  CHECK(d.session.view.filter == default_filter());
  d.click("Form", "chip");
  CHECK_FALSE(d.has("Länsöverenskommelse"));
}

TEST_CASE("two counties are shown together, a third click lets one go, and Alt shows one alone") {
  UiDriver d(sweden, tall);
  d.click("Län", "chip");
  d.click("Dalarnas län", "legend");
  d.click("Gävleborgs län", "legend");
  CHECK(words(d) == "area!=A0 county=20,21");
  CHECK(count_of(d, "county", "20") > 0);
  std::size_t actors = 0;
  for (const ActorId actor : d.session.shown().part.actors) {
    const std::string& code = d.session.network().actor(actor).county;
    CHECK((code == "20" || code == "21"));
    ++actors;
  }
  CHECK(actors == count_of(d, "county", "20") + count_of(d, "county", "21"));
  d.click("Dalarnas län", "legend");
  CHECK(words(d) == "area!=A0 county=21");
  d.click("Dalarnas län", "legend", true);
  CHECK(words(d) == "area!=A0 county=20");
}

TEST_CASE("schools alone: by the legend, and by the type of actor") {
  UiDriver d(county, tall);
  const std::string schools = d.session.taxonomy().groups.label("school", "sv");
  d.click(schools, "legend", true);
  CHECK_FALSE(d.find("Kommuner", "legend")->is_on);
  CHECK(d.find(schools, "legend")->is_on);
  d.click("Rensa urvalet", "button");
  CHECK(d.session.view.hidden_groups.empty());
  d.click("Aktörstyp", "chip");
  const std::size_t told = count_of(d, "type", "school");
  d.click("Skola", "legend");
  CHECK(words(d) == "area!=A0 type=school");
  CHECK(d.session.shown().part.actors.size() == told);
}

TEST_CASE("the clauses of an area unfold and narrow it") {
  UiDriver d(county, tall);
  const std::string clause = d.session.taxonomy().areas.short_label("A4.1", "sv");
  CHECK_FALSE(d.has(clause));
  d.click("Visa delarna av A4", "button");
  CHECK(d.session.view.filter == default_filter());  // the row under the triangle was not meant
  d.click(clause, "legend");
  CHECK(words(d) == "area=A4.1");
  CHECK(d.find("Skola och vård", "legend")->is_on);
  CHECK_FALSE(d.find("Brottsförebyggande", "legend")->is_on);
  d.click("Skola och vård", "legend");
  CHECK(words(d) == "area=A4");
  d.click("Fäll ihop A4", "button");
  CHECK_FALSE(d.has(clause));
}

TEST_CASE("typed words are taken by Enter and told in plain words") {
  UiDriver d(county, tall);
  CHECK(d.ui->state().filter_panel.words == "area!=A0");
  write_words(d, "area=A3 state!=unknown");
  CHECK(d.session.view.filter == default_filter());
  press_enter(d);
  CHECK(words(d) == "area=A3 state!=unknown");
  CHECK(d.has_text_with("område A3 Brottsförebyggande · inte ställning Okänd"));
  d.click("Brottsförebyggande", "legend");
  CHECK(d.ui->state().filter_panel.words == words(d));
  d.click("Rensa urvalet", "button");
  CHECK(d.session.view.filter == default_filter());
  CHECK(d.ui->state().filter_panel.words == "area!=A0");
}

TEST_CASE("wrong words are told with the nearest there are, change nothing, and Esc takes them back") {
  UiDriver d(county, tall);
  write_words(d, "state=adoptd");
  press_enter(d);
  CHECK(d.session.view.filter == default_filter());
  CHECK(d.has("Filtret state har inget värde ”adoptd”. Närmast är: adopted."));
  d.session.select("k-granby");
  d.press({Chord::escape});
  CHECK_FALSE(d.has_text_with("Närmast är"));
  CHECK(d.ui->state().filter_panel.words == "area!=A0");
  CHECK(d.session.view.selection.kind == PickId::Kind::actor);  // the first Esc was for the field
  write_words(d, "colour=red");
  press_enter(d);
  CHECK(d.has_text_with("Det går inte att filtrera på ”colour”"));
  write_words(d, "county=99");
  press_enter(d);
  CHECK(words(d) == "county=99");
  CHECK_FALSE(d.has_text_with("Det går inte"));
}

TEST_CASE("a long list scrolls by itself, in Swedish order, and only with what there is") {
  UiDriver d(sweden, tall);
  d.click("Kommun", "chip");
  CHECK(d.has("Ale"));
  CHECK_FALSE(d.has("Örebro"));
  d.click("Län", "chip");
  d.click("Dalarnas län", "legend");
  CHECK_FALSE(d.has("Ale"));
  d.click("Avesta", "legend");
  CHECK(words(d) == "area!=A0 county=20 municipality=2084");
}

TEST_CASE("the sections in English have English words, and none of the codes") {
  UiDriver d(county, tall);
  d.click("English", "button");
  for (const char* label : {"Form", "Status", "Role", "State of the party", "Confidence"}) d.click(label, "chip");
  CHECK(d.has("County-wide agreement"));
  CHECK(d.has("Adopted"));
  CHECK_FALSE(d.has("county_agreement"));
  CHECK_FALSE(d.has("unrecorded"));
}

}  // namespace samverka
