#include "cli/program.h"

using namespace samverka::test;

TEST_CASE("ask writes a row for each municipality and norm, with what is known filled in") {
  const std::string sheet = scratch("q.csv");
  const Said said = run("ask datasets/exempellan-2025.json -o " + sheet);
  CHECK(said.exit == 0);
  CHECK(said.out.empty());
  check_golden("ask-sv.csv", content_of(sheet));
  CHECK(run("--lang en ask datasets/exempellan-2025.json -o -")
            .out.starts_with("\xEF\xBB\xBF"
                             "Actor;Actor id;Norm;"));
}

TEST_CASE(
    "ask says what is wrong: no OUT, a county that is none or that nobody is of, a place that cannot be saved to") {
  CHECK(run("ask datasets/exempellan-2025.json").exit == 2);
  CHECK(run("ask datasets/exempellan-2025.json --county Dalarna -o -").exit == 2);
  CHECK(run("ask datasets/exempellan-2025.json --county 20 -o -").exit == 2);
  CHECK(run("ask datasets/exempellan-2025.json --rules tests/cli/data/small.json -o -").exit != 0);
  CHECK(run("ask datasets/exempellan-2025.json -o /nowhere/at/all.csv").exit == 5);
  CHECK(run("ask missing.json -o -").exit == 2);
}

TEST_CASE("a county's questions are some of all the questions, in the same words") {
  const std::string all = run("ask datasets/sverige-2025.json -o -").out;
  const std::string some = run("ask datasets/sverige-2025.json --county 20 -o -").out;
  CHECK(some.size() < all.size() / 5);
  std::size_t rows = 0;
  for (std::size_t at = 0, end = 0; (end = some.find("\r\n", at)) != std::string::npos; at = end + 2) {
    CHECK(holds(all, some.substr(at, end + 2 - at)));
    ++rows;
  }
  CHECK(rows > 15 * 15);
}
