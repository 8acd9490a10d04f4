#include "cli/program.h"

using namespace samverka::test;

TEST_CASE("gaps --close proposes the smallest set of agreements, in words and for programs") {
  const std::string words = "gaps datasets/exempellan-2025.json --close psykisk-halsa,gymnasiesamverkan";
  check_golden("closing-sv.txt", run(words).out);
  check_golden("closing-en.txt", run("--lang en " + words).out);
  check_golden("closing.json", run(words + " --json").out);
  CHECK(run(words).exit == 0);
}

TEST_CASE("what nobody knows is closed only when asked for") {
  const std::string words = "gaps --lang en datasets/sverige-2025.json --filter county=20 --close utskrivning";
  CHECK(holds(run(words).out, "are not known and do not count"));
  CHECK(holds(run(words + " --unknown").out, "New agreements: 1"));
}

TEST_CASE("a norm that there is not, and one that is told as numbers only, are wrong use") {
  const Said unknown = run("gaps --lang en datasets/exempellan-2025.json --close idrott");
  CHECK(unknown.exit == 2);
  CHECK(holds(unknown.err, "No norm has the id"));
  CHECK(run("gaps datasets/exempellan-2025.json --close extremism").exit == 2);
}
