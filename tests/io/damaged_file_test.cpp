// Files that are cut, flipped or changed at random, with nlohmann's reader as the judge of what is JSON and what a file
// says.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

#include "io/network_text.h"

using namespace samverka;
using namespace samverka::test;
using nlohmann::json;

namespace {

// Rows of tables are written by id, so their order is no difference.
json without_order(json file) {
  const auto sort = [](json& object, const char* member) {
    if (!object.is_object() || !object.contains(member) || !object[member].is_array()) return;
    std::sort(object[member].begin(), object[member].end());
  };
  for (const char* table : {"sources", "actors", "agreements", "milestones"}) sort(file, table);
  if (file.is_object() && file.contains("coverage")) {
    for (const char* table : {"surveys", "registers"}) sort(file["coverage"], table);
  }
  return file;
}

bool says_not_json(const ReadNetwork& read) {
  return std::any_of(read.report.problems.begin(), read.report.problems.end(), [](const Problem& p) {
    return p.code == "E_PARSE" || p.code == "E_UTF8" || p.code == "E_NUL" || p.code == "E_EMPTY" ||
           p.code == "E_ENCODING" || p.code == "E_NUMBER";
  });
}

bool is_inside(const Problem& p, const std::string& text) {
  const auto lines = 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n') +
                                                  std::count(text.begin(), text.end(), '\r'));
  return p.line >= 1 && p.line <= lines && p.column >= 1;
}

// Every answer is either a network that says what the file says, or problems that are inside the file.
void check_answer(const std::string& text) {
  const ReadNetwork read = test::read(text);
  const bool is_json = json::accept(text);
  CHECK(says_not_json(read) == !is_json);
  for (const Problem& p : read.report.problems) CHECK(is_inside(p, text));
  if (!read.report.is_usable) {
    CHECK_FALSE(read.report.problems.empty());
    CHECK(read.report.exit >= Exit::parse);
    return;
  }
  const std::string written = write_network(read.network);
  CHECK(without_order(json::parse(written)) == without_order(json::parse(text)));
  CHECK(write_network(test::read(written).network) == written);
}

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  void change(json& file) {
    json* place = &file;
    while (!place->empty() && place->is_structured() && below(5) != 0) place = &child(*place);
    switch (below(4)) {
      case 0:
        *place = odd_value();
        break;
      case 1:
        remove_something(*place);
        break;
      case 2:
        add_something(*place);
        break;
      default:
        if (place->is_primitive()) *place = odd_value();
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  json& child(json& value) { return *std::next(value.begin(), static_cast<std::ptrdiff_t>(below(value.size()))); }
  json odd_value() {
    static const char* const values[] = {"null",
                                         "true",
                                         "false",
                                         "0",
                                         "-1",
                                         "1.5",
                                         "61",
                                         "-0.0",
                                         "1e15",
                                         "1e17",
                                         "9007199254740993",
                                         "18446744073709551615",
                                         "0.1",
                                         "1e-7",
                                         "12345.678e3",
                                         "\"\"",
                                         "\"x\"",
                                         "\"k-granby\"",
                                         "\"q1\"",
                                         "\"2024-13-45\"",
                                         "\"2024-02\"",
                                         "\"2024\"",
                                         "\"active\"",
                                         "\"adopted\"",
                                         "\"\\u0000\\u001f\\u007f\\u2028 \\\"\\\\\"",
                                         "\"🏫\"",
                                         "[]",
                                         "{}",
                                         "[[]]",
                                         "[1,\"a\"]",
                                         "[\"\"]",
                                         "[\"A4.2\",\"nonsense\"]",
                                         "{\"a\":[{}]}",
                                         "[{},5,null]",
                                         "{\"id\":\"x\"}",
                                         "{\"lat\":1}",
                                         "{\"lat\":61,\"lon\":15,\"x\":[1]}",
                                         "[{\"id\":\"k-granby\"}]",
                                         "{\"\":0,\"~/\":{\"\":[]}}"};
    return json::parse(values[below(std::size(values))]);
  }
  void remove_something(json& value) {
    if (!value.is_structured() || value.empty()) return;
    value.erase(std::next(value.begin(), static_cast<std::ptrdiff_t>(below(value.size()))));
  }
  void add_something(json& value) {
    static const char* const names[] = {"x",      "",       "id",         "name",       "note",    "valid",
                                        "to",     "source", "provenance", "position",   "areas",   "parties",
                                        "status", "ids",    "members",    "supersedes", "surveys", "scope"};
    if (value.is_object()) value[names[below(std::size(names))]] = odd_value();
    if (value.is_array()) value.push_back(value.empty() || below(2) == 0 ? odd_value() : value[below(value.size())]);
  }
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a file cut at any byte is told from a whole one") {  // the table "How it is shown"
  const std::string text = file_text("tests/data/io/full.json");
  for (std::size_t length = 0; length < text.size() - 2; ++length) {
    const std::string cut = text.substr(0, length);
    const ReadNetwork read = test::read(cut);
    REQUIRE_FALSE(read.report.is_usable);
    REQUIRE(read.report.problems.size() == 1);
    REQUIRE(read.report.exit == Exit::parse);
    REQUIRE(is_inside(read.report.problems[0], cut));
  }
}

TEST_CASE("a file with any one byte flipped gives a true network or problems inside the file") {
  const std::string text = file_text("tests/data/io/full.json");
  for (const unsigned flip : {0x01U, 0x02U, 0x20U, 0x5CU, 0x80U, 0xFFU}) {
    for (std::size_t at = flip % 3; at < text.size(); at += 3) {  // each byte by two of the flips
      std::string flipped = text;
      flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ flip);
      CAPTURE(at);
      check_answer(flipped);
    }
  }
}

TEST_CASE("whatever a readable file says, it says after it was read and written") {
  const json file = json::parse(file_text("tests/data/io/full.json"));
  for (unsigned seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    Mutator mutator(seed);
    json changed = file;
    for (unsigned i = 0; i <= seed % 6; ++i) mutator.change(changed);
    check_answer(changed.dump(seed % 2 == 0 ? -1 : 1, ' ', seed % 3 == 0));
  }
}

TEST_CASE("what is JSON and what is not is judged as nlohmann judges it") {
  std::mt19937 random(5);
  static const char* const pieces[] = {"{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       ":",
                                       "\"a\"",
                                       "\"b\"",
                                       "1",
                                       "-0",
                                       "1.5e3",
                                       "true",
                                       "null",
                                       " ",
                                       "\n",
                                       "\"\\u00e5\"",
                                       "\"\\ud83c\\udfeb\"",
                                       "\"\\ud83c\"",
                                       "\"\\x\"",
                                       "01",
                                       "-",
                                       "1e",
                                       "\"å\"",
                                       "nul",
                                       "\"",
                                       "\\"};
  for (int i = 0; i < 20000; ++i) {
    std::string text = "{\"x\":";
    for (std::size_t n = random() % 8; n > 0; --n) text += pieces[random() % std::size(pieces)];
    text += "}";
    CAPTURE(text);
    CHECK(says_not_json(test::read(text)) == !json::accept(text));
  }
}
