// samverka layout: a position for every vertex, as CSV or JSON.
#include "app/layout_table.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"

namespace samverka {
namespace {

constexpr std::array<std::string_view, 3> later_layouts = {"clusters", "rings", "layers"};

Result<LayoutRequest> request_of(const Words& words, const Taxonomy& taxonomy) {
  LayoutRequest request;
  const auto algorithm = choice(words, "--algorithm", {"stress", "map"}, later_layouts);
  if (!algorithm) return algorithm.problem();
  const auto quality = choice(words, "--quality", {"best", "fast"});
  if (!quality) return quality.problem();
  const auto seed = seed_of(words);
  if (!seed) return seed.problem();
  const auto day = day_of(words);
  if (!day) return day.problem();
  const auto filter = filter_of(words, &taxonomy);
  if (!filter) return filter.problem();
  request.algorithm = *algorithm;
  request.is_fast = *quality == "fast";
  request.seed = *seed;
  request.on = *day;
  request.filter = *filter;
  request.as_json = words.has("--json");
  return request;
}

}  // namespace

Exit run_layout(Terminal& terminal, const Words& words) {
  const auto request = request_of(words, terminal.assets().taxonomy);
  if (!request) return terminal.tell(request.problem());
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), true, exit);
  if (!file) return exit;
  if (!file->network() && request->filter) return terminal.tell(wrong_use({"usage.filter_graph", {}}));
  ProgressLine line(terminal.texts().tr("cli.layout.progress"), !terminal.is_quiet());
  const Result<std::string> table = file->network()
                                        ? layout_table(*file->network(), terminal.assets(), *request, line.progress())
                                        : layout_table(*file->edge_list(), *request, line.progress());
  line.finish();
  if (!table) return terminal.tell(table.problem());
  const auto written = write_file_atomically(words.value_or("--output", "-"), *table);
  return written ? file->exit : terminal.tell(written.problem());
}

}  // namespace samverka
