#include "cli/cli.h"

#include <algorithm>
#include <cstdio>
#include <new>

#include "base/collate.h"
#include "base/posix.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "cli/words.h"

namespace samverka {
namespace {

using Arguments = std::vector<std::string>;

constexpr const char* version_line = "samverka " SAMVERKA_VERSION "\n";

Arguments arguments_of(int argc, char** argv) { return argc > 1 ? Arguments(argv + 1, argv + argc) : Arguments(); }

bool takes_value(const std::string& word) {
  const auto names_it = [&](const Option& option) {
    const std::string names = "," + std::string(option.names) + ",";
    return *option.value != '\0' && names.find("," + word + ",") != std::string::npos;
  };
  const auto& window = window_command().options;
  return std::any_of(window.begin(), window.end(), names_it);
}

// The place of the first word that is neither an option nor an option's value: a command, if anything is. Options of
// the program may stand before it: `samverka --lang en check FILE`.
std::size_t place_of_command(const Arguments& arguments) {
  std::size_t at = 0;
  while (at < arguments.size() && arguments[at].starts_with("-") && arguments[at] != "-") {
    at += takes_value(arguments[at]) ? 2 : 1;
  }
  return std::min(at, arguments.size());
}

bool has(const Arguments& arguments, std::string_view word) {
  return std::find(arguments.begin(), arguments.end(), word) != arguments.end();
}
bool wants_help(const Arguments& arguments) { return has(arguments, "--help") || has(arguments, "-h"); }

// A word without dot or slash that no file has as its name was meant as a command.
bool is_meant_as_command(const std::string& word) {
  if (find_command(word) || is_later_command(word)) return true;
  return word != "-" && word.find_first_of("./") == word.npos && !file_exists(word);
}

std::string nearest_command(const std::string& word) {
  std::string nearest;
  std::size_t least = 3;
  for (const Command& command : commands()) {
    const std::size_t distance = edit_distance(word, command.name, 2);
    if (distance < least) nearest = command.name;
    least = std::min(least, distance);
  }
  return nearest;
}

Problem no_such_command(const std::string& word) {
  if (is_later_command(word)) return wrong_use({"usage.later_command", {{"command", word}}});
  const std::string nearest = nearest_command(word);
  if (nearest.empty()) return wrong_use({"usage.no_command", {{"command", word}}});
  return wrong_use({"usage.no_command_near", {{"command", word}, {"nearest", nearest}}});
}

// The language must be known before anything can be said, also about words that are wrong.
std::string language_in(const Arguments& arguments) {
  std::string language = language_of_environment();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    std::string given = word.starts_with("--lang=") ? word.substr(7) : "";
    if (word == "--lang" && i + 1 < arguments.size()) given = arguments[i + 1];
    if (given == "sv" || given == "en") language = given;
  }
  return language;
}

Exit run_command(const Command& command, const Arguments& arguments, const Assets& assets, MeasureDrawing measure) {
  Terminal loud(assets, language_in(arguments), false);
  const auto words = parse_words(command, arguments);
  if (!words) {
    const Exit exit = loud.tell(words.problem());
    loud.note(loud.texts().tr("usage.see_help", {{"command", std::string("samverka ") + command.name}}));
    return exit;
  }
  const auto language = language_of(words->find("--lang"));
  if (!language) return loud.tell(language.problem());
  Terminal terminal(assets, *language, words->has("--quiet"), measure);
  return command.run(terminal, *words);
}

Exit run(Arguments arguments, const Assets& assets, MeasureDrawing measure) {
  const Terminal terminal(assets, language_in(arguments), false);
  const std::size_t at = place_of_command(arguments);
  const std::string name = at < arguments.size() ? arguments[at] : "";
  const Command* command = find_command(name);
  const bool is_word = !name.empty() && is_meant_as_command(name);
  if (is_word && !command) return terminal.tell(no_such_command(name));
  if (wants_help(arguments)) {
    return terminal.print(command ? help_of(*command, terminal.texts()) : help_of_program(terminal.texts()));
  }
  if (!command) return terminal.print(version_line);
  arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
  return run_command(*command, arguments, assets, measure);
}

std::optional<Assets> load_words() {
  Result<Assets> assets = load_assets(false);
  if (assets) return std::move(*assets);
  std::fprintf(stderr, "%s\n", missing_assets_line(assets.problem()).c_str());
  return std::nullopt;
}

// The version needs no words, and help can name commands and options without them. Nothing else can be done.
int run_without_words(const Arguments& arguments, const Problem& missing) {
  const bool wants_version = has(arguments, "--version") && !wants_help(arguments);
  const std::size_t at = place_of_command(arguments);
  const Command* command = at < arguments.size() ? find_command(arguments[at]) : nullptr;
  const bool is_answered = wants_help(arguments) || (wants_version && !command);
  if (is_answered) {
    const std::string answer = wants_version ? version_line : bare_help_of(command ? *command : window_command());
    const Result<Done> written = write_file_atomically("-", answer);
    if (!written) return static_cast<int>(written.problem().exit);
  }
  if (!wants_version || !is_answered) std::fprintf(stderr, "%s\n", missing_assets_line(missing).c_str());
  return static_cast<int>(is_answered ? Exit::done : Exit::usage);
}

}  // namespace

bool is_cli_command(int argc, char** argv) {
  const Arguments arguments = arguments_of(argc, argv);
  if (wants_help(arguments) || has(arguments, "--version")) return true;
  const std::size_t at = place_of_command(arguments);
  return at < arguments.size() && is_meant_as_command(arguments[at]);
}

int run_cli(int argc, char** argv, MeasureDrawing measure) {
  const Result<Assets> assets = load_assets(false);
  if (!assets) return run_without_words(arguments_of(argc, argv), assets.problem());
  try {
    return static_cast<int>(run(arguments_of(argc, argv), *assets, measure));
  } catch (const std::bad_alloc&) {
    const Terminal terminal(*assets, "en", false);
    return static_cast<int>(terminal.tell(error("E_MEMORY", {"problem.memory", {}}, Exit::limit)));
  }
}

int tell_wrong_use(int argc, char** argv, const Problem& problem) {
  const auto assets = load_words();
  if (assets) Terminal(*assets, language_in(arguments_of(argc, argv)), false).tell(problem);
  return static_cast<int>(problem.exit);
}

}  // namespace samverka
