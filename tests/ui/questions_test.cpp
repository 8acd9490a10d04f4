// The drawer Frågor, used by hand.
#include <doctest/doctest.h>

#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* example = "datasets/exempellan-2025.json";

void answered(UiDriver& d) {
  d.frames(1);
  d.ui->wait_for_work();
  d.frames(2);
}

Key selected(const UiDriver& d) { return d.session.key_of(d.session.view.selection); }

}  // namespace

TEST_CASE("a question is chosen by its words, and answered for one's own place") {
  UiDriver d(example);
  d.session.view.own_place = "9901";
  d.press({'j', true});
  d.frames(2);
  d.click("Vilka samarbetar vi med, om vad och till när?", "link");
  answered(d);
  CHECK(d.has("Granby har 35 överenskommelser som är bekräftade, med 53 aktörer."));
  CHECK(d.has("1 av 1 kommun är tillfrågad, 1 har svarat. Inget är noterat som okänt."));
  CHECK(d.has("Underlag per 2025-12-31. Urval: inte område A0 Utanför"));
  CHECK(d.has("Påhittade exempeldata"));
}

TEST_CASE("a row selects what it is about, and Visa sets filter, tab and selection") {
  UiDriver d(example, {1600, 1000});
  d.session.view.own_place = "99";
  d.press({'j', true});
  d.frames(2);
  d.click("Vilka kommuner har antagit länsöverenskommelsen, och vilka inte?", "link");
  answered(d);
  d.click("Fjällby", "cell");
  CHECK(selected(d) == "k-fjallby");
  d.click("Visa", "button");
  d.frames(2);
  CHECK(d.session.view.tab == Tab::network);
  CHECK(to_words(d.session.view.filter) == "area!=A0 county=99 form=county_agreement");
  CHECK(selected(d) == "a-lansok");
  CHECK(d.session.view.also_selected.size() == 1);
}

TEST_CASE("a question that lacks its place asks for one, and another can be chosen") {
  UiDriver d(example, {1600, 1000});
  d.press({'j', true});
  d.frames(2);
  d.click("Vem bör vi fråga härnäst?", "link");
  answered(d);
  CHECK(d.has("Frågan gäller en kommun: välj en"));
  d.type("fjäll");
  d.frames(2);
  d.click("Fjällby", "row");
  answered(d);
  CHECK(d.has("Fjällby kan fråga dessa:"));
  CHECK(d.has_text_with("känt: Skriftlig överenskommelse om att förebygga brott (Skyldighet)"));
  d.click("Alla områden", "button");
  d.frames(2);
  d.click("A9 Idéburna", "choice");
  answered(d);
  CHECK(d.has_text_with("känt: Minst två oberoende idéburna partner (Ambition)"));
  CHECK(d.session.view.own_place.empty());  // one's own place is another thing
}

TEST_CASE("norms that a planner has chosen are those that a question is answered by, until they are given up") {
  UiDriver d(example);
  d.session.view.own_place = "99";
  d.press({'j', true});
  d.frames(2);
  d.click("Vilka lagkrav uppfylls inte enligt underlaget?", "link");
  answered(d);
  CHECK_FALSE(d.has_text_with("Bedömt efter egna normer"));
  d.session.view.own_rules = {{d.session.network().id, SAMVERKA_SOURCE_DIR "/tests/data/rules/rules.json", {}}};
  answered(d);
  CHECK(d.has("Bedömt efter egna normer: rules.json."));
  d.session.view.own_rules.clear();
  answered(d);
  CHECK_FALSE(d.has_text_with("Bedömt efter egna normer"));
}

TEST_CASE("of a network of one county a question about a county is about that") {
  UiDriver d(example);
  d.press({'j', true});
  d.frames(2);
  d.click("Vem bygger bro mellan skola och civilsamhälle i länet?", "link");
  answered(d);
  CHECK(d.has("Region Exempel"));
  CHECK(d.has_text_with("Främsta brobyggare i underlaget är"));
}

TEST_CASE("the palette finds questions, and opens them in the drawer") {
  UiDriver d(example);
  d.press({'k', true});
  d.frames(2);
  d.type("fullmäktige");
  d.frames(2);
  CHECK(d.has("Vilka avtalssamverkan ska redovisas till fullmäktige?"));
  d.press({Chord::enter});
  answered(d);
  CHECK(d.session.view.drawer == ViewState::Drawer::questions);
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(d.has("Frågan gäller en kommun: välj en"));
}

TEST_CASE("the selected actor can be asked about, and is forgotten with its network") {
  UiDriver d(example, {1600, 1000});
  d.press({'j', true});
  d.frames(2);
  d.session.select("r-exempel");
  d.click("Vilka samarbetar vi med, om vad och till när?", "link");
  d.frames(2);
  d.click("Det valda: Regionen", "choice");
  answered(d);
  CHECK(d.has("Regionen har 20 överenskommelser som är bekräftade, med 41 aktörer."));
  CHECK(d.ui->state().questions.actor.is_set());
  d.session.open_file_now("datasets/exempellan-2024.json");
  d.frames(2);
  CHECK_FALSE(d.ui->state().questions.actor.is_set());
}

TEST_CASE("a long table shows its first rows, and more when asked") {
  UiDriver d(example, {1600, 1400});
  d.session.view.panels.drawer = 520;
  d.press({'j', true});
  d.frames(2);
  d.click("Vem deltar i flest, och vem bär värdskapet?", "link");
  answered(d);
  REQUIRE(d.ui->state().questions.rows_shown.size() == 1);
  CHECK(d.ui->state().questions.rows_shown[0] == 50);
  CHECK(d.has("av 71 rader"));
  d.scroll({1200, 1200}, -200);
  d.frames(3);
  d.click("Visa 21 till", "button");
  d.frames(2);
  CHECK_FALSE(d.has("av 71 rader"));
}

TEST_CASE("the drawer is drawn in a narrow window too, in English and without a network") {
  UiDriver d(example, {500, 700});
  d.session.view.language = "en";
  d.session.view.own_place = "99";
  d.press({'j', true});
  d.frames(2);
  CHECK(d.has("Who takes part in most, and who hosts?"));
  d.ui->state().questions.number = 24;
  answered(d);
  CHECK(d.has_text_with("Municipalities that have answered some survey: 9 of 12 (75%)."));
  d.session.close();
  d.frames(2);
  CHECK_FALSE(d.has("All questions"));
}

}  // namespace samverka
