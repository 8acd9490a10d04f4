#include "cli/program.h"

using namespace samverka::test;

TEST_CASE("peers names municipalities alike, and what they have with its evidence") {
  const std::string words = "peers --top 3 datasets/exempellan-2025.json k-fjallby";
  check_golden("peers-sv.txt", run(words).out);
  check_golden("peers-en.txt", run("--lang en " + words).out);
  check_golden("peers.json", run(words + " --json --area A4").out);
  CHECK(run(words).exit == 0);
}

TEST_CASE("peers of a municipality of which nothing can be compared says so") {
  const Said said = run("peers --lang en tests/cli/data/small.json k-alby");
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "cannot be said"));
}
