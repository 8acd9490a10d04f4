// Whom to ask and who is like it, in the inspector of an actor, by hand.
#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

void settle(UiDriver& d) {
  d.frames(2);
  d.ui->wait_for_work();
  d.frames(2);
}

}  // namespace

TEST_CASE("whom an actor can ask is worked out when it is asked, with reasons, and a click leads there") {
  UiDriver d(county, {1600, 2000});
  d.session.select("k-fjallby");
  settle(d);
  CHECK(d.ui->state().inspector.advice.found() == nullptr);
  d.click("Vem kan vi fråga?", "section");
  settle(d);
  CHECK(d.has("Välj vilket område frågan gäller."));
  d.click("Alla områden", "button");
  d.frames(2);
  d.click("A3 Brottsförebyggande", "choice");
  settle(d);
  const AdviceFinder::Found* found = d.ui->state().inspector.advice.found();
  REQUIRE(found != nullptr);
  REQUIRE(found->advice.has_value());
  REQUIRE_FALSE(found->advice->suggestions.empty());
  CHECK(found->advice->suggestions.size() <= 5);
  const ActorId first = found->advice->suggestions.front().candidate;
  CHECK(d.has_text_with("– "));
  d.click(d.session.network().actor(first).name, "link");
  settle(d);
  CHECK(d.session.view.selection == PickId{PickId::Kind::actor, first.value});
}

TEST_CASE("a municipality has seven like it, with what they have that it has not and the proof") {
  UiDriver d(county, {1600, 3000});
  d.session.select("k-fjallby");
  settle(d);
  d.click("Liknande kommuner", "section");
  settle(d);
  const AdviceFinder::Found* found = d.ui->state().inspector.advice.found();
  REQUIRE(found != nullptr);
  REQUIRE(found->peers.size() == usual_peers);
  REQUIRE_FALSE(found->lacking.empty());
  CHECK(d.has_text_with(" av 7; här: "));
  const Peer peer = found->peers.front();
  const Practice::Evidence evidence = found->lacking.front().evidence.front();
  CHECK(d.has(d.session.network().agreement(evidence.agreement).title));
  d.click(d.session.network().actor(peer.actor).name, "link");
  settle(d);
  CHECK(d.session.view.selection == PickId{PickId::Kind::actor, peer.actor.value});
}

TEST_CASE("only municipalities are asked who is like them") {
  UiDriver d(county, {1600, 2000});
  d.session.select("r-exempel");
  settle(d);
  CHECK(d.has("Vem kan vi fråga?"));
  CHECK_FALSE(d.has("Liknande kommuner"));
}

}  // namespace samverka
