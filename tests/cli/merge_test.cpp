// samverka merge.
#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string small = "tests/cli/data/small.json";

// A copy of the small network with these edits.
std::string copy_with(const std::string& name, const std::string& actions) {
  std::string out = scratch(name);
  REQUIRE(run("do " + actions + " " + small + " -o " + out).exit == 0);
  return out;
}

}  // namespace

TEST_CASE("merge takes what each has changed since the common copy, into a new file, and mirrors itself") {
  const std::string mine = copy_with("mine.json", "'set k-alby name Alby nya kommun'");
  const std::string theirs = copy_with("theirs.json", "'set k-alby population 900' 'set a-halsa valid/to 2026'");
  const std::string out = scratch("merged.json"), back = scratch("back.json");
  const Said said = run("merge " + small + " " + mine + " " + theirs + " -o " + out);
  CHECK(said.exit == 0);
  const std::string written = content_of(out);
  CHECK(holds(written, "Alby nya kommun"));
  CHECK(holds(written, "\"population\": 900"));
  CHECK(holds(written, "\"to\": \"2026\""));
  CHECK(run("merge " + small + " " + theirs + " " + mine + " -o " + back).exit == 0);
  CHECK(content_of(back) == written);
}

TEST_CASE("merge lists what both have changed, writes nothing and ends with 1, until somebody is preferred") {
  const std::string mine = copy_with("mine.json", "'set k-alby name Alby stad'");
  const std::string theirs = copy_with("theirs.json", "'set k-alby name Alby socken'");
  const std::string out = scratch("conflict.json"), files = small + " " + mine + " " + theirs + " -o " + out;
  const Said said = run("merge " + files);
  CHECK(said.exit == 1);
  CHECK(holds(said.out, "din: Alby stad"));
  CHECK(holds(said.out, "deras: Alby socken"));
  CHECK(holds(said.out, "Inget är skrivet"));
  CHECK_FALSE(std::filesystem::exists(out));
  CHECK(holds(run("merge --json " + files).out, R"("member": "name")"));
  CHECK(run("merge --prefer theirs " + files).exit == 0);
  CHECK(holds(content_of(out), "Alby socken"));
  CHECK(run("merge --prefer nobody " + files).exit == 2);
}

TEST_CASE("merge without a common copy takes nothing away and says so; it never writes over what it reads") {
  const std::string mine = copy_with("mine.json", "'remove a-raddning'");
  const std::string out = scratch("two.json");
  const Said said = run("merge " + mine + " " + small + " -o " + out);
  CHECK(said.exit == 0);
  CHECK(holds(said.err, "Utan gemensam utgångspunkt"));
  CHECK(holds(content_of(out), "a-raddning"));
  CHECK(run("merge " + small + " " + mine + " " + small + " -o " + mine).exit == 2);
  CHECK(run("merge " + small + " -o " + out).exit == 2);
  CHECK(run("merge " + small + " " + mine + " " + small).exit == 2);
}
