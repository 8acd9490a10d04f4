#pragma once
// Rows of a list of gaps that say the same of several actors of one county, told once: a county where nobody has been
// asked would else be fifteen lines with one sentence.
#include <optional>
#include <string>
#include <vector>

#include "analysis/gap_list.h"
#include "i18n/texts.h"

namespace samverka {

struct AlikeGaps {
  std::vector<GapRow> rows;            // of one norm, outcome and, where there are several, county; then by name
  std::string reason, next_step;       // true of all of them; names of the file are not made safe; may be empty
  std::optional<std::int64_t> people;  // who live there, of those of whom it is recorded; nothing: of nobody

  bool is_one() const { return rows.size() == 1; }
};

// Each row in exactly one. They stand as their rows do: by rank, then most people first, all of them together.
std::vector<AlikeGaps> alike_gaps(const Network& network, const Texts& texts, const RuleSet& rules,
                                  const GapAnalysis& analysis, const std::vector<GapRow>& rows);

}  // namespace samverka
