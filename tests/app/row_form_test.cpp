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

TEST_CASE("what is seldom asked for is read and written as well") {
  const Network network = start();
  RowForm actor = form(network, RowKind::actor, "Alby");
  value(actor, "position/lat").typed = "61,25";
  value(actor, "position/lon").typed = "15.5";
  value(actor, "members").typed = "ekby, Skolan [Skolan]";
  value(actor, "sensitive").typed = "true";
  value(actor, "provenance/confidence").typed = "0,5";
  const Edited edited = filled_in(network, taxonomy(), actor, today);
  REQUIRE(edited.is_done);
  const Actor& now = edited.network.actors[0];
  CHECK(now.position->lat == 61.25);
  CHECK(now.position->lon == 15.5);
  CHECK(now.members == std::vector<ActorRef>{{ActorId(1), {}}, {ActorId(2), {}}});
  CHECK(now.sensitive == true);
  CHECK(now.provenance->confidence == 0.5);
  value(actor, "position/lat").typed = "61,2,5";
  CHECK_FALSE(filled_in(network, taxonomy(), actor, today).is_done);
}

TEST_CASE("money, duties and the rest of a party are rows inside the row") {
  const Network network = start();
  RowForm agreement = form(network, RowKind::agreement, "avtal");
  agreement.parties[0].more[0].typed = "2025-06-30";  // its last day
  agreement.parties[0].more[1].typed = "Socialnämnden";
  REQUIRE(agreement.lists.size() == 2);
  FormList& money = agreement.lists[0];
  money.items.push_back(new_item(money, taxonomy()));
  money.items[0].values[0].typed = "Alby";
  money.items[0].values[1].typed = "Ekby";
  money.items[0].values[2].typed = "1 200 000";
  money.items.push_back(new_item(money, taxonomy()));  // left empty: none
  const Edited edited = filled_in(network, taxonomy(), agreement, today);
  REQUIRE(edited.is_done);
  const Agreement& now = edited.network.agreements[0];
  CHECK(to_string(now.parties[0].to) == "2025-06-30");
  CHECK(now.parties[0].sub_body == "Socialnämnden");
  REQUIRE(now.funding.size() == 1);
  CHECK(now.funding[0].amount == 1'200'000);
  CHECK(now.funding[0].to.id == ActorId(1));

  RowForm again = form(edited.network, RowKind::agreement, "avtal");
  CHECK_FALSE(is_changed(again));
  REQUIRE(again.lists[0].items.size() == 1);
  again.lists[0].items[0].is_removed = true;
  CHECK(is_changed(again));
  CHECK(filled_in(edited.network, taxonomy(), again, today).network.agreements[0].funding.empty());
}

TEST_CASE("a new agreement takes the legal basis and the number of parties of its form, and typed words stay") {
  Taxonomy with_forms = small_taxonomy();
  for (const auto& [code, basis] : {std::pair("county", "HSL 16:3"), std::pair("federation", "KL 3:8")}) {
    Form row;
    row.code = code;
    row.basis = {basis};
    row.min_parties = 2;
    with_forms.forms.add(row);
  }
  RowForm made = *form_of(start(), with_forms, RowKind::agreement, "");
  value(made, "form").typed = "county";
  take_defaults(made, with_forms);
  CHECK(value(made, "legal_basis").typed == "HSL 16:3");
  CHECK(made.parties.size() == 2);
  value(made, "form").typed = "federation";
  take_defaults(made, with_forms);
  CHECK(value(made, "legal_basis").typed == "KL 3:8");
  value(made, "legal_basis").typed = "eget beslut";
  value(made, "form").typed = "county";
  take_defaults(made, with_forms);
  CHECK(value(made, "legal_basis").typed == "eget beslut");
  RowForm old = *form_of(start(), with_forms, RowKind::agreement, "avtal");
  value(old, "form").typed = "county";
  take_defaults(old, with_forms);
  CHECK(value(old, "legal_basis").typed.empty());
}

TEST_CASE("a source is written like any row, and has no day of its own to be recorded") {
  Network network = start();
  RowForm source = form(network, RowKind::source, "");
  value(source, "title").typed = "Beslut i fullmäktige";
  value(source, "date").typed = "2025-03";
  Edited edited = filled_in(network, taxonomy(), source, today);
  REQUIRE(edited.is_done);
  REQUIRE(edited.network.sources.size() == 1);
  CHECK(edited.network.sources[0].key == "q-beslut-i-fullmaktige");
  CHECK(to_string(edited.network.sources[0].date) == "2025-03");
  CHECK(edited.network.sources[0].extra == Extra());
  RowForm again = form(edited.network, RowKind::source, "q-beslut-i-fullmaktige");
  value(again, "note").typed = "Sida 4";
  CHECK(filled_in(edited.network, taxonomy(), again, today).network.sources[0].note == "Sida 4");
}

TEST_CASE("forms that say the same have one text, and a row put away is something else") {
  const Network network = start();
  RowForm one = form(network, RowKind::agreement, "avtal"), other = one;
  CHECK(typed_in(one) == typed_in(other));
  other.parties[0].is_removed = true;
  CHECK(typed_in(one) != typed_in(other));
  other = one;
  value(other, "note").typed = "x";
  CHECK(typed_in(one) != typed_in(other));
}
