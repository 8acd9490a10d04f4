#pragma once
#include <string>

#include "analysis/gaps.h"
#include "i18n/texts.h"
#include "model/network.h"
#include "model/rules.h"

namespace samverka {

// Fewer subjects than this get numbers and no percentages: one municipality more or less would be a landslide.
inline constexpr std::size_t least_for_percent = 5;

// What the norms say, for people (plain text in the language of `texts`): norms of one class together, and no sum over
// classes. `filter` is whom it is about, in words; empty: everyone.
std::string gaps_text(const GapAnalysis& analysis, const Network& network, const RuleSet& rules, const Texts& texts,
                      const std::string& filter = {});

// The same for programs (CLI contract): unrounded, every subject, exempt ones too.
std::string gaps_json(const GapAnalysis& analysis, const Network& network, const RuleSet& rules);

// How many subjects a share is of: of fewer than least_for_percent none is told.
std::size_t weighed_subjects(const RuleFindings& findings, const RuleCoverage& coverage);

// A norm's coverage in a line; words instead of a share where fewer than least_for_percent are weighed. Empty where
// there is nothing to weigh.
std::string coverage_words(const Texts& texts, const Rule& rule, const RuleFindings& findings);

}  // namespace samverka
