#include "app/selection.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/actions.h"
#include "app/narrowing.h"
#include "support/app_desk.h"

using namespace samverka;
using namespace samverka::test;

namespace {

using Names = std::vector<std::string>;

//  Alby(kommun) --1-- Länet(region) --2-- Ekby(kommun)    Åby(kommun), alone    Skola in Alby: nothing recorded
NetworkMaker county() {
  NetworkMaker m;
  m.municipality("Alby", "9901");
  m.municipality("Ekby", "9902");
  m.municipality("Åby", "9903");
  m.region("Länet", "99");
  m.actor("Skola", "school").municipality = "9901";
  m.agreement("1", {"Alby", "Länet"});
  m.agreement("2", {"Länet", "Ekby"});
  return m;
}

}  // namespace

TEST_CASE("with nothing open nothing can be selected, hidden or walked") {
  Session session = empty_session();
  for (const char* action : {"select.all", "select.invert", "select.hide", "select.neighbours", "near.one", "near.way"})
    CHECK_FALSE(run_action(session, action));
}

TEST_CASE(
    "everything shown is every actor and agreement of the picture, without folded units and switched-off groups") {
  Desk desk(county());
  desk.run("select.all");
  CHECK(desk.selected() == Names{"Alby", "Ekby", "Åby", "Länet", "1", "2"});
  desk.session.view.hidden_groups = {"region", "agreement"};
  desk.run("select.all");
  CHECK(desk.selected() == Names{"Alby", "Ekby", "Åby"});
}

TEST_CASE("inverting twice gives back the selection") {
  Desk desk(county());
  desk.select({"Alby", "1"});
  desk.run("select.invert");
  CHECK(desk.selected() == Names{"Ekby", "Åby", "Länet", "2"});
  desk.run("select.invert");
  CHECK(desk.selected() == Names{"Alby", "1"});
  desk.run("select.none");
  CHECK(desk.selected().empty());
  desk.run("select.invert");
  CHECK(desk.selected().size() == 6);
}

TEST_CASE("neighbours are the agreements and partners one step away, and the inspector keeps its subject") {
  Desk desk(county());
  desk.select({"Ekby"});
  desk.run("select.neighbours");
  CHECK(desk.selected() == Names{"Ekby", "Länet", "2"});
}

TEST_CASE("what is hidden leaves the picture with its ties and comes back whole") {
  Desk desk(county());
  desk.select({"Länet", "1"});
  desk.run("select.hide");
  CHECK(desk.shown() == Names{"Alby", "Ekby", "Åby", "2"});
  CHECK(desk.selected().empty());
  CHECK(desk.session.scene().caption.filter.find("2 dolda för hand") != std::string::npos);
  desk.run("select.show_hidden");
  CHECK(desk.shown().size() == 6);
  CHECK_FALSE(desk.run("select.show_hidden"));
}

TEST_CASE("a focus narrows to the neighbourhood; more steps reach further, and B leaves it") {
  Desk desk(county());
  CHECK_FALSE(desk.run("near.toggle"));
  desk.select({"Alby"});
  desk.run("near.toggle");
  CHECK(desk.shown() == Names{"Alby", "Länet", "1"});
  desk.run("select.none");
  desk.run("near.two");  // of what is in focus already
  CHECK(desk.shown() == Names{"Alby", "Ekby", "Länet", "1", "2"});
  CHECK(desk.session.scene().caption.filter.find("Grannskap 2 steg runt Alby") != std::string::npos);
  desk.run("near.toggle");
  CHECK(desk.shown().size() == 6);
}

TEST_CASE("a focus stays where it is when the date changes, and on one filtered away shows nothing") {
  Desk desk(county());
  desk.select({"Alby"});
  desk.run("near.one");
  desk.session.view.filter = *parse_filter("county=99 type=region");
  desk.session.wait_for_jobs();
  CHECK(desk.shown().empty());
  desk.session.view.filter = default_filter();
  desk.session.wait_for_jobs();
  CHECK(desk.shown() == Names{"Alby", "Länet", "1"});
}

TEST_CASE("the shortest way is drawn, selected and told in words") {
  Desk desk(county());
  desk.select({"Ekby"});
  CHECK_FALSE(desk.run("near.way"));
  desk.select({"Ekby", "Alby"});  // Ekby is the last chosen, as when it is clicked after Alby
  desk.run("near.way");
  CHECK(desk.session.view.path == Names{"Alby", "1", "Länet", "2", "Ekby"});
  CHECK(desk.session.notice()->text == "Alby – 1 – Länet – 2 – Ekby: 2 steg");
  CHECK(desk.selected() == Names{"Ekby", "Alby", "1", "Länet", "2"});
  desk.run("select.none");
  CHECK(desk.session.view.path.empty());
}

TEST_CASE("where there is no way the notice says so and that it may be unknown") {
  Desk desk(county());
  desk.select({"Alby", "Åby"});
  desk.run("near.way");
  CHECK(desk.session.notice()->text ==
        "Ingen väg mellan Åby och Alby i det som visas. Samverkan kan finnas utan att vara uppgiven.");
  CHECK(desk.session.view.path.empty());
  desk.session.view.hidden = {"Ekby"};
  desk.session.wait_for_jobs();
  desk.run("near.way");
  CHECK(desk.session.notice()->text.find("Urvalet, grannskapet eller det som dolts") != std::string::npos);
}

TEST_CASE("a crowd is no way, but the notice names the one in which both are") {
  NetworkMaker m = county();
  Names everyone = {"Alby", "Åby"};
  for (int i = 0; i < 60; ++i) {
    everyone.push_back("K" + std::to_string(i));
    m.actor(everyone.back(), "other");
  }
  m.agreement("Alla", everyone);
  Desk desk(m);
  desk.select({"Alby", "Åby"});
  desk.run("near.way");
  CHECK(desk.session.notice()->text.find("Båda är parter i Alla, men") != std::string::npos);
  desk.select({"Alby"});
  desk.run("near.one");
  CHECK(desk.shown() == Names{"Alby", "Länet", "1", "Alla"});
  CHECK(desk.session.shown().crowded_agreements == 1);
}

TEST_CASE("keys that the network does not have narrow nothing") {
  const NetworkMaker m = county();
  const NetworkIndex index(m.network);
  CHECK(narrowing_of(index, {"borta"}, {{"borta"}, 2}).is_empty());
  CHECK(narrowing_of(index, {"Alby", "1"}, {}).hidden_agreements.size() == 1);
}

TEST_CASE("every action is about one of the subjects, and every subject has its word and an action") {
  const Desk desk(county());
  for (const Action& action : actions()) {
    const auto is_its = [&](const Subject& subject) { return subject.id == subject_of(action); };
    CHECK(std::count_if(subjects().begin(), subjects().end(), is_its) == 1);
  }
  for (const Subject& subject : subjects()) {
    const auto is_about = [&](const Action& action) { return subject_of(action) == subject.id; };
    CHECK(std::any_of(actions().begin(), actions().end(), is_about));
    CHECK(desk.session.assets().sv.has(subject.text));
  }
}
