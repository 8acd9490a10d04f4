#include "app/places.h"

#include <doctest/doctest.h>

#include "support/small_network.h"

using namespace samverka;
using namespace samverka::test;

namespace {

struct Shown {
  Session session;
  explicit Shown(const NetworkMaker& maker) : session(*load_assets(true)) {
    session.show({maker.network, {}, {}}, "test.json", {});
    session.tick();
  }
};

std::vector<std::string> names(const std::vector<PlaceChoice>& choices) {
  std::vector<std::string> found;
  for (const PlaceChoice& choice : choices) found.push_back(choice.name);
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a network without municipalities and regions has no places") {
  NetworkMaker maker;
  maker.actor("Föreningen", "civil_society").municipality = "2080";
  const Shown shown(maker);
  const Session& session = shown.session;
  CHECK(place_choices(session).empty());
  CHECK(place_name(session, "20").empty());
  CHECK(place_name(session, "").empty());
  CHECK_FALSE(has_place(session, "2080"));
}

TEST_CASE("counties come first, then municipalities, each in Swedish order and each once") {
  NetworkMaker maker;
  maker.municipality("Östersund", "2380");
  maker.municipality("Falun", "2080");
  maker.municipality("Åre", "2321");
  maker.municipality("Falun igen", "2080");
  maker.region("Region Uppsala", "03");
  maker.municipality("Odd", "20x0");
  const Shown shown(maker);
  const Session& session = shown.session;
  CHECK(names(place_choices(session)) == Names{"Dalarna", "Jämtland", "Uppsala län", "Falun", "Åre", "Östersund"});
  CHECK(place_choices(session).back().county == "Jämtland");
  CHECK(place_choices(session).front().county.empty());
}

TEST_CASE("a county is called as people call it, unless a municipality has that name") {
  NetworkMaker maker;
  for (const char* county : {"01", "12", "13", "14", "20", "25", "09"}) {
    maker.region(std::string("Region ") + county, county);
  }
  maker.region("Region Exempel", "99");
  maker.municipality("Ekby", "9801");
  const Shown shown(maker);
  const Session& session = shown.session;
  const auto name = [&](const char* code) { return place_name(session, code); };
  CHECK(name("01") == "Stockholms län");
  CHECK(name("09") == "Gotlands län");
  CHECK(name("12") == "Skåne");
  CHECK(name("13") == "Halland");
  CHECK(name("14") == "Västra Götaland");
  CHECK(name("20") == "Dalarna");
  CHECK(name("25") == "Norrbotten");
  CHECK(name("99") == "Region Exempel");  // on no map
  CHECK(name("98") == "Län 98");
  CHECK(name("9801") == "Ekby");
}

TEST_CASE("what is typed is found without dots and case, at the beginning first") {
  const std::vector<PlaceChoice> all = {{"1", "Malmö", ""}, {"2", "Ale", ""}, {"3", "Älmhult", ""}, {"4", "Sala", ""}};
  CHECK(names(matching(all, "")) == Names{"Malmö", "Ale", "Älmhult", "Sala"});
  CHECK(names(matching(all, "al")) == Names{"Ale", "Älmhult", "Malmö", "Sala"});
  CHECK(names(matching(all, "MALMO")) == Names{"Malmö"});
  CHECK(matching(all, "x").empty());
}

TEST_CASE("to look at a county filters to it; to look at a municipality puts it in the middle") {
  NetworkMaker maker;
  maker.municipality("Falun", "2080");
  maker.region("Region Dalarna", "20");
  maker.agreement("Avtal", {"Falun", "Region Dalarna"});
  Shown shown(maker);
  Session& session = shown.session;
  session.view.filter = *parse_filter("county=14 form=iop");
  look_at_place(session, "20");
  CHECK(to_words(session.view.filter) == "form=iop county=20");
  look_at_place(session, "2080");
  CHECK(to_words(session.view.filter) == "form=iop");
  CHECK(session.view.focus.of == std::vector<Key>{"Falun"});
  CHECK(session.view.selection == PickId{PickId::Kind::actor, 0});
  look_at_place(session, "20");
  CHECK(session.view.focus.of.empty());
}
