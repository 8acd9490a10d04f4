#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string example = "tests/data/io/example.json";

}  // namespace

TEST_CASE("weak tells what hangs on one thing, in both languages and for programs") {
  check_golden("weak-sv.txt", run("weak " + example).out);
  check_golden("weak-en.txt", run("weak --lang en " + example).out);
  check_golden("weak.json", run("weak --json " + example).out);
  CHECK(run("weak " + example).exit == 0);
}

TEST_CASE("weak of the invented county tells every kind of weak point") {
  check_golden("weak-exempellan.txt", run("weak --top 3 datasets/exempellan-2025.json").out);
}

TEST_CASE("weak narrows to a place, an area and a filter, and says so") {
  const Said place = run("weak --place 9902 " + example);
  CHECK(holds(place.out, "(area!=A0 municipality=9902)"));
  CHECK(holds(place.out, "Räknat på hela nätet"));
  CHECK_FALSE(holds(place.out, "a-sspf): om"));
  const Said area = run("weak --json --area A4.2 " + example);
  CHECK(holds(area.out, "\"area\": \"A4.2\""));
  CHECK(holds(area.out, "\"ties\": 3"));
  CHECK(holds(run("weak --filter 'form=sspf' " + example).out, "(form=sspf area!=A0)"));
  CHECK(holds(run("weak --json --on 2030-01-01 " + example).out, "\"ties\": 3"));
}

TEST_CASE("weak shows as many lines as asked for, and counts the rest") {
  CHECK(holds(run("weak --lang en --top 1 " + example).out, "and 3 more"));
  CHECK_FALSE(holds(run("weak --lang en --top 0 " + example).out, "more (--top"));
}

TEST_CASE("weak looks as far ahead and back as it is told") {
  CHECK(holds(run("weak --lang en --months 5 " + example).out, "within 5 months: 0"));
  CHECK(holds(run("weak --lang en --months 6 " + example).out, "2026-06-30 ends: "));
  CHECK(holds(run("weak --lang en --stale 1 " + example).out, "2025-10-15: "));
}

TEST_CASE("weak of a file with errors answers, and ends with 1") {
  const Said said = run("weak tests/cli/data/broken.json");
  CHECK(said.exit == 1);
  CHECK(holds(said.err, "error E_REF"));
  CHECK_FALSE(said.out.empty());
}

TEST_CASE("of Sweden, titles that name a last year are told as not known, after what ends") {
  const Said said = run("weak --top 3 datasets/sverige-2025.json");
  CHECK(holds(said.out, "4 har ett sista år i titeln, passerat eller inom 12 månader, men inget slutdatum;"));
  const std::string json = run("weak --json datasets/sverige-2025.json").out;
  const std::size_t at = json.find("\"title_ends\"");
  REQUIRE(at != std::string::npos);
  const std::string ids = json.substr(at, json.find(']', at) - at);
  CHECK(holds(ids, "\"a-av-14-hsa-2023\""));
  CHECK_FALSE(holds(ids, "\"a-av-20-vald\""));  // 2028: later than is asked about
}
