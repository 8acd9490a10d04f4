// Names and networks that have broken other programs: each must draw, be selected and be told of, without harm.
#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "support/ui_driver.h"

namespace samverka {
namespace {

// A file under build/ with these actors and agreements, gone at the end of the test.
class OddFile {
 public:
  OddFile(const std::string& actors, const std::string& agreements) {
    std::ofstream out(SAMVERKA_SOURCE_DIR "/build/odd_network.json");
    out << R"({"format":"samverka-network","format_version":"1.0","id":"odd","title":"Udda %s%n ## nät","synthetic":true,)"
        << R"("as_of":"2025-12-31","taxonomy":"se-2025","actors":[)" << actors << R"(],"agreements":[)" << agreements
        << "]}";
  }
  ~OddFile() { std::remove(SAMVERKA_SOURCE_DIR "/build/odd_network.json"); }
  OddFile(const OddFile&) = delete;
  OddFile& operator=(const OddFile&) = delete;
  const char* name() const { return "build/odd_network.json"; }
};

std::string actor(const std::string& id, const std::string& name, const std::string& more = {}) {
  return R"({"id":")" + id + R"(","type":"municipality","name":")" + name + "\"" + more + "}";
}

std::string agreement(const std::string& id, const std::string& title, const std::string& parties) {
  return R"({"id":")" + id + R"(","form":"network","title":")" + title +
         R"(","areas":["A4"],"status":"active","parties":[)" + parties + "]}";
}

std::string party(const std::string& id) { return R"({"actor":")" + id + R"(","role":"member","state":"adopted"})"; }

void look_at_everything(UiDriver& d) {
  for (const Tab tab : {Tab::map, Tab::network}) {
    d.session.view.tab = tab;
    d.session.wait_for_jobs();
    for (const Actor& row : d.session.network().actors) {
      d.session.select(row.key);
      d.frames(1);
    }
    for (const Agreement& row : d.session.network().agreements) {
      d.session.select(row.key);
      d.frames(1);
    }
  }
}

}  // namespace

TEST_CASE("names with percent signs, hashes, right-to-left text, emoji and nothing at all are just letters") {
  const OddFile file(actor("a", "%s%n%d") + "," + actor("b", "##id###x") + "," + actor("c", "") + "," +
                         actor("d", "\u202Eevil\u202C שלום") + "," + actor("e", "👩‍👩‍👧 🏳️‍🌈") +
                         "," + actor("f", "   "),
                     agreement("g", "%s##%n", party("a") + "," + party("b") + "," + party("c") + "," + party("d")));
  UiDriver d(file.name());
  REQUIRE(d.session.has_document());
  look_at_everything(d);
  d.session.select("a");
  d.frames(2);
  CHECK(d.has("%s%n%d"));
  d.session.select("b");
  d.frames(2);
  CHECK(d.has("##id###x"));
}

TEST_CASE("a name of a million letters is shown shortened") {
  const OddFile file(actor("a", std::string(1'000'000, 'x')) + "," + actor("b", "B"),
                     agreement("g", std::string(1'000'000, 'y'), party("a") + "," + party("b")));
  UiDriver d(file.name());
  REQUIRE(d.session.has_document());
  look_at_everything(d);
  for (const Item& item : d.ui->items()) CHECK(item.label.size() < 1000);
}

TEST_CASE("a network without actors says so by being empty, and nothing falls over") {
  const OddFile file("", "");
  UiDriver d(file.name());
  look_at_everything(d);
  d.press({'0', true});
  d.press({'+', true});
  d.click_at(d.ui->canvas_rect().centre());
  CHECK(d.has("Karta"));
}

TEST_CASE("positions that are no places leave their actors without one") {
  const OddFile file(actor("a", "A", R"(,"position":{"lat":15.2,"lon":61.1})") + "," +
                         actor("b", "B", R"(,"position":{"lat":900,"lon":-4000})") + "," +
                         actor("c", "C", R"(,"position":{"lat":90,"lon":0})") + "," + actor("d", "D"),
                     agreement("g", "G", party("a") + "," + party("b") + "," + party("c") + "," + party("d")));
  UiDriver d(file.name());
  REQUIRE(d.session.has_document());
  look_at_everything(d);
  for (const Mark& mark : d.session.scene().marks) CHECK(is_finite(mark.centre));
}

TEST_CASE("an agreement of ten thousand parties is a star and not fifty million pairs") {
  std::string actors;
  std::string parties;
  for (int i = 0; i < 10'000; ++i) {
    const std::string id = "k" + std::to_string(i);
    actors += (i ? "," : "") + actor(id, "Kommun " + std::to_string(i));
    parties += (i ? "," : "") + party(id);
  }
  const OddFile file(actors, agreement("stor", "Stor", parties));
  UiDriver d(file.name());
  REQUIRE(d.session.has_document());
  CHECK(d.session.shown().incidence.graph.edge_count() == 10'000);
  d.session.select("stor");
  d.frames(2);
  CHECK(d.has("Stor"));
}

TEST_CASE("a filter that lets nothing through leaves an empty picture and a way back") {
  UiDriver d("datasets/exempellan-2025.json");
  d.session.view.filter = *parse_filter("county=14");
  d.session.wait_for_jobs();
  d.frames(2);
  CHECK(d.session.scene().marks.empty());
  d.click("Rensa urvalet", "button");
  d.frames(2);
  CHECK_FALSE(d.session.scene().marks.empty());
}

TEST_CASE("the Swedish window has no code word and no English, whatever is selected") {
  UiDriver d("datasets/exempellan-2025.json");
  const auto& english = d.session.assets().en.all();
  std::unordered_map<std::string, std::string> only_english;
  for (const auto& [key, text] : english) {
    if (!d.session.assets().sv.has(key) || d.session.assets().sv.all().at(key) != text) only_english[text] = key;
  }
  const auto is_code = [](const std::string& label) {  // letters_letters, outside an address
    if (label.find("://") != std::string::npos) return false;
    for (std::size_t i = 1; i + 1 < label.size(); ++i) {
      if (label[i] == '_' && std::islower(label[i - 1]) && std::islower(label[i + 1])) return true;
    }
    return false;
  };
  const auto check = [&](const Key& key) {
    d.session.select(key);
    d.frames(1);
    for (const Item& item : d.ui->items()) {
      INFO(key, ": ", item.label);
      CHECK_FALSE(is_code(item.label));
      const bool is_foreign = only_english.contains(item.label) && item.label != "English";
      CHECK_FALSE(is_foreign);
    }
  };
  for (const Actor& row : d.session.network().actors) check(row.key);
  for (const Agreement& row : d.session.network().agreements) check(row.key);
}

}  // namespace samverka
