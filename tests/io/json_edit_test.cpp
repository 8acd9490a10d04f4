#include "io/json_edit.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

using namespace samverka;
using nlohmann::json;

namespace {

std::string set(const std::string& text, const std::string& path, const std::string& raw) {
  const auto changed = with_member(text, path, raw);
  REQUIRE(changed);
  return *changed;
}

std::string unset(const std::string& text, const std::string& path) {
  const auto changed = without_member(text, path);
  REQUIRE(changed);
  return *changed;
}

}  // namespace

TEST_CASE("a member is changed, and the rest stays to the letter") {
  CHECK(set(R"({"a": 1.10, "b":  "x"})", "b", "2e0") == R"({"a": 1.10, "b":  2e0})");
  CHECK(set(R"({"a": {"b": [1, 2]}})", "/a/b/1", "null") == R"({"a": {"b": [1, null]}})");
  CHECK(set(R"({"a/b": 1})", "a~1b", "3") == R"({"a/b": 3})");
}

TEST_CASE("what is not there is made, with all that leads to it") {
  CHECK(set("{}", "valid/to", "\"2026\"") == R"({"valid":{"to":"2026"}})");
  CHECK(set(R"({"a":1})", "parties/-", "{}") == R"({"a":1,"parties":[{}]})");
  CHECK(set(R"({"p":[1]})", "p/-", "2") == R"({"p":[1,2]})");
  CHECK(set(R"({"p":[1]})", "p/1", "2") == R"({"p":[1,2]})");
}

TEST_CASE("a way through what holds no members is refused, and what is no JSON too") {
  CHECK(with_member(R"({"a":1})", "a/b", "2").problem().code == "E_PATH");
  CHECK(with_member(R"({"p":[1]})", "p/7", "2").problem().code == "E_PATH");
  CHECK(with_member(R"({"p":[1]})", "q/0", "2").problem().code == "E_PATH");
  CHECK(with_member(R"({"a":1})", "a", "{").problem().code == "E_PARSE");
  CHECK(with_member(R"({"a":1})", "a", "1 2").problem().code == "E_PARSE");
  CHECK(with_member(R"({"a":1})", "a", R"({"b":1,"b":2})").problem().code == "E_DUPKEY");
  CHECK(without_member("{}", "").problem().code == "E_PATH");
}

TEST_CASE("a member or item is taken out with one comma") {
  CHECK(json::parse(unset(R"({"a":1, "b":2, "c":3})", "a")) == json::parse(R"({"b":2,"c":3})"));
  CHECK(json::parse(unset(R"({"a":1, "b":2, "c":3})", "b")) == json::parse(R"({"a":1,"c":3})"));
  CHECK(json::parse(unset(R"({"a":1, "b":2, "c":3})", "c")) == json::parse(R"({"a":1,"b":2})"));
  CHECK(json::parse(unset(R"({"a":[1]})", "a/0")) == json::parse(R"({"a":[]})"));
  CHECK(json::parse(unset(R"({"a":1})", "a")) == json::object());
  CHECK(unset(R"({"a":1})", "b") == R"({"a":1})");
}

TEST_CASE("a member's text is given as it stands") {
  CHECK(member_of(R"({"a": {"b": 1.10}})", "a/b") == "1.10");
  CHECK(member_of(R"({"a": 1})", "b").empty());
}

TEST_CASE("random changes give what nlohmann's tree gives, on 500 values") {
  for (std::uint32_t seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    json value = json::object();
    std::string text = "{}";
    for (int step = 0; step < 12; ++step) {
      std::string path;
      for (std::size_t depth = 1 + random() % 2; depth > 0; --depth) path += std::string("/") + "abc"[random() % 3];
      CAPTURE(path);
      const json::json_pointer pointer(path);
      const bool is_list = random() % 4 == 0;
      if (random() % 3 == 0) {
        text = unset(text, path);
        if (value.contains(pointer)) value[pointer.parent_pointer()].erase(pointer.back());
      } else if (const auto changed = with_member(text, path, is_list ? R"([1, "å", {"x": []}])" : "7")) {
        text = *changed;
        value[pointer] = is_list ? json::parse(R"([1, "å", {"x": []}])") : json(7);
      } else {
        CHECK_FALSE(value.at(pointer.parent_pointer()).is_object());
      }
      REQUIRE(json::parse(text) == value);
    }
  }
}
