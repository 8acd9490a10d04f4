// samverka import: the tables that `export` writes, or that somebody has made by hand, as a network.
#include "app/sheet_names.h"
#include "base/posix.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"
#include "io/sheet_import.h"
#include "io/table_text.h"

namespace samverka {
namespace {

constexpr std::size_t most_lines = 1000;

std::string import_json(const SheetImport& taken, const std::vector<TableEncoding>& encodings, const Words& words) {
  JsonText json;
  json.begin_object().key("read").number(taken.read).key("kept").number(taken.kept());
  json.key("merged").number(taken.merged()).key("refused").number(taken.refused);
  json.key("added").number(taken.added).key("changed").number(taken.changed);
  json.key("lost_zeros").number(taken.lost_zeros).key("zeros_restored").boolean(words.has("--restore-zeros"));
  json.key("files").begin_list();
  for (std::size_t i = 0; i < encodings.size(); ++i) {
    json.begin_object().key("file").text(words.files[i]).key("encoding").text(word(encodings[i])).end_object();
  }
  json.end_list().key("refused_rows").begin_list();
  for (const SheetRow& row : taken.rows) {
    if (row.fate != SheetRow::Fate::refused) continue;
    json.begin_object().key("file").text(words.files[row.file]).key("line").number(row.line);
    json.key("id").text(row.key).key("codes").begin_list();
    for (const Problem& problem : row.problems) json.text(problem.code);
    json.end_list().end_object();
  }
  return std::move(json.end_list().end_object()).finished();
}

std::string import_text(const SheetImport& taken, bool restores_zeros, const Texts& texts) {
  const auto number = [&](std::size_t n) { return texts.number(static_cast<long long>(n)); };
  std::string told = texts.tr("sheet_import.counts", {{"read", number(taken.read)},
                                                      {"kept", number(taken.kept())},
                                                      {"merged", number(taken.merged())},
                                                      {"refused", number(taken.refused)}}) +
                     "\n";
  if (taken.lost_zeros > 0) {
    const char* key = restores_zeros ? "sheet_import.zeros_restored" : "sheet_import.zeros_lost";
    told += texts.plural(key, static_cast<long long>(taken.lost_zeros)) + "\n";
  }
  return told;
}

Exit tell_problems(const Terminal& terminal, const SheetImport& taken) {
  Exit exit = Exit::done;
  std::size_t count = 0;
  const auto tell = [&](const Problem& problem) {
    exit = worse(exit, count++ < most_lines ? terminal.tell(problem) : problem.exit);
  };
  for (const Problem& problem : taken.problems) tell(problem);
  for (const SheetRow& row : taken.rows) {
    for (const Problem& problem : row.problems) tell(problem);
  }
  if (count > most_lines) {
    terminal.note(terminal.texts().plural("sheet_import.more", static_cast<long long>(count - most_lines)));
  }
  return exit;
}

std::optional<Problem> import_output_problem(const Words& words) {
  const std::string* output = words.find("--output");
  if (!output) return wrong_use({"usage.no_output_file", {{"command", "import"}, {"takes", "OUT.json"}}});
  if (*output == "-") return std::nullopt;
  if (!output->ends_with(".json")) return wrong_use({"sheet_usage.import_ending", {{"file", *output}}});
  std::vector<std::string> inputs = words.files;
  inputs.push_back(words.value_or("--into", ""));
  for (const std::string& input : inputs) {
    if (!input.empty() && is_same_file(*output, input)) {
      return wrong_use({"usage.output_is_input", {{"file", *output}}});
    }
  }
  return std::nullopt;
}

struct TableFiles {
  std::vector<SheetFile> files;
  std::vector<TableEncoding> encodings;
};

Result<TableFiles> read_tables(const std::vector<std::string>& paths) {
  TableFiles out;
  for (const std::string& path : paths) {
    Result<std::string> bytes = read_file(path);
    if (!bytes) return bytes.problem();
    TableText text = table_text_of(*bytes);
    out.files.push_back({path, std::move(text.text)});
    out.encodings.push_back(text.encoding);
  }
  return out;
}

}  // namespace

Exit run_import(Terminal& terminal, const Words& words) {
  if (const auto problem = import_output_problem(words)) return terminal.tell(*problem);
  Exit exit = Exit::done;
  std::optional<OpenedNetwork> base;
  if (const std::string* into = words.find("--into")) {
    base = open_network(terminal, *into, false, exit);
    if (!base) return exit;
    exit = base->exit;
  }
  const Result<TableFiles> tables = read_tables(words.files);
  if (!tables) return terminal.tell(tables.problem());
  const Assets& assets = terminal.assets();
  const Network* into = base ? base->network() : nullptr;
  const SheetNames names = sheet_names(assets, into ? *into : Network());
  SheetWish wish;
  wish.restores_zeros = words.has("--restore-zeros");
  const Result<SheetImport> taken = import_sheets(into, assets.taxonomy, tables->files, names, wish);
  if (!taken) return terminal.tell(taken.problem());
  exit = worse(exit, tell_problems(terminal, *taken));
  const std::string& output = *words.find("--output");
  const auto written = save_file(output, write_network(taken->network));
  if (!written) return worse(exit, terminal.tell(written.problem()));
  const std::string told = words.has("--json") ? import_json(*taken, tables->encodings, words)
                                               : import_text(*taken, wish.restores_zeros, terminal.texts());
  if (output != "-") return worse(exit, terminal.print(told));
  terminal.note(told);
  return exit;
}

}  // namespace samverka
