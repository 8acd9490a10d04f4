// The mode what-if, as a planner uses it: by label, in the window.
#include <doctest/doctest.h>

#include "support/small_network.h"
#include "support/ui_driver.h"

using namespace samverka;
using namespace samverka::test;

namespace {

NetworkMaker county() {
  NetworkMaker maker;
  maker.municipality("Alby", "9901");
  maker.municipality("Borg", "9902");
  maker.region("Regionen", "99");
  maker.agreement("Vården", {"Alby", "Regionen"}, "A4.2");
  maker.agreement("Skolan", {"Alby", "Borg"}, "A4.3");
  Agreement& open = maker.network.agreements.mutable_row(0);
  open.parties.push_back(maker.party("Borg", PartyState::recommended));
  return maker;
}

struct Stage {
  UiDriver d{""};
  explicit Stage(Tab tab = Tab::network) {
    d.session.show(Document{county().network, {}, {}}, "test.json", {});
    d.session.view.tab = tab;
    settle();
  }
  void settle() {
    d.frames();
    d.ui->wait_for_work();
    d.frames();
    d.ui->wait_for_work();
    d.frames(2);
  }
  void select(const std::vector<std::string>& keys) {
    d.session.select(keys[0]);
    for (std::size_t i = 1; i < keys.size(); ++i) {
      const PickId first = d.session.view.selection;
      d.session.select(keys[i]);
      d.session.view.also_selected = {d.session.view.selection};
      d.session.view.selection = first;
    }
    settle();
  }
  void click(const std::string& label) {
    d.click(label);
    settle();
  }
  std::size_t ties(const Key& key) const {
    const Agreement& agreement = d.session.network().agreement(d.session.index().agreement(key));
    std::size_t count = 0;
    for (const Party& party : agreement.parties) count += is_tie(agreement, party, d.session.view.date) ? 1 : 0;
    return count;
  }
};

}  // namespace

TEST_CASE("an agreement ends in thought by a click, and the panel tells what it would cost") {
  Stage s;
  s.click("Tänk om");
  CHECK(s.d.has_text_with("Välj en aktör eller ett avtal"));
  s.select({"Vården"});
  s.click("Låt avtalet upphöra");
  CHECK(s.ties("Vården") == 0);
  CHECK(s.d.has_text_with("Avtalet ”Vården” upphör"));
  CHECK(s.d.has_text_with("Det här skulle ändras"));
  CHECK(s.d.has_text_with("Blir utan bekräftad koppling"));
  CHECK(s.d.has_text_with("Regionen"));
  s.click("Utforska");
  CHECK(s.ties("Vården") == 2);
  CHECK_FALSE(s.d.session.is_hypothetical());
}

TEST_CASE("steps are taken away one by one, and undo brings them back") {
  Stage s;
  s.click("Tänk om");
  s.select({"Vården"});
  s.click("Låt avtalet upphöra");
  s.click("×");
  CHECK(s.ties("Vården") == 2);
  CHECK(run_action(s.d.session, "change.undo"));
  s.settle();
  CHECK(s.ties("Vården") == 0);
}

TEST_CASE("a party that has not adopted does so, alone or with the others") {
  Stage s;
  s.click("Tänk om");
  s.select({"Vården"});
  s.click("Låt den part som återstår anta avtalet");
  CHECK(s.ties("Vården") == 3);
  run_action(s.d.session, "change.undo");
  s.select({"Borg", "Vården"});
  s.click("Låt de valda anta avtalet");
  CHECK(s.ties("Vården") == 3);
}

TEST_CASE("two actors merge, or get a new agreement") {
  Stage s;
  s.click("Tänk om");
  s.select({"Borg", "Regionen"});
  s.click("Nytt avtal mellan de valda …");
  CHECK_FALSE(s.d.session.is_hypothetical());
  s.d.click("Vad heter avtalet?");
  s.d.type("Ny samverkan");
  s.settle();
  CHECK(s.d.has_text_with("Namn, område och form behövs."));
  s.click("Välj område");
  s.click("Skola, vård och andra kommuner");
  s.click("Välj form");
  s.click(s.d.session.taxonomy().forms.rows().front().label.sv);
  s.click("Lägg till i tanken");
  REQUIRE(s.d.session.network().agreements.size() == 3);
  CHECK(s.d.session.network().agreements[2].title == "Ny samverkan");
  CHECK(s.d.session.network().agreements[2].areas == std::vector<std::string>{"A4"});
  CHECK(s.ties("a-tankt-1") == 2);
  CHECK(s.d.session.document().network.agreements.size() == 2);
  s.click("Låt Borg gå upp i Regionen");
  CHECK(s.d.session.applied()->closed.size() == 1);
}

TEST_CASE("a scenario has a name of its own, which its picture carries") {
  Stage s;
  s.click("Tänk om");
  s.select({"Skolan"});
  s.click("Låt avtalet upphöra");
  s.d.session.rename_scenario("Om skolan faller");
  s.settle();
  CHECK(s.d.session.scene().caption.illustrative == "TÄNKT LÄGE: Om skolan faller – inga fakta");
  s.click("Byt eller ta bort");
  s.click("Ta bort det här tänkta läget");
  CHECK(s.d.session.scenario() == nullptr);
  CHECK(s.ties("Skolan") == 2);
}

TEST_CASE("every tab can be looked at in thought") {
  Stage s;
  s.click("Tänk om");
  s.select({"Vården"});
  s.click("Låt avtalet upphöra");
  for (const Tab tab :
       {Tab::home, Tab::agreement, Tab::map, Tab::network, Tab::matrix, Tab::table, Tab::support, Tab::gaps}) {
    s.d.session.view.tab = tab;
    s.settle();
    CHECK(s.d.has_text_with("inga fakta"));
    CHECK(s.d.session.is_hypothetical());
  }
}

TEST_CASE("the menu of a thing under the mouse offers what can be thought of it") {
  Stage s;
  s.select({"Skolan"});
  s.d.ui->state().finding.context = s.d.session.view.selection;
  s.d.ui->state().finding.wants_context = true;
  s.settle();
  s.click("Tänk om: Låt avtalet upphöra");
  CHECK(s.d.session.view.mode == Mode::what_if);
  CHECK(s.ties("Skolan") == 0);
}

TEST_CASE("the modes can be clicked on every tab, with or without tools of its own") {
  Stage s;
  s.d.session.view.own_place = "9901";  // Läget has a heading of its own then
  bool saw_page = false;
  for (const Tab tab :
       {Tab::home, Tab::agreement, Tab::map, Tab::network, Tab::matrix, Tab::table, Tab::support, Tab::gaps}) {
    s.d.session.view.tab = tab;
    s.settle();
    const Item* mode = s.d.find("Tänk om", "button");
    REQUIRE(mode);
    const float bottom = mode->rect.max.y;
    s.click("Tänk om");
    CHECK(s.d.session.view.mode == Mode::what_if);
    s.click("Utforska");
    CHECK(s.d.session.view.mode == Mode::explore);
    for (const Item& item : s.d.ui->items()) {
      const bool is_page = item.role == "text" && item.label.find("Läget i") == 0;
      if (!is_page) continue;
      saw_page = true;
      CHECK(item.rect.min.y >= bottom);
    }
  }
  CHECK(saw_page);
}

TEST_CASE("the frame of the mode lies over the middle and under every card") {
  Stage s;
  s.click("Tänk om");
  CHECK(ImGui::GetForegroundDrawList()->VtxBuffer.empty());  // that lies over everything
  const ImDrawData& drawn = *ImGui::GetDrawData();
  const ImDrawList* last = nullptr;
  bool has_frame = false;
  for (int i = 0; i < drawn.CmdListsCount; ++i) {
    last = drawn.CmdLists[i];
    has_frame |= last->_OwnerName && std::string(last->_OwnerName).find("frame of the mode") != std::string::npos &&
                 !last->VtxBuffer.empty();
  }
  CHECK(has_frame);
}
