#include "cli/program.h"

using namespace samverka::test;

TEST_CASE("matrix sets counties against areas, with how many nothing is known of") {
  const std::string words = "matrix datasets/exempellan-2025.json";
  check_golden("matrix-sv.txt", run(words).out);
  check_golden("matrix-en.txt", run("--lang en " + words).out);
  check_golden("matrix.json", run(words + " --json").out);
  CHECK(run(words).exit == 0);
}

TEST_CASE("matrix of norms tells how many meet each, by need, and names nobody where numbers alone are told") {
  const std::string words = "matrix datasets/exempellan-2025.json --columns rule --rows municipality --sort need";
  check_golden("matrix-rules-sv.txt", run(words).out);
  const std::string json = run("matrix datasets/exempellan-2025.json --columns rule --json").out;
  check_golden("matrix-rules.json", json);
  CHECK(holds(json, "\"low\""));
}

TEST_CASE("matrix of one agreement tells who has adopted it") {
  check_golden("matrix-adoption-sv.txt",
               run("matrix datasets/exempellan-2025.json --columns a-placerade --rows municipality").out);
}

TEST_CASE("matrix does not rank where few have answered, unless asked") {
  const Said silent = run("matrix datasets/sverige-2025.json --sort need");
  CHECK(holds(silent.out, "Inget är ordnat efter behov"));
  const Said asked = run("matrix datasets/sverige-2025.json --sort need --rank-all");
  CHECK_FALSE(holds(asked.out, "Inget är ordnat efter behov"));
  CHECK(asked.out != silent.out);
}

TEST_CASE("matrix narrows to a county and refuses what is no column, county or row") {
  const Said dalarna = run("matrix datasets/sverige-2025.json --county 20 --rows municipality --columns group");
  CHECK(dalarna.exit == 0);
  CHECK(holds(dalarna.out, "Falun"));
  CHECK_FALSE(holds(dalarna.out, "Skövde"));
  CHECK(run("matrix datasets/exempellan-2025.json --columns inget").exit == 2);
  CHECK(run("matrix datasets/exempellan-2025.json --rows kommun").exit == 2);
  CHECK(run("matrix datasets/exempellan-2025.json --county 20").exit == 2);
  CHECK(run("matrix datasets/exempellan-2025.json --county x").exit == 2);
}

TEST_CASE("chains names each municipality's links, and which is missing or unknown") {
  const std::string words = "chains datasets/exempellan-2025.json";
  check_golden("chains-sv.txt", run(words).out);
  check_golden("chains-en.txt", run("--lang en " + words + " --group older").out);
  check_golden("chains.json", run(words + " --group disability --json").out);
  CHECK(run(words).exit == 0);
  CHECK(run(words + " --group alla").exit == 2);
}

TEST_CASE("a picture through a perspective says so, and how much nobody has recorded") {
  const std::string out = scratch("lens.svg");
  const Said said = run("snapshot datasets/exempellan-2025.json --view network --lens P1 -o " + out);
  CHECK(said.exit == 0);
  const std::string svg = content_of(out);
  CHECK(holds(svg, "Barnrättsperspektiv"));
  CHECK(holds(svg, "Ej uppgift: 11 av 62 (17,7 %)"));
  CHECK(run("snapshot datasets/exempellan-2025.json --lens P9 -o " + out).exit == 2);
}
