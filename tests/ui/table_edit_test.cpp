// The tab Tabell, written in.
#include <doctest/doctest.h>

#include <chrono>

#include "io/read_network.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

void open_sheet(UiDriver& d) {
  d.press({'6', true});
  d.frames(2);
}

void tap(UiDriver& d, ImGuiKey key, bool shift = false) {
  ImGuiIO& io = ImGui::GetIO();
  const int place = 400 + key;
  io.KeyMap[key] = place;
  io.KeyShift = shift;
  io.KeysDown[place] = true;
  d.frames(1);
  io.KeysDown[place] = false;
  d.frames(3);
  io.KeyShift = false;
}

std::string first_row(const UiDriver& d) {
  for (const Item& item : d.ui->items()) {
    if (item.role == "row") return item.label;
  }
  return "";
}

std::vector<std::string> sheet_rows(const UiDriver& d) {
  std::vector<std::string> labels;
  for (const Item& item : d.ui->items()) {
    if (item.role == "row") labels.push_back(item.label);
  }
  return labels;
}

const Actor& granby(const UiDriver& d) {
  return d.session.document().network.actor(d.session.index().actor("k-granby"));
}

Vec2 cell_at(const UiDriver& d, const std::string& row, const std::string& heading) {
  return {d.find(heading, "heading")->rect.centre().x, d.find(row, "row")->rect.centre().y};
}

void open_granby(UiDriver& d, const std::string& heading) {
  d.session.select("k-granby");
  d.frames(3);
  d.double_click_at(cell_at(d, "Granby kommun", heading));
  d.frames(3);
}

CellEditing& editing(UiDriver& d) { return d.ui->state().table.editing; }

}  // namespace

TEST_CASE("a double click writes in a cell; Enter keeps it as one step of undo and goes on to the row below") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  open_granby(d, "Invånare");
  REQUIRE(editing(d).is_open);
  CHECK(editing(d).typed == std::to_string(*granby(d).population));
  const std::size_t cursor = d.ui->state().table.tab().cursor;
  const std::string before = write_network(d.session.document().network);
  d.type("12 345");
  tap(d, ImGuiKey_Enter);
  CHECK(granby(d).population == 12345);
  CHECK(d.session.history().done().size() == 1);
  CHECK(editing(d).is_open);
  CHECK(d.ui->state().table.tab().cursor == cursor + 1);
  d.press({Chord::escape});
  d.frames(2);
  CHECK_FALSE(editing(d).is_open);
  CHECK(d.session.view.selection.kind == PickId::Kind::actor);
  d.session.undo();
  CHECK(write_network(d.session.document().network) == before);
}

TEST_CASE("what is wrong is told at the cell in check's words, and nothing typed is lost") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  open_granby(d, "Invånare");
  d.type("tolv");
  tap(d, ImGuiKey_Enter);
  REQUIRE(editing(d).is_open);
  CHECK(editing(d).typed == "tolv");
  CHECK(d.has_text_with("E_TYPE"));
  CHECK(d.session.history().done().empty());
  d.press({Chord::escape});
  d.frames(2);
  CHECK_FALSE(editing(d).is_open);
  CHECK_FALSE(d.has_text_with("E_TYPE"));
}

TEST_CASE("Tab goes on to the next cell that can be written in, Shift and Tab back") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  open_granby(d, "Typ");
  REQUIRE(editing(d).is_open);
  tap(d, ImGuiKey_Tab);
  REQUIRE(editing(d).is_open);
  CHECK(table_columns(TableKind::actors)[editing(d).column].id == "county");
  tap(d, ImGuiKey_Tab, true);
  CHECK(table_columns(TableKind::actors)[editing(d).column].id == "type");
  CHECK(d.session.history().done().empty());
}

TEST_CASE("a coded cell offers the taxonomy's words, which a click takes") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  open_granby(d, "Driftsform");
  REQUIRE(editing(d).is_open);
  d.type("stat");
  d.frames(2);
  const Item* choice = d.find("Statlig", "choice");
  REQUIRE(choice != nullptr);
  d.click_at(choice->rect.centre());
  d.frames(3);
  CHECK(granby(d).ownership == "state");
  CHECK_FALSE(editing(d).is_open);
}

TEST_CASE("the keyboard alone: arrows to a cell, Enter writes in it; a column that is counted says so") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  tap(d, ImGuiKey_DownArrow);
  tap(d, ImGuiKey_Enter);
  REQUIRE(editing(d).is_open);
  CHECK(editing(d).typed == first_row(d));
  d.press({Chord::escape});
  d.frames(2);
  const auto partners = *table_column(TableKind::actors, "partners");
  d.ui->state().table.tab().column = partners;
  d.press({Chord::f2});
  d.frames(2);
  CHECK_FALSE(editing(d).is_open);
  CHECK(d.session.notice()->text.find("uträknad") != std::string::npos);
}

TEST_CASE("Shift and a click on a heading sorts by one more column, with their turns shown") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  d.click("Typ", "heading");
  ImGui::GetIO().KeyShift = true;
  d.click("Invånare", "heading");
  d.click("Invånare", "heading");
  ImGui::GetIO().KeyShift = false;
  const TableTab& tab = d.ui->state().table.tab();
  REQUIRE(tab.then_by.size() == 1);
  CHECK(tab.then_by[0].is_descending);
  CHECK(d.find("2", "turn") != nullptr);
  const Network& network = d.session.network();
  for (std::size_t i = 1; i < tab.order.size(); ++i) {
    const Actor& a = network.actors[tab.rows.row(tab.order[i - 1]).index];
    const Actor& b = network.actors[tab.rows.row(tab.order[i]).index];
    if (a.type == b.type) CHECK(a.population.value_or(-1) >= b.population.value_or(-1));
  }
  d.click("Typ", "heading");
  CHECK(d.ui->state().table.tab().then_by.empty());
}

TEST_CASE("the totals count what is in sight, and tell unknown apart") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  d.frames(20);
  const TableTab& tab = d.ui->state().table.tab();
  std::int64_t sum = 0;
  std::size_t unknown = 0;
  for (const std::uint32_t place : tab.order) {
    const auto& population = d.session.network().actors[tab.rows.row(place).index].population;
    const bool is_added = d.session.network().actors[tab.rows.row(place).index].type == "municipality";
    sum += is_added ? population.value_or(0) : 0;  // a region's people are its municipalities'
    unknown += population ? 0 : 1;
  }
  const auto column = *table_column(TableKind::actors, "population");
  REQUIRE(tab.totals[column]);
  CHECK(tab.totals[column]->sum == sum);
  CHECK(tab.totals[column]->is_of_municipalities);
  CHECK(tab.totals[column]->unknown == unknown);
  CHECK(tab.totals[column]->known + unknown == tab.order.size());
  CHECK(d.find("Summa, " + std::to_string(tab.order.size()) + " rader", "total") != nullptr);
}

TEST_CASE("fill down puts the first selected row's cell into the others, as one step") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  const std::vector<std::string> names = sheet_rows(d);
  d.click_at(cell_at(d, names[0], "Driftsform"));
  ImGui::GetIO().KeyShift = true;
  d.click_at(cell_at(d, names[3], "Driftsform"));
  ImGui::GetIO().KeyShift = false;
  const TableTab& tab = d.ui->state().table.tab();
  const auto ownership = [&](std::size_t at) {
    return d.session.document().network.actors[tab.rows.row(tab.order[at]).index].ownership;
  };
  const std::string wanted = ownership(0);
  d.press({'d', true});
  d.frames(3);
  for (std::size_t i = 0; i < 4; ++i) CHECK(ownership(i) == wanted);
  CHECK(d.session.history().done().size() <= 1);
  d.session.undo();
}

TEST_CASE("several rows are changed in a dialog that tells first what would change and what would not") {
  UiDriver d(county, {2600, 900});
  open_sheet(d);
  const std::vector<std::string> names = sheet_rows(d);
  d.click(names[0], "row");
  ImGui::GetIO().KeyShift = true;
  d.click(names[2], "row");
  ImGui::GetIO().KeyShift = false;
  d.click("Redigera", "button");
  d.click("Ändra flera …", "menu");
  d.frames(3);
  SeveralState& several = d.ui->state().table.several;
  REQUIRE(several.owners.size() == 3);
  several.cell = *cell_spec(RowSheet::actors, "county");
  several.typed = "9";
  several.wants_preview = true;
  d.frames(3);
  CHECK(d.has_text_with("3 går inte att ändra"));
  CHECK(d.has_text_with("E_CODE"));
  several.cell = *cell_spec(RowSheet::actors, "note");
  several.typed = "Ses över";
  several.wants_preview = true;
  d.frames(3);
  CHECK(d.has_text_with("3 ändras"));
  CHECK(d.session.history().done().empty());
  d.click("Ändra alla 3", "button");
  d.frames(3);
  CHECK(d.session.history().done().size() == 1);
  const TableTab& tab = d.ui->state().table.tab();
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(d.session.document().network.actors[tab.rows.row(tab.order[i]).index].note == "Ses över");
  }
}

TEST_CASE("a table is pasted after a preview: new, changed, the same and refused rows, zeros put back when asked") {
  UiDriver d(county, {1600, 900});
  open_sheet(d);
  const std::string before = write_network(d.session.document().network);
  ImGui::SetClipboardText(
      "Id\tNamn\tTyp\tInvånare\tLän\n"
      "k-granby\tGranby kommun\tKommun\t49 000\t99\n"
      "\tNyby kommun\tKommun\t1200\t1\n"
      "k-sjoby\tSjöby kommun\tKommun\t\t\n"
      "\tFel\tKommun\ttolv\t99\n");
  d.press({'v', true});
  d.session.wait_for_jobs();
  d.ui->state().table.paste.wait();
  d.frames(3);
  CHECK(d.has_text_with("Rader: 4. Nya: 0, ändrade: 1, lika: 1, avvisade: 2"));
  CHECK(write_network(d.session.document().network) == before);
  d.click("Sätt tillbaka inledande nollor (1 cell har tappat dem)", "check");
  d.ui->state().table.paste.wait();
  d.frames(3);
  CHECK(d.has_text_with("Rader: 4. Nya: 1, ändrade: 1, lika: 1, avvisade: 1"));
  d.click("Ta in 2 rader", "button");
  d.frames(3);
  CHECK(granby(d).population == 49000);
  CHECK(d.session.index().actor("nyby-kommun").is_set());
  CHECK(d.session.history().done().size() == 1);
  d.session.undo();
  CHECK(write_network(d.session.document().network) == before);
}

TEST_CASE("pasting what is no table says what to do, and nothing happens") {
  UiDriver d(county);
  open_sheet(d);
  ImGui::SetClipboardText("hello");
  d.press({'v', true});
  d.ui->state().table.paste.wait();
  d.frames(3);
  CHECK(d.has_text_with("Inget är ändrat"));
  d.press({Chord::escape});
  d.frames(2);
  CHECK(d.session.history().done().empty());
}

// Run by hand: test_ui -tc='*cell of 200 000*' --no-skip
TEST_CASE("a cell of 200 000 rows is written in a moment" * doctest::skip()) {
  UiDriver d(county, {1600, 900});
  Document document;
  document.network = d.session.network();
  while (document.network.actors.size() < 200'000) {
    Actor row = document.network.actors[document.network.actors.size() % 80];
    row.key = "x" + std::to_string(document.network.actors.size());
    row.name += " " + std::to_string(document.network.actors.size());
    document.network.actors.push_back(row);
  }
  d.session.view.tab = Tab::table;
  d.session.view.is_unfolded = true;
  d.session.show(std::move(document), "many.json", {});
  d.session.wait_for_jobs();
  d.frames(30);
  const auto told = [&](const char* what, auto&& act) {
    const auto start = std::chrono::steady_clock::now();
    act();
    const auto spent = std::chrono::steady_clock::now() - start;
    MESSAGE(std::string(what) << ": " << std::chrono::duration<double, std::milli>(spent).count() << " ms");
  };
  d.ui->state().table.tab().column = *table_column(TableKind::actors, "population");
  d.session.select("x150000");
  d.frames(3);
  d.press({Chord::f2});
  told("opening a cell", [&] { d.frames(1); });
  d.frames(2);
  d.type("777");
  ImGuiIO& io = ImGui::GetIO();
  io.KeyMap[ImGuiKey_Enter] = 499;
  io.KeysDown[499] = true;
  told("the frame of Enter", [&] { d.frames(1); });
  io.KeysDown[499] = false;
  told("the edit beside the window", [&] { editing(d).editor.wait(); });
  told("the frame that takes it in", [&] { d.frames(1); });
  told("the frame after", [&] { d.frames(1); });
  told("the second after", [&] { d.frames(1); });
  told("ten more", [&] { d.frames(10); });
  CHECK(d.session.history().done().size() == 1);
}

}  // namespace samverka
