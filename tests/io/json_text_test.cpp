#include "io/json_text.h"

#include <doctest/doctest.h>

#include <limits>

using namespace samverka;

TEST_CASE("a JSON string is always sound, whatever bytes it is made from") {
  CHECK(json_quoted("Åmål") == "\"Åmål\"");
  CHECK(json_quoted("a\"b\\c") == R"("a\"b\\c")");
  CHECK(json_quoted("\n\t\r\x01") == R"("\n\t\r\u0001")");
  CHECK(json_quoted(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(json_quoted("a\xFF\xC3") == "\"a\uFFFD\uFFFD\"");
}

TEST_CASE("objects and lists nest, with members in the order they were given") {
  JsonText json;
  json.begin_object().key("b").number(2).key("a").begin_list().text("x").null().end_list();
  json.key("empty").begin_object().end_object().end_object();
  CHECK(std::move(json).finished() == "{\n  \"b\": 2,\n  \"a\": [\n    \"x\",\n    null\n  ],\n  \"empty\": {}\n}\n");
}

TEST_CASE("a decimal has the digits that it needs, and is null where JSON has no such number") {
  JsonText json;
  json.begin_list()
      .decimal(0.1F)
      .decimal(1.0 / 3)
      .decimal(-2.0F)
      .decimal(std::numeric_limits<float>::quiet_NaN())
      .end_list();
  CHECK(std::move(json).finished() == "[\n  0.1,\n  0.3333333333333333,\n  -2,\n  null\n]\n");
}
