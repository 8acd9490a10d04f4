// The tab Matris with other rows, columns and orders, and the lens, used by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/matrix_look.h"
#include "base/posix.h"
#include "support/folder.h"
#include "support/ui_driver.h"
#include "ui/panels/matrix_parts.h"

namespace samverka {
namespace {

constexpr const char* sweden = "datasets/sverige-2025.json";
constexpr const char* example = "datasets/exempellan-2025.json";

void open_matrix(UiDriver& d) {
  d.press({'5', true});
  d.frames(2);
}

void choose(UiDriver& d, const std::string& button, const std::string& what) {
  d.click(button, "button");
  d.click(what, "choice");
  d.frames(2);
}

void choose_norms(UiDriver& d) {
  choose(d, "Kolumner: områden", "normer");
  d.ui->wait_for_work();
  d.frames(2);
}

std::vector<std::string> labels(const UiDriver& d, std::string_view role) {
  std::vector<std::string> list;
  for (const Item& item : d.ui->items()) {
    if (item.role == role) list.push_back(item.label);
  }
  return list;
}

const Item* cell(const UiDriver& d, const std::string& begin) {
  for (const Item& item : d.ui->items()) {
    if (item.role == "cell" && item.label.starts_with(begin + ": ")) return &item;
  }
  return nullptr;
}

std::string words_in(const UiDriver& d, const std::string& begin) {
  const Item* found = cell(d, begin);
  REQUIRE(found != nullptr);
  return found->label.substr(begin.size() + 2);
}

}  // namespace

TEST_CASE("rows can be municipalities or groups of them, and columns forms or kinds of partner") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  choose(d, "Rader: län", "kommuner");
  CHECK(labels(d, "matrix row").size() == 12);
  CHECK(labels(d, "matrix row").front() == "Björköby");
  d.session.view.own_place = "9911";
  d.frames(2);
  CHECK(labels(d, "matrix row").front() == "Hagby");  // one's own first
  choose(d, "Rader: kommuner", "kommungrupper");
  CHECK(labels(d, "matrix row").size() == 7);
  choose(d, "Kolumner: områden", "slag av partner");
  CHECK(d.find("Civilsamhälle", "matrix column") != nullptr);
  choose(d, "Kolumner: slag av partner", "former");
  CHECK(d.find("Länsöverenskommelse", "matrix column") != nullptr);
  CHECK(d.ui->state().matrix.top.kind == MatrixKind::form);
}

TEST_CASE("a matrix of invented data says so, and one of Sweden begins with one's own county among municipalities") {
  {
    UiDriver d(example, {1600, 1200});
    open_matrix(d);
    CHECK(d.find("Påhittade exempeldata", "text") != nullptr);
  }
  UiDriver d("datasets/sverige-2025.json", {1600, 1200});
  open_matrix(d);
  CHECK(d.find("Påhittade exempeldata", "text") == nullptr);
  d.session.view.own_place = "20";
  choose(d, "Rader: län", "kommuner");
  const std::vector<MatrixState::Line>& lines = d.ui->state().matrix.lines;
  for (std::size_t i = 0; i < 16; ++i) CHECK(lines.at(i).code.starts_with("20") == (i < 15));
}

TEST_CASE("where nobody is asked and no record is confirmed a cell says unknown and not nought") {
  UiDriver d("datasets/sverige-2025.json", {1600, 1400});
  open_matrix(d);
  choose(d, "Kolumner: områden", "former");
  std::size_t noughts = 0, unknown = 0;
  for (const MatrixState::Line& line : d.ui->state().matrix.lines) {
    for (const MatrixCell& of : line.row->cells) {
      noughts += of.n == 0 && of.unknown < of.of ? 1 : 0;
      unknown += of.n == 0 && of.of > 0 && of.unknown == of.of ? 1 : 0;
    }
  }
  CHECK(noughts == 0);
  CHECK(unknown > 0);
  for (const std::string& label : labels(d, "cell")) CHECK_FALSE(label.ends_with(": 0"));
}

TEST_CASE("few get no shade of a share, and their tint bears its number in both themes") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    const Rgba ground = few_colour(*theme);
    for (std::size_t step = 0; step < matrix_steps.size(); ++step) CHECK(ground != step_colour(*theme, step));
    CHECK(std::max(contrast_ratio(theme->text, ground), contrast_ratio(theme->panel, ground)) >= 4.5);
  }
}

TEST_CASE("a cell of a kind of partner opens on just those agreements") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  choose(d, "Rader: län", "kommuner");
  choose(d, "Kolumner: områden", "slag av partner");
  const std::size_t told = static_cast<std::size_t>(std::stoul(words_in(d, "Granby Civilsamhälle")));
  REQUIRE(told > 0);
  d.click(std::string(cell(d, "Granby Civilsamhälle")->label), "cell");
  CHECK(d.session.view.tab == Tab::network);
  CHECK(d.session.view.focus.of.size() >= told);
  for (const Key& key : d.session.view.focus.of) CHECK(d.session.index().agreement(key).is_set());
}

TEST_CASE("norms stand with how many meet them, each class by itself, and a municipality with its outcome") {
  UiDriver d(example, {2600, 1200});
  open_matrix(d);
  choose_norms(d);
  const Matrix& top = d.ui->state().matrix.top;
  CHECK(top.kind == MatrixKind::rule);
  const std::string law = "Lag: Gemensamma riktlinjer med regionen om utskrivning från sjukhus";
  CHECK(words_in(d, "Alla län " + law) == "12 av 12");
  CHECK(d.find("Hela kedjan", "matrix column") == nullptr);
  CHECK(cell(d, "Alla län Alla") == nullptr);  // no sum over norms
  CHECK(d.has_text_with("12 av 12 kommuner tillfrågade i enkäter, 9 har svarat"));
  d.click("Visa alla kommuner", "button");
  CHECK(words_in(d, "Granby " + law) == "uppfyllt");
  // What is told as numbers and never by name has a dot.
  CHECK(words_in(d, "Granby Ambition: Någon att vända sig till om extremistiska miljöer") == "·");
  d.session.view.filter = *parse_filter("municipality=9901");  // the sum of one is that one
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(words_in(d, "Alla län Ambition: Någon att vända sig till om extremistiska miljöer") == "·");
}

TEST_CASE("no two classes of norms have one colour, and every step of each bears its number in both themes") {
  const RuleClass classes[] = {RuleClass::law, RuleClass::duty, RuleClass::ambition};
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (std::size_t step = 0; step < matrix_steps.size(); ++step) {
      for (const RuleClass rule_class : classes) {
        const Rgba ground = step_colour(*theme, step, rule_class);
        INFO(step, " ", static_cast<int>(rule_class), " ", theme->is_dark);
        CHECK(std::max(contrast_ratio(theme->text, ground), contrast_ratio(theme->panel, ground)) >= 4.5);
      }
      if (step == 0) continue;
      CHECK_FALSE(step_colour(*theme, step, classes[0]) == step_colour(*theme, step, classes[1]));
      CHECK_FALSE(step_colour(*theme, step, classes[0]) == step_colour(*theme, step, classes[2]));
      CHECK_FALSE(step_colour(*theme, step, classes[1]) == step_colour(*theme, step, classes[2]));
    }
  }
}

TEST_CASE("by need nobody is ranked where few have answered, until it is asked for, and the page says so") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  choose(d, "Ordning: namn", "störst behov");
  CHECK(labels(d, "matrix row").front() == "Blekinge län");
  CHECK(d.has_text_with("Inget är ordnat efter behov"));
  d.click("Ordna ändå", "button");
  CHECK(labels(d, "matrix row").front() == "Blekinge län");  // nobody is known to lack anything: unknown is no need
  CHECK_FALSE(d.has_text_with("Inget är ordnat efter behov"));
  d.click("Ordna ändå", "button");
  CHECK(labels(d, "matrix row").front() == "Blekinge län");
}

TEST_CASE("where enough have answered the neediest stand first") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  choose(d, "Rader: län", "kommuner");
  choose(d, "Ordning: namn", "störst behov");
  CHECK(d.ui->state().matrix.unranked.empty());
  std::vector<std::size_t> unmet;  // known to be: what is unknown is no need
  for (const MatrixState::Line& line : d.ui->state().matrix.lines) {
    std::size_t sum = 0;
    for (const MatrixCell& of : line.row->cells) sum += of.of - of.met - of.unknown;
    unmet.push_back(sum);
  }
  CHECK(std::is_sorted(unmet.rbegin(), unmet.rend()));
  CHECK(unmet.front() > unmet.back());
}

TEST_CASE("an agreement is found by typing, and its parties stand in the column of their state") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  d.click("Kolumner: områden", "button");
  d.click("Sök överenskommelse", "input");
  d.type("psykisk");
  d.frames(2);
  const Agreement* chosen = nullptr;
  for (const std::string& label : labels(d, "choice")) {
    for (const Agreement& agreement : d.session.network().agreements) {
      if (agreement.title == label && agreement.form == "county_agreement") chosen = &agreement;
    }
  }
  REQUIRE(chosen != nullptr);
  d.click(chosen->title, "choice");
  d.frames(2);
  CHECK(d.session.view.matrix_look.columns == chosen->key);
  CHECK(d.find("antagen", "matrix column") != nullptr);
  choose(d, "Rader: län", "kommuner");
  std::size_t told = 0;
  for (const std::string& label : labels(d, "cell")) told += label.ends_with(" antagen: antagen") ? 1 : 0;
  std::size_t adopted = 0;
  for (const Party& party : chosen->parties) adopted += party.state_or_unknown() == PartyState::adopted ? 1 : 0;
  CHECK(told == adopted);
  const MatrixState::Line& first = d.ui->state().matrix.lines.front();
  for (std::size_t i = 0; i < adoption_columns.size(); ++i) {
    if (first.row->cells[i].n == 0) continue;
    const std::string column = d.ui->state().matrix.top.columns[i].code;
    CHECK(column == adoption_columns[i]);
  }
}

TEST_CASE("the chain of a municipality names its links, joined, missing or unknown") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  choose(d, "Rader: län", "kommuner");
  choose(d, "Kolumner: områden", "kedjan för barn och unga");
  CHECK(words_in(d, "Sjöby Hela kedjan") == "kopplad");
  CHECK(words_in(d, "Tallmo Civilsamhälle") == "saknas");
  CHECK(words_in(d, "Björköby Socialtjänst") == "okänt");
  choose(d, "Kolumner: kedjan för barn och unga", "kedjan för äldre");
  CHECK(d.session.view.matrix_look.chain == ChainGroup::older);
}

TEST_CASE("a perspective is looked through in matrix, network and map, and its unknown share is told") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  choose(d, "Perspektiv: inget", "Barnrättsperspektiv");
  CHECK(d.session.view.lens == "P1");
  CHECK(words_in(d, "Alla län Alla områden").find(" av ") != std::string::npos);
  CHECK(d.has("Ej uppgift: 11 av 62 (17,7 %)"));
  for (const char tab : {'3', '4'}) {
    d.press({tab, true});
    d.session.wait_for_jobs();
    d.frames(2);
    CHECK(d.has("Perspektiv: Barnrättsperspektiv"));
    CHECK(d.has("Med perspektivet"));
    CHECK(d.session.scene().caption.filter.ends_with(" · Barnrättsperspektiv"));
  }
  CHECK(run_action(d.session, "view.lens_none"));
  d.frames(2);
  CHECK_FALSE(d.has("Med perspektivet"));
}

TEST_CASE("looking through a perspective draws the agreements again that were drawn away") {
  UiDriver d(example, {1600, 1200});
  d.session.view.tab = Tab::network;
  run_action(d.session, "network.actors_only");
  run_action(d.session, "view.lens_p3");
  CHECK_FALSE(d.session.view.network_look.is_actors_only);
  CHECK(d.session.view.lens == "P3");
}

TEST_CASE("the inspector tells which links of a municipality's chains are joined, missing or unknown") {
  UiDriver d(example, {1600, 1200});
  d.session.select("k-tallmo");
  d.frames(2);
  CHECK_FALSE(d.has("kopplad"));
  d.click("Kedjor", "section");
  d.frames(2);
  CHECK(d.has("kopplad"));
  CHECK(d.has("saknas"));
}

TEST_CASE("over the table stands what it answers") {
  UiDriver d(example, {1600, 1200});
  open_matrix(d);
  CHECK(d.has("Gällande överenskommelser"));
  choose_norms(d);
  CHECK(d.has("Hur många uppfyller normerna?"));
}

TEST_CASE("columns of an agreement that another network does not have become areas again") {
  UiDriver d(example);
  d.session.view.matrix_look.columns = "a-finns-inte";
  open_matrix(d);
  CHECK(d.session.view.matrix_look.columns == "area");
}

TEST_CASE("the titles of the norms stand whole over their columns, in a small window too") {
  for (const Vec2 size : {Vec2{1280, 720}, Vec2{1600, 900}}) {
    UiDriver d(sweden, size);
    open_matrix(d);
    choose_norms(d);
    const std::vector<std::string> lines = labels(d, "heading line");
    CHECK(lines.size() > 8);
    for (const std::string& line : lines) CHECK(line.find("…") == std::string::npos);
  }
}

TEST_CASE("where not all norms are in sight the page says how many are, and says nothing where they are") {
  UiDriver d(sweden, {1280, 720});
  open_matrix(d);
  CHECK_FALSE(d.has_text_with("rulla åt höger"));
  choose_norms(d);
  const std::size_t all = d.ui->state().matrix.top.columns.size();
  std::size_t seen = 0;  // whole, by where the headings stand
  const float right = 1280 - 1;
  for (const Item& item : d.ui->items()) {
    if (item.role == "matrix column" && item.is_visible && item.rect.max.x <= right) ++seen;
  }
  CHECK(seen < all);
  CHECK(d.has_text_with(" av " + std::to_string(all) + " kolumner får plats – rulla åt höger"));
  d.resize({3000, 600});  // wide enough for all, and no more cells than Dear ImGui can draw
  d.frames(3);
  CHECK_FALSE(d.has_text_with("rulla åt höger"));
}

TEST_CASE("the sum of municipalities says how many they are, so that it is not read as the first county's") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  d.session.view.own_place = "20";
  choose(d, "Rader: län", "kommuner");
  d.frames(2);
  CHECK(d.has_text_with("Alla 290 kommuner"));
}

TEST_CASE("more columns than a table takes are shown page by page, and it says how many are elsewhere") {
  const TestFolder folder;
  std::string rules;
  for (int i = 0; i < 130; ++i) {
    rules += std::string(i == 0 ? "" : ",") + R"({"id": "n)" + std::to_string(i) +
             R"(", "class": "local", "severity": 1, "verified": false, "title": {"sv": "Norm )" + std::to_string(i) +
             R"(", "en": "Norm"}, "for_each": {"type": "municipality"}, "need": {"min_partners": 1,
                "partner": {"type": "region"}, "agreement": {"form": "barnahus"}}, "weight": "one"})";
  }
  REQUIRE(write_file_atomically(folder / "egna.json",
                                R"({"format": "samverka-rules", "format_version": "1.0", "id": "egna",
                                    "taxonomy": "se-2025", "rules": [)" +
                                    rules + "]}"));
  UiDriver d(example, {2600, 1200});
  open_matrix(d);
  d.ui->state().gaps.norms.choose(d.session, folder / "egna.json");
  d.frames(2);
  choose_norms(d);
  CHECK(d.has_text_with("Kolumn 1–60 av 130 visas; 70 till"));
  CHECK(labels(d, "matrix column").front() == "Lokalt mål: Norm 0");
  d.click("Fler kolumner ›", "button");
  d.frames(2);
  d.click("Fler kolumner ›", "button");
  d.frames(2);
  CHECK(d.has_text_with("Kolumn 121–130 av 130 visas; 120 till"));
  CHECK(labels(d, "matrix column").front() == "Lokalt mål: Norm 120");
  CHECK(labels(d, "matrix column").size() == 10);
  CHECK(cell(d, "Alla län Lokalt mål: Norm 129") != nullptr);
  choose(d, "Kolumner: normer", "områden");
  CHECK_FALSE(d.has_text_with(" visas; "));
}

}  // namespace samverka
