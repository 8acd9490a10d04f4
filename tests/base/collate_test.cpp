#include "base/collate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/posix.h"

using namespace samverka;

TEST_CASE("names stand in Swedish order: å ä ö last, accents aside, numbers by value") {
  const std::vector<std::string> right = {"",          "1 a",   "2 a",     "10 a",   "Arboga", "Eda",
                                          "Éden",      "Ekerö", "Müller",  "Mytorp", "Vara",   "Vårgårda",
                                          "Wadköping", "Åmål",  "Älmhult", "Ärla",   "Öckerö", "Örebro"};
  std::vector<std::string> names = right;
  std::reverse(names.begin(), names.end());
  std::sort(names.begin(), names.end(), swedish_less);
  CHECK(names == right);
}

TEST_CASE("a name in pieces (NFD) sorts as the same name in one (NFC)") {
  CHECK(swedish_less("Zorn", "A\xCC\x8Amal"));
  CHECK(swedish_less("A\xCC\x8Amal", "Älmhult"));
  CHECK(
      swedish_less("O\xCC\x88"
                   "ckero\xCC\x88",
                   "Örebro"));
}

TEST_CASE("the order is strict: nothing comes before itself, and case only breaks ties") {
  for (const char* name : {"", "a", "Å", "10", "007", "æ"}) CHECK_FALSE(swedish_less(name, name));
  CHECK(swedish_less("a", "B"));
  CHECK(swedish_less("A", "b"));
  CHECK(swedish_less("Alby", "alby") != swedish_less("alby", "Alby"));
  CHECK(swedish_less("skola 9", "skola 10"));
  CHECK(swedish_less("skola 007", "skola 8"));
}

TEST_CASE("searching meets names whatever their case, accents and composition") {
  CHECK(folded("Åmål") == "amal");
  CHECK(folded("A\xCC\x8Ama\xCC\x8Al") == "amal");
  CHECK(folded("IDÉBURET") == "ideburet");
  CHECK(folded("Ærø") == "aro");
  CHECK(folded("Straße") == "strasse");
  CHECK(folded("Region 24") == "region 24");
}

namespace {

std::string letter(std::uint32_t code) {  // below U+0800
  if (code < 0x80) return {static_cast<char>(code)};
  return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
}

// Short texts of what names are made of, and of what they should not be made of.
std::string odd_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"a", "A", "z", "å", "Å", "a\xCC\x8A", "ä",    "ö",   "é",
                                                  "e", "ü", "æ", "1", "2", "0",         "9",    "10",  " ",
                                                  "-", "_", "ж", "🏫", "",  "~",         "\xFF", "\xC3"};
  std::string text;
  for (auto length = random() % 6; length > 0; --length) text += pieces[random() % pieces.size()];
  return text;
}

}  // namespace

TEST_CASE("ranks are the places that sorting by comparison gives; equal texts share theirs") {
  std::mt19937 random(1);
  std::vector<std::string> texts = {std::string(253, '9'), std::string(254, '1'), std::string(300, '1')};
  for (int i = 0; i < 3'000; ++i) texts.push_back(odd_text(random));
  const std::vector<std::uint32_t> ranks = swedish_ranks(texts);
  std::vector<std::string> sorted = texts;
  std::sort(sorted.begin(), sorted.end(), swedish_less);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  REQUIRE(ranks.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    INFO(texts[i]);
    CHECK(sorted.at(ranks[i]) == texts[i]);
  }
  CHECK(swedish_ranks({}).empty());
}

TEST_CASE("each Latin letter folds alone as it does among others, whatever the way") {
  for (std::uint32_t code = 1; code < 0x100; ++code) {
    const std::string one = letter(code);
    INFO(code);
    // U+0436 sends the whole text through Unicode's tables.
    CHECK(folded("x" + one + "y") + "ж" == folded("x" + one + "yж"));
  }
}

// It took the time squared: a megabyte of them, twenty seconds.
TEST_CASE("a long text of æ and ø is folded in good time") {
  std::string letters, plain;
  for (int i = 0; i < 500'000; ++i) {
    letters += i % 2 == 0 ? "æ" : "Ø";
    plain += i % 2 == 0 ? 'a' : 'o';
  }
  const double start = cpu_seconds();
  CHECK(folded(letters) == plain);
  CHECK(cpu_seconds() - start < 2.0);
}

TEST_CASE("an id is made from a name, and only of what an id may hold") {
  CHECK(id_from_name("Örebro kommun") == "orebro-kommun");
  CHECK(id_from_name("Vård- och omsorg, Åmål AB") == "vard-och-omsorg-amal-ab");
  CHECK(id_from_name("  – !") == "");
  CHECK(id_from_name(std::string(200, 'a')).size() == 80);
  CHECK(id_from_name("..x") == "x");
}

TEST_CASE("edit distance counts letters and stops at its limit") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("k-granby", "k-grnby", 3) == 1);
  CHECK(edit_distance("å", "a", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 3) == 4);
}
