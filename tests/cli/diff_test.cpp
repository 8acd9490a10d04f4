#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string two_years = "datasets/exempellan-2024.json datasets/exempellan-2025.json";

}  // namespace

TEST_CASE("diff tells what is new, gone, changed and renamed, in both languages, and ends with 1") {
  const Said said = run("diff " + two_years);
  CHECK(said.exit == 1);
  check_golden("diff-exempellan-sv.txt", said.out);
  check_golden("diff-exempellan-en.txt", run("diff --lang en " + two_years).out);
  check_golden("diff-exempellan.json", run("diff --json " + two_years).out);
}

TEST_CASE("diff of a file and itself finds nothing and ends with 0; two files are needed") {
  const Said said = run("diff datasets/exempellan-2025.json datasets/exempellan-2025.json");
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "Ingen skillnad."));
  CHECK(run("diff datasets/exempellan-2025.json").exit == 2);
  CHECK(run("diff datasets/exempellan-2025.json tests/cli/data/not-there.json").exit == 2);
}

TEST_CASE("diff of two days of one file tells what holds on the one and not on the other, by two clocks") {
  const std::string days = "diff datasets/exempellan-2025.json --on-a 2024-12-31 --on-b 2025-12-31";
  const Said said = run(days);
  CHECK(said.exit == 1);
  CHECK(holds(said.out, "vad som gäller 2024-12-31 → 2025-12-31"));
  CHECK(holds(said.out, "Överenskommelse om den hållbara socialtjänsten 2025"));
  CHECK(holds(said.out, "Började gälla mellan de två"));
  CHECK(holds(run(days + " --json").out, "\"newly_valid\""));
  CHECK(run("diff datasets/exempellan-2025.json --on-a 2025-12-31 --on-b 2025-12-31").exit == 0);
  CHECK(run("diff datasets/exempellan-2025.json --on-a 2025-12-31").exit == 2);
  CHECK(run("diff datasets/exempellan-2025.json --on-a 2025 --on-b 2025-12-31").exit == 2);
  CHECK(run("diff " + two_years + " --on-a 2024-12-31 --on-b 2025-12-31").exit == 2);
}
