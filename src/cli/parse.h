#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/words.h"
#include "i18n/texts.h"

namespace samverka {

// The words after `samverka COMMAND`. E_USAGE (exit 2) names the word that is wrong.
Result<Words> parse_words(const Command& command, const std::vector<std::string>& arguments);

std::string help_of(const Command& command, const Texts& texts);
// Without any words of a language, for when there are none: the names of options, and of commands for the program.
std::string bare_help_of(const Command& command);
std::string help_of_program(const Texts& texts);

Problem wrong_use(Message message);

}  // namespace samverka
