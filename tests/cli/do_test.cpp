// samverka do.
#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string small = "tests/cli/data/small.json";

std::string quoted(const std::string& action) { return "'" + action + "' "; }

}  // namespace

TEST_CASE("do lists its actions where none is given") {
  const Said said = run("do --lang en " + small);
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "merge ID INTO"));
  CHECK(holds(said.out, "with every party and reference"));
}

TEST_CASE("do makes several edits one after the other, into a new file that check is content with") {
  const std::string out = scratch("done.json");
  const Said said = run("do " + quoted("set a-halsa valid/to 2026") + quoted("set k-alby name Alby nya kommun") +
                        quoted("set k-alby population 900") + quoted("add-party a-raddning r-exempel decided") +
                        quoted("remove-party a-raddning k-ekby") + quoted("unset r-exempel position") +
                        quoted(R"(add source {"id": "q1", "title": "Beslut"})") + quoted("end a-raddning 2025-06-30") +
                        small + " -o " + out);
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "Gjort: set a-halsa valid/to 2026"));
  const std::string written = content_of(out);
  CHECK(holds(written, "\"to\": \"2026\""));
  CHECK(holds(written, "\"name\": \"Alby nya kommun\""));
  CHECK(holds(written, "\"population\": 900"));
  CHECK(holds(written, "\"state\": \"decided\""));
  CHECK(holds(written, "\"title\": \"Beslut\""));
  CHECK(holds(written, "\"status\": \"ended\""));
  CHECK(run("check " + out).exit == 0);
  CHECK(run("diff " + small + " " + out).exit == 1);
}

TEST_CASE("do removes and merges with all that hangs on a row, and says how much and what differed") {
  const std::string out = scratch("merged.json");
  const Said said =
      run("do --lang en " + quoted("merge k-ekby k-alby") + quoted("remove u-skolan") + small + " -o " + out);
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "Differed; what the remaining actor had is kept: name"));
  CHECK(holds(said.out, "Both stood in these in the same way; the firmer entry is kept: a-halsa, a-raddning"));
  CHECK_FALSE(holds(content_of(out), "k-ekby"));
  CHECK_FALSE(holds(content_of(out), "u-skolan"));
  const Said json = run("do --json " + quoted("remove u-skolan") + small + " -o " + out);
  CHECK(holds(json.out, "\"taken_along\": 0"));
}

TEST_CASE("do writes nothing where one action cannot be done, and says which and why") {
  const std::string out = scratch("nothing.json");
  const Said said =
      run("do " + quoted("set k-alby population 900") + quoted("set u-skolan parent k-frob") + small + " -o " + out);
  CHECK(said.exit == 1);
  CHECK(holds(said.err, "u-skolan"));
  CHECK(holds(said.err, "E_REF"));
  CHECK(holds(said.err, "Inget skrevs: set u-skolan parent k-frob"));
  CHECK_FALSE(std::filesystem::exists(out));
  CHECK(run("do " + quoted("frob k-alby") + small + " -o " + out).exit == 2);
  CHECK(holds(run("do " + quoted("set k-alby") + small + " -o " + out).err, "set ID MEMBER VALUE"));
  CHECK(run("do " + quoted("remove k-frob") + small + " -o " + out).exit == 2);
  CHECK(run("do " + quoted("remove k-alby") + small).exit == 2);
  CHECK(run("do " + quoted("remove k-alby") + small + " -o " + small).exit == 2);
}

TEST_CASE("do to standard output gives the network there and its words beside it") {
  const Said said = run("do " + quoted("set k-alby population 900") + small + " -o -");
  CHECK(said.out.starts_with("{\n"));
  CHECK(holds(said.err, "Gjort: set k-alby population 900"));
}
