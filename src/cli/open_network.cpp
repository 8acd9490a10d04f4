#include "cli/open_network.h"

#include <algorithm>

#include "base/posix.h"
#include "io/read_network.h"

namespace samverka {
namespace {

// By its name: a table whose header is wrong is not to be called wrong JSON.
bool is_table(const std::string& path) {
  const std::string ending = path.substr(path.size() - std::min<std::size_t>(path.size(), 4));
  return ending == ".csv" || ending == ".CSV";
}

std::optional<OpenedNetwork> open_edge_list(const Terminal& terminal, const std::string& csv, const std::string& path,
                                            Exit& exit) {
  Result<EdgeList> graph = read_edge_list(csv, path);
  if (!graph) {
    exit = terminal.tell(graph.problem());
    return std::nullopt;
  }
  return OpenedNetwork{std::move(*graph)};
}

void tell_errors(const Terminal& terminal, const ReadReport& report, const std::string& path) {
  std::size_t untold = report.error_count;
  for (const Problem& problem : report.problems) {
    const bool is_error = problem.severity == Severity::error;
    if (is_error || problem.code == "W_VERSION") terminal.tell(problem);  // what is new in the file is not shown
    untold -= is_error ? 1 : 0;
  }
  if (untold == 0) return;
  terminal.note(terminal.texts().plural("check.more", static_cast<long long>(untold), {{"file", path}}));
}

}  // namespace

std::optional<OpenedNetwork> open_network(const Terminal& terminal, const std::string& path, bool takes_edge_list,
                                          Exit& exit) {
  const Result<std::string> text = read_file(path);
  if (!text) {
    exit = terminal.tell(text.problem());
    return std::nullopt;
  }
  if (takes_edge_list && (is_table(path) || looks_like_edge_list(*text)))
    return open_edge_list(terminal, *text, path, exit);
  ReadNetwork read = read_network(*text, path, terminal.assets().taxonomy);
  tell_errors(terminal, read.report, path);
  exit = read.report.exit;
  if (!read.report.is_usable) return std::nullopt;
  return OpenedNetwork{std::move(read.network), read.report.exit};
}

}  // namespace samverka
