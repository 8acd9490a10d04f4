// samverka report: a document about a place, for a committee, a council or a ministry.
#include <memory>

#include "analysis/matrix.h"
#include "app/reports/report_files.h"
#include "app/reports/reports.h"
#include "base/posix.h"
#include "base/sha256.h"
#include "cli/open_rules.h"
#include "cli/parse.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"
#include "io/json_text.h"
#include "io/read_workspace.h"

namespace samverka {
namespace {

constexpr std::size_t most_facts_told = 1000;  // facts without a source, as everywhere where many problems are told

// What was asked for, before the network is known.
struct ReportWords {
  ReportRequest request;
  std::string output, format;
  bool is_each_county = false;
};

Result<ReportWords> report_words(const Words& words, const Terminal& terminal) {
  ReportWords asked;
  const std::string* output = words.find("--output");
  if (!output) return wrong_use({"usage.no_output_file", {{"command", "report"}, {"takes", "OUT.html, OUT.md"}}});
  asked.output = *output;
  asked.format = report_format(*output);
  if (asked.format.empty()) {
    return wrong_use({"usage.bad_value", {{"option", "--output"}, {"value", *output}, {"takes", "OUT.html, OUT.md"}}});
  }
  if (!words.find("--kind")) return wrong_use({"report.needs_kind", {}});
  const auto kind = choice(words, "--kind", {"meeting", "county", "annual", "activity"});
  if (!kind) return kind.problem();
  const auto county = county_of(words);
  if (!county) return county.problem();
  const auto each = choice(words, "--each", {"", "county"});
  if (!each) return each.problem();
  const auto filter = filter_of(words, &terminal.assets().taxonomy);
  if (!filter) return filter.problem();
  asked.request.kind = *report_kind_of(*kind);
  asked.request.place = *county;
  asked.request.filter = shown_filter(*filter);
  asked.request.language = terminal.language();
  asked.request.hides_small = words.has("--suppress-small");
  asked.is_each_county = *each == "county";
  return asked;
}

// One place at a time, and only where each county has a report of its own to give.
std::optional<Problem> place_problem(const Words& words, const ReportWords& asked) {
  const bool has_county = words.find("--county") != nullptr, has_actor = words.find("--of") != nullptr;
  const bool has_two = has_county && has_actor;
  if (has_two || (asked.is_each_county && (has_county || has_actor))) return wrong_use({"report.one_place", {}});
  if (!asked.is_each_county) return std::nullopt;
  const bool is_of_county = asked.request.kind == ReportKind::county || asked.request.kind == ReportKind::meeting;
  if (!is_of_county) return wrong_use({"report.not_each", {{"kind", std::string(word(asked.request.kind))}}});
  if (asked.output == "-") return wrong_use({"report.each_to_files", {}});
  return std::nullopt;
}

Result<Done> take_actor(const Words& words, const Network& network, const NetworkIndex& index, ReportRequest& request) {
  const std::string* given = words.find("--of");
  if (!given) return Done{};
  const auto actor = actor_of(*given, network, index);
  if (!actor) return actor.problem();
  if (network.actor(*actor).type != "municipality") {
    return wrong_use({"usage.no_municipality", {{"actor", *given}}});
  }
  request.place = municipality_code(network.actor(*actor));
  return Done{};
}

// --since, else the newest snapshot beside the network; only the activity report asks for it.
bool take_earlier(const Terminal& terminal, const Words& words, ReportRequest& request, Exit& exit) {
  if (const std::string* path = words.find("--since")) {
    auto earlier = open_network(terminal, *path, false, exit);
    if (!earlier) return false;
    request.since_title = earlier->network()->title.empty() ? name_of(*path) : earlier->network()->title;
    request.since = std::make_shared<const Network>(*earlier->network());
    return true;
  }
  const std::string& file = words.files.front();
  if (request.kind != ReportKind::activity || file == "-") return true;
  const std::string beside = workspace_path(file);
  if (!file_exists(beside)) return true;
  const ReadWorkspace read = read_workspace_file(beside);
  const auto found = newest_snapshot(file, read.workspace.snapshots, terminal.assets().taxonomy);
  if (found) {
    request.since = found->network;
    request.since_title = found->title;
  }
  return true;
}

bool tell_without_source(const Terminal& terminal, const Network& network, const ReportRequest& request,
                         const std::string& file) {
  const auto found = facts_without_source(network, terminal.assets().taxonomy, request);
  for (std::size_t i = 0; i < std::min(most_facts_told, found.size()); ++i) {
    const std::string_view key = found[i].is_actor ? "report.actor_without_source" : "report.agreement_without_source";
    Problem problem = error("E_SOURCE", {std::string(key), {{"name", found[i].name}, {"id", found[i].key}}});
    problem.file = file;
    terminal.tell(problem);
  }
  if (found.size() > most_facts_told) {
    const auto unlisted = static_cast<long long>(found.size() - most_facts_told);
    terminal.note(terminal.texts().plural("check.more", unlisted, {{"file", file}}));
  }
  return !found.empty();
}

struct WrittenReport {
  std::string path, place;
  MadeReport made;
};

void put_share(JsonText& json, const char* key, const std::optional<double>& share) {
  json.key(key);
  share ? json.decimal(*share) : json.null();
}

void put_written(JsonText& json, const WrittenReport& written) {
  const ReportNumbers& numbers = written.made.numbers;
  json.begin_object().key("file").text(written.path).key("place").text(written.place);
  json.key("title").text(written.made.paper.title);
  json.key("actors").number(numbers.actors).key("agreements_active").number(numbers.agreements);
  json.key("municipalities").number(numbers.municipalities);
  json.key("asked").number(numbers.asked).key("answered").number(numbers.answered);
  json.key("weakest_law").text(numbers.rule);
  put_share(json, "low", numbers.low);
  put_share(json, "high", numbers.high);
  json.key("expiring").number(numbers.deadlines).key("actors_left_out").number(numbers.actors_left_out);
  json.end_object();
}

std::string as_json(const ReportWords& asked, Date day, const std::vector<WrittenReport>& written) {
  JsonText json;
  json.begin_object().key("kind").text(std::string(word(asked.request.kind))).key("as_of").text(to_string(day));
  json.key("filter").text(to_words(asked.request.filter)).key("format").text(asked.format).key("files").begin_list();
  for (const WrittenReport& each : written) put_written(json, each);
  return std::move(json.end_list().end_object()).finished();
}

std::string as_text(const std::vector<WrittenReport>& written, const Texts& texts) {
  std::string out;
  for (const WrittenReport& each : written) out += texts.tr("report.written", {{"file", each.path}}) + '\n';
  return out;
}

}  // namespace

Exit run_report(Terminal& terminal, const Words& words) {
  auto asked = report_words(words, terminal);
  if (!asked) return terminal.tell(asked.problem());
  if (const auto problem = place_problem(words, *asked)) return terminal.tell(*problem);
  const auto day = day_of(words);
  if (!day) return terminal.tell(day.problem());
  const std::string& file = words.files.front();
  if (is_same_file(asked->output, file)) {
    return terminal.tell(wrong_use({"usage.output_is_input", {{"file", asked->output}}}));
  }
  Exit exit = Exit::done;
  const auto judged = open_with_rules(terminal, words, *day, exit);
  if (!judged) return exit;
  const Network& network = judged->network();
  const NetworkIndex index(network);
  ReportRequest& request = asked->request;
  request.on = judged->day;
  if (words.find("--rules")) {
    request.rules = std::make_shared<const RuleSet>(judged->rules);
    request.rules_file = words.value_or("--rules", "");
  }
  const Result<Done> has_actor = take_actor(words, network, index, request);
  if (!has_actor) return terminal.tell(has_actor.problem());
  const Result<Done> is_there = check_place(network, index, request.place);
  if (!is_there) return terminal.tell(is_there.problem());
  if (!take_earlier(terminal, words, request, exit)) return exit;
  if (const auto bytes = file == "-" ? Result<std::string>(std::string()) : read_file(file); bytes && file != "-") {
    request.file_hash = sha256_hex(*bytes);
  }
  const auto assets = load_assets(true);
  if (!assets) return terminal.tell(assets.problem());
  const std::vector<std::string> places =
      asked->is_each_county ? counties_to_report(network) : std::vector<std::string>{request.place};
  if (places.empty()) return terminal.tell(wrong_use({"report.no_county", {}}));

  std::vector<WrittenReport> written;
  ProgressLine line(terminal.texts().tr("job.report"), !terminal.is_quiet());
  for (const std::string& place : places) {
    request.place = place;
    if (const std::string_view missing = report_lacks(network, request); !missing.empty()) {
      line.finish();
      return terminal.tell(wrong_use({std::string(missing), {}}));
    }
    if (words.has("--require-sources") && tell_without_source(terminal, network, request, file)) {
      return Exit::findings;
    }
    Progress progress;
    auto made = make_report(network, *assets, request, progress);
    if (!made) return Exit::findings;
    const std::string path = asked->is_each_county ? report_path_of(asked->output, place) : asked->output;
    const std::string bytes = report_bytes(made->paper, asked->format, assets->texts(request.language));
    const Result<Done> saved = write_file_atomically(path, bytes);
    if (!saved) {
      line.finish();
      return terminal.tell(saved.problem());
    }
    written.push_back({path, place, std::move(*made)});
    line.progress().report(static_cast<float>(written.size()) / static_cast<float>(places.size()));
  }
  line.finish();
  if (asked->output == "-") return judged->file.exit;  // standard output holds the report itself
  const std::string told =
      words.has("--json") ? as_json(*asked, judged->day, written) : as_text(written, terminal.texts());
  return worse(judged->file.exit, terminal.print(told));
}

}  // namespace samverka
