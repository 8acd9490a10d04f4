#pragma once
// Networks as text, for tests of reading and writing.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/posix.h"
#include "io/read_network.h"

// Times are measured in plain builds; sanitizers make everything slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
#define SAMVERKA_SLOW_FACTOR 20
#else
#define SAMVERKA_SLOW_FACTOR 1
#endif

namespace samverka::test {

inline std::string file_text(const std::string& path_in_repository) {
  const Result<std::string> text = read_file(std::string(SAMVERKA_SOURCE_DIR) + "/" + path_in_repository);
  REQUIRE_MESSAGE(text, path_in_repository);
  return *text;
}

inline const Taxonomy& taxonomy() {
  static const Taxonomy read = *read_taxonomy(file_text("assets/taxonomy/se-2025.json"), "se-2025.json");
  return read;
}

inline ReadNetwork read(std::string_view json, const ReadLimits& limits = {}) {
  return read_network(json, "n.json", taxonomy(), limits);
}

inline std::string example() { return file_text("tests/data/io/example.json"); }

// A sound network of two municipalities and one agreement, with room for a test's own members.
struct Small {
  std::string root = {}, actor = {}, agreement = {}, party = {}, more_actors = {}, more_agreements = {};
  std::string text() const {
    return R"({"format":"samverka-network","format_version":"1.0","id":"n","as_of":"2025-12-31","taxonomy":"se-2025")" +
           root + R"(,"actors":[{"id":"k-a","type":"municipality","name":"A")" + actor +
           R"(},{"id":"k-b","type":"municipality","name":"B"})" + more_actors +
           R"(],"agreements":[{"id":"a-1","form":"other","title":"T","areas":["A3"],"status":"active")" + agreement +
           R"(,"parties":[{"actor":"k-a")" + party + R"(},{"actor":"k-b"}]})" + more_agreements + "]}";
  }
};

// "E_REF 1:20 /actors/0/parent" for each problem.
inline std::vector<std::string> problems(const ReadNetwork& read) {
  std::vector<std::string> out;
  for (const Problem& p : read.report.problems) {
    out.push_back(p.code + " " + std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.pointer);
  }
  return out;
}

// "E_REF /actors/0/parent"
inline std::vector<std::string> codes(const ReadNetwork& read) {
  std::vector<std::string> out;
  for (const Problem& p : read.report.problems) out.push_back(p.code + " " + p.pointer);
  return out;
}

inline std::string argument(const Problem& problem, std::string_view name) {
  for (const auto& [key, value] : problem.message.args) {
    if (key == name) return value;
  }
  return {};
}

using Lines = std::vector<std::string>;

}  // namespace samverka::test

template <>
struct doctest::StringMaker<samverka::test::Lines> {
  static doctest::String convert(const samverka::test::Lines& lines) {
    std::string out;
    for (const std::string& line : lines) out += "\n  " + line;
    return out.c_str();
  }
};
