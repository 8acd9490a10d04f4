// samverka export: data for other programs.
#include "program.h"

using namespace samverka::test;

namespace {
const std::string example = SAMVERKA_SOURCE_DIR "/tests/data/io/example.json";
const std::string county = SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json";
}  // namespace

TEST_CASE("each format of a small network is what it was") {
  const std::string stem = scratch("example");
  for (const char* words : {".graphml", ".gexf", "-pairs.graphml --pairs"}) {
    CHECK(run("export " + example + " -o " + stem + words).exit == 0);
  }
  check_golden("export.graphml", content_of(stem + ".graphml"));
  check_golden("export-pairs.graphml", content_of(stem + "-pairs.graphml"));
  check_golden("export.gexf", content_of(stem + ".gexf"));
  CHECK(run("export " + example + " -o " + stem + ".csv").exit == 0);
  for (const char* table : {"-actors.csv", "-agreements.csv", "-parties.csv"}) {
    check_golden("export" + std::string(table), content_of(stem + table));
  }
}

TEST_CASE("what is left out is told, in words and as JSON") {
  const std::string out = scratch("ut.json");
  const Said told = run("export " + county + " --sensitive left_out -o " + out);
  CHECK(told.exit == 0);
  CHECK(holds(told.err, "2 skyddade aktörer är utelämnade"));
  const Said json = run("export " + county + " --sensitive left_out --json --quiet -o " + out);
  CHECK(holds(json.out, "\"actors_left_out\": 2"));
  CHECK(json.err.empty());
  CHECK_FALSE(holds(content_of(out), "\"sensitive\": true"));
}

TEST_CASE("a word that does nothing for a format is refused") {
  const std::string stem = scratch("nej");
  CHECK(run("export " + county + " --pairs -o " + stem + ".gexf").exit == 2);
  CHECK(run("export " + county + " --on 2024-01-01 -o " + stem + ".json").exit == 2);
  CHECK(run("export " + county + " --separator tab -o " + stem + ".xlsx").exit == 2);
  CHECK(run("export " + county + " --sensitive shown -o " + stem + ".xlsx").exit == 2);
  CHECK(run("export " + county + " --filter colour=red -o " + stem + ".xlsx").exit == 2);
  CHECK(run("export " + county + " -o " + stem + ".svg").exit == 2);
  CHECK(content_of(stem + ".gexf").empty());
}

TEST_CASE("another day makes other pairs") {
  const std::string now = scratch("nu.graphml"), then = scratch("da.graphml");
  CHECK(run("export " + county + " --pairs -o " + now).exit == 0);
  CHECK(run("export " + county + " --pairs --on 2020-01-01 -o " + then).exit == 0);
  CHECK(content_of(now) != content_of(then));
  CHECK(holds(content_of(then), ">2020-01-01</data>"));
}

TEST_CASE("a disk that takes no more leaves the old file, in every format") {
  for (const char* format : {"json", "graphml", "gexf", "xlsx"}) {
    const std::string path = scratch("full." + std::string(format));
    std::ofstream(path, std::ios::binary) << "before";
    // No file may be longer than 4 kB; what a process gets then (SIGXFSZ) is turned into an error by ignoring it.
    const Said said = run("export " + county + " -o " + path, "trap '' XFSZ; ulimit -f 8; LANG=sv_SE.UTF-8");
    CHECK(said.exit == 5);
    CHECK(content_of(path) == "before");
  }
}
