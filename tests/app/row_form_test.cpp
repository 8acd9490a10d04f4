#include "app/row_form.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

const Taxonomy& taxonomy() {
  static const Taxonomy small = small_taxonomy();
  return small;
}

Network start() {
  NetworkMaker maker;
  maker.municipality("Alby", "0101").population = 900;
  maker.municipality("Ekby", "0102");
  maker.actor("Skolan", "school").parent.id = maker.id("Alby");
  maker.agreement("avtal", {"Alby", "Ekby"}).valid = from_to("2024", "2026");
  return maker.network;
}

RowForm form(const Network& network, RowKind kind, const Key& key) {
  const auto made = form_of(network, taxonomy(), kind, key);
  REQUIRE(made);
  return *made;
}

FormValue& value(RowForm& form, std::string_view member) {
  for (FormValue& each : form.values) {
    if (each.field.member == member) return each;
  }
  FAIL("no such member");
  return form.values.front();
}

constexpr Date today{2025, 11, 22};

}  // namespace

TEST_CASE("a form shows what the row has, and changes nothing where nothing was typed") {
  const Network network = start();
  RowForm actor = form(network, RowKind::actor, "Skolan");
  CHECK(value(actor, "name").typed == "Skolan");
  CHECK(value(actor, "parent").typed == "Alby [Alby]");
  CHECK_FALSE(is_changed(actor));
  RowForm agreement = form(network, RowKind::agreement, "avtal");
  CHECK(value(agreement, "areas").typed == "A4.1");
  CHECK(value(agreement, "valid/to").typed == "2026");
  REQUIRE(agreement.parties.size() == 2);
  CHECK(agreement.parties[1].actor.typed == "Ekby [Ekby]");
  CHECK(agreement.parties[1].state.typed == "adopted");
  CHECK_FALSE(form_of(network, taxonomy(), RowKind::actor, "frob"));
}

TEST_CASE("what is typed becomes the row's, with the day it was recorded") {
  const Network network = start();
  RowForm actor = form(network, RowKind::actor, "Alby");
  value(actor, "population").typed = "12 000";
  value(actor, "short_name").typed = " Alby stad ";
  CHECK(is_changed(actor));
  const Edited edited = filled_in(network, taxonomy(), actor, today);
  REQUIRE(edited.is_done);
  const Actor& now = edited.network.actors[0];
  CHECK(now.population == 12000);
  CHECK(now.short_name == "Alby stad");
  CHECK(to_string(now.provenance->recorded) == "2025-11-22");
  CHECK(edited.network.actors[1] == network.actors[1]);
}

TEST_CASE("an emptied value goes, an end may be open, and a reference is a name or an id") {
  const Network network = start();
  RowForm actor = form(network, RowKind::actor, "Skolan");
  value(actor, "parent").typed = "ekby";
  CHECK(filled_in(network, taxonomy(), actor, today).network.actors[2].parent.id == ActorId(1));
  value(actor, "parent").typed = "";
  CHECK_FALSE(filled_in(network, taxonomy(), actor, today).network.actors[2].parent.id.is_set());
  RowForm agreement = form(network, RowKind::agreement, "avtal");
  value(agreement, "valid/to").typed = until_further_notice;
  CHECK(filled_in(network, taxonomy(), agreement, today).network.agreements[0].valid->end == Validity::End::open);
}

TEST_CASE("what is wrong is refused, and told where it stands") {
  const Network network = start();
  RowForm actor = form(network, RowKind::actor, "Alby");
  value(actor, "population").typed = "många";
  const Edited edited = filled_in(network, taxonomy(), actor, today);
  CHECK_FALSE(edited.is_done);
  const auto found = std::find_if(edited.problems.begin(), edited.problems.end(),
                                  [](const Problem& problem) { return problem.code == "E_TYPE"; });
  REQUIRE(found != edited.problems.end());
  const auto place = value_of(actor, *found);
  REQUIRE(place);
  CHECK(std::string_view(actor.values[*place].field.member) == "population");
  RowForm agreement = form(network, RowKind::agreement, "avtal");
  value(agreement, "valid/from").typed = "2027";
  CHECK(filled_in(network, taxonomy(), agreement, today).problems.front().code == "E_DATE");
  agreement.parties[0].actor.typed = "Ingen";
  CHECK_FALSE(filled_in(network, taxonomy(), agreement, today).is_done);
}

TEST_CASE("parties are changed, removed and added") {
  const Network network = start();
  RowForm agreement = form(network, RowKind::agreement, "avtal");
  agreement.parties[0].is_removed = true;
  agreement.parties[1].state.typed = "withdrawn";
  agreement.parties.push_back(new_party(taxonomy()));
  agreement.parties.back().actor.typed = "Skolan [Skolan]";
  agreement.parties.back().state.typed = "decided";
  agreement.parties.push_back(new_party(taxonomy()));  // left empty: nobody
  const Edited edited = filled_in(network, taxonomy(), agreement, today);
  REQUIRE(edited.is_done);
  const std::vector<Party>& parties = edited.network.agreements[0].parties;
  REQUIRE(parties.size() == 2);
  CHECK(parties[0].actor.id == ActorId(1));
  CHECK(parties[0].state == PartyState::withdrawn);
  CHECK(parties[1].actor.id == ActorId(2));
  CHECK(parties[1].state == PartyState::decided);
}

TEST_CASE("new rows get ids of their names that nothing has") {
  const Network network = start();
  RowForm actor = form(network, RowKind::actor, "");
  CHECK(actor.is_new());
  value(actor, "name").typed = "Ny förening";
  value(actor, "type").typed = "civil_society";
  Edited one = filled_in(network, taxonomy(), actor, today);
  REQUIRE(one.is_done);
  CHECK(one.network.actors[3].key == "ny-forening");
  CHECK(filled_in(one.network, taxonomy(), actor, today).network.actors[4].key == "ny-forening-2");
  RowForm agreement = form(network, RowKind::agreement, "");
  value(agreement, "title").typed = "Nytt avtal";
  CHECK_FALSE(filled_in(network, taxonomy(), agreement, today).is_done);
  value(agreement, "form").typed = "other";
  value(agreement, "status").typed = "planned";
  value(agreement, "areas").typed = "A4.1, A7";
  agreement.parties.push_back(new_party(taxonomy()));
  agreement.parties.back().actor.typed = "Alby";
  const Edited two = filled_in(network, taxonomy(), agreement, today);
  REQUIRE(two.is_done);
  CHECK(two.network.agreements[1].key == "a-nytt-avtal");
  CHECK(two.network.agreements[1].areas == std::vector<AreaCode>{"A4.1", "A7"});
}
