// SVG and PNG of a page. Goldens: run with SAMVERKA_RENEW_GOLDEN=1 to write them anew, then read the difference before
// it is committed. A failing run leaves what it got beside them as NAME.out.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "picture_test.h"

using namespace samverka;
using namespace samverka::test;

namespace {

std::string golden_path(const std::string& name) {
  return std::string(SAMVERKA_SOURCE_DIR) + "/tests/render/golden/" + name;
}

std::string read_all(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_all(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

bool is_renewing() { return std::getenv("SAMVERKA_RENEW_GOLDEN") != nullptr; }

// Tags open and close in order, attributes are quoted, every & is a known entity, no control characters: what a parser
// that refuses would refuse.
std::string fault_in_xml(std::string_view xml) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const char c = xml[i];
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return "control character";
    if (c == '&') {
      bool is_known = false;
      for (const char* entity : {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"})
        is_known |= xml.substr(i).starts_with(entity);
      if (!is_known) return "bare &";
    }
    if (c == '>') return "bare >";
    if (c != '<') continue;
    const std::size_t end = xml.find('>', i);
    if (end == std::string_view::npos) return "open <";
    const std::string_view tag = xml.substr(i + 1, end - i - 1);
    if (tag.find('<') != std::string_view::npos) return "< in a tag";
    const std::string name(tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" /", 1) - (tag[0] == '/' ? 1 : 0)));
    if (tag[0] == '/') {
      if (open.empty() || open.back() != name) return "unbalanced " + name;
      open.pop_back();
    } else if (tag.back() != '/' && tag[0] != '?') {
      open.push_back(name);
    }
    i = end;
  }
  return open.empty() ? "" : "unclosed " + open.back();
}

const std::vector<std::string>& naughty_names() {
  static const std::vector<std::string> names = {"%s%n%n%n",
                                                 "## ###",
                                                 "<script>alert(1)</script>",
                                                 "]]></title><svg onload='x'>",
                                                 "\"quoted\" & 'single'",
                                                 "javascript:alert(1)",
                                                 std::string("nul\0byte \x01\x1b[31m", 15),
                                                 "\xff\xfe broken \xc3",
                                                 "\xed\xa0\x80 surrogate \xef\xbf\xbf",
                                                 "مرحبا بالعالم",
                                                 "\xe2\x80\xae txet desrever",
                                                 "👩‍👩‍👧‍👦 familj",
                                                 "",
                                                 "&amp; &#0; &undefined;",
                                                 std::string(1 << 20, 'x')};
  return names;
}

Scene naughty_scene() {
  Scene scene = small_scene();
  for (std::uint32_t i = 0; i < naughty_names().size(); ++i) {
    const std::string& name = naughty_names()[i];
    const Vec2 at{50, 4 * static_cast<float>(i)};
    scene.marks.push_back(actor_mark(at, 100 + i, Symbol::hexagon, "#C2761B"));
    scene.labels.push_back(name_label(at, 100 + i, name));
    scene.legend.push_back(scene.legend[0]);
    scene.legend.back().text = name;
    scene.caption.title += name;
    scene.caption.filter += name;
    scene.caption.source += name;
    scene.caption.illustrative += name;
  }
  return scene;
}

}  // namespace

TEST_CASE("widths are sums of the font's own advances, the same at every size; missing glyphs have a width") {
  const auto measure = inter();
  CHECK(measure->width("", 12, false) == 0);
  CHECK(measure->width("Åmål", 24, false) == doctest::Approx(2 * measure->width("Åmål", 12, false)));
  CHECK(measure->width("Granby", 12, true) > measure->width("Granby", 12, false));
  CHECK(measure->width("i", 12, false) < measure->width("m", 12, false));
  CHECK(measure->width("👩", 10, false) > 0);
  CHECK(measure->width("\xff\xff", 10, false) > 0);
  CHECK(measure->ascent(100) > 60);
  CHECK(measure->ascent(100) < 80);
  const auto without_fonts = load_text_measure("nowhere.otf", "nowhere.otf");
  CHECK(without_fonts->width("ab", 10, false) == doctest::Approx(12));
}

TEST_CASE("the picture of a small invented network is as it was agreed") {
  const std::string svg = to_svg(small_scene(), *inter(), picture(640, 400));
  const std::string path = golden_path("small.svg");
  if (is_renewing()) write_all(path, svg);
  const bool is_same = read_all(path) == svg;
  if (!is_same) write_all(path + ".out", svg);
  CHECK_MESSAGE(is_same, "see small.svg.out; SAMVERKA_RENEW_GOLDEN=1 renews");
  CHECK(to_svg(small_scene(), *inter(), picture(640, 400)) == svg);
}

TEST_CASE(
    "SVG has its words as text, names as titles, the mark of illustrative data, and nothing that runs or fetches") {
  const std::string svg = to_svg(small_scene(), *inter(), picture(800, 600));
  for (const char* there :
       {"<title>Exempellän</title>", "<title>Granby</title>", ">Kommuner</text>", ">2\u202F238</text>",
        ">Påhittade uppgifter</text>", ">Underlag per 2025-12-31</text>", ">area!=A0</text>"}) {
    CHECK_MESSAGE(svg.find(there) != std::string::npos, there);
  }
  for (const char* absent : {"<script", "href", "@import", "<style", "url(http", "onload", "<image", "foreignObject"}) {
    CHECK_MESSAGE(svg.find(absent) == std::string::npos, absent);
  }
  CHECK(fault_in_xml(svg) == "");
}

TEST_CASE("no name breaks a picture: SVG stays well-formed, PNG is drawn") {
  const Scene scene = naughty_scene();
  const std::string svg = to_svg(scene, *inter(), picture(1600, 900));
  CHECK(fault_in_xml(svg) == "");
  CHECK(svg.find("<script>") == std::string::npos);
  CHECK(svg.find("\xEF\xBF\xBD") != std::string::npos);
  CHECK(svg.size() < 300'000);
  CHECK(to_png(scene, *inter(), picture(700, 500)));
}

TEST_CASE("every size gives a picture, and a small one keeps its map and the mark of illustrative data") {
  const auto measure = inter();
  for (const Vec2 size : {Vec2{0, 0}, Vec2{1, 1}, Vec2{200, 150}, Vec2{10000, 100}, Vec2{100, 3000}, Vec2{-1, 5}}) {
    CHECK(fault_in_xml(to_svg(small_scene(), *measure, picture(size.x, size.y))) == "");
    CHECK(to_png(small_scene(), *measure, picture(size.x, size.y)));
  }
  const std::string small = to_svg(small_scene(), *measure, picture(200, 150));
  CHECK(small.find("Kommuner") == std::string::npos);  // the legend would take over 40 %
  CHECK(small.find(">Påhittade uppgifter</text>") != std::string::npos);
  CHECK(small.find("<circle") != std::string::npos);
  PictureOptions without_legend = picture(800, 600);
  without_legend.with_legend = false;
  CHECK(to_svg(small_scene(), *measure, without_legend).find("Kommuner") == std::string::npos);
  CHECK(fault_in_xml(to_svg({}, *measure, picture(640, 400))) == "");
}

TEST_CASE("PNG has the size times the resolution, says it, and refuses what would not fit in memory") {
  PictureOptions options = picture(300, 200);
  options.dpi = 192;
  const Result<std::string> png = to_png(small_scene(), *inter(), options);
  REQUIRE(png);
  const auto number_at = [&](std::size_t offset) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>((*png)[offset + i]);
    return value;
  };
  CHECK(png->substr(1, 3) == "PNG");
  CHECK(number_at(16) == 600);
  CHECK(number_at(20) == 400);
  const std::size_t resolution = png->find("pHYs");
  REQUIRE(resolution != std::string::npos);
  CHECK(number_at(resolution + 4) == 7559);  // 192 / 0.0254
  options.dpi = 9600;
  CHECK_FALSE(to_png(small_scene(), *inter(), options));
  options = picture(300, 200);
  options.bold_font = "nowhere.otf";
  const Result<std::string> fontless = to_png(small_scene(), *inter(), options);
  REQUIRE_FALSE(fontless);
  CHECK(fontless.problem().code == "E_FONT");
}

TEST_CASE("pixels survive the way into a PNG; nothing is no picture but no crash") {
  Pixels pixels{2, 1, {255, 0, 0, 255, 0, 128, 255, 255}};
  const Result<std::string> png = encode_png(pixels, 96);
  REQUIRE(png);
  CHECK(png->find("IEND") != std::string::npos);
  static_cast<void>(encode_png({}, 96));
}

TEST_CASE("the drawn picture is as it was agreed, within what a compiler may round differently") {
  const Scene scene = small_scene();
  const Pixels drawn = rasterize(scene, fit(scene.bounds, {160, 96}, 4));
  const std::string path = golden_path("small.ppm");
  std::string ppm = "P6\n160 96\n255\n";
  for (std::size_t i = 0; i < drawn.rgba.size(); i += 4) ppm.append(reinterpret_cast<const char*>(&drawn.rgba[i]), 3);
  if (is_renewing()) write_all(path, ppm);
  const std::string golden = read_all(path);
  REQUIRE(golden.size() == ppm.size());
  int most = 0;
  for (std::size_t i = 0; i < ppm.size(); ++i) {
    most = std::max(most, std::abs(static_cast<unsigned char>(ppm[i]) - static_cast<unsigned char>(golden[i])));
  }
  if (most > 3) write_all(path + ".out", ppm);
  CHECK(most <= 3);
}

TEST_CASE("hatched land is a pattern in SVG, once a colour, and ink in PNG; the legend has its patch") {
  Scene scene = small_scene();
  scene.polygons.push_back({{{{60, 40}, {90, 40}, {90, 55}}}, light_theme().land, {}});
  const std::string plain = to_svg(scene, *inter(), picture(600, 400));
  CHECK(plain.find("<pattern") == std::string::npos);
  const std::string plain_png = *to_png(scene, *inter(), picture(600, 400));
  for (Polygon& polygon : scene.polygons) polygon.hatch = {90, 102, 120, 128};
  const std::string svg = to_svg(scene, *inter(), picture(600, 400));
  CHECK(fault_in_xml(svg) == "");
  const auto count = [&](std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = svg.find(part); at != svg.npos; at = svg.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count("<pattern id=\"hatch-5a667880\"") == 1);
  CHECK(count("url(#hatch-5a667880)") == 2);
  CHECK(*to_png(scene, *inter(), picture(600, 400)) != plain_png);
  LegendRow row;
  row.text = "Ingen uppgift";
  row.sign = LegendRow::Sign::area;
  row.colour = light_theme().land;
  scene.legend.push_back(row);
  const std::string without = to_svg(scene, *inter(), picture(600, 400));
  scene.legend.back().hatch = {90, 102, 120, 128};
  CHECK(to_svg(scene, *inter(), picture(600, 400)).size() > without.size() + 3 * 40);  // its lines
}
