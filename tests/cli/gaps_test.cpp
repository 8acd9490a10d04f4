#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string county = "datasets/exempellan-2025.json";
const std::string example = "tests/data/rules/network.json --rules tests/data/rules/rules.json";

std::string rules_file(const std::string& name, const std::string& rules) {
  const std::string path = scratch(name);
  std::ofstream(path, std::ios::binary)
      << R"({"format":"samverka-rules","format_version":"1.0","id":"own","taxonomy":"se-2025","rules":)" + rules + "}";
  return path;
}

}  // namespace

TEST_CASE("gaps tells of every norm what holds, what is missing and what is not known, in both languages") {
  check_golden("gaps-exempellan-sv.txt", run("gaps " + county).out);
  check_golden("gaps-exempellan-en.txt", run("gaps --lang en " + county).out);
  check_golden("gaps-example-sv.txt", run("gaps " + example).out);
}

TEST_CASE("gaps --json has the contract's members, unrounded") {
  const Said said = run("gaps --json " + example);
  CHECK(said.exit == 0);
  CHECK(said.err.empty());
  check_golden("gaps-example.json", said.out);
  CHECK(said.out == run("gaps --json --lang en " + example).out);
}

TEST_CASE("--fail-on ends with 1 where something is missing: against a law, or against any norm") {
  CHECK(run("gaps --quiet " + example).exit == 0);
  CHECK(run("gaps " + example + " --fail-on law").exit == 0);
  CHECK(run("gaps " + example + " --fail-on any").exit == 1);
  const std::string law = R"([{"id":"L","class":"law","for_each":{"type":"municipality"},"need":{"min_partners":9,)"
                          R"("partner":{},"agreement":{"area":"A9"}}}])";
  const std::string with_law = "gaps tests/data/rules/network.json --rules " + rules_file("law.json", law);
  CHECK(run(with_law + " --fail-on law").exit == 1);
  CHECK(run(with_law + " --fail-on law --filter id=k-fjallby").exit == 0);  // who has not answered is no gap
  const Said said = run("gaps " + example + " --fail-on maybe");
  CHECK(said.exit == 2);
  CHECK(holds(said.err, "law, any"));
}

TEST_CASE("a rules file with an error is told in full and answers nothing") {
  const std::string wrong = R"([{"id":"W","class":"lag","for_each":{"type":"kommun"},"need":{}}])";
  const Said said = run("gaps " + county + " --rules " + rules_file("wrong.json", wrong));
  CHECK(said.exit == 1);
  CHECK(said.out.empty());
  CHECK(holds(said.err, "wrong.json:1:110: error E_UNKNOWN: "));
  CHECK(holds(said.err, "(/rules/0/for_each/type)"));
  CHECK(holds(said.err, "error E_MISSING: "));
  CHECK(run("gaps " + county + " --rules tests/cli/data/not-there.json").exit == 2);
  CHECK(run("gaps " + county + " --rules " + county).exit == 3);
}

TEST_CASE("--filter chooses whom it is about, and never hides an agreement") {
  const Said said = run("gaps --lang en --filter municipality_group=B3 " + county);
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "Filter: "));
  CHECK(holds(said.out, "Agreement with the region"));
  CHECK_FALSE(holds(said.out, "Fjällby"));
  const Said refused = run("gaps --filter area=A3 " + county);
  CHECK(refused.exit == 2);
  CHECK(holds(refused.err, "area"));
}

TEST_CASE("--on asks of another day") {
  CHECK(holds(run("gaps --json --on 2027-01-31 " + example).out, "\"as_of\": \"2027-01-31\""));
  CHECK(run("gaps --json --on 2023-06-30 " + example).out != run("gaps --json " + example).out);
}

TEST_CASE("a network without a date needs one, and an edge list has no norms") {
  const std::string path = scratch("undated.json");
  std::ofstream(path) << R"({"format":"samverka-network","format_version":"1.0","id":"n","taxonomy":"se-2025",)"
                      << R"("actors":[],"agreements":[]})";
  CHECK(holds(run("gaps " + path).err, "--on"));
  CHECK(run("gaps " + path).exit == 2);
  CHECK(run("gaps --on 2025-01-01 " + path).exit == 1);  // the missing date is still an error of the file
  const std::string edges = scratch("edges.csv");
  std::ofstream(edges) << "source,target\na,b\n";
  CHECK(run("gaps " + edges).exit == 3);
}

TEST_CASE("of Sweden, what is near a norm is told for those who have it, and the outcomes are as without it") {
  const std::string out = run("gaps --lang sv datasets/sverige-2025.json").out;
  CHECK(
      holds(out,
            "Nära träff för 49: ”Överenskommelse om samverkan vid in- och utskrivning från sluten hälso- och sjukvård "
            "(Västra Götaland)”, antagen och i kraft men av en annan form än normens. Fråga om det räcker."));
  CHECK(holds(out,
              "Nära träff för 15: ”Länsövergripande överenskommelse om ansvarsfördelning när kommunen beslutar om "
              "placering på HVB (Dalarna)”, antagen och i kraft men utan angiven målgrupp. Fråga om det räcker."));
  CHECK(holds(out, "uppfyllt 6, okänt 283, undantagen 1"));
  const std::string county = run("gaps --lang sv datasets/sverige-2025.json --filter county=20").out;
  CHECK(holds(county, "Varför okänt: ingen uppgift som stämmer 15\n    Nära träff för 15: "));
  CHECK(holds(county, "Varför okänt: ingen uppgift 15\n"));
  const std::string json = run("gaps --json datasets/sverige-2025.json").out;
  std::size_t hits = 0;
  for (std::size_t at = json.find("\"near\": [\n"); at != std::string::npos; at = json.find("\"near\": [\n", at + 1)) {
    ++hits;
  }
  CHECK(hits == 165);  // 150 of eight counties' discharge agreements, and 15 of Dalarna's placements
}
