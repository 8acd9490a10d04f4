#include "app/exports.h"

#include <doctest/doctest.h>

#include "base/posix.h"
#include "io/read_network.h"
#include "support/folder.h"

using namespace samverka;

namespace {

const Assets& assets() {
  static const Assets loaded = *load_assets(true);
  return loaded;
}

Network county() {
  return read_network_file(SAMVERKA_SOURCE_DIR "/datasets/exempellan-2025.json", assets().taxonomy).network;
}

DataExport exported(const Network& network, ExportRequest request) {
  Progress progress;
  auto data = export_data(network, assets(), request, progress);
  REQUIRE(data);
  return *data;
}

ExportRequest of(std::string_view format) {
  ExportRequest request;
  request.format = format;
  return request;
}

}  // namespace

TEST_CASE("every format gives the same bytes twice, and says nothing of contacts") {
  Network network = county();
  network.contacts = R"([{"actor": "k-granby", "name": "Anna Kontakt"}])";
  for (const ExportFormat& format : export_formats()) {
    const DataExport once = exported(network, of(format.ending));
    const DataExport again = exported(network, of(format.ending));
    REQUIRE(once.files.size() == again.files.size());
    for (std::size_t i = 0; i < once.files.size(); ++i) {
      CHECK(once.files[i].bytes == again.files[i].bytes);
      CHECK(once.files[i].bytes.find("Anna Kontakt") == std::string::npos);
    }
  }
}

TEST_CASE("what the filter keeps back is not referred to: the export is sound by itself") {
  ExportRequest request = of("json");
  request.filter = *parse_filter("type=municipality,region area=A4");
  const DataExport data = exported(county(), request);
  const ReadNetwork read = read_network(data.files[0].bytes, "n.json", assets().taxonomy);
  for (const Problem& problem : read.report.problems) CHECK(problem.severity == Severity::warning);
  CHECK(read.network.actors.size() > 5);
  CHECK(read.network.actors.size() < county().actors.size());
}

TEST_CASE("counts from one to four are left out where that is asked for") {
  Network network = county();
  network.actors.mutable_row(0).population = 4;
  network.actors.mutable_row(1).population = 5;
  ExportRequest request = of("json");
  CHECK(exported(network, request).files[0].bytes.find("\"population\": 4,") != std::string::npos);
  request.suppresses_small = true;
  const std::string text = exported(network, request).files[0].bytes;
  CHECK(text.find("\"population\": 4,") == std::string::npos);
  CHECK(text.find("\"population\": 5,") != std::string::npos);
}

TEST_CASE("what XML cannot hold is told of by name, and refused where one is strict") {
  Network network = county();
  network.actors.mutable_row(0).name = "Alby\x1b kommun";
  for (const char* format : {"graphml", "gexf", "xlsx"}) {
    ExportRequest request = of(format);
    const DataExport data = exported(network, request);
    REQUIRE(data.replaced.size() >= 1);
    CHECK(data.replaced[0].find("Alby") == 0);
    request.is_strict = true;
    Progress progress;
    const auto refused = export_data(network, assets(), request, progress);
    REQUIRE_FALSE(refused);
    CHECK(refused.problem().code == "E_CONTROL");
    CHECK(refused.problem().exit == Exit::save);
  }
  ExportRequest json = of("json");  // JSON and CSV hold it as it is
  json.is_strict = true;
  CHECK(exported(network, json).replaced.empty());
}

TEST_CASE("a file name tells its format, and three tables have a name each") {
  CHECK(export_format_of_file("a/b.graphml")->ending == "graphml");
  CHECK_FALSE(export_format_of_file("a.b/csv"));
  CHECK_FALSE(export_format_of_file(".csv"));
  CHECK_FALSE(export_format_of_file("a.svg"));
  CHECK(export_paths("a.b/x.y.csv") ==
        std::vector<std::string>{"a.b/x.y-actors.csv", "a.b/x.y-agreements.csv", "a.b/x.y-parties.csv"});
  CHECK(export_paths("x.gexf") == std::vector<std::string>{"x.gexf"});
}

TEST_CASE("an export that cannot be written leaves the old file as it was") {
  TestFolder folder;
  const std::string path = folder / "ut.gexf";
  REQUIRE(write_file_atomically(path, "före"));
  const DataExport data = exported(county(), of("gexf"));
  CHECK_FALSE(save_export(data, folder / "finns inte/ut.gexf"));
  CHECK(*read_file(path) == "före");
  REQUIRE(save_export(data, path));
  CHECK(*read_file(path) == data.files[0].bytes);
}
