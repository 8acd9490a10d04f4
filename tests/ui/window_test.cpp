#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

Key selected(const UiDriver& d) {
  const PickId s = d.session.view.selection;
  if (s.kind == PickId::Kind::actor) return d.session.network().actor(ActorId(s.index)).key;
  if (s.kind == PickId::Kind::agreement) return d.session.network().agreement(AgreementId(s.index)).key;
  return {};
}

Vec2 on_screen(const UiDriver& d, PickId pick) {
  const Camera& camera = d.session.view.tab == Tab::map ? d.session.view.map_camera : d.session.view.network_camera;
  for (const Mark& mark : d.session.scene().marks) {
    if (mark.pick == pick) return d.ui->canvas_rect().min + camera.screen_from_world(mark.centre);
  }
  FAIL("no such mark in the picture");
  return {};
}

PickId actor(const UiDriver& d, const Key& key) { return {PickId::Kind::actor, d.session.index().actor(key).value}; }

}  // namespace

TEST_CASE("the window opens on the map, in Swedish, with the network's name and figures") {
  const UiDriver d(county);
  CHECK(d.find("Karta", "button")->is_on);
  CHECK(d.has("Urval och teckenförklaring"));
  CHECK(d.has_text_with(d.session.network().title));
  CHECK(d.has_text_with("Påhittade exempeldata"));
  CHECK(d.texture.last.width == static_cast<int>(d.ui->canvas_rect().width()));
}

TEST_CASE("a click on a municipality selects it and the inspector tells its facts") {
  UiDriver d(county);
  const PickId granby = actor(d, "k-granby");
  d.click_at(on_screen(d, granby));
  CHECK(selected(d) == "k-granby");
  CHECK(d.has("Granby kommun"));
  CHECK(d.has("9901"));
  CHECK(d.has("Källor"));
  d.press({Chord::escape});
  CHECK(selected(d).empty());
}

TEST_CASE("an agreement in the inspector opens it, and its party leads back") {
  UiDriver d(county);
  d.session.select("k-granby");
  d.frames(2);
  const auto places = d.session.index().parties_of(d.session.index().actor("k-granby"));
  REQUIRE(!places.empty());
  const Agreement& first = d.session.network().agreement(places[0].agreement);
  d.click("A3 Brottsförebyggande", "section");
  d.click(first.title, "link");
  CHECK(selected(d) == first.key);
  d.click("Granby kommun", "link");
  CHECK(selected(d) == "k-granby");
}

TEST_CASE("the legend hides a group and Alt+click shows only one; the counts stay") {
  UiDriver d(county);
  const std::string schools = d.session.taxonomy().groups.label("school", "sv");
  const std::size_t rows = d.session.scene().legend.size();
  d.click(schools, "legend");
  CHECK(d.session.view.hidden_groups == std::vector<std::string>{"school"});
  CHECK_FALSE(d.find(schools, "legend")->is_on);
  CHECK(d.session.scene().legend.size() == rows);
  d.click(schools, "legend");
  CHECK(d.session.view.hidden_groups.empty());
  d.click(schools, "legend", true);
  CHECK(d.find(schools, "legend")->is_on);
  CHECK_FALSE(d.find(d.session.taxonomy().groups.label("municipality", "sv"), "legend")->is_on);
}

TEST_CASE("an area in the panel filters, a second adds, none left is the default") {
  UiDriver d(county);
  const Taxonomy& taxonomy = d.session.taxonomy();
  const std::size_t all = d.session.shown().part.agreements.size();
  d.click(taxonomy.areas.short_label("A3", "sv"), "legend");
  CHECK(to_words(d.session.view.filter) == "area=A3");
  const std::size_t one = d.session.shown().part.agreements.size();
  CHECK(one < all);
  d.click(taxonomy.areas.short_label("A4", "sv"), "legend");
  CHECK(to_words(d.session.view.filter) == "area=A3,A4");
  CHECK(d.session.shown().part.agreements.size() > one);
  d.click(taxonomy.areas.short_label("A3", "sv"), "legend");
  d.click(taxonomy.areas.short_label("A4", "sv"), "legend");
  CHECK(d.session.view.filter == default_filter());
}

TEST_CASE("the network tab shows the network once its layout is done") {
  UiDriver d(county);
  d.click("Nätverk", "button");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.session.is_scene_ready());
  CHECK_FALSE(d.session.scene().is_map);
  CHECK(d.session.scene().marks.size() > 50);
}

TEST_CASE("dragging moves the picture with the hand and scrolling keeps the point under the cursor") {
  UiDriver d(county);
  const Camera before = d.session.view.map_camera;
  const Vec2 middle = d.ui->canvas_rect().centre();
  d.drag(middle, middle + Vec2{60, 30});
  const Camera after = d.session.view.map_camera;
  CHECK(distance((before.centre - after.centre) * before.scale, {60, 30}) < 5);
  CHECK(selected(d).empty());  // a drag is not a click
  const Vec2 at = middle + Vec2{100, 50} - d.ui->canvas_rect().min;
  const Vec2 world = d.session.view.map_camera.world_from_screen(at);
  d.scroll(middle + Vec2{100, 50}, 2);
  CHECK(d.session.view.map_camera.scale > after.scale);
  CHECK(distance(d.session.view.map_camera.world_from_screen(at), world) < 0.05F);
}

TEST_CASE("the picture is drawn anew only when something changed") {
  UiDriver d(county);
  d.move_to({5, 5});
  const int before = d.texture.updates;
  d.frames(10);
  CHECK(d.texture.updates == before);
  d.press({'+', true});
  CHECK(d.texture.updates == before + 1);
}

TEST_CASE("language and theme change at once") {
  UiDriver d(county);
  d.click("English", "button");
  CHECK(d.has("Filter and legend"));
  CHECK(d.has("Map"));
  d.click("Dark theme", "button");
  CHECK(d.session.view.is_dark);
  CHECK(d.has("Light theme"));
  d.click("Svenska", "button");
  CHECK(d.has("Ljust tema"));
}

TEST_CASE("the date can be stepped and typed; an impossible one is not taken") {
  UiDriver d(county);
  CHECK(to_string(d.session.view.date) == "2025-12-31");
  d.click("‹", "button");
  CHECK(to_string(d.session.view.date) == "2025-11-30");
  d.click("Datum", "input");
  ImGui::GetIO().KeyCtrl = true;
  ImGui::GetIO().KeysDown['a'] = true;
  d.frames(1);
  ImGui::GetIO().KeysDown['a'] = false;
  ImGui::GetIO().KeyCtrl = false;
  d.type("2024-02-30");
  CHECK(to_string(d.session.view.date) == "2025-11-30");
  CHECK(d.ui->state().is_date_wrong);
}

TEST_CASE("hovering tells what a thing is, and that an area is its municipality") {
  UiDriver d(county);
  d.move_to(on_screen(d, actor(d, "k-granby")));
  CHECK(d.session.view.hover == actor(d, "k-granby"));
}

TEST_CASE("the picture can be saved from the window as SVG and PNG") {
  UiDriver d(county);
  for (const std::string name : {"ui_test_out.svg", "ui_test_out.png"}) {
    const std::string path = std::string(SAMVERKA_SOURCE_DIR) + "/build/" + name;
    d.click("Exportera bild", "button");
    REQUIRE(d.find("Sökväg", "input"));
    std::remove(path.c_str());
    d.type(path);  // the proposed name is selected, so typing replaces it
    d.frames(2);   // another format has other rows
    d.click("Spara", "button");
    d.ui->wait_for_work();
    d.frames(2);
    CHECK(d.has("Bilden är sparad: " + path));
    std::ifstream saved(path, std::ios::binary);
    std::stringstream bytes;
    bytes << saved.rdbuf();
    CHECK(bytes.str().size() > 10'000);
    std::remove(path.c_str());
  }
}

TEST_CASE("a file that cannot be read leaves the network in place and says why, with the file's name") {
  UiDriver d(county);
  const std::string title = d.session.network().title;
  d.ui->drop_file("/nowhere/at/all.json");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.session.network().title == title);
  CHECK(d.has_text_with("/nowhere/at/all.json"));
  CHECK(d.has_text_with("E_OPEN"));
  d.click("Stäng", "button");
  CHECK_FALSE(d.has_text_with("E_OPEN"));
}

TEST_CASE("without a network the window says what to do") {
  const UiDriver d("");
  CHECK(d.has_text_with("Inget nätverk är öppet"));
}

TEST_CASE("tiny, empty and huge windows draw without harm") {
  UiDriver d(county);
  for (const Vec2 size : {Vec2{200, 200}, Vec2{1, 1}, Vec2{0, 0}, Vec2{10000, 100}, Vec2{640, 480}}) d.resize(size);
  d.resize({1600, 900});
  CHECK(d.has("Karta"));
}

TEST_CASE("a narrow window brings the facts and the legend over the picture, one at a time") {
  UiDriver d(county, {800, 600});
  CHECK_FALSE(d.has("Urval och teckenförklaring"));
  d.session.select("k-granby");
  d.click("Fakta", "button");
  CHECK(d.has("Granby kommun"));
  d.click("Urval", "button");
  CHECK(d.has("Urval och teckenförklaring"));
  CHECK_FALSE(d.has("Granby kommun"));
  d.press({Chord::escape});
  CHECK_FALSE(d.has("Urval och teckenförklaring"));
}

TEST_CASE("every button of the top bar stays inside the window, however narrow or large the scale") {
  for (const Vec2 size : {Vec2{1600, 900}, Vec2{1280, 720}, Vec2{800, 600}, Vec2{533, 300}}) {
    const UiDriver d(county, size);
    for (const char* label : {"English", "Mörkt tema", "I dag", "Exportera bild"}) {
      const Item* item = d.find(label, "button");
      REQUIRE(item);
      INFO(label, " at ", size.x);
      CHECK(item->rect.max.x <= size.x);
      CHECK(item->rect.max.y <= size.y);
    }
  }
}

TEST_CASE("an area's number is what a click on it shows") {
  UiDriver d(county);
  for (const char* area : {"A3", "A4", "A9"}) {
    const std::size_t told = d.session.agreements_in(area);
    d.click(d.session.taxonomy().areas.short_label(area, "sv"), "legend");
    CHECK(d.session.shown().part.agreements.size() == told);
    d.click(d.session.taxonomy().areas.short_label(area, "sv"), "legend");
  }
}

TEST_CASE("rows of the legend keep their places when a filter empties a group") {
  UiDriver d(county);
  const std::string area = d.session.taxonomy().areas.short_label("A6", "sv");
  const float before = d.find(area, "legend")->rect.min.y;
  d.click(area, "legend");
  const std::string group = d.session.taxonomy().groups.label("health", "sv");
  CHECK(d.find(group, "legend") != nullptr);
  CHECK(d.has_text_with("område A6"));
  CHECK(before > 0);
}

TEST_CASE("another day than the data's is told as such, and one click leads back") {
  UiDriver d(county);
  CHECK(d.has_text_with("Underlag per 2025-12-31"));
  d.click("‹", "button");
  CHECK(d.has_text_with("Visas per 2025-11-30 · underlag per 2025-12-31"));
  d.click("Underlagets datum", "button");
  CHECK(to_string(d.session.view.date) == "2025-12-31");
}

TEST_CASE("an agreement in which an actor has two roles stands once in its list") {
  UiDriver d(county);
  d.session.select("k-granby");
  d.frames(2);
  std::vector<std::string> titles;
  const auto places = d.session.index().parties_of(d.session.index().actor("k-granby"));
  std::size_t distinct = 0;
  AgreementId last;
  for (const PartyPlace& place : places) {
    distinct += place.agreement != last ? 1U : 0U;
    last = place.agreement;
  }
  REQUIRE(distinct < places.size());
  CHECK(d.has(std::to_string(distinct) + " överenskommelser"));
}

TEST_CASE("a picture is not saved over another, nor under a name of no format, without being asked again") {
  UiDriver d(county);
  const std::string path = std::string(SAMVERKA_SOURCE_DIR) + "/build/ui_test_taken.svg";
  { std::ofstream(path) << "old"; }
  d.press({'e', true});
  d.type(path + ".bmp");
  d.click("Spara", "button");
  CHECK(d.has("Namnet ska sluta på .png, .svg eller .pdf."));
  d.press({Chord::escape});
  d.frames(2);
  d.press({'e', true});
  d.type(path);
  d.click("Spara", "button");
  CHECK(d.has_text_with("Filen finns redan"));
  d.click("Spara", "button");
  d.ui->wait_for_work();
  d.frames(2);
  CHECK(d.has("Bilden är sparad: " + path));
  std::remove(path.c_str());
}

TEST_CASE("a window that grows shows the whole picture again, unless somebody has moved it") {
  UiDriver d(county, {1000, 600});
  const float small = d.session.view.map_camera.scale;
  d.resize({1600, 1000});
  CHECK(d.session.view.map_camera.scale > small);
  d.press({'+', true});
  const float moved = d.session.view.map_camera.scale;
  d.resize({1700, 1000});
  CHECK(d.session.view.map_camera.scale == moved);
}

TEST_CASE("zooming ends before there is nothing to see") {
  UiDriver d(county);
  const float whole = d.session.view.map_camera.scale;
  const Vec2 middle = d.ui->canvas_rect().centre();
  for (int i = 0; i < 200; ++i) d.scroll(middle, -3);
  CHECK(d.session.view.map_camera.scale > whole / 10);
  for (int i = 0; i < 400; ++i) d.scroll(middle, 3);
  CHECK(d.session.view.map_camera.scale < whole * 10000);
}

TEST_CASE("F1 shows every key") {
  UiDriver d(county);
  d.press({Chord::f1});
  CHECK(d.has("Ctrl+E"));
  CHECK(d.has("Ctrl+Q"));
  d.click("Stäng", "button");
  CHECK_FALSE(d.has("Ctrl+Q"));
}

}  // namespace samverka
