#include "analysis/support.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

constexpr Date day{2025, 12, 31};
using Names = std::vector<std::string>;

struct Read {
  Network network;
  std::vector<CountySupport> counties;

  explicit Read(const NetworkMaker& maker) : network(maker.network) {
    counties = support_by_county(network, NetworkIndex(network), small_taxonomy(), day);
  }
  const CountySupport& county(const std::string& code) const {
    const auto found = std::find_if(counties.begin(), counties.end(), [&](const auto& c) { return c.county == code; });
    REQUIRE(found != counties.end());
    return *found;
  }
  const SupportStructure& only(const std::string& code) const {
    REQUIRE(county(code).structures.size() == 1);
    return county(code).structures.front();
  }
  Names names(const std::vector<ActorId>& actors) const {
    Names all;
    for (const ActorId id : actors) all.push_back(network.actor(id).name);
    return all;
  }
  Names served(const SupportStructure& structure) const {
    Names all;
    for (const ServedMunicipality& s : structure.served) {
      all.push_back(network.actor(s.municipality).name + (s.footing == Footing::confirmed ? "" : "?"));
    }
    return all;
  }
};

//  RSS (01) is founded by "Avtal" of Alby, Åby and the region, its host; Ekby is in no record.
NetworkMaker one_county() {
  NetworkMaker maker;
  maker.municipality("Åby", "0102");
  maker.municipality("Alby", "0101");
  maker.municipality("Ekby", "0103");
  maker.region("Regionen", "01");
  maker.actor("RSS", "support_structure").county = "01";
  Agreement& agreement = maker.agreement("Avtal", {"Åby", "Alby", "Regionen"}, "A7");
  agreement.form = "support_structure";
  agreement.founds.id = maker.id("RSS");
  agreement.parties[2].role = "host";
  return maker;
}

}  // namespace

TEST_CASE("a network of nothing has no counties") { CHECK(Read(NetworkMaker()).counties.empty()); }

TEST_CASE("a structure that is party of nothing is told by the agreement that founds it") {
  const Read read(one_county());
  const SupportStructure& rss = read.only("01");
  CHECK(rss.footing == Footing::confirmed);
  CHECK(rss.foundings.size() == 1);
  REQUIRE(rss.hosts.size() == 1);
  CHECK(rss.hosts[0] == SupportHost{ActorId(3), Footing::confirmed, AgreementId(0)});
  CHECK(read.served(rss) == Names{"Alby", "Åby"});
  CHECK(rss.partners.empty());  // the region is its host
  CHECK(read.county("01").served_here(rss) == 2);
  CHECK(read.names(read.county("01").municipalities) == Names{"Alby", "Ekby", "Åby"});
  CHECK(read.names(read.county("01").served_by_none) == Names{"Ekby"});
  CHECK(read.county("01").served_by_several.empty());
}

TEST_CASE("what only the actor's own record tells is unconfirmed, and a confirmed tie outdoes it") {
  NetworkMaker maker = one_county();
  Actor& rss = maker.network.actors.mutable_row(4);
  rss.parent.id = ActorId(3);
  rss.members = {{ActorId(1), ""}, {ActorId(2), ""}, {{}, "k-borta"}};
  rss.serves = {"0103", "9999"};
  const Read read(maker);
  CHECK(read.served(read.only("01")) == Names{"Alby", "Ekby?", "Åby"});
  CHECK(read.only("01").hosts.size() == 1);
  CHECK(read.only("01").hosts[0].footing == Footing::confirmed);
  CHECK(read.county("01").served_by_none.empty());
}

TEST_CASE("an old document of unknown validity founds, but confirms nothing") {
  NetworkMaker maker = one_county();
  CHECK(Read(maker).county("01").served_unconfirmed == 0);
  maker.network.agreements.mutable_row(0).status = AgreementStatus::unknown;
  const Read read(maker);
  CHECK(read.county("01").served_here(read.only("01")) == 2);
  CHECK(read.county("01").unconfirmed_here(read.only("01")) == 2);
  CHECK(read.county("01").served_unconfirmed == 2);
  CHECK(read.only("01").footing == Footing::unconfirmed);
  CHECK(read.served(read.only("01")) == Names{"Alby?", "Åby?"});
  CHECK(read.only("01").hosts[0].footing == Footing::unconfirmed);
}

TEST_CASE("an agreement that has ended founds no more, and is told apart") {
  NetworkMaker maker = one_county();
  maker.network.agreements.mutable_row(0).valid = from_to("2019", "2023");
  const Read read(maker);
  CHECK(read.only("01").footing == Footing::none);
  CHECK(read.only("01").foundings.empty());
  CHECK(read.only("01").past_foundings.size() == 1);
  CHECK(read.only("01").served.empty());
  CHECK(read.county("01").served_by_none.size() == 3);
}

TEST_CASE("a municipality that has left or said no is not served") {
  NetworkMaker maker = one_county();
  maker.network.agreements.mutable_row(0).parties[0].state = PartyState::withdrawn;
  maker.network.agreements.mutable_row(0).parties[1].state = PartyState::recommended;
  const Read read(maker);
  CHECK(read.served(read.only("01")) == Names{"Alby?"});
}

TEST_CASE("a structure may serve beyond its county, and a municipality be served by several") {
  NetworkMaker maker = one_county();
  maker.municipality("Borta", "0201");
  maker.actor("FoU", "support_structure").county = "02";
  Agreement& agreement = maker.agreement("Avtal 2", {"Borta", "Alby"}, "A7");
  agreement.founds.id = maker.id("FoU");
  const Read read(maker);
  CHECK(read.served(read.only("02")) == Names{"Alby", "Borta"});
  CHECK(read.county("02").served_here(read.only("02")) == 1);
  REQUIRE(read.county("01").served_by_several.size() == 1);
  CHECK(read.names(read.county("01").served_by_several[0].structures) == Names{"RSS", "FoU"});
}

TEST_CASE("who is served across a county border is named, with the structure") {
  NetworkMaker maker = one_county();
  maker.municipality("Bby", "0201");
  maker.actor("Grannen", "support_structure").county = "02";
  maker.network.actors.mutable_row(maker.id("Grannen").value).serves = {"0201", "0103"};
  const Read read(maker);
  REQUIRE(read.county("01").served_across.size() == 1);
  CHECK(read.names({read.county("01").served_across[0].municipality}) == Names{"Ekby"});
  CHECK(read.names(read.county("01").served_across[0].structures) == Names{"Grannen"});
  CHECK(read.county("02").served_across.empty());
}

TEST_CASE("money to a structure is told with its agreement, and an amount that nobody knows is not nothing") {
  NetworkMaker maker = one_county();
  Funding known;
  known.from.id = maker.id("Alby");
  known.to.id = maker.id("RSS");
  known.amount = 100'000;
  Funding other = known;
  other.from.id = maker.id("Regionen");
  other.amount.reset();
  Funding elsewhere = known;
  elsewhere.to.id = maker.id("Ekby");
  maker.network.agreements.mutable_row(0).funding = {known, other, elsewhere};
  Agreement& past = maker.agreement("Gammalt", {"Alby"}, "A7");
  past.status = AgreementStatus::ended;
  past.funding = {known};
  const Read read(maker);
  const std::vector<SupportFunder>& funders = read.only("01").funders;
  REQUIRE(funders.size() == 2);
  CHECK(funders[0].amount == 100'000);
  CHECK_FALSE(funders[1].amount.has_value());
}

TEST_CASE("two agreements may found one structure: its own form is told first, and the best of both holds") {
  NetworkMaker maker = one_county();
  Agreement& older = maker.agreement("Stadgar", {"Ekby", "Alby"}, "A0");
  older.founds.id = maker.id("RSS");
  older.form = "network";
  std::swap(maker.network.agreements.mutable_row(0), maker.network.agreements.mutable_row(1));
  const Read read(maker);
  REQUIRE(read.only("01").foundings.size() == 2);
  CHECK(read.network.agreement(read.only("01").foundings[0]).title == "Avtal");
  CHECK(read.served(read.only("01")) == Names{"Alby", "Ekby", "Åby"});
}

TEST_CASE("a structure can be its own host, and what else it takes part in is listed once") {
  NetworkMaker maker = one_county();
  Agreement& agreement = maker.network.agreements.mutable_row(0);
  agreement.parties[2] = maker.party("RSS", PartyState::adopted);
  agreement.parties[2].role = "host";
  Agreement& other = maker.agreement("Vårdsamverkan", {"RSS", "Regionen", "RSS"}, "A4.2");
  other.parties[2].role = "funder";
  maker.agreement("Slut", {"RSS", "Regionen"}).status = AgreementStatus::ended;
  const Read read(maker);
  const SupportStructure& rss = read.only("01");
  REQUIRE(rss.hosts.size() == 1);
  CHECK(rss.hosts[0].actor == rss.actor);
  CHECK(rss.takes_part_in == std::vector<AgreementId>{AgreementId(1)});
}

TEST_CASE("forums of the county name which of its municipalities are in them") {
  NetworkMaker maker = one_county();
  maker.municipality("Borta", "0201");
  Actor& forum = maker.actor("Socialchefsnätverket", "network");
  forum.county = "01";
  forum.members = {{ActorId(1), ""}};
  maker.actor("Nationellt", "network");
  Agreement& agreement = maker.agreement("Nätverk", {"Åby", "Alby", "Regionen", "Borta"}, "A5.1");
  agreement.founds.id = maker.id("Socialchefsnätverket");
  const Read read(maker);
  REQUIRE(read.county("01").forums.size() == 1);
  CHECK(read.names(read.county("01").forums[0].municipalities) == Names{"Alby", "Åby"});
}

TEST_CASE("a structure without a county stands under none, and its word counts all the same") {
  NetworkMaker maker = one_county();
  maker.actor("Vandrande", "support_structure").members = {{ActorId(2), ""}};
  const Read read(maker);
  CHECK(read.counties.front().county.empty());
  CHECK(read.served(read.only("")) == Names{"Ekby?"});
  CHECK(read.county("01").served_by_none.empty());
}

TEST_CASE("an actor that did not exist on the day is not there") {
  NetworkMaker maker = one_county();
  maker.network.actors.mutable_row(4).valid = from_to("2027", "");
  CHECK(Read(maker).county("01").structures.empty());
}

TEST_CASE("who is served by one for sure and by another perhaps is confirmed, and both are told of it") {
  NetworkMaker maker = one_county();
  Actor& other = maker.actor("Annan", "support_structure");
  other.county = "01";
  other.serves = {"0101", "0103"};
  const Read read(maker);
  const CountySupport& county = read.county("01");
  CHECK(county.structures.at(0).actor == maker.id("Annan"));
  CHECK(county.unconfirmed_here(county.structures[0]) == 2);
  CHECK(county.served_unconfirmed == 1);  // Ekby
  const auto supporters = [&](const char* name) {
    return supporters_of(read.network, NetworkIndex(read.network), small_taxonomy(), day, maker.id(name));
  };
  CHECK(supporters("Alby") ==
        std::vector<Supporter>{{maker.id("Annan"), Footing::unconfirmed}, {maker.id("RSS"), Footing::confirmed}});
  CHECK(supporters("Åby") == std::vector<Supporter>{{maker.id("RSS"), Footing::confirmed}});
  CHECK(supporters("RSS").empty());
}

TEST_CASE("of a forum's municipalities, those that no tie confirms are counted apart") {
  NetworkMaker maker = one_county();
  Actor& forum = maker.actor("Forum", "network");
  forum.county = "01";
  forum.members = {{maker.id("Ekby"), ""}, {maker.id("Alby"), ""}};
  maker.agreement("Forumet", {"Alby", "Åby"}, "A7").founds.id = maker.id("Forum");
  maker.network.agreements.mutable_row(1).parties[1].state = PartyState::unknown;
  const Read read(maker);
  const CountyForum& found = read.county("01").forums.at(0);
  CHECK(read.names(found.municipalities) == Names{"Alby", "Ekby", "Åby"});
  CHECK(found.unconfirmed == 2);
}
