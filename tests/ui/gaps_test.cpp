// The tab Luckor, used by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/files.h"
#include "app/matrix_look.h"
#include "app/places.h"
#include "base/collate.h"
#include "support/ui_driver.h"
#include "ui/panels/gaps_parts.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";
constexpr const char* sweden = "datasets/sverige-2025.json";

void open_gaps(UiDriver& d) {
  d.press({'8', true});
  d.frames(1);
  d.ui->wait_for_work();
  d.frames(2);
}

// The rule's row, so that what is under it is seen.
void open_rule(UiDriver& d, const std::string& title) {
  const Item* row = d.find(title, "row");
  REQUIRE(row != nullptr);
  if (!row->is_on) d.click(title, "row");
  d.frames(1);
}

// The first line of several, so that each of them is seen.
void unfold(UiDriver& d) {
  std::string line;
  for (const Item& item : d.ui->items()) {
    if (line.empty() && item.role == "row" && item.label.find(" kommuner i ") != std::string::npos) line = item.label;
  }
  REQUIRE_FALSE(line.empty());
  d.click(line, "row");
  d.frames(2);
}

}  // namespace

TEST_CASE("where most is known the tab opens on what to act on, classes counted apart") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  CHECK(d.has("Luckor mot normerna"));
  CHECK(d.has("Påhittade exempeldata"));
  CHECK(d.find("Att göra", "button")->is_on);
  CHECK(d.has_text_with("Lag: saknas"));
  CHECK(d.has_text_with("Ambition: saknas"));
}

TEST_CASE("where most is unknown it opens on what to find out, and says why") {
  UiDriver d(sweden, {1600, 1400});
  open_gaps(d);
  CHECK(d.find("Ta reda på", "button")->is_on);
  CHECK(d.has("Det mesta är okänt. Därför visas först det som behöver tas reda på."));
  d.click("Att göra", "button");
  d.frames(2);
  CHECK(d.find("Att göra", "button")->is_on);
  CHECK_FALSE(d.has("Det mesta är okänt. Därför visas först det som behöver tas reda på."));
}

TEST_CASE("what may be enough stands first of what to find out, with the document and its source to open") {
  UiDriver d(sweden, {1600, 1800});
  d.session.view.own_place = "14";
  open_gaps(d);
  CHECK(d.ui->state().gaps.groups.front().id.find("utskrivning") != std::string::npos);
  open_rule(d, "Gemensamma riktlinjer med regionen om utskrivning från sjukhus");
  CHECK(d.has_text_with("Nära träff: ”Överenskommelse om samverkan vid in- och utskrivning från sluten"));
  const std::string lead =
      "Läs först: Överenskommelse om samverkan vid in- och utskrivning från sluten hälso- och sjukvård (Västra "
      "Götaland)";
  d.click(lead, "link");
  d.frames(2);
  REQUIRE(d.session.view.selection.kind == PickId::Kind::agreement);
  CHECK(d.session.network().agreements[d.session.view.selection.index].key == "a-av-14-utskrivning");
  CHECK(std::any_of(d.ui->items().begin(), d.ui->items().end(),
                    [](const Item& item) { return item.role == "link" && item.label.starts_with("http"); }));
}

TEST_CASE("a class alone, and all again by a second click") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  CHECK(d.has("Familjecentral tillsammans med vården"));
  d.click("Lag: saknas");
  d.frames(2);
  CHECK_FALSE(d.has("Familjecentral tillsammans med vården"));
  d.click("Lag: saknas");
  d.frames(2);
  CHECK(d.has("Familjecentral tillsammans med vården"));
}

TEST_CASE("what is on its way or expires is no gap, and the figures of one's own place stand before those of all") {
  UiDriver d(sweden, {1600, 1400});
  open_gaps(d);
  d.click("Att göra", "button");
  d.frames(2);
  const GapsState::ClassFigures law = d.ui->state().gaps.of_class[static_cast<std::size_t>(RuleClass::law)];
  CHECK(d.has("Lag: saknas"));
  CHECK(d.has(std::to_string(law.all.pending) + " på väg · " + std::to_string(law.all.expiring) + " löper ut"));
  CHECK(law.own.pending == 0);
  d.session.view.own_place = "2080";
  d.frames(2);
  const GapsState::ClassFigures own = d.ui->state().gaps.of_class[static_cast<std::size_t>(RuleClass::law)];
  CHECK(own.all.pending == law.all.pending);
  CHECK(own.county.pending <= own.all.pending);
  CHECK(own.own.missing + own.own.pending + own.own.expiring <= 10);  // of one municipality
  CHECK(d.has("Lag: saknas i Falun"));
  CHECK(d.has("Dalarna: " + std::to_string(own.county.missing) + " saknas · " + std::to_string(own.county.pending) +
              " på väg · " + std::to_string(own.county.expiring) + " löper ut"));
  CHECK(d.has("Hela underlaget: " + std::to_string(law.all.missing) + " saknas · " + std::to_string(law.all.pending) +
              " på väg · " + std::to_string(law.all.expiring) + " löper ut"));
}

TEST_CASE("law, duty and ambition have colours of their own in both themes") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    const Rgba law = class_colour(*theme, RuleClass::law), duty = class_colour(*theme, RuleClass::duty),
               ambition = class_colour(*theme, RuleClass::ambition);
    CHECK_FALSE(law == duty);
    CHECK_FALSE(law == ambition);
    CHECK_FALSE(duty == ambition);
  }
}

TEST_CASE("a county of which the same is said is one line that unfolds, with class, outcome and people") {
  UiDriver d(sweden, {1600, 1400});
  open_gaps(d);
  const GapsState& state = d.ui->state().gaps;
  const AlikeGaps* several = nullptr;
  for (const GapsState::Group& group : state.groups) {
    std::size_t rows = 0;
    for (const AlikeGaps& line : group.lines) rows += line.rows.size();
    CHECK(rows == group.rows.size());
    if (!state.open.contains(group.id)) continue;
    for (const AlikeGaps& line : group.lines) {
      if (!several && !line.is_one()) several = &line;
    }
  }
  REQUIRE(several);
  const Network& network = d.session.network();
  const Actor& first = network.actor(several->rows.front().actor);
  const std::string words = std::to_string(several->rows.size()) + " kommuner i " + place_name(d.session, first.county);
  const std::string name = first.name;
  REQUIRE(d.has(words));
  CHECK(d.has_text_with(" · okänt · " + d.session.texts().number(*several->people) + " invånare"));
  CHECK_FALSE(d.has(name));
  d.click(words, "row");
  d.frames(2);
  CHECK(d.has(name));
  d.click("Visa alla i nätverket", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::network);
}

TEST_CASE("a finding says why and what to do next, and is shown in the network with what it rests on") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  open_rule(d, "Familjecentral tillsammans med vården");
  CHECK(d.has_text_with("→ "));
  CHECK(d.has_text_with("Ambition · saknas · "));
  CHECK(d.has("Saknas enligt ”Samverkan i länet 2025”."));
  unfold(d);
  d.click("Visa", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::network);
  CHECK(d.session.view.selection.kind == PickId::Kind::actor);
}

TEST_CASE("what is accepted leaves the list with its reason, is counted apart, is unsaved, and can be taken back") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  const std::size_t before = d.ui->state().gaps.groups.front().rows.size();
  const std::string id = d.ui->state().gaps.groups.front().id;
  CHECK_FALSE(is_unsaved(d.session));
  unfold(d);
  d.click("Godta …", "button");
  d.frames(2);
  d.type("Beslut väntas i mars");
  d.frames(1);
  d.click("Godta", "button");
  d.frames(2);
  REQUIRE(d.session.document().accepted.size() == 1);
  CHECK(d.session.document().accepted[0].reason == "Beslut väntas i mars");
  CHECK(d.session.document().accepted[0].finding.starts_with(id + "/"));
  CHECK(d.ui->state().gaps.groups.front().rows.size() == before - 1);
  CHECK(d.has("Godta …"));  // the line is still open
  CHECK(is_unsaved(d.session));
  CHECK(workspace_of(d.session).accepted == d.session.document().accepted);
  d.click("1 godtagen", "row");
  d.frames(2);
  CHECK(d.has_text_with("Beslut väntas i mars"));
  d.click("Ta tillbaka", "button");
  d.frames(2);
  CHECK(d.session.document().accepted.empty());
  CHECK(d.ui->state().gaps.groups.front().rows.size() == before);
  CHECK_FALSE(is_unsaved(d.session));
}

TEST_CASE("each norm tells its outcomes, its coverage and its basis, and a count opens the list of it") {
  UiDriver d(county, {1600, 3000});
  open_gaps(d);
  d.click("Normerna", "button");
  d.frames(2);
  CHECK(d.has_text_with("Grund: HSL 16:3"));
  CHECK(d.has_text_with("hänvisningen är inte kontrollerad"));
  CHECK(d.has_text_with("Täckning: "));
  d.click("3 på väg", "button");
  d.frames(2);
  CHECK(d.find("Att göra", "button")->is_on);
  CHECK(d.ui->state().gaps.groups.size() == 1);
}

TEST_CASE("each norm tells of one's own place before all of the data, and every count leads to whom it counts") {
  UiDriver d(sweden, {1600, 9000});
  d.session.view.own_place = "20";
  open_gaps(d);
  d.click("Normerna", "button");
  d.frames(2);
  REQUIRE(d.ui->state().gaps.places.size() == 1);
  const GapsState::Place& own = d.ui->state().gaps.places.front();
  CHECK(own.name == "Dalarna");
  CHECK(d.has_text_with("Hela underlaget"));
  CHECK(d.has_text_with("Dalarna: " + std::to_string(own.known.known) + " av " + std::to_string(own.known.asked) +
                        " bedömningar är kända · hela underlaget: "));
  // The first norm that somebody there meets.
  std::size_t met = 0;
  for (const RuleFindings& findings : own.found.rules) {
    if (met == 0) met = findings.count(Outcome::met);
  }
  REQUIRE(met > 0);
  const Item* count = d.find(std::to_string(met) + " uppfyllt", "button");
  REQUIRE(count != nullptr);
  d.click(std::to_string(met) + " uppfyllt", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::network);
  std::size_t actors = 0;
  for (const PickId pick : d.session.view.selected()) {
    if (pick.kind != PickId::Kind::actor) continue;
    ++actors;
    CHECK(d.session.network().actors[pick.index].county == "20");
  }
  CHECK(actors == met);
}

TEST_CASE("of a municipality its norms stand before its county's, and before all; a list of it is of it alone") {
  UiDriver d(sweden, {1600, 9000});
  d.session.view.own_place = "2080";
  open_gaps(d);
  d.click("Normerna", "button");
  d.frames(2);
  const std::vector<GapsState::Place>& places = d.ui->state().gaps.places;
  REQUIRE(places.size() == 2);
  CHECK(places[0].name == "Falun");
  CHECK(places[1].name == "Dalarna");
  CHECK(places[0].known.asked < places[1].known.asked);
  CHECK(places[1].known.asked < d.ui->state().gaps.known.asked);
  d.click("1 okänt", "button");
  d.frames(2);
  CHECK(d.find("Bara Falun", "button")->is_on);
  REQUIRE_FALSE(d.ui->state().gaps.groups.empty());
  for (const GapRow& row : d.ui->state().gaps.groups.front().rows) CHECK(row.is_own);
}

TEST_CASE("by county the classes are never one sum") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  d.click("Per län", "button");
  d.frames(2);
  for (const GapsState::Group& group : d.ui->state().gaps.groups) CHECK(group.id.starts_with("county."));
  CHECK(d.has_text_with("Exempellän"));
}

TEST_CASE("what is told as numbers only names nobody, neither under its norm nor by county") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  open_rule(d, "Någon att vända sig till om extremistiska miljöer");
  CHECK(d.has("Visas bara som antal, utan namn."));
  d.ui->state().gaps.open = {"extremism"};
  d.frames(2);
  for (const Actor& actor : d.session.network().actors) {
    if (actor.type == "municipality") CHECK_FALSE(d.has(actor.name));
  }
  d.click("Per län", "button");
  d.frames(2);
  CHECK_FALSE(d.has_text_with("extremistiska miljöer"));
}

TEST_CASE("own place alone") {
  UiDriver d(sweden, {1600, 1400});
  d.session.view.own_place = "20";
  open_gaps(d);
  d.click("Bara Dalarna", "button");
  d.frames(2);
  REQUIRE_FALSE(d.ui->state().gaps.groups.empty());
  for (const GapsState::Group& group : d.ui->state().gaps.groups) {
    for (const GapRow& row : group.rows) CHECK(d.session.network().actor(row.actor).county == "20");
  }
}

TEST_CASE("without a network, and with an empty one, it says so") {
  {
    UiDriver empty("", {1280, 720});
    open_gaps(empty);
    CHECK(empty.ui->state().gaps.finder.found() == nullptr);
  }
  UiDriver d(county, {1280, 720});
  Document document;
  document.network.as_of = {2025, 12, 31};
  d.session.show(std::move(document), "none.json", {});
  open_gaps(d);
  CHECK(d.has("Inget att göra här, så vitt underlaget visar."));
}

TEST_CASE("another day asks again") {
  UiDriver d(county, {1600, 1400});
  open_gaps(d);
  const auto revision = d.ui->state().gaps.finder.revision();
  d.session.view.date = {2026, 6, 30};
  d.frames(1);
  d.ui->wait_for_work();
  d.frames(2);
  CHECK(d.ui->state().gaps.finder.found()->as_of == Date{2026, 6, 30});
  CHECK(d.ui->state().gaps.finder.revision() > revision);
}

TEST_CASE("under a norm stands the smallest set of agreements that closes its gaps, and its parties are shown") {
  UiDriver d(county, {1600, 1600});
  open_gaps(d);
  d.click("Att göra", "button");
  d.frames(2);
  for (const Rule& rule : d.ui->state().gaps.norms.rules()->rules) {
    if (rule.id == "psykisk-halsa") open_rule(d, rule.title.sv);
  }
  d.click("Minsta uppsättning nya avtal", "button");
  d.frames(2);
  d.ui->wait_for_work();
  d.frames(2);
  const ClosingSet* found = d.ui->state().gaps.closing.found();
  REQUIRE(found != nullptr);
  REQUIRE(found->steps.size() == 1);
  CHECK_FALSE(found->steps[0].is_new());
  CHECK(d.has_text_with("Luckor som sluts: 3 av 3."));
  CHECK(d.has_text_with("Anslut till Länsöverenskommelse om psykisk hälsa"));
  d.click("Visa parterna", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::network);
  CHECK(d.session.view.selected().size() == 4);
  CHECK_FALSE(is_unsaved(d.session));  // a proposal is no change

  d.session.view.tab = Tab::gaps;
  d.frames(2);
  d.click("Tänk igenom dem", "button");
  for (int i = 0; i < 3; ++i) {
    d.frames(2);
    d.ui->wait_for_work();
  }
  CHECK(d.session.is_hypothetical());
  CHECK(d.session.scenario()->steps.size() == 3);
  const WhatIf* effect = d.ui->state().what_if.finder.found();
  REQUIRE(effect);
  const auto is_of_it = [&](const OutcomeChange& change) {
    return d.ui->state().gaps.norms.rules()->rules[change.rule].id == "psykisk-halsa";
  };
  CHECK(std::count_if(effect->changed.begin(), effect->changed.end(), is_of_it) == 3);
  for (const OutcomeChange& change : effect->changed) {
    if (is_of_it(change)) CHECK(change.after == Outcome::met);
  }
}

TEST_CASE("where less than half have answered the order is that of names, and says so, unless one asks for need") {
  UiDriver d(county, {1600, 1600});
  Document changed = d.session.document();
  for (Survey& survey : changed.network.coverage->surveys) survey.answered.resize(1);
  d.session.change({"answers.history.evidence", {}}, std::move(changed));
  open_gaps(d);
  d.click("Att göra", "button");
  d.frames(2);
  const GapsState& state = d.ui->state().gaps;
  REQUIRE_FALSE(state.groups.empty());
  CHECK(state.unranked > 0);
  for (const GapsState::Group& group : state.groups) {
    CHECK(group.ranked == 0);
    CHECK(std::is_sorted(group.rows.begin(), group.rows.end(), [&](const GapRow& a, const GapRow& b) {
      return swedish_less(d.session.network().actor(a.actor).name, d.session.network().actor(b.actor).name);
    }));
  }
  CHECK(d.has_text_with("Härifrån i bokstavsordning och inte efter behov"));
  CHECK(d.has_text_with("1 av 12 tillfrågade har svarat"));
  d.click("Rangordna ändå", "button");
  d.frames(2);
  CHECK(state.unranked == 0);
  CHECK_FALSE(d.has_text_with("Härifrån i bokstavsordning"));
}

TEST_CASE("where most have answered everything is ranked, and nobody is asked to") {
  UiDriver d(county, {1600, 1600});
  open_gaps(d);
  CHECK(d.ui->state().gaps.unranked == 0);
  CHECK_FALSE(d.has("Rangordna ändå"));
  CHECK(d.has_text_with("tillfrågade har svarat"));
}

}  // namespace samverka
