#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

PickId actor(const UiDriver& d, const Key& key) { return {PickId::Kind::actor, d.session.index().actor(key).value}; }

Key selected(const UiDriver& d) {
  const PickId s = d.session.view.selection;
  if (s.kind == PickId::Kind::actor) return d.session.network().actor(ActorId(s.index)).key;
  return s.kind == PickId::Kind::agreement ? d.session.network().agreement(AgreementId(s.index)).key : Key{};
}

}  // namespace

TEST_CASE("an actor's agreements stand by area, and a heading opens and closes") {
  UiDriver d(county, {1600, 3000});
  d.session.select("k-granby");
  d.frames(2);
  REQUIRE(d.find("A9 Idéburna", "section"));
  CHECK_FALSE(d.find("A9 Idéburna", "section")->is_on);
  const std::string title = "IOP om Granby Fontänhus";
  CHECK_FALSE(d.has(title));
  d.click("A9 Idéburna", "section");
  CHECK(d.find("A9 Idéburna", "section")->is_on);
  CHECK(d.has(title));
  d.click("A9 Idéburna", "section");
  CHECK_FALSE(d.has(title));
}

TEST_CASE("a long list shows a few and all when asked, and partners stand by type") {
  UiDriver d(county, {1600, 4000});
  d.session.select("k-granby");
  d.frames(2);
  d.click(d.session.taxonomy().groups.label("municipality", "sv"), "section");
  const auto rows = [&] {
    std::size_t n = 0;
    for (const Item& item : d.ui->items()) n += item.role == "link" && item.label.ends_with(" kommun") ? 1U : 0U;
    return n;
  };
  CHECK(rows() == 6);
  d.click("Visa alla 11");
  CHECK(rows() == 11);
  d.click("Visa färre");
  CHECK(rows() == 6);
}

TEST_CASE("a perspective is yes, no or not recorded, never guessed") {
  UiDriver d(county);
  d.session.select("a-lansok");  // child rights and disability; gender equality is not among them
  d.frames(2);
  CHECK(d.has("ja"));
  CHECK(d.has("nej"));
  CHECK_FALSE(d.has("inte noterat"));
  Key without_record;
  for (const Agreement& a : d.session.network().agreements) {
    if (!a.perspectives) without_record = a.key;
  }
  REQUIRE(!without_record.empty());
  d.session.select(without_record);
  d.frames(2);
  CHECK(d.has("inte noterat"));
  CHECK_FALSE(d.has("ja"));
}

TEST_CASE("two municipalities stand side by side with what they share, and a row leads to one") {
  UiDriver d(county, {1600, 3000});
  d.session.view.selection = actor(d, "k-granby");
  d.session.view.also_selected = {actor(d, "k-sjoby")};
  d.frames(2);
  CHECK(d.has("2 valda"));
  CHECK(d.has("Sida vid sida"));
  CHECK(d.has(d.session.texts().number(95'840)));
  CHECK(d.has_text_with("gemensamma överenskommelser"));
  d.click("Sjöby kommun", "link");
  CHECK(selected(d) == "k-sjoby");
  CHECK(d.session.view.also_selected.empty());
}

TEST_CASE("everything selected tells sums and draws in one go") {
  UiDriver d(county, {1600, 900});
  for (std::uint32_t i = 0; i < d.session.network().actors.size(); ++i) {
    d.session.view.also_selected.push_back({PickId::Kind::actor, i});
  }
  for (std::uint32_t i = 0; i < d.session.network().agreements.size(); ++i) {
    d.session.view.also_selected.push_back({PickId::Kind::agreement, i});
  }
  d.session.view.selection = d.session.view.also_selected.back();
  d.session.view.also_selected.pop_back();
  d.frames(2);
  CHECK(d.has_text_with("valda"));
  CHECK_FALSE(d.has("Sida vid sida"));
}

}  // namespace samverka
