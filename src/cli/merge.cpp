// samverka merge: two planners' copies of one network made one, into a new file.
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "report/merge_report.h"

namespace samverka {
namespace {

Result<std::optional<MergeSide>> preferred(const Words& words) {
  if (!words.find("--prefer")) return std::optional<MergeSide>();
  const auto word = choice(words, "--prefer", {"mine", "theirs"});
  if (!word) return word.problem();
  return std::optional(*word == "mine" ? MergeSide::mine : MergeSide::theirs);
}

}  // namespace

Exit run_merge(Terminal& terminal, const Words& words) {
  const std::string* output = words.find("--output");
  if (!output) return terminal.tell(wrong_use({"usage.no_output_file", {{"command", "merge"}, {"takes", "OUT.json"}}}));
  const auto prefer = preferred(words);
  if (!prefer) return terminal.tell(prefer.problem());
  std::vector<std::string> paths{words.files.front(), words.second};
  if (!words.third.empty()) paths.push_back(words.third);
  std::vector<OpenedNetwork> opened;
  Exit exit = Exit::done;
  for (const std::string& path : paths) {
    if (*output != "-" && is_same_file(*output, path)) {
      return terminal.tell(wrong_use({"usage.output_is_input", {{"file", *output}}}));
    }
    auto file = open_network(terminal, path, false, exit);
    if (!file) return exit;
    opened.push_back(std::move(*file));
  }
  const bool has_base = opened.size() == 3;
  const Network& mine = *opened[has_base ? 1 : 0].network();
  const Network& theirs = *opened[has_base ? 2 : 1].network();
  if (!has_base) terminal.note(terminal.texts().tr("version_merge.no_base"));

  const Taxonomy& taxonomy = terminal.assets().taxonomy;
  const Network* base = has_base ? opened.front().network() : nullptr;
  MergedNetwork merged = merge_networks(base, mine, theirs, taxonomy);
  if (*prefer == MergeSide::theirs && !merged.conflicts.empty()) {
    merged = merge_networks(base, mine, theirs, taxonomy,
                            std::vector<MergeSide>(merged.conflicts.size(), MergeSide::theirs));
  }
  const MergeReport report{merged, mine, theirs, *prefer};
  const bool is_decided = merged.conflicts.empty() || prefer->has_value();
  Exit ends = is_decided ? Exit::done : Exit::findings;
  if (is_decided) {
    for (const Problem& problem : merged.report.problems) {
      if (problem.severity == Severity::error) ends = worse(Exit::findings, terminal.tell(problem));
    }
    const auto written = save_file(*output, write_network(merged.network));
    if (!written) return terminal.tell(written.problem());
  }
  const std::string told = words.has("--json") ? merge_json(report) : merge_text(report, terminal.texts());
  const bool is_piped = *output == "-" && is_decided;
  if (!is_piped) return worse(ends, terminal.print(told));
  terminal.note(told);
  return ends;
}

}  // namespace samverka
