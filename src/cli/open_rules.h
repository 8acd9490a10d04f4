#pragma once
#include <optional>

#include "base/result.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "model/rules.h"

namespace samverka {

// The norms of --rules, else the program's own. All problems of the file are told; with any error it is not used,
// nothing is given, and `exit` says why.
std::optional<RuleSet> open_rules(const Terminal& terminal, const Words& words, Exit& exit);

}  // namespace samverka
