#include "i18n/texts.h"

#include <doctest/doctest.h>

#include <limits>

using namespace samverka;

namespace {

Texts texts_of(const std::string& json, const std::string& language = "sv") { return *Texts::parse(json, language); }

}  // namespace

TEST_CASE("a sentence comes back with its placeholders filled in") {
  const Texts texts = texts_of(R"({"greet": "Hej {name}, {n} avtal"})");
  CHECK(texts.tr("greet", {{"name", "Örebro"}, {"n", "3"}}) == "Hej Örebro, 3 avtal");
  CHECK(texts.tr(Message{"greet", {{"name", "Åmål"}, {"n", "1"}}}) == "Hej Åmål, 1 avtal");
}

TEST_CASE("a missing key is shown in brackets and a missing value stays in braces") {
  const Texts texts = texts_of(R"({"greet": "Hej {name}", "open": "{ensam"})");
  CHECK(texts.tr("nothing.here") == "⟦nothing.here⟧");
  CHECK(texts.tr("greet") == "Hej {name}");
  CHECK(texts.tr("open", {{"ensam", "x"}}) == "{ensam");
  CHECK_FALSE(texts.has("nothing.here"));
  CHECK(texts.has("greet"));
}

TEST_CASE("a value that holds braces is not filled in again") {
  const Texts texts = texts_of(R"({"two": "{a}{b}"})");
  CHECK(texts.tr("two", {{"a", "{b}"}, {"b", "x"}}) == "{b}x");
}

TEST_CASE("a count picks its form and is written the language's way") {
  const std::string json = R"({"x.one": "{n} avtal i {where}", "x.other": "{n} avtal totalt"})";
  CHECK(texts_of(json).plural("x", 1, {{"where", "Falun"}}) == "1 avtal i Falun");
  CHECK(texts_of(json).plural("x", 0) == "0 avtal totalt");
  CHECK(texts_of(json).plural("x", 2238) == "2\u202F238 avtal totalt");
  CHECK(texts_of(json, "en").plural("x", 2238) == "2,238 avtal totalt");
  CHECK(texts_of("{}").plural("x", 2) == "⟦x.other⟧");
}

TEST_CASE("numbers are grouped by thousands") {
  const Texts sv = texts_of("{}");
  const Texts en = texts_of("{}", "en");
  CHECK(sv.number(0) == "0");
  CHECK(sv.number(999) == "999");
  CHECK(sv.number(1000) == "1\u202F000");
  CHECK(sv.number(1234567) == "1\u202F234\u202F567");
  CHECK(en.number(1234567) == "1,234,567");
  CHECK(en.number(-1000) == "−1,000");
  CHECK(en.number(std::numeric_limits<long long>::min()) == "−9,223,372,036,854,775,808");
}

TEST_CASE("decimals have a comma in Swedish and a point in English") {
  const Texts sv = texts_of("{}");
  const Texts en = texts_of("{}", "en");
  CHECK(sv.decimal(16.64, 1) == "16,6");
  CHECK(en.decimal(16.64, 1) == "16.6");
  CHECK(sv.decimal(1234.5, 2) == "1\u202F234,50");
  CHECK(sv.decimal(-0.5, 1) == "−0,5");
  CHECK(sv.decimal(-0.001, 1) == "0,0");
  CHECK(sv.decimal(7, 0) == "7");
  CHECK(sv.decimal(std::numeric_limits<double>::quiet_NaN(), 1) == "–");
  CHECK(sv.decimal(std::numeric_limits<double>::infinity(), 1) == "–");
}

TEST_CASE("a date is as precise as it is known") {
  const Texts texts = texts_of("{}");
  CHECK(texts.date({2025, 12, 31}) == "2025-12-31");
  CHECK(texts.date({2025, 6, 0}) == "2025-06");
  CHECK(texts.date({2025, 0, 0}) == "2025");
  CHECK(texts.date({}) == "");
}

TEST_CASE("a broken language file is refused with its name") {
  CHECK(Texts::parse("{", "sv").problem().code == "E_PARSE");
  CHECK(Texts::parse("", "sv").problem().code == "E_PARSE");
  CHECK(Texts::parse("[]", "sv").problem().code == "E_TYPE");
  CHECK(Texts::parse(R"({"a": {"b": "nested"}})", "en").problem().code == "E_TYPE");
  CHECK(Texts::parse("[]", "en").problem().file == "assets/lang/en.json");
}
