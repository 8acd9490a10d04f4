#pragma once
// Sound networks at random, as JSON: everything a network may hold, in the ways that tables find hard.
#include <random>
#include <string>
#include <vector>

#include "io/json_text.h"

namespace samverka::test {

class RandomNetwork {
 public:
  explicit RandomNetwork(unsigned seed) : random_(seed) {}

  std::string json() {
    actors_ = 1 + below(12);
    agreements_ = below(8);
    const std::size_t sources = below(4);
    std::string out = R"({"format":"samverka-network","format_version":"1.0","id":"rand","as_of":"2025-12-31",)"
                      R"("taxonomy":"se-2025")";
    if (maybe()) out += ",\"title\":" + text();
    if (maybe()) out += ",\"synthetic\":true";
    if (maybe()) out += ",\"x-own\":" + raw();
    if (maybe()) out += R"(,"milestones":[{"date":"2025-07-01","title":"Lag","x":1.50},{"date":"2024","title":"=a"}])";
    if (maybe()) {
      out += R"(,"coverage":{"scope":{"counties":["01"]},"surveys":[{"id":"s1","date":"2025-10","asked":["k0"],)"
             R"("answered":["k0"],"later":)" +
             raw() + "}]" + (maybe() ? R"(,"registers":[{"id":"g1","complete":true,"areas":[]}])" : "") + "}";
    }
    out += ",\"sources\":[";
    for (std::size_t i = 0; i < sources; ++i) {
      out += (i > 0 ? "," : "") + ("{\"id\":\"q" + std::to_string(i) + "\",\"title\":" + text() + "}");
    }
    sources_ = sources;
    out += "],\"actors\":[";
    for (std::size_t i = 0; i < actors_; ++i) out += (i > 0 ? "," : "") + actor(i);
    out += "],\"agreements\":[";
    for (std::size_t i = 0; i < agreements_; ++i) out += (i > 0 ? "," : "") + agreement(i);
    return out + "]}";
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  bool maybe() { return below(2) == 0; }

  std::string text() {
    static const std::vector<std::string> words = {"Granby",
                                                   "=1+1",
                                                   "'=x",
                                                   "''=x",
                                                   "a;b",
                                                   "a,b",
                                                   "\"q\"",
                                                   "two\nlines",
                                                   "a\r\nb",
                                                   "\ttab",
                                                   " lead",
                                                   "trail ",
                                                   "\xC3\x85",
                                                   "@x",
                                                   "-5",
                                                   "+46",
                                                   "null",
                                                   "open",
                                                   "true",
                                                   "007",
                                                   "'",
                                                   "{\"a\":1}",
                                                   "\xEF\xBC\x9D"
                                                   "1",
                                                   "x\ty",
                                                   "[k0]",
                                                   "0180",
                                                   "1",
                                                   "A4, A5",
                                                   std::string("nul\0l", 5),
                                                   "sep=;",
                                                   "\\u00e5 \\n"};
    return json_quoted(words[below(words.size())]);
  }
  std::string raw() {
    static const std::vector<std::string> values = {"1.10",        "12345678901234567890",     "null", "[]",
                                                    "{}",          "[1, {\"a\": \"b\"}]",      "\"\"", "false",
                                                    "1e400000000", "{\"from\": {\"x\": [ ]}}", "-0.0"};
    const std::string& value = values[below(values.size())];
    return value == "1e400000000" ? "1E5" : value;
  }
  std::string date() {
    static const std::vector<std::string> days = {"2024-04-01", "2024-04", "2024", "1999-12-31"};
    return "\"" + days[below(days.size())] + "\"";
  }
  std::string key_of(std::size_t actor) { return "k" + std::to_string(actor); }
  std::string provenance() {
    std::string out = "{";
    const auto add = [&](const std::string& member) { out += (out.size() > 1 ? "," : "") + member; };
    if (sources_ > 0 && maybe()) add(maybe() ? "\"source\":\"q0\"" : "\"source\":[\"q0\"]");
    if (sources_ > 1 && out.size() == 1 && maybe()) add("\"source\":[\"q0\",\"q1\"]");
    if (maybe()) add("\"method\":\"survey\"");
    if (maybe()) add("\"recorded\":" + date());
    if (maybe()) add("\"confidence\":0.75");
    if (maybe()) add("\"x\":" + raw());
    return out + "}";
  }
  std::string validity() {
    std::string out = "{";
    const auto add = [&](const std::string& member) { out += (out.size() > 1 ? "," : "") + member; };
    if (maybe()) add("\"from\":\"1990\"");
    if (maybe()) add(maybe() ? "\"to\":null" : "\"to\":\"2030-06\"");
    if (maybe()) add("\"notice_months\":12");
    if (maybe()) add("\"x/y~\":" + raw());
    return out + "}";
  }

  std::string actor(std::size_t i) {
    std::string out =
        "{\"id\":\"" + key_of(i) + "\",\"type\":\"" + (maybe() ? "municipality" : "odd type") + "\",\"name\":" + text();
    const auto add = [&](const std::string& member) {
      if (maybe()) out += "," + member;
    };
    add("\"short_name\":" + text());
    add("\"name_en\":\"\"");
    add(R"("ids":{"hsa_id":"SE1","county_code":"01"})");
    add("\"county\":\"01\"");
    add("\"municipality\":\"0180\"");
    add(maybe() ? R"("serves":["0180","0181"])" : R"("serves":[])");
    if (i > 0) add("\"parent\":\"" + key_of(i - 1) + "\"");
    add("\"members\":[\"k0\"]");
    add("\"population\":" + std::to_string(below(100000)));
    add(maybe() ? R"("flags":["a","b c"])" : R"("flags":["a, b"])");
    add(R"("position":{"lat":61.10,"lon":15.2,"z":3})");
    add("\"valid\":" + validity());
    add("\"note\":" + text());
    add("\"provenance\":" + provenance());
    add("\"other\":" + raw());
    add("\"x " + std::to_string(below(9)) + "\":" + raw());
    return out + "}";
  }

  std::string party(std::size_t place) {
    std::string out = "{\"actor\":\"" + key_of(below(actors_)) + "\",\"role\":\"role" + std::to_string(place) + "\"";
    const auto add = [&](const std::string& member) {
      if (maybe()) out += "," + member;
    };
    add(maybe() ? "\"state\":\"adopted\"" : "\"state\":\"never heard of\"");
    add("\"from\":\"1990-01-01\"");
    add(maybe() ? "\"to\":null" : "\"to\":\"2031\"");
    add("\"sub_body\":" + text());
    add("\"on_behalf_of\":[\"k0\"]");
    add("\"note\":" + text());
    add("\"provenance\":" + provenance());
    add("\"agreement\":" + raw());
    add("\"y\":" + raw());
    return out + "}";
  }

  std::string agreement(std::size_t i) {
    std::string out = "{\"id\":\"a" + std::to_string(i) + "\",\"form\":\"iop\",\"title\":" + text() +
                      ",\"areas\":" + (maybe() ? "[]" : R"(["A4.2","A9"])") +
                      ",\"status\":" + (maybe() ? "\"active\"" : "\"not a status\"") + ",\"parties\":[";
    const std::size_t parties = 1 + below(5);
    for (std::size_t p = 0; p < parties; ++p) out += (p > 0 ? "," : "") + party(p);
    out += "]";
    const auto add = [&](const std::string& member) {
      if (maybe()) out += "," + member;
    };
    add(maybe() ? "\"legal_basis\":[\"HSL 16:3\"]" : "\"legal_basis\":[\"a, b\",\"=c\"]");
    add(maybe() ? "\"perspectives\":[]" : R"("perspectives":["P1"])");
    add("\"valid\":" + validity());
    add("\"covers\":\"units\"");
    add(R"("funding":[{"from":"k0","amount":900000,"year":2025}])");
    add(R"("duties":[{"kind":"report","by":"k0","text":"=x"}])");
    if (i > 0) add(maybe() ? R"("supersedes":["a0"])" : R"("supersedes":"a0")");
    if (i > 0) add("\"under\":\"a" + std::to_string(i - 1) + "\"");
    add("\"note\":" + text());
    add("\"provenance\":" + provenance());
    add("\"z\":" + raw());
    return out + "}";
  }

  std::mt19937 random_;
  std::size_t actors_ = 0, agreements_ = 0, sources_ = 0;
};

}  // namespace samverka::test
