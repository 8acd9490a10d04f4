#include "analysis/suggest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};
using Names = std::vector<std::string>;

struct Asked {
  Network network;
  Advice found;

  Asked(const NetworkMaker& maker, const char* actor, const char* area = "A4.1", std::size_t most = 5)
      : network(maker.network) {
    const Taxonomy taxonomy = small_taxonomy();
    const SubNetwork part = restrict(network, taxonomy, {}, day);
    found = advise(network, NetworkIndex(network), taxonomy, part, ties_of(network, taxonomy, part),
                   {maker.id(actor), area, most});
  }
  Names needs() const {
    Names told;
    for (const NeededKind& need : found.needs) {
      told.push_back(need.kind + (need.own == NeededKind::Own::none ? " none " : " one ") +
                     std::to_string(need.others) + " " + std::to_string(need.peers));
    }
    return told;
  }
  Names suggested() const {
    Names told;
    for (const Suggestion& s : found.suggestions) told.push_back(network.actor(s.candidate).key);
    return told;
  }
  const Suggestion& of(const char* name) const {
    for (const Suggestion& s : found.suggestions) {
      if (network.actor(s.candidate).key == name) return s;
    }
    FAIL("not suggested: ", name);
    return found.suggestions.front();
  }
};

//  Alby has no school in A4.1; Ekby works there with Skolan. Regionen works with both, by A and by B.
NetworkMaker county() {
  NetworkMaker maker;
  maker.municipality("Alby", "0101").population = 10'000;
  maker.municipality("Ekby", "0102").population = 11'000;
  maker.region("Regionen", "01");
  maker.actor("Skolan", "school").county = "01";
  maker.actor("Friskolan", "school").county = "01";
  maker.actor("Fjärran", "school").county = "02";
  maker.agreement("A", {"Alby", "Regionen"}, "A4.2");
  maker.agreement("B", {"Regionen", "Skolan"}, "A4.2");
  maker.agreement("C", {"Ekby", "Skolan"}, "A4.1");
  return maker;
}

}  // namespace

TEST_CASE("where nobody like it has a partner there is nothing to advise") {
  NetworkMaker maker;
  maker.actor("Alby", "other");
  const Asked asked(maker, "Alby");
  CHECK(asked.found.needs.empty());
  CHECK(asked.found.suggestions.empty());
}

TEST_CASE("a suggestion is of a kind that is missing, and carries its reasons") {
  const Asked asked(county(), "Alby");
  CHECK(asked.needs() == Names{"school none 1 1"});
  CHECK(asked.found.same_type == 1);
  CHECK(asked.suggested() == Names{"Skolan", "Friskolan"});
  const Suggestion& skolan = asked.of("Skolan");
  CHECK(skolan.is_same_county);
  REQUIRE(skolan.common.size() == 1);
  CHECK(asked.network.actor(skolan.common[0].actor).key == "Regionen");
  CHECK(skolan.common[0].with_asker == AgreementId(0));
  CHECK(skolan.common[0].with_candidate == AgreementId(1));
  CHECK(skolan.common[0].weight == doctest::Approx(1 / std::log(2.0)));
  CHECK(skolan.experience == std::vector<AgreementId>{AgreementId(2)});
  REQUIRE(skolan.peers_with_it.size() == 1);
  CHECK(asked.network.actor(skolan.peers_with_it[0].peer).key == "Ekby");
  CHECK(skolan.by_experience == 0.5);
  CHECK(skolan.by_peers == 0.5);
  CHECK(skolan.by_nearness == 0.25);
  CHECK(asked.of("Friskolan").common.empty());
}

TEST_CASE("one partner of a kind is fewer than needed, two are not, and a second region is not to be had") {
  NetworkMaker maker = county();
  maker.agreement("D", {"Alby", "Friskolan"}, "A4.1");
  CHECK(Asked(maker, "Alby").needs() == Names{"school one 1 1"});
  CHECK(Asked(maker, "Alby").suggested() == Names{"Skolan"});
  maker.agreement("E", {"Alby", "Skolan"}, "A4.1");
  CHECK(Asked(maker, "Alby").needs().empty());
  maker.agreement("F", {"Ekby", "Regionen"}, "A4.2");
  CHECK(Asked(maker, "Alby", "A4.2").needs().empty());
}

TEST_CASE("what most others have comes before what hardly anybody has, even where one has none of either") {
  //  Ekby, Orby and Ulby work with a school each; Ekby alone with an association. Alby has one school and no
  //  association
  NetworkMaker maker = county();
  for (const auto& [name, code] : {std::pair{"Orby", "0133"}, {"Ulby", "0134"}}) {
    maker.municipality(name, code).population = 12'000;
    maker.agreement(std::string("S") + name, {name, "Skolan"}, "A4.1");
  }
  maker.actor("Jouren", "civil_society").county = "01";
  maker.agreement("J", {"Ekby", "Jouren"}, "A4.1");
  maker.agreement("D", {"Alby", "Friskolan"}, "A4.1");
  const Names needs = Asked(maker, "Alby").needs();
  REQUIRE(needs.size() == 2);
  CHECK(needs[0] == "school one 3 3");
  CHECK(needs[1] == "civil none 1 1");
  CHECK(Asked(maker, "Alby", "A4.1", 1).suggested() == Names{"Skolan"});
}

TEST_CASE("who is known from another area is told so") {
  NetworkMaker maker = county();
  maker.agreement("K", {"Alby", "Friskolan"}, "A4.2");
  const Asked asked(maker, "Alby");
  CHECK(asked.of("Friskolan").known == std::vector<AgreementId>{AgreementId(3)});
  CHECK(asked.of("Friskolan").by_known == 0.5);
  CHECK(asked.of("Skolan").known.empty());
}

TEST_CASE("from elsewhere comes only who is near and has another reason, and never a region") {
  NetworkMaker maker = county();
  maker.network.actors.mutable_row(0).position = LatLon{60, 15};
  maker.network.actors.mutable_row(5).position = LatLon{60.5, 15};
  maker.actor("Grannen", "school").county = "02";
  maker.network.actors.mutable_row(6).position = LatLon{60.5, 15};
  maker.actor("Avlägsen", "school").county = "02";
  maker.network.actors.mutable_row(7).position = LatLon{61, 15};
  maker.agreement("L", {"Ekby", "Avlägsen"}, "A4.1");
  maker.agreement("G", {"Ekby", "Fjärran"}, "A4.1");
  maker.region("Annan region", "02");
  maker.agreement("H", {"Ekby", "Annan region"}, "A4.1");
  maker.agreement("I", {"Ekby", "Regionen"}, "A4.1");
  const Names suggested = Asked(maker, "Alby", "A4.1", 50).suggested();
  CHECK(std::count(suggested.begin(), suggested.end(), "Fjärran") == 1);
  CHECK(std::count(suggested.begin(), suggested.end(), "Grannen") == 0);   // no other reason
  CHECK(std::count(suggested.begin(), suggested.end(), "Avlägsen") == 0);  // 111 km
  CHECK(std::count(suggested.begin(), suggested.end(), "Regionen") == 1);
  CHECK(std::count(suggested.begin(), suggested.end(), "Annan region") == 0);
}

TEST_CASE("the best of each kind comes before the second best of any") {
  NetworkMaker maker = county();
  maker.actor("Jouren", "civil_society").county = "01";
  maker.agreement("J", {"Ekby", "Jouren"}, "A4.1");
  CHECK(Asked(maker, "Alby", "A4.1", 2).suggested() == Names{"Jouren", "Skolan"});
  CHECK(Asked(maker, "Alby", "A4.1", 3).suggested() == Names{"Jouren", "Skolan", "Friskolan"});
  CHECK(Asked(maker, "Alby", "A4.1", 0).suggested().empty());
}

TEST_CASE("one's own units and those that do not exist any more are not suggested") {
  NetworkMaker maker = county();
  maker.network.actors.mutable_row(4).parent.id = maker.id("Alby");
  maker.network.actors.mutable_row(3).valid = from_to("2000", "2020");
  CHECK(Asked(maker, "Alby").suggested().empty());
}

TEST_CASE("nearness is by the way there, and a sensitive actor is where its municipality is") {
  NetworkMaker maker = county();
  maker.network.actors.mutable_row(0).position = LatLon{60, 15};
  maker.network.actors.mutable_row(1).position = LatLon{61, 15};
  Actor& skolan = maker.network.actors.mutable_row(3);
  skolan.position = LatLon{60.1, 15};
  CHECK(*Asked(maker, "Alby").of("Skolan").distance_km == doctest::Approx(11.14).epsilon(0.01));
  skolan.sensitive = true;
  skolan.municipality = "0102";
  CHECK(*Asked(maker, "Alby").of("Skolan").distance_km == doctest::Approx(111.4).epsilon(0.01));
  skolan.municipality = "0101";
  CHECK(Asked(maker, "Alby").of("Skolan").by_nearness == 1);
}

TEST_CASE("common partners are those of Adamic and Adar's sum over all pairs") {
  std::mt19937 random(9);
  for (int round = 0; round < 40; ++round) {
    NetworkMaker maker;
    Names names;
    for (int i = 0; i < 9; ++i) maker.actor(names.emplace_back("a" + std::to_string(i)), "other");
    for (int g = 0; g < 6; ++g) {
      Names parties;
      for (const std::string& name : names) {
        if (random() % 3 == 0) parties.push_back(name);
      }
      maker.agreement("g" + std::to_string(g), parties);
    }
    const Taxonomy taxonomy = small_taxonomy();
    const Ties ties = ties_of(maker.network, taxonomy, restrict(maker.network, taxonomy, {}, day));
    const auto stand_together = [&](std::size_t a, std::size_t b) {
      return std::any_of(ties.agreements.begin(), ties.agreements.end(), [&](const TiedAgreement& g) {
        const auto has = [&](std::size_t i) {
          return std::binary_search(g.actors.begin(), g.actors.end(), ActorId(i));
        };
        return has(a) && has(b) && (a == 0 || !has(0));  // with the candidate without the asker
      });
    };
    const auto found = common_partners(maker.network, taxonomy, ties, ActorId(0));
    for (std::size_t candidate = 1; candidate < names.size(); ++candidate) {
      double expected = 0, sum = 0;
      for (std::size_t w = 1; w < names.size(); ++w) {
        if (w == candidate || !stand_together(0, w) || !stand_together(w, candidate)) continue;
        expected += 1 / std::log(static_cast<double>(ties.of_actor[w].size()));
      }
      for (const CommonPartner& common : found[candidate]) sum += common.weight;
      REQUIRE(sum == doctest::Approx(expected));
    }
  }
}
