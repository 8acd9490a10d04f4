#include <doctest/doctest.h>

#include "app/selection.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

struct Desk : UiDriver {
  explicit Desk(Vec2 size = {1600, 900}) : UiDriver(county, size) {}

  // Types into the search field, and lets it answer.
  void search(std::string_view words) {
    press({'f', true});
    frames(2);
    type(words);
    answered();
  }
  void answered() {
    ui->state().finding.searcher.wait();
    frames(2);
  }
  void palette(std::string_view words) {
    press({'k', true});
    frames(2);
    type(words);
    answered();
  }
  Key selected() const { return session.key_of(session.view.selection); }
  std::string chosen_row() const {
    for (const Item& item : ui->items()) {
      if (item.role == "hit" && item.is_on) return item.label;
    }
    return {};
  }
  std::size_t shown() const { return session.shown().folding.shown.size(); }
  bool is_in_view(PickId pick) const {
    for (const Mark& mark : session.scene().marks) {
      if (mark.pick != pick) continue;
      const Rect area = ui->canvas_rect();
      return area.contains(area.min + session.view.camera().screen_from_world(mark.centre));
    }
    return false;
  }
};

PickId actor(const UiDriver& d, const Key& key) { return {PickId::Kind::actor, d.session.index().actor(key).value}; }

}  // namespace

TEST_CASE("Granby is found by typing grnby, and Enter selects it and brings it into the picture") {
  Desk d;
  d.search("grnby");
  CHECK(d.chosen_row() == "Granby kommun");
  CHECK(d.has("Aktörer  14"));
  d.press({Chord::enter});
  d.frames(3);
  CHECK(d.selected() == "k-granby");
  CHECK(d.is_in_view(actor(d, "k-granby")));
  CHECK_FALSE(d.has("Aktörer  14"));
  CHECK(d.ui->state().finding.search.typed.empty());
}

TEST_CASE("the arrows walk in the hits, and a click takes the one under it") {
  Desk d;
  d.search("granby");
  d.press({Chord::down});
  const std::string second = d.chosen_row();
  CHECK(second != "Granby kommun");
  d.press({Chord::up});
  d.press({Chord::up});
  CHECK(d.chosen_row() == "Granby kommun");
  d.click(second, "hit");
  CHECK(d.session.network().actor(ActorId(d.session.view.selection.index)).name == second);
}

TEST_CASE("a slash opens the search, Escape closes it and touches nothing else") {
  Desk d;
  d.session.select("k-granby");
  d.press({'/'});
  d.frames(2);
  d.type("sjö");
  d.answered();
  CHECK(d.has("Sjöby kommun"));
  d.press({Chord::escape});
  CHECK_FALSE(d.has("Sjöby kommun"));
  CHECK(d.selected() == "k-granby");
}

TEST_CASE("letters typed in a field are no keys") {
  Desk d;
  d.session.select("k-granby");
  d.search("hub");
  d.press({'h'});
  d.press({'b'});
  CHECK(d.session.view.hidden.empty());
  CHECK(d.session.view.focus.of.empty());
}

TEST_CASE("nothing found says so, and another language is another index") {
  Desk d;
  d.search("qqqqqqq");
  CHECK(d.has("Inget hittades. Pröva färre eller andra ord."));
  d.press({Chord::escape});
  d.session.view.language = "en";
  d.frames(2);
  d.search("support");
  CHECK(d.has_text_with("Areas"));
}

TEST_CASE("a folded unit says that it is, and can be shown anyway") {
  Desk d;
  const Fold& fold = d.session.shown().folding.folds.front();
  const ActorId unit = fold.units.front();
  const std::string name = d.session.network().actor(unit).name;
  d.search(name);
  REQUIRE(d.chosen_row() == name);
  d.click("visa ändå", "button");
  d.frames(2);
  CHECK(d.session.view.selection == PickId{PickId::Kind::actor, unit.value});
  CHECK(d.session.view.unfolded_hosts.size() == 1);
  CHECK_FALSE(d.session.view.is_unfolded);
  CHECK(d.is_in_view(d.session.view.selection));
}

TEST_CASE("Shift+Enter also brings back what the filter, the legend and the hand have hidden") {
  Desk d;
  d.session.view.filter = *parse_filter("type=region");
  d.session.view.hidden_groups = {"municipality"};
  d.session.view.hidden = {"k-granby"};
  d.frames(2);
  d.search("granby kommun");
  d.press({Chord::enter, false, true});
  d.frames(2);
  CHECK(d.selected() == "k-granby");
  CHECK(d.session.view.hidden.empty());
  CHECK(d.session.view.hidden_groups.empty());
  CHECK(d.session.view.filter == default_filter());
  CHECK(d.is_in_view(actor(d, "k-granby")));
}

TEST_CASE("an area found becomes the filter's") {
  Desk d;
  d.search("a3");
  d.press({Chord::enter});
  d.frames(2);
  CHECK(to_words(d.session.view.filter) == "area=A3");
}

TEST_CASE("a county found opens the map on its land and selects its region") {
  UiDriver d("datasets/sverige-2025.json");
  d.session.view.tab = Tab::network;
  d.session.wait_for_jobs();
  d.press({'f', true});
  d.frames(2);
  d.type("dalarnas län");
  d.ui->state().finding.searcher.wait();
  d.frames(2);
  d.click("Dalarnas län", "hit");
  d.frames(3);
  CHECK(d.session.view.tab == Tab::map);
  CHECK(d.session.view.selection == PickId{PickId::Kind::actor, d.session.index().region_of_county("20").value});
  const MapShapes& shapes = d.session.assets().shapes;
  const auto land =
      std::find_if(shapes.counties.begin(), shapes.counties.end(), [](const auto& c) { return c.code == "20"; });
  const Rect seen = d.session.view.map_camera.world_view();
  CHECK(seen.contains(land->bounds.min));
  CHECK(seen.contains(land->bounds.max));
  CHECK(seen.height() < 3 * std::max(land->bounds.height(), land->bounds.width()));
}

TEST_CASE("the palette runs what is typed, by Swedish or English words, and puts it first the next time") {
  Desk d;
  d.palette("mörkt");
  CHECK(d.chosen_row() == "Växla mellan ljust och mörkt tema");
  d.press({Chord::enter});
  CHECK(d.session.view.is_dark);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  d.palette("");
  CHECK(d.chosen_row() == "Växla mellan ljust och mörkt tema");
  d.press({Chord::escape});
  d.palette("light and dark");
  CHECK(d.chosen_row() == "Växla mellan ljust och mörkt tema");
  d.click("Växla mellan ljust och mörkt tema", "hit");
  CHECK_FALSE(d.session.view.is_dark);
}

TEST_CASE("what cannot be done now stands in the palette and does nothing") {
  Desk d;
  d.palette("dölj det markerade");
  CHECK(d.chosen_row() == "Dölj det markerade");
  d.press({Chord::enter});
  CHECK(d.session.view.dialog == ViewState::Dialog::palette);
  CHECK(d.session.view.hidden.empty());
}

TEST_CASE("the palette also finds actors") {
  Desk d;
  d.palette("sjöby kommun");
  d.click("Sjöby kommun", "hit");
  d.frames(2);
  CHECK(d.selected() == "k-sjoby");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
}

TEST_CASE("a question mark opens the key sheet, whole in the smallest window, with every action that has keys") {
  Desk d({1280, 720});
  d.press({'?'});
  d.frames(3);
  for (const Action& action : actions()) {
    if (action.chord.key == Chord::none) continue;
    const Item* item = d.find(d.session.texts().tr(action.text), "text");
    INFO(action.id);
    REQUIRE(item);
    CHECK(item->is_visible);
    CHECK(item->rect.max.y < 720);
    CHECK(item->rect.max.x < 1280);
  }
  d.click("Stäng", "button");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
}

TEST_CASE("the menu has every subject and runs its actions") {
  Desk d;
  d.click("Meny", "button");
  for (const Subject& subject : subjects()) CHECK(d.has(d.session.texts().tr(subject.text)));
  d.click("Visa", "menu");
  d.click("Växla mellan ljust och mörkt tema", "menu");
  CHECK(d.session.view.is_dark);
}

TEST_CASE("B shows the neighbourhood of what is selected; the chip says whose and leads back") {
  Desk d;
  const std::size_t all = d.shown();
  d.session.select("k-fjallby");
  d.press({'b'});
  CHECK(d.shown() < all);
  const std::size_t one = d.shown();
  d.press({'2'});
  CHECK(d.shown() > one);
  CHECK(d.has("Grannskap 2 steg runt Fjällby kommun · visa allt"));
  d.session.view.tab = Tab::network;
  d.session.wait_for_jobs();
  d.frames(2);
  d.click("Grannskap 2 steg runt Fjällby kommun · visa allt", "button");
  CHECK(d.shown() == all);
}

TEST_CASE("P finds the way between two, draws and tells it, and Escape takes it away") {
  Desk d;
  set_selection(d.session, {actor(d, "k-granby"), actor(d, "k-fjallby")});
  d.frames(2);
  d.press({'p'});
  REQUIRE(d.session.view.path.size() == 3);
  CHECK(d.has_text_with("1 steg"));
  CHECK(d.has_text_with("Väg: Fjällby kommun – Granby kommun"));
  d.press({Chord::escape});  // the notice
  d.press({Chord::escape});  // the selection and the way
  CHECK(d.session.view.path.empty());
  CHECK(d.selected().empty());
}

TEST_CASE("H hides, U shows again, I inverts, Ctrl+A and Ctrl+Shift+A select all and none") {
  Desk d;
  const std::size_t all = d.shown();
  d.session.select("k-granby");
  d.press({'h'});
  CHECK(d.shown() == all - 1);
  CHECK(d.has("1 dold för hand · visa"));
  d.press({'u'});
  CHECK(d.shown() == all);
  d.press({'a', true});
  const std::size_t everything = d.session.view.selected().size();
  CHECK(everything == shown_picks(d.session).size());
  d.press({'a', true, true});
  CHECK(d.session.view.selected().empty());
  d.session.select("k-granby");
  d.press({'i'});
  CHECK(d.session.view.selected().size() == everything - 1);
  CHECK_FALSE(d.session.view.is_selected(actor(d, "k-granby")));
}

TEST_CASE("Tab goes through the actors and back, Enter shows the neighbourhood, Escape leaves step by step") {
  Desk d;
  d.press({Chord::tab});
  const Key first = d.selected();
  CHECK_FALSE(first.empty());
  d.press({Chord::tab});
  CHECK(d.selected() != first);
  d.press({Chord::tab, false, true});
  CHECK(d.selected() == first);
  d.press({Chord::enter});
  CHECK(d.session.view.focus.of == std::vector<Key>{first});
  d.press({Chord::escape});
  CHECK(d.selected().empty());
  CHECK_FALSE(d.session.view.focus.of.empty());
  d.press({Chord::escape});
  CHECK(d.session.view.focus.of.empty());
}

TEST_CASE("the arrows walk the picture only while it has the keys") {
  Desk d;
  d.session.select("k-granby");
  d.frames(2);
  d.press({Chord::f6});
  d.press({Chord::up});
  CHECK(d.selected() == "k-granby");
  d.press({Chord::f6});
  d.press({Chord::up});
  CHECK(d.selected() != "k-granby");
  CHECK(d.session.view.selection.kind == PickId::Kind::agreement);
  CHECK(d.is_in_view(d.session.view.selection));
}

TEST_CASE("a ring is around the picture while a hand on the keyboard walks it, and not for the mouse") {
  Desk d;
  const auto has_ring = [&] { return d.find("Bilden", "canvas")->is_on; };
  REQUIRE(d.find("Bilden", "canvas"));
  CHECK_FALSE(has_ring());
  d.press({Chord::tab});
  CHECK(has_ring());
  d.press({Chord::f6});  // to the panels
  CHECK_FALSE(has_ring());
  d.press({Chord::f6});
  CHECK(has_ring());
  d.click_at(d.ui->canvas_rect().centre());
  CHECK_FALSE(has_ring());
}

TEST_CASE("a right click on an actor opens its menu; on the way it is selected") {
  Desk d;
  d.session.select("k-fjallby");
  d.frames(2);
  const PickId granby = actor(d, "k-granby");
  Vec2 at;
  for (const Mark& mark : d.session.scene().marks) {
    if (mark.pick == granby) at = d.ui->canvas_rect().min + d.session.view.camera().screen_from_world(mark.centre);
  }
  d.move_to(at);
  ImGui::GetIO().MouseDown[1] = true;
  d.frames(1);
  ImGui::GetIO().MouseDown[1] = false;
  d.frames(3);
  CHECK(d.selected() == "k-granby");
  CHECK(d.has("Dölj det markerade"));
  d.click("Kortaste vägen hit från Fjällby", "menu");
  CHECK(d.session.view.path.front() == "k-fjallby");
  CHECK(d.session.view.path.back() == "k-granby");
}

}  // namespace samverka
