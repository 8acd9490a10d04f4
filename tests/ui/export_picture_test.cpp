// The dialog of exporting a picture, used by hand.
#include <doctest/doctest.h>

#include "base/posix.h"
#include "support/folder.h"
#include "support/ui_driver.h"

namespace samverka {
namespace {

constexpr const char* county = "datasets/exempellan-2025.json";

void settle(UiDriver& d) {
  d.frames(2);
  d.ui->wait_for_work();
  d.frames(2);
}

// The whole path replaces what is proposed.
void save_as(UiDriver& d, const std::string& path) {
  d.click("Sökväg", "input");
  d.type(path);
  d.click("Spara", "button");
  settle(d);
}

std::string content(const std::string& path) {
  const auto bytes = read_file(path);
  return bytes ? *bytes : std::string();
}

}  // namespace

TEST_CASE("the picture comes out in the format, on the paper and with the words that were chosen") {
  UiDriver d(county);
  const TestFolder folder;
  d.press({'e', true});
  settle(d);
  d.click("PDF (utskrift)", "button");
  d.click("A4 stående", "button");
  save_as(d, folder / "bild.pdf");
  CHECK(d.has("Bilden är sparad: " + (folder / "bild.pdf")));
  CHECK(content(folder / "bild.pdf").find("/MediaBox [ 0 0 595.5 842.25 ]") != std::string::npos);

  d.press({'e', true});
  settle(d);
  d.click("SVG (vektor)", "button");
  d.click("Rubrik", "button");
  d.click("Källa", "button");
  save_as(d, folder / "bild.svg");
  const std::string svg = content(folder / "bild.svg");
  CHECK(svg.find(">Kommuner</text>") != std::string::npos);
  CHECK(svg.find(">Påhittade exempeldata</text>") != std::string::npos);
  CHECK(svg.find("source") == std::string::npos);
  CHECK(svg.find("Källa: ") == std::string::npos);
}

TEST_CASE("the format follows the ending that is typed, and the name the format that is chosen") {
  UiDriver d(county);
  const TestFolder folder;
  d.press({'e', true});
  settle(d);
  CHECK(d.ui->state().path_text.ends_with("exempellan-2025.png"));
  d.click("SVG (vektor)", "button");
  CHECK(d.ui->state().path_text.ends_with("exempellan-2025.svg"));
  d.click("Sökväg", "input");
  d.type(folder / "a.gif");
  d.click("Spara", "button");
  CHECK(d.has("Namnet ska sluta på .png, .svg eller .pdf."));
  CHECK(d.session.view.dialog == ViewState::Dialog::export_picture);
  CHECK_FALSE(file_exists(folder / "a.gif"));
}

TEST_CASE("the preview is the picture that comes out, only smaller, and follows every choice") {
  UiDriver d(county);
  d.press({'e', true});
  settle(d);
  const auto& preview = d.ui->state().exporting.preview;
  REQUIRE(preview);
  CHECK(preview->width > preview->height);
  const Pixels before = *preview;
  d.click("A4 stående", "button");
  settle(d);
  REQUIRE(preview);
  CHECK(preview->height > preview->width);
  d.click("Bildspel 16:9", "button");
  settle(d);
  CHECK(preview->rgba == before.rgba);
  d.click("Teckenförklaring", "button");
  settle(d);
  CHECK_FALSE(preview->rgba == before.rgba);
}

TEST_CASE("a file that is there is not written over unasked") {
  UiDriver d(county);
  const TestFolder folder;
  REQUIRE(write_file_atomically(folder / "finns.png", "mitt"));
  d.press({'e', true});
  settle(d);
  d.type(folder / "finns.png");  // what is proposed is selected
  d.click("Spara", "button");
  settle(d);
  CHECK(d.has("Filen finns redan. Tryck Spara en gång till för att ersätta den."));
  CHECK(content(folder / "finns.png") == "mitt");
  d.click("Spara", "button");
  settle(d);
  CHECK(content(folder / "finns.png").starts_with("\x89PNG"));
}

TEST_CASE("from the matrix the matrix comes out") {
  UiDriver d(county);
  const TestFolder folder;
  d.press({'5', true});
  settle(d);
  d.press({'e', true});
  settle(d);
  CHECK_FALSE(d.has("Det som syns"));
  d.click("SVG (vektor)", "button");
  save_as(d, folder / "matris.svg");
  CHECK(content(folder / "matris.svg").find(">Alla områden</text>") != std::string::npos);
}

TEST_CASE("what is chosen comes out with its partners, and nothing else") {
  UiDriver d(county);
  const TestFolder folder;
  const ActorId actor = d.session.index().actor("rss-exempel");
  d.session.view.selection = {PickId::Kind::actor, actor.value};
  d.press({'3', true});
  d.press({'e', true});
  settle(d);
  d.click("SVG (vektor)", "button");
  save_as(d, folder / "hela.svg");
  d.press({'e', true});
  settle(d);
  d.click("Det valda och dess partner", "button");
  save_as(d, folder / "valda.svg");
  const std::string chosen = content(folder / "valda.svg");
  CHECK(chosen.find("RSS Exempel") != std::string::npos);
  CHECK(chosen.size() < content(folder / "hela.svg").size());
}

TEST_CASE("own measures are millimetres with comma or point, and odd ones leave the size as it was") {
  UiDriver d(county);
  const TestFolder folder;
  d.press({'e', true});
  settle(d);
  d.click("Egen", "button");
  PictureChoice& choice = d.ui->state().exporting.choice;
  for (const auto& [typed, mm] : std::initializer_list<std::pair<const char*, float>>{
           {"200,5", 200.5F}, {"120.25", 120.25F}, {"x", 120.25F}, {"1e9", 120.25F}, {"5", 120.25F}}) {
    d.click("Höjd i millimeter", "input");
    d.click("Bredd i millimeter", "input");  // entered anew, what is there is selected
    d.type(typed);
    d.frames(2);
    CHECK_MESSAGE(choice.own_mm.x == doctest::Approx(mm), typed);
  }
  save_as(d, folder / "liten.png");
}

TEST_CASE("the dialog fits in a small window, without its preview") {
  UiDriver d(county, {620, 480});
  d.press({'e', true});
  settle(d);
  CHECK_FALSE(d.has("Förhandsvisning"));
  CHECK(d.has("Spara"));
}

}  // namespace samverka
