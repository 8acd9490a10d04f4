#include "analysis/search.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Names = std::vector<std::string>;

MapShapes two_counties() {
  MapShapes shapes;
  shapes.counties = {{"99", "Exempellän", {}, {}}, {"98", "Tomma län", {}, {}}};
  shapes.municipalities = {{"9901", "Granby", {}, {}}, {"9902", "Ekby", {}, {}}};
  return shapes;
}

//  Granby kommun, Region Exempel, Granby skola (in Ekby's area, which is no actor)
struct Desk {
  NetworkMaker m;
  Taxonomy taxonomy = small_taxonomy();

  Desk() {
    Actor& granby = m.municipality("Granby kommun", "9901");
    granby.short_name = "Granby";
    granby.population = 12000;
    granby.ids->org_number = "212000-1234";
    m.region("Region Exempel", "99").name_en = "Example Region";
    Actor& school = m.actor("Granby skola", "school");
    school.ids = OfficialIds{};
    school.ids->school_unit_code = "12345678";
    school.municipality = "9902";
    m.agreement("1", {"Granby kommun", "Region Exempel"}).title = "Länsöverenskommelse om suicidprevention";
    Area area;
    area.code = "A9";
    area.label = {"Skolans stöd", "Support in school"};
    area.short_label = {"Skola", "School"};
    taxonomy.areas.add(area);
  }

  SearchResult find(std::string_view typed) const {
    const SearchIndex index(m.network, NetworkIndex(m.network), taxonomy, two_counties(), "sv");
    return index.find(typed, 10);
  }
  Names texts(std::string_view typed) const {
    Names texts;
    const SearchResult found = find(typed);
    for (const SearchHit& hit : found.hits) texts.push_back(hit.text);
    return texts;
  }
};

}  // namespace

TEST_CASE("actors are found by name, short name, English name and official codes, and the hit says which") {
  const Desk desk;
  CHECK(desk.texts("granby") == Names{"Granby kommun", "Granby skola"});
  CHECK(desk.find("granby").hits[0].match == Match::exact);
  CHECK(desk.find("granby").hits[0].in == FoundIn::name);
  CHECK(desk.find("example").hits.at(0).in == FoundIn::english_name);
  CHECK(desk.find("9901").hits.at(0).in == FoundIn::municipality_code);
  CHECK(desk.find("1234567").hits.at(0).in == FoundIn::school_unit_code);
  CHECK(desk.find("2120001234").hits.at(0).in == FoundIn::org_number);
  CHECK(desk.find("212000-12").hits.at(0).in == FoundIn::org_number);
}

TEST_CASE("agreements are found by title, areas by either language and by code") {
  const Desk desk;
  CHECK(desk.find("suicid").hits.at(0).kind == FoundKind::agreement);
  CHECK(desk.find("prevention").hits.at(0).match == Match::substring);
  CHECK(desk.find("support in").hits.at(0).kind == FoundKind::area);
  CHECK(desk.find("a4.1").hits.at(0).in == FoundIn::area_code);
}

TEST_CASE("counties with actors are places; a municipality is one where it is no actor") {
  const Desk desk;
  CHECK(desk.texts("exempellän") == Names{"Exempellän"});
  CHECK(desk.find("exempellän").hits[0].kind == FoundKind::place);
  CHECK(desk.texts("tomma").empty());
  CHECK(desk.find("ekby").hits.at(0).kind == FoundKind::place);
  CHECK(desk.find("granby").counts[static_cast<int>(FoundKind::place)] == 0);
}

TEST_CASE("hits come by kind, and every kind is counted") {
  const Desk desk;
  const SearchResult found = desk.find("skola");
  REQUIRE(found.hits.size() == 2);
  CHECK(found.hits[0].kind == FoundKind::actor);
  CHECK(found.hits[1].kind == FoundKind::area);
  CHECK(found.counts[0] == 1);
  CHECK(found.counts[1] == 0);
  CHECK(found.counts[3] == 1);
}

TEST_CASE("an empty network has nothing but the areas to find") {
  const Network network;
  const SearchIndex index(network, NetworkIndex(network), small_taxonomy(), {}, "sv");
  CHECK(index.find("granby", 5).hits.empty());
  CHECK(index.find("a4", 5).hits.size() == 3);
}
