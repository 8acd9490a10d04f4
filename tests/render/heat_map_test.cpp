#include "render/heat_map.h"

#include <algorithm>

#include "render/picture_test.h"

namespace samverka {
namespace {

HeatCell heat_cell_of(const std::string& words, float unknown = 0) {
  HeatCell cell;
  cell.ground = parse_colour("#CFE3E2");
  cell.ink = light_theme().text;
  cell.unknown = unknown;
  cell.words = words;
  return cell;
}

//            A1 Stöd    A2 Skola och vård
//  Alla      3          okänt (all hatched)
//  Granby    1          2 (half hatched)
HeatMap small_map() {
  HeatMap map;
  map.theme = light_theme();
  map.caption = {"Exempel", "area!=A0", "Påhittad källa", "Underlag per 2025-12-31", "Påhittade uppgifter"};
  map.columns = {"A1 Stöd", "A2 Skola och vård"};
  map.rows.push_back({"Alla", true, {heat_cell_of("3"), heat_cell_of("okänt", 1)}});
  map.rows.push_back({"Granby", false, {heat_cell_of("1"), heat_cell_of("2", 0.5F)}});
  map.legend.push_back({{heat_cell_of("")}, "1–4"});
  map.explanation = "Siffran är antal.";
  map.more = "Fler rader finns";
  return map;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a matrix as a picture has its rows, columns, numbers, legend and mark as text") {
  const std::string svg = to_svg(small_map(), *test::inter(), test::picture(640, 400));
  for (const char* there :
       {">Exempel</text>", ">A1 Stöd</text>", ">Alla</text>", ">Granby</text>", ">3</text>", ">2</text>",
        ">okänt</text>", ">1–4</text>", ">Siffran är antal.</text>", ">Underlag per 2025-12-31</text>",
        ">Påhittade uppgifter</text>", "<title>Exempel</title>"}) {
    CHECK_MESSAGE(svg.find(there) != std::string::npos, there);
  }
  CHECK(svg == to_svg(small_map(), *test::inter(), test::picture(640, 400)));
  CHECK(svg.find("Fler rader finns") == std::string::npos);
}

TEST_CASE("only what is unknown is hatched, and no line runs through a number") {
  HeatMap known = small_map();
  for (HeatRow& row : known.rows) {
    for (HeatCell& cell : row.cells) cell.unknown = 0;
  }
  const std::string plain = to_svg(known, *test::inter(), test::picture(640, 400));
  const std::string hatched = to_svg(small_map(), *test::inter(), test::picture(640, 400));
  CHECK(count_of(plain, "M") + 40 < count_of(hatched, "M"));
}

TEST_CASE("rows that do not fit are left out and told; the height that is asked for shows them all") {
  HeatMap map = small_map();
  for (int i = 0; i < 100; ++i) map.rows.push_back({"Rad " + std::to_string(i), false, map.rows[1].cells});
  const std::string cut = to_svg(map, *test::inter(), test::picture(640, 400));
  CHECK(cut.find("Fler rader finns") != std::string::npos);
  CHECK(cut.find(">Rad 99</text>") == std::string::npos);
  const float height = height_of_heat_map(map, *test::inter(), 640);
  const std::string whole = to_svg(map, *test::inter(), test::picture(640, height));
  CHECK(whole.find("Fler rader finns") == std::string::npos);
  CHECK(whole.find(">Rad 99</text>") != std::string::npos);
}

TEST_CASE("what is not wanted around a matrix is left out, but never the mark of illustrative data") {
  PictureOptions options = test::picture(640, 400);
  options.with_legend = options.with_title = options.with_filter = options.with_source = options.with_date = false;
  const std::string svg = to_svg(small_map(), *test::inter(), options);
  for (const char* absent : {">Exempel</text>", ">1–4</text>", "Påhittad källa", "2025-12-31</text>"}) {
    CHECK_MESSAGE(svg.find(absent) == std::string::npos, absent);
  }
  CHECK(svg.find(">Påhittade uppgifter</text>") != std::string::npos);
}

TEST_CASE("no matrix and no size breaks it") {
  for (const Vec2 size : {Vec2{1, 1}, Vec2{16, 16}, Vec2{40, 900}, Vec2{900, 40}, Vec2{2000, 1000}}) {
    CHECK_FALSE(to_svg(HeatMap{}, *test::inter(), test::picture(size.x, size.y)).empty());
    CHECK_FALSE(to_svg(small_map(), *test::inter(), test::picture(size.x, size.y)).empty());
    CHECK(to_png(small_map(), *test::inter(), test::picture(size.x, size.y)));
    CHECK(to_pdf(small_map(), *test::inter(), test::picture(size.x, size.y)));
  }
  HeatMap odd = small_map();
  odd.rows[0].name = std::string("\xFF\x01 <b>");
  odd.rows[1].cells.clear();
  odd.columns.push_back(std::string(4000, 'x'));
  CHECK(to_svg(odd, *test::inter(), test::picture(640, 400)).find("<b>") == std::string::npos);
}

}  // namespace samverka
