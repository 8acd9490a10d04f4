// Actors and agreements written by hand, with undo.
#include <doctest/doctest.h>

#include "app/actions.h"
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

void open_form(UiDriver& d, const Key& key) {
  d.session.select(key);
  d.frames(3);
  d.press(edit_key);
  d.frames(4);
  REQUIRE(d.session.view.dialog == ViewState::Dialog::edit_row);
}

}  // namespace

TEST_CASE("an actor is changed in its form, and one undo takes it back") {
  UiDriver d(county, {1280, 900});
  const Actor before = actor(d, "k-granby");
  open_form(d, "k-granby");
  CHECK(d.has("Redigera aktör"));
  type_into(d, "Invånare", "12 345");
  d.click("Spara i nätverket", "button");
  d.frames(4);
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
  d.click("Spara i nätverket", "button");
  d.frames(4);
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
  d.click("Spara i nätverket", "button");
  d.frames(6);
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

}  // namespace samverka
