// The tab Matris, used by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "analysis/partners.h"
#include "app/matrix_look.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* sweden = "datasets/sverige-2025.json";

void open_matrix(UiDriver& d) {
  d.press({'5', true});
  d.frames(2);
}

// The cell of a line and an area, whatever its number: "Dalarnas län A4: 28".
const Item* cell(const UiDriver& d, const std::string& line_and_area) {
  for (const Item& item : d.ui->items()) {
    if (item.role == "cell" && item.label.starts_with(line_and_area + ": ")) return &item;
  }
  return nullptr;
}

std::size_t number_in(const UiDriver& d, const std::string& line_and_area) {
  const Item* found = cell(d, line_and_area);
  REQUIRE(found != nullptr);
  return static_cast<std::size_t>(std::stoul(found->label.substr(line_and_area.size() + 2)));
}

void click_cell(UiDriver& d, const std::string& line_and_area) {
  const Item* found = cell(d, line_and_area);
  REQUIRE(found != nullptr);
  d.click(std::string(found->label), "cell");
}

}  // namespace

TEST_CASE("the matrix has a line for each county in Swedish order, and a column for each area") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  std::vector<std::string> counties;
  for (const Item& item : d.ui->items()) {
    if (item.role == "matrix row") counties.push_back(item.label);
  }
  REQUIRE(counties.size() == 21);
  CHECK(counties.front() == "Blekinge län");
  CHECK(counties.back() == "Östergötlands län");
  for (int area = 1; area <= 9; ++area) CHECK(cell(d, "Dalarnas län A" + std::to_string(area)) != nullptr);
  CHECK(cell(d, "Alla län A4") != nullptr);
}

TEST_CASE("a click on a county opens its municipalities, and a second closes it") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  CHECK(cell(d, "Falun A4") == nullptr);
  d.click("Dalarnas län", "matrix row");
  CHECK(d.find("Dalarnas län", "matrix row")->is_on);
  CHECK(cell(d, "Falun A4") != nullptr);
  d.click("Falun", "matrix row");
  CHECK(d.session.network().actors[d.session.view.selection.index].key == "k-falun");
  d.click("Dalarnas län", "matrix row");
  CHECK(cell(d, "Falun A4") == nullptr);
  d.click("Visa alla kommuner", "button");
  CHECK(d.ui->state().matrix.lines.size() == 21 + 290);
  d.click("Bara länen", "button");
  CHECK(d.ui->state().matrix.lines.size() == 21);
}

TEST_CASE("a click on a county's cell sets area and county and opens the network") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  const std::size_t told = number_in(d, "Dalarnas län A4");
  CHECK(told > 0);
  click_cell(d, "Dalarnas län A4");
  CHECK(d.session.view.tab == Tab::network);
  CHECK(to_words(d.session.view.filter) == "area=A4 county=20");
  std::size_t confirmed = 0;
  for (const AgreementId id : d.session.shown().part.agreements) {
    const auto& all = d.session.shown().part.participations;
    const bool is_small = d.session.network().agreement(id).parties.size() <= crowd_parties;
    const auto has_tie = [&](const Participation& p) { return p.agreement == id && p.is_confirmed; };
    if (is_small && std::any_of(all.begin(), all.end(), has_tie)) ++confirmed;
  }
  CHECK(confirmed == told);
}

TEST_CASE("a cell can open on the map instead; a sum takes the filter of its line or column alone") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  d.click("Karta", "lead");
  click_cell(d, "Alla län A3");
  CHECK(d.session.view.tab == Tab::map);
  CHECK(to_words(d.session.view.filter) == "area=A3");
  d.session.view.filter = default_filter();
  open_matrix(d);
  click_cell(d, "Dalarnas län Alla områden");
  CHECK(to_words(d.session.view.filter) == "area!=A0 county=20");
}

TEST_CASE("a municipality's cell is looked at with its partners, wherever they are") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  d.click("Dalarnas län", "matrix row");
  click_cell(d, "Falun A4");
  CHECK(to_words(d.session.view.filter) == "area=A4");
  const auto& of = d.session.view.focus.of;
  CHECK(std::find(of.begin(), of.end(), "k-falun") != of.end());
  d.session.wait_for_jobs();
  const auto& shown = d.session.shown().part.actors;
  CHECK(std::find(shown.begin(), shown.end(), d.session.index().actor("r-dalarna")) != shown.end());
}

TEST_CASE("the matrix follows the filter, and says that it is then narrower") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  CHECK(number_in(d, "Dalarnas län A4") > 0);
  CHECK_FALSE(d.has_text_with("snävare"));
  d.session.view.filter = *parse_filter("county=20 form=barnahus");
  d.session.wait_for_jobs();
  d.frames(2);
  REQUIRE(cell(d, "Dalarnas län A4"));  // the only one left is not confirmed
  CHECK(cell(d, "Dalarnas län A4")->label.find("okänt") != std::string::npos);
  CHECK(cell(d, "Skåne län A4") == nullptr);
  CHECK(d.has_text_with("snävare"));
  d.session.view.filter = *parse_filter("county=98");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.has("Ingen kommun och inget län finns kvar i urvalet."));
  d.click("Rensa urvalet", "button");
  CHECK(cell(d, "Skåne län A4") != nullptr);
}

TEST_CASE("agreements of a crowd are left out, and the matrix says so") {
  const std::string path = "build/crowd_matrix.json";
  std::string actors, parties;
  for (int i = 1000; i <= 1000 + static_cast<int>(crowd_parties); ++i) {
    const std::string code = std::to_string(i);
    const char* comma = i > 1000 ? "," : "";
    actors += comma + (R"({"id":"k)" + code + R"(","type":"municipality","name":"K)" + code + R"(","county":"10",)" +
                       R"("municipality":")" + code + R"("})");
    parties += comma + (R"({"actor":"k)" + code + R"(","role":"member","state":"adopted"})");
  }
  std::ofstream(std::string(SAMVERKA_SOURCE_DIR) + "/" + path)
      << R"({"format":"samverka-network","format_version":"1.0","id":"crowd","as_of":"2025-12-31","taxonomy":"se-2025",)"
      << R"("actors":[)" << actors << R"(],"agreements":[{"id":"g","form":"other","title":"G","areas":["A7"],)"
      << R"("status":"active","parties":[)" << parties << "]}]}";
  UiDriver d(path);
  open_matrix(d);
  REQUIRE(cell(d, "Blekinge län A7"));
  CHECK(cell(d, "Blekinge län A7")->label.find("okänt") != std::string::npos);
  CHECK(d.has_text_with("1 överenskommelse med fler än 60 parter är inte med"));
  std::remove((std::string(SAMVERKA_SOURCE_DIR) + "/" + path).c_str());
}

TEST_CASE("a cell of which nothing is known leads nowhere") {
  UiDriver d(sweden, {1600, 1200});
  open_matrix(d);
  d.click("Visa alla kommuner", "button");
  const Item* unknown = nullptr;
  for (const MatrixState::Line& line : d.ui->state().matrix.lines) {
    const bool is_unknown = !line.is_county() && line.row->cells[0].silent == 1;
    if (is_unknown && !unknown) unknown = cell(d, line.name + " A1");
  }
  REQUIRE(unknown != nullptr);
  d.click(std::string(unknown->label), "cell");
  CHECK(d.session.view.tab == Tab::matrix);
  CHECK(d.session.view.filter == default_filter());
}

TEST_CASE("every step of the colours bears its number in both themes") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const MatrixStep& step : matrix_steps) {
      const Rgba ground = mixed(theme->panel, theme->accent, step.share);
      INFO(step.share, " ", theme->is_dark);
      CHECK(std::max(contrast_ratio(theme->text, ground), contrast_ratio(theme->panel, ground)) >= 4.5);
    }
  }
}

TEST_CASE("an odd network, no network and an odd window do the matrix no harm") {
  const std::string path = "build/odd_matrix.json";
  std::ofstream(std::string(SAMVERKA_SOURCE_DIR) + "/" + path)
      << R"({"format":"samverka-network","format_version":"1.0","id":"odd","as_of":"2025-12-31","taxonomy":"se-2025",)"
      << R"("actors":[{"id":"a","type":"municipality","name":"%s%n##","short_name":"##x","county":"99","municipality":"9901"},)"
      << R"({"id":"b","type":"municipality","name":")" << std::string(1'000'000, 'x') << R"(","county":"98"},)"
      << R"({"id":"c","type":"school","name":"","county":"97"}],"agreements":[]})";
  {
    UiDriver d(path);
    open_matrix(d);
    d.click("Visa alla kommuner", "button");
    CHECK(d.find("##x", "matrix row") != nullptr);
    for (const Item& item : d.ui->items()) CHECK(item.label.size() < 2000);
    for (const Vec2 size : {Vec2{1, 1}, Vec2{400, 60}, Vec2{10'000, 100}}) d.resize(size);
  }
  std::remove((std::string(SAMVERKA_SOURCE_DIR) + "/" + path).c_str());
  UiDriver nothing("");
  open_matrix(nothing);
  nothing.frames(2);
}

}  // namespace samverka
