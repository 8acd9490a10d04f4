#include "graph/subnetwork.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

SubNetwork everything(const Network& network) { return restrict(network, small_taxonomy(), {}, network.as_of); }

Folding folding(const NetworkMaker& maker, const SubNetwork& part, bool unfold_all = false) {
  return fold_units(maker.network, NetworkIndex(maker.network), small_taxonomy(), part, unfold_all);
}

std::vector<Anchor> anchors(const NetworkMaker& maker) {
  const SubNetwork part = everything(maker.network);
  return anchors_of(maker.network, NetworkIndex(maker.network), incidence_of(part, part.actors));
}

NetworkMaker random_network(unsigned seed) {
  std::mt19937 random(seed);
  NetworkMaker maker;
  const std::size_t actors = 1 + random() % 12;
  for (std::size_t i = 0; i < actors; ++i) maker.actor("actor" + std::to_string(i), "other");
  for (std::size_t i = 0; i < random() % 9; ++i) {
    Agreement& agreement = maker.agreement("agreement" + std::to_string(i), {});
    for (std::size_t p = random() % 6; p > 0; --p) {
      const auto state = static_cast<PartyState>(random() % 6);
      agreement.parties.push_back(maker.party("actor" + std::to_string(random() % actors), state));
    }
  }
  return maker;
}

}  // namespace

TEST_CASE("the incidence joins each party to its agreement: n parties, n edges") {
  //  Alby(0) -- A(3) -- Ekby(1) == B(4)     Norrby(2)
  NetworkMaker maker;
  maker.actor("Alby", "other");
  maker.actor("Ekby", "other");
  maker.actor("Norrby", "other");
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("B", {"Ekby", "Ekby"});
  const SubNetwork part = everything(maker.network);
  const Incidence incidence = incidence_of(part, part.actors);
  CHECK(incidence.vertex_count() == 5);
  CHECK(incidence.graph.edge_count() == 4);
  CHECK(incidence.is_actor(2));
  CHECK_FALSE(incidence.is_actor(3));
  CHECK(incidence.key(maker.network, 1) == "Ekby");
  CHECK(incidence.key(maker.network, 4) == "B");
  const auto of_ekby = incidence.graph.neighbours(1);
  CHECK(std::vector<std::uint32_t>(of_ekby.begin(), of_ekby.end()) == std::vector<std::uint32_t>{3, 4, 4});
  CHECK(incidence.graph.neighbours(2).empty());
}

TEST_CASE("the incidence of some actors leaves the others' parties out and keeps every agreement") {
  NetworkMaker maker;
  maker.actor("Alby", "other");
  maker.actor("Ekby", "other");
  maker.agreement("A", {"Alby", "Ekby"});
  maker.agreement("B", {"Alby"});
  const Incidence incidence = incidence_of(everything(maker.network), {ActorId(1)});
  CHECK(incidence.vertex_count() == 3);
  CHECK(incidence.graph.edge_count() == 1);
  CHECK(incidence.graph.neighbours(2).empty());
}

TEST_CASE("a picture joins a charter to the body it founds; an analysis does not, and the body is not folded") {
  //  Alby(0) -- Charter(3) -- Ekby(1)     Federation(2), founded by the charter
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2002");
  maker.actor("Federation", "school_organiser");
  maker.agreement("Charter", {"Alby", "Ekby"}).founds.id = maker.id("Federation");
  const SubNetwork part = everything(maker.network);
  CHECK(part.participations.size() == 2);
  CHECK(folding(maker, part).shown == part.actors);
  CHECK(incidence_of(part, part.actors).graph.edge_count() == 2);
  const Incidence picture = incidence_of(part, part.actors, Joined::parties_and_founded);
  CHECK(picture.graph.edge_count() == 3);
  CHECK(picture.graph.neighbours(2).size() == 1);
  CHECK(picture.graph.neighbours(2)[0] == 3);
}

TEST_CASE("unfolded units can be joined to who answers for them, which is no tie") {
  //  Alby(0) -- Avtal(3) -- Ekby(1)     Skola(2) belongs to Alby
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2002");
  maker.actor("Skola", "school").parent.id = maker.id("Alby");
  maker.agreement("Avtal", {"Alby", "Ekby"});
  const SubNetwork part = everything(maker.network);
  const std::vector<Fold> folds = folding(maker, part).folds;
  REQUIRE(folds.size() == 1);
  const Incidence joined = incidence_of(part, part.actors, Joined::parties_and_founded, folds);
  CHECK(joined.graph.edge_count() == 3);
  CHECK(joined.graph.neighbours(2)[0] == 0);
  CHECK(part.participations.size() == 2);
}

TEST_CASE("a federation without a place lies in the middle of its municipalities") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001").position = LatLon{60, 15};
  maker.municipality("Ekby", "2002").position = LatLon{61, 15};
  Actor& federation = maker.actor("Federation", "other");
  federation.members = {{maker.id("Alby"), ""}, {maker.id("Ekby"), ""}};
  const Anchor anchor = anchors(maker)[2];
  CHECK(anchor.precision == Anchor::Precision::county);
  CHECK(anchor.map_km.y == doctest::Approx((map_from_wgs84({60, 15}).y + map_from_wgs84({61, 15}).y) / 2));
}

TEST_CASE("restriction and incidence agree with the slow way on random networks") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const NetworkMaker maker = random_network(seed);
    const SubNetwork part = everything(maker.network);
    const Incidence incidence = incidence_of(part, part.actors);
    std::multiset<std::pair<std::string, std::string>> expected, found;
    for (const Agreement& agreement : maker.network.agreements) {
      for (const Party& p : agreement.parties) {
        if (p.state == PartyState::withdrawn || p.state == PartyState::declined) continue;
        expected.emplace(maker.network.actor(p.actor.id).key, agreement.key);
      }
    }
    for (std::uint32_t v = 0; v < incidence.actors.size(); ++v) {
      for (const std::uint32_t w : incidence.graph.neighbours(v)) {
        found.emplace(incidence.key(maker.network, v), incidence.key(maker.network, w));
      }
    }
    CHECK(found == expected);
    CHECK(part.participations.size() == expected.size());
  }
}

TEST_CASE("units without an agreement fold into their nearest shown parent, municipality or region") {
  //  Alby(kommun) -- A -- Dansskolan        Organiser > Inner organiser > Lilla skolan (none in any agreement)
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.region("Region", "20");
  maker.actor("Dansskolan", "school").municipality = "2001";
  maker.actor("Lekskolan", "school").municipality = "2001";
  maker.actor("Fristående", "school").county = "20";
  maker.actor("Hemlösa", "civil_society");
  maker.actor("Organiser", "school_organiser").municipality = "2001";
  maker.actor("Lilla skolan", "school").parent.id = maker.id("Organiser");
  maker.actor("RSS", "support_structure");
  maker.agreement("A", {"Alby", "Dansskolan"});
  const SubNetwork part = everything(maker.network);

  const Folding found = folding(maker, part);
  CHECK(found.shown ==
        std::vector<ActorId>{maker.id("Alby"), maker.id("Region"), maker.id("Dansskolan"), maker.id("RSS")});
  CHECK(found.folded_count == 5);
  REQUIRE(found.folds.size() == 3);
  CHECK(found.folds[0].host == maker.id("Alby"));
  CHECK(found.folds[0].units ==
        std::vector<ActorId>{maker.id("Lekskolan"), maker.id("Organiser"), maker.id("Lilla skolan")});
  CHECK(found.folds[1].host == maker.id("Region"));
  CHECK(found.folds[1].units == std::vector<ActorId>{maker.id("Fristående")});
  CHECK(found.folds[2].units == std::vector<ActorId>{maker.id("Hemlösa")});
}

TEST_CASE("a unit whose parent is shown folds into the parent, past parents that are folded themselves") {
  //  Organiser (in A) > Branch (folded) > School (folded)
  NetworkMaker maker;
  maker.actor("Organiser", "school_organiser");
  maker.actor("Branch", "school_organiser").parent.id = maker.id("Organiser");
  maker.actor("School", "school").parent.id = maker.id("Branch");
  maker.agreement("A", {"Organiser"});
  const Folding found = folding(maker, everything(maker.network));
  REQUIRE(found.folds.size() == 1);
  CHECK(found.folds[0].host == maker.id("Organiser"));
  CHECK(found.folds[0].units == std::vector<ActorId>{maker.id("Branch"), maker.id("School")});
}

TEST_CASE("units that nobody answers for stand together last, and parents in a circle end there") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.actor("Lekskolan", "school").municipality = "2001";
  maker.actor("Hemlösa", "civil_society");
  maker.actor("One", "school");
  maker.actor("Two", "school").parent.id = maker.id("One");
  maker.network.actors.mutable_row(maker.id("One").value).parent.id = maker.id("Two");
  const Folding found = folding(maker, everything(maker.network));
  REQUIRE(found.folds.size() == 2);
  CHECK(found.folds[0].host == maker.id("Alby"));
  CHECK_FALSE(found.folds[1].host.is_set());
  CHECK(found.folds[1].units == std::vector<ActorId>{maker.id("Hemlösa"), maker.id("One"), maker.id("Two")});
}

TEST_CASE("with everything unfolded all shown actors stay") {
  NetworkMaker maker;
  maker.actor("School", "school");
  const SubNetwork part = everything(maker.network);
  const Folding found = folding(maker, part, true);
  CHECK(found.shown == part.actors);
  CHECK(found.folds.empty());
  CHECK(found.folded_count == 0);
}

TEST_CASE("the units of one host can be unfolded by themselves") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001");
  maker.municipality("Ekby", "2002");
  for (const auto& [name, code] : {std::pair{"Alby skola", "2001"}, {"Alby vård", "2001"}, {"Ekby skola", "2002"}}) {
    maker.actor(name, "school").municipality = code;
  }
  const std::vector<Key> hosts{"Alby", "Okänd"};
  const Folding found = unfold_hosts(maker.network, folding(maker, everything(maker.network)), hosts);
  CHECK(found.shown == std::vector<ActorId>{ActorId(0), ActorId(1), ActorId(2), ActorId(3)});
  REQUIRE(found.folds.size() == 1);
  CHECK(found.folds[0].host == maker.id("Ekby"));
  CHECK(found.folded_count == 1);
}

TEST_CASE("an actor is anchored at its own place, else its municipality's, its parent's, its region's") {
  NetworkMaker maker;
  const LatLon alby{60.6, 15.6}, falun{60.61, 15.63}, own{60.5, 15.5};
  maker.municipality("Alby", "2001").position = alby;
  maker.region("Region", "20").position = falun;
  maker.actor("Own", "school").position = own;
  maker.actor("In Alby", "school").municipality = "2001";
  maker.actor("Child", "school").parent.id = maker.id("Own");
  maker.actor("In county", "school").county = "20";
  maker.actor("Nowhere", "school");
  maker.agreement("A", {"Own"});
  const auto found = anchors(maker);
  REQUIRE(found.size() == 8);
  CHECK(found[0].precision == Anchor::Precision::exact);
  CHECK(found[0].map_km == map_from_wgs84(alby));
  CHECK(found[2].precision == Anchor::Precision::exact);
  CHECK(found[2].map_km == map_from_wgs84(own));
  CHECK(found[3].precision == Anchor::Precision::municipality);
  CHECK(found[3].map_km == map_from_wgs84(alby));
  CHECK(found[4].precision == Anchor::Precision::municipality);
  CHECK(found[4].map_km == map_from_wgs84(own));
  CHECK(found[5].precision == Anchor::Precision::county);
  CHECK(found[5].map_km == map_from_wgs84(falun));
  CHECK(found[6].precision == Anchor::Precision::none);
  CHECK(found[7].precision == Anchor::Precision::none);  // the agreement
}

TEST_CASE("a sensitive actor is shown in its municipality, and its parent's address does not give it away") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001").position = LatLon{60.6, 15.6};
  maker.actor("Association", "civil_society").position = LatLon{60.51, 15.51};
  Actor& home = maker.actor("Home", "civil_society");
  home.position = LatLon{60.5, 15.5};
  home.municipality = "2001";
  home.sensitive = true;
  Actor& other = maker.actor("Other", "civil_society");
  other.parent.id = maker.id("Association");
  other.sensitive = true;
  const auto found = anchors(maker);
  CHECK(found[2].precision == Anchor::Precision::municipality);
  CHECK(found[2].map_km == map_from_wgs84({60.6, 15.6}));
  CHECK(found[3].precision == Anchor::Precision::none);
}

TEST_CASE("latitude and longitude in the other order count as no position") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001").position = LatLon{15.6, 60.6};
  maker.municipality("Ekby", "2002").position = LatLon{55.7, 12.6};  // Copenhagen is where it says
  CHECK(anchors(maker)[0].precision == Anchor::Precision::none);
  CHECK(anchors(maker)[1].precision == Anchor::Precision::exact);
}

TEST_CASE("an actor of a municipality that nobody has placed lies on the municipality's land") {
  NetworkMaker maker;
  maker.actor("Skolan", "school").municipality = "2001";
  MapShapes shapes;
  MapShapes::Place land;
  land.code = "2001";
  land.rings = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}};
  land.bounds = {{0, 0}, {10, 10}};
  shapes.municipalities = {land};
  const NetworkIndex index(maker.network);
  const SubNetwork part = restrict(maker.network, small_taxonomy(), {}, maker.network.as_of);
  const std::vector<Anchor> found = anchors_of(maker.network, index, incidence_of(part, {ActorId(0)}), &shapes);
  REQUIRE(found.size() == 1);
  CHECK(found[0].precision == Anchor::Precision::municipality);
  CHECK(land.bounds.contains(found[0].map_km));
}

TEST_CASE("a position that is not on the earth counts as none") {
  NetworkMaker maker;
  maker.municipality("Alby", "2001").position = LatLon{95, 15};
  maker.municipality("Ekby", "2002").position = LatLon{60, std::numeric_limits<double>::quiet_NaN()};
  for (const Anchor& anchor : anchors(maker)) CHECK(anchor.precision == Anchor::Precision::none);
}
