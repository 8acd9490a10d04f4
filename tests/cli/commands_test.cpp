#include <algorithm>

#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string small = "tests/cli/data/small.json";
const std::string broken = "tests/cli/data/broken.json";
const std::string missing = "tests/cli/data/not-there.json";

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

// ---- check ----

TEST_CASE("check tells every problem with file, line, column, code and pointer") {
  const Said said = run("check " + broken);
  CHECK(said.exit == 1);
  check_golden("check-broken.stderr", said.err);
  check_golden("check-broken.stdout", said.out);
}

TEST_CASE("check --json has the contract's members, and its words in the language asked for") {
  const Said said = run("check --json --lang en " + broken + " " + small);
  CHECK(said.exit == 1);
  CHECK(said.err.empty());
  check_golden("check.json", said.out);
}

TEST_CASE("check ends with the highest of its files' exit codes") {
  write(scratch("half.json"), R"({"format": "samverka-network", )");
  write(scratch("deep.json"), std::string(100, '['));
  CHECK(run("check " + small).exit == 0);
  CHECK(run("check " + small + " " + broken).exit == 1);
  CHECK(run("check " + broken + " " + missing).exit == 2);
  CHECK(run("check " + scratch("half.json") + " " + missing).exit == 3);
  CHECK(run("check " + scratch("half.json") + " " + scratch("deep.json")).exit == 4);
}

TEST_CASE("check --quiet says nothing of a sound file and keeps warnings back") {
  const Said sound = run("check --quiet " + small);
  CHECK(sound.out + sound.err == "");
  const Said said = run("check --quiet " + broken);
  CHECK(said.out.empty());
  CHECK(holds(said.err, "error E_REF"));
  CHECK_FALSE(holds(said.err, "warning"));
}

TEST_CASE("a folder, a missing file and standard input are read or refused, never waited for") {
  CHECK(holds(run("check tests").err, "tests: error E_NOTREG: "));
  CHECK(run("check tests").exit == 2);
  CHECK(holds(run("check " + missing).err, "not-there.json: error E_OPEN: "));
  CHECK(run("check - <" + small).exit == 0);
  CHECK(run("check - </dev/null").exit == 3);
}

TEST_CASE("a name with control characters cannot drive the terminal") {
  const Said said = run("check \"$(printf 'a\\033[31mb')\"");
  CHECK(said.exit == 2);
  CHECK_FALSE(holds(said.err, "\033"));
}

TEST_CASE("check reads a rules file as one, and tells all its problems with their places") {
  const Said good = run("check assets/rules/grundnormer-2025.json");
  CHECK(good.exit == 0);
  CHECK(good.out == "assets/rules/grundnormer-2025.json: inga fel (regelfil)\n");
  CHECK(run("check - <assets/rules/grundnormer-2025.json").exit == 0);
  const Said bad = run("check tests/cli/data/bad-rules.json");
  CHECK(bad.exit == 1);
  check_golden("check-bad-rules.stderr", bad.err);
  CHECK(bad.out == "tests/cli/data/bad-rules.json: 4 fel, 0 varningar\n");
  CHECK(holds(run("check --json tests/cli/data/bad-rules.json").out, "\"errors\": 4"));
  CHECK(run("check " + small + " assets/rules/grundnormer-2025.json").exit == 0);
  // A network that only speaks of one is a network.
  write(scratch("speaks.json"), R"({"format":"samverka-network","format_version":"1.0","id":"n","as_of":"2025-01-01",)"
                                R"("title":"samverka-rules","taxonomy":"se-2025","actors":[],"agreements":[]})");
  CHECK_FALSE(holds(run("check " + scratch("speaks.json")).out, "regelfil"));
  write(scratch("newer-rules.json"), R"({"format":"samverka-rules","format_version":"2.0"})");
  CHECK(run("check " + scratch("newer-rules.json")).exit == 3);
}

// ---- info ----

TEST_CASE("info counts what is recorded and says what is not known") {
  check_golden("info-sv.txt", run("info " + small).out);
  check_golden("info-en.txt", run("info --lang en " + small).out);
  check_golden("info.json", run("info --json " + small).out);
}

TEST_CASE("info --on reckons with another day") {
  CHECK(holds(run("info --json --on 2023-06-30 " + small).out, "\"active\": 0"));
  CHECK(holds(run("info --json --on 2023-06-30 " + small).out, "\"as_of\": \"2023-06-30\""));
}

TEST_CASE("info --filter counts only what it lets through, and says so") {
  const Said said = run("info --lang en --filter 'area=A4.2' " + small);
  CHECK(said.exit == 0);
  CHECK(holds(said.out, "Filter: "));
  CHECK(holds(said.out, "(area=A4.2)"));
  const Said json = run("info --json --filter 'area=A4.2 county=99' " + small);
  CHECK(json.exit == 0);
  CHECK(holds(json.out, "\"agreements\": {\n    \"total\": 1,"));
  CHECK(run("info --json --filter '' " + small).out == run("info --json " + small).out);
  CHECK(holds(run("info --filter 'county=2O' " + small).err, "error E_FILTER: "));
}

TEST_CASE("info of a file with errors answers all the same, tells them and ends with 1") {
  const Said said = run("info --json " + broken);
  CHECK(said.exit == 1);
  CHECK(holds(said.out, "\"id\": \"trasigt\""));
  CHECK(holds(said.err, "error E_REF"));
}

TEST_CASE("info tells how many errors it has not listed, and no warnings among them") {
  std::string actors;
  for (int i = 0; i < 1200; ++i) {
    actors += (i ? ",{\"id\":\"x" : "{\"id\":\"x") + std::to_string(i) + R"(","type":"nonsense","name":"n"})";
  }
  const std::string head =
      R"({"format":"samverka-network","format_version":"1.0","id":"n","as_of":"2025-12-31","taxonomy":"se-2025",)";
  write(scratch("warnings.json"), head + "\"actors\":[" + actors + "],\"agreements\":[]}");
  CHECK(run("info --json " + scratch("warnings.json")).err.empty());
}

TEST_CASE("a slightly newer file is read with a notice") {  // BAD-INPUT 51
  write(scratch("newer.json"), R"({"format":"samverka-network","format_version":"1.7","id":"n","as_of":"2025-12-31",)"
                               R"("taxonomy":"se-2025","actors":[],"agreements":[]})");
  const Said said = run("info " + scratch("newer.json"));
  CHECK(said.exit == 0);
  CHECK(holds(said.err, "warning W_VERSION"));
  CHECK(run("info --quiet " + scratch("newer.json")).err.empty());
}

TEST_CASE("a result that cannot be written out is told as that, not as a file that was not saved") {
  const Said said = run("info " + small + " >/dev/full");
  CHECK(said.exit == 5);
  CHECK(holds(said.err, "E_SAVE: Resultatet kunde inte skrivas ut ("));
}

TEST_CASE("info of what cannot be read leaves standard output empty") {
  const Said said = run("info --json - </dev/null");
  CHECK(said.exit == 3);
  CHECK(said.out.empty());
}

TEST_CASE("the language is --lang, else LANG, else Swedish") {
  CHECK(holds(run("info " + small, "LANG=en_GB.UTF-8").out, "Actors"));
  CHECK(holds(run("info --lang sv " + small, "LANG=en_GB.UTF-8").out, "Aktörer"));
  CHECK(holds(run("info " + small, "LANG=C").out, "Aktörer"));
  CHECK(holds(run("info " + small, "env -u LANG").out, "Aktörer"));
  CHECK(holds(run("--lang en info " + small).out, "Actors"));
}

// ---- edge lists ----

TEST_CASE("an edge list is a plain graph to info and layout") {
  write(scratch("plain.csv"), "source,target\na,b\nb,c\n");
  const Said info = run("info --json " + scratch("plain.csv"));
  CHECK(info.exit == 0);
  CHECK(holds(info.out, "\"id\": \"plain\""));
  CHECK(holds(info.out, "\"total\": 3"));
  const Said layout = run("layout " + scratch("plain.csv"));
  CHECK(layout.exit == 0);
  CHECK(layout.out.starts_with("id,x,y\na,"));
  CHECK(run("layout --algorithm map " + scratch("plain.csv")).exit == 2);
  for (const std::string command : {"info", "layout"}) {
    const Said filtered = run(command + " --filter county=20 " + scratch("plain.csv"));
    CHECK(filtered.exit == 2);
    CHECK(holds(filtered.err, "en ren graf har inget att filtrera på"));
  }
}

TEST_CASE("a table with another header is no edge list, and not called wrong JSON") {
  write(scratch("wrong.csv"), "from,to\na,b\n");
  const Said said = run("info " + scratch("wrong.csv"));
  CHECK(said.exit == 3);
  CHECK(holds(said.err, "wrong.csv:1:1: error E_PARSE: En kantlista ska börja med"));
}

TEST_CASE("names in a table are quoted, and none is a formula") {
  const Said said = run("layout - <<'END'\nsource,target\n\"a,b\",=cmd\nEND\n#");
  CHECK(holds(said.out, "\n\"a,b\","));
  CHECK(holds(said.out, "\n'=cmd,"));
}

// ---- layout ----

TEST_CASE("layout has one row a vertex, and the same seed gives the same bytes") {
  for (const std::string algorithm : {"stress", "map"}) {
    const Said said = run("layout " + small + " --seed 7 --algorithm " + algorithm);
    CHECK(said.exit == 0);
    CHECK(std::count(said.out.begin(), said.out.end(), '\n') == 7);  // header, 4 actors, 2 agreements
    CHECK(said.out == run("layout " + small + " --seed 7 --algorithm " + algorithm).out);
    CHECK_FALSE(holds(said.out, "nan"));
  }
  CHECK(run("layout " + small + " --seed 7").out != run("layout " + small + " --seed 8").out);
}

TEST_CASE("layout --json has the same positions as the table") {
  const Said said = run("layout --json --filter 'area=A4.2' --seed 7 " + small);
  const Said table = run("layout --filter 'area=A4.2' --seed 7 " + small);
  CHECK(said.exit == 0);
  CHECK(said.out.starts_with("{\n  \"positions\": [\n    {\n      \"id\": "));
  const std::string row = table.out.substr(table.out.rfind('\n', table.out.size() - 2) + 1);
  const std::string id = row.substr(0, row.find(','));
  const std::string x = row.substr(id.size() + 1, row.rfind(',') - id.size() - 1);
  CHECK(holds(said.out, "\"id\": \"" + id + "\",\n      \"x\": " + x + ","));
}

TEST_CASE("layout --filter places only what it lets through") {
  const Said said = run("layout " + small + " --filter 'area=A4.2'");
  CHECK(holds(said.out, "\na-halsa,"));
  CHECK_FALSE(holds(said.out, "\na-raddning,"));
  CHECK_FALSE(holds(said.out, "\nu-skolan,"));
}

// ---- snapshot ----

TEST_CASE("snapshot writes SVG and PNG, the same bytes each time, without display or home folder") {
  const std::string bare = "env -i";
  for (const std::string view : {"map", "network"}) {
    const std::string arguments = "snapshot " + small + " --view " + view + " -o ";
    const Said svg = run(arguments + "-", bare);
    CHECK(svg.exit == 0);
    CHECK(svg.err.empty());
    CHECK(holds(svg.out.substr(0, 200), "<svg"));
    CHECK(holds(svg.out, "Region Exempel"));
    CHECK(svg.out == run(arguments + "-", bare).out);
    CHECK(run(arguments + scratch("a.png") + " --size 400x300 --theme dark", bare).exit == 0);
    CHECK(content_of(scratch("a.png")).starts_with("\x89PNG"));
  }
}

TEST_CASE("snapshot writes PDF, the matrix, one a county and numbered days") {
  CHECK(run("snapshot " + small + " --size A4 -o " + scratch("a.pdf")).exit == 0);
  CHECK(holds(content_of(scratch("a.pdf")), "/MediaBox [ 0 0 842.25 595.5 ]"));
  CHECK(run("snapshot " + small + " --view matrix -o " + scratch("m.svg")).exit == 0);
  CHECK(holds(content_of(scratch("m.svg")), "Alla områden</text>"));
  CHECK(holds(content_of(scratch("m.svg")), "Network: "));
  const Said counties =
      run("snapshot datasets/exempellan-2025.json --view matrix --each county -o " + scratch("c.svg"));
  CHECK(counties.exit == 0);
  CHECK(counties.out == scratch("c-99.svg") + "\n");
  const Said frames = run("snapshot " + small + " --frames 2023-01-01..2025-01-01 -o " + scratch("f.svg"));
  CHECK(frames.exit == 0);
  CHECK(frames.out == scratch("f-0001.svg") + "\n" + scratch("f-0002.svg") + "\n" + scratch("f-0003.svg") + "\n");
  CHECK(holds(content_of(scratch("f-0002.svg")), "2024-01-01"));
  const Said bare = run("snapshot " + small + " --without legend,title,source,filter,date --margin 0 -o -");
  CHECK(bare.exit == 0);
  CHECK_FALSE(holds(bare.out, ">Kommuner</text>"));
}

TEST_CASE("the words of the filter stand in the picture") {
  CHECK(holds(run("snapshot " + small + " -o - --filter 'county=99'").out, "county=99"));
}

TEST_CASE("a picture that cannot be saved ends with 5 and says where") {
  const Said said = run("snapshot " + small + " -o " + scratch("no-such-folder/a.svg"));
  CHECK(said.exit == 5);
  CHECK(holds(said.err, "a.svg: error E_SAVE: "));
}
