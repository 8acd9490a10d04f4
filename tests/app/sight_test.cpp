#include "app/sight.h"

#include <doctest/doctest.h>

#include "app/choose.h"
#include "support/app_desk.h"

using namespace samverka;
using namespace samverka::test;

namespace {

//  Alby(kommun) --1-- Länet(region)    Skola in Alby: nothing recorded    Gammal: ended    Tom: no party
NetworkMaker county() {
  NetworkMaker m;
  m.municipality("Alby", "9901");
  m.region("Länet", "99");
  m.actor("Skola", "school").municipality = "9901";
  m.agreement("1", {"Alby", "Länet"});
  m.agreement("Gammal", {"Alby", "Länet"}).status = AgreementStatus::ended;
  m.agreement("Tom", {});
  m.agreement("Utanför", {"Alby", "Länet"}, "A0");
  return m;
}

struct Watcher : Desk {
  Watcher() : Desk(county()) {}
  PickId pick(const std::string& key) {
    session.select(key);
    return session.view.selection;
  }
  Sight sight(const std::string& key) { return sight_of(session, pick(key)); }
  std::string words(const std::string& key) { return sight_in_words(session, pick(key), sight(key)); }
};

}  // namespace

TEST_CASE("what is in the picture is told by no words; what is not says why") {
  Watcher w;
  CHECK(w.words("Alby").empty());
  CHECK(w.words("1").empty());
  CHECK(w.words("Skola") == "ihopfälld i Alby");
  CHECK(w.words("Gammal") == "gäller inte 2025-12-31");
  CHECK(w.words("Tom") == "ingen känd part");
  CHECK(w.words("Utanför") == "utanför urvalet");
  CHECK(sight_of(w.session, {}) == Sight::shown);
}

TEST_CASE("each way of leaving the picture has its own word, and is undone alone") {
  Watcher w;
  ViewState& view = w.session.view;
  view.hidden = {"Alby", "Länet"};
  w.session.tick();
  CHECK(w.sight("Alby") == Sight::hidden);
  CHECK(show_anyway(w.session, w.pick("Alby")));
  CHECK(view.hidden == std::vector<Key>{"Länet"});
  view.hidden.clear();
  view.hidden_groups = {"municipality", "region"};
  w.session.tick();
  CHECK(w.sight("Alby") == Sight::switched_off);
  CHECK(show_anyway(w.session, w.pick("Alby")));
  CHECK(view.hidden_groups == std::vector<std::string>{"region"});
  view.hidden_groups.clear();
  view.focus = {{"Skola"}, 1};
  w.session.tick();
  CHECK(w.sight("Utanför") == Sight::outside_focus);
}

TEST_CASE("what is hidden in several ways at once comes back") {
  Watcher w;
  w.session.view.hidden = {"Skola"};
  w.session.view.focus = {{"Länet"}, 1};
  w.session.view.hidden_groups = {"school"};
  w.session.view.filter = *parse_filter("type=region");
  w.session.tick();
  CHECK(show_anyway(w.session, w.pick("Skola")));
  CHECK(w.sight("Skola") == Sight::shown);
}

TEST_CASE("what is outside the agreement is shown when it is asked for") {
  Watcher w;
  CHECK(show_anyway(w.session, w.pick("Utanför")));
  CHECK(w.session.view.filter.clauses.empty());
}

TEST_CASE("what does not hold on the day, or has no party, cannot be shown and changes nothing") {
  Watcher w;
  CHECK_FALSE(show_anyway(w.session, w.pick("Gammal")));
  CHECK_FALSE(show_anyway(w.session, w.pick("Tom")));
  CHECK(w.session.view.filter == default_filter());
}

TEST_CASE("choosing opens the map where the tab has no rows, and stays in the table") {
  Watcher w;
  SearchHit hit;
  hit.kind = FoundKind::actor;
  hit.index = w.session.index().actor("Alby").value;
  w.session.view.tab = Tab::home;
  choose(w.session, hit, {});
  CHECK(w.session.view.tab == Tab::map);
  CHECK(w.session.view.wants_fit_selection);
  w.session.view.tab = Tab::table;
  choose(w.session, hit, {});
  CHECK(w.session.view.tab == Tab::table);
}

TEST_CASE("a place selects who answers for it, and its land where nobody does") {
  Watcher w;
  const std::vector<FoundPlace> places = {{"99", "Exempellän"}, {"98", "Annat län"}, {"9902", "Ekby"}};
  SearchHit hit;
  hit.kind = FoundKind::place;
  choose(w.session, hit, places);
  CHECK(w.session.view.selection == w.pick("Länet"));
  hit.index = 1;
  choose(w.session, hit, places);
  CHECK(w.session.view.selection == PickId{PickId::Kind::county_area, 98});
  hit.index = 2;
  choose(w.session, hit, places);
  CHECK(w.session.view.selection == PickId{PickId::Kind::municipality_area, 9902});
}

TEST_CASE("choosing an area replaces the filter's area and keeps the rest") {
  Watcher w;
  w.session.view.filter = *parse_filter("county=99 area=A4.1");
  SearchHit hit;
  hit.kind = FoundKind::area;
  hit.index = 0;
  choose(w.session, hit, {});
  CHECK(to_words(w.session.view.filter) == "area=" + w.session.taxonomy().areas.rows()[0].code + " county=99");
}
