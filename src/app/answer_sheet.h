#pragma once
// A filled-in question sheet, read back: each row with an answer is kept, merged with what is known, or refused with
// its place and words.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/answers.h"
#include "app/assets.h"
#include "io/read_network.h"
#include "io/table_text.h"

namespace samverka {

// "No" that is taken only when the other norms of its area have an answer too (analysis/answers.h), and which they are.
struct WaitingAnswer {
  std::size_t line = 0;  // in the file
  ActorId subject;
  std::size_t rule = 0;
  struct For {
    std::size_t rule = 0;
    bool is_not_known = false;  // a row says "don't know" of it
  };
  std::vector<For> others;
};

struct TakenSheet {
  Network network;  // the same as before where nothing was kept
  std::size_t rows = 0, unanswered = 0;
  std::size_t read = 0, kept = 0, merged = 0, refused = 0;  // read = kept + merged + refused
  std::size_t unknown_before = 0, unknown_after = 0;
  TableEncoding encoding = TableEncoding::utf8;  // in which the sheet was saved
  std::vector<WaitingAnswer> waiting;            // of the refused, by place; among `problems` too
  std::vector<Problem> problems;                 // of each refused row, and of columns that are not read, by place
};

// `bytes` as app/question_sheet.h writes them or a spreadsheet saves them (io/table_text.h), with headings and answers
// in either language and columns in any order. Where it is no such table, the problem: io/csv.h, and E_COLUMNS. `texts`
// are those of what is written into the network.
Result<TakenSheet> take_sheet(std::string_view bytes, const std::string& file_name, const Network& network,
                              const Assets& assets, const RuleSet& rules, Date day, const Texts& texts,
                              const ReadLimits& limits = {});

}  // namespace samverka
