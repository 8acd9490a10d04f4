#include "cli/program.h"

using namespace samverka::test;

namespace {

const std::string file = "datasets/exempellan-2025.json";

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::string sheet_of(const std::string& rows) {
  const std::string path = scratch("answers.csv");
  write(path, "Aktörens id;Normens id;\"Svar (ja, nej, vet ej)\";Dokument;Med vem;Gäller från;Källa\r\n" + rows);
  return path;
}

}  // namespace

TEST_CASE("answer without answers writes the network as it was, byte for byte") {
  const std::string sheet = scratch("q.csv"), out = scratch("out.json");
  REQUIRE(run("ask " + file + " -o " + sheet).exit == 0);
  const Said said = run("answer " + file + " " + sheet + " -o " + out);
  CHECK(said.exit == 0);
  CHECK(said.err.empty());
  CHECK(content_of(out) == content_of(file));
  CHECK(holds(said.out, "förda in 0 + redan kända 0 + avvisade 0"));
}

TEST_CASE("answer takes yes, no and don't know, says what it refuses, and leaves the input as it was") {
  const std::string before = content_of(file);
  const std::string sheet = sheet_of(
      "k-bjorkoby;digitalisering;ja;Gemensam e-tjänst för ansökan;k-granby, k-sjoby;2025-03-01;https://bjorkoby.se\r\n"
      "k-bjorkoby;placerade-barn;nej;;;;\r\n"
      "k-bjorkoby;ideburna;vet ej;;;;\r\n"
      "k-bjorkoby;samhallsplanering;nej;;;;\r\n"
      "k-bjorkoby;utskrivning;nej;;;;\r\n"
      "k-bjorkoby;skola;ja;Avtal;;;\r\n"
      "k-bjorkoby;brott-rad;nej;;;;\r\n");
  const std::string out = scratch("out.json");
  const Said said = run("answer " + file + " " + sheet + " -o " + out);
  CHECK(said.exit == 1);  // rows were refused
  check_golden("answer-sv.txt", said.out);
  std::string told;  // without the folder that changes from run to run
  std::istringstream lines(said.err);
  for (std::string line; std::getline(lines, line);) told += line.substr(scratch_folder().string().size() + 1) + "\n";
  check_golden("answer-sv.stderr", told);
  CHECK(content_of(file) == before);
  CHECK(run("check --quiet " + out).exit == 0);
  CHECK(holds(run("gaps --json " + out).out, "svar-k-bjorkoby-gemensam-e-tjanst-for-ansokan"));
  const Said json = run("answer --quiet --json " + file + " " + sheet + " -o " + out);
  check_golden("answer.json", json.out);
  const Said again = run("answer " + out + " " + sheet + " -o " + scratch("again.json"));
  CHECK(holds(again.out, "förda in 0"));
  CHECK(content_of(scratch("again.json")) == content_of(out));
}

TEST_CASE("answer never writes over what it reads, and needs all three files") {
  const std::string sheet = sheet_of("k-granby;ideburna;vet ej;;;;\r\n");
  const std::string copy = scratch("copy.json");
  std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
  const std::string link = scratch("link.json");
  std::filesystem::remove(link);
  std::filesystem::create_symlink(copy, link);
  for (const std::string& out : {copy, sheet, link}) {
    const Said said = run("answer " + copy + " " + sheet + " -o " + out);
    CHECK(said.exit == 2);
    CHECK(content_of(copy) == content_of(file));
  }
  CHECK(run("answer " + file + " " + sheet).exit == 2);
  CHECK(run("answer " + file + " -o " + scratch("x.json")).exit == 2);
  CHECK(run("answer " + file + " missing.csv -o " + scratch("x.json")).exit == 2);
  CHECK(run("answer " + file + " " + file + " -o " + scratch("x.json")).exit == 3);  // no table
  CHECK(run("answer " + file + " " + sheet + " -o /nowhere/at/all.json").exit == 5);
  CHECK_FALSE(std::filesystem::exists(scratch("x.json")));
}

TEST_CASE("answer to standard output gives the network there and the counts beside it") {
  const std::string sheet = sheet_of("");
  const Said said = run("answer " + file + " " + sheet + " -o -");
  CHECK(said.exit == 0);
  CHECK(said.out == content_of(file));
  CHECK(holds(said.err, "Okända:"));
}
