#include "base/result.h"

#include <doctest/doctest.h>

using namespace samverka;

TEST_CASE("a result is a value or the problem that kept us from it") {
  const Result<int> good = 5;
  CHECK(good);
  CHECK(*good == 5);
  const Result<int> bad = error("E_OPEN", {"problem.open", {}}, Exit::usage);
  CHECK_FALSE(bad);
  CHECK(bad.problem().code == "E_OPEN");
  CHECK(bad.problem().exit == Exit::usage);
}

TEST_CASE("of several commands, the highest exit code is the program's, and warnings end well") {
  CHECK(Exit::parse > Exit::findings);
  CHECK(warning("W_NORM", {"problem.norm", {}}).exit == Exit::done);
}
