#pragma once
// The network for other programs and other people, as data: what the command line and the window write.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/assets.h"
#include "base/progress.h"
#include "base/result.h"
#include "io/shareable.h"
#include "model/filter.h"

namespace samverka {

struct ExportRequest {
  std::string format = "json";  // an ending of export_formats()
  Sensitive sensitive = Sensitive::coarsened;
  std::optional<Filter> filter;   // rows that it lets through (app/restricted_network.h); none: all
  std::optional<Date> on;         // the day that decides what is active and who is tied; else the network's own
  bool has_pairs = false;         // GraphML: edges between pairs of actors instead of hyperedges
  bool suppresses_small = false;  // counts from 1 to 4 (analysis/small_counts.h): inhabitants, and counts of a sheet
  bool is_strict = false;         // E_CONTROL instead of replacing what XML cannot hold
  char separator = ';';           // CSV
  std::string language = "sv";    // of words for people: XLSX, and descriptions
};

struct ExportedFile {
  std::string bytes;
  std::size_t rows = 0;  // actors; of CSV the rows of each table
};

struct DataExport {
  std::vector<ExportedFile> files;
  std::size_t positions_left_out = 0, actors_left_out = 0, agreements_left_out = 0, texts_changed = 0;
  std::size_t long_cells = 0;
  std::size_t nodes = 0, edges = 0;   // of a graph
  std::vector<std::string> replaced;  // names of rows that held what XML cannot
};

struct ExportInput {
  const Network& network;  // what may leave, and what the filter lets through of it
  const Assets& assets;
  const ExportRequest& request;
  Date day;
  Progress& progress;
};

// A way to write a network. The command line and the window read this table; to add a format is to add a row.
struct ExportFormat {
  std::string_view ending;  // "graphml"
  const char* name;         // text keys: for a button; in full; and what it is good for
  const char* full_name;
  const char* about;
  bool is_of_a_day;
  Result<DataExport> (*make)(const ExportInput&);
};
std::span<const ExportFormat> export_formats();
const ExportFormat* export_format(std::string_view ending);
const ExportFormat* export_format_of_file(std::string_view path);  // by its ending; null for "x.svg", ".csv", "a"
std::string export_endings();                                      // ".json, .graphml, …"

// Pure: same network and request, same bytes. E_CONTROL (exit 5) if the request is strict, E_LIMIT, E_CANCELLED.
Result<DataExport> export_data(const Network& network, const Assets& assets, const ExportRequest& request,
                               Progress& progress);

// Where each of the files goes: "a.csv" gives "a-actors.csv" and so on, all others themselves. The path ends as a
// format does.
std::vector<std::string> export_paths(const std::string& path);
// All or, where one cannot be written, those before it; each whole or not at all, as base/posix.h writes files.
Result<Done> save_export(const DataExport& data, const std::string& path);
// The sentences that belong to it: what was left out and what was changed. `names` of rows are listed up to ten.
std::vector<std::string> export_notes(const DataExport& data, const Texts& texts);

}  // namespace samverka
