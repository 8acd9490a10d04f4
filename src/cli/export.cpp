// samverka export: the network for other programs, without what must not leave the planner's own file.
#include "base/posix.h"
#include "cli/export_page.h"
#include "cli/open_network.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"
#include "io/read_network.h"
#include "io/shareable.h"
#include "io/sheet_export.h"

namespace samverka {
namespace {

struct OutFile {
  std::string path, text;
  std::size_t rows = 0;
};

std::optional<char> separator_of(const std::string& word) {
  if (word == "semicolon") return ';';
  if (word == "comma") return ',';
  if (word == "tab") return '\t';
  return std::nullopt;
}

std::size_t party_count(const Network& network) {
  std::size_t count = 0;
  for (const Agreement& row : network.agreements) count += row.parties.size();
  return count;
}

struct Exported {
  std::vector<OutFile> files;
  std::size_t long_cells = 0;
};

Exported as_sheets(const Network& network, const std::string& output, char separator) {
  const std::string stem = output.substr(0, output.size() - std::string(".csv").size());
  Exported out;
  const auto add = [&](const char* name, RowSheet sheet, std::size_t rows) {
    WrittenSheet written = sheet_text(network, sheet, separator);
    out.long_cells += written.long_cells;
    out.files.push_back({stem + name, std::move(written.text), rows});
  };
  add("-actors.csv", RowSheet::actors, network.actors.size());
  add("-agreements.csv", RowSheet::agreements, network.agreements.size());
  add("-parties.csv", RowSheet::parties, party_count(network));
  return out;
}

std::string export_json(const Exported& out, const ShareableNetwork& shared) {
  JsonText json;
  json.begin_object().key("files").begin_list();
  for (const OutFile& file : out.files) {
    json.begin_object().key("file").text(file.path).key("rows").number(file.rows).end_object();
  }
  json.end_list().key("positions_left_out").number(shared.positions_left_out);
  json.key("long_cells").number(out.long_cells);
  return std::move(json.end_object()).finished();
}

std::string export_text(const Exported& out, const Texts& texts) {
  std::string told;
  for (const OutFile& file : out.files) {
    told += texts.plural("sheet_export.file", static_cast<long long>(file.rows), {{"file", file.path}}) + "\n";
  }
  return told;
}

void tell_left_out(const Terminal& terminal, const Exported& out, const ShareableNetwork& shared) {
  const Texts& texts = terminal.texts();
  if (shared.positions_left_out > 0) {
    terminal.note(texts.plural("sheet_export.positions", static_cast<long long>(shared.positions_left_out)));
  }
  if (out.long_cells > 0) {
    terminal.note(texts.plural("sheet_export.long_cells", static_cast<long long>(out.long_cells)));
  }
}

}  // namespace

Exit run_export(Terminal& terminal, const Words& words) {
  const std::string* output = words.find("--output");
  if (!output) {
    return terminal.tell(wrong_use({"usage.no_output_file", {{"command", "export"}, {"takes", "OUT.csv"}}}));
  }
  if (output->ends_with(".html")) return run_export_page(terminal, words);
  const bool is_json = output->ends_with(".json");
  const bool is_csv = output->ends_with(".csv") && *output != ".csv";
  if (!is_json && !is_csv) return terminal.tell(wrong_use({"sheet_usage.ending", {{"file", *output}}}));
  const std::string separator_word = words.value_or("--separator", "semicolon");
  const auto separator = separator_of(separator_word);
  if (!separator) return terminal.tell(wrong_use({"sheet_usage.separator", {{"word", separator_word}}}));
  Exit exit = Exit::done;
  const auto file = open_network(terminal, words.files.front(), false, exit);
  if (!file) return exit;
  const ShareableNetwork shared = shareable(*file->network());
  const Exported out = is_csv ? as_sheets(shared.network, *output, *separator)
                              : Exported{{{*output, write_network(shared.network), shared.network.actors.size()}}, 0};
  for (const OutFile& each : out.files) {
    if (is_same_file(each.path, words.files.front())) {
      return terminal.tell(wrong_use({"usage.output_is_input", {{"file", each.path}}}));
    }
  }
  for (const OutFile& each : out.files) {
    const auto written = write_file_atomically(each.path, each.text);
    if (!written) return terminal.tell(written.problem());
  }
  tell_left_out(terminal, out, shared);
  const bool wants_json = words.has("--json");
  return worse(file->exit, terminal.print(wants_json ? export_json(out, shared) : export_text(out, terminal.texts())));
}

}  // namespace samverka
