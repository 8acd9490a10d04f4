#include "render/picture_test.h"

namespace samverka {

TEST_CASE("PDF is a page of the size that was asked for, the same bytes each time, and nothing in it runs") {
  const PictureOptions options = test::picture(1600, 900);
  const Result<std::string> pdf = to_pdf(test::small_scene(), *test::inter(), options);
  REQUIRE(pdf);
  CHECK(pdf->starts_with("%PDF-1."));
  CHECK(pdf->find("/MediaBox [ 0 0 1200 675 ]") != std::string::npos);  // points: three quarters of a pixel
  CHECK(*pdf == *to_pdf(test::small_scene(), *test::inter(), options));
  for (const char* absent : {"/JavaScript", "/JS", "/OpenAction", "/Launch", "/URI", "/EmbeddedFile"}) {
    CHECK_MESSAGE(pdf->find(absent) == std::string::npos, absent);
  }
}

TEST_CASE("a picture's file says what it is in all three formats") {
  PictureOptions options = test::picture(400, 300);
  options.about.title = "Titel (1)";
  options.about.description = "Karta över 2 aktörer";
  options.about.day = "2025-12-31";
  options.about.facts = {{"Network", "exempel"}, {"Filter", "area!=A0"}};
  const std::string svg = to_svg(test::small_scene(), *test::inter(), options);
  CHECK(svg.find("<title>Titel (1)</title>") != std::string::npos);
  CHECK(svg.find("<desc>Karta över 2 aktörer</desc>") != std::string::npos);
  CHECK(svg.find("Filter: area!=A0") != std::string::npos);
  const std::string png = *to_png(test::small_scene(), *test::inter(), options);
  CHECK(png.find(std::string("iTXtTitle") + std::string(5, '\0') + "Titel (1)") != std::string::npos);
  CHECK(png.find(std::string("iTXtFilter") + std::string(5, '\0') + "area!=A0") != std::string::npos);
  const std::string pdf = *to_pdf(test::small_scene(), *test::inter(), options);
  CHECK(pdf.find("20251231000000Z") != std::string::npos);
}

TEST_CASE("parts that are not wanted are left out, but never the mark of illustrative data") {
  PictureOptions options = test::picture(800, 600);
  options.with_legend = options.with_title = options.with_filter = options.with_source = options.with_date = false;
  const std::string svg = to_svg(test::small_scene(), *test::inter(), options);
  for (const char* absent : {">Exempellän</text>", ">Kommuner</text>", ">area!=A0</text>", "2025-12-31</text>"}) {
    CHECK_MESSAGE(svg.find(absent) == std::string::npos, absent);
  }
  CHECK(svg.find(">Påhittade uppgifter</text>") != std::string::npos);
  options.background = with_alpha(light_theme().background, 0);
  CHECK(to_svg(test::small_scene(), *test::inter(), options).find("<rect width=\"100%\"") == std::string::npos);
}

TEST_CASE("PNG is read back as it was written, smaller where it must be, and nothing else is") {
  Pixels pixels{4, 2, {}};
  for (int i = 0; i < 4 * 2; ++i) {
    const auto shade = static_cast<std::uint8_t>(i * 30);
    pixels.rgba.insert(pixels.rgba.end(), {shade, 10, static_cast<std::uint8_t>(255 - shade), 255});
  }
  const std::string png = *encode_png(pixels);
  const Result<Pixels> back = decode_png(png, {100, 100});
  REQUIRE(back);
  CHECK(back->width == 4);
  CHECK(back->rgba == pixels.rgba);
  const Result<Pixels> small = decode_png(png, {2, 2});
  REQUIRE(small);
  CHECK(small->width == 2);
  CHECK(small->height == 1);
  for (std::size_t kept = 0; kept < png.size(); ++kept) {
    const Result<Pixels> cut = decode_png(std::string_view(png).substr(0, kept), {100, 100});
    if (kept + 12 < png.size()) CHECK_FALSE(cut);  // what comes after the picture's data may be missing
  }
  std::string huge = png;
  huge.replace(16, 4, "\x7f\xff\xff\xff");
  CHECK(decode_png(huge, {100, 100}).problem().code == "E_PICTURE");
}

TEST_CASE("odd scenes and sizes give a PDF or a reason, and never a crash") {
  Scene odd = test::small_scene();
  odd.links[0].bend = std::numeric_limits<float>::quiet_NaN();
  odd.marks[0].centre.x = std::numeric_limits<float>::quiet_NaN();
  odd.marks[1].radius_px = std::numeric_limits<float>::infinity();
  odd.polygons[0].rings[0][0] = {1e30F, -1e30F};
  odd.polygons[0].hatch = light_theme().muted;
  odd.labels[0].text = std::string("\xFF(\\)\x01 ") + std::string(5000, 'y');
  CHECK(to_pdf(odd, *test::inter(), test::picture(640, 400)));
  CHECK(to_pdf(Scene{}, *test::inter(), test::picture(1, 1)));
  const Result<std::string> large = to_pdf(test::small_scene(), *test::inter(), test::picture(20000, 20000));
  REQUIRE_FALSE(large);
  CHECK(large.problem().code == "E_LIMIT");
  PictureOptions without_fonts = test::picture(640, 400);
  without_fonts.regular_font = "no-such-font.otf";
  CHECK(to_pdf(test::small_scene(), *test::inter(), without_fonts).problem().code == "E_FONT");
}

}  // namespace samverka
