#pragma once
// A filled-in question sheet, read back: each row with an answer is kept, merged with what is known, or refused with
// its place and words.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/answers.h"
#include "app/assets.h"
#include "io/read_network.h"

namespace samverka {

struct TakenSheet {
  Network network;  // the same as before where nothing was kept
  std::size_t rows = 0, unanswered = 0;
  std::size_t read = 0, kept = 0, merged = 0, refused = 0;  // read = kept + merged + refused
  std::size_t unknown_before = 0, unknown_after = 0;
  std::vector<Problem> problems;  // of each refused row, and of columns that are not read, by place
};

// `sheet` as app/question_sheet.h writes it or a spreadsheet saves it, with headings and answers in either language and
// columns in any order. Where it is no such table, the problem: io/csv.h, and E_COLUMNS. `texts` are those of what is
// written into the network.
Result<TakenSheet> take_sheet(std::string_view sheet, const std::string& file_name, const Network& network,
                              const Assets& assets, const RuleSet& rules, Date day, const Texts& texts,
                              const ReadLimits& limits = {});

}  // namespace samverka
