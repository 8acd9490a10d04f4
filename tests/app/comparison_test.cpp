#include "app/comparison.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "support/app_desk.h"

using namespace samverka;
using namespace samverka::test;

namespace {

NetworkMaker two_agreements() {
  NetworkMaker maker;
  for (const char* name : {"alby", "borg", "dal"}) maker.municipality(name, "9901");
  maker.region("reg", "99");
  maker.agreement("a-ett", {"alby", "reg"});
  maker.agreement("a-tva", {"borg", "dal"});
  maker.network.as_of = {2024, 12, 31};
  maker.network.taxonomy = "se-2025";
  return maker;
}

const Taxonomy& real_taxonomy() {
  static const Session session = empty_session();
  return session.taxonomy();
}

ComparedSide side(const NetworkMaker& maker, const char* title = "") {
  auto network = std::make_shared<const Network>(maker.network);
  return {title, network, network->as_of};
}

const ComparedRow* row(const VersionComparison& comparison, const Key& key) {
  for (const ComparedRow& one : comparison.rows) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

Provenance recorded(const char* day) {
  Provenance provenance;
  provenance.recorded = *parse_partial_date(day);
  return provenance;
}

}  // namespace

TEST_CASE("a new agreement that held before is newly recorded, one that began since is newly valid") {
  NetworkMaker then = two_agreements();
  then.network.as_of = {2025, 12, 31};
  then.agreement("a-gammal", {"alby", "dal"}).valid = from_to("2020", "");
  then.agreement("a-ny", {"alby", "borg"}).valid = from_to("2025-03", "");
  then.agreement("a-okand", {"alby", "reg"});
  const VersionComparison found = compare_sides(side(two_agreements()), side(then), &real_taxonomy());
  CHECK(row(found, "a-gammal")->clock == ChangeClock::newly_recorded);
  CHECK(row(found, "a-ny")->clock == ChangeClock::newly_valid);
  CHECK(row(found, "a-okand")->clock == ChangeClock::not_dated);
  for (const ComparedRow& one : found.rows) CHECK(one.kind == ChangeKind::added);
  const DiffClocks clocks = clocks_of(found);
  CHECK(clocks.newly_valid == std::vector<Key>{"a-ny"});
  CHECK(clocks.newly_recorded == std::vector<Key>{"a-gammal"});
}

TEST_CASE("an agreement that both have has ended where it holds on the earlier day alone; members tell old and new") {
  NetworkMaker then = two_agreements();
  then.network.as_of = {2025, 12, 31};
  then.network.agreements.mutable_row(0).valid = from_to("2020", "2025-06-30");
  then.network.agreements.mutable_row(1).note = "ändrad";
  then.network.actors.mutable_row(0).name = "Alby stad";
  const VersionComparison found = compare_sides(side(two_agreements()), side(then), &real_taxonomy());
  REQUIRE(row(found, "a-ett"));
  CHECK(row(found, "a-ett")->kind == ChangeKind::ended);
  CHECK(row(found, "a-tva")->kind == ChangeKind::changed);
  CHECK(row(found, "a-tva")->fields == std::vector{FieldChange{"note", std::nullopt, "\"ändrad\""}});
  CHECK(row(found, "alby")->is_renamed());
  CHECK(row(found, "alby")->name_before == "alby");
}

TEST_CASE("the picture of both has what either has, and what holds on one of the days holds in it on any") {
  NetworkMaker then = two_agreements();
  then.network.as_of = {2025, 12, 31};
  then.network.agreements.pop_back();
  then.network.agreements.mutable_row(0).parties.push_back(then.party("borg", PartyState::adopted));
  then.municipality("ed", "9902");
  const VersionComparison found = compare_sides(side(two_agreements()), side(then), &real_taxonomy());
  const NetworkIndex index(*found.both);
  REQUIRE(index.agreement("a-tva").is_set());
  REQUIRE(index.actor("ed").is_set());
  CHECK(found.marks.agreements[index.agreement("a-tva").value] == ChangeKind::ended);
  CHECK(found.marks.actors[index.actor("ed").value] == ChangeKind::added);
  CHECK(found.marks.actors[index.actor("dal").value] == ChangeKind::none);
  const AgreementId one = index.agreement("a-ett");
  CHECK(found.both->agreement(one).is_active_on({1999, 1, 1}));
  CHECK(found.marks.parties[one.value] == std::vector{ChangeKind::none, ChangeKind::none, ChangeKind::added});
}

TEST_CASE("two days of one network: what holds on the one and not on the other, and who joined and left between") {
  NetworkMaker maker = two_agreements();
  maker.network.agreements.mutable_row(0).valid = from_to("2020", "2024-06-30");
  maker.network.agreements.mutable_row(1).parties[0].from = *parse_partial_date("2024-09-01");
  maker.agreement("a-ny", {"alby", "borg"}).valid = from_to("2024-05-01", "");
  Agreement& noted = maker.agreement("a-noterad", {"alby", "dal"});
  noted.valid = from_to("2019", "");
  noted.provenance = recorded("2024-08-01");
  const VersionComparison found = compare_days(side(maker), {2024, 1, 1}, {2024, 12, 31});
  CHECK(found.apart.agreements.only_after == std::vector<Key>{"a-ny"});
  CHECK(found.apart.agreements.only_before == std::vector<Key>{"a-ett"});
  REQUIRE(found.apart.parties.size() == 1);
  CHECK(found.apart.parties[0].only_after == std::vector<Key>{"borg"});
  CHECK(found.newly_recorded == std::vector<Key>{"a-noterad"});
  CHECK(row(found, "a-ny")->clock == ChangeClock::newly_valid);
  CHECK(compare_days(side(maker), {2024, 1, 1}, {2024, 1, 1}).rows.empty());
}

TEST_CASE("days mirror: what is new one way has ended the other, on 300 networks; a planted script is found exactly") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    NetworkMaker maker;
    for (int i = 0; i < 6; ++i) maker.municipality("k" + std::to_string(i), "9901");
    std::set<Key> begun, ended;
    for (int i = 0; i < 12; ++i) {
      const Key key = "a" + std::to_string(i);
      Agreement& agreement =
          maker.agreement(key, {"k" + std::to_string(random() % 6), "k" + std::to_string(random() % 6)});
      switch (random() % 4) {
        case 0:  // begins between
          agreement.valid = from_to("2024-03-01", "");
          begun.insert(key);
          break;
        case 1:  // ends between
          agreement.valid = from_to("2020", "2024-05-31");
          ended.insert(key);
          break;
        case 2:  // between the days alone
          agreement.valid = from_to("2024-03-01", "2024-05-31");
          break;
        default:
          agreement.valid = from_to("2020", "");
      }
    }
    const VersionComparison forth = compare_days(side(maker), {2024, 1, 1}, {2024, 12, 31});
    const VersionComparison back = compare_days(side(maker), {2024, 12, 31}, {2024, 1, 1});
    CHECK(std::set<Key>(forth.apart.agreements.only_after.begin(), forth.apart.agreements.only_after.end()) == begun);
    CHECK(std::set<Key>(forth.apart.agreements.only_before.begin(), forth.apart.agreements.only_before.end()) == ended);
    CHECK(forth.apart.agreements.only_after == back.apart.agreements.only_before);
    CHECK(forth.apart.agreements.only_before == back.apart.agreements.only_after);
  }
}

TEST_CASE("comparing two networks mirrors itself: kinds, renamings, members and parties") {
  NetworkMaker then = two_agreements();
  then.network.agreements.pop_back();
  then.agreement("a-tre", {"alby", "dal"});
  then.network.actors.mutable_row(1).name = "Borgs stad";
  then.network.agreements.mutable_row(0).parties.pop_back();
  then.network.agreements.mutable_row(0).note = "ny";
  const VersionComparison forth = compare_sides(side(two_agreements()), side(then), &real_taxonomy());
  const VersionComparison back = compare_sides(side(then), side(two_agreements()), &real_taxonomy());
  REQUIRE(forth.rows.size() == back.rows.size());
  for (const ComparedRow& one : forth.rows) {
    const ComparedRow* other = row(back, one.key);
    REQUIRE(other);
    if (one.kind == ChangeKind::added) CHECK(other->kind == ChangeKind::ended);
    if (one.kind == ChangeKind::ended) CHECK(other->kind == ChangeKind::added);
    if (one.kind == ChangeKind::changed) CHECK(other->kind == ChangeKind::changed);
    CHECK(one.parties_new == other->parties_ended);
    CHECK(one.parties_ended == other->parties_new);
    REQUIRE(one.fields.size() == other->fields.size());
    for (std::size_t i = 0; i < one.fields.size(); ++i) {
      CHECK(one.fields[i].before == other->fields[i].after);
      CHECK(one.fields[i].after == other->fields[i].before);
    }
  }
}

TEST_CASE(
    "in the mode compare the pictures show both, what is unchanged stays where it is, and tables show the facts") {
  NetworkMaker then = two_agreements();
  then.network.agreements.pop_back();
  Desk desk(then);
  desk.session.view.tab = Tab::network;
  desk.session.wait_for_jobs();
  const auto places = [&] {
    std::map<Key, Vec2> found;
    for (const Mark& mark : desk.session.scene().marks) {
      const Key key = desk.session.key_of(mark.pick);
      if (!key.empty()) found[key] = mark.centre;
    }
    return found;
  };
  const std::map<Key, Vec2> before = places();
  desk.session.view.mode = Mode::compare;
  desk.session.compare(std::make_shared<const VersionComparison>(
      compare_sides(side(two_agreements(), "Förr"), side(then, "Nu"), &desk.session.taxonomy())));
  desk.session.wait_for_jobs();
  CHECK(desk.session.is_comparing());
  CHECK(desk.session.network().agreements.size() == 2);
  const std::map<Key, Vec2> after = places();
  CHECK(after.contains("a-tva"));
  for (const auto& [key, place] : before) {
    CAPTURE(key);
    REQUIRE(after.contains(key));
    CHECK(distance(after.at(key), place) < 1e-3F);
  }
  CHECK(desk.session.scene().legend.front().text == "Jämförelse: Förr → Nu");
  CHECK_FALSE(desk.run("edit.row"));

  desk.session.view.compared = ComparedSides::after;
  desk.session.wait_for_jobs();
  CHECK_FALSE(places().contains("a-tva"));
  desk.session.view.compared = ComparedSides::beside;
  desk.session.wait_for_jobs();
  CHECK(desk.session.scene().bounds.width() > 0);

  desk.session.view.tab = Tab::table;
  desk.session.wait_for_jobs();
  CHECK_FALSE(desk.session.is_comparing());
  CHECK(desk.session.network().agreements.size() == 1);
}
