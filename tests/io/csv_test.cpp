#include "io/csv.h"

#include <doctest/doctest.h>

#include <random>

using namespace samverka;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts_of(const CsvTable& table) {
  Rows rows;
  const auto add = [&](const std::vector<CsvCell>& cells) {
    rows.emplace_back();
    for (const CsvCell& cell : cells) rows.back().push_back(cell.text);
  };
  add(table.header);
  for (const auto& row : table.rows) add(row);
  return rows;
}

Rows read(const std::string& text) {
  const auto table = read_csv(text, "t.csv");
  REQUIRE(table);
  return texts_of(*table);
}

std::string written(const Rows& rows) {
  std::string text(csv_mark);
  for (const auto& row : rows) text += csv_line(row);
  return text;
}

void check_refused(const std::string& text, const std::string& code, Exit exit, std::size_t line) {
  CAPTURE(text.substr(0, 40));
  const auto table = read_csv(text, "t.csv");
  REQUIRE_FALSE(table);
  CHECK(table.problem().code == code);
  CHECK(table.problem().exit == exit);
  CHECK(table.problem().line == line);
}

}  // namespace

TEST_CASE("a table is written as a Swedish spreadsheet reads it, and no cell is a formula") {
  CHECK(written({{"a", "b;c"}, {"=1+1", "x\"y"}}) ==
        "\xEF\xBB\xBF"
        "a;\"b;c\"\r\n'=1+1;\"x\"\"y\"\r\n");
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    const std::string line = csv_line({start + "cmd|' /C calc'!A0"});
    CHECK(line.substr(0, 2).find('\'') != std::string::npos);
  }
}

TEST_CASE("every text comes back exactly: quotes, separators, line breaks, formula signs, apostrophes, a megabyte") {
  const Rows nasty = {{"head", "b", "c"},
                      {"=HYPERLINK(\"x\")", "'=x", "''@"},
                      {"-", "+46", "'"},
                      {"Åäö; é", "a\r\nb\nc\rd", "\"\"\""},
                      {" space ", "\tTab", "\x01\x1B\x7F"},
                      {"0180", "＝1", std::string(std::size_t{1} << 20, 'x')},
                      {"", "", "last"}};
  CHECK(read(written(nasty)) == nasty);
  std::mt19937 random(7);
  const std::string letters = "'=+-@;,\t\r\n\"aå";
  for (int round = 0; round < 300; ++round) {
    Rows rows = {{"h", "i"}};
    for (int row = 0; row < 5; ++row) {
      rows.push_back({"k", ""});
      for (int i = 0; i < 6; ++i) rows.back()[1] += letters[random() % (letters.size() - 2)];
    }
    REQUIRE(read(written(rows)) == rows);
  }
}

TEST_CASE("a zero byte, which no text file can hold, becomes a mark of something lost") {
  CHECK(read(written({{"h"}, {std::string("a\0b", 3)}})) == Rows{{"h"}, {"a\uFFFDb"}});
}

TEST_CASE("commas, semicolons and tabs are read, with the mark or without, and what sep= says") {
  const Rows wanted = {{"a", "b"}, {"1", "2"}};
  for (const std::string text : {"a,b\n1,2\n", "a;b\r\n1;2", "a\tb\r1\t2\r",
                                 "\xEF\xBB\xBF"
                                 "a;b\n1;2\n",
                                 "sep=;\r\na;b\r\n1;2\r\n", "a;b\n\n;\n1;2\n"}) {
    CAPTURE(text);
    CHECK(read(text) == wanted);
  }
  CHECK(read("sep=,\na,b;c\n") == Rows{{"a", "b;c"}});
  CHECK(read("\"x,y,z\";b\n1;2\n").size() == 2);
}

TEST_CASE("what is no table is refused with its place") {
  check_refused("", "E_EMPTY", Exit::parse, 1);
  check_refused("\xEF\xBB\xBF\r\n", "E_EMPTY", Exit::parse, 1);
  check_refused("a;b\n1;\"cut off", "E_PARSE", Exit::parse, 2);
  check_refused("a;b\n\"1\"x;2\n", "E_PARSE", Exit::parse, 2);
  check_refused(std::string("a;b\n1;\0\n", 8), "E_NUL", Exit::parse, 2);
  check_refused("a;b\n1;\xE5\n", "E_UTF8", Exit::parse, 2);
  check_refused(std::string("\xFF\xFE"
                            "a\0;\0",
                            6),
                "E_ENCODING", Exit::parse, 1);
  ReadLimits limits;
  limits.entities = 4;
  const auto many = read_csv("a;b\n1;2\n3;4\n", "t.csv", limits);
  REQUIRE_FALSE(many);
  CHECK(many.problem().exit == Exit::limit);
  CHECK(many.problem().line == 3);
}

TEST_CASE("a file cut anywhere is read or refused, and never hangs") {
  const std::string whole = written({{"h", "i"}, {"a;b", "c\"d"}, {"'=", "\r\n"}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto table = read_csv(std::string_view(whole).substr(0, length), "t.csv");
    if (!table) CHECK(table.problem().line <= 4);
  }
}
