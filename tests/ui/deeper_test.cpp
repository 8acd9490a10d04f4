// What is explored more deeply: the filter builder, ways, notes, two actors side by side, periods and playing.
#include <doctest/doctest.h>

#include "app/actions.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

void type_into(UiDriver& d, std::string_view label, std::string_view words) {
  d.click(label, "input");
  d.frames(2);
  d.type(words);
  d.frames(2);
}

void settle(UiDriver& d) {
  d.frames(3);
  d.ui->wait_for_work();
  d.frames(3);
}

}  // namespace

TEST_CASE("a filter is built of rows, counted while it grows, used, and one step of Ctrl+Z takes a kept one back") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.press({'b', true, true});
  d.frames(4);
  REQUIRE(d.session.view.dialog == ViewState::Dialog::filter_builder);
  CHECK(d.has_text_with("area!=A0"));
  d.click("+ Lägg till alternativ", "button");
  d.frames(3);
  CHECK(d.ui->state().builder.groups.size() == 2);
  BuilderState& state = d.ui->state().builder;
  state.groups[0][0] = {"population", FilterTest::at_least, false, {}, "20000"};
  state.groups[1][0] = {"form", FilterTest::is, false, {"iop"}, ""};
  settle(d);
  CHECK(d.has_text_with("area!=A0 (population>=20000 | form=iop)"));
  const SubNetwork part = restrict(d.session.network(), d.session.taxonomy(),
                                   *parse_filter("area!=A0 (population>=20000 | form=iop)"), d.session.view.date);
  CHECK(d.has_text_with("Visar " + std::to_string(part.actors.size()) + " aktörer"));
  type_into(d, "Namn att spara under", "Stora eller IOP");
  d.click("Spara urvalet", "button");
  d.frames(3);
  CHECK(d.session.document().filters.at(0).name == "Stora eller IOP");
  CHECK(d.has("Stora eller IOP"));
  d.click("Använd", "button");
  settle(d);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(to_words(d.session.view.filter) == "area!=A0 (population>=20000 | form=iop)");
  CHECK(d.session.shown().part.agreements.size() == part.agreements.size());
  d.press({'z', true});
  d.frames(3);
  CHECK(d.session.document().filters.empty());
}

TEST_CASE("a field, how it is asked and a value are chosen by clicks") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.session.view.filter = {};
  d.press({'b', true, true});
  d.frames(4);
  d.click("+ Lägg till villkor", "button");
  d.frames(3);
  d.click("område", "button");
  d.frames(3);
  type_into(d, "Sök bland fälten", "titel");
  d.click("titel", "menu");
  d.frames(3);
  CHECK(d.has("innehåller"));
  type_into(d, "Text", "psykisk");
  settle(d);
  CHECK(d.has_text_with("title~psykisk"));
  d.click("Använd", "button");
  settle(d);
  CHECK(d.session.shown().part.agreements.size() == 3);  // of four, one of which has ended
}

TEST_CASE("all ways between two are listed with their agreements, marked by a click, and said where there are none") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.session.select("k-granby");
  d.press({'p', true});
  settle(d);
  CHECK(d.has_text_with("Välj två aktörer"));
  d.session.select("k-sjoby");
  settle(d);
  const FoundWays* found = d.ui->state().ways.finder.found();
  REQUIRE(found != nullptr);
  REQUIRE_FALSE(found->routes.routes.empty());
  const RouteRequest request{d.session.index().actor("k-granby"), d.session.index().actor("k-sjoby"), 3, crowd_parties,
                             WayFinder::most_ways};
  CHECK(found->routes.routes.size() == all_routes(d.session.network(), d.session.shown().part, request).routes.size());
  d.click("Märk alla", "button");
  settle(d);
  CHECK(d.session.view.path.front() == "k-granby");
  CHECK(d.session.view.path.back() == "k-sjoby");
  d.click("1", "button");
  settle(d);
  CHECK(d.ui->state().ways.finder.found()->of.steps == 1);
}

TEST_CASE("a note is written in the inspector, marked in the legend, listed, and undone") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.session.select("k-granby");
  d.frames(3);
  d.click("+ Egen anteckning", "button");
  d.frames(3);
  type_into(d, "Anteckning", "Ring om avtalet");
  d.click("Spara anteckningen", "button");
  d.frames(3);
  REQUIRE(d.session.document().notes.size() == 1);
  CHECK(d.session.document().notes[0].about == "k-granby");
  CHECK(d.has("Ring om avtalet"));
  d.click("Egen anteckning", "legend");
  d.frames(3);
  CHECK(d.session.view.drawer == ViewState::Drawer::notes);
  CHECK(d.has("1 anteckning"));
  d.click("Ändra anteckningen", "button");
  d.frames(3);
  d.click("Avbryt", "button");
  d.frames(3);
  d.press({'z', true});
  d.frames(3);
  CHECK(d.session.document().notes.empty());
  CHECK_FALSE(d.has("Egen anteckning"));
}

TEST_CASE("a held actor stands beside the next one, with what both have and what only one has") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.session.select("k-granby");
  d.frames(3);
  d.click("Håll kvar", "button");
  d.session.select("k-sjoby");
  settle(d);
  CHECK(d.has("Sida vid sida"));
  CHECK(d.has("Bara Granby"));
  CHECK(d.has("Bara Sjöby"));
  CHECK(d.has(d.session.texts().number(34510)));
  d.click("Byt sida", "button");
  settle(d);
  CHECK(d.session.view.pinned == "k-sjoby");
  d.click("Släpp", "button");
  settle(d);
  CHECK_FALSE(d.has("Sida vid sida"));
}

TEST_CASE("a period is drawn in the timeline, said in the filter, and taken away by Esc") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.press({'t', true});
  settle(d);
  d.click("Dra en period", "button");
  d.frames(2);
  const Item* strip = d.find("Tidslinjen", "timeline");
  if (!strip) strip = d.find(d.session.texts().tr("timeline.strip"), "timeline");
  REQUIRE(strip != nullptr);
  const Rect at = strip->rect;
  const float y = at.min.y + at.height() * 0.6F;
  d.drag({at.min.x + at.width() * 0.2F, y}, {at.min.x + at.width() * 0.7F, y});
  settle(d);
  REQUIRE(d.session.view.filter.find("during") != nullptr);
  CHECK(d.has_text_with("Gällde någon dag"));
  for (int i = 0; i < 3; ++i) {
    d.press({Chord::escape});
    d.frames(2);
  }
  CHECK(d.session.view.filter.find("during") == nullptr);
}

TEST_CASE("playing begins by Space and is paused by Esc") {
  UiDriver d(county, {1280, 900});
  d.frames(3);
  d.press({'t', true});
  settle(d);
  d.press({Chord::space});
  d.frames(2);
  CHECK(d.ui->state().timeline.is_playing);
  CHECK(d.has("Pausa"));
  d.press({Chord::escape});
  d.frames(2);
  CHECK_FALSE(d.ui->state().timeline.is_playing);
}

}  // namespace samverka
