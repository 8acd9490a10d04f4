// samverka export: the network for other programs and people, without what must not leave the planner's own file.
#include "app/exports.h"
#include "base/posix.h"
#include "cli/export_page.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"

namespace samverka {
namespace {

Result<char> separator_of(const Words& words) {
  const std::string word = words.value_or("--separator", "semicolon");
  if (word == "semicolon") return ';';
  if (word == "comma") return ',';
  if (word == "tab") return '\t';
  return wrong_use({"sheet_usage.separator", {{"word", word}}});
}

Problem not_for(const char* option, const ExportRequest& request) {
  return wrong_use({"out.usage.not_for", {{"option", option}, {"ending", "." + request.format}}});
}

// What is written only where it does something is refused where it would do nothing.
Result<ExportRequest> export_request_of(const Words& words, const Terminal& terminal) {
  ExportRequest request;
  const std::string* output = words.find("--output");
  if (!output) return wrong_use({"usage.no_output_file", {{"command", "export"}, {"takes", "OUT.json"}}});
  const ExportFormat* format = export_format_of_file(*output);
  if (!format) return wrong_use({"sheet_usage.ending", {{"file", *output}, {"endings", export_endings()}}});
  request.format = format->ending;
  request.language = terminal.language();
  const auto separator = separator_of(words);
  if (!separator) return separator.problem();
  request.separator = *separator;
  const auto sensitive = choice(words, "--sensitive", {"coarsened", "left_out"});
  if (!sensitive) return sensitive.problem();
  request.sensitive = *sensitive == "left_out" ? Sensitive::left_out : Sensitive::coarsened;
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return filter.problem();
  request.filter = *filter;
  const auto day = day_of(words);
  if (!day) return day.problem();
  request.on = *day;
  request.has_pairs = words.has("--pairs");
  request.suppresses_small = words.has("--suppress-small");
  request.is_strict = words.has("--strict");
  if (request.has_pairs && request.format != "graphml") return not_for("--pairs", request);
  if (request.on && !format->is_of_a_day) return not_for("--on", request);
  for (const char* option : {"--view", "--theme", "--zoom"}) {
    if (words.find(option)) return not_for(option, request);  // of the page
  }
  if (words.find("--separator") && request.format != "csv") return not_for("--separator", request);
  return request;
}

std::string export_json(const DataExport& data, const std::vector<std::string>& paths) {
  JsonText json;
  json.begin_object().key("files").begin_list();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    json.begin_object().key("file").text(paths[i]).key("rows").number(data.files[i].rows).end_object();
  }
  json.end_list();
  if (data.nodes > 0) json.key("nodes").number(data.nodes).key("edges").number(data.edges);
  json.key("positions_left_out").number(data.positions_left_out);
  json.key("actors_left_out").number(data.actors_left_out);
  json.key("agreements_left_out").number(data.agreements_left_out);
  json.key("texts_changed").number(data.texts_changed);
  json.key("long_cells").number(data.long_cells);
  json.key("replaced").begin_list();
  for (const std::string& name : data.replaced) json.text(name);
  json.end_list();
  return std::move(json.end_object()).finished();
}

std::string export_text(const DataExport& data, const std::vector<std::string>& paths, const Texts& texts) {
  std::string told;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto rows = static_cast<long long>(data.files[i].rows);
    told += texts.plural(data.files.size() == 1 ? "out.file" : "sheet_export.file", rows, {{"file", paths[i]}}) + "\n";
  }
  return told;
}

}  // namespace

Exit run_export(Terminal& terminal, const Words& words) {
  const std::string* named = words.find("--output");
  if (named && named->ends_with(".html")) return run_export_page(terminal, words);
  const auto request = export_request_of(words, terminal);
  if (!request) return terminal.tell(request.problem());
  const std::string& output = *words.find("--output");
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  ProgressLine progress(terminal.texts().tr("out.progress"), !terminal.is_quiet());
  const auto data = export_data(*file->network(), terminal.assets(), *request, progress.progress());
  progress.finish();
  if (!data) return terminal.tell(data.problem());
  const std::vector<std::string> paths = export_paths(output);
  for (const std::string& path : paths) {
    if (is_same_file(path, words.files.front())) {
      return terminal.tell(wrong_use({"usage.output_is_input", {{"file", path}}}));
    }
  }
  const auto saved = save_export(*data, output);
  if (!saved) return terminal.tell(saved.problem());
  for (const std::string& note : export_notes(*data, terminal.texts())) terminal.note(note);
  const bool wants_json = words.has("--json");
  return worse(file->exit,
               terminal.print(wants_json ? export_json(*data, paths) : export_text(*data, paths, terminal.texts())));
}

}  // namespace samverka
