// samverka check: every problem of every file, a network or a rules file, with its place.
#include "app/problem_words.h"
#include "base/posix.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "io/json_text.h"
#include "io/read_network.h"
#include "io/read_rules.h"

namespace samverka {
namespace {

struct Checked {
  std::string file;
  ReadReport report;
  bool has_rules = false;
};

// A network or a rules file, as it says itself. Read once: it may be the standard input.
Checked checked(const std::string& path, const Taxonomy& taxonomy) {
  const ReadLimits limits;
  const Result<std::string> text = read_file(path, limits.file_bytes);
  if (!text || !is_rules_file(*text, limits)) {
    return {path, (text ? read_network(*text, path, taxonomy, limits) : read_network_file(path, taxonomy)).report};
  }
  return {path, read_rules(*text, path, taxonomy, limits).report, true};
}

void put_place(JsonText& json, std::string_view name, std::size_t place) {
  json.key(name);
  place > 0 ? json.number(place) : json.null();
}

void put_problem(JsonText& json, const Problem& problem, const Terminal& terminal) {
  const Message message = with_labels(problem.message, terminal.assets().taxonomy, terminal.language());
  json.begin_object().key("code").text(problem.code);
  json.key("severity").text(problem.severity == Severity::error ? "error" : "warning");
  put_place(json, "line", problem.line);
  put_place(json, "column", problem.column);
  json.key("pointer").text(problem.pointer).key("message").text(terminal.texts().tr(message)).end_object();
}

std::string check_json(const std::vector<Checked>& files, const Terminal& terminal) {
  JsonText json;
  json.begin_object().key("files").begin_list();
  for (const Checked& checked : files) {
    json.begin_object().key("file").text(checked.file);
    json.key("errors").number(checked.report.error_count).key("warnings").number(checked.report.warning_count);
    json.key("problems").begin_list();
    for (const Problem& problem : checked.report.problems) put_problem(json, problem, terminal);
    json.end_list().end_object();
  }
  json.end_list().end_object();
  return std::move(json).finished();
}

std::string summary(const Checked& checked, const Texts& texts) {
  const ReadReport& report = checked.report;
  if (report.error_count + report.warning_count == 0) {
    return texts.tr(checked.has_rules ? "check.sound_rules" : "check.sound", {{"file", checked.file}});
  }
  return texts.tr("check.summary",
                  {{"file", checked.file},
                   {"errors", texts.plural("check.errors", static_cast<long long>(report.error_count))},
                   {"warnings", texts.plural("check.warnings", static_cast<long long>(report.warning_count))}});
}

Exit tell_file(const Terminal& terminal, const Checked& checked) {
  for (const Problem& problem : checked.report.problems) terminal.tell(problem);
  if (checked.report.unlisted > 0) {
    const auto unlisted = static_cast<long long>(checked.report.unlisted);
    terminal.note(terminal.texts().plural("check.more", unlisted, {{"file", checked.file}}));
  }
  return terminal.is_quiet() ? Exit::done : terminal.print(summary(checked, terminal.texts()) + "\n");
}

}  // namespace

Exit run_check(Terminal& terminal, const Words& words) {
  std::vector<Checked> files;
  Exit exit = Exit::done;
  for (const std::string& path : words.files) {
    Checked one = checked(path, terminal.assets().taxonomy);
    exit = worse(exit, one.report.exit);
    if (words.has("--json")) {
      files.push_back(std::move(one));
    } else {
      exit = worse(exit, tell_file(terminal, one));
    }
  }
  if (words.has("--json")) exit = worse(exit, terminal.print(check_json(files, terminal)));
  return exit;
}

}  // namespace samverka
