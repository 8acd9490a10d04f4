#pragma once
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "cli/open_network.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "model/rules.h"

namespace samverka {

// The norms of --rules, else the program's own. All problems of the file are told; with any error it is not used,
// nothing is given, and `exit` says why.
std::optional<RuleSet> open_rules(const Terminal& terminal, const Words& words, Exit& exit);

// What norms are asked of: FILE, on a day.
struct JudgedNetwork {
  RuleSet rules;
  OpenedNetwork file;
  Date day;  // the asked one, else the network's

  const Network& network() const { return *file.network(); }
};
// Nothing, and `exit` says why, where either cannot be used, or where nobody says which day it is.
std::optional<JudgedNetwork> open_with_rules(const Terminal& terminal, const Words& words,
                                             const std::optional<Date>& day, Exit& exit);

}  // namespace samverka
