// The page Sårbart of the tab Luckor, by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

void settle(UiDriver& d) {
  d.frames(2);
  d.ui->wait_for_work();
  d.frames(2);
}

void open_weakness(UiDriver& d) {
  d.press({'8', true});
  settle(d);
  d.click("Sårbart", "button");
  settle(d);
}

const WeakKind& kind(UiDriver& d, WeakKind::Id id) {
  const auto& kinds = d.ui->state().gaps.weakness.kinds;
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const WeakKind& k) { return k.id == id; });
  REQUIRE(found != kinds.end());
  return *found;
}

}  // namespace

TEST_CASE("the only links are told in words, and shown in the network with those they cut off") {
  UiDriver d(county, {1600, 1400});
  open_weakness(d);
  CHECK(d.has("Var samverkan är sårbar"));
  CHECK(d.has("Påhittade exempeldata"));
  CHECK(d.has_text_with("om detta avtal upphör"));
  const WeakRow first = kind(d, WeakKind::Id::only_links).rows.front();
  d.click("Visa", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::network);
  CHECK(d.session.view.selected().size() == first.actors.size() + first.agreements.size());
}

TEST_CASE("umbrellas are left out by name, and counted by a switch") {
  UiDriver d(county, {1600, 1400});
  open_weakness(d);
  const WeakPoints* without = d.ui->state().gaps.weakness.finder.found();
  REQUIRE(without != nullptr);
  REQUIRE_FALSE(without->umbrellas.empty());
  const std::size_t ties = without->ties;
  CHECK(d.has_text_with(d.session.network().agreement(without->umbrellas.front()).title));
  d.click("Räkna med paraplyavtalen", "button");
  settle(d);
  REQUIRE(d.ui->state().gaps.weakness.finder.found() != nullptr);
  CHECK(d.ui->state().gaps.weakness.finder.found()->ties > ties);
  CHECK(d.find("Räkna utan paraplyavtalen", "button")->is_on);
}

TEST_CASE("how far ahead what expires is looked for can be changed, and the notice period counts") {
  UiDriver d(county, {1600, 1400});
  open_weakness(d);
  CHECK(d.has("12 månader"));
  const std::size_t within_a_year = kind(d, WeakKind::Id::expiring).count;
  for (int i = 0; i < 8; ++i) d.click("+", "button");
  settle(d);
  CHECK(d.has("36 månader"));
  CHECK(kind(d, WeakKind::Id::expiring).count > within_a_year);
  CHECK(d.has("Löper ut, sägs upp eller ses över inom 36 månader"));
}

TEST_CASE("a title that names a last year stands apart from what is known to expire, as not known") {
  UiDriver d("datasets/sverige-2025.json", {1600, 2600});
  open_weakness(d);
  const WeakKind& titled = kind(d, WeakKind::Id::titled_ends);
  CHECK(titled.count == 4);
  CHECK(titled.rows.front().more == "titeln säger t.o.m. 2023, slutdatum saknas");
  for (const WeakRow& known : kind(d, WeakKind::Id::expiring).rows) {
    for (const WeakRow& row : titled.rows) CHECK(known.agreements != row.agreements);
  }
  d.click("Titeln säger ett sista år, men slutdatum saknas", "row");
  d.frames(2);
  CHECK(d.has("Om de slutar då är inte känt. Fråga, och skriv in slutdatumet."));
  CHECK(d.has_text_with("Hälso- och sjukvårdsavtalet i Västra Götaland 2023–2026"));
}

TEST_CASE("an area alone, chosen from the list") {
  UiDriver d(county, {1600, 1400});
  open_weakness(d);
  d.click("Alla områden", "button");
  d.frames(2);
  d.click("A3 Brottsförebyggande", "choice");
  settle(d);
  CHECK(d.ui->state().gaps.weakness.area == "A3");
  CHECK(kind(d, WeakKind::Id::footholds).rows.size() == 1);
}

TEST_CASE("who is tied by an umbrella alone is not told to be without a tie") {
  UiDriver d("datasets/sverige-2025.json", {1600, 1400});
  open_weakness(d);
  const auto& alone = kind(d, WeakKind::Id::loners);
  const auto& under_umbrella = kind(d, WeakKind::Id::umbrella_only);
  CHECK(under_umbrella.title == "Kopplade bara genom paraplyavtal");
  CHECK(under_umbrella.count > 0);
  std::size_t umbrellas = 0, others = 0;
  for (const Loner& loner : d.ui->state().gaps.weakness.finder.found()->loners) {
    if (!loner.is_founded) ++(loner.has_umbrella ? umbrellas : others);
  }
  CHECK(under_umbrella.count == umbrellas);
  CHECK(alone.count == others);
}

TEST_CASE("one's own place comes first") {
  UiDriver d("datasets/sverige-2025.json", {1600, 1400});
  d.session.view.own_place = "20";
  open_weakness(d);
  const auto& rows = kind(d, WeakKind::Id::loners).rows;
  REQUIRE(rows.size() > 1);
  CHECK(rows.front().is_own);
  CHECK_FALSE(rows.back().is_own);
  CHECK(std::is_partitioned(rows.begin(), rows.end(), [](const WeakRow& row) { return row.is_own; }));
  d.click("Bara Dalarna", "button");
  settle(d);
  for (const WeakRow& row : kind(d, WeakKind::Id::loners).rows) CHECK(row.is_own);
}

TEST_CASE("stale facts, ended agreements and perspectives nobody has noted have lists of their own") {
  UiDriver d(county, {1600, 2400});
  open_weakness(d);
  d.click("Avtal utan noterade perspektiv", "row");
  d.frames(2);
  const WeakKind& lacking = kind(d, WeakKind::Id::perspectives);
  REQUIRE_FALSE(lacking.rows.empty());
  CHECK(d.has(lacking.rows.front().words));
  for (const WeakRow& row : lacking.rows) {
    CHECK_FALSE(d.session.network().agreement(row.agreements.front()).perspectives.has_value());
  }
}

TEST_CASE("a change of the network asks for the weak points anew") {
  UiDriver d(county, {1600, 1400});
  open_weakness(d);
  const auto revision = d.ui->state().gaps.weakness.finder.revision();
  Document changed = d.session.document();
  changed.network.agreements = {};
  d.session.change({"answers.history.evidence", {}}, std::move(changed));
  settle(d);
  CHECK(d.ui->state().gaps.weakness.finder.revision() > revision);
  CHECK(kind(d, WeakKind::Id::only_links).rows.empty());
  CHECK(d.has("Inget, så vitt underlaget visar."));
}

}  // namespace samverka
