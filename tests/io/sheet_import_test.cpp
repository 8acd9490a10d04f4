// The three tables out and in again.
#include "io/sheet_import.h"

#include <doctest/doctest.h>

#include "base/posix.h"
#include "io/random_network.h"
#include "io/shareable.h"
#include "io/sheet_export.h"
#include "io/table_text.h"

namespace samverka {
namespace {

using Fate = SheetRow::Fate;

const Taxonomy& taxonomy() {
  static const Taxonomy all =
      *read_taxonomy(*read_file(SAMVERKA_SOURCE_DIR "/assets/taxonomy/se-2025.json"), "taxonomy");
  return all;
}

Network network_in(const std::string& json) {
  const ReadNetwork read = read_network(json, "x.json", taxonomy());
  REQUIRE(read.report.is_usable);
  for (const Problem& problem : read.report.problems) {
    if (problem.severity == Severity::error) MESSAGE(problem.code << " " << problem.pointer);
  }
  REQUIRE(read.report.error_count == 0);
  return read.network;
}

std::vector<SheetFile> exported(const Network& network, char separator = ';') {
  return {{"x-actors.csv", sheet_text(network, RowSheet::actors, separator).text},
          {"x-agreements.csv", sheet_text(network, RowSheet::agreements, separator).text},
          {"x-parties.csv", sheet_text(network, RowSheet::parties, separator).text}};
}

SheetImport imported(const Network* base, const std::vector<SheetFile>& files, const SheetWish& wish = {}) {
  Result<SheetImport> result = import_sheets(base, taxonomy(), files, {}, wish);
  if (!result) MESSAGE(result.problem().code << " " << result.problem().message.key);
  REQUIRE(result);
  CHECK(result->read == result->kept() + result->merged() + result->refused);
  CHECK(result->read == result->rows.size());
  for (const SheetRow& row : result->rows) {
    CHECK((row.fate == Fate::refused) == !row.problems.empty());
    for (const Problem& problem : row.problems) {
      CHECK(problem.line > 0);
      CHECK_FALSE(problem.file.empty());
    }
  }
  return std::move(*result);
}

Network small() {
  return network_in(R"({"format":"samverka-network","format_version":"1.0","id":"n","as_of":"2025-12-31",
    "taxonomy":"se-2025","sources":[{"id":"q1","title":"Beslut"}],"actors":[
    {"id":"k-alby","type":"municipality","name":"Alby","county":"01","municipality":"0180","population":900},
    {"id":"k-by","type":"municipality","name":"By","county":"01","municipality":"0181"},
    {"id":"r-x","type":"region","name":"Region X","county":"01"}],
    "agreements":[{"id":"a-1","form":"other","title":"Samverkan","areas":["A3"],"status":"active",
    "parties":[{"actor":"k-alby","role":"principal","state":"adopted"},{"actor":"r-x","role":"principal"}]}],
    "contacts":[{"actor":"k-alby","name":"Anna"}]})");
}

const SheetRow& row_at(const SheetImport& import, std::size_t line) {
  for (const SheetRow& row : import.rows) {
    if (row.line == line) return row;
  }
  FAIL("no row on line " << line);
  return import.rows.front();
}

}  // namespace

TEST_CASE("random networks come back from their tables to the letter, whatever the separator and the files' order") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const Network network = network_in(test::RandomNetwork(seed).json());
    for (const char separator : {';', ',', '\t'}) {
      std::vector<SheetFile> files = exported(network, separator);
      std::rotate(files.begin(), files.begin() + seed % 3, files.end());
      const SheetImport import = imported(nullptr, files);
      for (const SheetRow& row : import.rows) {
        for (const Problem& problem : row.problems)
          MESSAGE(row.key << " " << problem.code << " " << problem.message.key);
      }
      REQUIRE(import.refused == 0);
      REQUIRE(write_network(import.network) == write_network(network));
      if (separator != ';') continue;
      const SheetImport again = imported(&network, files);
      CHECK(again.merged() == again.read);
      CHECK(write_network(again.network) == write_network(network));
    }
  }
}

TEST_CASE("the datasets come back to the letter but for contacts and sensitive positions") {
  for (const char* name : {"exempellan-2024", "exempellan-2025"}) {
    const ReadNetwork read =
        read_network_file(SAMVERKA_SOURCE_DIR "/datasets/" + std::string(name) + ".json", taxonomy());
    const ShareableNetwork out = shareable(read.network);
    CHECK(out.network.contacts.empty());
    const SheetImport import = imported(nullptr, exported(out.network));
    CHECK(import.refused == 0);
    CHECK(write_network(import.network) == write_network(out.network));
  }
}

TEST_CASE("contacts never leave, nor the position of a sensitive actor") {
  Network network = small();
  Actor& home = network.actors.mutable_row(0);
  home.sensitive = true;
  home.position = LatLon{59.3, 18.1};
  const ShareableNetwork out = shareable(network);
  CHECK(out.positions_left_out == 1);
  for (const SheetFile& file : exported(out.network)) {
    CHECK(file.text.find("Anna") == std::string::npos);
    CHECK(file.text.find("59") == std::string::npos);
  }
}

TEST_CASE("a cell that a spreadsheet would run is guarded, a number of our own is not") {
  Network network = small();
  network.actors.mutable_row(0).name = "=HYPERLINK(1)";
  network.actors.mutable_row(0).position = LatLon{-1.5, 2};
  const std::string text = sheet_text(network, RowSheet::actors).text;
  CHECK(text.find(";'=HYPERLINK(1);") != std::string::npos);
  CHECK(text.find(";\"-1,5\";\"2,0\";") != std::string::npos);
}

TEST_CASE("tables that do not say which network they are of need one to go into") {
  const Result<SheetImport> result = import_sheets(nullptr, taxonomy(), {{"a.csv", "id;type;name\nx;other;X\n"}}, {});
  REQUIRE_FALSE(result);
  CHECK(result.problem().code == "E_MISSING");
  CHECK(result.problem().exit == Exit::usage);
  const Result<SheetImport> other = import_sheets(nullptr, taxonomy(), {{"a.csv", "colour;size\nred;3\n"}}, {});
  REQUIRE_FALSE(other);
  CHECK(other.problem().code == "E_TABLE");
}

TEST_CASE("into a network: new rows, changed ones, those that say what is known, and refused ones with their lines") {
  const Network base = small();
  const SheetImport import = imported(&base, {{"a.csv",
                                               "id;type;name;population;county\n"
                                               "k-alby;municipality;Alby;1 000;01\n"
                                               "k-by;municipality;By;;\n"
                                               "k-ny;municipality;Ny kommun;12;01\n"
                                               ";region;Region Y;;\n"
                                               "k-bad;municipality;Fel;tolv;01\n"
                                               "k-short;municipality;Kort;;1\n"
                                               "k-ny;municipality;Annan;;\n"}});
  CHECK(row_at(import, 2).fate == Fate::changed);
  REQUIRE(row_at(import, 2).changes.size() == 1);
  CHECK(row_at(import, 2).changes[0].member == "population");
  CHECK(row_at(import, 2).changes[0].before == "900");
  CHECK(row_at(import, 2).changes[0].after == "1000");
  CHECK(row_at(import, 3).fate == Fate::unchanged);
  CHECK(row_at(import, 4).fate == Fate::added);
  CHECK(row_at(import, 5).key == "region-y");
  REQUIRE(row_at(import, 6).fate == Fate::refused);
  CHECK(row_at(import, 6).problems[0].code == "E_TYPE");
  CHECK(row_at(import, 6).problems[0].column == 24);
  REQUIRE(row_at(import, 7).fate == Fate::refused);
  CHECK(row_at(import, 7).problems[0].message.key == "sheet_problem.zeros");
  CHECK(import.lost_zeros == 1);
  CHECK(row_at(import, 8).problems[0].code == "E_DUPID");
  CHECK(import.read == 7);
  CHECK(import.refused == 3);
  CHECK(import.network.actors.size() == 5);
  CHECK(import.network.contacts == base.contacts);
}

TEST_CASE("lost zeros are put back only when that is asked for") {
  const Network base = small();
  const std::vector<SheetFile> files = {
      {"a.csv", "id,type,name,county,municipality,serves\nk-ny,municipality,Ny,1,182,\"180, 0181\"\n"}};
  const SheetImport refused = imported(&base, files);
  CHECK(refused.refused == 1);
  CHECK(refused.rows[0].problems.size() == 3);
  CHECK(refused.network.actors.size() == base.actors.size());
  SheetWish wish;
  wish.restores_zeros = true;
  const SheetImport taken = imported(&base, files, wish);
  CHECK(taken.lost_zeros == 3);
  REQUIRE(taken.added == 1);
  const Actor& row = taken.network.actors[3];
  CHECK(row.county == "01");
  CHECK(row.municipality == "0182");
  CHECK(row.serves == std::vector<std::string>{"0180", "0181"});
}

TEST_CASE("decimal commas, points, blanks between thousands and a spreadsheet's own words are understood") {
  const Network base = small();
  const SheetImport import = imported(&base, {{"a.csv",
                                               "id;position/lat;position/lon;population;sensitive;valid/to\n"
                                               "k-alby;61,10;15.2;48\xC2\xA0"
                                               "000;SANT;tills vidare\n"}});
  const Actor& row = import.network.actors[0];
  REQUIRE(row.position);
  CHECK(row.position->lat == doctest::Approx(61.1));
  CHECK(row.position->lon == doctest::Approx(15.2));
  CHECK(row.population == 48000);
  CHECK(row.sensitive == true);
  CHECK(row.valid->end == Validity::End::open);
}

TEST_CASE("parties: changed by actor and role, added, refused alone; what an unusable row would bring goes too") {
  const Network base = small();
  const SheetImport import = imported(&base, {{"p.csv",
                                               "agreement\tactor\trole\tstate\tfrom\n"
                                               "a-1\tRegion X\tprincipal\tadopted\t\n"
                                               "Samverkan\tBy\tparticipant\tadopted\t2025-02-30\n"
                                               "a-1\tk-by\thost\t\t\n"
                                               "a-2\tk-by\thost\t\t\n"
                                               "a-1\tnobody\thost\t\t\n"}});
  CHECK(row_at(import, 2).fate == Fate::changed);
  CHECK(row_at(import, 3).problems.at(0).code == "E_DATE");
  CHECK(row_at(import, 4).fate == Fate::added);
  CHECK(row_at(import, 5).problems.at(0).code == "E_REF");
  CHECK(row_at(import, 6).problems.at(0).code == "E_REF");
  REQUIRE(import.network.agreements[0].parties.size() == 3);
  CHECK(import.network.agreements[0].parties[1].state == PartyState::adopted);
  CHECK(import.network.agreements[0].parties[2].actor.id == ActorId(1U));
}

TEST_CASE("a new agreement comes with its parties, from their own table or its column; without any it is refused") {
  const Network base = small();
  const SheetImport import = imported(&base, {{"g.csv",
                                               "title;form;areas;status;parties\n"
                                               "Nytt avtal;Samverkansavtal;A3;active;Alby, r-x\n"
                                               "Tomt avtal;other;A3;active;\n"
                                               "Tredje;other;A3;active;\n"},
                                              {"p.csv", "actor;agreement\nk-by;Tredje\nk-by;Tomt\n"}});
  CHECK(row_at(import, 2).key == "a-nytt-avtal");
  CHECK(import.rows[1].fate == Fate::refused);
  CHECK(import.rows[2].fate == Fate::added);
  CHECK(import.network.agreements.size() == 3);
  CHECK(import.network.agreements[1].parties.size() == 2);
}

TEST_CASE("parties of a refused agreement are refused with a word on why") {
  const Network base = small();
  const SheetImport import = imported(
      &base, {{"p.csv", "actor;agreement\nk-by;a-x\n"}, {"g.csv", "id;title;form;areas;status\na-x;X;other;A3;hmm\n"}});
  CHECK(import.refused == 2);
  CHECK(import.rows[0].problems[0].message.key == "sheet_problem.refused_row");
  CHECK(write_network(import.network) == write_network(base));
}

TEST_CASE("damaged tables give counts that add up, and places for all that is refused") {
  const Network network = network_in(test::RandomNetwork(7).json());
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<SheetFile> files = exported(network);
    std::string& text = files[random() % 3].text;
    const std::size_t at = random() % text.size();
    if (round % 3 == 0) text.erase(at, 1 + random() % 20);
    if (round % 3 == 1) text.insert(at, std::string(1, ";x\"\n1"[random() % 5]));
    if (round % 3 == 2) text[at] = static_cast<char>('a' + random() % 26);
    const Result<SheetImport> result = import_sheets(nullptr, taxonomy(), files, {});
    if (!result) {
      CHECK(result.problem().exit >= Exit::usage);
      continue;
    }
    CHECK(result->read == result->kept() + result->merged() + result->refused);
    const ReadNetwork again = read_network(write_network(result->network), "x", taxonomy());
    for (const Problem& problem : again.report.problems) {
      const bool is_rows = problem.pointer.starts_with("/actors/") || problem.pointer.starts_with("/agreements/");
      const bool is_bad = problem.severity == Severity::error && is_rows;
      if (is_bad) MESSAGE(problem.code << " " << problem.pointer);
      CHECK_FALSE(is_bad);
    }
  }
}

}  // namespace samverka
