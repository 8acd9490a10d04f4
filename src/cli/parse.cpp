#include "cli/parse.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>

namespace samverka {
namespace {

std::string long_name(const Option& option) {
  const std::string names = option.names;
  return names.substr(names.find("--"));
}

bool is_switch(const Option& option) { return *option.value == '\0'; }

std::string words_about(const Texts* texts, const char* key) { return texts ? texts->tr(key) : std::string(); }

// Without texts the application only parses; with them it can also write its help.
std::unique_ptr<CLI::App> make_app(const Command& command, const Texts* texts, Words& words) {
  const std::string name = *command.name ? std::string("samverka ") + command.name : "samverka";
  auto app = std::make_unique<CLI::App>(words_about(texts, command.about), name);
  app->set_help_flag();
  if (texts && *command.first.name != '\0') {
    app->add_option(command.first.name, words.first, texts->tr(command.first.about))->option_text(" ");
  }
  CLI::Option* files = app->add_option("FILE", words.files, words_about(texts, "cli.option.file"));
  files->expected(texts && !command.takes_many ? 1 : -1)->option_text(" ");
  files->required(texts && command.run &&
                  *command.first.name == '\0');  // for help; parse_words counts the files itself
  if (texts && *command.second.name != '\0') {
    app->add_option(command.second.name, words.second, texts->tr(command.second.about))
        ->option_text(" ")
        ->required(!command.may_lack_second);
  }
  if (texts && *command.third.name != '\0') {
    app->add_option(command.third.name, words.third, texts->tr(command.third.about))
        ->option_text(" ")
        ->required(!command.may_lack_third);
  }
  for (const Option& option : command.options) {
    const std::string key = long_name(option);
    if (is_switch(option)) {
      app->add_flag_callback(
          option.names, [&words, key] { words.switches.insert(key); }, words_about(texts, option.about));
      continue;
    }
    const auto keep = [&words, key](const std::string& value) { words.values[key] = value; };
    app->add_option_function<std::string>(option.names, keep, words_about(texts, option.about))
        ->option_text(option.value)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
  return app;
}

void speak(CLI::App& app, const Texts& texts) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->column_width(26);
  formatter->label("Usage", texts.tr("cli.help.usage"));
  formatter->label("OPTIONS", texts.tr("cli.help.options_word"));
  formatter->label("Positionals", texts.tr("cli.help.files"));
  app.formatter(formatter);
  app.set_help_flag("-h,--help", texts.tr("cli.option.help"));
  for (CLI::Option* option : app.get_options()) {
    if (option->nonpositional()) option->group(texts.tr("cli.help.options"));
  }
}

std::string example_of(const Command& command, const Texts& texts) {
  return texts.tr("cli.help.example") + ":\n  " + command.example + "\n";
}

std::string padded(const std::string& word) {
  return "  " + word + std::string(word.size() < 10 ? 10 - word.size() : 1, ' ');
}

std::string first_word(const std::string& text) { return text.substr(0, text.find_first_of(" :")); }

}  // namespace

Problem wrong_use(Message message) {
  Problem problem = error("E_USAGE", std::move(message), Exit::usage);
  problem.file = "samverka";
  return problem;
}

namespace {

// An option that other commands have is known, but not here.
Problem not_expected(const Command& command, const std::string& word) {
  const std::string option = word.substr(0, word.find('='));
  const bool is_option = std::any_of(commands().begin(), commands().end(), [&](const Command& other) {
    return std::any_of(other.options.begin(), other.options.end(),
                       [&](const Option& known) { return long_name(known) == option; });
  });
  if (!is_option || !command.run) return wrong_use({"usage.unexpected", {{"word", word}}});
  const bool is_check = option == "--filter" && command.run == run_check;
  return wrong_use(
      {is_check ? "usage.filter_check" : "usage.not_here", {{"command", command.name}, {"option", option}}});
}

}  // namespace

Result<Words> parse_words(const Command& command, const std::vector<std::string>& arguments) {
  Words words;
  const auto app = make_app(command, nullptr, words);
  std::vector<std::string> last_first(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
  try {
    app->parse(last_first);
  } catch (const CLI::ExtrasError&) {
    return not_expected(command, app->remaining().empty() ? "" : app->remaining().front());
  } catch (const CLI::ParseError& fault) {
    return wrong_use({"usage.value", {{"option", first_word(fault.what())}}});
  }
  if (command.takes_many_first && !words.files.empty()) {
    words.firsts.assign(words.files.begin(), words.files.end() - 1);
    words.files.erase(words.files.begin(), words.files.end() - 1);
  } else if (*command.first.name != '\0') {
    if (words.files.empty()) return words;
    words.first = words.files.front();
    words.files.erase(words.files.begin());
  }
  if (command.run && words.files.empty()) return wrong_use({"usage.no_file", {{"command", command.name}}});
  const bool has_second = words.files.size() > 1 || !command.may_lack_second;
  if (*command.second.name != '\0' && has_second) {
    if (words.files.size() < 2) {
      return wrong_use({"usage.no_second", {{"command", command.name}, {"second", command.second.name}}});
    }
    words.second = words.files[1];
    words.files.erase(words.files.begin() + 1);
  }
  const bool has_third = words.files.size() > 1 || !command.may_lack_third;
  if (*command.third.name != '\0' && has_third) {
    if (words.files.size() < 2) {
      return wrong_use({"usage.no_second", {{"command", command.name}, {"second", command.third.name}}});
    }
    words.third = words.files[1];
    words.files.erase(words.files.begin() + 1);
  }
  if (!command.takes_many && words.files.size() > 1) {
    return wrong_use({"usage.one_file", {{"command", command.name}, {"second", words.files[1]}}});
  }
  return words;
}

std::string help_of(const Command& command, const Texts& texts) {
  Words unused;
  const auto app = make_app(command, &texts, unused);
  speak(*app, texts);
  return app->help() + example_of(command, texts);
}

std::string bare_help_of(const Command& command) {
  Words unused;
  std::string out = make_app(command, nullptr, unused)->help() + "\n  " + command.example + "\n";
  if (command.run) return out;
  for (const Command& each : commands()) out += std::string("  ") + each.example + "\n";
  return out;
}

std::string help_of_program(const Texts& texts) {
  std::string out = help_of(window_command(), texts) + "\n" + texts.tr("cli.help.commands") + ":\n";
  for (const Command& command : commands()) out += padded(command.name) + texts.tr(command.about) + "\n";
  return out + "\n" + texts.tr("cli.help.more") + "\n" + texts.tr("cli.help.exit_codes") + "\n";
}

}  // namespace samverka
