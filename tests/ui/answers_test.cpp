// Questions out and answers in, and the surveys they rest on, by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/posix.h"
#include "io/csv.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";
constexpr const char* sweden = "datasets/sverige-2025.json";

void settle(UiDriver& d) {
  for (int i = 0; i < 2; ++i) {
    d.frames(2);
    if (BrowserState* browser = d.ui->state().files.browser.get()) browser->browser.wait();
    d.ui->wait_for_work();
  }
  d.frames(2);
}

// The topmost of that name: a dialog's own, not the one that it covers.
void click(UiDriver& d, const std::string& label, const std::string& role = "button") {
  const Item* found = nullptr;
  for (const Item& item : d.ui->items()) {
    if (item.label == label && item.role == role) found = &item;
  }
  INFO("label: ", label);
  REQUIRE(found);
  d.click_at(found->rect.centre());
  settle(d);
}

void go_to(UiDriver& d, const std::string& folder) {
  settle(d);
  REQUIRE(d.ui->state().files.browser != nullptr);
  d.ui->state().files.browser->browser.go(folder);
  settle(d);
}

CsvTable table_at(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  REQUIRE(bytes);
  const Result<CsvTable> table = read_csv(*bytes, path);
  REQUIRE(table);
  return *table;
}

void open_find_out(UiDriver& d) {
  d.press({'8', true});
  settle(d);
  d.click("Ta reda på", "button");
  settle(d);
}

std::size_t unknown(UiDriver& d) {
  std::size_t count = 0;
  for (const RuleFindings& findings : d.ui->state().gaps.finder.found()->rules)
    count += findings.count(Outcome::unknown);
  return count;
}

// The table that the window wrote, with the first question that nobody knows answered: one whose partner is given.
std::string answered(const CsvTable& table, const std::string& answer, const std::string& document) {
  std::string sheet(csv_mark);
  std::vector<std::string> cells;
  for (const CsvCell& cell : table.header) cells.push_back(cell.text);
  const auto at = [&](const char* heading) {
    return static_cast<std::size_t>(std::find(cells.begin(), cells.end(), heading) - cells.begin());
  };
  const std::size_t word = at("Svar (ja, nej, vet ej)"), state = at("Läge");
  const std::size_t partners = at("Med vem"), title = at("Dokument");
  sheet += csv_line(cells);
  bool is_done = false;
  for (const auto& row : table.rows) {
    cells.clear();
    for (const CsvCell& cell : row) cells.push_back(cell.text);
    if (!is_done && cells[state] == "okänt" && !cells[partners].empty() && cells[title].empty()) {
      cells[word] = answer;
      cells[title] = document;
      is_done = true;
    }
    sheet += csv_line(cells);
  }
  REQUIRE(is_done);
  return sheet;
}

}  // namespace

TEST_CASE("the question table is saved where the dialog says, of everybody or of one's own county") {
  const TestFolder folder;
  UiDriver d(sweden, {1600, 1000});
  d.session.view.own_place = "2080";
  open_find_out(d);
  click(d, "Fråga kommunerna (CSV) …");
  go_to(d, folder.path);
  click(d, "Bara Dalarna");
  click(d, "Spara");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  REQUIRE(d.session.notice().has_value());
  CHECK(d.session.notice()->text.find("Frågetabellen är sparad") != std::string::npos);
  const std::string path = folder / (d.session.network().id + ".csv");
  const std::size_t own = table_at(path).rows.size();
  CHECK(run_action(d.session, "ask.save"));
  go_to(d, folder.path);
  click(d, "Alla");
  click(d, "Spara");
  CHECK(d.has_text_with("finns redan"));
  click(d, "Ersätt");
  CHECK(table_at(path).rows.size() > 5 * own);
}

TEST_CASE("answers are shown before they are taken in, and then change the network") {
  const TestFolder folder;
  UiDriver d(sweden, {1600, 1000});
  open_find_out(d);
  click(d, "Fråga kommunerna (CSV) …");
  go_to(d, folder.path);
  click(d, "Spara");
  const std::string path = folder / (d.session.network().id + ".csv");
  REQUIRE(write_file_atomically(folder / "svar.csv", answered(table_at(path), "ja", "Länsavtal 2025")));
  click(d, "Läs in svar …");
  go_to(d, folder.path);
  click(d, "svar.csv", "file");
  click(d, "Läs in");
  CHECK(d.session.view.dialog == ViewState::Dialog::answers);
  CHECK(d.has_text_with("Svar lästa: 1 = förda in 1"));
  CHECK(d.has_text_with(" → "));
  const AnswerPreview::Found* preview = d.ui->state().gaps.answers.found();
  REQUIRE(preview != nullptr);
  CHECK(preview->norms.size() > 1);
  CHECK(preview->taken.unknown_after < preview->taken.unknown_before);
  const std::size_t agreements = d.session.network().agreements.size();
  const std::size_t before = unknown(d);
  click(d, "Ta in svaren");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
  CHECK(d.session.network().agreements.size() == agreements + 1);
  CHECK(unknown(d) < before);
  d.press({'z', true});
  settle(d);
  CHECK(d.session.network().agreements.size() == agreements);
  CHECK(unknown(d) == before);
}

TEST_CASE("a refused row is told by its number and why, and nothing can be taken in") {
  const TestFolder folder;
  UiDriver d(sweden, {1600, 1000});
  open_find_out(d);
  click(d, "Fråga kommunerna (CSV) …");
  go_to(d, folder.path);
  click(d, "Spara");
  const CsvTable table = table_at(folder / (d.session.network().id + ".csv"));
  REQUIRE(write_file_atomically(folder / "svar.csv", answered(table, "kanske", "")));
  const auto document = d.session.shared_document();
  click(d, "Läs in svar …");
  go_to(d, folder.path);
  click(d, "svar.csv", "file");
  click(d, "Läs in");
  CHECK(d.has_text_with("avvisade 1"));
  CHECK(d.has("Rader att rätta"));
  CHECK(d.has_text_with("”kanske” är inget svar."));
  click(d, "Ta in svaren");
  CHECK(d.session.view.dialog == ViewState::Dialog::answers);
  CHECK(d.session.shared_document() == document);
  click(d, "Avbryt");
  CHECK(d.session.view.dialog == ViewState::Dialog::none);
}

TEST_CASE("Excel's Unicode text can be chosen, is read, and a no that waits says for what") {
  const TestFolder folder;
  const std::string rows = "k-bjorkoby\tbrott-rad\tnej\t\r\nk-bjorkoby\tbrott-overenskommelse\tvet ej\t\r\n";
  std::string bytes = "\xFF\xFE";
  const auto add = [&bytes](const std::string& ascii) {
    for (const char c : ascii) (bytes += c) += '\0';
  };
  add("Akt");
  bytes += "\xF6";
  bytes += '\0';
  add("rens id\tNormens id\tSvar (ja, nej, vet ej)\tDokument\r\n" + rows);
  REQUIRE(write_file_atomically(folder / "svar.txt", bytes));
  UiDriver d(county, {1600, 1000});
  open_find_out(d);
  click(d, "Läs in svar …");
  go_to(d, folder.path);
  click(d, "svar.txt", "file");
  click(d, "Läs in");
  CHECK(d.has_text_with("Filen lästes som UTF-16"));
  CHECK(d.has("Nej som väntar"));
  CHECK(d.has("Rad 2: Björköby kommun · Brottsförebyggande råd med ledande företrädare"));
  CHECK(d.has_text_with("Väntar på: Skriftlig överenskommelse om att förebygga brott (svaret är vet ej)"));
  CHECK_FALSE(d.has("Rader att rätta"));
}

TEST_CASE("a file that is no table of answers says so and what to choose instead") {
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "annat.csv", "a;b\n1;2\n"));
  UiDriver d(county, {1600, 1000});
  open_find_out(d);
  click(d, "Läs in svar …");
  go_to(d, folder.path);
  click(d, "annat.csv", "file");
  click(d, "Läs in");
  CHECK(d.has_text_with("annat.csv:1:"));
  CHECK(d.has_text_with("Välj filen som skrevs av"));
}

TEST_CASE("surveys and registers are listed with who has not answered") {
  UiDriver d(county, {1600, 1000});
  open_find_out(d);
  click(d, "Underlaget: enkäter, register, källor …");
  CHECK(d.has("Samverkan i länet 2025"));
  CHECK(d.has("12 tillfrågade, 9 har svarat"));
  CHECK(d.has("Länets stödstrukturer"));
  click(d, "3 har inte svarat");
  const Survey& survey = d.session.network().coverage->surveys[1];
  for (const ActorRef& silent : without_answer(survey)) {
    CHECK(d.has_text_with(d.session.network().actor(silent.id).shown_name()));
  }
}

TEST_CASE("a survey is changed, added and removed, and the norms are asked anew") {
  UiDriver d(county, {1600, 1000});
  open_find_out(d);
  const auto revision = d.ui->state().gaps.finder.revision();
  click(d, "Underlaget: enkäter, register, källor …");
  click(d, "Ny enkät …");
  click(d, "Namn", "input");
  d.type("Enkät i november");
  click(d, "A3");
  click(d, "Alla i listan är tillfrågade");
  click(d, "Behåll ändringen");
  REQUIRE(d.session.network().coverage->surveys.size() == 3);
  const Survey survey = d.session.network().coverage->surveys[2];
  CHECK(survey.key == "s3");
  CHECK(survey.title == "Enkät i november");
  CHECK(survey.areas == std::vector<AreaCode>{"A3"});
  CHECK(survey.asked.size() >= 12);
  CHECK(survey.answered.empty());
  CHECK(d.ui->state().gaps.finder.revision() > revision);
  click(d, "Enkät i november", "link");
  click(d, "Ta bort");
  CHECK(d.session.network().coverage->surveys.size() == 3);
  click(d, "Ta bort? Klicka igen");
  CHECK(d.session.network().coverage->surveys.size() == 2);
  click(d, "Stäng");
  d.press({'z', true});
  settle(d);
  CHECK(d.session.network().coverage->surveys.size() == 3);
}

TEST_CASE("what is being written of rows that are no longer there is let go") {
  UiDriver d(county, {1600, 1000});
  Document changed = d.session.document();
  Actor added = changed.network.actors[0];
  added.key = "k-ny";
  added.type = "municipality";
  changed.network.actors.push_back(added);
  d.session.change({"history.accept", {}}, std::move(changed));
  run_action(d.session, "ask.evidence");
  settle(d);
  click(d, "Ny enkät …");
  CHECK(d.has("Behåll ändringen"));
  d.session.undo();
  settle(d);
  CHECK_FALSE(d.has("Behåll ändringen"));
  CHECK(d.has("Ny enkät …"));
}

TEST_CASE("a date that is none is refused with the words of check, and nothing is changed") {
  UiDriver d(county, {1600, 1000});
  const auto document = d.session.shared_document();
  run_action(d.session, "ask.evidence");
  settle(d);
  click(d, "Nytt register …");
  click(d, "Datum", "input");
  d.type("i maj");
  click(d, "Behåll ändringen");
  CHECK(d.has_text_with("E_DATE: ”i maj” är inget datum."));
  CHECK(d.session.shared_document() == document);
}

}  // namespace samverka
