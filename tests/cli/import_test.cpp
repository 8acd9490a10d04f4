// samverka export and import.
#include <fstream>

#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string small = "tests/cli/data/small.json";
const std::string example = "datasets/exempellan-2025.json";

std::string tables(const std::string& stem) {
  return stem + "-parties.csv " + stem + "-actors.csv " + stem + "-agreements.csv";
}

}  // namespace

TEST_CASE("export writes three tables, and import makes the same network of them, in any order") {
  for (const std::string separator : {"semicolon", "comma", "tab"}) {
    const std::string stem = scratch("out-" + separator);
    const Said out = run("export " + example + " --separator " + separator + " -o " + stem + ".csv");
    CHECK(out.exit == 0);
    CHECK(holds(out.out, stem + "-actors.csv: 151 rader"));
    CHECK(holds(out.err, "Lägen för 2 skyddade aktörer är utelämnade"));
    const std::string json = scratch("shared.json"), back = scratch("back.json");
    CHECK(run("export " + example + " -o " + json).exit == 0);
    const Said in = run("import " + tables(stem) + " -o " + back + " --json");
    CHECK(in.exit == 0);
    CHECK(holds(in.out, "\"read\": 612"));
    CHECK(holds(in.out, "\"kept\": 612"));
    CHECK(holds(in.out, "\"refused\": 0"));
    CHECK(content_of(back) == content_of(json));
  }
}

TEST_CASE("export keeps contacts back, and writes what it can write only") {
  const std::string json = scratch("no-contacts.json");
  CHECK(run("export " + example + " -o " + json).exit == 0);
  CHECK_FALSE(holds(content_of(json), "\"contacts\""));
  const Said other = run("export " + small + " -o " + scratch("x.docx"));
  CHECK(other.exit == 2);
  CHECK(holds(other.err, ".json, .xlsx, .csv, .graphml, .gexf"));
  CHECK(run("export " + small).exit == 2);
  CHECK(run("export " + small + " -o " + small).exit == 2);
  CHECK(run("export " + small + " --separator x -o " + scratch("x.csv")).exit == 2);
}

TEST_CASE("lost zeros are told with file and line, and put back only when that is asked for") {
  const std::string spoilt = scratch("spoilt.csv");
  std::ofstream(spoilt) << "id;type;name;county\nk-ny;municipality;Ny;1\n";
  const Said refused = run("import --lang en " + spoilt + " --into " + small + " -o " + scratch("z.json"));
  CHECK(refused.exit == 1);
  CHECK(holds(refused.err, spoilt + ":2:"));
  CHECK(holds(refused.err, "Then it should say 01"));
  CHECK(holds(refused.out, "Refused: 1"));
  const Said mended =
      run("import --lang en --restore-zeros " + spoilt + " --into " + small + " -o " + scratch("z.json"));
  CHECK(mended.exit == 0);
  CHECK(holds(mended.out, "1 code has got its leading zeros back"));
  CHECK(holds(content_of(scratch("z.json")), "\"county\": \"01\""));
}

TEST_CASE("import says what it needs, and writes over nothing that it reads") {
  const std::string table = scratch("table.csv");
  std::ofstream(table) << "id;type;name\nk-ny;municipality;Ny\n";
  const Said said = run("import " + table + " -o " + scratch("n.json"));
  CHECK(said.exit == 2);
  CHECK(holds(said.err, "--into FILE"));
  CHECK(run("import " + table + " --into " + small + " -o " + small).exit == 2);
  CHECK(run("import " + table + " --into " + small + " -o " + scratch("n.csv")).exit == 2);
  CHECK(run("import " + small + " -o " + scratch("n.json")).exit == 3);
  CHECK(run("import tests/cli/data/none.csv -o " + scratch("n.json")).exit == 2);
}
