#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "model/document.h"
#include "model/taxonomy.h"

namespace samverka {

// All limits of BAD-INPUT, each named in the message that it causes.
struct ReadLimits {
  std::size_t file_bytes = std::size_t{1} << 30;
  int depth = 64;
  std::size_t string_bytes = std::size_t{1} << 20;
  std::size_t entities = 5'000'000;
  double number = 1e15;
  std::size_t problems = 1000;  // listed; the rest are counted
};

struct ReadReport {
  std::vector<Problem> problems;  // in file order, at most limits.problems: warnings give way to errors
  std::size_t unlisted = 0;       // "and N more"
  std::size_t error_count = 0;    // listed or not
  std::size_t warning_count = 0;
  bool is_usable = false;  // the network could be loaded, maybe with errors: false for E_PARSE and the like
  Exit exit = Exit::done;  // what the command line ends with
};

struct ReadNetwork {
  Network network;
  ReadReport report;
};

// Reads, checks and tells every problem with line, column and pointer (FORMAT 2-4, BAD-INPUT 1-20, 37-47, 50-52).
// Streams: one row at a time beside the model. Never throws. Cancelling gives an unusable report.
ReadNetwork read_network(std::string_view json, const std::string& file_name, const Taxonomy& taxonomy,
                         const ReadLimits& limits = {}, Progress* progress = nullptr);
ReadNetwork read_network_file(const std::string& path, const Taxonomy& taxonomy, const ReadLimits& limits = {},
                              Progress* progress = nullptr);

// Deterministic (FORMAT 4.5): rows by id, members in the format's order, unknown ones last as they came, 2-space indent
// as Python's json.dumps(indent=2, ensure_ascii=False) writes it, final newline. Pure: same network, same bytes.
std::string write_network(const Network& network);

// `base` is the taxonomy that this one extends, if it does: its lists stand in for those that the file does not give.
Result<Taxonomy> read_taxonomy(std::string_view json, const std::string& file_name, const Taxonomy* base = nullptr);

}  // namespace samverka
