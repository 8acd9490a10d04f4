// Undo of everything that changes the document, and scenarios on top of it.
#include <doctest/doctest.h>

#include "app/files.h"
#include "app/scenario_words.h"
#include "support/app_desk.h"

namespace samverka {
namespace {

using test::Desk;
using test::NetworkMaker;

NetworkMaker town() {
  NetworkMaker maker;
  maker.municipality("alby", "9901");
  maker.municipality("borg", "9902");
  maker.region("reg", "99");
  maker.agreement("a-vard", {"alby", "borg", "reg"});
  maker.agreement("a-tva", {"alby", "borg"});
  return maker;
}

ScenarioStep ends(const Key& agreement) {
  ScenarioStep step;
  step.kind = word(StepKind::end);
  step.agreement = agreement;
  return step;
}

std::size_t ties(const Session& session, const Key& key) {
  const Agreement& agreement = session.network().agreement(session.index().agreement(key));
  std::size_t count = 0;
  for (const Party& party : agreement.parties) count += is_tie(agreement, party, session.view.date) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a change of the network is seen at the next tick, and undo takes it back") {
  Desk desk(town());
  Document changed = desk.session.document();
  changed.network.actors.mutable_row(0).name = "Nyby";
  desk.session.change({"history.accept", {}}, changed);
  CHECK(desk.session.network().actors[0].name == "alby");
  desk.session.tick();
  CHECK(desk.session.network().actors[0].name == "Nyby");
  CHECK(is_unsaved(desk.session));
  CHECK(desk.run("change.undo"));
  CHECK(desk.session.network().actors[0].name == "alby");
  CHECK_FALSE(is_unsaved(desk.session));
  CHECK_FALSE(desk.run("change.undo"));
  CHECK(desk.run("change.redo"));
  CHECK(desk.session.network().actors[0].name == "Nyby");
  CHECK_FALSE(desk.run("change.redo"));
}

TEST_CASE("what is selected stays so though rows before it come or go") {
  Desk desk(town());
  desk.select({"a-tva", "borg"});
  const std::vector<std::string> before = desk.selected();
  Document changed = desk.session.document();
  Table<Agreement> fewer;
  fewer.push_back(changed.network.agreements[1]);
  changed.network.agreements = fewer;
  desk.session.change({"history.accept", {}}, changed);
  desk.session.wait_for_jobs();
  CHECK(before.size() == 2);
  CHECK(desk.selected() == before);
  desk.select({"a-tva"});
  desk.run("change.undo");
  CHECK(desk.selected() == std::vector<std::string>{"a-tva"});
  CHECK(desk.session.view.selection.index == 1);
}

TEST_CASE("a selected agreement that undo takes away is no longer selected") {
  Desk desk(town());
  NetworkMaker more{desk.maker};
  more.agreement("a-ny", {"alby", "reg"});
  Document changed = desk.session.document();
  changed.network = more.network;
  desk.session.change({"history.accept", {}}, changed);
  desk.session.wait_for_jobs();
  desk.select({"a-ny"});
  desk.run("change.undo");
  CHECK(desk.selected().empty());
}

TEST_CASE("a pin that is dragged is one step of undo, and does not make the network anew") {
  Desk desk(town());
  desk.session.view.tab = Tab::network;
  desk.session.wait_for_jobs();
  const auto revision = desk.session.document_revision();
  const PickId alby{PickId::Kind::actor, 0};
  desk.session.pin(alby, {1, 1}, false);
  desk.session.pin(alby, {2, 2}, false);
  desk.session.pin(alby, {3, 3});
  desk.session.wait_for_jobs();
  CHECK(desk.session.document_revision() == revision);
  CHECK(desk.session.history().size() == 1);
  CHECK(desk.run("change.undo"));
  CHECK(desk.session.document().pins.empty());
}

TEST_CASE("an accepted finding is undone") {
  Desk desk(town());
  desk.session.accept("R1/alby", "för litet", {2026, 1, 1});
  CHECK(desk.session.document().accepted.size() == 1);
  desk.run("change.undo");
  CHECK(desk.session.document().accepted.empty());
}

TEST_CASE("a scenario changes what is looked at in its own mode, and never the facts") {
  Desk desk(town());
  desk.session.add_step(ends("a-vard"));
  desk.session.tick();
  CHECK(ties(desk.session, "a-vard") == 3);  // exploring shows the facts
  CHECK(desk.run("mode.what_if"));
  CHECK(desk.session.is_hypothetical());
  CHECK(ties(desk.session, "a-vard") == 0);
  CHECK(desk.session.document().network.agreements[0].is_active_on(desk.session.view.date));
  CHECK_FALSE(network_differs(desk.session));
  CHECK(is_unsaved(desk.session));  // the thought is kept in the workspace
  CHECK(workspace_of(desk.session).scenarios.size() == 1);
  CHECK(desk.run("mode.explore"));
  CHECK_FALSE(desk.session.is_hypothetical());
  CHECK(ties(desk.session, "a-vard") == 3);
}

TEST_CASE("undo of a step shows the network as it was thought of before") {
  Desk desk(town());
  desk.run("mode.what_if");
  desk.session.add_step(ends("a-vard"));
  desk.session.add_step(ends("a-tva"));
  desk.session.wait_for_jobs();
  CHECK(ties(desk.session, "a-tva") == 0);
  REQUIRE(desk.session.history().to_undo());
  CHECK(desk.session.texts().tr(desk.session.history().to_undo()->label) == "Avtalet ”a-tva” upphör");
  desk.run("change.undo");
  CHECK(ties(desk.session, "a-tva") == 2);
  CHECK(ties(desk.session, "a-vard") == 0);
  desk.session.remove_step(0);
  desk.session.wait_for_jobs();
  CHECK_FALSE(desk.session.is_hypothetical());
  CHECK(ties(desk.session, "a-vard") == 3);
  desk.session.remove_scenario();
  desk.session.remove_scenario();  // there is none
  CHECK(desk.session.scenario() == nullptr);
  desk.run("change.undo");
  CHECK(desk.session.scenario() != nullptr);
}

TEST_CASE("a scenario is about the day that is looked at") {
  Desk desk(town());
  desk.run("mode.what_if");
  desk.session.add_step(ends("a-vard"));
  desk.session.view.date = {2030, 1, 1};
  desk.session.wait_for_jobs();
  CHECK(desk.session.network().agreements[0].valid->to == partial({2029, 12, 31}));
  CHECK(ties(desk.session, "a-vard") == 0);
}

TEST_CASE("a picture of a scenario says that it shows no facts") {
  Desk desk(town());
  desk.session.add_step(ends("a-vard"));
  desk.run("mode.what_if");
  CHECK(desk.session.scene().caption.illustrative == "TÄNKT LÄGE: Tänkt läge 1 – inga fakta");
  PictureRequest request;
  request.scenario = "Prov";
  const auto svg = draw_picture(desk.session.network(), desk.session.assets(), request);
  REQUIRE(svg);
  CHECK(svg->find("TÄNKT LÄGE: Prov") != std::string::npos);
}

TEST_CASE("each row offers what can be thought of it") {
  Desk desk(town());
  const auto kinds = [&](PickId pick) {
    std::string words;
    for (const ScenarioStep& step : steps_for(desk.session, pick)) words += step.kind + " ";
    return words;
  };
  CHECK(kinds({PickId::Kind::actor, 0}) == "close ");
  CHECK(kinds({PickId::Kind::agreement, 0}) == "end ");
  CHECK(kinds({PickId::Kind::none, 0}).empty());
  desk.session.add_step(ends("a-vard"));
  desk.run("mode.what_if");
  CHECK(kinds({PickId::Kind::agreement, 0}) == "start ");
}

TEST_CASE("another network, or the same read anew with fewer scenarios, begins with its first") {
  Desk desk(town());
  for (int i = 0; i < 3; ++i) desk.session.begin_scenario();
  CHECK(desk.session.view.scenario == 2);
  Document other{desk.maker.network, {}, {}};
  other.scenarios.push_back({"Enda", {}, {}, {}});
  desk.session.show(std::move(other), "other.json", {});
  desk.session.add_step(ends("a-vard"));
  REQUIRE(desk.session.scenario());
  CHECK(desk.session.scenario()->title == "Enda");
  CHECK(desk.session.scenario()->steps.size() == 1);
}

TEST_CASE("steps that are taken together are undone together, and undoing a thought leaves the facts") {
  Desk desk(town());
  desk.session.think("Prov", {ends("a-vard")});
  desk.session.add_steps({ends("a-tva"), ends("a-finns-inte")});
  desk.session.wait_for_jobs();
  CHECK(desk.session.history().size() == 2);
  CHECK(desk.session.applied()->refused.size() == 1);
  desk.run("change.undo");
  CHECK(desk.session.scenario()->steps.size() == 1);
  CHECK(desk.session.view.mode == Mode::what_if);
  desk.run("change.undo");
  CHECK(desk.session.scenario() == nullptr);
  CHECK_FALSE(desk.session.is_hypothetical());
  desk.session.begin_scenario();
  desk.session.think("Annan", {ends("a-vard")});
  desk.run("change.undo");
  CHECK(desk.session.view.mode == Mode::explore);  // and not the first one, which nobody asked to see
}

TEST_CASE("another title for a scenario changes the picture's mark and nothing of the network") {
  Desk desk(town());
  desk.session.think("Ett", {ends("a-vard")});
  desk.session.wait_for_jobs();
  const auto revision = desk.session.document_revision();
  desk.session.rename_scenario("Två");
  desk.session.wait_for_jobs();
  CHECK(desk.session.document_revision() == revision);
  CHECK(desk.session.scene().caption.illustrative == "TÄNKT LÄGE: Två – inga fakta");
}

}  // namespace samverka
