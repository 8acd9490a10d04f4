#include <doctest/doctest.h>

#include "io/json_format.h"
#include "io/network_text.h"

using namespace samverka;
using namespace samverka::test;

namespace {

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

std::string relaid(std::string_view json) {
  std::string out;
  append_relaid(out, json, 0);
  return out;
}

}  // namespace

TEST_CASE("a file as the dataset scripts write it comes back byte for byte") {
  for (const char* path : {"tests/data/io/example.json", "tests/data/io/full.json", "datasets/exempellan-2024.json",
                           "datasets/exempellan-2025.json", "datasets/sverige-2025.json"}) {
    const std::string text = file_text(path);
    const ReadNetwork read = test::read(text);
    CHECK(read.report.is_usable);
    CHECK(read.report.error_count == 0);
    CHECK_MESSAGE(write_network(read.network) == text, path);
  }
}

TEST_CASE("two saves are the same bytes, and reading them gives an equal network") {
  const ReadNetwork first = read(file_text("tests/data/io/full.json"));
  const std::string written = write_network(first.network);
  CHECK(write_network(first.network) == written);
  CHECK(equal(read(written).network, first.network));
}

TEST_CASE("rows are written by id whatever order they came in, parties as they came") {
  const ReadNetwork read = test::read(Small{.more_actors = R"(,{"id":"a0","type":"other","name":"C"})"}.text());
  const std::string written = write_network(read.network);
  CHECK(written.find("\"a0\"") < written.find("\"k-a\""));
  CHECK(equal(test::read(written).network, test::read(write_network(test::read(written).network)).network));
}

TEST_CASE("an unknown member goes last with its value as it was; a known one that was not understood keeps its place") {
  const ReadNetwork read =
      test::read(Small{.actor = R"(,"zebra":{"n":1.10,"l":[ ]},"county":20,"population":5)"}.text());
  const std::string written = write_network(read.network);
  CHECK(written.find("      \"county\": 20,\n      \"population\": 5,\n      \"zebra\": {\n        \"n\": 1.10,\n"
                     "        \"l\": []\n      }\n    }") != std::string::npos);
}

TEST_CASE("a value given later stands instead of the one that was not understood") {
  ReadNetwork read = test::read(Small{.actor = R"(,"county":20)", .agreement = R"(,"covers":"all")"}.text());
  read.network.actors.mutable_row(0).county = "20";
  read.network.agreements.mutable_row(0).covers = Covers::units;
  const std::string written = write_network(read.network);
  CHECK(written.find("\"county\": \"20\"") != std::string::npos);
  CHECK(written.find("\"covers\": \"units\"") != std::string::npos);
  CHECK(written.find("\"all\"") == std::string::npos);
}

TEST_CASE("an agreement made in the program has the members that the format requires") {
  Network network;
  network.agreements.push_back({});
  const std::string written = write_network(network);
  for (const char* member : {"\"areas\": []", "\"parties\": []", "\"status\": \"unknown\"", "\"actors\": []"}) {
    CHECK_MESSAGE(written.find(member) != std::string::npos, member);
  }
}

TEST_CASE("numbers are written as Python's repr writes them") {
  CHECK(number(61.1) == "61.1");
  CHECK(number(61) == "61.0");
  CHECK(number(0.9) == "0.9");
  CHECK(number(0) == "0.0");
  CHECK(number(-0.0) == "-0.0");
  CHECK(number(1e-5) == "1e-05");
  CHECK(number(1.5e-7) == "1.5e-07");
  CHECK(number(0.0001) == "0.0001");
  CHECK(number(1e15) == "1000000000000000.0");
  CHECK(number(1e16) == "1e+16");
  CHECK(number(1.0 / 3) == "0.3333333333333333");
  CHECK(number(5e-324) == "5e-324");
}

TEST_CASE("JSON is laid out anew with strings and numbers to the letter") {
  CHECK(relaid("[ ]") == "[]");
  CHECK(relaid("{ \n}") == "{}");
  CHECK(relaid("1.50") == "1.50");
  CHECK(relaid("[1E5 ,\"a, {\\\" ]\",{\"b\":[]}]") == "[\n  1E5,\n  \"a, {\\\" ]\",\n  {\n    \"b\": []\n  }\n]");
}

TEST_CASE("texts are escaped as Python escapes them, and nothing more") {
  std::string out;
  append_quoted(out, "å\"\\/\n\r\t\b\f\x01\x1f\x7f🏫");
  CHECK(out == "\"å\\\"\\\\/\\n\\r\\t\\b\\f\\u0001\\u001f\x7f🏫\"");
}
