// Actors and agreements written by hand, with undo.
#include <doctest/doctest.h>

#include "app/actions.h"
#include "app/selection.h"
#include "model/network_index.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";
constexpr Chord edit_key{Chord::f2};

const Actor& actor(const UiDriver& d, const Key& key) {
  const Network& network = d.session.document().network;
  const ActorId id = NetworkIndex(network).actor(key);
  REQUIRE(id.is_set());
  return network.actor(id);
}

// Into a field that is empty, or that selects what it holds.
void type_into(UiDriver& d, std::string_view label, std::string_view words) {
  d.click(label, "input");
  d.frames(2);
  d.type(words);
  d.frames(2);
}

// The last of that name: the top bar has a field of the same one.
void click_in_dialog(UiDriver& d, std::string_view label) {
  const Item* last = nullptr;
  for (const Item& item : d.ui->items()) {
    if (item.label == label && item.role == "input") last = &item;
  }
  REQUIRE(last);
  d.click_at(last->rect.centre());
  d.frames(2);
}

void open_form(UiDriver& d, const Key& key) {
  d.session.select(key);
  d.frames(3);
  d.press(edit_key);
  d.frames(4);
  REQUIRE(d.session.view.dialog == ViewState::Dialog::edit_row);
}

// What is typed is tried beside the window.
void settle(UiDriver& d) {
  for (int round = 0; round < 2; ++round) {
    d.frames(3);
    d.ui->wait_for_work();
  }
  d.frames(3);
}

void keep(UiDriver& d) {
  d.click("Spara i nätverket", "button");
  settle(d);
}

}  // namespace

TEST_CASE("an actor is changed in its form, and one undo takes it back") {
  UiDriver d(county, {1280, 900});
  const Actor before = actor(d, "k-granby");
  open_form(d, "k-granby");
  CHECK(d.has("Redigera aktör"));
  type_into(d, "Invånare", "12 345");
  keep(d);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(actor(d, "k-granby").population == 12345);
  d.press({'z', true});
  d.frames(4);
  CHECK(actor(d, "k-granby") == before);
  d.press({'z', true, true});
  d.frames(4);
  CHECK(actor(d, "k-granby").population == 12345);
}

TEST_CASE("what is wrong keeps the form open, says why, and changes nothing") {
  UiDriver d(county, {1280, 900});
  const std::uint64_t revision = d.session.document_revision();
  open_form(d, "a-lansok");
  CHECK(d.has("Redigera överenskommelse"));
  type_into(d, "Gäller från", "2031");
  if (!d.has("Gäller till")) d.click("Tills vidare", "button");
  d.frames(2);
  type_into(d, "Gäller till", "2030");
  keep(d);
  CHECK(d.session.view.dialog == ViewState::Dialog::edit_row);
  CHECK(d.has_text_with("E_DATE"));
  d.click("Avbryt", "button");
  d.frames(4);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(d.session.document_revision() == revision);
  CHECK(d.session.history().size() == 0);
}

TEST_CASE("a new actor is made, selected, and removed again by the second click") {
  UiDriver d(county, {1280, 900});
  const std::size_t actors = d.session.document().network.actors.size();
  run_action(d.session, "edit.actor");
  d.frames(4);
  CHECK(d.has("Ny aktör"));
  type_into(d, "Namn", "Nya föreningen");
  d.click("inte noterat", "button");
  d.frames(3);
  d.click(d.session.taxonomy().actor_types.rows()[1].label.in("sv"), "menu");
  d.frames(3);
  keep(d);
  REQUIRE(d.session.document().network.actors.size() == actors + 1);
  CHECK(actor(d, "nya-foreningen").type == d.session.taxonomy().actor_types.rows()[1].code);
  CHECK(d.session.key_of(d.session.view.selection) == "nya-foreningen");
  d.press(edit_key);
  d.frames(4);
  d.click("Ta bort", "button");
  d.frames(3);
  CHECK(d.session.document().network.actors.size() == actors + 1);
  d.click("Ta bort, med 0 uppgifter som pekar hit", "button");
  d.frames(4);
  CHECK(d.session.document().network.actors.size() == actors);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
}

TEST_CASE("an actor that agreements rest on is removed with its parties, and what is selected stays what it is") {
  UiDriver d(county, {1280, 900});
  open_form(d, "k-fjallby");
  d.click("Ta bort", "button");
  d.frames(3);
  d.click("Ta bort, med 18 uppgifter som pekar hit", "button");
  d.frames(4);
  CHECK_FALSE(NetworkIndex(d.session.document().network).actor("k-fjallby").is_set());
  d.session.select("k-granby");
  d.frames(3);
  CHECK(d.session.key_of(d.session.view.selection) == "k-granby");
  d.press({'z', true});
  d.frames(4);
  CHECK(d.session.key_of(d.session.view.selection) == "k-granby");
}

TEST_CASE("what is wrong is told while it is written, before anybody asks for it to be kept") {
  UiDriver d(county, {1280, 900});
  open_form(d, "k-granby");
  type_into(d, "Invånare", "många");
  d.ui->state().row_form.typed_s = -10;  // the hand has rested
  settle(d);
  CHECK(d.has_text_with("E_TYPE"));
  CHECK(d.session.view.dialog == ViewState::Dialog::edit_row);
  click_in_dialog(d, "Webb");  // a field that is left and come back to selects what it holds
  type_into(d, "Invånare", "12");
  d.ui->state().row_form.typed_s = -10;
  settle(d);
  CHECK_FALSE(d.has_text_with("E_TYPE"));
  CHECK(d.session.history().size() == 0);
}

TEST_CASE("what is seldom asked for is one click away, money and duties with it") {
  UiDriver d(county, {1280, 1000});
  open_form(d, "a-lansok");
  CHECK_FALSE(d.has("Rättslig grund"));
  d.click("Fler uppgifter", "button");
  d.frames(3);
  CHECK(d.has("Rättslig grund"));
  d.click("Färre uppgifter", "button");
  d.frames(3);
  CHECK_FALSE(d.has("Rättslig grund"));
}

TEST_CASE("sources and milestones are written from what the network rests on, and one comes back there") {
  UiDriver d(county, {1280, 900});
  const std::size_t sources = d.session.document().network.sources.size();
  const std::size_t milestones = d.session.document().network.milestones.size();
  run_action(d.session, "ask.evidence");
  d.frames(4);
  d.click("Källor", "button");
  d.frames(3);
  d.click("Ny källa", "button");
  d.frames(4);
  CHECK(d.has("Ny källa"));
  type_into(d, "Titel", "Protokoll i nämnden");
  keep(d);
  REQUIRE(d.session.document().network.sources.size() == sources + 1);
  CHECK(d.session.document().network.sources.back().key == "q-protokoll-i-namnden");
  CHECK(d.session.view.dialog == ViewState::Dialog::evidence);
  CHECK(d.has("Ny källa"));
  d.click("Milstolpar", "button");
  d.frames(3);
  d.click("Ny milstolpe", "button");
  d.frames(3);
  click_in_dialog(d, "Datum");
  d.type("2026-10");
  d.frames(2);
  type_into(d, "Titel", "Nästa omgång");
  d.click("Spara i nätverket", "button");
  d.frames(3);
  REQUIRE(d.session.document().network.milestones.size() == milestones + 1);
  d.session.undo();
  d.session.undo();
  CHECK(d.session.document().network.sources.size() == sources);
  CHECK(d.session.document().network.milestones.size() == milestones);
}

TEST_CASE("two actors are seen beside one another before they become one, and one undo takes them apart") {
  UiDriver d(county, {1280, 900});
  const Network before = d.session.document().network;
  const NetworkIndex index(before);
  set_selection(d.session, {{PickId::Kind::actor, index.actor("k-granby").value},
                            {PickId::Kind::actor, index.actor("k-fjallby").value}});
  d.frames(3);
  run_action(d.session, "edit.merge");
  settle(d);
  CHECK(d.has_text_with("går upp i"));
  CHECK(d.has_text_with("Följde med"));
  const bool granby_stays = d.has_text_with("går upp i Granby kommun");
  d.click("Byt håll", "button");
  settle(d);
  CHECK(d.has_text_with(granby_stays ? "går upp i Fjällby kommun" : "går upp i Granby kommun"));
  CHECK(equal(d.session.document().network, before));
  d.click("Slå ihop", "button");
  settle(d);
  const NetworkIndex now(d.session.document().network);
  CHECK(now.actor("k-granby").is_set() != now.actor("k-fjallby").is_set());
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  d.session.undo();
  CHECK(equal(d.session.document().network, before));
}

TEST_CASE("rows that may be one organisation are offered where nobody has chosen two") {
  UiDriver d(county, {1280, 900});
  Document changed = d.session.document();
  Actor twin = actor(d, "k-granby");
  twin.key = "k-granby-2";
  changed.network.actors.push_back(twin);
  d.session.change({"history.accept", {}}, std::move(changed));
  d.session.select("");
  d.frames(3);
  run_action(d.session, "edit.merge");
  settle(d);
  CHECK(d.has("Möjliga dubbletter"));
  const std::string pair = "Granby kommun [k-granby] – Granby kommun [k-granby-2]";
  REQUIRE(d.has(pair));
  d.click(pair, "link");
  settle(d);
  d.click("Slå ihop", "button");
  settle(d);
  CHECK_FALSE(NetworkIndex(d.session.document().network).actor("k-granby-2").is_set());
}

}  // namespace samverka
