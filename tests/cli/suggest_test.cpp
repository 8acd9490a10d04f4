#include "cli/program.h"

using namespace samverka::test;

TEST_CASE("suggest names whom to ask, with the reasons") {
  const std::string words = "suggest datasets/exempellan-2025.json k-fjallby --area A3";
  check_golden("suggest-sv.txt", run(words).out);
  check_golden("suggest-en.txt", run("--lang en " + words).out);
  check_golden("suggest.json", run(words + " --json --top 2").out);
  CHECK(run(words).exit == 0);
}

TEST_CASE("suggest has nothing to say where nobody like the actor has a partner") {
  const Said said = run("suggest --lang en tests/cli/data/small.json k-alby --area A9");
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "no other of its kind has a kind of partner"));
}
