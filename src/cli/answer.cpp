// samverka answer: a filled-in question sheet into the network, as a survey and agreements.
#include "app/answer_sheet.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"

namespace samverka {
namespace {

constexpr std::size_t most_told = 1000;

std::string counts_json(const TakenSheet& taken) {
  JsonText json;
  json.begin_object().key("rows").number(taken.rows).key("unanswered").number(taken.unanswered);
  json.key("read").number(taken.read).key("kept").number(taken.kept);
  json.key("merged").number(taken.merged).key("refused").number(taken.refused);
  json.key("unknown_before").number(taken.unknown_before).key("unknown_after").number(taken.unknown_after);
  json.key("waiting").number(taken.waiting.size()).key("encoding").text(word(taken.encoding));
  json.end_object();
  return std::move(json).finished();
}

std::string counts_text(const TakenSheet& taken, const Texts& texts) {
  const auto number = [&](std::size_t n) { return texts.number(static_cast<long long>(n)); };
  std::string more;
  if (!taken.waiting.empty()) {
    more += texts.plural("answer.waiting", static_cast<long long>(taken.waiting.size())) + "\n";
  }
  if (taken.encoding != TableEncoding::utf8) {
    more += texts.tr("answer.encoding", {{"encoding", word(taken.encoding)}}) + "\n";
  }
  return texts.tr("answer.rows", {{"rows", number(taken.rows)}, {"unanswered", number(taken.unanswered)}}) + "\n" +
         texts.tr("answer.counts", {{"read", number(taken.read)},
                                    {"kept", number(taken.kept)},
                                    {"merged", number(taken.merged)},
                                    {"refused", number(taken.refused)}}) +
         "\n" + more +
         texts.tr("answer.unknown", {{"before", number(taken.unknown_before)}, {"after", number(taken.unknown_after)}});
}

Exit tell_all(const Terminal& terminal, const TakenSheet& taken, const std::string& path) {
  Exit exit = Exit::done;
  for (std::size_t i = 0; i < taken.problems.size(); ++i) {
    const Problem& problem = taken.problems[i];
    exit = worse(exit, i < most_told ? terminal.tell(problem) : problem.exit);
  }
  if (taken.problems.size() > most_told) {
    const auto more = static_cast<long long>(taken.problems.size() - most_told);
    terminal.note(terminal.texts().plural("check.more", more, {{"file", path}}));
  }
  return exit;
}

std::optional<Problem> output_problem(const Words& words) {
  const std::string* output = words.find("--output");
  if (!output) return wrong_use({"usage.no_output_file", {{"command", "answer"}, {"takes", "OUT.json"}}});
  if (*output == "-") return std::nullopt;
  for (const std::string& input : {words.files.front(), words.second}) {
    if (is_same_file(*output, input)) return wrong_use({"usage.output_is_input", {{"file", *output}}});
  }
  return std::nullopt;
}

// Where the network goes to standard output, the counts go beside it.
Exit tell_counts(const Terminal& terminal, const Words& words, const TakenSheet& taken) {
  const bool is_beside = *words.find("--output") == "-";
  const std::string counts =
      words.has("--json") ? counts_json(taken) : counts_text(taken, terminal.texts()) + (is_beside ? "" : "\n");
  if (!is_beside) return terminal.print(counts);
  terminal.note(counts);
  return Exit::done;
}

}  // namespace

Exit run_answer(Terminal& terminal, const Words& words) {
  if (const auto problem = output_problem(words)) return terminal.tell(*problem);
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  Exit exit = Exit::done;
  const auto judged = open_with_rules(terminal, words, *day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const Result<std::string> sheet = read_file(words.second);
  if (!sheet) return terminal.tell(sheet.problem());
  const Result<TakenSheet> taken =
      take_sheet(*sheet, words.second, network, terminal.assets(), judged->rules, judged->day, terminal.texts());
  if (!taken) return terminal.tell(taken.problem());
  const Exit told = tell_all(terminal, *taken, words.second);
  const auto written = save_file(*words.find("--output"), write_network(taken->network));
  if (!written) return worse(told, terminal.tell(written.problem()));
  return worse(worse(judged->file.exit, told), tell_counts(terminal, words, *taken));
}

}  // namespace samverka
