#pragma once
// What a scenario changes, in words: the rows that the window and the command line both show.
#include <string>
#include <vector>

#include "analysis/what_if.h"
#include "i18n/texts.h"
#include "model/rules.h"
#include "model/taxonomy.h"

namespace samverka {

struct WhatIfRow {
  std::string what, before, after;
  bool is_changed() const { return before != after; }
};

// Actors with a tie, agreements, ties, groups, only links.
std::vector<WhatIfRow> figure_rows(const WhatIf& found, const Texts& texts);
// Each area with the municipalities that have a confirmed tie there.
std::vector<WhatIfRow> area_rows(const WhatIf& found, const Taxonomy& taxonomy, const Texts& texts);
// Each norm of a class with its outcomes: "uppfyllt 12, okänt 3". Norms of different classes are never one list.
std::vector<WhatIfRow> norm_rows(const WhatIf& found, const RuleSet& rules, RuleClass rule_class, const Texts& texts);

// What changes by norm, and for people: municipalities first, in Swedish order.
std::vector<OutcomeChange> told_changes(const Network& network, const WhatIf& found);

// For people, whole. `steps` are told first, with why one could do nothing.
struct WhatIfReport {
  const Network& before;
  const Network& after;  // names of what the scenario adds
  const Taxonomy& taxonomy;
  const RuleSet& rules;
  const WhatIf& found;
  Date day;
  std::string filter;              // in words
  std::vector<std::string> steps;  // in words
};
std::string what_if_text(const WhatIfReport& report, const Texts& texts);

// For programs (CLI contract).
std::string what_if_json(const WhatIfReport& report);

}  // namespace samverka
