#include "io/compare_networks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "io/read_network.h"
#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Keys = std::vector<Key>;

NetworkMaker county() {
  NetworkMaker maker;
  for (const char* name : {"alby", "borg", "dal", "ed"}) maker.municipality(name, "9901");
  maker.region("reg", "99");
  maker.agreement("a-ett", {"alby", "reg"});
  maker.agreement("a-tva", {"borg", "dal"});
  return maker;
}

Network mirrored_rows(const Network& network) {
  Network out = network;
  out.agreements = {};
  for (std::size_t i = network.agreements.size(); i > 0; --i) out.agreements.push_back(network.agreements[i - 1]);
  return out;
}

}  // namespace

TEST_CASE("a network is not apart from itself, nor from its rows in another order") {
  const Network network = county().network;
  CHECK(compare_networks(network, network).empty());
  CHECK(compare_networks(network, mirrored_rows(network)).empty());
}

TEST_CASE("new, gone, changed and renamed are told by id and member") {
  NetworkMaker then = county();
  then.network.actors.mutable_row(0).population = 100;
  then.network.actors.mutable_row(0).note = "ny uppgift";
  then.network.actors.mutable_row(1).name = "Borg stad";
  then.municipality("fjäll", "9909");
  Agreement& agreement = then.network.agreements.mutable_row(0);
  agreement.status = AgreementStatus::ended;
  agreement.valid = from_to("2020", "2025-06-30");
  then.agreement("a-tre", {"alby", "dal"});
  then.network.title = "Nytt";
  const NetworksApart apart = compare_networks(county().network, then.network);
  CHECK(apart.actors.only_after == Keys{"fjäll"});
  CHECK(apart.actors.only_before.empty());
  REQUIRE(apart.actors.changed.size() == 1);
  CHECK(apart.actors.changed[0] == ChangedRow{"alby", {"note", "population"}});
  CHECK(apart.actors.renamed == std::vector{RenamedRow{"borg", "borg", "Borg stad"}});
  CHECK(apart.agreements.only_after == Keys{"a-tre"});
  CHECK(apart.agreements.changed == std::vector{ChangedRow{"a-ett", {"status", "valid"}}});
  CHECK(apart.header == std::vector<std::string>{"title"});
  CHECK(apart.parties.empty());
}

TEST_CASE("parties are the same by actor, role and service, and stand apart from the agreement's own members") {
  NetworkMaker then = county();
  Agreement& agreement = then.network.agreements.mutable_row(0);
  agreement.parties[1].state = PartyState::withdrawn;
  agreement.parties.push_back(then.party("ed", PartyState::adopted));
  then.network.agreements.mutable_row(1).parties.pop_back();
  const NetworksApart apart = compare_networks(county().network, then.network);
  CHECK(apart.agreements.empty());
  REQUIRE(apart.parties.size() == 2);
  CHECK(apart.parties[0] == PartiesApart{"a-ett", {"ed"}, {}, {"reg"}});
  CHECK(apart.parties[1] == PartiesApart{"a-tva", {}, {"dal"}, {}});
}

TEST_CASE("a planted edit script is found exactly, and comparing the other way mirrors it, on 200 seeds") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    NetworkMaker before;
    for (int i = 0; i < 12; ++i) before.municipality("k" + std::to_string(i), "9901").population = i;
    for (int i = 0; i < 6; ++i) before.agreement("a" + std::to_string(i), {"k0", "k" + std::to_string(i + 1)});
    NetworkMaker after = before;
    std::set<Key> grown, renamed, ended, added;
    for (int edit = 0; edit < 6; ++edit) {
      const std::size_t row = random() % 12;
      const Key key = "k" + std::to_string(row);
      switch (random() % 4) {
        case 0:
          after.network.actors.mutable_row(row).population = 1000 + edit;
          grown.insert(key);
          break;
        case 1:
          after.network.actors.mutable_row(row).name = "Nytt " + std::to_string(edit);
          renamed.insert(key);
          break;
        case 2:
          after.network.agreements.mutable_row(row % 6).status = AgreementStatus::ended;
          ended.insert("a" + std::to_string(row % 6));
          break;
        default:
          after.municipality("n" + std::to_string(edit), "9901");
          added.insert("n" + std::to_string(edit));
      }
    }
    const NetworksApart forth = compare_networks(before.network, after.network);
    const NetworksApart back = compare_networks(after.network, before.network);
    const auto ids = [](const auto& rows) {
      std::set<Key> keys;
      for (const auto& row : rows) keys.insert(row.id);
      return keys;
    };
    CHECK(ids(forth.actors.changed) == grown);
    CHECK(ids(forth.actors.renamed) == renamed);
    CHECK(ids(forth.agreements.changed) == ended);
    CHECK(std::set<Key>(forth.actors.only_after.begin(), forth.actors.only_after.end()) == added);
    CHECK(forth.actors.only_after == back.actors.only_before);
    CHECK(forth.actors.only_before == back.actors.only_after);
    CHECK(forth.actors.changed == back.actors.changed);
    CHECK(forth.agreements == back.agreements);
    CHECK(ids(forth.actors.renamed) == ids(back.actors.renamed));
  }
}

TEST_CASE("an actor that is gone is told once, and who belonged to it differs by that member") {
  const auto school_in = [](const std::vector<std::string>& municipalities) {
    NetworkMaker maker;
    for (const std::string& name : municipalities) maker.municipality(name, "9901");
    maker.actor("skola", "school").parent.id = maker.id(municipalities.back());
    return maker.network;
  };
  const NetworksApart apart = compare_networks(school_in({"alby", "ed"}), school_in({"alby"}));
  CHECK(apart.actors.only_before == Keys{"ed"});
  CHECK(apart.actors.changed == std::vector{ChangedRow{"skola", {"parent"}}});
}

TEST_CASE("a member that is an object is the same whether it stands last in its row or not") {
  NetworkMaker before = county();
  before.network.actors.mutable_row(0).position = LatLon{61.5, 14.25};
  NetworkMaker then = before;
  then.network.actors.mutable_row(0).note = "står efter läget";
  const NetworksApart apart = compare_networks(before.network, then.network);
  CHECK(apart.actors.changed == std::vector{ChangedRow{"alby", {"note"}}});
  const auto fields = fields_between(before.network, before.network.actors[0], then.network, then.network.actors[0]);
  REQUIRE(fields.size() == 1);
  CHECK(fields[0].member == "note");
  CHECK_FALSE(fields[0].before);
}
